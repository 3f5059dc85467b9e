"""Figures of one size of register: what deriving costs, what a tie page's data costs, what was joined rightly."""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.register.score import Pairs, score
from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.settings import Settings
from pobratim.register import derivation
from pobratim.register.derivation import Derivation

PAGES = 100
"""Tie pages that are asked for, each tie as often as documents tell of it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All times are of one processor, without waiting for it: the machine may be shared."""

    documents: int
    derive_s: float
    one_more_s: float
    """Until one more document is in the register."""
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
    """Make a world, derive its register, keep it in a folder of its own, and ask for pages."""
    told = list(tellings(world(documents, seed), documents + 1, seed))
    *first, last = (one.reading for one in told)
    derived, derive_s = _timed(lambda: derivation.derive_with_judgements(first))
    one_more, one_more_s = _timed(lambda: derivation.derive_with_judgements([*first, last]))
    del one_more
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    pages = _tie_pages(derived, seed)
    found = score(derived.register, derived.of_mention, told[:-1])
    return Figures(
        documents=documents,
        derive_s=round(derive_s, 2),
        one_more_s=round(one_more_s, 2),
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


def _tie_pages(derived: Derivation, seed: int) -> list[float]:
    """Seconds for the data of each page."""
    from unittest import mock

    from pobratim import register, storage

    ties = derived.register.ties
    weights = np.array([len(tie.documents) for tie in ties], dtype=float)
    chosen = np.random.default_rng([seed, 3]).choice(len(ties), size=PAGES, p=weights / weights.sum())
    with tempfile.TemporaryDirectory() as home:
        storage.setup(Settings(home=Path(home)))
        with mock.patch.object(register, "derive_with_judgements", lambda *_: derived):
            storage.derive()
        seconds = []
        for number in chosen.tolist():
            started = time.process_time()
            storage.tie(*ties[number].parties)
            seconds.append(time.process_time() - started)
    return seconds
