"""Statuses over time: ties that rest and end, with the days between which they did."""

from __future__ import annotations

from itertools import permutations

from pobratim.model.reading import Reading
from pobratim.register.rows import Stage
from tests.register.make import agreement, derive, reading, twins, visit


def stage(*readings: Reading) -> Stage:
    (tie,) = derive(*readings).ties
    (only,) = tie.history
    return only


def told(status: str, published: str | None, name: str = "") -> Reading:
    return reading(twins("Минск", "Омск", status=status), name=name or f"{status} {published}", published=published)


def turns(*readings: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(turn.status, turn.first, turn.last) for turn in stage(*readings).course]


def test_a_tie_is_planned_then_active_then_rests_and_is_taken_up_again() -> None:
    readings = (
        told("planned", "2019-02-01"), told("active", "2019-09-10"), told("active", "2021-05-05"),
        told("paused", "2022-03-15"), told("active", "2025-06-01"),
    )
    assert turns(*readings) == [
        ("planned", "2019-02-01", "2019-02-01"), ("active", "2019-09-10", "2021-05-05"),
        ("paused", "2022-03-15", "2022-03-15"), ("active", "2025-06-01", "2025-06-01"),
    ]
    assert all(stage(*order) == stage(*readings) for order in permutations(readings))


def test_a_plan_told_after_the_deed_tells_nothing_new() -> None:
    assert turns(told("active", "2019-09-10"), told("planned", "2020-01-01")) == [
        ("active", "2019-09-10", "2019-09-10"),
    ]


def test_a_resting_tie_is_paused() -> None:
    (tie,) = derive(told("active", "2019-09-10"), told("paused", "2022-03-15")).ties
    assert tie.status == tie.history[0].status == "paused"
    assert tie.history[0].until is None


def test_it_ended_between_the_last_word_of_its_life_and_the_first_of_its_end() -> None:
    ended = stage(told("active", "2019-09-10"), told("active", "2021-05"), told("ended", "2023-01-20"))
    assert (ended.status, ended.until, ended.until_basis) == ("ended", "2021-05-01/2023-01-20", "inferred")
    assert [step.reason for step in ended.until_because] == [
        "ещё в силе: май 2021 года", "сообщено о прекращении: 20 января 2023 года",
    ]
    assert all(step.document for step in ended.until_because)


def test_an_end_that_alone_is_told_has_an_open_beginning() -> None:
    assert stage(told("ended", "2023-01-20")).until == "../2023-01-20"


def test_an_end_told_by_nobody_knows_when_has_no_day() -> None:
    ended = stage(told("active", "2019-09-10"), told("ended", None))
    assert (ended.status, ended.until, ended.until_because) == ("ended", None, ())


def test_an_undated_page_that_calls_them_twins_does_not_revive_them() -> None:
    assert stage(told("ended", "2023-01-20"), told("active", None)).status == "ended"


def test_agreements_and_happenings_have_their_course_too() -> None:
    register = derive(
        reading(
            agreement("Минск", "Омск", status="planned"), visit("Минск", "Омск", date="2024-05-06", status="planned"),
            name="а", published="2024-04-01",
        ),
        reading(
            agreement("Минск", "Омск", signed="2024-05-06"), visit("Минск", "Омск", date="2024-05-06"),
            name="б", published="2024-05-07",
        ),
    )
    for row in (*register.agreements, *register.happenings):
        assert [turn.first for turn in row.course] == ["2024-04-01", "2024-05-07"]
        assert row.course[0].status == "planned"
        assert row.course[-1].status == row.status
