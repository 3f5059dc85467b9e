"""What needs a person, for pages: of a large register it is looked for beside the answer."""

from __future__ import annotations

from datetime import date
from functools import partial

from pobratim import storage
from pobratim.register.attention import WITHIN, Item
from pobratim.register.moment import NOW, Moment
from pobratim.web.beside import Found, found


def waiting(today: date, *, within: int = WITHIN, moment: Moment = NOW) -> Found[tuple[Item, ...]]:
    """All of it, the most urgent first."""
    key = (storage.derived_from(), today, within, moment)
    find = partial(storage.attention, today, within=within, moment=moment)
    return found(f"attention {within} {moment}", key, find, ())
