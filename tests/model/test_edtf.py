"""Dates as EDTF strings: what is valid, what agrees, what is more exact, and how a Russian reader sees it."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from pobratim.model.edtf import (
    bounds,
    compatible,
    covers,
    falls_on,
    in_russian,
    is_day,
    is_valid,
    merge,
    more_exact,
    newest,
    oldest,
    parse,
    sort_key,
    year_of,
)

days = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)


def _opened(day: str) -> st.SearchStrategy[str]:
    forms = [day, day[:7], day[:4], "XXXX" + day[4:], "XXXX" + day[4:7], day[:3] + "X", day + "?",
             day[:4] + "~"]
    return st.sampled_from(forms)


points = days.flatmap(_opened)
intervals = st.one_of(
    st.tuples(days, days).map(sorted).map("/".join),
    st.tuples(days, days).map(sorted).map(lambda pair: f"{pair[0][:4]}/{pair[1][:4]}"),
    days.map(lambda day: f"{day[:7]}/.."),
    days.map(lambda day: f"../{day[:4]}"),
)
dates = st.one_of(points, intervals)


@pytest.mark.parametrize("edtf", [
    "2024-06-24", "2024-06", "2024", "XXXX-06-24", "XXXX-06", "XXXX-02-29", "199X", "2024-XX", "2024?",
    "2024-06~", "2024%", "2026/2028", "../2030", "/2030", "2002/..", "2019-10-10/2019-10-12",
    "XXXX-06-24/XXXX-06-26",
])
def test_what_is_valid_here_the_edtf_package_reads_too(edtf: str) -> None:
    assert is_valid(edtf)
    assert str(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize("edtf", [
    "", "24.06.2024", "2024-6-24", "2024-13", "2024-00", "2024-06-31", "2023-02-29", "0000", "2024-XX-24",
    "2X24", "2028/2026", "../..", "/", "2024/2025/2026", "вчера", "２０２４", "2024-06-24T10:00",
])
def test_what_is_not_valid_says_so(edtf: str) -> None:
    assert not is_valid(edtf)
    with pytest.raises(ValueError, match=r"EDTF|such date"):
        parse(edtf)


@given(dates)
def test_every_form_survives_parsing_and_is_edtf(edtf: str) -> None:
    assert str(parse(edtf)) == edtf
    parse_edtf(edtf)


@given(st.text(max_size=12))
def test_any_text_is_valid_or_refused(text: str) -> None:
    if is_valid(text):
        assert is_valid(str(parse(text)))


@pytest.mark.parametrize(("edtf", "first", "last"), [
    ("2024-06-24", date(2024, 6, 24), date(2024, 6, 24)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024~", date(2024, 1, 1), date(2024, 12, 31)),
    ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    ("2026/2028", date(2026, 1, 1), date(2028, 12, 31)),
    ("../2030", None, date(2030, 12, 31)),
    ("2002/..", date(2002, 1, 1), None),
    ("XXXX-06-24", None, None),
    (None, None, None),
])
def test_bounds(edtf: str | None, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(("a", "b", "both"), [
    ("XXXX-06-24", "2025", "2025-06-24"),             # a day and, elsewhere, its year
    ("2025-06", "XXXX-06-24", "2025-06-24"),
    ("2018", "2018-06-11", "2018-06-11"),
    ("2024-06-24", "2025", None),
    ("XXXX-06-24", "2025-06-25", None),
    ("XXXX-02-29", "2023", None),                     # no such day in that year
    ("XXXX-02-29", "2024", "2024-02-29"),
    ("2024?", "2024", "2024"),                        # a plain statement settles a doubt
    ("2024?", "2024-06", "2024-06"),
    ("2024-06?", "2024", "2024-06?"),                 # a vaguer one does not
    ("2011~", "2012", "2012"),                        # «около 2011 года» does not deny 2012
    ("2011~", "2014", None),
    ("2026/2028", "2026/2027", None),                 # two periods of one road map: a contradiction
    ("2026/2028", "2026-01/2028", "2026-01/2028"),
    ("../2030", "2026/2030", "2026/2030"),
    ("2026/..", "../2030", "2026/2030"),
    ("2028/..", "../2026", None),
    ("2019-10-10/2019-10-12", "2019-10-11", "2019-10-11"),
    ("2019-10-10/2019-10-12", "2019", "2019-10-10/2019-10-12"),
    ("2019/2020", "2019-12-05", "2019-12-05"),
    ("2019-12/2020-02", "2020", "2019-12/2020-02"),   # reaches beyond the year
    ("XXXX-06-24", "2024-08/2025-08", "2025-06-24"),  # one year is possible, so it is that
    ("XXXX-06-24", "2024/2025", "XXXX-06-24"),        # two are: the year stays open
    ("XXXX-06-24", "2024-08/2025-05", None),
    ("XXXX-06-24", "2002/..", "XXXX-06-24"),
    ("XXXX-10", "2019-10-10/2019-10-12", "2019-10-10/2019-10-12"),
    ("XXXX-06-24/XXXX-06-26", "2025-06-25", "2025-06-25"),
    ("XXXX-06-24/XXXX-06-26", "2025", "2025-06-24/2025-06-26"),
    ("XXXX-06-24/XXXX-06-26", "XXXX-06-25", "XXXX-06-25"),
    ("XXXX-06-24/XXXX-06-26", "XXXX-06", "XXXX-06-24/XXXX-06-26"),
    ("XXXX-06-24/XXXX-06-26", "2025-07-01", None),
    ("199X", "1995", "1995"),
    (None, "2024", "2024"),
])
def test_merging_two_dates_of_one_thing(a: str | None, b: str | None, both: str | None) -> None:
    assert merge(a, b) == both
    assert compatible(a, b) == (both is not None)


def test_nothing_said_is_compatible_and_merges_to_nothing() -> None:
    assert compatible(None, None)
    assert merge(None, None) is None


@given(dates, dates)
def test_merging_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert merge(a, b) == merge(b, a)
    assert compatible(a, b) == compatible(b, a)


@given(dates, dates)
def test_a_merged_date_agrees_with_both_and_says_no_less(a: str, b: str) -> None:
    both = merge(a, b)
    if both is not None:
        assert is_valid(both)
        assert compatible(both, a)
        assert compatible(both, b)
        assert merge(both, a) == both


@given(dates)
def test_a_date_agrees_with_itself(a: str) -> None:
    assert merge(a, a) == a
    assert not more_exact(a, a)


@given(points, points)
def test_plain_merging_never_leaves_the_bounds_of_either(a: str, b: str) -> None:
    both = merge(a, b)
    if both is None or "?" in a + b or "~" in a + b:
        return
    for one in (a, b):
        if None not in bounds(one):
            assert covers(one, both)


@pytest.mark.parametrize(("exact", "vague"), [
    ("2024-06-24", "2024-06"), ("2024-06", "2024"), ("2024", "2024/2026"), ("2024", "199X"),
    ("2024", "2024~"), ("2024", "XXXX-06-24"), ("XXXX-06-24", "XXXX-06"), ("2026/2030", "../2030"),
    ("XXXX-06", None),
])
def test_more_exact(exact: str, vague: str | None) -> None:
    assert more_exact(exact, vague)
    assert not more_exact(vague, exact)


@pytest.mark.parametrize(
    ("edtf", "day"),
    [("2024-06-24", True), ("XXXX-06-24", True), ("2024-06", False), ("2024", False), ("2024-06-24~", False),
     ("2024-05/..", False), ("2024-06-24/2024-06-26", False), (None, False)],
)  # fmt: skip
def test_one_day_for_sure(edtf: str | None, day: bool) -> None:
    assert is_day(edtf) is day


def test_newest_first_with_open_years_after_and_nothing_last() -> None:
    ordered = ["2026/..", "2025-06", "2025-06-24", "2024", "../2020", "2019-10-10/2019-10-12", "XXXX-06-24",
               "XXXX-06", "XXXX-05-20", None]
    for shuffled in (ordered, ordered[::-1], ordered[3:] + ordered[:3]):
        assert sorted(shuffled, key=sort_key) == ordered


@pytest.mark.parametrize(("interval", "day", "inside"), [
    ("2026/2028", "2028-12-31", True), ("2026/2028", "2029-01-01", False), ("2026/2028", "2027", True),
    ("2028/..", "2050-01-01", True), ("../2030", "1999", True), ("2026-06/2028", "2026", False),
    ("2024", "2024-02-29", True), ("XXXX-06-24", "2024-06-24", False), ("2024", "XXXX-06-24", False),
])
def test_covers(interval: str, day: str, inside: bool) -> None:
    assert covers(interval, day) is inside


def test_covers_takes_a_date_too() -> None:
    assert covers("2026/2028", date(2026, 5, 1))


@pytest.mark.parametrize(("edtf", "year"), [
    ("2024-06-24", 2024), ("2024~", 2024), ("2019-10-10/2019-10-12", 2019), ("2026/2028", None),
    ("199X", None), ("XXXX-06-24", None), ("../2030", None), (None, None),
])
def test_year_of(edtf: str | None, year: int | None) -> None:
    assert year_of(edtf) == year


@pytest.mark.parametrize(("edtf", "words"), [
    ("2025-06-24", "24 июня 2025 года"),
    ("2025-06", "июнь 2025 года"),
    ("2025", "2025 год"),
    ("XXXX-06-24", "24 июня, год не указан"),
    ("XXXX-06", "июнь, год не указан"),
    ("XXXX", "год не указан"),
    ("199X", "1990-е годы"),
    ("19XX", "1900–1999 годы"),
    ("2024~", "около 2024 года"),
    ("2024-06~", "около июня 2024 года"),
    ("2024?", "предположительно 2024 год"),
    ("2024%", "предположительно около 2024 года"),
    ("2026/2028", "2026–2028 годы"),
    ("2002/..", "с 2002 года"),
    ("2002~/..", "примерно с 2002 года"),
    ("199X/..", "с 1990-х годов"),
    ("2024-03/..", "с марта 2024 года"),
    ("2024-03-05/", "с 5 марта 2024 года"),
    ("../2030", "до конца 2030 года"),
    ("../2030-06", "до конца июня 2030 года"),
    ("../2030-06-24", "до 24 июня 2030 года"),
    ("2019-10-10/2019-10-12", "10–12 октября 2019 года"),
    ("2019-09-30/2019-10-02", "30 сентября – 2 октября 2019 года"),
    ("2019-12-30/2020-01-02", "30 декабря 2019 года – 2 января 2020 года"),
    ("2024-03/2024-05", "март–май 2024 года"),
    ("2024-11/2025-02", "ноябрь 2024 года – февраль 2025 года"),
    ("XXXX-06-24/XXXX-06-26", "24–26 июня, год не указан"),
    ("2026-06/2028", "июнь 2026 года – 2028 год"),
    (None, ""),
])
def test_in_russian(edtf: str | None, words: str) -> None:
    assert in_russian(edtf) == words


@given(dates)
def test_every_date_has_russian_words_with_its_year(edtf: str) -> None:
    words = in_russian(edtf)
    for end in edtf.strip("?~").split("/"):
        if end[:4].isdecimal():
            assert end[:4] in words


def test_a_day_falls_on_its_weekday_and_a_day_that_is_none_on_no_day():
    assert falls_on(2025, 6, 24, 1)
    assert not falls_on(2025, 6, 24, 0)
    assert not any(falls_on(2025, 2, 29, weekday) for weekday in range(7))


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (["2019", "2019-05-06"], "2019-05-06", "2019-05-06"),
        (["2018", "2019-05-06"], "2018", "2019-05-06"),
        (["2019-05-06", "2020"], "2019-05-06", "2020"),
        (["2019-05/2020-03", "2020-01"], "2020-01", "2020-01"),
        (["XXXX-06-24", "2019", "2019/.."], "2019", "2019"),
        (["XXXX-06-24"], None, None),
        ([], None, None),
    ],
)
def test_the_oldest_and_the_newest_are_so_for_sure(days, first, last):
    assert (oldest(days), newest(days)) == (first, last)
    assert (oldest(reversed(days)), newest(reversed(days))) == (first, last)
