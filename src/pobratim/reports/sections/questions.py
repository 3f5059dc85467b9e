"""What the register cannot answer: contradictions with both values, missing dates, gaps."""

from __future__ import annotations

from pobratim.model import edtf
from pobratim.register.questions import OpenQuestion
from pobratim.register.rows import AgreementRow, Conflict, ConflictValue, FigureRow, Happening, Row, Tie
from pobratim.reports.ledger import Refs
from pobratim.reports.paper import Line, Piece, Section
from pobratim.reports.sections.context import Context
from pobratim.reports.wording import clean, sentence, when
from pobratim.reports.words import ru

_GAPS = (
    ("agreements", "соглашениях и дорожных картах"),
    ("happenings", "встречах и визитах"),
    ("people", "представителях сторон"),
    ("commitments", "намерениях и обязательствах"),
    ("figures", "показателях"),
)


def questions(context: Context) -> Section | None:
    """Contradictions first, then what the register asks, then what no document speaks of."""
    dossier = context.dossier
    lines = [_conflict(context, conflict) for conflict in dossier.conflicts]
    told = {conflict.on for conflict in dossier.conflicts} | {conflict.id for conflict in dossier.conflicts}
    asked: dict[str, list[OpenQuestion]] = {}
    for question in dossier.questions:
        if question.kind == "conflict" and question.row in told:
            continue
        asked.setdefault(clean(question.text), []).append(question)
    lines += [_asked(context, text, alike) for text, alike in asked.items()]
    missing = [words for table, words in _GAPS if context.subjects and not getattr(dossier, table)]
    if missing:
        lines.append(Line(((Piece(f"Сведений нет о {'; о '.join(missing)}."),),)))
    return Section(heading="Открытые вопросы", layout="list", lines=tuple(lines)) if lines else None


def _asked(context: Context, text: str, alike: list[OpenQuestion]) -> Line:
    """A question once, however many rows ask it."""
    rows = [row for question in alike if (row := context.dossier.register.get(question.row))]
    many = f" Таких записей — {len(alike)}." if len(alike) > 1 else ""
    return Line(((Piece(text, tuple(ref for row in rows for ref in context.refs(row))), Piece(many)),))


def _conflict(context: Context, conflict: Conflict) -> Line:
    """«Срок действия (дорожная карта): 2026–2028 годы³ (вероятнее: …) или 2025–2027 годы⁷»."""
    row = context.dossier.register.get(conflict.on)
    subject = _subject(context, row) if row else ""
    slot = sentence(ru(conflict.slot, "slot"))
    pieces = [Piece(f"Источники расходятся. {slot}{f' ({subject})' if subject else ''}: ")]
    for index, value in enumerate(conflict.values):
        words = f"{' или ' if index else ''}{_value(context, conflict.slot, value.value)}"
        pieces.append(Piece(words, _refs(context, row, conflict.slot, value)))
        if value.value == conflict.preferred and value.reason:
            pieces.append(Piece(f" (вероятнее: {clean(value.reason).rstrip('.')})"))
    return Line((tuple(pieces),))


def _refs(context: Context, row: Row | None, slot: str, value: ConflictValue) -> Refs:
    """What the sources of one value say; of the kind of a tie only what they say of that kind."""
    if row is None:
        return context.ledger.whole(value.documents)
    if isinstance(row, Tie) and slot == "kind":
        said = [item for stage in row.history if stage.kind == value.value for item in stage.evidence]
        return context.ledger.cite(item for item in said if item.document in value.documents)
    return context.ledger.row(row, value.documents)


def _subject(context: Context, row: Row) -> str:
    if isinstance(row, AgreementRow):
        return ru(row.kind, "agreement")
    if isinstance(row, Happening):
        return context.happening(row)
    if isinstance(row, FigureRow):
        return ru(row.metric, "metric")
    return context.names(row.parties) if isinstance(row, Tie) else context.name(row.id)


def _value(context: Context, slot: str, value: str) -> str:
    """A value as a person reads it: a date in words, a name for an id, a word for a code."""
    if edtf.is_valid(value) and slot not in ("value", "change"):
        return when(value)
    return context.name(value) if context.dossier.register.get(value) else clean(ru(value))
