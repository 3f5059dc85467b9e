"""The opening of the paper: the main facts at a glance and the history of the tie."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model import edtf
from pobratim.register.rows import AgreementRow, Commitment, Happening, Place, Stage, Tie
from pobratim.reports.paper import Line, Piece, Section, Text
from pobratim.reports.sections.agreements import in_force, is_signed
from pobratim.reports.sections.contacts import affiliation
from pobratim.reports.sections.context import UNDATED, Context
from pobratim.reports.sections.substance import is_open
from pobratim.reports.wording import plural, sentence, short, since, when
from pobratim.reports.words import ru

NO_STATUS = "побратимские или партнёрские отношения в документах не названы"
_UPCOMING = 3


def main_facts(context: Context) -> Section:
    """Status of the tie, last and next contact, what is in force, what was promised."""
    lines = [
        *_identity(context),
        *_status(context),
        *_contacts(context),
        *_in_force(context),
        *_promises(context),
    ]
    return Section(heading="Главное", layout="facts", lines=tuple(lines))


def _fact(label: str, *value: Piece) -> Line:
    first, *rest = value
    return Line(((Piece(label),), (Piece(sentence(first.text), first.refs, first.mark), *rest)))


def _identity(context: Context) -> Iterator[Line]:
    """Who a person or an organization is."""
    person, organization = context.dossier.person, context.dossier.organization
    if person:
        posts = affiliation(context, person)
        if posts:
            yield _fact("Должность", *posts)
    if organization and organization.place:
        yield _fact("Где находится", Piece(context.name(organization.place), context.refs(organization)))


def _status(context: Context) -> Iterator[Line]:
    """What the places are to each other; of one place, what it is to every other."""
    if not context.subjects:
        return
    stated = [(tie, current) for tie in context.dossier.ties if (current := _current(tie))]
    for tie, stage in stated:
        yield _fact(sentence(context.counterpart(tie)) or "Статус", *_stage(context, tie, stage))
    if not stated:
        yield _fact("Статус", Piece(NO_STATUS))


def _current(tie: Tie) -> Stage | None:
    """The stage that holds now: a living one before the others, twins before partners, then the latest."""

    def rank(stage: Stage) -> tuple[bool, bool, tuple[int, int, int]]:
        return stage.status != "active", stage.kind != "twin", edtf.sort_key(stage.since)

    return min(tie.history, key=rank, default=None)


def _stage(context: Context, tie: Tie, stage: Stage) -> Text:
    register = context.dossier.register
    places = [register.get(party) for party in tie.parties]
    cities = all(isinstance(place, Place) and place.type == "city" for place in places)
    words = f"города-{ru(stage.kind, 'tie')}" if cities else ru(stage.kind, "tie")
    words += f" {since(stage.since)}" if stage.since else ", начало отношений неизвестно"
    if stage.until:
        words += f", {_until(stage.until)}"
    if stage.status != "active":
        words += f" — {ru(stage.status, 'status')}"
    return (
        Piece(words, context.ledger.cite(stage.evidence) or context.ledger.whole(stage.documents)),
        *context.inferred(stage.since_basis, stage.since_because),
        *(context.disputed(tie.id, "kind") or context.disputed(tie.id, "since")),
    )


def _contacts(context: Context) -> Iterator[Line]:
    held = [
        row for row in context.dossier.happenings if row.status == "held" and not context.future(row.date)
    ]
    if held:
        last = min(held, key=lambda row: edtf.sort_key(row.date))
        undated = sum(row is not last and edtf.bounds(row.date)[0] is None for row in held)
        more = f"; без точной даты ещё {plural(undated, 'событие', 'события', 'событий')}" if undated else ""
        yield _fact("Последний контакт", *_happening(context, last), Piece(more))
    planned = [
        row for row in context.dossier.happenings if row.status == "planned" and not context.past(row.date)
    ]
    planned.sort(key=lambda row: edtf.bounds(row.date)[0] or context.today.max)
    for index, row in enumerate(planned[:_UPCOMING]):
        label, *value = _happening(context, row)
        yield _fact("" if index else "Предстоит", label, *value)


def _happening(context: Context, row: Happening) -> Text:
    date = short(row.date) if row.date else UNDATED
    return (
        Piece(f"{date} — {context.happening(row)}", context.refs(row)),
        *context.inferred(row.date_basis, row.date_because),
        *context.disputed(row.id, "date"),
    )


def _in_force(context: Context) -> Iterator[Line]:
    rows = context.dossier.agreements
    yield from _papers(context, "Действуют", [row for row in rows if in_force(context, row)])
    coming = [row for row in rows if is_signed(context, row) and context.future(row.period)]
    yield from _papers(context, "Вступят в действие", coming)


def _papers(context: Context, label: str, rows: list[AgreementRow]) -> Iterator[Line]:
    pieces: list[Piece] = []
    for row in rows:
        pieces.append(Piece(("; " if pieces else "") + context.agreement(row), context.refs(row)))
        pieces.extend(context.disputed(row.id, "period"))
    if pieces:
        yield _fact(label, *pieces)


def _promises(context: Context) -> Iterator[Line]:
    promises = [row for row in context.dossier.commitments if is_open(row)]
    if not promises:
        return
    count = plural(len(promises), "намерение", "намерения", "намерений")
    late = sum(context.past(row.due) for row in promises)
    if late:
        count += f"; срок прошёл — {late}"
    due = sorted((row for row in promises if row.due and not context.past(row.due)), key=_soonest)
    if due:
        nearest = Piece(f"; ближайший срок — {when(due[0].due or '')}", context.refs(due[0]))
        yield _fact("Не завершено", Piece(count), nearest)
    else:
        yield _fact("Не завершено", Piece(count, tuple(ref for row in promises for ref in context.refs(row))))


def _soonest(row: Commitment) -> int:
    latest = edtf.bounds(row.due)[1]
    return latest.toordinal() if latest else 10**9


def history(context: Context) -> Section | None:
    """The stages of the ties and the first happening, oldest first; none where the main facts say it all."""
    dated: list[tuple[str | None, Line]] = []
    for tie in context.dossier.ties:
        other = context.counterpart(tie)
        for stage in tie.history:
            kind = {"twin": "побратимские отношения", "partner": "партнёрские отношения"}[stage.kind]
            state = "" if stage.status == "active" else f" — {ru(stage.status, 'status')}"
            until = f" ({_until(stage.until)})" if stage.until else ""
            refs = context.ledger.cite(stage.evidence) or context.ledger.whole(stage.documents)
            words = Piece(f"{sentence(kind)}{f' ({other})' if other else ''}{until}{state}", refs)
            lead = context.dated(stage.since, stage.since_basis, stage.since_because)
            dated.append((stage.since, Line((lead, (words, *context.disputed(tie.id, "since"))))))
    held = [row for row in context.dossier.happenings if row.status == "held" and edtf.bounds(row.date)[0]]
    if dated and len(held) > 1:
        first = max(held, key=lambda row: edtf.sort_key(row.date))
        words = Piece(f"Первое событие в реестре: {context.happening(first)}", context.refs(first))
        dated.append(
            (first.date, Line((context.dated(first.date, first.date_basis, first.date_because), (words,))))
        )
    if len(dated) < 2:
        return None
    dated.sort(key=lambda pair: edtf.bounds(pair[0])[0] or context.today.max)
    return Section(heading="История отношений", layout="list", lines=tuple(line for _, line in dated))


def _until(value: str) -> str:
    """«до: 2024 год»; of an end between two days «прекращено: 1 марта 2020 – 5 мая 2023 года»."""
    return f"{'прекращено' if '/' in value else 'до'}: {when(value)}"
