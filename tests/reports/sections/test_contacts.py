"""Meetings and visits, people and the enterprises that were visited."""

import dataclasses

import pytest

from pobratim.register.dossier import Dossier
from pobratim.register.rows import Happening, HeldPost, Organization, Person, Place, Register
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import Line, Section, plain
from pobratim.reports.sections.contacts import meetings, people, visited
from pobratim.reports.sections.context import Context
from tests.reports import make


def context(dossier: Dossier) -> Context:
    return Context(dossier, make.TODAY, Ledger(dossier.register))


def with_happenings(*rows: Happening) -> Context:
    return context(dataclasses.replace(make.rich(), happenings=rows, conflicts=()))


def said(line: Line) -> list[str]:
    return [plain(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in line.cells]


def lines(section: Section | None) -> list[list[str]]:
    assert section is not None
    return [said(line) for line in section.lines]


def happening(**slots: object) -> Happening:
    return Happening(**{"id": "h", "kind": "meeting", "parties": ("minsk", "omsk"), **slots})  # type: ignore[arg-type]


def test_newest_first_and_undated_last() -> None:
    dates = [line[0] for line in lines(meetings(context(make.rich())))]
    assert dates == [
        "август 2026 года",
        "29.09.2025",
        "29.09.2025",
        "2024 год*",
        "18–20.06.2024",
        "12 марта, год не указан",
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            happening(place="minsk", participants=("obraztsov", "primerova")),
            "Встреча, Минск. Пётр Образцов и Анна Примерова",
        ),
        (happening(kind="visit", place="minsk", parties=("omsk", "minsk")), "Визит делегации Омска, Минск"),
        (
            happening(kind="visit", place="minsk", parties=("omsk", "tyumen", "minsk")),
            "Визит делегаций Омска и Тюмени, Минск",
        ),
        (happening(kind="visit"), "Визит"),
        (
            happening(kind="tour", place="minsk", organizations=("zavod",)),
            "Посещение предприятия, Минск: Минский учебный завод",
        ),
        (happening(organizations=("zavod",)), "Встреча. Организации: Минский учебный завод"),
        (happening(kind="forum", title="Иннопример", place="omsk"), "Форум «Иннопример», Омск"),
        (happening(kind="forum", title="Форум городов", place="omsk"), "Форум городов, Омск"),
        (happening(kind="days", title="Дни Минска в Омске", place="omsk"), "Дни Минска в Омске"),
        (happening(kind="forum", title="XII Форум городов", place="omsk"), "XII Форум городов, Омск"),
        (happening(kind="forum", title="пятое заседание рабочей группы"), "Пятое заседание рабочей группы"),
        (
            happening(kind="signing", parties=("minsk", "omsk", "tyumen")),
            "Подписание. Стороны: Минск, Омск и Тюмень",
        ),
    ],
)
def test_a_happening_in_words(row: Happening, words: str) -> None:
    assert lines(meetings(with_happenings(row))) == [["дата неизвестна", words]]


@pytest.mark.parametrize(
    ("row", "mark"),
    [
        (happening(status="planned", date="2026-05"), " (планируется)"),
        (happening(status="planned", date="2025-05"), " (планировалось, сведений о проведении нет)"),
        (happening(status="planned"), " (планируется)"),
        (happening(status="cancelled", date="2025-05"), " (отменено)"),
        (happening(status="held", date="2025-05"), ""),
    ],
)
def test_what_is_not_held_says_so(row: Happening, mark: str) -> None:
    assert lines(meetings(with_happenings(row)))[0][1] == f"Встреча{mark}"


def test_people_stand_on_their_side() -> None:
    assert lines(people(context(make.rich()))) == [
        ["Минск", "Пётр Образцов — председатель Мингорисполкома (на 29.09.2025)"],
        ["", "Семён Учебный — директор Минского учебного завода (на 2024 год)"],
        ["Омск", "Анна Примерова — мэр Омска (с 2023 года); заместитель мэра Омска (на 24.06.2022)"],
    ]


def test_a_person_of_a_district_stands_on_the_side_of_its_city() -> None:
    district = Place(id="zavodskoy", type="city", name="Заводской район Минска", within="minsk")
    post = dataclasses.replace(make.OBRAZTSOV.posts[0], title="глава", organization=None, place="zavodskoy")
    head = dataclasses.replace(make.OBRAZTSOV, posts=(post,))
    register = Register(places=(make.MINSK, make.OMSK, district), people=(head,))
    dossier = dataclasses.replace(make.rich(), register=register, people=(head,))
    assert lines(people(context(dossier))) == [
        ["Минск", "Пётр Образцов — глава Заводского района Минска (на 29.09.2025)"]
    ]


def test_a_person_without_a_post_is_known_by_the_meeting() -> None:
    guest = Person(id="gost", name="Гость Безымянный", documents=("d1",))
    row = dataclasses.replace(make.HAPPENINGS[1], participants=("gost",))
    register = Register(places=(make.MINSK, make.OMSK), people=(guest,), happenings=(row,))
    found = people(
        context(dataclasses.replace(make.rich(), register=register, people=(guest,), happenings=(row,)))
    )
    assert lines(found) == [["Другие", "Гость Безымянный"]]
    assert found is not None
    assert found.lines[0].refs


def test_a_person_without_a_post_is_known_by_the_signature() -> None:
    signatory = Person(id="gost", name="Гость Безымянный", documents=("d1",))
    row = dataclasses.replace(make.AGREEMENTS[0], signatories=("gost",))
    register = Register(places=(make.MINSK, make.OMSK), people=(signatory,), agreements=(row,))
    dossier = dataclasses.replace(
        make.rich(), register=register, people=(signatory,), happenings=(), agreements=(row,)
    )
    found = context(dossier)
    section = people(found)
    assert section is not None
    cited = [piece.refs for piece in section.lines[0].cells[1] if piece.refs]
    assert cited == [found.refs(row)]


def post_of(title: str, body: str) -> str:
    organization = Organization(id="body", name=body, place="omsk")
    held = HeldPost(title=title, organization="body", attested=("2025",), documents=("d1",))
    register = Register(places=(make.OMSK,), organizations=(organization,))
    return context(dataclasses.replace(make.rich(), register=register)).post_title(held)


@pytest.mark.parametrize(
    ("title", "body", "words"),
    [
        ("председатель", "Мингорисполком", "председатель Мингорисполкома"),
        ("глава администрации", "администрация Омска", "глава администрации Омска"),
        ("председатель горисполкома", "Учебный горисполком", "председатель Учебного горисполкома"),
        ("директор", "завод", "директор завода"),
    ],
)
def test_a_post_names_its_body_once(title: str, body: str, words: str) -> None:
    assert post_of(title, body) == words


def many_posts() -> Person:
    """An official told of in many papers, of which the tie's are d1 and d3; a former post in d5 only."""
    papers = ("d1", "d2", "d3", "d4", "d5")
    now = HeldPost(
        title="мэр",
        place="omsk",
        attested=("2025-09-30",),
        documents=papers,
        evidence=tuple(make.said(one, f"мэр Пример ({one})") for one in papers),
    )
    before = HeldPost(title="депутат", place="omsk", attested=("2024",), documents=("d5",))
    return Person(id="primer", name="Анна Пример", posts=(now, before), documents=papers)


def test_the_papers_of_other_ties_are_not_heaped_on_a_person() -> None:
    person = many_posts()
    register = dataclasses.replace(make.rich().register, people=(person,))
    ours = tuple(row for row in make.DOCUMENTS if row.id in ("d1", "d3"))
    found = context(dataclasses.replace(make.rich(), register=register, people=(person,), documents=ours))
    assert lines(people(found)) == [["Омск", "Анна Пример — мэр Омска (на 30.09.2025)"]]
    assert found.ledger.documents == {"d2", "d1", "d3"}, "the newest, and those of the tie"


def test_an_enterprise_has_every_day_it_was_visited() -> None:
    first, second = (
        make.HAPPENINGS[3],
        dataclasses.replace(make.HAPPENINGS[3], id="again", date="2025-01-30", date_basis="stated"),
    )
    assert lines(visited(with_happenings(first, second))) == [
        ["Минский учебный завод, Минск — 30.01.2025, 2024 год*"]
    ]


def test_a_planned_tour_is_no_visit() -> None:
    planned = dataclasses.replace(make.HAPPENINGS[3], status="planned")
    assert visited(with_happenings(planned)) is None


def test_an_enterprise_of_unknown_place_stands_where_the_tour_was() -> None:
    museum = Organization(id="zavod", name="Музей-пример")
    register = Register(places=(make.MINSK, make.OMSK), organizations=(museum,))
    dossier = dataclasses.replace(make.rich(), register=register, happenings=(make.HAPPENINGS[3],))
    assert lines(visited(context(dossier))) == [["Музей-пример, Минск — 2024 год*"]]
