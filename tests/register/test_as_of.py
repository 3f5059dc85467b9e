"""The register as of a day: what held then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.model.reading import Reading
from pobratim.register.as_of import as_of
from pobratim.register.pairs import by_pair
from pobratim.register.rows import AgreementRow, Register
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
    twins,
    visit,
)


def on(day: str, *readings: Reading) -> Register:
    return as_of(derive(*readings), date.fromisoformat(day))


# ---------------------------------------------------------------- ties


def stages(day: str, *readings: Reading) -> list[tuple[str, str]]:
    return [(stage.kind, stage.status) for tie in on(day, *readings).ties for stage in tie.history]


BOTH = reading(
    partners("Минск", "Омск", since="2002"), twins("Минск", "Омск", since="2022-07-05"),
    name="история", published="2023-01-01",
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2001-12-31", []),
        ("2002-01-01", [("partner", "active")]),
        ("2022-07-04", [("partner", "active")]),
        ("2022-07-05", [("partner", "active"), ("twin", "active")]),
        ("2999-01-01", [("partner", "active"), ("twin", "active")]),
    ],
)
def test_a_stage_holds_from_the_first_day_on_which_it_may_have_begun(day, expected) -> None:
    assert stages(day, BOTH) == expected


def test_before_its_first_stage_there_is_no_tie() -> None:
    assert on("2001-12-31", BOTH).ties == ()


def test_twins_of_unknown_year_count_from_the_first_document_that_calls_them_so() -> None:
    page = reading(twins("Минск", "Омск"), published="2019-04-02")
    assert stages("2019-04-01", page) == []
    assert stages("2019-04-02", page) == [("twin", "active")]


def test_what_no_document_dates_stays_in_every_view() -> None:
    page = reading(twins("Минск", "Омск"), visit("Минск", "Омск", date="XXXX-05-06"))
    view = on("1800-01-01", page)
    assert len(view.ties) == len(view.happenings) == 1


@pytest.mark.parametrize(
    ("day", "status"),
    [("2018-12-31", None), ("2019-02-01", "planned"), ("2019-09-10", "active"), ("2022-03-14", "active"),
     ("2022-03-15", "paused"), ("2024-01-31", "paused"), ("2024-02-01", "ended")],
)
def test_the_status_of_the_day_is_what_had_been_told(day, status) -> None:
    readings = [
        reading(twins("Минск", "Омск", status=told), name=told, published=published)
        for told, published in (("planned", "2019-02-01"), ("active", "2019-09-10"), ("paused", "2022-03-15"),
                                ("ended", "2024-02-01"))
    ]
    view = on(day, *readings)
    assert [tie.status for tie in view.ties] == ([status] if status else [])
    until = [stage.until for tie in view.ties for stage in tie.history]
    assert until == ([] if not status else ["2022-03-15/2024-02-01" if status == "ended" else None])


def test_a_twinning_of_a_known_day_was_planned_before() -> None:
    readings = (
        reading(twins("Минск", "Омск", status="planned"), name="план", published="2022-01-10"),
        reading(twins("Минск", "Омск", since="2022-07-05"), name="дело", published="2022-07-06"),
    )
    assert stages("2022-07-04", *readings) == [("twin", "planned")]
    assert stages("2022-07-05", *readings) == [("twin", "active")]


def test_last_seen_does_not_see_what_came_later() -> None:
    readings = (
        reading(visit("Минск", "Омск", date="2019-05-04"), name="а", published="2019-05-06"),
        reading(visit("Минск", "Омск", date="2024-08-01"), name="б", published="2024-08-02"),
    )
    seen = {day: on(day, *readings).ties[0].last_seen for day in ("2019-05-05", "2020-01-01", "2024-08-02")}
    assert seen == {"2019-05-05": "2019-05-04", "2020-01-01": "2019-05-06", "2024-08-02": "2024-08-02"}


# ---------------------------------------------------------------- happenings


def happened(day: str, *readings: Reading) -> list[str]:
    return [row.status for row in on(day, *readings).happenings]


@pytest.mark.parametrize(
    ("date_", "day", "there"),
    [
        ("2024-05-06", "2024-05-05", False), ("2024-05-06", "2024-05-06", True),
        ("2024-05", "2024-04-30", False), ("2024-05", "2024-05-01", True),
        ("2024", "2023-12-31", False), ("2024", "2024-01-01", True),
        ("2024-05-06/2024-05-08", "2024-05-05", False), ("2024-05-06/2024-05-08", "2024-05-07", True),
        ("XXXX-05-06", "2024-06-01", False), ("XXXX-05-06", "2024-06-02", True),
        (None, "2024-06-01", False), (None, "2024-06-02", True),
    ],
)
def test_what_was_held_is_there_from_its_first_possible_day(date_, day, there) -> None:
    page = reading(visit("Минск", "Омск", date=date_), published="2024-06-02")
    assert happened(day, page) == (["held"] if there else [])


@pytest.mark.parametrize(
    ("day", "status"), [("2024-03-31", None), ("2024-04-01", "planned"), ("2024-05-06", "held")]
)
def test_it_was_planned_before_it_was_held(day, status) -> None:
    readings = (
        reading(visit("Минск", "Омск", date="2024-05-06", status="planned"), name="а", published="2024-04-01"),
        reading(visit("Минск", "Омск", date="2024-05-06"), name="б", published="2024-05-07"),
    )
    assert happened(day, *readings) == ([status] if status else [])


def test_a_plan_that_was_called_off_was_a_plan_till_then() -> None:
    readings = (
        reading(visit("Минск", "Омск", date="2024-05-06", status="planned"), name="а", published="2024-04-01"),
        reading(visit("Минск", "Омск", date="2024-05-06", status="cancelled"), name="б", published="2024-05-01"),
    )
    assert happened("2024-04-30", *readings) == ["planned"]
    assert happened("2024-05-01", *readings) == ["cancelled"]


# ---------------------------------------------------------------- agreements, offices, promises


def papers(day: str, *readings: Reading) -> dict[str | None, str]:
    return {row.period: row.status for row in on(day, *readings).agreements}


def test_agreements_are_signed_then_in_force_then_replaced_or_lapsed() -> None:
    readings = (
        reading(roadmap("Минск", "Омск", signed="2022-12-01", period="2023/2025"), name="а", published="2022-12-02"),
        reading(roadmap("Минск", "Омск", signed="2025-09-29", period="2026/2027"), name="б", published="2025-09-30"),
    )
    assert papers("2022-11-30", *readings) == {}
    assert papers("2022-12-01", *readings) == {"2023/2025": "signed"}
    assert papers("2025-12-31", *readings) == {"2023/2025": "signed", "2026/2027": "signed"}
    assert papers("2026-01-01", *readings) == {"2023/2025": "replaced", "2026/2027": "signed"}
    assert papers("2028-01-01", *readings) == {"2023/2025": "replaced", "2026/2027": "lapsed"}
    assert [row.replaces for row in on("2022-12-01", *readings).agreements] == [None]


def test_an_agreement_that_was_given_up_stood_till_then() -> None:
    readings = (
        reading(agreement("Минск", "Омск", signed="2011-05-05"), name="а", published="2011-05-06"),
        reading(agreement("Минск", "Омск", signed="2011-05-05", status="ended"), name="б", published="2022-03-01"),
    )
    assert [row.status for row in on("2022-02-28", *readings).agreements] == ["signed"]
    assert [row.status for row in on("2022-03-01", *readings).agreements] == ["ended"]


def test_an_agreement_without_a_day_counts_from_the_first_document_or_its_term() -> None:
    page = reading(roadmap("Минск", "Омск", period="2023/2025"), published="2024-03-01")
    assert papers("2022-12-31", page) == {}
    assert papers("2023-01-01", page) == {"2023/2025": "signed"}


def offices(day: str, *readings: Reading) -> set[str]:
    return {person.name for person in on(day, *readings).people if person.posts}


def test_offices_are_those_that_may_have_been_held() -> None:
    def mayor(person: str, published: str) -> Reading:
        return reading(
            post(person, "мэр", place="Омск"), meeting("Омск", "Минск", people=[person]),
            name=f"{person} {published}", published=published,
        )

    readings = (mayor("Павел Громов", "2019-03-01"), mayor("Анна Белова", "2022-05-20"))
    assert offices("2019-02-28", *readings) == set()
    assert offices("2019-03-01", *readings) == {"Павел Громов", "Анна Белова"}  # between the two nobody knows
    assert offices("2022-05-20", *readings) == {"Павел Громов", "Анна Белова"}
    assert offices("2022-05-21", *readings) == {"Анна Белова"}
    assert offices("2999-01-01", *readings) == {"Анна Белова"}
    attested = {person.name: [post.attested for post in person.posts] for person in on("2022-05-19", *readings).people}
    assert attested == {"Павел Громов": [("2019-03-01",)], "Анна Белова": [()]}


def test_promises_offers_figures_quotes_topics_count_from_what_was_told() -> None:
    page = reading(
        plan("Минск", "Омск", action="обменяться учителями"), offer("автобусы", seller="Минск"),
        figure("export", "Минск", "Омск", value=5.0, unit="USD", period="2023"), quote("Анна Белова", "Рады гостям"),
        topic("trade", "Минск", "Омск"), meeting("Минск", "Омск"), published="2024-06-02",
    )
    tables = ("commitments", "offers", "figures", "quotes", "topics")
    before, after = on("2024-06-01", page), on("2024-06-02", page)
    assert [len(getattr(before, table)) for table in tables] == [0, 0, 1, 0, 0]
    assert [len(getattr(after, table)) for table in tables] == [1, 1, 1, 1, 1]
    assert on("2022-12-31", page).figures == ()


def test_a_promise_is_not_repeated_before_it_was() -> None:
    readings = [
        reading(plan("Минск", "Омск", action="обменяться учителями"), meeting("Минск", "Омск"), name=one, published=one)
        for one in ("2024-06-02", "2025-02-01")
    ]
    (before,), (after,) = on("2025-01-31", *readings).commitments, on("2025-02-01", *readings).commitments
    assert (before.status, len(before.restated)) == ("scheduled", 0)
    assert (after.status, len(after.restated)) == ("restated", 1)


def test_contradictions_stay_with_their_rows() -> None:
    readings = (
        reading(roadmap("Минск", "Омск", signed="2025-09-29", period="2026/2027"), name="а", published="2025-09-30"),
        reading(roadmap("Минск", "Омск", signed="2025-09-29", period="2026/2028"), name="б", published="2025-09-30"),
    )
    assert on("2025-09-28", *readings).conflicts == ()
    assert [row.slot for row in on("2025-09-29", *readings).conflicts] == ["period"]


# ---------------------------------------------------------------- properties

dates = st.dates(date(1995, 1, 1), date(2035, 12, 31))
edtf_dates = st.none() | dates.flatmap(
    lambda one: st.sampled_from([one.isoformat(), f"{one:%Y-%m}", f"{one:%Y}", f"XXXX-{one:%m-%d}"])
)


@st.composite
def registers(draw) -> Register:
    sayings = {
        "visit": lambda: visit("Минск", "Омск", date=draw(edtf_dates),
                               status=draw(st.sampled_from(["held", "planned", "cancelled"]))),
        "twins": lambda: twins("Минск", "Омск", since=draw(edtf_dates),
                               status=draw(st.sampled_from(["active", "planned", "paused", "ended"]))),
        "paper": lambda: agreement("Минск", "Омск", signed=draw(edtf_dates),
                                   status=draw(st.sampled_from(["signed", "planned", "ended"]))),
        "post": lambda: post("Анна Белова", "мэр", place="Омск"),
    }
    readings = [
        reading(
            *(sayings[one]() for one in draw(st.lists(st.sampled_from(sorted(sayings)), min_size=1, max_size=3))),
            name=str(number), published=draw(edtf_dates),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    return derive(*readings)


patient = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(registers())
def test_in_the_far_future_everything_is_there(register) -> None:
    view = as_of(register, date.max)
    for table in ("documents", "places", "people", "happenings", "ties", "quotes", "topics", "conflicts"):
        assert getattr(view, table) == getattr(register, table)
    assert [replace(row, status="") for row in view.agreements] == [
        replace(row, status="") for row in register.agreements
    ]


@patient
@given(registers())
def test_in_the_far_past_only_what_nothing_places_in_time_is_there(register) -> None:
    view = as_of(register, date.min)
    undated = {row.id for row in register.documents if not (row.published or "X").startswith(tuple("12"))}
    for row in (*view.happenings, *view.ties, *view.agreements):
        assert not undated.isdisjoint(row.documents)


@patient
@given(registers(), dates, dates)
def test_what_was_held_or_signed_stays_so(register, one, other) -> None:
    first, later = sorted((one, other))
    before, after = as_of(register, first), as_of(register, later)
    held = {row.id for row in before.happenings if row.status == "held"}
    assert held <= {row.id for row in after.happenings if row.status == "held"}
    signed = {row.id for row in before.agreements if row.status != "planned"}
    assert signed <= {row.id for row in after.agreements if row.status != "planned"}


@patient
@given(registers(), dates)
def test_a_view_names_nothing_that_it_lacks(register, day) -> None:
    view = as_of(register, day)
    ids = {row.id for row in view.rows()}
    assert {row.on for row in view.conflicts} <= ids
    assert {row.replaces for row in view.agreements if isinstance(row, AgreementRow) and row.replaces} <= ids
    assert as_of(view, day).ties == view.ties


def test_by_pair_finds_what_both_took_part_in() -> None:
    register = derive(
        reading(meeting("Минск", "Омск", "Тула", date="2024-01-01"), name="а"),
        reading(meeting("Минск", "Омск", date="2025-01-01"), name="б"),
    )
    found = by_pair(register.happenings)
    days = {frozenset(pair): sorted(row.date or "" for row in rows) for pair, rows in found.items()}
    minsk, omsk, tula = map(place_id, ("Минск", "Омск", "Тула"))
    assert days == {
        frozenset((minsk, omsk)): ["2024-01-01", "2025-01-01"],
        frozenset((minsk, tula)): ["2024-01-01"], frozenset((omsk, tula)): ["2024-01-01"],
    }
