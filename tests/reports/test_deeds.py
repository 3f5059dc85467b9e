"""What was done, in a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pobratim.register.rows import DocumentRow, Evidence, Happening, Register, Turn
from pobratim.reports.deeds import told

SOURCE = DocumentRow(id="d1", source="газета.txt", published="2026-06-01", publisher="Газета")


def happening(*sentences: str) -> Happening:
    spans = [(10 * number, 10 * number + 5) for number in range(len(sentences))]
    evidence = tuple(Evidence(document="d1", span=span, text=text) for span, text in zip(spans, sentences, strict=True))
    return Happening(id="h", kind="days", documents=("d1",), evidence=evidence)


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (("Дни Омска в июне прошли в Минске.", "Играл оркестр."), "Дни Омска в июне прошли в Минске."),
        (("Дни Омска.", "Праздник отменили из-за паводка."), "Дни Омска. Праздник отменили из-за паводка."),
    ],
)  # fmt: skip
def test_a_heading_is_told_with_what_follows_it(sentences: tuple[str, ...], words: str) -> None:
    row = happening(*sentences)
    assert told(row, Register(documents=(SOURCE,), happenings=(row,))) == f"«{words}» (Газета, 01.06.2026)"


def test_without_a_sentence_the_source_alone() -> None:
    row = Happening(id="h", kind="days", documents=("d1",))
    assert told(row, Register(documents=(SOURCE,), happenings=(row,))) == "Газета, 01.06.2026"


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_a_paper_that_planned_it_is_no_evidence_of_it(status: str) -> None:
    paper = DocumentRow(id="d0", source="карта.docx")
    row = Happening(
        id="h", kind="tour", status=status, documents=("d0", "d1"),
        course=(Turn(status="planned", documents=("d0",)), Turn(status=status, documents=("d1",))),
        evidence=(
            Evidence(document="d0", span=(0, 5), text="4 | Посещение делегацией Омска предприятий Минска | 2025"),
            Evidence(document="d1", span=(0, 5), text="Делегация Омска объехала предприятия Минска."),
        ),
    )
    assert told(row, Register(documents=(paper, SOURCE), happenings=(row,))) == (
        "«Делегация Омска объехала предприятия Минска.» (Газета, 01.06.2026)"
    )


def test_a_paper_that_plans_what_was_told_before_it_is_no_evidence_either() -> None:
    row = happening("Дни Омска в июне прошли в Минске.")
    planned = Evidence(document="d0", span=(0, 5), text="1 | Дни Омска в Минске | 2026")
    row = replace(row, documents=("d0", "d1"), evidence=(planned, *row.evidence),
                  course=(Turn(status="held", documents=("d1",)),))
    assert "| 2026" not in told(row, Register(documents=(SOURCE,), happenings=(row,)))
