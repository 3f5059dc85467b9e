"""What takes long to find in a large register is found beside the answers; meanwhile the last of it is shown."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings

T = TypeVar("T")

PATIENCE = 0.1
"""Seconds that an answer waits for it."""
_REMEMBERED = 8
"""Findings of each kind."""
_KINDS = 32


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was found; ``now`` tells whether it is of the register as it is."""

    value: T
    now: bool
    seconds: int = 0
    """For how long it has been looked for."""


_found: dict[str, dict[Hashable, object]] = {}
_finding: dict[tuple[str, Hashable], tuple[threading.Thread, float]] = {}
_failed: dict[tuple[str, Hashable], Exception] = {}
_lock = threading.Lock()


def found(
    kind: str,
    key: Hashable,
    find: Callable[[], T],
    otherwise: T,
    remembered: int = _REMEMBERED,
    patience: float | None = PATIENCE,
) -> Found[T]:
    """What ``find`` finds, or found for an earlier ``key`` of that kind while it is still looking.

    ``otherwise`` is shown while nothing was found yet. The same key must always find the same. It is waited for some
    seconds, or without ``patience`` till the end. Raises what ``find`` raised; who asks once more lets it try again.
    """
    kept = _found.setdefault(kind, {})
    for oldest in list(_found)[:-_KINDS]:
        _found.pop(oldest, None)
    if key in kept:
        return Found(kept[key], True)  # type: ignore[arg-type]
    if not settings.POBRATIM_DERIVE_APART:
        _keep(kept, key, find(), remembered)
        return Found(kept[key], True)  # type: ignore[arg-type]
    with _lock:
        if failed := _failed.pop((kind, key), None):
            raise failed
        worker, began = _finding.get((kind, key), (None, 0.0))
        if worker is None:
            worker = threading.Thread(target=_work, args=(kind, key, find, kept, remembered), daemon=True)
            began = time.monotonic()
            _finding[kind, key] = worker, began
            worker.start()
    worker.join(patience)
    if key in kept:
        return Found(kept[key], True)  # type: ignore[arg-type]
    if failed := _failed.pop((kind, key), None):
        raise failed
    if patience is None:  # many others were found in the meantime
        return Found(find(), True)
    last = next(reversed(kept.values()), otherwise)
    return Found(last, False, round(time.monotonic() - began))  # type: ignore[arg-type]


def _work(kind: str, key: Hashable, find: Callable[[], object], kept: dict[Hashable, object], remembered: int) -> None:
    from django.db import connection

    try:
        _keep(kept, key, find(), remembered)
    except Exception as error:  # whoever waits for it is told
        _failed[kind, key] = error
    finally:
        with _lock:
            _finding.pop((kind, key), None)
        connection.close()


def _keep(kept: dict[Hashable, object], key: Hashable, value: object, remembered: int) -> None:
    kept[key] = value
    for oldest in list(kept)[:-remembered]:
        kept.pop(oldest, None)


def wait() -> None:
    """Until nothing is looked for any more."""
    while looking := list(_finding.values()):
        for worker, _began in looking:
            worker.join()


def forget() -> None:
    """Find anew."""
    _found.clear()
    _failed.clear()
