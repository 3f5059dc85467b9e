"""A worker's hand: one reading process, started anew whenever a document has ended it."""

from __future__ import annotations

import multiprocessing
import os
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from pobratim.bulk.child import AT, LEAVES, READY, SIFTED, Read, serve
from pobratim.bulk.pieces import Piece
from pobratim.bulk.reading import Found, Options, read_item
from pobratim.model.errors import InputError, PobratimError

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_ADVICE = "остальное прочитано; сообщите о нём разработчикам, приложив файл"


class Hand:
    """Works at one piece after the other. Not for several threads at once."""

    def __init__(self, options: Options, read: Read = read_item) -> None:
        self._options = options
        self._read = read
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._given_up = False
        self._marks = _context().RawArray("q", 2)

    def work(self, piece: Piece) -> Found:
        """What came of a piece: items at which a process ends are set aside with why, the others are done once.

        Raises PobratimError where no reading process can be started.
        """
        found = Found()
        first, reached, verdict = 0, -1, None
        self._marks[SIFTED] = 0
        while True:
            self._marks[AT] = first
            connection, started = self._ready(), time.monotonic()
            try:
                connection.send((piece, first, verdict))
                while isinstance(said := connection.recv(), tuple):
                    reached, one = said
                    found.add(one)
                    started = time.monotonic()
                if said == LEAVES:
                    self.close()
                found.sifted = self._marks[SIFTED]
                return found
            except (EOFError, OSError):
                if self._given_up:
                    raise
                at, seconds, known = max(self._marks[AT], reached + 1), time.monotonic() - started, verdict
                verdict = _verdict(piece, self._ended(), seconds, self._options)
                if known and at == first:  # it ended before it came to the item again: there is no way past it
                    found.errors.append(_rest(piece, first, verdict))
                    found.sifted = self._marks[SIFTED]
                    return found
                first = at

    def give_up(self) -> None:
        """End the process at once; `work`, in another thread, then raises EOFError or OSError."""
        self._given_up = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.join(5)
            self._process.kill()
            self._process.join()
        self._process = self._connection = None

    def _ready(self) -> Connection:
        if self._connection is not None:
            return self._connection
        for variable in _ONE_THREAD:  # the names network is small: threads would spend their time on waiting
            os.environ.setdefault(variable, "1")
        context = _context()
        here: Connection
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there, self._marks, self._options, self._read), daemon=True)
        process.start()
        there.close()
        try:
            if here.recv() != READY:
                raise EOFError
        except (EOFError, OSError) as error:
            process.join()
            raise PobratimError(
                f"рабочий процесс не запускается (код {process.exitcode}); проверьте память и установку программы"
            ) from error
        self._process, self._connection = process, here
        return here

    def _ended(self) -> int | None:
        process = self._process
        if process is not None:
            process.join(5)
        code = process.exitcode if process is not None else None
        self.close()
        return code


def _context() -> Any:
    """How processes are started: forked from one that has the reader's data, where the system can do that."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pobratim.bulk.warmed"])
    return context


def _verdict(piece: Piece, code: int | None, seconds: float, options: Options) -> InputError:
    """Why an item is set aside."""
    if code == 1 and seconds > options.timeout - 1:  # as its alarm ends it
        return InputError(piece.name, f"за {options.timeout} с не прочитано", f"дайте больше: --timeout; {_ADVICE}")
    how = f"сигнал {-code}" if code is not None and code < 0 else f"код {code}"
    return InputError(piece.name, f"процесс, который это читал, прервался ({how})", _ADVICE)


def _rest(piece: Piece, first: int, verdict: InputError) -> InputError:
    name = f"{piece.paths[0]}: часть {piece.name}, с {first + 1}-го по {piece.count}-е"
    return InputError(name, verdict.reason, verdict.advice)
