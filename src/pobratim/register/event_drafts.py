"""A happening in the making: some claims about it, and what they say in a form that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pobratim.model import edtf
from pobratim.model.reading import Event
from pobratim.register.claims import Claim, dated
from pobratim.register.companions import day_of, days_beside, is_accompanied, of_its_news, people_beside
from pobratim.register.conflicts import Said, Settled, settle_date
from pobratim.register.known import Known
from pobratim.register.occasions import Occasion
from pobratim.register.text import normal
from pobratim.register.ties_beside import sides_of
from pobratim.register.titles import core, is_session, numbers_in

NEAR_DAYS = 3
"""Outlets tell of one visit within so many days, and «вчера» is not always yesterday."""
_MONTH = 31
LONGEST_DAYS = 16
"""A date that spans no more days than this is a day or a festival, not «в июне»."""

Window = tuple[int, int]
"""First and last possible day, as ordinals."""

ANY_DAY: Window = (date.min.toordinal(), date.max.toordinal())


@dataclass(frozen=True)
class Draft:
    """What the claims of one happening say together; names of things are row ids."""

    claims: tuple[Claim[Event], ...]
    kind: str
    settled: Settled
    window: Window
    """When it may have been, by its dates and by the days on which it was told of as held or as planned."""
    sides: Mapping[str, frozenset[str]]
    """Each side with what may stand for it: its country, or the oblast where its document means the city.

    The oblast is another side otherwise.
    """
    named: frozenset[str]
    """The sides that are named; the others are those of the tie that the document is about."""
    regions: frozenset[tuple[str, str]]
    """Parties with the region around each."""
    wide: frozenset[str]
    """Parties that are regions."""
    place: frozenset[str]
    around: frozenset[str]
    """The places where it was, and the regions and countries around them."""
    participants: frozenset[str]
    heads: frozenset[tuple[str, str]]
    """Participants with the party they serve."""
    organizations: frozenset[str]
    titles: frozenset[str]
    cores: frozenset[str]
    """The titles without numbers and words for gatherings."""
    session: bool
    """Whether a title speaks of a session or a meeting, which only its number tells from others."""
    numbers: frozenset[int]
    """Numbers in the titles: of the twelfth forum."""
    sentences: frozenset[str]
    newest: frozenset[str]
    """The newest agreements that the documents speak of."""
    fresh: frozenset[str]
    """Those of them that were signed when the document came out."""
    papers: frozenset[str]
    """The agreements that were signed there, for a signing."""
    beside_papers: frozenset[str]
    """Those that were signed in its days, where its documents give no day for either."""
    documents: frozenset[str]
    originals: frozenset[str]
    told: Window | None
    """From the first to the last day on which documents told of it."""
    reported: int | None
    """The first day on which a document told of it as held or called off, where it came out on a known day."""
    announced: int | None
    """The last day on which one told of it as planned."""
    day: str | None
    """The day and month on which its document came out, where that tells no year («XXXX-06-24»)."""
    beside: Window | None
    """The days of what its documents tell beside it, where they give no day of its own, or but its month or year."""
    accompanied: bool
    """Whether its documents tell other news of the same sides beside it."""
    company: frozenset[str]
    """The people whom its documents name in what they tell beside it."""

    @cached_property
    def id(self) -> str:
        return self.claims[0].id

    @property
    def date(self) -> str | None:
        return self.settled.value

    @cached_property
    def exact(self) -> bool:
        """Whether its days are known."""
        return self.date is not None and self.window[1] - self.window[0] < LONGEST_DAYS and not self.amiss

    @cached_property
    def planned(self) -> bool:
        """Whether all tell of it as still to come."""
        return all(claim.record.status == "planned" for claim in self.claims)

    @cached_property
    def amiss(self) -> bool:
        """Whether its days cannot be right, as it was told as held before them; its window is that of news then."""
        return _amiss(self.settled.value, _held_by(self.claims))

    @property
    def members(self) -> list[str]:
        return [claim.id for claim in self.claims]

    @property
    def rank(self) -> tuple[int, ...]:
        """A report that came out on a known day tells its time better than «в 2025 году»."""
        came_out = self.date is None and (self.reported is not None or self.announced is not None)
        to_a_month = self.date is not None and self.window[1] - self.window[0] <= _MONTH
        return self.exact, came_out or to_a_month, self.date is not None

    @property
    def inferred(self) -> bool:
        return self.settled.basis == "inferred"

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(self.sides)


def lacks_year(draft: Draft) -> bool:
    """Whether it gives a day or a month, and no year."""
    return draft.date is not None and edtf.bounds(draft.date) == (None, None)


@dataclass(frozen=True)
class Drafting:
    """Makes drafts; knows the places and which places people serve."""

    known: Known
    homes: Mapping[str, frozenset[str]]
    """The places where each person holds posts."""

    def draft(
        self, claim: Claim[Event], occasion: Occasion | None, papers: frozenset[str], beside: frozenset[str]
    ) -> Draft | None:
        """The draft of one claim; None where it names neither places nor people nor organizations.

        ``occasion`` is what its document is news of, ``papers`` are the agreements of which it tells the signing,
        ``beside`` those of whose signing the document tells beside it.
        """
        source, event = claim.source, claim.record
        parties = self.known.places_among(self.known.rows(source, event.parties))
        participants = frozenset(self.known.rows(source, event.participants))
        organizations = frozenset(self.known.rows(source, event.organizations))
        if not (parties or participants or organizations):
            return None
        homes = frozenset().union(*(self.homes.get(person, frozenset()) for person in participants))
        sides = sides_of(source, parties, self.known, serving=homes)
        place = frozenset(self.known.places_among(self.known.rows(source, filter(None, [event.place]))))
        said, basis = _date_of(claim)
        title = event.title or ""
        newest = frozenset([occasion.agreement] if occasion else [])
        settled = settle_date([Said(said, claim, basis)]) if said else Settled()
        return Draft(
            claims=(claim,),
            kind=event.kind,
            settled=settled,
            window=_rather_news(_window(settled.value, event.status, source.published), settled.value, [claim]),
            sides=sides,
            named=frozenset(parties),
            regions=frozenset((party, region) for party in sides for region in self.known.places.regions(party)),
            wide=frozenset(party for party in sides if self.known.places.by_id[party].type == "region"),
            place=place,
            around=frozenset(above for one in place for above in (one, *self.known.places.above(one))),
            participants=participants,
            heads=frozenset(
                (party, person)
                for person in participants
                for party in self.homes.get(person, frozenset()) & set(sides)
            ),
            organizations=organizations,
            titles=frozenset(filter(None, [normal(title.replace("-", " "))])),
            cores=frozenset([core(title)] if title else []),
            session=is_session(title),
            numbers=numbers_in(title),
            sentences=frozenset(one.text for one in claim.evidence),
            newest=newest,
            fresh=newest if occasion and occasion.fresh else frozenset(),
            papers=papers,
            beside_papers=beside,
            documents=frozenset([source.id]),
            originals=frozenset([source.original]),
            told=_days(source.published),
            reported=None if event.status == "planned" else day_of(source),
            announced=day_of(source) if event.status == "planned" else None,
            day=_day_without_year(source.published),
            beside=_within(days_beside(source, event), settled.value),
            accompanied=is_accompanied(source, event),
            company=frozenset(self.known.rows(source, people_beside(source, event))),
        )


def merge(drafts: Sequence[Draft]) -> Draft:
    """One draft of several that tell of one happening."""
    settled = settle_date(_held_rather([said for draft in drafts for said in draft.settled.said]), lasting=True)
    told = [draft.told for draft in drafts if draft.told]
    claims = tuple(sorted((claim for draft in drafts for claim in draft.claims), key=lambda claim: claim.id))
    window = _narrowed([draft.window for draft in drafts], _days(settled.value))
    return Draft(
        claims=claims,
        kind=_kind(claims),
        settled=settled,
        window=_rather_news(window, settled.value, claims),
        sides=_sides(drafts),
        named=_union(draft.named for draft in drafts),
        regions=frozenset().union(*(draft.regions for draft in drafts)),
        wide=_union(draft.wide for draft in drafts),
        place=_union(draft.place for draft in drafts),
        around=_union(draft.around for draft in drafts),
        participants=_union(draft.participants for draft in drafts),
        heads=frozenset().union(*(draft.heads for draft in drafts)),
        organizations=_union(draft.organizations for draft in drafts),
        titles=_union(draft.titles for draft in drafts),
        cores=_union(draft.cores for draft in drafts),
        session=any(draft.session for draft in drafts),
        numbers=frozenset().union(*(draft.numbers for draft in drafts)),
        sentences=_union(draft.sentences for draft in drafts),
        newest=_union(draft.newest for draft in drafts),
        fresh=_union(draft.fresh for draft in drafts),
        papers=_union(draft.papers for draft in drafts),
        beside_papers=_union(draft.beside_papers for draft in drafts),
        documents=_union(draft.documents for draft in drafts),
        originals=_union(draft.originals for draft in drafts),
        told=(min(first for first, _ in told), max(last for _, last in told)) if told else None,
        reported=min((draft.reported for draft in drafts if draft.reported), default=None),
        announced=max((draft.announced for draft in drafts if draft.announced), default=None),
        day=next((draft.day for draft in drafts if draft.day), None),
        beside=next((draft.beside for draft in drafts if draft.beside), None),
        accompanied=any(draft.accompanied for draft in drafts),
        company=_union(draft.company for draft in drafts),
    )


def _within(days: Window | None, value: str | None) -> Window | None:
    """The days, if they are of the month or the year that is given; None where a day is, for nothing is to be added."""
    first, last = _days(value) or ANY_DAY
    known = value is not None and (last - first < LONGEST_DAYS or (first, last) == ANY_DAY)
    return None if known or days is None or not first <= days[0] <= days[1] <= last else days


def _sides(drafts: Sequence[Draft]) -> Mapping[str, frozenset[str]]:
    parties = sorted(_union(draft.parties for draft in drafts))
    return {one: _union(draft.sides[one] for draft in drafts if one in draft.sides) for one in parties}


def _kind(claims: Sequence[Claim[Event]]) -> str:
    """What most claims call it: only a person may have joined a visit and a meeting."""
    counts = Counter(claim.record.kind for claim in claims)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _day_without_year(published: str | None) -> str | None:
    known = published is not None and published.startswith("XXXX-") and len(published) == len("XXXX-06-24")
    return published if known else None


def _held_rather(said: Sequence[Said]) -> list[Said]:
    """Without the days for which it was planned, where it was held on another: no contradiction, a changed day."""
    held = [one for one in said if one.claim.record.status != "planned"]
    return [one for one in said if one in held or not held or _fits_any(one, held)]


def _fits_any(one: Said, others: Iterable[Said]) -> bool:
    return any(edtf.compatible(one.value, other.value) for other in others)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _window(value: str | None, status: str, published: str | None) -> Window:
    """What was held was so before the document told of it, what is planned will be after."""
    first, last = _days(value) or ANY_DAY
    if value and last - first < LONGEST_DAYS:
        return first, last
    told = _days(published)
    if told and status == "held":
        last = max(first, min(last, told[1]))
    if told and status == "planned":
        first = min(last, max(first, told[0]))
    return first, last


def _date_of(claim: Claim[Event]) -> tuple[str | None, str | None]:
    """Its date and the basis of that."""
    event = claim.record
    if event.status != "held":
        return dated(event.date), event.date_basis
    return of_its_news(claim.source, event.date, event.date_basis)


def _held_by(claims: Iterable[Claim[Event]]) -> int | None:
    """The first day on which a document told of it as held."""
    days = (day_of(claim.source) for claim in claims if claim.record.status == "held")
    return min((day for day in days if day is not None), default=None)


def _amiss(value: str | None, held_by: int | None) -> bool:
    """Whether what was told as held by that day is said to be of a later one."""
    first, _ = edtf.bounds(value)
    return first is not None and held_by is not None and first.toordinal() > held_by + 1


def _rather_news(window: Window, value: str | None, claims: Sequence[Claim[Event]]) -> Window:
    """The window, or, where the date is amiss, that of the news of those days."""
    told = _held_by(claims)
    return (told - _MONTH, told) if told is not None and _amiss(value, told) else window


def _narrowed(windows: Sequence[Window], days: Window | None) -> Window:
    if days and days[1] - days[0] < LONGEST_DAYS:
        return days
    first, last = max(first for first, _ in windows), min(last for _, last in windows)
    return (first, last) if first <= last else (last, first)


def _days(value: str | None) -> Window | None:
    """The bounds of a date as ordinals; None where it has none."""
    first, last = edtf.bounds(value)
    if not (first or last):
        return None
    return first.toordinal() if first else ANY_DAY[0], last.toordinal() if last else ANY_DAY[1]
