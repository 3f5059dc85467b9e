"""Deeds in a line: what was done, when, and who tells of it."""

from __future__ import annotations

from pobratim.model.document import file_name
from pobratim.register.answers.deeds import evidence_of_done, told_as_done
from pobratim.register.rows import AgreementRow, DocumentRow, Happening, OfferRow, Register, Row
from pobratim.reports.wording import clean, quoted, short
from pobratim.reports.words import ru

_HEADING = 30
"""Letters; what is shorter tells hardly anything by itself."""
_LONGEST = 240
"""Letters of a sentence that is quoted whole."""


def deed(row: Row | None, register: Register) -> str:
    """«форум «Мосты дружбы», 01.06.2026», «поставка: троллейбусы»; nothing for other rows."""
    match row:
        case Happening():
            title = quoted(clean(row.title)) if row.title else ""
            return _joined(" ".join(filter(None, (ru(row.kind, "event"), title))), row.date)
        case AgreementRow():
            subject = clean(row.subject or "")
            return _joined(" ".join(filter(None, (ru(row.kind, "agreement"), subject))), row.signed)
        case OfferRow():
            sides = " → ".join(clean(register.name(one)) for one in (row.from_, row.to) if one)
            words = f"{ru(row.direction, 'direction')}: {clean(row.item)}"
            return f"{words} ({sides})" if sides else words
        case _:
            return ""


def source(document_id: str, register: Register) -> str:
    """«БЕЛТА, 01.06.2026, https://…»: who published a document, when, where."""
    row = register.get(document_id)
    if not isinstance(row, DocumentRow):
        return ""
    who = clean(row.publisher or file_name(row.source))
    return ", ".join(filter(None, (who, short(row.published) if row.published else "без даты", row.address)))


def told(row: Row, register: Register) -> str:
    """The first sentence that tells of it as done, with its source: «„Троллейбусы переданы“ (БЕЛТА, 01.06.2026)».

    A paper that only planned it is no evidence that it was. Behind a sentence that is but a heading («Дни Омска.»)
    stand those that follow it in the document.
    """
    if isinstance(row, Happening | AgreementRow | OfferRow):
        evidence, documents = evidence_of_done(row), sorted(told_as_done(row))
    else:
        evidence, documents = getattr(row, "evidence", ()), list(row.documents)
    if not evidence:
        return source(documents[0], register) if documents else ""
    words = ""
    for one in evidence:
        if one.document == evidence[0].document and len(words) < _HEADING:
            words = clean(f"{words} {one.text}")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{quoted(words)} ({source(evidence[0].document, register)})"


def _joined(words: str, date: str | None) -> str:
    return f"{words}, {short(date)}" if date else words
