"""The records of a reading as lines a person reads: «Встреча: Минск — Омск», and the details below it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pobratim.model.reading import (
    Agreement,
    Event,
    Figure,
    Offer,
    Partnership,
    Plan,
    Post,
    Quote,
    Reading,
    Record,
    Span,
    Topic,
)
from pobratim.reports.wording import quoted
from pobratim.web.figures import amount
from pobratim.web.words import ru, when

Detail = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One record, ready to be shown beside the text it stands in."""

    id: str
    type: str
    kind: str
    """What it is: «встреча», «дорожная карта», «должность»."""
    line: str
    """What it says, in one line."""
    details: tuple[Detail, ...]
    spans: tuple[Span, ...]
    """Where the text says it, in the order of the text."""
    sentence: str
    confidence: float
    rule: str

    @property
    def percent(self) -> int:
        return round(self.confidence * 100)

    @property
    def at(self) -> str:
        """The first of its places in the text, as the address of the document page has it."""
        return f"{self.spans[0][0]}-{self.spans[0][1]}"


def facts_of(reading: Reading) -> list[Fact]:
    """Every record of the reading in the order of the text; equal places in the order of the reading."""
    names = {entity.id: entity.name for entity in reading.entities}
    text = reading.document.text
    return sorted((_fact(record, names, text) for record in reading.records), key=lambda fact: fact.spans[0])


def _fact(record: Record, names: dict[str, str], text: str) -> Fact:
    spans = tuple(sorted(set(record.evidence)))
    kind, line, details = _described(record, names, text)
    return Fact(
        id=record.id,
        type=record.type,
        kind=kind,
        line=line,
        details=tuple((label, value) for label, value in details if value),
        spans=spans,
        sentence=" … ".join(text[start:end] for start, end in spans),
        confidence=record.confidence,
        rule=record.rule,
    )


def _described(record: Record, names: dict[str, str], text: str) -> tuple[str, str, list[Detail]]:
    """The kind, the line and the details of one record."""

    def name(entity: str | None) -> str:
        return names.get(entity or "", entity or "")

    def joined(entities: tuple[str, ...], by: str = ", ") -> str:
        return by.join(name(entity) for entity in entities)

    match record:
        case Post():
            where = ", ".join(filter(None, (record.title, name(record.organization), name(record.place))))
            return ru("post", "record"), f"{name(record.person)} — {where}", []
        case Event():
            return (
                ru(record.kind, "event"),
                record.title or joined(record.parties, " — "),
                [
                    (_("Стороны"), joined(record.parties, " — ") if record.title else ""),
                    (_("Дата"), dated(record.date, record.date_basis)),
                    (_("Где"), name(record.place)),
                    (_("Участники"), joined(record.participants)),
                    (_("Организации"), joined(record.organizations)),
                    (_("Состояние"), "" if record.status == "held" else ru(record.status, "status")),
                ],
            )
        case Partnership():
            return (
                ru(record.kind, "tie"),
                joined(record.parties, " — "),
                [
                    (_("С какого времени"), dated(record.since, record.since_basis)),
                    (_("Состояние"), "" if record.status == "active" else ru(record.status, "status")),
                ],
            )
        case Agreement():
            return (
                ru(record.kind, "agreement"),
                joined(record.parties, " — ") or record.subject or "",
                [
                    (_("Подписание"), dated(record.signed, record.signed_basis)),
                    (_("Срок действия"), when_said(record.period)),
                    (_("Предмет"), record.subject if record.parties and record.subject else ""),
                    (_("Подписали"), joined(record.signatories)),
                    (_("Состояние"), "" if record.status == "signed" else ru(record.status, "status")),
                ],
            )
        case Quote():
            words = " … ".join(text[start:end] for start, end in record.spans)
            shown = quoted(words) if record.kind == "direct" else words
            return ru(record.kind, "quote"), f"{name(record.speaker)}: {shown}", []
        case Offer():
            return (
                ru(record.direction, "direction"),
                record.item,
                [
                    (_("От кого"), name(record.from_)),
                    (_("Кому"), name(record.to)),
                    (_("Вид"), ru(record.kind, "offer")),
                ],
            )
        case Plan():
            return (
                ru("plan", "record"),
                record.action,
                [
                    (_("Кто"), joined(record.actors)),
                    (_("Срок"), when_said(record.due)),
                    (_("Направления"), ", ".join(ru(topic, "topic") for topic in record.topics)),
                ],
            )
        case Figure():
            return (
                ru(record.metric, "metric"),
                amount(record) or ru(record.metric, "metric"),
                [
                    (_("Стороны"), joined(record.parties, " — ")),
                    (_("Период"), when_said(record.period)),
                ],
            )
        case Topic():
            return (
                ru("topic", "record"),
                ru(record.topic, "topic"),
                [
                    (_("Стороны"), joined(record.parties, " — ")),
                ],
            )
    raise TypeError(f"no line for a record of type {record.type!r}")


def when_said(date: str | None) -> str:
    """The date in Russian; empty where nothing is said."""
    return when(date) if date else ""


def dated(date: str | None, basis: str | None) -> str:
    """The date in Russian, saying so where it was inferred."""
    words = when_said(date)
    return _("%(date)s (вывод)") % {"date": words} if words and basis == "inferred" else words
