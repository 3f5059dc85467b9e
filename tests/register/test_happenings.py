from __future__ import annotations

import dataclasses

import pytest

from pobratim.model.reading import Reading, Record
from pobratim.register.rows import Happening
from tests.register.make import (
    Page,
    agreement,
    days,
    derive,
    event,
    forum,
    judged,
    meeting,
    mention,
    place_id,
    plan,
    post,
    reading,
    roadmap,
    signing,
    tour,
    visit,
)

MAYORS = ["Павел Громов", "Анна Ким"]


def happenings(*readings: Reading) -> list[Happening]:
    return list(derive(*readings).happenings)


def test_one_meeting_told_by_three_outlets_is_one_with_three_documents() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS), name="а", published="2025-06-24"),
        reading(meeting("Омск", "Минск", date="2025-06-24", people=MAYORS[:1]), published="2025-06-25"),
        reading(meeting("Омск", "Минск", date="2025-06-24", place="Минск"), name="в", published="2025-06-27"),
    )
    assert (row.date, row.date_basis, row.place) == ("2025-06-24", "stated", place_id("Минск"))
    assert row.parties == (place_id("Омск"), place_id("Минск"))
    assert set(row.participants) == {"pavel-gromov", "anna-kim"}
    assert len(row.documents) == len(row.evidence) == len(row.claims) == 3
    assert row.reprints == ()


def test_evidence_is_cut_from_the_text() -> None:
    page = reading(meeting("Минск", "Омск", date="2025-06-24"))
    (row,) = happenings(page)
    (said,) = row.evidence
    start, end = said.span
    assert said.document == page.document.id
    assert said.text == page.document.text[start:end] == "meeting : Минск, Омск, 2025-06-24."
    assert row.claims == (f"{page.document.id}#r1",)


def test_two_visits_of_one_mayor_in_one_year_are_two() -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", date="2025-03-12", people=MAYORS), name="а"),
        reading(visit("Минск", "Омск", date="2025-10-03", people=MAYORS), name="б"),
    )
    assert [row.date for row in rows] in (["2025-03-12", "2025-10-03"], ["2025-10-03", "2025-03-12"])


def test_a_visit_and_the_meeting_during_it_are_two() -> None:
    page = reading(visit("Минск", "Омск", date="2025-03-12"), meeting("Минск", "Омск", date="2025-03-12"))
    assert {row.kind for row in happenings(page)} == {"visit", "meeting"}


def test_the_planned_visit_that_was_held_is_one_held() -> None:
    (row,) = happenings(
        reading(visit("Минск", "Омск", date="2025-03", status="planned"), name="а", published="2025-02-01"),
        reading(visit("Минск", "Омск", date="2025-03-12"), name="б", published="2025-03-13"),
    )
    assert (row.status, row.date) == ("held", "2025-03-12")


def test_what_was_held_before_the_plan_was_told_is_another() -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", date="2025", status="planned"), name="а", published="2025-06-01"),
        reading(visit("Минск", "Омск", date="2025-03-12"), name="б", published="2025-03-13"),
    )
    assert {row.status for row in rows} == {"planned", "held"}


def test_the_cancelled_visit_stays_cancelled_and_no_contradiction() -> None:
    register = derive(
        reading(visit("Минск", "Омск", date="2025-03-12", status="planned"), name="а"),
        reading(visit("Минск", "Омск", date="2025-03-12", status="cancelled"), name="б"),
    )
    assert [row.status for row in register.happenings] == ["cancelled"]
    assert register.conflicts == ()


def test_held_to_one_and_cancelled_to_another_is_a_contradiction() -> None:
    register = derive(
        reading(visit("Минск", "Омск", date="2025-03-12"), name="а"),
        reading(visit("Минск", "Омск", date="2025-03-12", status="cancelled"), name="б"),
    )
    (conflict,) = register.conflicts
    assert conflict.slot == "status"
    assert {value.value for value in conflict.values} == {"held", "cancelled"}


def test_a_day_off_by_one_is_one_happening_with_a_contradiction() -> None:
    register = derive(
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS), name="а"),
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS), name="б"),
        reading(meeting("Минск", "Омск", date="2025-06-25", people=MAYORS), name="в"),
    )
    (row,) = register.happenings
    assert row.date == "2025-06-24"
    (conflict,) = register.conflicts
    assert (conflict.on, conflict.slot, conflict.preferred) == (row.id, "date", "2025-06-24")
    assert [(value.value, len(value.documents), value.reason) for value in conflict.values] == [
        ("2025-06-24", 2, "независимых источников больше: 2 против 1"),
        ("2025-06-25", 1, "1 источник"),
    ]


def test_a_week_apart_is_two() -> None:
    rows = happenings(
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS), name="а"),
        reading(meeting("Минск", "Омск", date="2025-06-28", people=MAYORS), name="б"),
    )
    assert len(rows) == 2


def test_a_month_finds_its_only_day() -> None:
    (row,) = happenings(
        reading(signing("Минск", "Омск", date="2025-11"), name="а", published="2025-12-01"),
        reading(signing("Минск", "Омск", date="2025-11-18"), name="б", published="2025-11-19"),
    )
    assert (row.date, row.date_basis) == ("2025-11-18", "stated")


def test_a_month_with_two_such_days_finds_neither() -> None:
    readings = (
        reading(visit("Минск", "Омск", date="2025-11"), name="а", published="2025-12-01"),
        reading(visit("Минск", "Омск", date="2025-11-05"), name="б", published="2025-11-06"),
        reading(visit("Минск", "Омск", date="2025-11-25"), name="в", published="2025-11-26"),
    )
    assert len(happenings(*readings)) == 3
    assert [one.judgement for one in judged(*readings).judgements if one.by == "weighed"] == [
        "unsure", "unsure",
    ]


def test_a_year_told_before_the_day_is_not_that_day() -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", date="2025"), name="а", published="2025-02-01"),
        reading(visit("Минск", "Омск", date="2025-11-05"), name="б", published="2025-11-06"),
    )
    assert len(rows) == 2


def test_a_day_without_year_is_the_dated_one_with_the_same_people() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", date="XXXX-06-24", people=MAYORS), name="а"),
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS[:1]), name="б"),
    )
    assert (row.date, row.date_basis) == ("2025-06-24", "stated")


@pytest.mark.parametrize("others", [
    [meeting("Минск", "Омск", date="2025-06-24", people=["Олег Ли"])],                   # other people
    [meeting("Минск", "Казань", date="2025-06-24", people=MAYORS)],                      # another city
    [meeting("Минск", "Омск", date="2025-06-25", people=MAYORS)],                        # another day
    [days("Минск", "Омск", date="2025-06-24", people=MAYORS)],                  # another kind
])
def test_a_day_without_year_stays_open_otherwise(others: list) -> None:  # type: ignore[type-arg]
    rows = happenings(
        reading(meeting("Минск", "Омск", date="XXXX-06-24", people=MAYORS), name="а"),
        reading(*others, name="б", published="2025-06-26"),
    )
    assert "XXXX-06-24" in {row.date for row in rows}


@pytest.mark.parametrize(("told", "rows"), [(signing, 1), (meeting, 2)])
def test_a_day_without_year_is_the_dated_one_of_a_signing_though_nobody_is_named(told, rows: int) -> None:  # type: ignore[no-untyped-def]
    """A document is signed once; what else is of that day may come back every year."""
    assert len(happenings(
        reading(told("Минск", "Омск", date="XXXX-12-06", status="planned"), name="а"),
        reading(told("Минск", "Омск", date="2018-12-06", people=MAYORS), name="б", published="2018-12-07"),
    )) == rows


def test_a_day_without_year_stays_open_where_two_years_are_possible() -> None:
    rows = happenings(
        reading(meeting("Минск", "Омск", date="XXXX-06-24", people=MAYORS), name="а"),
        reading(meeting("Минск", "Омск", date="2024-06-24", people=MAYORS), name="б"),
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS), name="в"),
    )
    assert {row.date for row in rows} == {"XXXX-06-24", "2024-06-24", "2025-06-24"}


@pytest.mark.parametrize("other", [
    reading(meeting("Минск", "Омск", date="2025-03-01", people=MAYORS), name="б", published="2025-03-02"),
    reading(meeting("Минск", "Омск", people=MAYORS), name="б", published="2025-03-02"),
    reading(meeting("Минск", "Омск", date="2025", people=MAYORS), name="б"),
])
def test_29_february_is_not_of_a_year_without_it(other: Reading) -> None:
    page = reading(meeting("Минск", "Омск", date="XXXX-02-29", people=MAYORS), name="а")
    assert "2025-02-29" not in {row.date for row in happenings(page, other)}


def test_yearly_festivals_on_one_day_are_not_dated_by_each_other() -> None:
    rows = happenings(
        reading(days("Минск", "Омск", date="XXXX-08-02", people=MAYORS), name="а"),
        reading(days("Минск", "Омск", date="2025-08-02", people=MAYORS), name="б"),
    )
    assert len(rows) == 2


def test_day_of_one_source_and_year_of_another_make_an_inferred_date_with_both_grounds() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", date="XXXX-06-24", people=MAYORS), name="а"),
        reading(meeting("Минск", "Омск", date="2025", people=MAYORS), name="б"),
    )
    assert (row.date, row.date_basis) == ("2025-06-24", "inferred")
    assert {because.reason for because in row.date_because} == {
        "здесь сказано: 24 июня, год не указан", "здесь сказано: 2025 год",
    }
    assert all(because.document and because.span for because in row.date_because)


def test_an_inferred_date_says_from_what() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", date="2019-07-30", inferred=True), name="а", published="2019-07-30")
    )
    assert row.date_basis == "inferred"
    assert row.date_because[0].reason == "выведено из слов текста и даты публикации: 30 июля 2019 года"


def test_a_festival_of_three_days_is_not_narrowed_to_its_opening() -> None:
    (row,) = happenings(
        reading(days("Минск", "Омск", date="2019-10-10/2019-10-12"), name="а"),
        reading(days("Минск", "Омск", date="2019-10-10"), name="б"),
    )
    assert row.date == "2019-10-10/2019-10-12"


def test_undated_news_of_one_week_with_the_same_people_is_one() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", people=MAYORS), name="а", published="2025-06-24"),
        reading(meeting("Минск", "Омск", people=MAYORS), name="б", published="2025-06-27"),
    )
    assert (row.date, row.date_basis) == ("2025-06", "inferred")


def test_undated_news_that_names_one_side_is_known_by_its_people() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", people=MAYORS), name="а", published="2025-06-24"),
        reading(meeting("Омск", place="Минск", people=MAYORS), name="б", published="2025-06-26"),
    )
    assert len(row.parties) == 2


@pytest.mark.parametrize(("published", "people"), [
    ("2025-07-24", MAYORS),           # a month later
    (None, MAYORS),                   # nobody knows when
    ("2025-06-25", ["Олег Ли"]),      # other people
])
def test_undated_news_otherwise_stays_apart(published: str | None, people: list[str]) -> None:
    rows = happenings(
        reading(meeting("Минск", "Омск", people=MAYORS), name="а", published="2025-06-24"),
        reading(meeting("Минск", "Омск", people=people), name="б", published=published),
    )
    assert len(rows) == 2


def test_undated_news_is_not_what_a_document_of_that_week_tells_of_years_ago() -> None:
    rows = happenings(
        reading(visit("Минск", "Омск"), name="а", published="2025-06-24"),
        reading(visit("Минск", "Омск", date="2019-05-06"), name="б", published="2025-06-25"),
    )
    assert len(rows) == 2


def test_two_meetings_of_one_day_with_other_heads_are_two() -> None:
    rows = happenings(
        reading(
            meeting("Минск", "Омск", date="2025-06-24", people=["Павел Громов"]),
            post("Павел Громов", "мэр", place="Омск"),
            name="а",
        ),
        reading(
            meeting("Минск", "Омск", date="2025-06-24", people=["Олег Ли"]),
            post("Олег Ли", "заместитель мэра", place="Омск"),
            name="б",
        ),
    )
    assert len(rows) == 2


def test_each_outlet_naming_its_own_mayor_tells_of_one_meeting() -> None:
    (row,) = happenings(
        reading(
            meeting("Минск", "Омск", date="2025-06-24", people=["Павел Громов"]),
            post("Павел Громов", "мэр", place="Омск"),
            name="а",
        ),
        reading(
            meeting("Минск", "Омск", date="2025-06-24", people=["Анна Ким"]),
            post("Анна Ким", "мэр", place="Минск"),
            name="б",
        ),
    )
    assert len(row.participants) == 2


def test_one_document_that_tells_of_two_is_believed() -> None:
    page = reading(
        days("Минск", "Омск", date="2025", place="Минск", status="planned"),
        days("Минск", "Омск", date="2025", place="Омск", status="planned"),
    )
    rows = happenings(page)
    assert len(rows) == 2
    assert len({row.id for row in rows}) == 2


def test_other_places_are_two_and_the_country_around_is_one() -> None:
    assert len(happenings(
        reading(meeting("Минск", "Омск", date="2025-06-24", place="Минск"), name="а"),
        reading(meeting("Минск", "Омск", date="2025-06-24", place="Омск"), name="б"),
    )) == 2
    (row,) = happenings(
        reading(meeting("Минск", "Омск", date="2025-06-24", place="Минск"), name="а"),
        reading(meeting("Минск", "Омск", date="2025-06-24", place="Беларусь"), name="б"),
    )
    assert row.place == place_id("Минск")


def test_a_country_that_stands_for_its_city_is_the_same_side() -> None:
    (row,) = happenings(
        reading(visit("Омск", "Беларусь", date="2025-06-24", people=MAYORS), name="а"),
        reading(visit("Омск", "Минск", date="2025-06-24", people=MAYORS), name="б"),
    )
    assert row.parties == (place_id("Омск"), place_id("Минск"))


def test_a_forum_by_its_title() -> None:
    (row,) = happenings(
        reading(forum("Минск", "Омск", date="2025", title="Форум городов-побратимов"), name="а"),
        reading(forum("Минск", "Казань", date="2025-09-01", title="форум городов побратимов"), name="б"),
    )
    assert set(row.parties) == {place_id("Минск"), place_id("Омск"), place_id("Казань")}
    assert len(happenings(
        reading(forum("Минск", "Омск", date="2025-09-01", title="Форум городов-побратимов"), name="а"),
        reading(forum("Минск", "Омск", date="2025-09-01", title="Сибирская выставка машин"), name="б"),
    )) == 2


def test_days_of_one_name_are_told_apart_by_their_cities_and_years() -> None:
    rows = happenings(
        reading(days("Минск", "Казань", title="Дни Минска"), name="а", published="2025-06-11"),
        reading(days("Минск", "Уфа", title="Дни Минска", date="2019-11-08"), name="б"),
        reading(days("Минск", "Казань", title="Дни Минска", date="2017-06"), name="в"),
    )
    assert len(rows) == 3


def test_a_numbered_forum_needs_no_date() -> None:
    (row,) = happenings(
        reading(forum("Россия", "Беларусь", title="XII Форум регионов"), name="а"),
        reading(forum("Россия", "Беларусь", title="XII Форум регионов", date="2025-06-26"), name="б"),
    )
    assert row.date == "2025-06-26"


def test_the_oblast_is_another_side_than_its_city() -> None:
    rows = happenings(
        reading(signing("Минск", "Омск", date="2025-11-19"), name="а"),
        reading(signing("Минск", "Омская область", date="2025-11-19"), name="б"),
    )
    assert len(rows) == 2


def test_plants_visited_on_one_day_come_together() -> None:
    (row,) = happenings(
        reading(tour("Минск", "Омск", date="2025-06-24", organizations=["МАЗ"]), name="а"),
        reading(tour("Минск", "Омск", date="2025-06-24", organizations=["Амкодор"]), name="б"),
    )
    assert len(row.organizations) == 2


def test_a_meeting_of_nobody_in_particular_is_left_out() -> None:
    nobody = event("meeting", date="2025-06-24")
    register = derive(reading(nobody, mention("Вера Лис"), plan("Минск", action="строить мост")))
    assert register.happenings == ()


def test_one_city_and_one_day_alone_are_for_a_person_to_judge() -> None:
    readings = (
        reading(forum("Минск", date="2025-06-24"), name="а"),
        reading(forum("Минск", date="2025-06-24"), name="б"),
    )
    assert len(happenings(*readings)) == 2
    assert [one.judgement for one in judged(*readings).judgements] == ["unsure"]


TEXT = (
    "В зале приёмов собрались представители двух городов, чтобы поговорить о школах, транспорте и музеях. "
    "Гости рассказали, как у них ремонтируют трамвайные пути, хозяева показали новые автобусы и пригласили "
    "школьников на летний праздник книги, который пройдёт на набережной в начале июля."
)


def test_a_reprint_is_no_confirmation() -> None:
    register = derive(
        reading(meeting("Минск", "Омск", date="2025-06-24"), published="2025-06-24", text=TEXT),
        reading(meeting("Минск", "Омск", date="2025-06-24"), published="2025-06-25", text=f"{TEXT} Фото."),
        reading(meeting("Минск", "Омск", date="2025-06-25"), name="в", published="2025-06-25"),
        reading(meeting("Минск", "Омск", date="2025-06-25"), name="г", published="2025-06-26"),
    )
    (row,) = register.happenings
    assert row.date == "2025-06-25"
    assert len(row.documents) == 4
    (reprint,) = row.reprints
    assert register.get(reprint).published == "2025-06-25"  # type: ignore[union-attr]
    (conflict,) = register.conflicts
    assert conflict.values[0].reason == "независимых источников больше: 2 против 1"


def test_a_reprint_of_months_later_tells_of_the_same_and_its_evidence_comes_last() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск"), published="2025-06-24", text=TEXT),
        reading(meeting("Минск", "Омск"), published="2025-08-24", text=f"{TEXT} Фото."),
    )
    assert len(row.documents) == 2
    assert row.reprints == (row.evidence[-1].document,)


def test_yesterday_in_a_reprint_of_next_week_is_still_the_day_of_the_original() -> None:
    def page(day: str, published: str, photo: str) -> Reading:
        note = event("meeting", "Минск", "Омск", date=day, inferred=True, sentence="Вчера встретились мэры.")
        return reading(note, published=published, text=TEXT + photo)

    register = derive(page("2025-06-23", "2025-06-24", ""), page("2025-06-30", "2025-07-01", " Фото."))
    (row,) = register.happenings
    assert row.date == "2025-06-23"
    assert register.conflicts == ()


def test_a_deputy_named_beside_the_same_guest_is_no_other_meeting() -> None:
    def page(file: str, *people: str) -> Reading:
        posts = (post("Анна Ким", "мэр", place="Минск"), post("Олег Ли", "заместитель мэра", place="Минск"))
        met = meeting("Минск", "Омск", date="2025-06-24", people=["Павел Громов", *people])
        return reading(met, *posts, name=file)

    assert len(happenings(page("а", "Анна Ким"), page("б", "Олег Ли"))) == 1


def test_a_document_without_a_date_is_known_by_what_was_just_signed() -> None:
    dated = reading(
        signing("Минск", "Омск", date="2023-09-18"), agreement("Минск", "Омск", signed="2023-09-18"),
        name="а", published="2023-09-18",
    )
    undated = reading(signing("Минск", "Омск"), agreement("Минск", "Омск", signed="2023-09-18"), name="б")
    (row,) = happenings(dated, undated)
    assert row.date == "2023-09-18"


def test_a_document_that_speaks_of_a_newer_agreement_is_news_of_that() -> None:
    dated = reading(
        signing("Минск", "Омск", date="2023-09-18"), agreement("Минск", "Омск", signed="2023-09-18"),
        name="а", published="2023-09-18",
    )
    newer = reading(
        signing("Минск", "Омск"), agreement("Минск", "Омск", signed="2023-09-18"),
        roadmap("Минск", "Омск", period="2026/2028"), name="б",
    )
    assert len(happenings(dated, newer)) == 2


def test_an_old_agreement_makes_no_two_meetings_one() -> None:
    old = agreement("Минск", "Омск", signed="2002-05-01")
    assert len(happenings(
        reading(meeting("Минск", "Омск", people=MAYORS), old, name="а", published="2023-09-18"),
        reading(meeting("Минск", "Омск", people=MAYORS), old, name="б"),
    )) == 2


def test_the_seventh_session_is_not_the_eighth() -> None:
    def session(title: str, file: str) -> Reading:
        return reading(forum("Россия", "Беларусь", title=f"{title} рабочей группы"), name=file)

    assert len(happenings(session("седьмое заседание", "а"), session("Седьмое заседание", "б"))) == 1
    assert len(happenings(session("VII заседание", "а"), session("седьмое заседание", "б"))) == 1
    assert len(happenings(session("седьмое заседание", "а"), session("восьмое заседание", "б"))) == 2


GROUP = "заседание рабочей группы по сотрудничеству"


def test_a_numbered_session_of_the_same_sides_is_one_whatever_else_its_title_says() -> None:
    (row,) = happenings(
        reading(forum("Минск", "Омск", title="Седьмое заседание совета"), published=None),
        reading(forum("Минск", "Омск", title=f"VII {GROUP} двух городов", date="2023-09-18"), published="2023-09-19"),
    )
    assert row.date == "2023-09-18"


def test_an_undated_session_that_names_the_city_is_that_of_its_country() -> None:
    (row,) = happenings(
        reading(forum("Минск", "Омская область", title=f"седьмое {GROUP}"), name="а"),
        reading(forum("Беларусь", "Омская область", title=f"Седьмое {GROUP}", date="2023-09-18"), name="б"),
    )
    assert len(row.documents) == 2


@pytest.mark.parametrize(("title", "other"), [
    (f"седьмое {GROUP}", f"восьмое {GROUP}"),
    ("XII Форум регионов", "XII Форум городов-побратимов"),   # two rows of forums
    ("Форум 2023", "Встреча 2023"),                           # a year is no number in a row
])
def test_other_gatherings_are_two(title: str, other: str) -> None:
    rows = happenings(
        reading(forum("Минск", "Омск", title=title), name="а"),
        reading(forum("Минск", "Омск", title=other, date="2023-09-18"), name="б"),
    )
    assert len(rows) == 2


def test_a_signing_put_off_by_a_day_is_no_contradiction() -> None:
    register = derive(
        reading(signing("Минск", "Омск", date="2025-11-19", status="planned"), published="2025-11-18"),
        reading(signing("Минск", "Омск", date="2025-11-20", people=MAYORS), published="2025-11-20"),
    )
    (row,) = register.happenings
    assert (row.date, row.status, register.conflicts) == ("2025-11-20", "held", ())


def test_a_report_without_a_day_is_of_the_visit_that_another_dates_to_those_days() -> None:
    (row,) = happenings(
        reading(visit("Минск", "Омск", people=MAYORS[:1]), name="а", published="2022-05-23"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2022-05"), name="б", published="2022-07-04"),
    )
    assert row.date == "2022-05"


@pytest.mark.parametrize("date", ["2022-03", "2022-05-01", "2022-06-02"])
def test_a_report_without_a_day_is_not_of_a_visit_weeks_away(date: str) -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", people=MAYORS[:1]), name="а", published="2022-05-23"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date=date), name="б", published="2022-07-04"),
    )
    assert len(rows) == 2


def test_a_day_without_a_year_at_the_same_plant_is_that_tour() -> None:
    (row,) = happenings(
        reading(tour("Омск", "Минск", date="XXXX-10-29", organizations=["Амкодор"]), name="а"),
        reading(tour("Омск", "Минск", date="2025-10-29", organizations=["Амкодор"]), name="б"),
    )
    assert row.date == "2025-10-29"


def test_a_report_without_a_day_that_fits_two_visits_is_left_to_a_person() -> None:
    pages = [
        reading(visit("Минск", "Омск", people=MAYORS[:1]), name="а", published="2022-05-23"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2022-05-11"), name="б", published="2022-05-11"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2022-05-17"), name="в", published="2022-05-17"),
    ]
    derivation = judged(*pages)
    assert len(derivation.register.happenings) == 3
    undecided = [one for one in derivation.judgements if one.judgement == "unsure"]
    assert {one.by for one in undecided} == {"weighed"} and len(undecided) == 2


def test_a_report_without_a_day_is_rather_of_the_visit_of_those_days() -> None:
    older, newer = happenings(
        reading(visit("Минск", "Омск", people=MAYORS[:1]), name="а", published="2022-05-23"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2022-05-12"), name="б", published="2022-05-12"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2022-05-20"), name="в", published="2022-05-20"),
    )
    assert (older.date, len(older.documents)) == ("2022-05-12", 1)
    assert (newer.date, len(newer.documents)) == ("2022-05-20", 2)


def test_of_two_visits_of_a_year_a_look_back_takes_none_however_many_tell_of_one() -> None:
    told = [
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-20"), name=name, published="2022-05-20")
        for name in "абвг"
    ]
    other = reading(visit("Минск", "Омск", people=MAYORS, date="2022-09-20"), name="д", published="2022-09-20")
    later = reading(visit("Минск", "Омск", date="2022"), name="е", published="2024-03-01")
    assert sorted(len(row.documents) for row in happenings(*told, other, later)) == [1, 1, 4]
    assert sorted(len(row.documents) for row in happenings(*told, later)) == [5]


def test_of_two_visits_of_those_days_the_one_of_many_sources_is_likelier() -> None:
    two = reading(
        visit("Минск", "Омск", people=MAYORS, date="2022-05-20"),
        visit("Минск", "Омск", people=MAYORS, date="2022-05-21"), name="а", published="2022-05-21",
    )
    others = [
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-20"), name=name, published="2022-05-20")
        for name in "бвг"
    ]
    vague = reading(visit("Минск", "Омск", people=MAYORS[:1]), name="д", published="2022-05-21")
    told = happenings(two, vague)
    assert sorted(len(row.documents) for row in told) == [1, 1, 1]
    row, *_ = sorted(happenings(two, *others, vague), key=lambda row: -len(row.documents))
    assert (row.date, len(row.documents)) == ("2022-05-20", 5)


def test_a_day_planned_and_another_day_of_that_week_on_which_it_was_held() -> None:
    (row,) = happenings(
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-16", status="planned"), name="а",
                published="2022-05-03"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2022-05-20"), name="б", published="2022-05-20"),
    )
    assert (row.date, row.status) == ("2022-05-20", "held")


@pytest.mark.parametrize("slip", ["2022-06-20", "2022-05-25", "2021-05-20", "2022-04-20"])
def test_a_slip_in_the_date_of_a_fresh_report_is_a_contradiction_not_another_visit(slip: str) -> None:
    register = derive(
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-20"), name="а", published="2022-05-20"),
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-20"), name="б", published="2022-05-21"),
        reading(visit("Минск", "Омск", people=MAYORS, date=slip), name="в", published="2022-05-21"),
    )
    (row,) = register.happenings
    assert row.date == "2022-05-20"
    assert [one.slot for one in register.conflicts] == ["date"]


def test_last_years_visit_of_the_same_people_told_with_this_years_is_another() -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-20"), name="а", published="2022-05-20"),
        reading(
            visit("Минск", "Омск", people=MAYORS, date="2022-05-20"),
            visit("Минск", "Омск", people=MAYORS, date="2021-05-20"), name="б", published="2022-05-21",
        ),
    )
    assert [row.date for row in rows] == ["2021-05-20", "2022-05-20"]


@pytest.mark.parametrize(("person", "told"), [("Анна Ким", 1), ("Павел Громов", 2)])
def test_the_oblast_of_one_source_is_the_city_whose_mayor_both_name(person: str, told: int) -> None:
    """Павел Громов, the mayor of Minsk, may meet the governor and the mayor on one day."""
    rows = happenings(
        reading(
            post("Анна Ким", "мэр", place="Омск"), post("Павел Громов", "мэр", place="Минск"),
            visit("Минск", "Омск", people=MAYORS, date="2025-06-24"), name="а", published="2025-06-24",
        ),
        reading(visit("Минск", "Омская область", people=[person]), name="б", published="2025-06-25"),
    )
    assert len(rows) == told


@pytest.mark.parametrize(("place", "told"), [("Минск", 1), (None, 2)])
def test_a_day_without_year_of_the_same_sides_needs_the_place_where_nobody_is_named(place: str, told: int) -> None:
    undated = reading(meeting("Минск", "Омск", date="XXXX-06-24", place=place), name="а")
    dated = reading(meeting("Минск", "Омск", date="2025-06-24", place="Минск", people=MAYORS), name="б")
    register = derive(undated, dated)
    assert len(register.happenings) == told
    assert [one.published for one in register.documents if one.id == undated.document.id] == [None]


def test_news_of_a_document_dated_without_a_year_is_that_of_the_year_in_which_others_tell_it() -> None:
    undated = reading(visit("Минск", "Омск", people=MAYORS), name="а", published="XXXX-06-25")
    dated = reading(visit("Минск", "Омск", date="2025-06-24", people=MAYORS), name="б", published="2025-06-24")
    other = reading(visit("Минск", "Омск", date="2024-09-24", people=MAYORS), name="в", published="2024-09-24")
    assert sorted(len(row.documents) for row in happenings(undated, dated, other)) == [1, 2]


def test_a_visit_announced_without_a_day_is_the_one_held_soon_after() -> None:
    (row,) = happenings(
        reading(visit("Минск", "Омск", people=MAYORS, status="planned"), name="а", published="2025-03-01"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2025-03-27"), name="б", published="2025-03-28"),
    )
    assert (row.status, row.date) == ("held", "2025-03-27")


@pytest.mark.parametrize("published", ["2025-01-01", "2025-04-05"])  # long before; after it was held
def test_a_plan_of_other_weeks_is_another_visit(published: str) -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", people=MAYORS, status="planned"), name="а", published=published),
        reading(visit("Минск", "Омск", people=MAYORS, date="2025-03-27"), name="б", published="2025-03-28"),
    )
    assert len(rows) == 2


def test_a_visit_without_a_day_has_the_days_of_the_talks_told_beside_it() -> None:
    rows = happenings(
        reading(
            visit("Минск", "Омск", people=MAYORS),
            meeting("Минск", "Омск", date="2025-03-12", people=MAYORS),
            name="а", published="2025-04-01",
        ),
        reading(visit("Минск", "Омск", date="2025-03-11/2025-03-13"), name="б", published="2025-03-14"),
    )
    assert {row.kind: len(row.documents) for row in rows} == {"visit": 2, "meeting": 1}


def test_what_the_same_guest_signed_elsewhere_dates_no_visit() -> None:
    """On the way to Минск he was in Витебск, five days before."""
    both = reading(
        visit("Омск", "Минск", people=["Сергей Шелест"]),
        signing("Омск", "Витебск", date="2025-06-19", people=["Сергей Шелест"]),
        name="а", published="2025-06-25",
    )
    other = reading(visit("Омск", "Минск", date="2025-06-24", people=["Сергей Шелест"]), name="б")
    assert [row.kind for row in happenings(both, other)].count("visit") == 1


def test_what_a_document_tells_of_other_years_dates_nothing_beside_it() -> None:
    rows = happenings(
        reading(
            visit("Минск", "Омск", people=MAYORS),
            meeting("Минск", "Омск", date="2019-03-12", people=MAYORS),
            name="а", published="2025-04-01",
        ),
        reading(visit("Минск", "Омск", date="2019-03-11/2019-03-13"), name="б", published="2019-03-14"),
    )
    assert len(rows) == 3


def test_news_of_two_months_are_not_one_for_a_year_that_fits_both() -> None:
    rows = happenings(
        reading(meeting("Минск", "Омск", people=MAYORS, sentence="Весной говорили о школах."), published="2025-03-12"),
        reading(meeting("Минск", "Омск", people=MAYORS, sentence="Гостей ждал парк у реки."), published="2025-06-12"),
        reading(meeting("Минск", "Омск", date="2025"), name="в", published="2026-02-01"),
    )
    assert len(rows) == 3


def test_where_the_same_two_people_met_the_oblast_may_stand_for_its_city() -> None:
    (row,) = happenings(
        reading(meeting("Минск", "Омск", date="2025-06-24", people=MAYORS), name="а"),
        reading(meeting("Минск", "Омская область", date="2025-06-24", people=MAYORS), name="б"),
    )
    assert len(row.documents) == 2


def test_what_joins_two_reports_is_told_slot_by_slot() -> None:
    derivation = judged(
        reading(meeting("Минск", "Омск", people=MAYORS, place="Минск"), name="а", published="2025-06-24"),
        reading(meeting("Минск", "Омск", people=MAYORS[:1], place="Минск"), name="б", published="2025-06-25"),
    )
    (one,) = (one for one in derivation.judgements if one.by == "weighed")
    assert one.judgement == "same"
    assert one.reasons == ("рассказано в одни дни; те же стороны; общий участник; то же место",)


def test_a_tour_of_one_plant_told_long_after_is_the_only_one_there_was() -> None:
    later = reading(tour("Минск", "Омск", organizations=["Амкодор"]), name="б", published="2025-09-01")
    one = reading(tour("Минск", "Омск", date="2023-06-24", organizations=["Амкодор"]), name="а", published="2023-06-25")
    two = reading(tour("Минск", "Омск", date="2024-06-24", organizations=["Амкодор"]), name="в", published="2024-06-25")
    assert len(happenings(one, later)) == 1
    assert len(happenings(one, two, later)) == 3


def test_a_forum_counted_by_figures_needs_no_date() -> None:
    (row,) = happenings(
        reading(forum("Россия", "Беларусь", title="12-й Форум регионов"), name="а"),
        reading(forum("Россия", "Беларусь", title="XII Форум регионов", date="2025-06-26"), name="б"),
    )
    assert row.date == "2025-06-26"


@pytest.mark.parametrize("vague", ["2024-05", "2024"])
def test_a_month_or_a_year_has_the_days_of_what_is_told_beside_it(vague: str) -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", date="2024-05-20"), tour("Минск", "Омск", date=vague, place="Омск"), name="а",
                published="2024-05-21"),
        reading(tour("Минск", "Омск", date="2024-05-20", place="Омск"), name="б", published="2024-05-20"),
        reading(tour("Минск", "Омск", date="2024-05-03", place="Омск"), name="в", published="2024-05-03"),
    )
    assert {(row.date, len(row.documents)) for row in rows if row.kind == "tour"} == {
        ("2024-05-20", 2), ("2024-05-03", 1),
    }


def test_days_beside_of_another_month_are_not_those_of_a_month_that_is_told() -> None:
    rows = happenings(
        reading(visit("Минск", "Омск", date="2024-05-20"), tour("Минск", "Омск", date="2024-03"), name="а",
                published="2024-05-21"),
        reading(tour("Минск", "Омск", date="2024-05-20"), name="б", published="2024-05-20"),
    )
    assert len([row for row in rows if row.kind == "tour"]) == 2


def signed(date: str | None, name: str, published: str) -> Reading:
    """A signing told in one sentence with what was signed."""
    told: list[Record] = []

    def of_the_signing(page: Page) -> Record:
        told.append(signing("Минск", "Омск", date=date)(page))
        return told[-1]

    def of_the_paper(page: Page) -> Record:
        record = agreement("Минск", "Омск", signed=date, subject="о туризме")(page)
        return dataclasses.replace(record, evidence=told[-1].evidence)

    return reading(of_the_signing, of_the_paper, name=name, published=published)


def test_one_source_that_errs_in_the_day_is_no_rival_of_the_many_for_who_recalls_what_was_signed() -> None:
    many = [signed("2024-05-20", name, "2024-05-20") for name in "абв"]
    errs = signed("2024-04-21", "г", "2024-05-21")
    later = signed("2024", "д", "2025-02-01")
    assert sorted(len(row.documents) for row in happenings(*many, errs, later)) == [1, 4]
    assert sorted(len(row.documents) for row in happenings(many[0], errs, later)) == [1, 1, 1]


def test_a_year_and_a_day_without_year_are_no_such_day_where_one_person_is_common() -> None:
    rows = happenings(
        reading(meeting("Минск", "Омск", date="XXXX-03-28", people=MAYORS[:1]), name="а"),
        reading(meeting("Минск", "Омск", date="2024", people=MAYORS[:1]), name="б", published="2025-02-01"),
    )
    assert len(rows) == 2


def test_a_slip_in_the_date_of_who_names_one_of_the_guests() -> None:
    (row,) = happenings(
        reading(visit("Минск", "Омск", people=MAYORS, date="2022-05-20"), name="а", published="2022-05-20"),
        reading(visit("Минск", "Омск", people=MAYORS[:1], date="2021-05-20"), name="в", published="2022-05-21"),
    )
    assert len(row.documents) == 2


@pytest.mark.parametrize("slip", ["2022-06-20", "2021-05-20"])
def test_a_slip_in_the_date_of_a_numbered_forum_that_names_nobody(slip: str) -> None:
    title = "IV форум деловых кругов"
    (row,) = happenings(
        reading(forum("Минск", "Омск", title=title, date="2022-05-20"), name="а", published="2022-05-20"),
        reading(forum("Минск", "Омск", title=title, date="2022-05-20"), name="б", published="2022-05-21"),
        reading(forum("Минск", "Омск", title="4-й форум деловых кругов", date=slip), name="в", published="2022-05-21"),
    )
    assert (row.date, len(row.documents)) == ("2022-05-20", 3)


def test_a_forum_without_a_number_of_last_year_told_with_this_years_is_another() -> None:
    rows = happenings(
        reading(forum("Минск", "Омск", title="Форум ремёсел", date="2022-05-20"), name="а", published="2022-05-20"),
        reading(forum("Минск", "Омск", title="Форум ремёсел", date="2021-05-20"), name="б", published="2022-05-21"),
    )
    assert len(rows) == 2
