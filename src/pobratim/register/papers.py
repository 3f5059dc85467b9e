"""What is signed and its signing: which agreements a report of a signing tells of, and what each knows of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Record
from pobratim.register.claims import Source
from pobratim.register.rows import AgreementRow, Because, Evidence, Happening

HEAD = 250
"""Letters at the beginning of a text in which its news stands."""

Papers = Mapping[str, frozenset[str]]
"""By the id of a signing's claim, the rows of the agreements that the same sentence tells of."""


def papers_in(source: Source, row_of: Mapping[str, str]) -> Papers:
    """The agreements of each claim of a signing in a document: told in the same words, of the same sides.

    ``row_of`` has the rows of the agreements, by their claims.
    """
    found: dict[str, frozenset[str]] = {}
    signed = [one for one in source.records if isinstance(one, Agreement)]
    for event in source.records:
        if isinstance(event, Event) and event.kind == "signing":
            told = (f"{source.id}#{one.id}" for one in signed if _one_of_the_other(event, one))
            found[f"{source.id}#{event.id}"] = frozenset(row_of[claim] for claim in told if claim in row_of)
    return found


def signed_beside(source: Source, event: Event, papers: Papers) -> frozenset[str]:
    """What was signed in the days of an event without a date: at signings of the same sides, or of one of them and the
    same people, of which the document gives no date either."""
    if event.date is not None or event.kind == "signing":
        return frozenset()
    people = set(event.participants)
    found: set[str] = set()
    for other in source.records:
        if isinstance(other, Event) and other.kind == "signing" and other.date is None:
            common = sum(any(_stands_for(source, side, party) for side in event.parties) for party in other.parties)
            if common >= 2 or (common and people & set(other.participants)):
                found |= papers.get(f"{source.id}#{other.id}", frozenset())
    return frozenset(found)


def is_news_of(source: Source, agreement: Agreement) -> bool:
    """Whether the document begins with its signing, and gives no day: it was just then."""
    told = [one for one in source.records if isinstance(one, Event)]
    first = min((one.evidence[0][0] for one in told), default=HEAD)
    return first < HEAD and any(
        one.kind == "signing" and one.status == "held" and one.date is None and one.evidence[0][0] == first
        and _one_of_the_other(one, agreement)
        for one in told
    )


def _stands_for(source: Source, side: str, party: str) -> bool:
    """«Мэр отправился в Беларусь. В Могилёве подпишут»: the country that guests come to, and the town that signs."""
    one, other = source.entities.get(side), source.entities.get(party)
    return side == party or (one is not None and other is not None and one.type == "country" and (
        one.country is not None and one.country == other.country
    ))


def _one_of_the_other(event: Event, agreement: Agreement) -> bool:
    return set(agreement.parties) <= set(event.parties) and _overlap(event, agreement)


def _overlap(a: Record, b: Record) -> bool:
    return any(x < v and u < y for x, y in a.evidence for u, v in b.evidence)


def dated_by_papers(row: Happening, signed: Sequence[AgreementRow]) -> Happening:
    """The signing; one whose day only the sources of what was signed there tell gets it."""
    dates = {paper.signed for paper in signed}
    date = dates.pop() if len(dates) == 1 else None
    if row.date is not None or row.status != "held" or not date:
        return row
    because = _because("документ подписан", date, signed[0].evidence, signed[0].signed_because)
    return replace(row, date=date, date_basis="inferred", date_because=because)


def dated_by_signings(paper: AgreementRow, signings: Sequence[Happening]) -> AgreementRow:
    """The agreement; one whose day only the sources of its signing tell gets it."""
    dated = {row.date for row in signings if row.date and row.status == "held"}
    if paper.signed is not None or paper.status == "planned" or len(dated) != 1:
        return paper
    row = next(row for row in signings if row.date)
    because = _because("подписание было", row.date, row.evidence, row.date_because)
    return replace(paper, signed=row.date, signed_basis="inferred", signed_because=because)


def _because(
    reason: str, date: str | None, evidence: Sequence[Evidence], because: tuple[Because, ...]
) -> tuple[Because, ...]:
    """The words that tell of it, and why the day is that."""
    first = evidence[0] if evidence else None
    step = Because(
        reason=f"{reason}: {edtf.in_russian(date)}",
        document=first.document if first else None,
        span=first.span if first else None,
    )
    return tuple(dict.fromkeys([step, *because]))
