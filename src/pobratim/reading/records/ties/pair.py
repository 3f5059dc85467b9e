"""Two places that a tie joins."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.reading.context import DateMention


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places, whether the sentence itself names both, and the date in brackets after one of them."""

    parties: tuple[str, str]
    sure: bool = True
    date: DateMention | None = None
