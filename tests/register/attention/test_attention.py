"""What needs a person, why and by when."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.model.reading import Reading
from pobratim.register.attention import KINDS, Item, attention
from pobratim.register.attention.item import months_later
from tests.register.make import (
    agreement,
    derive,
    judged,
    meeting,
    partners,
    plan,
    post,
    reading,
    roadmap,
    twins,
    visit,
)


def items(today: str, *readings: Reading, within: int = 6, kind: str | None = None) -> list[Item]:
    found = attention(derive(*readings), (), date.fromisoformat(today), within=within)
    return [one for one in found if kind in (None, one.kind)]


def kinds(today: str, *readings: Reading) -> list[str]:
    return [one.kind for one in items(today, *readings)]


# ---------------------------------------------------------------- agreements


ROADMAP = reading(roadmap("Минск", "Омск", signed="2023-09-11", period="2024/2026-06-30"), published="2023-09-12")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2025-12-29", []),
        ("2025-12-30", ["lapsing"]),
        ("2026-06-30", ["lapsing"]),
        ("2026-07-01", ["lapsed"]),
    ],
)
def test_an_agreement_is_called_to_mind_within_half_a_year_and_once_it_has_lapsed(today, expected) -> None:
    found = [one for one in items(today, ROADMAP) if one.kind in ("lapsing", "lapsed")]
    assert [one.kind for one in found] == expected
    assert all(one.due == "2026-06-30" and one.evidence and one.documents for one in found)


def test_the_months_ahead_are_the_askers_choice() -> None:
    assert items("2025-06-30", ROADMAP, within=12, kind="lapsing")
    assert not items("2025-06-29", ROADMAP, within=12, kind="lapsing")


def test_an_open_term_never_lapses() -> None:
    page = reading(roadmap("Минск", "Омск", period="2024/.."), published="2023-09-12")
    assert not {"lapsing", "lapsed"} & set(kinds("2999-01-01", page))


def test_one_that_has_a_successor_needs_nobody() -> None:
    later = reading(roadmap("Минск", "Омск", signed="2026-05-01", period="2026-07/2028"), published="2026-05-02")
    assert not items("2026-06-01", ROADMAP, later, kind="lapsing")
    assert not items("2026-08-01", ROADMAP, later, kind="lapsed")


def test_what_is_planned_or_given_up_does_not_lapse() -> None:
    for status in ("planned", "ended"):
        page = reading(roadmap("Минск", "Омск", period="2024/2026", status=status), published="2023-09-12")
        assert not {"lapsing", "lapsed"} & set(kinds("2026-08-01", page))
        assert not {"lapsing", "lapsed"} & set(kinds("2027-08-01", page))


# ---------------------------------------------------------------- promises


def promise(due: str | None, published: str = "2024-05-02") -> Reading:
    return reading(plan("Минск", "Омск", action="обменяться учителями", due=due), published=published)


@pytest.mark.parametrize(
    ("due", "last_day"), [("2024-09-01", "2024-09-01"), ("2024-09", "2024-09-30"), ("2024", "2024-12-31")]
)
def test_a_promise_is_overdue_once_its_last_day_is_over(due, last_day) -> None:
    day = date.fromisoformat(last_day)
    assert not items(last_day, promise(due), kind="overdue")
    (one,) = items(day.replace(year=day.year + 1).isoformat(), promise(due), kind="overdue")
    assert (one.due, one.what) == (due, "«обменяться учителями» (Омск, Минск)")
    assert one.evidence


def test_a_promise_without_a_term_is_silent_after_a_year() -> None:
    assert not items("2025-05-02", promise(None), kind="silent")
    (one,) = items("2025-05-03", promise(None), kind="silent")
    assert one.since == "2024-05-02"


def test_a_promise_without_a_year_in_its_term_is_neither() -> None:
    assert not {"overdue", "silent"} & set(kinds("2030-01-01", promise("XXXX-09-01")))


def test_a_planned_visit_of_which_nobody_tells_is_overdue() -> None:
    page = reading(visit("Минск", "Омск", date="2024-06", status="planned"), published="2024-05-02")
    assert not items("2024-06-30", page, kind="overdue")
    assert [one.due for one in items("2024-07-01", page, kind="overdue")] == ["2024-06"]


# ---------------------------------------------------------------- ties


def visits(*days: str, status: str = "held") -> list[Reading]:
    return [reading(visit("Минск", "Омск", date=one, status=status), name=one, published=one) for one in days]


def test_a_tie_sleeps_when_twice_its_usual_gap_has_gone_by() -> None:
    yearly = visits("2018-05-01", "2019-05-01", "2020-05-01", "2021-05-01")
    assert not items("2023-05-01", *yearly, kind="asleep")
    (one,) = items("2023-05-03", *yearly, kind="asleep")
    assert (one.what, one.since) == ("Омск — Минск", "2021-05-01")
    assert one.why == (
        "последний известный контакт — 1 мая 2021 года, с тех пор прошло 2 года; "
        "обычный промежуток — 12 месяцев (4 известных контакта)"
    )
    assert [said.document for said in one.evidence] == list(one.documents)


@pytest.mark.parametrize(
    ("today", "passed"),
    [("2026-11-22", "7 лет"), ("2026-05-01", "6 лет"), ("2026-05-12", "7 лет"), ("2021-05-12", "2 года"),
     ("2021-04-30", "23 месяца")],
)
def test_only_full_years_and_months_have_passed(today: str, passed: str) -> None:
    twinned = reading(twins("Минск", "Омск", since="2010"), name="побратимы", published="2019-05-12")
    (one,) = items(today, *visits("2019-05-12"), twinned, kind="asleep")
    assert one.why.endswith(f"с тех пор прошло {passed}")


def test_within_a_year_no_tie_sleeps() -> None:
    monthly = visits("2021-01-10", "2021-02-10", "2021-03-10")
    assert not items("2022-03-10", *monthly, kind="asleep")
    assert items("2022-03-11", *monthly, kind="asleep")


def test_a_visit_and_what_happened_during_it_are_one_contact() -> None:
    pages = visits("2016-05-01", "2016-05-06", "2016-05-11", "2020-05-01")
    assert not items("2028-04-30", *pages, kind="asleep")
    assert items("2028-05-10", *pages, kind="asleep")


def test_what_is_signed_is_a_contact_too() -> None:
    pages = [*visits("2018-05-01"), reading(agreement("Минск", "Омск", signed="2020-05-01"), published="2020-05-02")]
    assert items("2024-05-10", *pages, kind="asleep")[0].since == "2020-05-01"


def test_what_nobody_dates_was_before_the_first_document_that_tells_of_it() -> None:
    pages = [*visits("2018-05-01", "2019-05-01"), reading(visit("Минск", "Омск"), name="без даты", published="2022-05")]
    assert not items("2023-05-31", *pages, kind="asleep")
    assert items("2024-06-01", *pages, kind="asleep")[0].since == "../2022-05-31"


def test_a_single_contact_counts_for_twins_only() -> None:
    pages = visits("2021-05-01")
    assert not items("2025-01-01", *pages, kind="asleep")
    pages.append(reading(twins("Минск", "Омск", since="2020-01-01"), name="побратимы", published="2021-05-02"))
    assert items("2025-01-01", *pages, kind="asleep")


def test_what_is_planned_ahead_or_has_ended_does_not_sleep() -> None:
    pages = visits("2018-05-01", "2019-05-01")
    ahead = reading(visit("Минск", "Омск", date="2024-06", status="planned"), name="план", published="2024-01-01")
    ended = reading(twins("Минск", "Омск", status="ended"), name="конец", published="2024-01-01")
    assert items("2024-06-30", *pages, kind="asleep")
    assert not items("2024-06-30", *pages, ahead, kind="asleep")
    assert items("2024-07-01", *pages, ahead, kind="asleep")
    assert not items("2024-06-30", *pages, ended, kind="asleep")


# ---------------------------------------------------------------- anniversaries


def jubilee(today: str, since: str | None, **slots: str) -> list[tuple[str | None, str]]:
    page = reading(twins("Минск", "Омск", since=since, **slots), published="2001-01-01")
    return [(one.due, one.why.partition(":")[0]) for one in items(today, page, kind="anniversary")]


@pytest.mark.parametrize(
    ("since", "today", "expected"),
    [
        ("2003-09-11", "2023-03-10", []),
        ("2003-09-11", "2023-03-11", [("2023-09-11", "20 лет")]),
        ("2003-09-11", "2023-09-11", [("2023-09-11", "20 лет")]),
        ("2003-09-11", "2023-09-12", []),
        ("2003-09-11", "2022-09-11", []),
        ("2003-09-11", "2003-09-11", []),
        ("2003-09", "2023-09-30", [("2023-09", "20 лет")]),
        ("2003-09", "2023-10-01", []),
        ("2003", "2023-12-31", [("2023", "20 лет")]),
        ("2003", "2022-07-01", [("2023", "20 лет")]),
        ("2003", "2022-06-30", []),
        ("2003-01-20", "2022-12-01", [("2023-01-20", "20 лет")]),
        ("2004-02-29", "2009-01-01", [("2009-02-28", "5 лет")]),
        ("2003~", "2023-06-01", []),
        ("200X", "2023-06-01", []),
        ("XXXX-09-11", "2023-06-01", []),
        (None, "2023-06-01", []),
    ],
)
def test_each_fifth_year_of_a_twinning(since, today, expected) -> None:
    assert jubilee(today, since) == expected


def test_what_has_ended_has_no_anniversary() -> None:
    assert jubilee("2023-06-01", "2003-09-11", status="ended") == []


def test_an_agreement_has_its_own_unless_it_began_the_tie() -> None:
    paper = reading(agreement("Минск", "Омск", signed="2003-09-11"), name="а", published="2003-09-12")
    tie = reading(twins("Минск", "Омск", since="2003-09-11"), name="б", published="2003-09-12")
    assert next(one.row for one in items("2023-06-01", paper, kind="anniversary")).startswith("agreement-")
    assert [one.what for one in items("2023-06-01", paper, tie, kind="anniversary")] == ["Омск, Минск — побратимы"]


def test_what_has_lapsed_has_none() -> None:
    page = reading(agreement("Минск", "Омск", signed="2003-09-11", period="2003/2008"), published="2003-09-12")
    assert not items("2023-06-01", page, kind="anniversary")


# ---------------------------------------------------------------- doubts


def test_a_contradiction_waits_since_the_second_voice() -> None:
    pages = (
        reading(roadmap("Минск", "Омск", signed="2025-09-29", period="2026/2027"), name="а", published="2025-09-29"),
        reading(roadmap("Минск", "Омск", signed="2025-09-29", period="2026/2028"), name="б", published="2025-10-01"),
    )
    (one,) = items("2025-11-01", *pages, kind="contradiction")
    assert one.since == "2025-10-01"
    assert one.what == "Дорожная карта (Омск, Минск), 29 сентября 2025 года, срок действия"
    assert "2026–2027 годы — 1 документ" in one.why
    assert {said.document for said in one.evidence} == set(one.documents) == {page.document.id for page in pages}


def test_a_contradiction_on_a_tie_shows_the_sentences_of_its_stages() -> None:
    pages = (
        reading(twins("Минск", "Омск", since="2022"), name="а", published="2024-01-01"),
        reading(twins("Минск", "Омск", since="2023"), name="б", published="2024-02-01"),
    )
    (one,) = items("2024-03-01", *pages, kind="contradiction")
    assert len(one.evidence) == 2


def test_documents_without_a_year_wait() -> None:
    pages = (
        reading(meeting("Минск", "Омск"), name="без даты.txt"),
        reading(meeting("Минск", "Омск"), name="день.txt", published="XXXX-05-06"),
        reading(meeting("Минск", "Омск"), name="год.txt", published="2024"),
        reading(name="погода.txt", relevance=0.1),
    )
    found = items("2025-01-01", *pages, kind="undated")
    assert [one.what for one in found] == ["без даты.txt", "день.txt"]
    assert "6 мая" in found[1].why


def test_two_who_may_be_one_wait() -> None:
    mayors = [
        reading(
            post(name, "мэр", place="Омск"), meeting("Омск", "Минск", people=[name]), name=name, published="2024-01-01"
        )
        for name in ("Сергей Громов", "Семён Громов", "С. Громов")
    ]
    derivation = judged(*mayors)
    doubtful = [one for one in derivation.judgements if one.judgement == "unsure"]
    assert doubtful
    names = {doubtful[0].left: "Громов"}
    found = attention(derivation.register, derivation.judgements, date(2024, 2, 1), names=names)
    waiting = [one for one in found if one.kind == "unsure"]
    assert len(waiting) == len(doubtful)
    assert any(one.what.startswith("Громов и упоминание в документе «") for one in waiting)
    assert all(one.since == "2024-01-01" and one.why and len(one.documents) == 2 for one in waiting)


# ---------------------------------------------------------------- the list


def everything() -> list[Reading]:
    return [
        ROADMAP,
        *(reading(visit("Тула", "Пермь", date=one), name=one, published=one) for one in ("2018-05-01", "2019-05-01")),
        promise("2024-09-01"),
        reading(partners("Брест", "Казань", since="2016-03"), name="юбилей", published="2017-01-01"),
        reading(meeting("Уфа", "Минск"), name="без даты"),
    ]


def test_the_nearest_to_today_comes_first_and_what_has_no_day_last() -> None:
    today = date(2026, 1, 15)
    found = attention(derive(*everything()), (), today)
    far = [abs((one.day - today).days) if one.day else 10**9 for one in found]
    assert far == sorted(far)
    assert (found[0].kind, found[-1].kind) == ("anniversary", "undated")
    assert {one.kind for one in found} == {"anniversary", "lapsing", "overdue", "asleep", "undated"}


def test_the_order_of_documents_does_not_matter() -> None:
    first = attention(derive(*everything()), (), date(2026, 1, 15))
    for order in list(permutations(everything()))[::97]:
        assert attention(derive(*order), (), date(2026, 1, 15)) == first


def test_an_empty_register_needs_nobody() -> None:
    assert attention(derive(), (), date(2026, 1, 15)) == ()


patient = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_looking_further_ahead_shows_no_less(today, within, further) -> None:
    register = derive(*everything())
    near = attention(register, (), today, within=within)
    far = attention(register, (), today, within=within + further)
    assert {(one.kind, one.row) for one in near} <= {(one.kind, one.row) for one in far}
    assert all(one.kind in KINDS and one.what and one.why for one in far)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2025-08-31", 6, "2026-02-28"), ("2025-12-31", 1, "2026-01-31"), ("2026-01-15", 0, "2026-01-15"),
     ("2024-02-29", 12, "2025-02-28"), ("9999-12-31", 6, "9999-12-31")],
)
def test_months_later(day, months, later) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_each_names_a_row_of_the_register() -> None:
    register = derive(*everything())
    for one in attention(register, (), date(2026, 1, 15)):
        assert register.get(one.row) is not None
