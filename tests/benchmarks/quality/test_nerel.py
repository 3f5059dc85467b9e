"""The files of NEREL, on a small document of our own."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.names import nerel_names
from benchmarks.quality.nerel import documents

TEXT = "Мэр Примерска Пётр Образцов ждёт гостей."


def test_mentions_and_relations_are_read(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "1.ann").write_text(
        "T1\tPROFESSION 0 3\tМэр\nT2\tCITY 4 13\tПримерска\nT3\tPERSON 14 18;19 27\tПётр Образцов\n"
        "R1\tWORKS_AS Arg1:T3 Arg2:T1\nN1\tReference T2 Wikidata:Q1\tПримерск\n",
        encoding="utf-8",
    )
    (document,) = documents(tmp_path)
    (relation,) = document.relations
    assert (relation.kind, relation.left.kind, relation.right.kind) == ("WORKS_AS", "PERSON", "PROFESSION")
    assert nerel_names(document) == [(4, 13, "LOC"), (14, 27, "PER")]
