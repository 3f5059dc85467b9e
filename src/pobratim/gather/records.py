"""Texts that come with their facts beside them: a line of JSON lines, a row of a table, as one JSON object.

``text`` or ``html`` holds the words; ``title``, ``publisher``, ``author``, ``address`` (or ``url``), ``published`` (or
``date``) and ``modified`` say what is known of them and go before what the words state. Other fields are passed over.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from pobratim.gather.assembling import to_document
from pobratim.gather.draft import Draft
from pobratim.gather.formats.page_dates import stated_day
from pobratim.gather.inputs import Gathered
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import too_large
from pobratim.model import edtf
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text",),
    "html": ("html",),
    "title": ("title",),
    "publisher": ("publisher",),
    "author": ("author",),
    "address": ("address", "url"),
    "published": ("published", "date"),
    "modified": ("modified",),
}
"""What is taken, and the names under which it is looked for."""
_DAYS = ("published", "modified")


def fields_of(data: bytes, name: str, settings: Settings) -> dict[str, str]:
    """What a JSON object says, as strings. Raises InputError for what is no such object or has no words."""
    try:
        if len(data) > settings.max_file_bytes:
            raise too_large(settings)
        try:
            values = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise Unreadable("broken", kind="объект JSON") from error
        if not isinstance(values, dict):
            raise Unreadable("no_fields")
        found = {field: said for field, names in FIELDS.items() if (said := _first(values, names))}
        if "text" not in found and "html" not in found:
            raise Unreadable("no_fields")
        return found
    except Unreadable as refusal:
        raise refusal.as_error(name) from refusal


def gather_fields(fields: dict[str, str], original: bytes, name: str, settings: Settings) -> Gathered:
    """The document that the fields make. Raises InputError."""
    try:
        stated = {field: said for field, said in fields.items() if field not in ("text", "html", *_DAYS)}
        stated |= {field: day for field in _DAYS if (day := _day(fields.get(field, "")))}
        draft = replace(_draft(fields), **stated)
        return Gathered(to_document(draft, source=name, original=original, settings=settings), original, name)
    except Unreadable as refusal:
        raise refusal.as_error(name) from refusal
    except Exception as error:  # a parser's library met a page that its authors did not foresee
        raise Unreadable("broken", kind="страница HTML").as_error(name) from error


def gather_record(data: bytes, name: str, settings: Settings) -> Gathered | InputError:
    """The document of one JSON object, or why there is none."""
    try:
        return gather_fields(fields_of(data, name, settings), data, name, settings)
    except InputError as error:
        return error


def _draft(fields: dict[str, str]) -> Draft:
    if "text" in fields:
        return Draft(text=fields["text"])
    from pobratim.gather.formats.html import read_page  # it loads parsers that plain texts do without

    return read_page(fields["html"])


def _first(values: dict[str, Any], names: tuple[str, ...]) -> str:
    said = (values[name] for name in names if isinstance(values.get(name), str))
    return next((one for one in said if one.strip()), "")


def _day(said: str) -> str | None:
    """EDTF as it is, else the day of a moment or of words; None where it is neither."""
    said = said.strip()
    return said if edtf.is_valid(said) else stated_day(said) if said else None
