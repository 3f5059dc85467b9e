"""What needs a person, with the names of what nobody is sure of."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pobratim.register.attention import WITHIN, Item
from pobratim.register.attention import attention as items
from pobratim.register.moment import NOW, Moment
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.moments import judgements, whole_register
from pobratim.storage.review import sides

_REMEMBERED = 8
"""Lists: the first page shows one at every visit."""


def attention(today: date, *, within: int = WITHIN, moment: Moment = NOW) -> tuple[Item, ...]:
    """Everything that needs a person, ``within`` months ahead, the most urgent first.

    ``today`` gives way to the day as of which the register is asked for.
    """
    return _items(derived_from(), moment.as_of or today, within, moment)


@lru_cache(maxsize=_REMEMBERED)
def _items(fingerprint: str | None, today: date, within: int, moment: Moment) -> tuple[Item, ...]:
    """The same for the same register: ``fingerprint`` is what it was derived from."""
    unsure = judgements("unsure", moment=moment)
    seen = sides(one for pair in unsure for one in (pair.left, pair.right))
    names = {one.id: f"«{one.words}» ({one.source})" for one in seen.values()}
    return items(whole_register(moment), unsure, today, within=within, names=names)


forget = _items.cache_clear
"""Look anew for what needs a person."""
