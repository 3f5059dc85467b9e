"""Agreements over time: successors, and what stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from pobratim.register.agreement_terms import standing, standings, successors, with_successors
from pobratim.register.rows import AgreementRow, Register

SIDES = ("minsk", "omsk")


def paper(row_id: str = "a", period: str | None = None, **slots: object) -> AgreementRow:
    return AgreementRow(**{"id": row_id, "kind": "roadmap", "parties": SIDES, "period": period, **slots})  # type: ignore[arg-type]


def replaced(*rows: AgreementRow) -> dict[str, str | None]:
    return {row.id: row.replaces for row in with_successors(rows)}


def test_a_road_map_takes_the_place_of_the_one_before() -> None:
    rows = paper("c", "2026/2028"), paper("a", "2020/2022"), paper("b", "2023/2025")
    assert replaced(*rows) == {"a": None, "b": "a", "c": "b"}


@pytest.mark.parametrize(
    "other",
    [
        paper("b", "2026/2028", kind="plan"),
        paper("b", "2026/2028", parties=("minsk", "tomsk")),
        paper("b", "2026/2028", status="planned"),
        paper("b", "2026/2028", subject="развитие туризма"),
        paper("b", "2023/2026"),
        paper("b"),
    ],
    ids=["kind", "parties", "planned", "subject", "same beginning", "no term"],
)
def test_it_does_not_where_it_is_another_matter(other: AgreementRow) -> None:
    assert replaced(paper("a", "2023/2025", subject="поставка трамваев"), other)["b"] is None


@pytest.mark.parametrize(
    ("period", "day", "stands"),
    [
        ("2024/2026", "2023-12-31", "to begin"),
        ("2024/2026", "2024-01-01", "in force"),
        ("2024/2026", "2026-12-31", "in force"),
        ("2024/2026", "2027-01-01", "lapsed"),
        ("2024-03-05/2024-09-01", "2024-09-01", "in force"),
        ("2024-03-05/2024-09-01", "2024-09-02", "lapsed"),
        ("2024/..", "2999-01-01", "in force"),
        ("../2026", "1999-01-01", "in force"),
        ("2025", "2025-07-01", "in force"),
        (None, "2025-07-01", "signed"),
        ("XXXX-05/XXXX-09", "2025-07-01", "signed"),
    ],
)
def test_what_stands_on_a_day(period: str | None, day: str, stands: str) -> None:
    assert standing(paper(period=period), None, date.fromisoformat(day)) == stands


def test_the_successor_takes_over_with_its_own_term() -> None:
    rows = with_successors([paper("a", "2024/2026"), paper("b", "2026/2028")])
    register = Register(agreements=tuple(rows))
    assert successors(register)["a"].id == "b"
    assert standings(register, date(2025, 12, 31)) == {"a": "in force", "b": "to begin"}
    assert standings(register, date(2026, 1, 1)) == {"a": "replaced", "b": "in force"}


PAST = {"signed": "2019-04-16", "status": "ended", "documents": ("old", "news")}
NEW = {"signed": "2024-02-08", "subject": "побратимство", "documents": ("news", "other")}


def test_a_new_one_takes_the_place_of_the_one_that_its_document_calls_ended() -> None:
    """«Новое соглашение заменило подписанное 16 апреля 2019 года»: neither tells a term."""
    assert replaced(paper("a", **PAST), paper("b", **NEW)) == {"a": None, "b": "a"}


@pytest.mark.parametrize(
    "others",
    [
        [paper("b", **{**NEW, "documents": ("other",)})],
        [paper("b", **{**NEW, "signed": "2018-02-08"})],
        [paper("b", **{**NEW, "signed": None})],
        [paper("b", **{**NEW, "kind": "memorandum"})],
        [paper("b", **NEW), paper("c", **{**NEW, "signed": "2023-03-01"})],
        [paper("b", **NEW), paper("c", **{**PAST, "signed": "2018-04-16"})],
    ],
    ids=["told elsewhere", "signed before", "nobody knows when", "kind", "two new ones", "two ended ones"],
)
def test_it_does_not_where_another_may_be_meant(others: list[AgreementRow]) -> None:
    assert not any(replaced(paper("a", **PAST), *others).values())


def test_one_that_was_ended_may_have_a_successor_by_its_term() -> None:
    rows = paper("a", "2023/2025", status="ended"), paper("b", "2026/2028")
    assert replaced(*rows) == {"a": None, "b": "a"}


@pytest.mark.parametrize("status", ["planned", "ended"])
def test_what_is_not_signed_or_was_ended_stays_so(status: str) -> None:
    assert standing(paper(period="2024/2026", status=status), None, date(2025, 1, 1)) == status
