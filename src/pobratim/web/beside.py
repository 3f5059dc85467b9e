"""What takes long to find in a large register is found beside the answers; meanwhile the last of it is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings

T = TypeVar("T")

PATIENCE = 0.1
"""Seconds that an answer waits for it."""
_REMEMBERED = 8
"""Findings of each kind."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was found; ``now`` tells whether it is of the register as it is."""

    value: T
    now: bool


_found: dict[str, dict[Hashable, object]] = {}
_finding: dict[tuple[str, Hashable], threading.Thread] = {}
_lock = threading.Lock()


def found(kind: str, key: Hashable, find: Callable[[], T], otherwise: T) -> Found[T]:
    """What ``find`` finds, or found for an earlier ``key`` of that kind while it is still looking.

    ``otherwise`` is shown while nothing was found yet. The same key must always find the same.
    """
    kept = _found.setdefault(kind, {})
    if key in kept:
        return Found(kept[key], True)  # type: ignore[arg-type]
    if not settings.POBRATIM_DERIVE_APART:
        _keep(kept, key, find())
        return Found(kept[key], True)  # type: ignore[arg-type]
    with _lock:
        worker = _finding.get((kind, key))
        if worker is None:
            worker = threading.Thread(target=_work, args=(kind, key, find), name="beside", daemon=True)
            _finding[kind, key] = worker
            worker.start()
    worker.join(PATIENCE)
    if key in kept:
        return Found(kept[key], True)  # type: ignore[arg-type]
    last = next(reversed(kept.values()), otherwise)
    return Found(last, False)  # type: ignore[arg-type]


def _work(kind: str, key: Hashable, find: Callable[[], object]) -> None:
    from django.db import connection

    try:
        _keep(_found[kind], key, find())
    finally:
        with _lock:
            _finding.pop((kind, key), None)
        connection.close()


def _keep(kept: dict[Hashable, object], key: Hashable, value: object) -> None:
    kept[key] = value
    for oldest in list(kept)[:-_REMEMBERED]:
        kept.pop(oldest, None)


def forget() -> None:
    """Find anew."""
    _found.clear()
