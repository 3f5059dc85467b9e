"""How long does the server take for each screen of a large register, and how many queries?

    python -m benchmarks.desk [--documents 10000] [--asked 20] [--home FOLDER] [--as-it-is] [--only WORD …]

The register is of generated documents (docs/register.md, "Generated claims"), kept and derived once in ``--home``.
Each screen is opened at addresses drawn at random, busy places and ties more often; the first opening of each is told
apart, for some of what a page shows is remembered until the register changes. Times are the processor time of the
thread that answers; what a page has found beside its answer is waited for before the next, and told apart; a page
that only says that it waits is opened anew. Files that are taken along are measured as well, beyond the limit for
screens.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.desk.home import make
from benchmarks.desk.screens import FILES, OTHER_DAYS, SCREENS, Drawn, Screen

WAITING = 202
"""The status of a page that waits for what is found beside it; it opens itself anew."""
LIMIT_MS = 200
"""At p95, of a screen, with a register of 100 000 documents."""
HEADER = (
    f"{'screen':<29}{'first, ms':>10}{'median':>9}{'p95':>9}{'p95/limit':>11}{'queries':>9}{'kB':>7}{'beside, s':>11}"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one screen; milliseconds of processor time."""

    screen: str
    first: float
    median: float
    p95: float
    queries: int
    """The most of any opening."""
    kilobytes: int
    """The most of any page."""
    beside: float
    """The most seconds of processor time that other threads took for any opening."""

    def line(self) -> str:
        return (
            f"{self.screen:<29}{self.first:>10.0f}{self.median:>9.0f}{self.p95:>9.0f}{self.p95 / LIMIT_MS:>11.2f}"
            f"{self.queries:>9}{self.kilobytes:>7}{self.beside:>11.1f}"
        )


def measure(screen: Screen, drawn: Drawn, asked: int) -> Figures:
    """Open the screen so many times. Raises RuntimeError where it does not answer with a page."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from pobratim.web import beside

    client = Client(HTTP_HOST="127.0.0.1")
    times, queries, size, others = [], 0, 0, 0.0
    for _ in range(asked + 1):
        address, answer = screen.address(drawn), None
        while answer is None or answer.status_code == WAITING:  # what it waited for is there at the next opening
            connection.queries_log.clear()  # it takes so many and no more
            with CaptureQueriesContext(connection) as captured:
                everybody, started = time.process_time(), time.thread_time()
                answer = client.get(address)
                taken = time.thread_time() - started
            beside.wait()
            others = max(others, time.process_time() - everybody - taken)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}")
        times.append(taken * 1000)
        queries, size = max(queries, len(captured)), max(size, len(answer.content))
    first, *later = times
    p95 = statistics.quantiles(later, n=20, method="inclusive")[-1]
    return Figures(screen.name, first, statistics.median(later), p95, queries, size // 1000, others)


def main() -> int:
    """1 where a screen is over the limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__.split("\n\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--asked", type=int, default=20, help="openings of each screen")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--home", type=Path, help="where the register is kept for another run")
    parser.add_argument("--as-it-is", action="store_true", help="measure the register as an older program derived it")
    parser.add_argument("--only", nargs="+", default=(), help="screens whose names have one of these words")
    options = parser.parse_args()
    os.environ["POBRATIM_ACCESS"] = "desk"  # nobody signs in, everything may be looked at
    with tempfile.TemporaryDirectory() as passing:
        make(options.home or Path(passing), options.documents, options.seed, as_it_is=options.as_it_is)
        from pobratim.web.ready import make_ready

        make_ready()  # as `pobratim serve` does
        drawn = Drawn(np.random.default_rng([options.seed, 5]))
        print(f"{options.documents} documents; the limit is {LIMIT_MS} ms at p95\n{HEADER}")
        found = []
        for screen in (*SCREENS, *OTHER_DAYS, *FILES):
            if not options.only or any(word in screen.name for word in options.only):
                found.append(measure(screen, drawn, options.asked))
                print(found[-1].line(), flush=True)
    screens = {one.name for one in (*SCREENS, *OTHER_DAYS)}
    over = [one.screen for one in found if one.p95 > LIMIT_MS and one.screen in screens]
    print(f"over the limit: {', '.join(over) or 'none'}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
