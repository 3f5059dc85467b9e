"""Who met whom, where: meetings and visits, people with their posts, enterprises visited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from pobratim.model import edtf
from pobratim.register.rows import (
    AgreementRow,
    DocumentRow,
    Evidence,
    Happening,
    HeldPost,
    Organization,
    Person,
)
from pobratim.reports.paper import Line, Piece, Section, Text
from pobratim.reports.posts import posts_newest_first
from pobratim.reports.sections.context import UNDATED, Context
from pobratim.reports.wording import NBSP, clean, sentence, short, since, when
from pobratim.reports.words import ru

_SENTENCES = 3
"""How many sentences are enough to show that somebody holds a post."""


def meetings(context: Context) -> Section | None:
    """Every happening, newest first."""
    rows = sorted(context.dossier.happenings, key=lambda row: edtf.sort_key(row.date))
    return happenings(context, "Встречи и визиты", rows)


def happenings(context: Context, heading: str, rows: Iterable[Happening]) -> Section | None:
    """These happenings in their order."""
    lines = tuple(_happening(context, row) for row in rows)
    return Section(heading=heading, layout="list", lines=lines) if lines else None


def oldest_first(rows: Iterable[Happening]) -> list[Happening]:
    """As they came one after another; those without a day at the end."""
    return sorted(rows, key=lambda row: (edtf.bounds(row.date)[0] or date.max, row.id))


def counted(rows: Iterable[Happening]) -> str:
    """«встреча — 2, визит — 1», the most frequent first; where each was once «визит, встреча»."""
    kinds = Counter(ru(row.kind, "event") for row in rows)
    often = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return ", ".join(f"{kind}{NBSP}— {kinds[kind]}" if max(kinds.values()) > 1 else kind for kind in often)


def _happening(context: Context, row: Happening) -> Line:
    lead = (*context.dated(row.date, row.date_basis, row.date_because), *context.disputed(row.id, "date"))
    words = sentence(context.happening(row))
    visited = row.kind == "tour"
    if visited and row.organizations:
        words += f": {context.names(row.organizations)}"
    details = [context.names(row.participants)] if row.participants else []
    if row.organizations and not visited:
        details.append(f"организации: {context.names(row.organizations)}")
    others = [party for party in context.others(row.parties) if party != row.place]
    if others and not (row.kind == "visit" and row.place):  # the guests stand in the words of a visit already
        details.append(f"{context.party_label(row.parties)}: {context.parties(row.parties)}")
    if details:
        words += f". {sentence('; '.join(details))}"
    return Line((lead, (Piece(words, context.refs(row)), *_state(context, row))))


def _state(context: Context, row: Happening) -> Text:
    if row.status == "cancelled":
        return (Piece(" (отменено)", mark=True),)
    if row.status == "planned":
        late = context.past(row.date)
        words = "планировалось, сведений о проведении нет" if late else "планируется"
        return (Piece(f" ({words})", mark=True),)
    return ()


def people(context: Context) -> Section | None:
    """The people with their posts: those of the paper's places first, those of no known place last."""
    by_side: dict[str, list[Line]] = {side: [] for side in context.sides}
    others: list[Line] = []
    for person in context.dossier.people:
        if person != context.dossier.person:
            side = context.side(person)
            group = others if side is None else by_side.setdefault(side, [])
            label = "" if group else context.name(side) or "Другие"
            group.append(Line(((Piece(label),), _person(context, person))))
    lines = [line for group in (*by_side.values(), others) for line in group]
    heading = "Представители сторон" if context.subjects else "Другие люди"
    return Section(heading=heading, layout="facts", lines=tuple(lines)) if lines else None


def _person(context: Context, person: Person) -> Text:
    posts = affiliation(context, person)
    if posts:
        return (Piece(f"{clean(person.name)} — "), *posts)
    dossier = context.dossier
    seen: list[Happening | AgreementRow] = [row for row in dossier.happenings if person.id in row.participants]
    seen += [row for row in dossier.agreements if person.id in row.signatories]
    return (Piece(clean(person.name), context.refs(seen[0] if seen else person)),)


def affiliation(context: Context, person: Person) -> Text:
    """The newest post of a person and those the paper's documents tell, newest first.

    «мэр Омска (с 2021 года); депутат (2015 – 2019)»
    """
    newest_first = posts_newest_first(person)
    told = newest_first[:1] + [post for post in newest_first[1:] if not context.documents.isdisjoint(post.documents)]
    pieces: list[Piece] = []
    for post in told:
        words = f"{'; ' if pieces else ''}{context.post_title(post)}"
        if post.stated_from and post.stated_until:
            words += f" ({short(post.stated_from)} – {short(post.stated_until)})"
        elif post.stated_from:
            words += f" ({since(post.stated_from)})"
        elif post.stated_until:
            words += f" (до: {when(post.stated_until)})"
        elif post.attested:
            words += f" (на{NBSP}{short(min(post.attested, key=edtf.sort_key))})"
        refs = context.ledger.cite(_enough(context, post)) or context.ledger.whole(post.documents)
        pieces.append(Piece(words, refs))
    return tuple(pieces)


def _enough(context: Context, post: HeldPost) -> list[Evidence]:
    """The newest sentence that states the post, and others of the paper's documents: three in all."""

    def published(said: Evidence) -> tuple[int, int, int]:
        document = context.dossier.register.get(said.document)
        return edtf.sort_key(document.published if isinstance(document, DocumentRow) else None)

    newest_first = sorted(post.evidence, key=published)
    return [*newest_first[:1], *(said for said in newest_first[1:] if said.document in context.documents)][:_SENTENCES]


def visited(context: Context) -> Section | None:
    """The enterprises and institutions that delegations were shown, each with the days, the latest first."""
    tours: dict[str, list[Happening]] = {}
    for row in sorted(context.dossier.happenings, key=lambda row: edtf.sort_key(row.date)):
        if row.kind == "tour" and row.status == "held":
            for organization in row.organizations:
                tours.setdefault(organization, []).append(row)
    lines = tuple(_visited(context, organization, rows) for organization, rows in tours.items())
    if not lines:
        return None
    return Section(heading="Посещённые предприятия и учреждения", layout="list", lines=lines)


def _visited(context: Context, organization: str, rows: list[Happening]) -> Line:
    row = context.dossier.register.get(organization)
    place = (row.place if isinstance(row, Organization) else None) or rows[0].place
    where = f", {context.name(place)}" if place else ""
    pieces = [Piece(f"{context.name(organization)}{where} — ")]
    for index, tour in enumerate(rows):
        date = short(tour.date) if tour.date else UNDATED
        pieces.append(Piece(f"{', ' if index else ''}{date}", context.refs(tour)))
        pieces.extend(context.inferred(tour.date_basis, tour.date_because))
    return Line((tuple(pieces),))
