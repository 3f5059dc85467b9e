"""The days of publication and change that a page states, in its markup or in sight of the reader.

htmldate would also take a day from the address, from a picture's path, from any date in the text, or the day
of change where that of publication is missing; we take only what says to be the day of publication, for a
wrong day is worse than none. Names of fields are in `data/page_dates.toml`.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pobratim.gather.dateline import day_of
from pobratim.gather.tables import table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LATE = 21
"""Hours: a moment given in UTC as late as this is already the next day for the authors of our pages."""
_LONGEST_DATE = 80
"""Characters of an element that shows the date."""
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<hour>\d{2}):?\d{2}(?::?\d{2})?(?:\.\d+)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_ARTICLE = ("article", "main")


def published(tree: HtmlElement) -> str | None:
    """The day of publication as EDTF, or None where nothing states it or the statements differ."""
    return _from_markup(tree, "published") or _from_time_elements(tree) or _visible(tree)


def modified(tree: HtmlElement) -> str | None:
    """The day of the last change as EDTF, where the markup states it."""
    return _from_markup(tree, "modified")


def _from_markup(tree: HtmlElement, which: str) -> str | None:
    fields = table("page_dates")[which]
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content") or "")
    for name in fields["names"]:
        if day := stated_day(metas.get(name, "")):
            return day
    days = {day for value in _json_values(tree, fields["json"]) if (day := stated_day(value))}
    for element in tree.iter("time", "span", "div", "p", "abbr", "i", "b", "small", "a", "li"):
        if (element.get("itemprop") or "").lower() in fields["itemprop"]:
            days.add(stated_day(_value(element)) or "")
    days.discard("")
    return days.pop() if len(days) == 1 else None


def _value(element: HtmlElement) -> str:
    value: str | None = element.get("datetime") or element.get("content")
    return value or str(element.text_content()).strip()[:_LONGEST_DATE]


def _json_values(tree: HtmlElement, keys: list[str]) -> Iterator[str]:
    """The values of the keys in the JSON-LD objects that are the article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            for key, value in thing.items():
                if key.lower() in keys and isinstance(value, str):
                    yield value


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of the article's types, at the top or in a "@graph"."""
    queue = [data]
    while queue:
        thing = queue.pop()
        if isinstance(thing, list):
            queue.extend(thing)
        elif isinstance(thing, dict):
            queue.extend(value for key, value in thing.items() if key in ("@graph", "mainEntity"))
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).lower() in table("page_dates")["json"]["types"] for name in names):
                yield thing


def _from_time_elements(tree: HtmlElement) -> str | None:
    """The day of the article's <time>, if all of them name one day."""
    article = next(tree.iter(*_ARTICLE), None)
    elements = [] if article is None else list(article.iter("time"))
    days = {stated_day(_value(element)) for element in elements if not _is_elsewhere(element)}
    return days.pop() if len(days) == 1 else None


def _visible(tree: HtmlElement) -> str | None:
    """The day that elements of a telling class show, if all of them show the same."""
    words = table("page_dates")["visible"]["words"]
    days = set()
    for element in tree.iter("div", "span", "p", "time", "small", "li", "td", "em", "i", "b", "a"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if element.tag != "time" and not any(word in marks for word in words):
            continue
        text = " ".join(element.text_content().split()) if len(element) < 12 else ""
        if text and len(text) <= _LONGEST_DATE and not _is_elsewhere(element) and (day := day_of(text)):
            days.add(day)
    return days.pop() if len(days) == 1 else None


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether the element or what it stands in belongs to a menu, a list of other news, a calendar."""
    for part in (element, *element.iterancestors()):
        if part.tag in ("nav", "footer", "aside"):
            return True
        if part.tag in ("body", "html"):
            return False
        marks = f"{part.get('class') or ''} {part.get('id') or ''}".lower()
        if any(word in marks for word in table("page_dates")["visible"]["elsewhere"]):
            return True
    return False


def stated_day(value: str) -> str | None:
    """The local day of an ISO moment, or the day in words; None for a moment that is between two days."""
    value = value.strip()
    iso = _ISO.match(value)
    if not iso:
        return day_of(value)
    universal = iso["zone"] in ("Z", "+00:00", "+0000", "-00:00")
    if universal and int(iso["hour"]) >= _LATE:
        return None
    try:
        return datetime.date.fromisoformat(iso["day"]).isoformat()
    except ValueError:
        return None
