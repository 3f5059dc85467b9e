"""A register of generated documents to open pages of: kept and derived by the program's own ways."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim import storage
from pobratim.model.settings import Settings

_AT_ONCE = 500
"""Documents kept in one transaction."""


def make(home: Path, documents: int, seed: int, *, as_it_is: bool = False) -> None:
    """Fill ``home`` with a register of so many documents, unless it has one of them already.

    That is brought up to date, but where it is taken ``as_it_is``.
    """
    storage.setup(Settings(home=home))
    if storage.count_kept() < documents:
        _keep(documents, seed)
    if not as_it_is:
        storage.catch_up()


def _keep(documents: int, seed: int) -> None:
    from django.db import transaction

    told = tellings(world(documents, seed), documents, seed)
    while some := [one for _, one in zip(range(_AT_ONCE), told, strict=False)]:
        with transaction.atomic():
            for one in some:
                storage.keep(one.reading, None, one.reading.document.source)
        print(f"kept {storage.count_kept()} of {documents}", end="\r", file=sys.stderr, flush=True)
