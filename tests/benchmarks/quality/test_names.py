"""Spans of names: what gold is by either convention, and how spans are compared."""

from __future__ import annotations

from benchmarks.quality.factrueval import Annotated, Mention, Part
from benchmarks.quality.names import compare, differences, outermost, parts_of_names, whole_names

TEXT = "Отделение движения «Тетрадь» в Примерске ведёт Пётр Образцов."


def part(kind: str, words: str) -> Part:
    start = TEXT.index(words)
    return Part(kind, start, start + len(words))


DOCUMENT = Annotated(
    "book_1",
    TEXT,
    (
        Mention("Org", (part("org_descr", "Отделение движения"), part("org_name", "Тетрадь"))),
        Mention("Org", (part("org_name", "Отделение"), part("org_name", "Тетрадь"), part("loc_name", "Примерске"))),
        Mention("LocOrg", (part("loc_name", "Примерске"),)),
        Mention("Person", (part("name", "Пётр"), part("surname", "Образцов"))),
    ),
    (),
)


def shown(spans: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    return [(TEXT[start:end], kind) for start, end, kind in spans]


def test_parts_are_whole_people_and_each_name_of_a_place_or_an_organization() -> None:
    assert shown(parts_of_names(DOCUMENT)) == [
        ("Отделение", "ORG"),
        ("Тетрадь", "ORG"),
        ("Примерске", "LOC"),
        ("Пётр Образцов", "PER"),
    ]


def test_a_whole_name_reaches_from_its_first_part_to_its_last() -> None:
    assert shown(whole_names(DOCUMENT)) == [
        ("Отделение движения «Тетрадь» в Примерске", "ORG"),
        ("Пётр Образцов", "PER"),
    ]


def test_spans_inside_another_are_left_out() -> None:
    assert outermost([(0, 5, "LOC"), (0, 9, "ORG"), (7, 12, "PER")]) == [(0, 9, "ORG"), (7, 12, "PER")]


def test_exact_and_overlapping_spans_are_counted_by_kind() -> None:
    gold = [(0, 5, "ORG"), (10, 15, "ORG"), (20, 25, "PER")]
    counts = compare(gold, [(0, 5, "ORG"), (12, 18, "ORG"), (20, 25, "LOC")])
    organizations = counts["ORG"].figures()
    assert (organizations["f1"], organizations["overlapping_f1"]) == (0.5, 1.0)
    assert (counts["PER"].figures()["recall"], counts["LOC"].figures()["precision"]) == (0, 0)


def test_differences_are_missed_false_or_another_extent_or_type() -> None:
    gold = [(19, 27, "ORG"), (31, 40, "LOC"), (47, 60, "PER")]
    got = [(0, 9, "ORG"), (19, 26, "ORG"), (31, 40, "ORG")]
    found = [(kind, sort, about) for kind, sort, about, _ in differences(TEXT, gold, got)]
    assert found == [
        ("ORG", "slot", "extent"),
        ("LOC", "slot", "type ORG"),
        ("PER", "missed", ""),
        ("ORG", "false", ""),
    ]
