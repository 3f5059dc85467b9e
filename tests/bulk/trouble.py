"""A reader that some documents make crash, hang or count, as no document of ours can."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

from pobratim.bulk.pieces import Item
from pobratim.bulk.reading import Found, Options, read_item


def read(item: Item, options: Options, log: Path | None = None) -> Found:
    """The usual reading, but for documents that ask for trouble; the names of the others go to the log."""
    asked = Path(item.name).read_text(encoding="utf-8")
    if "CRASH" in asked:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "LEAVE" in asked:
        os._exit(3)
    if "HANG" in asked:  # in C, where no signal and no other thread gets a turn
        re.match(r"(a|a)*b", "a" * 64)
    if "STARVE" in asked:
        raise MemoryError
    if log:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{item.name}\n")
    return read_item(item, options)
