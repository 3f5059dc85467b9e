"""The process that reads: it is given a piece, and sends back what came of its items, one after the other.

It may crash or hang in any of them; whoever started it (`pobratim.bulk.hand`) sees at which, and starts another.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from ctypes import Array, c_longlong
from multiprocessing.connection import Connection

from pobratim import reading
from pobratim.bulk import sources
from pobratim.bulk.pieces import Item
from pobratim.bulk.reading import Found, Options, failed
from pobratim.model.errors import InputError

Read = Callable[[Item, Options], Found]
Marks = Array[c_longlong]
"""Shared with whoever started the process: see the places below."""
AT, SIFTED = 0, 1
"""Places in the marks: the item that is being worked at, and how many were sifted since the piece began."""
READY, STAYS, LEAVES = "ready", "stays", "leaves"
"""What is said besides what was found: that work may come, and at the end of a piece whether the process goes on."""
_WINDING = 1
"""Seconds from one winding of the clock to the next."""
_MOST_MEMORY = 700 * 1024 * 1024
"""Bytes: a process that ever took more gives way to a new one after its piece."""


def serve(connection: Connection, marks: Marks, options: Options, read: Read) -> None:
    """Work at pieces until nobody asks any more: the requests are (piece, first item, what to say of it instead)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us
    clock = _Clock(options.timeout)
    reading.prepare()  # so that loading is not laid to the first document's charge
    with suppress(EOFError, OSError):  # nobody is there any more
        connection.send(READY)
        _silence()
        while True:
            piece, first, verdict = connection.recv()
            items = sources.items(piece, options.settings)
            for found in _work(items, first, verdict, marks, lambda item: read(item, options), clock):
                connection.send(found)
            clock.stop()
            leaving = _most_memory() > _MOST_MEMORY
            connection.send(LEAVES if leaving else STAYS)
            if leaving:
                return


def _silence() -> None:
    """What parsers print of broken files would only disturb the progress bar."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in (1, 2):
        os.dup2(nowhere, output)


def _work(
    items: Iterator[Item | InputError | None],
    first: int,
    verdict: InputError | None,
    marks: Marks,
    read: Callable[[Item], Found],
    clock: _Clock,
) -> Iterator[tuple[int, Found]]:
    """What came of each item that anything came of, with its number.

    Those before the ``first`` are passed over; where there is a ``verdict``, it is said of the first instead.
    """
    number = 0
    try:
        while True:
            marks[AT] = max(number, first)
            clock.start()
            item = next(items, _END)
            if item is _END:
                return
            if number >= first:
                found = _found(item, verdict if number == first else None, read)
                marks[SIFTED] += found.sifted
                if found:
                    yield number, found
            number += 1
    except InputError as error:
        yield number, Found(errors=[error])


_END = object()


def _found(item: object, verdict: InputError | None, read: Callable[[Item], Found]) -> Found:
    if isinstance(item, InputError):
        return Found(errors=[item])
    if not isinstance(item, Item):  # no document
        return Found()
    if verdict is not None:
        return Found(errors=[InputError(item.name, verdict.reason, verdict.advice)])
    try:
        return read(item)
    except Exception as error:  # a parser's library met bytes that its authors did not foresee
        return Found(errors=[failed(item.name, error)])


class _Clock:
    """An alarm that ends the process, whatever it hangs in; winding it costs too much to do it for each item."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._wound = 0.0

    def start(self) -> None:
        now = time.monotonic()
        if now - self._wound > _WINDING:
            self._wound = now
            faulthandler.dump_traceback_later(self._seconds + _WINDING, exit=True)

    def stop(self) -> None:
        self._wound = 0.0
        faulthandler.cancel_dump_traceback_later()


def _most_memory() -> int:
    """Bytes that this process ever took; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
