"""Time expressions of a text as EDTF dates. A wrong year is worse than none: what is open stays open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.reading.context import DateMention
from pobratim.reading.dates import days
from pobratim.reading.dates.anchor import Anchor
from pobratim.reading.dates.concluded import concluded
from pobratim.reading.dates.dateline import find_datelines
from pobratim.reading.dates.leaning import years_from_now
from pobratim.reading.dates.role import in_role
from pobratim.reading.dates.rules import rules_for, triggers_in
from pobratim.reading.dates.scene import Scene, is_name
from pobratim.reading.text.segments import Layout

__all__ = ["find_dates"]

_STAMPS = (
    (days.ISO, days.iso_day),
    (days.DOTTED, days.dotted_day),
    (days.SINGLE, days.single_day),
    (days.NAMED_MONTH, days.single_day),
    (days.MONTH_FIRST, days.single_day),
)


def find_dates(layout: Layout, document: Document) -> tuple[DateMention, ...]:
    """The time expressions of the text, in its order, never overlapping.

    They are counted from ``document.published``, or from a stamp or dateline at the head of the text.
    """
    text = _small(layout.text)
    published = document.published
    stamps: list[DateMention] = []
    for start, end in find_datelines(layout):
        stamp = _stamp(Scene(text, layout, Anchor.of(published)), start, end)
        if stamp is not None:
            stamps.append(stamp)
            published = _narrowed(published, stamp.edtf, own=document.published is not None)
    if published is None:
        published = concluded(Scene(text, layout, None))
    return _told_apart(stamps, _found(Scene(text, layout, Anchor.of(published))))


def _found(scene: Scene) -> Iterator[DateMention]:
    for sentence in scene.layout.sentences:
        triggers = triggers_in(scene.layout.tokens_of(sentence))
        for pattern, value_of, _ in rules_for(triggers) if triggers else ():
            for match in pattern.finditer(scene.text, sentence.start, sentence.end):
                value = value_of(match, scene)
                if value is not None and not is_name(match, scene):
                    start = match.start() if value.start is None else value.start
                    value = value._replace(years=years_from_now(match, value, scene))
                    yield in_role(scene.text, start, match.end(), value)


def _stamp(scene: Scene, start: int, end: int) -> DateMention | None:
    """The date of a dateline."""
    for pattern, value_of in _STAMPS:
        match = pattern.match(scene.text, start, end)
        value = value_of(match, scene) if match else None
        if value is not None:
            return DateMention(start, end, value.edtf, value.basis, "published")
    return None


def _narrowed(published: str | None, stamp: str | None, *, own: bool) -> str | None:
    """The document's date with what a stamp adds to it; its ``own`` where the two contradict, and of two stamps
    the earlier one: many sites show the reader's day above the article's."""
    if published is None or not edtf.is_valid(published):
        return stamp
    if stamp is None or not edtf.compatible(published, stamp):
        return published if own or stamp is None else min(published, stamp)
    return edtf.merge(published, stamp)


def _told_apart(stamps: list[DateMention], mentions: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """Without overlaps: stamps first, then what begins earlier, then what is longer."""
    free = [m for m in mentions if not any(s.start < m.end and m.start < s.end for s in stamps)]
    kept: list[DateMention] = []
    for mention in sorted([*stamps, *free], key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


_GROWING = re.compile("[İ]")


def _small(text: str) -> str:
    """In small letters, every offset unchanged (one capital letter becomes two small ones)."""
    return _GROWING.sub("i", text).lower()
