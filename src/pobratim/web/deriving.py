"""Brings the register up to date after something was kept or decided, without making anybody wait for long."""

from __future__ import annotations

import threading

from django.conf import settings

from pobratim import storage

PATIENCE = 2.0
"""Seconds that an answer waits for the register."""

_wanted = threading.Event()
_working = threading.Lock()


def derive_soon() -> bool:
    """Derive the register; True when the pages show the new one already, False when it will be a while.

    What is kept or decided meanwhile is derived in a second round; rounds never run side by side.
    """
    if not settings.POBRATIM_DERIVE_APART:
        storage.catch_up()
        return True
    _wanted.set()
    worker = threading.Thread(target=_work, name="derive", daemon=True)
    worker.start()
    worker.join(PATIENCE)
    return not worker.is_alive()


def busy() -> bool:
    """Is the register being derived just now?"""
    return _working.locked()


def _work() -> None:
    from django.db import connection

    try:
        with _working:
            while _wanted.is_set():
                _wanted.clear()
                storage.catch_up()
    finally:
        connection.close()
