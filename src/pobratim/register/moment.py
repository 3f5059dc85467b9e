"""From when a view looks, and on what it looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pobratim.model.errors import PobratimError

_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_RUSSIAN_DAY = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Moment:
    """What held ``as_of`` a day, by what was ``known_on`` a day; None is without end."""

    as_of: date | None = None
    known_on: date | None = None

    def __bool__(self) -> bool:
        return self.as_of is not None or self.known_on is not None


NOW = Moment()
"""Everything, by all that is known."""


def day_of(typed: str) -> date:
    """A day as people write it, 2025-06-24 or 24.06.2025. Raises PobratimError on anything else."""
    text = typed.strip()
    if match := _DAY.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _RUSSIAN_DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise PobratimError(_WRONG.format(typed))
    try:
        return date(year, month, day)
    except ValueError:
        raise PobratimError(_WRONG.format(typed)) from None


_WRONG = "день пишется как 2025-06-24 или 24.06.2025, а это «{}»"
