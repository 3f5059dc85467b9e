"""The engine for one machine: as many reading processes as workers, each with a thread here that waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from pobratim.bulk import parts
from pobratim.bulk.hand import Hand
from pobratim.bulk.parts import Done
from pobratim.bulk.pieces import Piece
from pobratim.bulk.reading import Options

_AHEAD = 2
"""Results that may wait for each worker before it has to."""


def work(pieces: Iterator[Piece], folder: Path, options: Options, workers: int) -> Iterator[Done]:
    """Do all pieces, and yield each when its files are there. Raises what a worker raises."""
    hands = [Hand(options) for _ in range(workers)]
    done: Queue[Done | BaseException | None] = Queue(workers * _AHEAD)
    take = _Taking(pieces)
    threads = [threading.Thread(target=_run, args=(take, hand, folder, done.put), daemon=True) for hand in hands]
    for thread in threads:
        thread.start()
    left = len(threads)
    try:
        while left:
            one = done.get()
            if isinstance(one, BaseException):
                raise one
            if one is None:
                left -= 1
            else:
                yield one
    finally:
        take.stop()
        for hand in hands:
            hand.give_up()


class _Taking:
    """One piece at a time, whoever asks; pieces are cut as they are asked for, so none wait in memory."""

    def __init__(self, pieces: Iterator[Piece]) -> None:
        self._pieces = pieces
        self._lock = threading.Lock()
        self._stopped = False

    def next(self) -> Piece | None:
        with self._lock:
            return None if self._stopped else next(self._pieces, None)

    def stop(self) -> None:
        self._stopped = True


def _run(take: _Taking, hand: Hand, folder: Path, put: Callable[[Done | BaseException | None], None]) -> None:
    written: Future[Done] | None = None
    try:
        with ThreadPoolExecutor(1) as writing:  # while the next piece is being read
            while piece := take.next():
                found = hand.work(piece)
                if written:
                    put(written.result())
                written = writing.submit(parts.write, folder, piece, found)
        if written:
            put(written.result())
    except BaseException as error:
        put(error)
    finally:
        hand.close()
        put(None)
