from __future__ import annotations

from typing import Any

import pytest

from pobratim.model.reading import Event, Reading
from pobratim.register.claims import Claim, Kind, Source
from pobratim.register.conflicts import Said, settle_date, settle_value
from tests.register.make import event, reading


def said(
    value: str,
    file: str,
    *,
    basis: str = "stated",
    published: str | None = None,
    kind: Kind = "paper",
    original: str | None = None,
) -> Said:
    page: Reading = reading(event("meeting", "Минск"), name=file, published=published)
    source = Source(page, original or page.document.id, kind)
    record = page.records[0]
    assert isinstance(record, Event)
    return Said(value, Claim(source, record), basis)


def test_nothing_said_settles_nothing() -> None:
    settled = settle_date([])
    assert (settled.value, settled.basis, settled.values) == (None, None, ())
    assert settled.conflict("row", "date") is None


def test_values_that_agree_are_narrowed_and_no_contradiction() -> None:
    settled = settle_date([said("2025", "а"), said("2025-06", "б"), said("2025-06-24", "в")])
    assert (settled.value, settled.basis) == ("2025-06-24", "stated")
    assert settled.conflict("row", "date") is None


def test_a_vague_value_that_fits_both_sides_contradicts_neither() -> None:
    settled = settle_date([said("2025", "а"), said("2025-06-24", "б"), said("2025-07-01", "в")])
    assert [value.value for value in settled.values] in (
        ["2025-06-24", "2025-07-01"], ["2025-07-01", "2025-06-24"],
    )
    assert sum(len(value.documents) for value in settled.values) == 2


@pytest.mark.parametrize(("likelier", "other", "reason"), [
    ([("а", {}), ("б", {})], [("в", {"kind": "official"})], "независимых источников больше: 2 против 1"),
    ([("а", {"kind": "official"})], [("б", {"published": "2025-07-01"})], "официальный источник"),
    ([("а", {"kind": "agency"})], [("б", {"published": "2025-07-01"})], "сообщило информационное агентство"),
    ([("а", {})], [("б", {"kind": "reprint"}), ("в", {"kind": "reprint"})],
     "независимых источников больше: 1 против 0"),
    ([("а", {})], [("б", {"basis": "inferred"})], "сказано прямо, а не выведено из других слов"),
    ([("а", {"published": "2025-06-26", "basis": "inferred"})], [("б", {"published": "2030-06-23"})],
     "сообщено тогда же, когда это было"),
    ([("а", {"published": "2027-07-01"})], [("б", {"published": "2026-06-01"})], "сообщено позже"),
    ([("а", {"published": "2027-07-01"})], [("б", {})], "сообщено позже"),
])
def test_the_likelier_first_with_the_reason(likelier: list[Any], other: list[Any], reason: str) -> None:
    claims = [said("2025-06-24", file, **how) for file, how in likelier]
    claims += [said("2025-06-23", file, **how) for file, how in other]
    for ordered in (claims, claims[::-1]):
        settled = settle_date(ordered)
        assert settled.value == "2025-06-24"
        assert settled.values[0].reason == reason


def test_a_number_that_looks_like_a_year_is_no_date() -> None:
    """2024 twins counted in a report of January 2024."""
    settled = settle_value([said("2024", "а", published="2024-01-10"), said("2023", "б", published="2024-02-10")])
    assert settled.values[0].reason == "сообщено позже"


def test_the_more_exact_is_likelier() -> None:
    settled = settle_date([said("2024", "а"), said("2025-06-24", "б")])
    assert (settled.value, settled.values[0].reason) == ("2025-06-24", "сказано точнее")


def test_a_longer_term_is_not_less_exact() -> None:
    settled = settle_date([said("2026/2028", "а"), said("2026/2027", "б")])
    assert settled.values[0].reason == "источники равноценны"


def test_reprints_do_not_count() -> None:
    first = said("2025-06-24", "а")
    copies = [said("2025-06-24", f"копия {number}", original=first.source.id) for number in range(3)]
    two = [said("2025-06-25", "б"), said("2025-06-25", "в")]
    settled = settle_date([first, *copies, *two])
    assert settled.value == "2025-06-25"
    assert settled.values[1].reason == "1 источник"
    assert len(settled.values[1].documents) == 4


def test_the_contradiction_lists_documents_and_claims() -> None:
    conflict = settle_date([said("2025-06-24", "а"), said("2025-06-25", "б")]).conflict("meeting-1", "date")
    assert conflict is not None
    assert (conflict.on, conflict.slot) == ("meeting-1", "date")
    assert len(conflict.documents) == len(conflict.claims) == 2
    assert conflict.id.startswith("conflict-")


def test_a_date_put_together_is_inferred_with_its_grounds() -> None:
    settled = settle_date([said("XXXX-06-24", "а"), said("2025", "б")])
    assert (settled.value, settled.basis) == ("2025-06-24", "inferred")
    assert sorted(because.reason for because in settled.because) == [
        "здесь сказано: 2025 год", "здесь сказано: 24 июня, год не указан",
    ]


def test_one_who_states_it_outright_is_enough() -> None:
    settled = settle_date([said("2025-06-24", "а", basis="inferred"), said("2025-06-24", "б")])
    assert (settled.basis, settled.because) == ("stated", ())


def test_stretches_of_days_are_kept_where_they_last() -> None:
    claims = [said("2019-10-10/2019-10-12", "а"), said("2019-10-11", "б"), said("2019", "в")]
    assert settle_date(claims, lasting=True).value == "2019-10-10/2019-10-12"
    assert settle_date(claims).value == "2019-10-11"


@pytest.mark.parametrize("other", ["2022-10-14/2022-10-16", "2022-10-15", "2022-10", "2022"])
def test_a_stretch_of_days_without_its_year_takes_no_year_away(other: str) -> None:
    claims = [said("XXXX-10-14/XXXX-10-16", "а"), said(other, "б")]
    for order in (claims, claims[::-1]):
        assert settle_date(order, lasting=True).value == "2022-10-14/2022-10-16"


def test_plain_values_agree_when_they_are_equal() -> None:
    settled = settle_value([said("130", "а"), said("130", "б"), said("2024", "в")])
    assert [value.value for value in settled.values] == ["130", "2024"]


@pytest.mark.parametrize(("count", "words"), [
    (1, "1 источник"), (2, "2 источника"), (5, "5 источников"), (11, "11 источников"), (21, "21 источник"),
])
def test_russian_numbers(count: int, words: str) -> None:
    claims = [said("1", f"а{number}") for number in range(count + 1)]
    claims += [said("2", f"б{number}") for number in range(count)]
    assert settle_value(claims).values[1].reason == words
