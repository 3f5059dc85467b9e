"""What was done, in a line."""

from __future__ import annotations

import pytest

from pobratim.register.rows import DocumentRow, Evidence, Happening, Register
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
