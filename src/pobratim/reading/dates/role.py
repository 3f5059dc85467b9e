"""What a date does in its sentence, by the words before it: since, until, after, over, or simply on."""

from __future__ import annotations

import re

from pobratim.reading.context import DateMention
from pobratim.reading.dates.scene import Value

_PART = r"(?:само(?:го|му)\s+)?"
_UNTIL = re.compile(
    rf"\b(?:(?:вплоть\s+)?до|к|ко|не\s+позднее|не\s+позже)\s+{_PART}(?:(?:конца|концу|начала|началу|середины|середине|исхода)\s+)?$"
)
_SINCE = re.compile(rf"\b(?:начиная\s+)?(?:с|со)\s+{_PART}(?:(?:начала|конца|середины)\s+)?$")
_AFTER = re.compile(rf"\b(?:после|позже|позднее)\s+{_PART}(?:(?:начала|конца|середины)\s+)?$")
_OVER = re.compile(r"\b(?:на|за|в\s+течение|на\s+протяжении|по\s+итогам|по\s+результатам)\s+(?:весь\s+)?$")
_LEADS = (("until", _UNTIL), ("since", _SINCE), ("after", _AFTER), ("period", _OVER))
_LOOK_BACK = 40


def in_role(text: str, start: int, end: int, value: Value) -> DateMention:
    """The mention of ``text[start:end]`` with its kind; «с» and «до конца» belong to it."""
    if value.kind != "point":
        return DateMention(start, end, value.edtf, value.basis, value.kind, value.years)
    before = text[max(0, start - _LOOK_BACK) : start]
    for kind, pattern in _LEADS:
        lead = pattern.search(before)
        if lead and not (kind == "period" and not _is_year(value.edtf)):
            date = _bounded(value.edtf, kind)
            return DateMention(start - len(before) + lead.start(), end, date, value.basis, kind, value.years)
    return DateMention(start, end, value.edtf, value.basis, "point", value.years)


def _is_year(date: str | None) -> bool:
    return date is not None and "-" not in date and "/" not in date


def _bounded(date: str | None, kind: str) -> str | None:
    """An interval that is open at the side of which «до» and «после» say nothing."""
    if date is None or "/" in date:
        return date
    return {"until": f"../{date}", "after": f"{date}/.."}.get(kind, date)
