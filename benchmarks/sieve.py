"""Does the sieve keep what the full test of relevance keeps, what does it let pass besides, and how fast is it?

    python -m benchmarks.sieve [--texts FOLDER …] [--megabytes 60]

Kept by the full test: the relevant among the notes of `training/relevance`, the samples, the news of factRuEval and
NEREL where `../shared/data` is there, and the .txt files of the folders given. Those of them that are not
relevant, one relevant among a hundred, are then scanned one by one, up to that many megabytes, as texts and as pages
with the markup of a usual site around them. CPU time, one core. Exit 1 below the reach.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.speed.texts import ROOT, folder_texts, sample_texts
from pobratim import read
from pobratim.reading.relevance import THRESHOLD
from pobratim.reading.sieve import passes

DATA = ROOT.parent / "shared" / "data"
RECALL, SPEED = 0.99, 60.0
RARE = 100
"""One text in so many of the archive is relevant."""
_MENU = "".join(f'<li class="menu__item"><a href="/news/{n}/" title="">Раздел {n}</a></li>\n' for n in range(300))


def texts(folders: list[Path]) -> Iterator[tuple[str, str]]:
    """Where a text is from, and the text."""
    for name in ("cooperation", "other"):
        for note in (ROOT / "training" / "relevance" / f"{name}.txt").read_text(encoding="utf-8").split("\n===\n"):
            yield "notes", note.strip()
    yield from (("samples", text) for text in sample_texts())
    for folder in [DATA / "factrueval-devset", DATA / "nerel-dev", DATA / "nerel-train", *folders]:
        name = folder.parent.name if folder.name == "text" else folder.name
        yield from ((name, text) for text in folder_texts(folder))


def page(text: str) -> bytes:
    """A page of a usual site: most of it is markup."""
    body = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
    return f"<!doctype html><html><body><ul>\n{_MENU}</ul>{body}<ul>{_MENU}</ul></body></html>".encode()


def speed(documents: list[bytes], megabytes: float) -> float:
    """Megabytes a second of CPU time."""
    left, scanned = megabytes * 1e6, 0
    started = time.process_time()
    for data in cycle(documents):
        passes(data)
        scanned += len(data)
        if scanned >= left:
            break
    return scanned / 1e6 / (time.process_time() - started)


def main() -> int:
    parser = argparse.ArgumentParser(description="What the sieve keeps and loses, and how fast.")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="folders of .txt files besides")
    parser.add_argument("--megabytes", type=float, default=60)
    options = parser.parse_args()
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    relevant: list[str] = []
    others: list[str] = []
    for source, text in texts(options.texts):
        kept = read(text).relevance >= THRESHOLD
        (relevant if kept else others).append(text)
        for row in (source, "all"):
            counted[row][0 if kept else 2] += 1
            counted[row][1 if kept else 3] += passes(text.encode())
    print(f"{'':<20}{'kept by the full test':>22}{'of them pass':>14}{'others':>8}{'of them pass':>14}")
    for row, (kept_in_full, passed, rest, passed_besides) in counted.items():
        print(f"{row:<20}{kept_in_full:>22}{passed:>14}{rest:>8}{passed_besides:>14}")
    recall = counted["all"][1] / counted["all"][0]
    archive = []
    for rare, first in zip(cycle(relevant), range(0, len(others), RARE), strict=False):
        archive += [rare, *others[first : first + RARE]]
    rates = {
        "texts": speed([text.encode() for text in archive], options.megabytes),
        "pages": speed([page(text) for text in archive], options.megabytes),
    }
    print(f"recall {recall:.4f}; " + "; ".join(f"{name} at {rate:.0f} MB/s" for name, rate in rates.items()))
    return int(recall < RECALL or min(rates.values()) < SPEED)


if __name__ == "__main__":
    sys.exit(main())
