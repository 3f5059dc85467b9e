"""The word lists of the record rules, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import load_toml


@cache
def listed(file: str, table: str) -> frozenset[str]:
    """The words of one table of `data/records/FILE.toml`, for the rules that need just these."""
    return frozenset(load_toml(f"records/{file}.toml")[table])


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words of `data/records/events.toml`."""

    verbs: dict[str, frozenset[str]]
    """Verb lemma → the kinds of event it can tell of."""
    nouns: dict[str, frozenset[str]]
    sites: frozenset[str]
    planned: frozenset[str]
    unsure: frozenset[str]
    achieved: frozenset[str]
    cancelled: frozenset[str]
    happening: frozenset[str]
    habitual: frozenset[str]
    delegation: frozenset[str]
    guests: frozenset[str]
    sources: frozenset[str]
    public: frozenset[str]
    joining: frozenset[str]
    ceremonies: frozenset[str]
    no_events: frozenset[str]
    """Nouns that end as those of events do and name none."""
    houses: frozenset[str]
    """Buildings, which may be called by an event («конгресс-центр», «дворец «Фестиваль»»)."""
    shows: frozenset[str]
    """What is an event only under a name of its own or of people from elsewhere: shows, sales and feasts are many."""
    in_plural: frozenset[str]
    """Words that tell of one happening in the plural."""
    only_plural: frozenset[str]
    """Words that tell of a happening in the plural only."""
    described: frozenset[str]
    """Words that tell of a happening only where it is said of what kind or whose it is."""
    taking_part: frozenset[str]
    """Words for what people do at gatherings: they take part, perform, win."""
    talking: frozenset[str]
    welcome: frozenset[str]
    attending: frozenset[str]
    """Further words for what guests do where they are."""
    feasts: frozenset[str]
    thanks: frozenset[str]
    honours: frozenset[str]
    competing: frozenset[str]
    """Words for those who compete, and what they do, in the sentence after the one that names the contest."""
    greeting: frozenset[str]
    """Of officials, whose object are their guests."""
    receiving: frozenset[str]
    """Verbs of the hosts, whose object comes."""
    welcoming: frozenset[str]
    direct: frozenset[str]
    """Verbs with the place visited as their object."""
    returning: frozenset[str]
    """Verbs of coming home, «из» the place visited."""
    departing: frozenset[str]
    """Verbs that speak of what is to come in the present tense too: «завтра вылетает»."""
    sending: frozenset[str]
    groups: frozenset[str]
    """Words for those who travel together, whoever they are."""
    travelling: frozenset[str]
    """Nouns without a soul that travel as people do, beside those of ``delegation``."""
    residents: frozenset[str]
    """Those who live or were born somewhere, and travel for nobody."""
    inner: frozenset[str]
    """Words for talks among the people of one administration."""


@lru_cache(maxsize=50_000)
def event_noun(lemma: str) -> str | None:
    """The listed noun of an event that a word is or ends with: «киноконцерт» → «концерт», «онлайн-форум» → «форум»."""
    nouns = events().nouns
    if lemma in nouns:
        return lemma
    if lemma in events().no_events:
        return None
    parts = lemma.split("-")
    if parts[-1] in events().houses:
        return None  # «конгресс-центр»
    joined = [part for part in reversed(parts) if part in nouns] if len(parts) > 1 else []
    if joined or not lemma.endswith(_event_endings()):
        return next(iter(joined), None)
    return next(end for end in _event_endings() if lemma.endswith(end))


def noun_kinds(lemma: str) -> frozenset[str]:
    """The kinds of event that a noun can tell of, by itself or as it ends."""
    noun = event_noun(lemma)
    return events().nouns[noun] if noun is not None else frozenset()


@cache
def _event_endings() -> tuple[str, ...]:
    """The words that may end longer ones, the longest first: those that tell of an event by themselves."""
    whole = {noun for noun, kinds in events().nouns.items() if len(noun) >= _LONG and not kinds.isdisjoint(_ENDING)}
    return tuple(sorted(whole - events().described, key=lambda end: (-len(end), end)))


_ENDING = frozenset({"forum", "days", "meeting"})


@cache
def names_site(lemmas: frozenset[str]) -> bool:
    """Is it a site, or a kind of one («птицефабрика», «агроколледж»)?"""
    sites = events().sites
    return not lemmas.isdisjoint(sites) or any(lemma.endswith(_endings()) for lemma in lemmas)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(site for site in events().sites if len(site) >= _LONG))


_LONG = 5
"""Letters of a site's word that may end a longer one («завод», «музей»)."""


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The verbs that can tell of a kind of event."""
    return frozenset(lemma for lemma, kinds in events().verbs.items() if kind in kinds)


@cache
def events() -> EventWords:
    """The words that tell of events."""
    tables = load_toml("records/events.toml")
    return EventWords(
        verbs=_by_lemma(tables["verbs"]),
        nouns=_by_lemma(tables["nouns"]),
        **{
            name: frozenset(tables[name])
            for name in tables
            if name not in {"verbs", "nouns"}
        },
    )


def _by_lemma(kinds: dict[str, dict[str, str]]) -> dict[str, frozenset[str]]:
    lemmas = {lemma for words in kinds.values() for lemma in words}
    return {lemma: frozenset(kind for kind, words in kinds.items() if lemma in words) for lemma in sorted(lemmas)}


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The words of `data/records/documents.toml` that stand around a document's noun."""

    references: frozenset[str]
    in_force: frozenset[str]
    former: frozenset[str]
    preparing: frozenset[str]
    being_there: frozenset[str]
    lasting: frozenset[str]
    joint: frozenset[str]
    of_both: frozenset[str]
    ending: frozenset[str]
    fulfilled: frozenset[str]
    replacing: frozenset[str]
    extending: frozenset[str]
    intending: frozenset[str]
    coming: frozenset[str]
    similar: frozenset[str]
    bodies: frozenset[str]
    companies: frozenset[str]
    establishments: frozenset[str]
    approving: frozenset[str]
    adopting: frozenset[str]
    settling: frozenset[str]
    anew: frozenset[str]
    counting: frozenset[str]
    due: frozenset[str]
    terms: frozenset[str]
    pointing: frozenset[str]


@cache
def documents() -> DocumentWords:
    """The words that tell in which state a document is."""
    tables = load_toml("records/documents.toml")
    return DocumentWords(**{name: frozenset(tables[name]) for name in DocumentWords.__slots__})


@cache
def bodies_named_as() -> dict[str, list[str]]:
    """«вуз» → the words that stand in the names of such bodies."""
    return dict(load_toml("records/documents.toml")["named_as"])


@dataclass(frozen=True, slots=True)
class PartnershipWords:
    """The words of `data/records/partnerships.toml`."""

    twin: frozenset[str]
    partner_adjectives: frozenset[str]
    brotherly: frozenset[str]
    between_lands: frozenset[str]
    relations: frozenset[str]
    existence: frozenset[str]
    bearers: frozenset[str]
    partner_nouns: frozenset[str]
    partner_cities: frozenset[str]
    trading: frozenset[str]
    weighty: frozenset[str]
    greeting: frozenset[str]
    ending: frozenset[str]
    mutual: frozenset[str]
    prospect: frozenset[str]
    refusing: frozenset[str]
    named_after: frozenset[str]
    having: frozenset[str]
    leagues: frozenset[str]
    becoming: frozenset[str]
    becoming_stems: frozenset[str]
    being: frozenset[str]
    listing: frozenset[str]
    joining: frozenset[str]
    sorts: frozenset[str]
    both: frozenset[str]
    many: frozenset[str]
    friendship: frozenset[str]
    beginning: frozenset[str]
    others: frozenset[str]
    former: frozenset[str]
    thinking: frozenset[str]
    restoring: frozenset[str]
    disowning: frozenset[str]


@cache
def partnerships() -> PartnershipWords:
    """The words that tell of twin and partner places."""
    tables = load_toml("records/partnerships.toml")
    return PartnershipWords(**{name: frozenset(table) for name, table in tables.items()})


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of `data/records/plans.toml`."""

    intention: frozenset[str]
    agreement: frozenset[str]
    takes_object: frozenset[str]
    schedule: frozenset[str]
    considered: frozenset[str]
    possibility: frozenset[str]
    never_future: frozenset[str]
    never_infinitive: frozenset[str]
    deeds: frozenset[str]
    """Verbs of what is done, made or begun."""
    measures: frozenset[str]
    discussion: frozenset[str]
    creation: frozenset[str]
    growth: frozenset[str]
    beginnings: frozenset[str]
    acting: frozenset[str]
    hoping: frozenset[str]
    of_programmes: frozenset[str]
    vague: frozenset[str]
    more: frozenset[str]
    bonds: frozenset[str]
    shows: frozenset[str]


@cache
def plans() -> PlanWords:
    """The words of intention."""
    return PlanWords(**{name: frozenset(table) for name, table in load_toml("records/plans.toml").items()})


OFFER_KINDS = ("goods", "technology", "service", "experience", "tourism")


@dataclass(frozen=True, slots=True)
class OfferWords:
    """The words of `data/records/offers.toml`."""

    gets: frozenset[str]
    gives: frozenset[str]
    loose: frozenset[str]
    goes: frozenset[str]
    serves: frozenset[str]
    passive: frozenset[str]
    making: frozenset[str]
    staples: frozenset[str]
    offering: frozenset[str]
    showing: frozenset[str]
    sharing: frozenset[str]
    learning: frozenset[str]
    needing: frozenset[str]
    useful: frozenset[str]
    hosting: frozenset[str]
    deliveries: frozenset[str]
    purchases: frozenset[str]
    done: frozenset[str]
    measures: frozenset[str]
    abstract: frozenset[str]
    fairs: frozenset[str]
    selling: frozenset[str]
    unsold: frozenset[str]
    people: frozenset[str]
    kinds: dict[str, str]
    """Lemma of an item's head → its kind."""


@cache
def offers() -> OfferWords:
    """The words of offers, needs and supplies."""
    tables = load_toml("records/offers.toml")
    kinds = {lemma: kind for kind in OFFER_KINDS for lemma in tables[kind]}
    others = {name: frozenset(table) for name, table in tables.items() if name not in OFFER_KINDS}
    return OfferWords(kinds=kinds, **others)
