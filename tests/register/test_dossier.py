from __future__ import annotations

import pytest

from pobratim.model.errors import NotFound
from pobratim.register.dossier import (
    Dossier,
    organization_dossier,
    person_dossier,
    place_dossier,
    tie_dossier,
)
from pobratim.register.parts import brought_by
from pobratim.register.rows import Register
from tests.register.make import (
    agreement,
    derive,
    figure,
    meeting,
    offer,
    partners,
    place_id,
    plan,
    post,
    quote,
    reading,
    roadmap,
    topic,
    tour,
    twins,
    visit,
)

MINSK, OMSK, KAZAN = place_id("Минск"), place_id("Омск"), place_id("Казань")

REGISTER = derive(
    reading(
        meeting("Минск", "Омск", date="2024-06-24", people=["Анна Ким", "Павел Громов"]),
        tour("Минск", "Омск", date="2024-06-25", organizations=["МАЗ"], people=["Павел Громов"]),
        twins("Минск", "Омск", since="2023-09-11"),
        roadmap("Минск", "Омск", signed="2024-06-24", period="2024/2026", people=["Анна Ким"]),
        plan("Омск", action="открыть класс белорусского языка"),
        offer("автобусы", seller="Минск", buyer="Омск"),
        offer("лечебный отдых", seller="Беларусь", buyer="Омск", kind="tourism"),
        figure("trade_turnover", "Минск", "Омск", trend="up"),
        topic("water"),
        quote("Павел Громов", "Мост откроем осенью"),
        post("Анна Ким", "председатель", organization="Мингорисполком", place="Минск"),
        post("Павел Громов", "мэр", place="Омск"),
        post("Вера Лис", "депутат", place="Омск"),
        name="омск.txt", published="2024-06-25",
    ),
    reading(
        meeting("Минск", "Омск", date="2019-05-06", people=["Анна Ким"]),
        meeting("Минск", "Казань", date="2019-05-07", people=["Анна Ким", "Роза Сафина"]),
        plan("Казань", action="провести Дни Казани"),
        topic("sport"),
        topic("culture", "Минск", "Омск"),
        quote("Роза Сафина", "Сабантуй ждёт гостей"),
        post("Роза Сафина", "мэр", place="Казань"),
        name="обзор.txt", published="2019-05-08",
    ),
    reading(
        visit("Казань", "Тула", people=["Роза Сафина"], organizations=["Тульский самовар"]),
        agreement("МАЗ", "Казань", kind="contract", signed="2020"),
        offer("троллейбусы", seller="МАЗ", direction="supply"),
        name="казань.txt", published="2020-01-01",
    ),
    reading(visit("Брест", "Омск", status="planned", date="2020"), name="брест.txt", published="2020-01-01"),
)


def closed(dossier: Dossier) -> bool:
    """Whether the dossier's register has a row for each name and document that its rows bring along."""
    published = {row.id: row.published for row in REGISTER.documents}
    named = {one for row in dossier.register.rows() for one in brought_by(row, published)}
    return all(dossier.register.get(one) for one in named if REGISTER.get(one))


def test_a_tie_is_what_joins_both_places() -> None:
    dossier = tie_dossier(REGISTER, MINSK, OMSK)
    assert (dossier.place, dossier.other_place) == (REGISTER.get(MINSK), REGISTER.get(OMSK))
    assert [set(row.parties) for row in dossier.ties] == [{MINSK, OMSK}]
    assert [(row.kind, row.date) for row in dossier.happenings] == [
        ("tour", "2024-06-25"), ("meeting", "2024-06-24"), ("meeting", "2019-05-06"),
    ]
    assert [row.period for row in dossier.agreements] == ["2024/2026"]
    assert [row.metric for row in dossier.figures] == ["trade_turnover"]
    assert [row.name for row in dossier.organizations] == ["МАЗ"]
    assert closed(dossier)


def test_a_document_about_the_tie_alone_lends_it_what_names_one_side_or_none() -> None:
    dossier = tie_dossier(REGISTER, MINSK, OMSK)
    assert [row.action for row in dossier.commitments] == ["открыть класс белорусского языка"]
    assert [row.item for row in dossier.offers] == ["автобусы", "лечебный отдых"]
    assert [row.topic for row in dossier.topics] == ["culture", "water"]
    assert [row.text for row in dossier.quotes] == ["Мост откроем осенью"]
    assert [row.name for row in dossier.people] == ["Анна Ким", "Вера Лис", "Павел Громов"]


def test_the_tie_reads_the_same_from_the_other_end() -> None:
    there, back = tie_dossier(REGISTER, MINSK, OMSK), tie_dossier(REGISTER, OMSK, MINSK)
    assert back.place == there.other_place
    assert (back.happenings, back.quotes, back.questions) == (there.happenings, there.quotes, there.questions)


def test_documents_newest_first() -> None:
    assert [row.source for row in tie_dossier(REGISTER, MINSK, OMSK).documents] == ["омск.txt", "обзор.txt"]


def test_two_places_that_nothing_joins_have_an_empty_tie() -> None:
    dossier = tie_dossier(REGISTER, MINSK, place_id("Тула"))
    assert (dossier.ties, dossier.happenings, dossier.documents) == ((), (), ())


def test_a_place() -> None:
    dossier = place_dossier(REGISTER, KAZAN)
    assert len(dossier.ties) == 2
    assert [row.date for row in dossier.happenings] == ["2019-05-07", None]
    assert [row.kind for row in dossier.agreements] == ["contract"]
    assert [row.name for row in dossier.people] == ["Роза Сафина"]
    assert [row.text for row in dossier.quotes] == ["Сабантуй ждёт гостей"]
    assert [row.source for row in dossier.documents] == ["казань.txt", "обзор.txt"]
    assert closed(dossier)


def test_a_person() -> None:
    dossier = person_dossier(REGISTER, "anna-kim")
    assert [row.date for row in dossier.happenings] == ["2024-06-24", "2019-05-07", "2019-05-06"]
    assert [row.kind for row in dossier.agreements] == ["roadmap"]
    assert [row.name for row in dossier.people] == ["Павел Громов", "Роза Сафина"]
    assert len(dossier.ties) == 2
    assert [row.name for row in dossier.organizations] == ["Мингорисполком"]
    assert closed(dossier)


def test_an_organization_and_who_visited_it() -> None:
    dossier = organization_dossier(REGISTER, "org-minskiy-avtomobilnyy-zavod")
    assert [row.kind for row in dossier.happenings] == ["tour"]
    assert [row.name for row in dossier.people] == ["Павел Громов"]
    assert [row.kind for row in dossier.agreements] == ["contract"]
    assert [row.item for row in dossier.offers] == ["троллейбусы"]
    assert [set(row.parties) for row in dossier.ties] == [{MINSK, OMSK}]
    assert closed(dossier)


@pytest.mark.parametrize("make", [
    lambda register: tie_dossier(register, MINSK, "geo-1"),
    lambda register: place_dossier(register, "anna-kim"),
    lambda register: person_dossier(register, MINSK),
    lambda register: organization_dossier(register, "нет такого"),
])
def test_what_the_register_has_not_is_not_found(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotFound, match="в реестре нет"):
        make(REGISTER)


def test_the_part_that_a_dossier_carries_makes_the_same_dossier() -> None:
    whole = tie_dossier(REGISTER, MINSK, OMSK)
    again = tie_dossier(whole.register, MINSK, OMSK)
    assert again.happenings == whole.happenings
    assert again.questions == whole.questions


# ---------------------------------------------------------------- open questions


def asked(register: Register, left: str = MINSK, right: str = OMSK) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for question in tie_dossier(register, left, right).questions:
        assert register.get(question.row)
        found.setdefault(question.kind, []).append(question.text)
    return found


def test_nothing_is_asked_where_all_is_known() -> None:
    assert asked(derive(reading(meeting("Минск", "Омск", date="2024-06-24"), published="2024-06-25"))) == {}


def test_undated_happenings_are_asked_for() -> None:
    register = derive(
        reading(
            meeting("Минск", "Омск", date="XXXX-06-24"),
            tour("Минск", "Омск"),
            visit("Минск", "Омск", status="planned"),
            visit("Минск", "Омск", status="cancelled"),
        )
    )
    assert sorted(asked(register)["undated"]) == [
        "В каком году это было: встреча (Омск, Минск), 24 июня?",
        "Когда это было: посещение (Омск, Минск)?",
        "На когда намечено: визит (Омск, Минск)?",
    ]


def test_a_partnership_without_a_year_is_asked_for() -> None:
    register = derive(reading(twins("Минск", "Омск"), partners("Минск", "Омск", since="2011")))
    assert asked(register) == {"no_since": ["С какого времени Омск и Минск — побратимы?"]}


def test_a_road_map_without_a_term_is_asked_for() -> None:
    page = reading(roadmap("Минск", "Омск", signed="2024"), agreement("Минск", "Омск", signed="2002"))
    assert asked(derive(page)) == {"no_period": ["На какой срок: дорожная карта (Омск, Минск), 2024 год?"]}


def test_a_contradiction_is_asked_for_with_all_its_values() -> None:
    register = derive(
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="а", published="2025-01-02"),
        reading(roadmap("Минск", "Омск", period="2026/2027"), name="б", published="2025-01-01"),
    )
    assert asked(register) == {"conflict": [
        "Источники расходятся: дорожная карта (Омск, Минск), срок действия — "
        "2026–2028 годы или 2026–2027 годы?",
    ]}


def test_a_planned_visit_is_asked_for_once_newer_documents_leave_it_behind() -> None:
    planned = reading(visit("Минск", "Омск", date="2025-05-12", status="planned"), published="2025-04-01")
    assert asked(derive(planned)) == {}
    later = reading(meeting("Минск", "Казань", date="2025-06-24"), name="б", published="2025-06-24")
    assert asked(derive(planned, later)) == {
        "planned_past": ["Состоялось ли намеченное: визит (Омск, Минск), 12 мая 2025 года?"],
    }
