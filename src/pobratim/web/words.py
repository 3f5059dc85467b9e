"""Words for codes and dates in the language of the page: Russian as reports have it, others by the catalogue."""

from __future__ import annotations

import re

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pobratim.reports import wording, words

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_MONTHS = {
    "en": (_ENGLISH, _ENGLISH),
    "be": (
        ("студзень", "люты", "сакавік", "красавік", "май", "чэрвень", "ліпень", "жнівень", "верасень", "кастрычнік",
         "лістапад", "снежань"),
        ("студзеня", "лютага", "сакавіка", "красавіка", "мая", "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка",
         "лістапада", "снежня"),
    ),
}
"""Alone and beside a day; Django's own Belarusian ones are of another spelling and know one form only."""
_POINT = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<roughly>[?~%]?)")


def ru(code: str, group: str | None = None) -> str:
    """The word for a code of the register: the Russian one, or what the catalogue has for it."""
    word = words.ru(code, group)
    return word if _russian() or not word else _(word)


def when(value: str) -> str:
    """A date in words; outside Russian what the catalogue's months can say, else as EDTF has it."""
    if _russian():
        return wording.when(value)
    start, _sign, end = value.partition("/")
    if start in ("", ".."):
        return _("до %(day)s") % {"day": _told(end, beside=True)}
    if end == "..":
        return since(start)
    if not end:
        return _told(start)
    first, last = _told(start).split(" "), _told(end).split(" ")
    told_once = 0
    while len(first) > 1 and "~" not in first and first[-1] == last[-1 - told_once]:  # the month and the year
        first.pop()
        told_once += 1
    dash = "–" if told_once and first[0].isdecimal() and len(first) == 1 else " – "
    return " ".join(first) + dash + " ".join(last)


def short(value: str) -> str:
    """A date as tables have it."""
    return wording.short(value) if _russian() else when(value)


def since(value: str) -> str:
    """«с 2022 года»."""
    if _russian():
        return wording.since(value)
    return _("с %(day)s") % {"day": " – ".join(_told(part, beside=True) for part in value.split("/"))}


def until(value: str) -> str:
    """«до 24 июня 2022 года»."""
    return wording.when(f"../{value}") if _russian() else when(f"../{value}")


def plural(number: int, one: str, few: str, many: str) -> str:
    """The number with the fitting form of its noun, by the rule of the language."""
    if get_language() == "en":
        few = many
        one = one if number == 1 else many
    return wording.plural(number, one, few, many)


def _russian() -> bool:
    """Also where no language was chosen: the command line shows facts too, and knows nothing of pages."""
    return get_language() not in _MONTHS


def _told(part: str, *, beside: bool = False) -> str:
    """One day, month or year; ``beside`` a word that asks for another case of the month."""
    point = _POINT.fullmatch(part)
    if point is None:
        return "" if part == ".." else part
    months = _MONTHS.get(get_language() or "", _MONTHS["en"])[1 if point["day"] or beside else 0]
    month = months[int(point["month"]) - 1] if point["month"] and 1 <= int(point["month"]) <= 12 else ""
    day = str(int(point["day"])) if point["day"] else ""
    year = "" if point["year"] == "XXXX" else point["year"]
    told = " ".join(filter(None, (day, month, year)))
    return f"~ {told}" if point["roughly"] else told
