"""The sections of a report on a visit: when, who, what was done, signed and agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pobratim.register.during import Days
from pobratim.register.rows import AgreementRow, Happening
from pobratim.register.visits import VisitPlan
from pobratim.reports.cases import genitive
from pobratim.reports.ledger import Refs
from pobratim.reports.paper import Line, Piece, Section
from pobratim.reports.sections.agreements import papers
from pobratim.reports.sections.contacts import counted, happenings, oldest_first, people, visited
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.questions import questions
from pobratim.reports.sections.substance import figures, offers, promises, quotes, topics
from pobratim.reports.wording import clean, listing, plural, sentence, short


@dataclass(frozen=True)
class OfVisit(Context):
    """A report on a visit in the making."""

    days: Days
    plan: VisitPlan | None = None

    @property
    def of_plan(self) -> Refs:
        """A reference to the plan of the visit."""
        return self.ledger.whole([self.plan.id]) if self.plan else ()


def at_a_glance(context: OfVisit) -> Section:
    """Days, sides, purpose, what came out of it in numbers."""
    return Section(heading="Общие сведения", layout="facts", lines=tuple(_glance(context)))


def _glance(context: OfVisit) -> Iterator[Line]:
    held = [row for row in context.dossier.happenings if row.status == "held"]
    refs = context.first_refs(held)
    first, last = context.days.first.isoformat(), context.days.last.isoformat()
    days = short(first if first == last else f"{first}/{last}")
    yield _fact("Сроки", days, context.of_plan or refs)
    where = list(dict.fromkeys(row.place for row in held if row.place))
    if where:
        yield _fact("Где", context.names(where), context.first_refs([row for row in held if row.place]))
    if context.plan:
        yield _fact("Кто приезжал", f"делегация {genitive(context.name(context.plan.guests))}", context.of_plan)
        heads = [one for one in context.plan.members if one.head]
        if heads:
            words = listing(", ".join(filter(None, (clean(one.name), clean(one.post)))) for one in heads)
            yield _fact("Во главе", words, context.of_plan)
        if context.plan.purpose:
            yield _fact("Цель", clean(context.plan.purpose), context.of_plan)
    counts = [counted(held)] if held else []
    counts += [
        plural(len(rows), *forms) for rows, forms in (
            ([row for row in context.dossier.agreements if row.status != "planned"],
             ("подписанный документ", "подписанных документа", "подписанных документов")),
            (context.dossier.commitments, ("договорённость", "договорённости", "договорённостей")),
        ) if rows
    ]
    if counts:
        rows = (*held, *context.dossier.agreements, *context.dossier.commitments)
        yield _fact("Итоги", "; ".join(counts), context.first_refs(rows))
    else:
        yield _fact("Итоги", "ни один документ об этих днях не рассказывает", context.of_plan)


def _fact(label: str, words: str, refs: Refs) -> Line:
    return Line(((Piece(label),), (Piece(sentence(words), refs),)))


def delegation(context: OfVisit) -> Section | None:
    """Who was to come by the plan, the head first."""
    if context.plan is None or not context.plan.members:
        return None
    members = sorted(context.plan.members, key=lambda one: not one.head)
    lines = tuple(
        Line(((Piece(clean(one.name)),), (Piece(clean(one.post) or "должность не указана", context.of_plan),)))
        for one in members
    )
    return Section(heading="Состав делегации по плану", layout="facts", lines=lines)


def course(context: OfVisit) -> Section | None:
    """What was held, in its order."""
    held = [row for row in context.dossier.happenings if row.status != "planned"]
    return happenings(context, "Ход визита", oldest_first(held))


def planned_not_told(context: OfVisit) -> Section | None:
    """The lines of the programme; which of them took place the reader compares with what documents tell."""
    if context.plan is None or not context.plan.programme:
        return None
    lines = []
    for day, items in context.plan.by_day():
        for item in items:
            hour = f"{item.starts:%H:%M} " if item.starts else ""
            words = ", ".join(filter(None, (clean(item.what), clean(item.place))))
            lead = Piece(f"{short(day.isoformat())} {hour}".strip())
            lines.append(Line(((lead,), (Piece(sentence(words), context.of_plan),))))
    return Section(heading="Программа по плану", layout="list", lines=tuple(lines))


def signed(context: OfVisit) -> Section | None:
    return papers(context, "Подписанные документы", [row for row in context.dossier.agreements if _is_signed(row)])


def to_be_signed(context: OfVisit) -> Section | None:
    rows = [row for row in context.dossier.agreements if not _is_signed(row)]
    return papers(context, "Документы, которые намечено подписать", rows)


def _is_signed(row: AgreementRow) -> bool:
    return row.status != "planned"


def agreed(context: OfVisit) -> Section | None:
    return promises(context, "Достигнутые договорённости", context.dossier.commitments)


def ahead(context: OfVisit) -> Section | None:
    """What was announced for later."""
    planned: list[Happening] = [row for row in context.dossier.happenings if row.status == "planned"]
    return happenings(context, "Намечено на будущее", oldest_first(planned))


SECTIONS: tuple[Callable[[OfVisit], Section | None], ...] = (
    at_a_glance,
    delegation,
    people,
    planned_not_told,
    course,
    visited,
    signed,
    to_be_signed,
    agreed,
    topics,
    offers,
    figures,
    quotes,
    ahead,
    questions,
)
"""In the order in which a report on a visit is read."""
