"""The years in which a document may have been written, and what leaves them possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from pobratim.model import edtf
from pobratim.model.reading import Clue, Event, Record
from pobratim.register.claims import Source, dated
from pobratim.register.dating.words import lexicon
from pobratim.register.rows import Because

EARLIEST, LATEST = 1900, 2100
_TODAY = 12
"""Letters before a day in which «сегодня» stands."""
_SAME_NEWS = 45
"""Days around its news within which a text is written."""
YEARS = frozenset(range(EARLIEST, LATEST))
"""All years that are thought of; the last is so far off that no clue of one kind alone can leave it only."""


@cache
def from_year(year: int) -> frozenset[int]:
    """That year and those after it."""
    return frozenset(one for one in YEARS if one >= year)


@cache
def until_year(year: int) -> frozenset[int]:
    """That year and those before it."""
    return frozenset(one for one in YEARS if one <= year)


def says_year(value: str | None) -> bool:
    """Does a date tell its year? What is no EDTF tells nothing."""
    said = dated(value)
    return said is not None and edtf.year_of(said) is not None


@dataclass(frozen=True, slots=True)
class Constraint:
    """Years that something leaves possible, and the words for it."""

    years: frozenset[int]
    because: tuple[Because, ...]
    record: str | None = None
    """The record whose date the years were concluded from: they can tell nothing new of it."""


@dataclass(frozen=True)
class Clued:
    """An undated document and the expressions in it that lean on its year."""

    source: Source

    def claim(self, record: Record) -> str:
        """The id of the claim that a record of it makes."""
        return f"{self.source.id}#{record.id}"

    def clue_of(self, said: str | None) -> Clue | None:
        """The clue that names this day or month without a year, if all that name it mean one year."""
        found = [clue for clue in self.source.reading.clues if clue.date is not None and clue.date == said]
        return found[0] if len({clue.years for clue in found}) == 1 else None

    def clues_for(self, record: Record) -> Iterator[Clue]:
        """The clues that tell how long ago the record's date lies."""
        return (clue for clue in self.source.reading.clues if clue.record is not None and clue.record == record.id)

    def is_today(self, clue: Clue) -> bool:
        """Whether it names the text's own day: «Сегодня, 9 августа, подписали»."""
        before = self.source.document.text[: clue.span[0]][-_TODAY:].lower().replace("ё", "е").rstrip(" ,(—–-")
        return clue.years == 0 and before.endswith(tuple(lexicon()["today"]))

    @cached_property
    def own_day(self) -> str | None:
        """The day without a year of which the text says that it is today («XXXX-08-09»)."""
        named = (clue.date for clue in self.source.reading.clues if clue.date and self.is_today(clue))
        days = {day for day in named if len(day) == len("XXXX-08-09")}
        return days.pop() if len(days) == 1 else None

    def because(self, reason: str, clue: Clue) -> Because:
        """A step of the reasoning that rests on the words of a clue."""
        return Because(reason=reason, document=self.source.id, span=clue.span)

    def words(self, clue: Clue) -> str:
        """The clue as the text has it."""
        start, end = clue.span
        return " ".join(self.source.document.text[start:end].split())

    @cached_property
    def day(self) -> tuple[int, int] | None:
        """Month and day of the text's own day, as far as it tells: of its dateline, else of the one day of its news."""
        published = self.source.published
        if published is not None and len(published) == len("XXXX-06-24"):
            return int(published[5:7]), int(published[8:10])
        days = {
            (int(record.date[5:7]), int(record.date[8:10]))
            for record in self.source.records
            if isinstance(record, Event) and record.status == "held" and record.date is not None
            and record.date.startswith("XXXX-") and len(record.date) == len("XXXX-06-24")
            and (clue := self.clue_of(record.date)) is not None and clue.years == 0
        }
        return days.pop() if len(days) == 1 else None


def written_about(year: int, day: tuple[int, int]) -> tuple[date, date]:
    """The first and the last day on which a text may have been written, if that day (month, number) was its news."""
    month, number = day
    news = date(year, month, min(number, 28)).toordinal()
    return date.fromordinal(news - 3), date.fromordinal(news + _SAME_NEWS)
