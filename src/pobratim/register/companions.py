"""What a document tells beside an event: the days of its other news, the people in it.

A release tells of a visit, the talks and the signing, and gives the day once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pobratim.model import edtf
from pobratim.model.reading import Event
from pobratim.register.claims import Source, dated

_STAY = 7
"""Days that a visit lasts at most."""
_NEWS = 31
"""Days before its document within which what it tells is its news."""

Window = tuple[int, int]
"""First and last day, as ordinals."""


def day_of(source: Source) -> int | None:
    """The day on which the document came out; None where it is not known to the day."""
    first, last = edtf.bounds(source.published)
    return first.toordinal() if first and first == last else None


def of_its_news(source: Source, value: str | None, basis: str | None) -> tuple[str | None, str | None]:
    """A date and its basis; «30 июля» of a document that came out on 31 July 2019, or within the week, is of 2019.

    A reader leaves such a day open where the sentence names other years as well («план на 2019–2020 годы»).
    """
    told = day_of(source)
    said = dated(value)
    if told is None or said is None or not said.startswith("XXXX-") or len(said) != len("XXXX-07-30"):
        return said, basis
    known = said.replace("XXXX", f"{date.fromordinal(told).year:04d}")
    first, _ = edtf.bounds(dated(known))
    just_then = first is not None and 0 <= told - first.toordinal() <= _STAY
    return (known, "inferred") if just_then else (said, basis)


def days_beside(source: Source, event: Event) -> Window | None:
    """The days of the other news of the same sides, if they are those of one stay.

    Whoever came to Минск may have signed in Витебск five days before.
    """
    sides = set(event.parties)
    both = (other for other in _beside(source, event) if len(sides.intersection(other.parties)) >= 2)
    days = [found for other in both if (found := _days(source, other))]
    if not days:
        return None
    first, last = min(one[0] for one in days), max(one[1] for one in days)
    return (first, last) if last - first <= _STAY else None


def is_accompanied(source: Source, event: Event) -> bool:
    """Whether the document tells other news of the same sides."""
    return any(other.date is None or _days(source, other) for other in _beside(source, event))


def people_beside(source: Source, event: Event) -> Iterator[str]:
    """Entities of the people in the other news of the same sides."""
    for other in _beside(source, event):
        if other.date is None or _days(source, other):
            yield from other.participants


def _beside(source: Source, event: Event) -> Iterator[Event]:
    """What the document tells of the same sides, or of one of them and the same people: done, or ahead, alike."""
    sides, people = set(event.parties), set(event.participants)
    for claim in source.claims.get(Event, ()):
        other: Event = claim.record
        common = len(sides & set(other.parties))
        alike = (other.status == "planned") == (event.status == "planned")
        if other is not event and alike and (common >= 2 or (common and people & set(other.participants))):
            yield other


def _days(source: Source, event: Event) -> Window | None:
    """The days of an event, if they are known and the document came out about them."""
    first, last = edtf.bounds(dated(event.date))
    if first is None or last is None or (last - first).days > _STAY:
        return None
    told = day_of(source)
    if told is not None and event.status != "planned" and not -1 <= told - first.toordinal() <= _NEWS:
        return None
    return first.toordinal(), last.toordinal()
