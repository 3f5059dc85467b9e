"""The texts that are read: the project's own press releases, and news where they are there."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FACTRUEVAL = ROOT.parent / "shared" / "data" / "factrueval-devset"


def sample_texts() -> list[str]:
    """The clean texts of the project's own press releases."""
    from pobratim.gather import Gathered, gather
    from pobratim.model.settings import Settings

    items = gather([ROOT / "samples" / "documents"], Settings())
    return [item.document.text for item in items if isinstance(item, Gathered) and item.document.language == "ru"]


def folder_texts(folder: Path) -> list[str]:
    """The texts of all .txt files of a folder, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
