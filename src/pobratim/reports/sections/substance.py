"""What the cooperation is about: fields, offers and needs, commitments, figures, quotes."""

from __future__ import annotations

from collections.abc import Iterable

from pobratim.model import edtf
from pobratim.register.answers import BY_WORDS, is_concluded
from pobratim.register.rows import (
    AgreementRow,
    Commitment,
    DocumentRow,
    FigureRow,
    Happening,
    HeldPost,
    OfferRow,
    QuoteRow,
)
from pobratim.reports.paper import Line, Piece, Section, Text
from pobratim.reports.sections.context import NOTHING, Context
from pobratim.reports.wording import NBSP, clean, percent, quantity, quoted, sentence, short
from pobratim.reports.words import ru

_CLOSED = ("met", "not met")
_MOST_QUOTES = 4
_LONGEST_QUOTE = 320
"""Characters; a longer speech is worth knowing in its source, not on a sheet for a mayor."""


def topics(context: Context) -> Section | None:
    """The fields of cooperation in one sentence, those named most often first."""
    refs: dict[str, tuple[int, ...]] = {}
    for row in context.dossier.topics:
        refs[row.topic] = refs.get(row.topic, ()) + context.refs(row)
    ordered = sorted(refs, key=lambda topic: (-len(set(refs[topic])), ru(topic, "topic")))
    pieces = [
        Piece(
            ("; " if index else "") + (ru(topic, "topic") if index else sentence(ru(topic, "topic"))),
            refs[topic],
        )
        for index, topic in enumerate(ordered)
    ]
    if not pieces:
        return None
    return Section(heading="Направления сотрудничества", layout="list", lines=(Line((tuple(pieces),)),))


def offers(context: Context) -> Section | None:
    """A table: what each side offers, needs, has delivered."""
    order = ("offer", "need", "supply")
    rows = sorted(context.dossier.offers, key=lambda row: order.index(row.direction))
    if not rows:
        return None
    return Section(
        heading="Предложения и потребности",
        layout="table",
        columns=("Предмет", "Вид", "От кого", "Кому", "Прим."),
        lines=tuple(_offer(context, row) for row in rows),
    )


def _offer(context: Context, row: OfferRow) -> Line:
    return Line(
        (
            (Piece(sentence(clean(row.item))),),
            (Piece(ru(row.direction, "direction")),),
            (Piece(context.name(row.from_) or NOTHING),),
            (Piece(context.name(row.to) or NOTHING),),
            (Piece("", context.refs(row)),),
        )
    )


def is_open(row: Commitment) -> bool:
    """Whether something is still owed."""
    return row.status not in _CLOSED


def commitments(context: Context) -> Section | None:
    """A table: what the sides mean to do, by when, what came of it; what has a date first."""
    return promises(context, "Намерения и обязательства", context.dossier.commitments)


def promises(context: Context, heading: str, rows: Iterable[Commitment]) -> Section | None:
    """The same of some commitments, under a heading of their own."""
    rows = sorted(
        rows,
        key=lambda row: (
            not is_open(row),
            edtf.bounds(row.due)[1] is None,
            edtf.bounds(row.due)[1] or context.today,
        ),
    )
    if not rows:
        return None
    return Section(
        heading=heading,
        layout="table",
        columns=("Что намечено", "Кто", "Срок", "Состояние", "Прим."),
        lines=tuple(_commitment(context, row) for row in rows),
    )


def _commitment(context: Context, row: Commitment) -> Line:
    both = len(context.subjects) > 1 and set(row.actors) == context.subjects
    actors = f"обе{NBSP}стороны" if both else context.names(row.actors) or NOTHING
    due = short(row.due) if row.due else NOTHING
    status: list[Piece] = [Piece(ru(row.status, "status"))]
    if is_concluded(row):
        status.append(Piece(" (вывод)", mark=True))
    if is_open(row) and context.past(row.due) and not row.follow_ups:
        status.append(Piece("; срок прошёл, сведений о выполнении нет"))
    status.extend(_follow_ups(context, row))
    return Line(
        (
            (Piece(sentence(clean(row.action))),),
            (Piece(actors),),
            (Piece(due),),
            tuple(status),
            (Piece("", context.refs(row)),),
        )
    )


def _follow_ups(context: Context, row: Commitment) -> Text:
    """What later happened that may answer the commitment: a conclusion, unless a person confirmed it."""
    pieces: list[Piece] = []
    for follow_up in row.follow_ups:
        answer = context.dossier.register.get(follow_up.row)
        if isinstance(answer, Happening):
            date = f" {short(answer.date)}" if answer.date else ""
            words = f"{context.happening(answer)}{date}"
        elif isinstance(answer, AgreementRow):
            words = context.agreement(answer)
        elif isinstance(answer, OfferRow):
            words = f"{ru(answer.direction, 'direction')}: {clean(answer.item)}"
        else:
            continue
        came = ru(follow_up.outcome, "outcome")
        if follow_up.by == BY_WORDS:
            pieces += [
                Piece(f"; возможно, {came}: {words}", context.refs(answer)), Piece(" (вывод)", mark=True)
            ]
        else:
            pieces.append(Piece(f"; {came}: {words}", context.refs(answer)))
    return tuple(pieces)


def figures(context: Context) -> Section | None:
    """Measured quantities and trends, the latest period first."""
    rows = sorted(context.dossier.figures, key=lambda row: edtf.sort_key(row.period))
    lines = tuple(_figure(context, row) for row in rows)
    return Section(heading="Показатели", layout="list", lines=lines) if lines else None


def _figure(context: Context, row: FigureRow) -> Line:
    words = sentence(ru(row.metric, "metric"))
    if context.others(row.parties) or (len(row.parties) == 1 and len(context.subjects) > 1):
        words += f" ({context.names(row.parties)})"
    said = []
    if row.value is not None:
        said.append(quantity(row.value, row.unit))
    movement = _movement(row)
    if movement:
        said.append(movement)
    lead = short(row.period) if row.period else "период не указан"
    disputed = (*context.disputed(row.id, "value"), *context.disputed(row.id, "change"))
    return Line(
        (
            (Piece(lead),),
            (Piece(f"{words}: {', '.join(said)}" if said else words, context.refs(row)), *disputed),
        )
    )


def _movement(row: FigureRow) -> str:
    """«рост на 12 %», «снижение», «без изменений»."""
    if row.change:
        return f"{ru('up' if row.change > 0 else 'down', 'trend')} на {percent(row.change)}"
    return ru("flat", "trend") if row.change == 0 else ru(row.trend, "trend") if row.trend else ""


def quotes(context: Context) -> Section | None:
    """At most four, short enough to read out: direct speech first, then who holds a post, then the newest."""

    def worth(row: QuoteRow) -> tuple[bool, bool, bool, tuple[int, int, int]]:
        return (
            len(row.text) > _LONGEST_QUOTE,
            row.kind != "direct",
            not _posts(context, row),
            _said(context, row),
        )

    best = sorted(context.dossier.quotes, key=worth)[:_MOST_QUOTES]
    lines = tuple(_quote(context, row) for row in best if len(row.text) <= _LONGEST_QUOTE)
    return Section(heading="Высказывания", layout="list", lines=lines) if lines else None


def _quote(context: Context, row: QuoteRow) -> Line:
    text = clean(row.text)
    words = quoted(text) if row.kind == "direct" else sentence(text)
    posts = _posts(context, row)
    who = (
        f"{context.name(row.speaker)}, {context.post_title(posts[0])}" if posts else context.name(row.speaker)
    )
    reported = "" if row.kind == "direct" else f" (в{NBSP}пересказе)"
    return Line(((Piece(f"{words} — {who}{reported}", context.refs(row)),),))


def _posts(context: Context, row: QuoteRow) -> list[HeldPost]:
    return context.posts(row.speaker)


def _said(context: Context, row: QuoteRow) -> tuple[int, int, int]:
    documents = (context.dossier.register.get(document) for document in row.documents)
    published = (document.published for document in documents if isinstance(document, DocumentRow))
    return min(map(edtf.sort_key, published), default=edtf.sort_key(None))
