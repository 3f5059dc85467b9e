"""What does one more document cost a process that begins? On generated claims, put away as the program does.

    python -m benchmarks.register.begun [--documents 10000] [--more 16] [--seed 1]

Each document is derived by a process of its own, which takes the register out of the file and keeps nothing. Times are
of one processor, without what loading the dictionary and the gazetteer takes.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.reading import Reading
from pobratim.register.answers.words import lexicon
from pobratim.register.derivation import reader_gazetteer
from pobratim.register.growing import Growing
from pobratim.register.growing.away import Away
from pobratim.storage.drawer import FILE, FileDrawer
from pobratim.storage.kept import nothing_thrown_away

_MARK = "benchmark"
_ANY_PLACE = 625144


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one more document."""

    root_s: float
    """To take out what all else hangs on."""
    derive_s: float
    rows: int
    """That came, changed or went."""


def costs(documents: int, more: int, seed: int) -> Iterator[Cost]:
    """Derive a register, put it away, and add each of some documents to it by a process of its own."""
    told = (one.reading for one in tellings(world(documents, seed), documents + more, seed))
    first = list(islice(told, documents))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        _put_away(first, path)
        for reading in told:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                yield alone.submit(_cost, path, reading).result()


def _put_away(readings: list[Reading], path: Path) -> None:
    growing = Growing(reader_gazetteer())
    with nothing_thrown_away():
        growing.update({reading.document.id: reading for reading in readings})
        Away(FileDrawer(path, _MARK)).put(growing)


def _cost(path: Path, reading: Reading) -> Cost:
    lexicon()
    reader_gazetteer()(_ANY_PLACE)
    drawer = FileDrawer(path, _MARK)
    drawer.open()
    began = time.process_time()
    growing = Away(drawer).take()
    out = time.process_time()
    changes = growing.update({reading.document.id: reading})
    return Cost(out - began, time.process_time() - out, len(changes.rows))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.begun", description=__doc__.split("\n\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--more", type=int, default=16, help="documents to add, each to the same register")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = []
    for one in costs(options.documents, options.more, options.seed):
        found.append(one.derive_s)
        print(f"root {one.root_s:.2f} s, document {one.derive_s:.2f} s, {one.rows} rows", flush=True)
    print(f"median {statistics.median(found):.2f} s, at most {max(found):.2f} s")


if __name__ == "__main__":
    main()
