"""What rows can be chosen by."""

from __future__ import annotations

import pytest

from pobratim.register.facets import Among, Between, Facets, Lacks, holds, saying
from tests.reports import make

REGISTER = make.rich().register


def facets(row_id: str) -> frozenset[tuple[str, str]]:
    row = REGISTER.get(row_id)
    assert row
    return Facets(REGISTER.by_id).of(row)


def of(row_id: str, name: str) -> set[str]:
    return {value for key, value in facets(row_id) if key == name}


def test_a_happening_has_its_kind_places_year_status_sources_and_last_day() -> None:
    assert of("h4", "sort") == {"forum"}
    assert of("h4", "place") == {"minsk", "omsk", "tyumen"}
    assert of("h4", "year") == {"2024"}
    assert of("h4", "status") == {"held"}
    assert of("h4", "source") == {"Деловой Омск (учебный пример)"}
    assert of("h4", "day") == {"2024-06-20"}


def test_what_is_open_in_time_has_no_year() -> None:
    assert of("h5", "year") == set() and of("h5", "day") == set()


def test_an_organization_stands_for_its_place_and_a_person_for_the_place_served() -> None:
    assert of("zavod", "place") == {"minsk"}
    assert of("primerova", "place") == {"omsk"}
    assert of("h3", "place") == {"minsk", "omsk"}


def test_a_promise_has_its_fields_its_last_day_and_its_words() -> None:
    assert of("c1", "field") == {"education"}
    assert of("c1", "due") == {"2026-05-31"}
    assert {"обмен", "школьный", "команда"} <= of("c1", "word")
    assert of("c3", "proposed") == {"yes"} and of("c1", "proposed") == set()


def test_what_has_no_day_of_its_own_counts_when_it_was_told() -> None:
    assert of("o1", "year") == {"2024"}
    assert of("q1", "sort") <= {"direct", "indirect"}


@pytest.mark.parametrize(
    ("condition", "meets"),
    [
        (Among("place", frozenset({"omsk", "nowhere"})), True),
        (Among("place", frozenset({"nowhere"})), False),
        (Between("day", "2024-06-20", "2024-06-20"), True),
        (Between("day", last="2024-06-19"), False),
        (Between("day", "2024-06-21"), False),
        (Lacks("due"), True),
        (Lacks("day"), False),
    ],
)
def test_a_condition_is_met_or_not(condition, meets: bool) -> None:
    assert holds(condition, facets("h4")) is meets


def test_what_is_at_a_place_has_its_day_or_how_often_it_is_told_beside_it() -> None:
    assert of("h4", "at") == {"minsk|2024-06-20", "omsk|2024-06-20", "tyumen|2024-06-20"}
    assert of("h5", "at") == {f"{place}|" for place in of("h5", "place")}, "of no day"
    assert of("zavod", "at") == {f"minsk|{next(iter(of('zavod', 'told')))}"}


def test_what_lists_show_is_found_by_the_words_of_its_heading() -> None:
    assert {"форум", "2024"} <= of("h4", "word")
    assert of("minsk", "word") == {"минск"}


@pytest.mark.parametrize(
    ("typed", "heading", "found"),
    [
        ("трамв", "Поставка трамваев", True),
        ("трамваями", "Поставка трамваев", True),
        ("минску", "Визит в Минск", True),
        ("Тулой", "Встреча в Туле", True),
        ("петербург", "Санкт-Петербург", True),
        ("мэра", "Мэр Омска", True),
        ("ёлка", "Елка в Омске", True),
        ("омск визит", "Визит делегации Омска", True),
        ("омск отъезд", "Визит делегации Омска", False),
        ("вай", "Поставка трамваев", False),
        ("стали", "Станция метро", False),
        ("«»", "Станция метро", True),
    ],
)
def test_words_are_found_by_their_beginnings_in_any_case(typed: str, heading: str, found: bool) -> None:
    words = {("word", one) for one in heading.lower().replace("-", " ").split()}
    assert all(holds(one, words) for one in saying(typed)) is found
