"""When two documents speak of one agreement: small rules in one list, the first verdict decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from pobratim.model import edtf
from pobratim.model.reading import Agreement
from pobratim.register.claims import Claim, Source, dated
from pobratim.register.companions import of_its_news
from pobratim.register.conflicts import Said, Settled, settle_date
from pobratim.register.identity import Verdict
from pobratim.register.known import Known
from pobratim.register.occasions import JUST_SIGNED
from pobratim.register.papers import is_news_of
from pobratim.register.resolving import Block, Rule
from pobratim.register.subjects import is_general, subject_likeness
from pobratim.register.ties_beside import meant_by

_MONTH, _YEAR = 31, 366
_COMMON = "agreement"
_CALLED_SO = frozenset({"memorandum", "protocol"})
"""What outlets also call an agreement."""
_UNLIKE, _SAME = 0.2, 0.8
"""Subjects that share less are of two agreements; how much they share to be the same."""


@dataclass(frozen=True)
class Draft:
    """What some claims of one agreement say together; names of things are row ids."""

    claims: tuple[Claim[Agreement], ...]
    kind: str
    parties: frozenset[str]
    sides: frozenset[str]
    """The parties, but for a country that stands for the city of which its document tells."""
    beside: frozenset[str]
    """What else its documents name."""
    signed: Settled
    period: Settled
    since: date
    until: date
    """The first and the last day on which it may have been signed."""
    subjects: frozenset[str]
    signatories: frozenset[str]
    documents: frozenset[str]
    originals: frozenset[str]

    @property
    def id(self) -> str:
        return self.claims[0].id

    @property
    def members(self) -> list[str]:
        return [claim.id for claim in self.claims]

    @property
    def rank(self) -> tuple[int, ...]:
        return ((self.signed.value is not None) + (self.period.value is not None), len(self.subjects) > 0)


def draft(claim: Claim[Agreement], known: Known) -> Draft:
    """The draft of one claim."""
    record, source = claim.record, claim.source
    signed, basis = of_its_news(claim.source, record.signed, record.signed_basis)
    period = dated(record.period)
    first, last = edtf.bounds(signed)
    told_first, told_last = edtf.bounds(source.published)
    if record.status == "planned":
        first = first or told_first
    else:
        last = last or told_last
        if signed is None and told_first is not None and is_news_of(source, record):
            first = told_first - timedelta(days=JUST_SIGNED)
    return Draft(
        claims=(claim,),
        kind=record.kind,
        parties=frozenset(known.rows(source, record.parties)),
        sides=_sides(source, known.rows(source, record.parties), known),
        beside=frozenset(known.rows(source, source.entities)),
        signed=settle_date([Said(signed, claim, basis)]) if signed else Settled(),
        period=settle_date([Said(period, claim)]) if period else Settled(),
        since=first or date.min,
        until=last or date.max,
        subjects=frozenset(filter(None, [record.subject])),
        signatories=frozenset(known.rows(source, record.signatories)),
        documents=frozenset([source.id]),
        originals=frozenset([source.original]),
    )


def _sides(source: Source, parties: Sequence[str], known: Known) -> frozenset[str]:
    """The oblast of a city signs for itself, and two countries for themselves."""
    places = known.places
    if len(parties) != 2 or len(known.places_among(parties)) != 2 or not any(map(places.is_country, parties)):
        return frozenset(parties)
    meant = meant_by(source, parties, known)
    return frozenset(meant.get(party, party) for party in parties)


def merge(drafts: Sequence[Draft]) -> Draft:
    """One draft of several that speak of one agreement."""
    signed = settle_date(said for draft in drafts for said in draft.signed.said)
    first, last = edtf.bounds(signed.value)
    since, until = max(draft.since for draft in drafts), min(draft.until for draft in drafts)
    claims = (claim for draft in drafts for claim in draft.claims)
    return Draft(
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        kind=next((draft.kind for draft in drafts if draft.kind != _COMMON), _COMMON),
        parties=frozenset().union(*(draft.parties for draft in drafts)),
        sides=frozenset().union(*(draft.sides for draft in drafts)),
        beside=frozenset().union(*(draft.beside for draft in drafts)),
        signed=signed,
        period=settle_date(said for draft in drafts for said in draft.period.said),
        since=first or min(since, until),
        until=last or max(since, until),
        subjects=frozenset().union(*(draft.subjects for draft in drafts)),
        signatories=frozenset().union(*(draft.signatories for draft in drafts)),
        documents=frozenset().union(*(draft.documents for draft in drafts)),
        originals=frozenset().union(*(draft.originals for draft in drafts)),
    )


def blocks(draft: Draft) -> Iterator[Block]:
    """Agreements of one kind meet by their pairs of parties; one of a single party looks among all of its."""
    kind = _COMMON if draft.kind in _CALLED_SO else draft.kind
    for pair in combinations(sorted(draft.sides), 2):
        yield Block((kind, pair))
    for party in draft.sides:
        yield Block((kind, party), seeks=len(draft.sides) == 1)
    for original in draft.originals:
        yield Block((kind, "text", original))


# ---------------------------------------------------------------- what parts


def told_apart(a: Draft, b: Draft) -> Verdict | None:
    """Unless its headline and its text name the same term."""
    if not a.documents & b.documents:
        return None
    same = a.period.value is not None and a.period.value == b.period.value and a.sides == b.sides
    if same and edtf.compatible(a.signed.value, b.signed.value):
        return Verdict(0.92, "один документ называет те же стороны и тот же срок")
    return Verdict(0.0, "один документ говорит о двух")


def other_parties(a: Draft, b: Draft) -> Verdict | None:
    """Of a single party known to one document, the other must at least be named there."""
    fewer, more = sorted((a, b), key=lambda draft: len(draft.sides))
    if not fewer.sides <= more.sides or (len(fewer.sides) == 1 and not more.sides <= fewer.beside):
        return Verdict(0.0, "стороны различаются")
    return None


def by_common_name(a: Draft, b: Draft) -> Verdict | None:
    """«Подписан меморандум о побратимстве», «соглашение об этом подписано в феврале»: of one time, on nothing else."""
    if a.kind == b.kind:
        return None
    called, exact = (a, b) if a.kind == _COMMON else (b, a)
    known = _COMMON in (a.kind, b.kind) and exact.kind in _CALLED_SO and called.sides == exact.sides
    if not known or not _said(a.signed, b.signed) or not edtf.compatible(a.signed.value, b.signed.value):
        return Verdict(0.0, "документы разного вида")
    one_day = a.since == a.until == b.since == b.until
    alike = [subject_likeness(x, y) for x in called.subjects for y in exact.subjects]
    if not called.subjects or (one_day and alike and max(alike) >= _UNLIKE):
        return Verdict(0.7, "те же стороны и время; один из источников называет документ общим словом")
    return Verdict(0.1, "документы разного вида")


def other_term(a: Draft, b: Draft) -> Verdict | None:
    """A road map and the one that follows it."""
    if _said(a.period, b.period) and not _same_term(a, b):
        return Verdict(0.05, "сроки действия разные")
    return None


def other_signing(a: Draft, b: Draft) -> Verdict | None:
    apart = max((a.since - b.until).days, (b.since - a.until).days)
    same_term = _said(a.period, b.period) and edtf.compatible(a.period.value, b.period.value)
    if apart > (_YEAR if same_term else _MONTH):
        return Verdict(0.0, "подписаны в разное время")
    return None


def signed_for_another_term(a: Draft, b: Draft) -> Verdict | None:
    """One document gives the day of signing, the other a term that begins years off."""
    for one, other in ((a, b), (b, a)):
        if one.signed.value and other.period.value and not (one.period.value or other.signed.value):
            begins, _ = edtf.bounds(other.period.value)
            if begins and not (one.since.year - 1 <= begins.year <= one.until.year + 1):
                return Verdict(0.1, "срок действия не подходит к дате подписания")
    return None


def same_hands(a: Draft, b: Draft) -> Verdict | None:
    """Two people sign one document a day, whatever its subject is said to be."""
    one_day = _said(a.signed, b.signed) and a.since == a.until == b.since == b.until
    if one_day and len(a.signatories & b.signatories) >= 2:
        return Verdict(0.93, "тот же день, подписали те же люди")
    return None


def one_of_them_in_brief(a: Draft, b: Draft) -> Verdict | None:
    """What one outlet calls an agreement on cooperation, and another of the same day on twinning."""
    general = any(map(is_general, a.subjects)) or any(map(is_general, b.subjects))
    if not general or not _said(a.signed, b.signed) or not edtf.compatible(a.signed.value, b.signed.value):
        return None
    days = [one.since == one.until for one in (a, b)]
    if all(days) and a.since == b.since:
        return Verdict(0.85, "тот же день, те же стороны; об особом предмете один из источников не говорит")
    if a.signed.value == b.signed.value and _is_day(a.signed.value):
        return Verdict(0.75, "тот же день и месяц, те же стороны; об особом предмете один из источников не говорит")
    if any(days):
        return Verdict(0.65, "дата подходит, стороны те же; об особом предмете один из источников не говорит")
    return None


def other_subject(a: Draft, b: Draft) -> Verdict | None:
    alike = [subject_likeness(x, y) for x in a.subjects for y in b.subjects]
    in_brief = all(map(is_general, a.subjects | b.subjects))
    if alike and max(alike) < _UNLIKE and not in_brief and not _said(a.period, b.period):
        return Verdict(0.1, "предметы различаются")
    return None


# ---------------------------------------------------------------- what joins


def same_text(a: Draft, b: Draft) -> Verdict | None:
    if a.originals & b.originals:
        return Verdict(0.97, "один документ перепечатывает другой")
    return None


def same_term(a: Draft, b: Draft) -> Verdict | None:
    """Also where the sources differ on the end: 2026–2028 and 2026–2027 of one road map."""
    if not _said(a.period, b.period):
        return None
    if edtf.compatible(a.period.value, b.period.value):
        return Verdict(0.94, "те же стороны, тот же срок")
    return Verdict(0.91, "те же стороны, то же начало срока")


def same_signing(a: Draft, b: Draft) -> Verdict | None:
    if not _said(a.signed, b.signed):
        return None
    if (a.until - a.since).days <= _MONTH and (b.until - b.since).days <= _MONTH:
        return Verdict(0.94, "те же стороны, подписано в те же дни")
    return Verdict(0.8, "те же стороны, даты подписания совместимы")


def same_subject(a: Draft, b: Draft) -> Verdict | None:
    """Of two that a document tells of, the one that is on the same rather than on something like it."""
    particular = [x for x in a.subjects if not is_general(x)]
    if any(subject_likeness(x, y) >= _SAME for x in particular for y in b.subjects):
        return Verdict(0.78, "те же стороны, тот же предмет")
    return None


def nothing_against(a: Draft, b: Draft) -> Verdict | None:
    return Verdict(0.7, "те же стороны, другого подходящего документа нет")


RULES: tuple[Rule[Draft], ...] = (
    told_apart,
    other_parties,
    by_common_name,
    other_term,
    other_signing,
    signed_for_another_term,
    same_hands,
    one_of_them_in_brief,
    other_subject,
    same_text,
    same_term,
    same_signing,
    same_subject,
    nothing_against,
)


def _said(a: Settled, b: Settled) -> bool:
    return a.value is not None and b.value is not None


def _is_day(value: str | None) -> bool:
    """Whether it names a day, be it without its year."""
    return value is not None and len(value) == len("XXXX-12-06")


def _same_term(a: Draft, b: Draft) -> bool:
    """Whether the terms agree, or at least begin in the same year."""
    if edtf.compatible(a.period.value, b.period.value):
        return True
    ours, _ = edtf.bounds(a.period.value)
    theirs, _ = edtf.bounds(b.period.value)
    return ours is not None and theirs is not None and ours.year == theirs.year
