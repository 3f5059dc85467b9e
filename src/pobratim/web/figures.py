"""What a figure says, in words: «12,5 млн долларов США, рост на 15 %»."""

from __future__ import annotations

from typing import Protocol

from pobratim.reports.wording import percent, quantity
from pobratim.web.words import ru


class Measured(Protocol):
    """A figure of a reading or of the register."""

    @property
    def value(self) -> float | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def change(self) -> float | None: ...
    @property
    def trend(self) -> str | None: ...


def amount(figure: Measured) -> str:
    """Value, change and trend, as far as they are known; empty where none is."""
    parts = [] if figure.value is None else [quantity(figure.value, figure.unit)]
    trend = figure.trend or ("" if figure.change is None else "up" if figure.change > 0 else "down")
    if figure.change is not None:
        parts.append(f"{ru(trend, 'trend')} на {percent(figure.change)}")
    elif trend:
        parts.append(ru(trend, "trend"))
    return ", ".join(parts)
