"""The sections of a report on a year of one place: what was held, signed, lapsed, promised and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pobratim.model import edtf
from pobratim.register.agreement_terms import standing, successors
from pobratim.register.dossier import Dossier
from pobratim.register.during import Days, year_of
from pobratim.register.rows import AgreementRow, Commitment, Happening, Tie
from pobratim.reports.ledger import Refs
from pobratim.reports.paper import Line, Piece, Section
from pobratim.reports.sections.agreements import papers
from pobratim.reports.sections.contacts import counted, happenings, oldest_first, visited
from pobratim.reports.sections.context import NOTHING, Context
from pobratim.reports.sections.questions import questions
from pobratim.reports.sections.substance import figures, offers, promises, topics
from pobratim.reports.wording import plural, sentence, short, since
from pobratim.reports.words import ru

_HOLDS = ("in force", "signed", "to begin")
_OVER = ("lapsed", "replaced", "ended")


@dataclass(frozen=True)
class OfYear(Context):
    """A report on a year in the making; ``dossier`` is what the year brought, ``whole`` all that is known."""

    year: int
    whole: Dossier

    @property
    def days(self) -> Days:
        return year_of(self.year)

    @property
    def held(self) -> list[Happening]:
        return [row for row in self.dossier.happenings if row.status == "held"]

    @cached_property
    def _over_time(self) -> Mapping[str, AgreementRow]:
        """The agreement that takes the place of another, of all that are known."""
        return successors(self.whole.register)

    def stands(self, row: AgreementRow, day: date) -> str:
        return standing(row, self._over_time.get(row.id), day)

    def signed(self) -> list[AgreementRow]:
        """Signed within the year."""
        return [row for row in self.dossier.agreements if row.status != "planned"]

    def lapsed(self) -> list[AgreementRow]:
        """In force when the year began or signed within it, and no longer at its end, or on the day of the paper."""
        before = self.days.first - timedelta(days=1)
        signed = {row.id for row in self.signed()}
        return [
            row for row in self.whole.agreements
            if self.stands(row, self.today) in _OVER and (self.stands(row, before) in _HOLDS or row.id in signed)
        ]

    def in_force(self) -> list[AgreementRow]:
        """What a side may rely on when the year ends, or on the day of the paper."""
        return [
            row for row in self.whole.agreements
            if self.stands(row, self.today) in ("in force", "signed") and not self._later(row)
        ]

    def _later(self, row: AgreementRow) -> bool:
        """Whether it was signed only after the year."""
        signed = edtf.bounds(row.signed)[0]
        return signed is not None and signed > self.days.last

    def due(self) -> list[Commitment]:
        return [row for row in self.dossier.commitments if self.days.cover(row.due)]


def in_numbers(context: OfYear) -> Section:
    """The year in a few lines."""
    return Section(heading="Главное", layout="facts", lines=tuple(_numbers(context)))


def _numbers(context: OfYear) -> Iterator[Line]:
    held = context.held
    if held:
        words = f"{plural(len(held), 'событие', 'события', 'событий')}: {counted(held)}"
        yield _fact("Состоялось", words, context.first_refs(held))
    else:
        yield Line(((Piece("Состоялось"),), (Piece("Сведений нет о событиях этого года."),)))
    for label, rows in (("Подписано", context.signed()), ("Прекратили действие", context.lapsed())):
        if rows:
            words = plural(len(rows), "документ", "документа", "документов")
            yield _fact(label, words, context.first_refs(rows))
    due = context.due()
    if due:
        met = sum(row.status == "met" for row in due)
        words = f"{plural(len(due), 'намерение', 'намерения', 'намерений')}, выполнено — {met}"
        yield _fact("Срок наступал", words, context.first_refs(due))


def _fact(label: str, words: str, refs: Refs) -> Line:
    return Line(((Piece(label),), (Piece(sentence(words), refs),)))


def partners(context: OfYear) -> Section | None:
    """A table: with whom the place had to do in the year, who they are to each other, what was held."""
    rows = [(tie, _shared(context, tie)) for tie in context.whole.ties]
    rows = [(tie, held) for tie, held in rows if held or tie.history]
    rows.sort(key=lambda pair: (-len(pair[1]), context.counterpart(pair[0])))
    if not rows:
        return None
    return Section(
        heading="Партнёры",
        layout="table",
        columns=("С кем", "Отношения", "Событий за год", "Последнее", "Прим."),
        lines=tuple(_partner(context, tie, held) for tie, held in rows),
    )


def _shared(context: OfYear, tie: Tie) -> list[Happening]:
    return oldest_first(row for row in context.held if set(tie.parties) <= set(row.parties))


def _partner(context: OfYear, tie: Tie, held: list[Happening]) -> Line:
    stage = next((one for one in reversed(tie.history) if one.status == "active"), None)
    words = ru(stage.kind, "tie") + (f" {since(stage.since)}" if stage.since else "") if stage else NOTHING
    last = held[-1] if held else None
    refs = context.ledger.cite(stage.evidence) if stage else ()
    refs += context.refs(last) if last else ()
    refs = refs or context.refs(tie)
    date = short(last.date) if last and last.date else NOTHING
    return Line((
        (Piece(context.counterpart(tie)),),
        (Piece(words),),
        (Piece(str(len(held)) if held else NOTHING),),
        (Piece(date),),
        (Piece("", refs),),
    ))


def course(context: OfYear) -> Section | None:
    return happenings(context, "Что состоялось", oldest_first(context.held))


def not_told(context: OfYear) -> Section | None:
    """What was planned for the year and called off, or nobody told of again."""
    rows = [row for row in context.dossier.happenings if row.status != "held"]
    return happenings(context, "Намечалось, отменено", oldest_first(rows))


def signed(context: OfYear) -> Section | None:
    return papers(context, f"Подписано в {context.year} году", context.signed())


def lapsed(context: OfYear) -> Section | None:
    return papers(context, f"Прекратили действие в {context.year} году", context.lapsed())


def in_force(context: OfYear) -> Section | None:
    ended = context.today >= context.days.last
    heading = "Действуют на конец года" if ended else f"Действуют на {short(context.today.isoformat())}"
    return papers(context, heading, context.in_force())


def due(context: OfYear) -> Section | None:
    return promises(context, "Намерения, срок которых наступал", context.due())


def new_promises(context: OfYear) -> Section | None:
    known = {row.id for row in context.due()}
    rows = [row for row in context.dossier.commitments if row.id not in known]
    return promises(context, "Новые намерения", rows)


SECTIONS: tuple[Callable[[OfYear], Section | None], ...] = (
    in_numbers,
    partners,
    course,
    not_told,
    signed,
    lapsed,
    in_force,
    due,
    new_promises,
    visited,
    topics,
    offers,
    figures,
    questions,
)
"""In the order in which a report on a year is read."""
