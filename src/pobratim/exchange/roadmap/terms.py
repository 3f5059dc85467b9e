"""What a term's words say: «II квартал 2026 г.», «2026–2028 годы», «ежегодно», «в течение срока действия»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pobratim.exchange.roadmap.columns import words
from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.reading.dates import find_dates
from pobratim.reading.text.segments import lay_out
from pobratim.register.roadmap import Term


def term(text: str, period: str | None = None) -> Term:
    """The term; what is done again and again without years of its own has that of the road map."""
    small = text.lower()
    said = words()["terms"]
    yearly, always = (any(phrase in small for phrase in said[kind]) for kind in ("yearly", "always"))
    due = _together(dates_in(text))
    if yearly or always:
        return Term(text=text, due=due or period, repeats="yearly" if yearly else "always")
    return Term(text=text, due=due)


def dates_in(text: str) -> list[tuple[str, str]]:
    """The times that the text names, each as EDTF and how it says them (`point`, `period`, `until` …)."""
    for pattern, full in words()["written_out"].items():
        text = re.sub(pattern, full, text, flags=re.IGNORECASE)
    document = Document(text=text, source="", language="ru")
    found = find_dates(lay_out(text), document)
    return [(one.edtf, one.kind) for one in found if one.edtf and any(edtf.bounds(one.edtf))]


def _together(dates: Iterable[tuple[str, str]]) -> str | None:
    """One stretch that holds all the times named; «до 1 декабря» is that day."""
    found = list(dict.fromkeys(value.removeprefix("../") for value, _ in dates))
    if len(found) < 2:
        return found[0] if found else None
    ends = [end for value in found for end in value.split("/")]
    first = min(ends, key=lambda end: edtf.bounds(end)[0] or edtf.bounds(end)[1])  # type: ignore[arg-type,return-value]
    last = max(ends, key=lambda end: edtf.bounds(end)[1] or edtf.bounds(end)[0])  # type: ignore[arg-type,return-value]
    return f"{first}/{last}"
