"""Where the data of the benchmark lies, and the readings of it, made once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.quality import factrueval, nerel
from benchmarks.quality.gold import GoldSet
from benchmarks.quality.report import Report
from pobratim.model.document import Document
from pobratim.model.reading import Reading
from pobratim.reading.reader import read_document

RETOLD = Path(__file__).parent / "retold"
"""Real pages told anew in our own words, and what they tell."""


@dataclass
class Sources:
    """Where the data lies, and what was read of it once."""

    shared: Path
    dev_texts: Path | None = None
    """The texts of `gold/dev`, which lie outside every repository."""
    more: Sequence[tuple[Path, Path]] = ()
    """Further gold sets: folders of texts and of gold."""
    quick: bool = False
    """Without the larger part of NEREL and other systems."""
    picture: Path | None = None
    """Where to write the reliability plot."""

    @cached_property
    def factrueval(self) -> list[tuple[factrueval.Annotated, Reading]]:
        """The news of factRuEval, records looked for whatever they are about; empty where they are not there."""
        annotated = factrueval.documents(self.shared / "data/factrueval-devset")
        return [(one, _read(one.text, one.name)) for one in annotated]

    @cached_property
    def nerel(self) -> dict[str, list[tuple[nerel.Annotated, Reading]]]:
        """The news of NEREL likewise, dev and train."""
        parts = {}
        for name in ("dev",) if self.quick else ("dev", "train"):
            annotated = nerel.documents(self.shared / f"data/nerel-{name}")
            parts[name] = [(one, _read(one.text, one.name)) for one in annotated]
        return parts

    @cached_property
    def further_news(self) -> list[tuple[str, Reading]]:
        """The news of NEREL that ``quick`` leaves out, read as any document is: does it pass for relevant?"""
        if not self.quick:
            return []
        annotated = nerel.documents(self.shared / "data/nerel-train")
        texts = (Document(text=one.text, source=one.name, language="ru") for one in annotated)
        return [(document.source, read_document(document)) for document in texts]

    @cached_property
    def gold(self) -> list[GoldSet]:
        """The gold sets whose texts are there: seeds, dev, pages retold and further ones."""
        folders = [
            ("seeds", self.shared / "seeds", self.shared / "gold/seeds"),
            ("retold", RETOLD / "texts", RETOLD / "gold"),
        ]
        if self.dev_texts is not None:
            folders.append(("dev", self.dev_texts, self.shared / "gold/dev"))
        folders += [(gold.parent.name, texts, gold) for texts, gold in self.more]
        scorer = self.shared / "score/score.py"
        if not scorer.is_file():
            return []
        return [GoldSet(name, gold, texts, scorer) for name, texts, gold in folders if texts.is_dir() and gold.is_dir()]

    def say_what_gold_lacks(self, report: Report) -> None:
        """Gold texts that are not there, in words."""
        if not (self.shared / "gold").is_dir():
            report.left_out["gold"] = f"no gold in {self.shared}"
        elif self.dev_texts is None or not self.dev_texts.is_dir():
            report.left_out["gold/dev"] = (
                f"its texts are not there; rebuild them as {self.shared}/gold/dev/README.md tells "
                "and name their folder with --dev-texts or POBRATIM_DEV_TEXTS"
            )


def _read(text: str, name: str) -> Reading:
    return read_document(Document(text=text, source=name, language="ru"), whatever=True)
