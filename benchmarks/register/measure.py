"""Figures of one size of register: what deriving costs, what a tie page's data costs, what was joined rightly."""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.register.score import Pairs, score
from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.reading import Reading
from pobratim.model.settings import Settings
from pobratim.register import derivation
from pobratim.register.derivation import Derivation
from pobratim.register.moment import NOW
from pobratim.storage.kept import nothing_thrown_away

PAGES = 100
"""Tie pages that are asked for, each tie as often as documents tell of it."""
MORE = 300
"""Documents that are added one by one once the others are in; what one costs depends on whom it names."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All times are of one processor, without waiting for it: the machine may be shared."""

    documents: int
    derive_s: float
    one_more_median_ms: float
    """From a reading until it is kept and its rows are written, by the process that derived the others."""
    one_more_p95_ms: float
    memory_mib: int
    tie_median_ms: float
    tie_p95_ms: float
    people: Pairs
    organizations: Pairs
    happenings: Pairs
    cross_level: int

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def measure(documents: int, seed: int) -> Figures:
    """Make a world, derive its register, keep it in a folder of its own, add to it, and ask for pages."""
    made = world(documents, seed)
    first = list(tellings(made, documents + 1, seed))[:documents]
    known = {one.reading.document.id for one in first}
    others = deque((one.reading for one in tellings(made, documents + MORE, seed)), 2 * MORE)
    more = [one for one in others if one.document.id not in known][-MORE:]
    with nothing_thrown_away():  # as the program does
        derived, derive_s = _timed(lambda: derivation.derive_with_judgements(one.reading for one in first))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = score(derived.register, derived.of_mention, first)
    with tempfile.TemporaryDirectory() as home:
        _write(derived, Path(home))
        pages = _tie_pages(derived, seed)
        added = _added(more)
    return Figures(
        documents=documents,
        derive_s=round(derive_s, 2),
        one_more_median_ms=round(statistics.median(added) * 1000, 1),
        one_more_p95_ms=round(statistics.quantiles(added, n=20)[-1] * 1000, 1),
        memory_mib=memory,
        tie_median_ms=round(statistics.median(pages) * 1000, 1),
        tie_p95_ms=round(statistics.quantiles(pages, n=20)[-1] * 1000, 1),
        people=found.people,
        organizations=found.organizations,
        happenings=found.happenings,
        cross_level=found.cross_level,
    )


def _timed(work: Callable[[], Derivation]) -> tuple[Derivation, float]:
    started = time.process_time()
    return work(), time.process_time() - started


def _write(derived: Derivation, home: Path) -> None:
    """Write the register into a new home; its readings stay out, for nobody asks for them."""
    from unittest import mock

    from pobratim import register, storage

    storage.setup(Settings(home=home))
    with mock.patch.object(register, "derive_with_judgements", lambda *_: derived):
        storage.derive()


def _tie_pages(derived: Derivation, seed: int) -> list[float]:
    """Seconds for the data of each page."""
    from pobratim import storage
    from pobratim.storage import Subject

    ties = derived.register.ties
    weights = np.array([len(tie.documents) for tie in ties], dtype=float)
    chosen = np.random.default_rng([seed, 3]).choice(len(ties), size=PAGES, p=weights / weights.sum())
    seconds = []
    for number in chosen.tolist():
        started = time.process_time()
        storage.page_of(Subject("tie", ties[number].parties), NOW)
        seconds.append(time.process_time() - started)
    return seconds


def _added(readings: Iterable[Reading]) -> list[float]:
    """Seconds for each of these documents, added one by one."""
    from pobratim import storage

    seconds = []
    for reading in readings:
        started = time.process_time()
        storage.keep(reading, None, "generated")
        storage.catch_up()
        seconds.append(time.process_time() - started)
    return seconds
