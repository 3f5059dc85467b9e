"""What documents make of the world: who tells what, how it is spelt, what is left out or wrong.

All chances stand in `CHANCES`, with what each means told in docs/register.md, "Generated claims".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from benchmarks.register import spelling
from benchmarks.register.page import Page
from benchmarks.register.world import LAST, Deed, Encounter, Term, World
from pobratim.model.reading import (
    TOPICS,
    Agreement,
    Clue,
    Event,
    Figure,
    Offer,
    Partnership,
    Plan,
    Post,
    Quote,
    Reading,
    Topic,
)

CHANCES = {
    "reprint": 0.12, "undated": 0.06, "no_year": 0.02, "official": 0.3,
    "deed_untold": 0.2, "looks_back": 0.2, "spurious": 0.02,
    "party_untold": 0.02, "country_for_city": 0.04, "region_for_city": 0.02,
    "body_untold": 0.15, "wrong_kind": 0.04,
    "past_people": 0.12, "past_place_untold": 0.5,
    "past_date_untold": 0.34, "past_year": 0.35, "past_month": 0.12,
    "day_beside": 0.04, "wrong_date": 0.02, "inferred": 0.4,
    "post_untold": 0.2, "post_without_place": 0.15, "wrong_post": 0.02,
    "patronymic": 0.1, "initial": 0.12, "surname": 0.07, "latin": 0.02, "misspelt": 0.02, "inflected": 0.03,
    "unlinked": 0.03, "bare_body": 0.2, "short_body": 0.3,
    "partnership": 0.35, "plan": 0.35, "said_again": 0.3, "offer": 0.25, "figure": 0.15, "quote": 0.6,
}
REMEMBERED = {"signing": 6, "days": 6, "forum": 3, "other": 3, "visit": 1, "meeting": 1}
"""How often documents come back to what kind of happening, about as 16 look backs of 77 annotated articles do."""
TOLD = {
    # kind: place, nobody, one person
    "visit": (0.98, 0.32, 0.60), "meeting": (0.66, 0.20, 0.20), "signing": (0.63, 0.47, 0.06),
    "tour": (0.86, 0.59, 0.41), "forum": (0.79, 0.75, 0.08), "days": (0.91, 0.75, 0.25), "other": (0.90, 0.35, 0.19),
}
"""How often news of each kind names its place, nobody who took part, and one person alone, by 662 events of annotated
articles (`counted.py`). Of a visit the one is the guest."""
DATED = {"held": (0.49, 0.03), "planned": (0.61, 0.27), "cancelled": (0.49, 0.03)}
"""How often news gives no day, and its month alone, by 193 events of dated articles."""
OUTLETS = (1, 1, 1, 2, 2, 3, 4, 6)
"""How many documents tell of one encounter."""
NO_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Told:
    """A reading, and what is true of its entities and records: by their ids, numbers of the world."""

    reading: Reading
    people: dict[str, int]
    bodies: dict[str, int]
    levels: dict[str, str]
    """What type of place each entity is, as written."""
    places: dict[str, int]
    deeds: dict[str, int]
    """Which happening each event record tells of; -1 of none there was."""


def tellings(world: World, documents: int, seed: int) -> Iterator[Told]:
    """So many documents, in the order in which they came out (undated ones where they belong)."""
    rng = np.random.default_rng([seed, documents, 2])
    told: list[tuple[int, int, Told]] = []
    past: dict[int, list[Encounter]] = {}
    for encounter in sorted(world.encounters, key=lambda one: (one.day, one.tie)):
        if len(told) >= documents:
            break
        pages = _of(world, encounter, past.get(encounter.tie, []), rng)
        told += [(day, len(told) + number, page) for number, (day, page) in enumerate(pages)]
        past.setdefault(encounter.tie, []).append(encounter)
    told.sort(key=lambda one: one[:2])
    return (page for _, _, page in told[:documents])


def _of(
    world: World, encounter: Encounter, past: list[Encounter], rng: np.random.Generator
) -> Iterator[tuple[int, Told]]:
    """The documents on one encounter, each with the day on which it came out."""
    printed: list[tuple[int, Told]] = []
    if encounter.planned:
        for _ in range(int(rng.integers(1, 3))):
            day = encounter.day - int(rng.integers(2, 30))
            shift = int(rng.integers(-4, 5)) if rng.random() < 0.15 else 0  # then it is held on another day
            printed.append((day, _Telling(world, rng, day).of(encounter, past, "planned", shift)))
    status = "cancelled" if encounter.cancelled else "held"
    for _ in range(OUTLETS[int(rng.integers(len(OUTLETS)))]):
        day = min(LAST, encounter.day + int(rng.geometric(0.6)) - 1 + (encounter.deeds[0].days - 1) // 2)
        if printed and rng.random() < CHANCES["reprint"]:
            first, text = printed[int(rng.integers(len(printed)))]
            day = min(LAST, first + int(rng.integers(0, 3)))
            printed.append((day, _reprint(world, text, day, rng)))
        else:
            printed.append((day, _Telling(world, rng, day).of(encounter, past, status, 0)))
    return iter(printed)


def _reprint(world: World, told: Told, day: int, rng: np.random.Generator) -> Told:
    """The same text with a line of its own at its end and a word changed."""
    reading = told.reading
    text = f"{reading.document.text} Сообщает {_one(world.words['outlets'], rng)} {int(rng.integers(1, 10**6))}."
    document = replace(reading.document, text=text, published=_iso(day), source=f"reprint-{rng.integers(10**12)}",
                       publisher=_one(world.words["outlets"], rng))
    return replace(told, reading=replace(reading, document=document))


class _Telling:
    """One document in the making."""

    def __init__(self, world: World, rng: np.random.Generator, day: int) -> None:
        self.world, self.rng, self.day = world, rng, day
        self.page = Page()
        self.deeds: dict[str, int] = {}
        chance = rng.random()
        self.open = chance < CHANCES["no_year"] + CHANCES["undated"]
        self.published = NO_YEAR + _iso(day)[4:] if chance < CHANCES["no_year"] else None if self.open else _iso(day)
        self._filler = world.words["filler"].split()
        self._unlinked: dict[int, bool] = {}

    def maybe(self, what: str) -> bool:
        return bool(self.rng.random() < CHANCES[what])

    def of(self, encounter: Encounter, past: list[Encounter], status: str, shift: int) -> Told:
        """The document on the encounter."""
        for number, deed in enumerate(encounter.deeds):
            if number == 0 or not self.maybe("deed_untold"):
                self.tell(replace(deed, day=deed.day + shift), status, near=True)
        if past and self.maybe("looks_back"):
            weights = np.array([REMEMBERED[remembered(one).kind] for one in past], dtype=float)
            before = past[int(self.rng.choice(len(past), p=weights / weights.sum()))]
            if not before.cancelled and self.day - before.day > 60:
                self.tell(remembered(before), "held", near=False)
        if self.maybe("spurious"):
            deed = encounter.deeds[0]
            wrong = int(self.rng.integers(len(self.world.spots)))
            self.tell(replace(deed, number=-1, parties=tuple(sorted({deed.parties[0], wrong}))), "held", near=True)
        self.beside(encounter)
        return self.told()

    def tell(self, deed: Deed, status: str, *, near: bool) -> None:
        """One event, and what goes with it."""
        said, basis = self.date(deed, status) if near else self.past_date(deed)
        placed = self.rng.random() < TOLD[deed.kind][0] if near else not self.maybe("past_place_untold")
        terms = self.who(deed) if near or self.maybe("past_people") else ()
        if said is None and not placed and not terms and not near:
            return  # an earlier happening of which neither date, place nor people are told is no event of a reading
        where = self.place(deed.place) if placed else None
        parties = tuple(self.party(one) for one in deed.parties if not self.maybe("party_untold"))
        people = tuple(self.person(term) for term in terms)
        bodies = tuple(self.body(one) for one in deed.bodies if not self.maybe("body_untold"))
        kind = deed.kind
        if kind in ("visit", "meeting") and self.maybe("wrong_kind"):
            kind = "meeting" if kind == "visit" else "visit"
        span = self.page.sentence(self.filler(6), *parties, *people, *bodies, *filter(None, [where]))
        one = self.page.record(
            Event, span, kind=kind, date=said, date_basis=basis, place=where, parties=parties,
            participants=people, organizations=bodies, status=status, title=deed.title,
        )
        self.deeds[one] = deed.number
        if said is not None and said.startswith(NO_YEAR):
            self.page.clues.append(Clue(span=span, kind="point", date=said, years=0))
        if deed.subject is not None and len(parties) == 2:
            begins = date.fromordinal(deed.day).year
            self.page.record(
                Agreement, span, kind=("agreement", "memorandum", "roadmap")[deed.number % 3], parties=parties,
                signed=said if status == "held" else None, signed_basis=basis if status == "held" else None,
                period=f"{begins}/{begins + 2}" if deed.number % 3 == 2 else None,
                signatories=people, subject=deed.subject, status="planned" if status == "planned" else "signed",
            )
        if near and people and self.maybe("quote"):
            start = self.page.sentence(f"«{self.filler(9)}», — рассказал", people[0])
            end = start[0] + self.page.cut(start).index("»")
            self.page.record(Quote, start, speaker=people[0], kind="direct", span=(start[0] + 1, end))

    def beside(self, encounter: Encounter) -> None:
        """The standing of the tie, plans, offers, figures, topics."""
        world, rng = self.world, self.rng
        left, right, kind, since = world.ties[encounter.tie]
        parties = tuple(self.place(one) for one in (left, right))
        if self.maybe("partnership") and since < self.day:
            year = date.fromordinal(since).year + (int(rng.integers(1, 4)) if rng.random() < 0.03 else 0)
            exact = _iso(since) if year == date.fromordinal(since).year else str(year)
            said = (None, str(year), exact)[int(rng.integers(3))]
            span = self.page.sentence(self.filler(5), *parties)
            self.page.record(Partnership, span, parties=parties, kind=kind, since=said,
                             since_basis="stated" if said else None)
        if self.maybe("plan"):
            at = encounter.tie if self.maybe("said_again") else int(rng.integers(10**6))
            action = f"{world.words['verbs'][at % 10]} {world.words['things'][at // 10 % 20]}"
            due = str(date.fromordinal(self.day).year + 1) if rng.random() < 0.4 else None
            span = self.page.sentence(f"{self.filler(3)} {action}", *parties)
            self.page.record(Plan, span, actors=parties, action=action, due=due)
        if self.maybe("offer"):
            item = _one(world.words["goods"], rng)
            span = self.page.sentence(f"{self.filler(3)} {item}", *parties)
            direction = ("offer", "need", "supply")[int(rng.integers(3))]
            self.page.record(Offer, span, direction=direction, from_=parties[0], to=parties[1], kind="goods", item=item)
        if self.maybe("figure"):
            year = str(date.fromordinal(self.day).year - 1)
            off = int(rng.integers(9)) if rng.random() < 0.1 else 0
            value = float(encounter.tie * 7 % 400 + int(year) % 90 + off)
            span = self.page.sentence(f"{self.filler(4)} {value}", *parties)
            self.page.record(
                Figure, span, metric="trade_turnover", parties=parties, value=value, unit="USD", period=year
            )
        for topic in sorted({TOPICS[int(one)] for one in rng.integers(len(TOPICS), size=2)}):
            self.page.record(Topic, self.page.sentence(self.filler(7)), topic=topic, parties=parties)
        for _ in range(int(rng.integers(1, 6))):
            self.page.sentence(self.filler(14))

    def who(self, deed: Deed) -> tuple[Term, ...]:
        """Who of those that took part is named; the guest stands last."""
        _, nobody, one = TOLD[deed.kind]
        chance = self.rng.random()
        if chance < nobody:
            return ()
        if chance < nobody + one:
            return deed.people[-1:] if deed.kind == "visit" else (_one(deed.people, self.rng),)
        return deed.people

    def past_date(self, deed: Deed) -> tuple[str | None, Any]:
        """What it says of the day of something earlier: mostly the year."""
        chance = self.rng.random()
        if chance < CHANCES["past_date_untold"]:
            return None, None
        if chance < CHANCES["past_date_untold"] + CHANCES["past_year"]:
            return _iso(deed.day)[:4], "stated"
        if chance < CHANCES["past_date_untold"] + CHANCES["past_year"] + CHANCES["past_month"]:
            return _iso(deed.day)[:7], "stated"
        return _iso(deed.day), "stated"

    def date(self, deed: Deed, status: str) -> tuple[str | None, Any]:
        """What the document says of the day of its news, as the reader gives it."""
        rng, day = self.rng, deed.day
        untold, month = DATED[status]
        chance = rng.random()
        if chance < untold:
            return None, None
        if self.maybe("wrong_date"):
            day = _one(slips(day), rng)
        elif self.maybe("day_beside"):
            day += int(rng.choice((-1, 1)))
        if chance < untold + month:
            said = _iso(day)[:7]
        else:
            said = _iso(day) if deed.days == 1 or rng.random() < 0.5 else f"{_iso(day)}/{_iso(day + deed.days - 1)}"
        if self.open and "/" not in said:
            return NO_YEAR + said[4:], "stated"
        return said, "inferred" if self.maybe("inferred") else "stated"

    def place(self, number: int) -> str:
        """The place; sometimes the reader finds no line of the gazetteer for it."""
        spot = self.world.spots[number]
        if number not in self._unlinked:
            self._unlinked[number] = self.maybe("unlinked") and spot.type == "city"
        return self.page.entity(("place", number), type=spot.type, name=spot.name, country=spot.country,
                                geonames=None if self._unlinked[number] else spot.geonames)

    def party(self, number: int) -> str:
        """A side: the place, or, told less exactly, what lies around it."""
        spot = self.world.spots[number]
        if spot.nation is not None and self.maybe("country_for_city"):
            return self.place(spot.nation)
        if spot.region is not None and self.maybe("region_for_city"):
            return self.place(spot.region)
        return self.place(number)

    def person(self, term: Term) -> str:
        """A person, spelt once a document, with the post that the document gives."""
        key = ("person", term.person)
        if self.page.has(key):
            return self.page.entity(key)
        name, aliases = spelling.spelt(self.world.names[term.person], self.world.spots[term.place].country,
                                       CHANCES, self.rng)
        one = self.page.entity(key, type="person", name=name, aliases=aliases)
        if not self.maybe("post_untold"):
            titles = self.world.words["deputy"] if self.maybe("wrong_post") else term.titles
            place = None if self.maybe("post_without_place") else self.place(term.place)
            body = self.body(term.organization) if term.organization is not None and self.rng.random() < 0.5 else None
            named = [found for found in (place, body) if found]
            span = self.page.sentence(f"{self.filler(3)} {_one(titles, self.rng)}", one, *named)
            self.page.record(Post, span, person=one, title=_one(titles, self.rng), place=place, organization=body)
        return one

    def body(self, number: int) -> str:
        """An organization by its full name, a short one, or one that every city has."""
        body = self.world.bodies[number]
        key = ("body", number)
        if self.page.has(key):
            return self.page.entity(key)
        if body.bare and self.maybe("bare_body"):
            names: tuple[str, ...] = (_one(body.bare, self.rng),)
        elif len(body.names) > 1 and self.maybe("short_body"):
            names = body.names[1:2]
        else:
            names = body.names if self.rng.random() < 0.3 else body.names[:1]
        return self.page.entity(key, type="organization", name=names[0], aliases=names[1:])

    def filler(self, count: int) -> str:
        """So many words of no meaning."""
        return " ".join(self._filler[int(one)] for one in self.rng.integers(len(self._filler), size=count))

    def told(self) -> Told:
        keys = self.page.keys()
        reading = self.page.reading(
            source=f"page-{self.rng.integers(10**15)}",
            title=self.filler(6),
            publisher=self.world.words["outlets"][3 + int(self.rng.integers(2))] if self.maybe("official")
            else _one(self.world.words["outlets"], self.rng),
            published=self.published,
            published_basis="stated" if self.published else None,
        )
        return Told(
            reading,
            people={one: key[1] for one, key in keys.items() if key[0] == "person"},
            bodies={one: key[1] for one, key in keys.items() if key[0] == "body"},
            levels={one: self.world.spots[key[1]].type for one, key in keys.items() if key[0] == "place"},
            places={one: key[1] for one, key in keys.items() if key[0] == "place"},
            deeds=self.deeds,
        )


def remembered(encounter: Encounter) -> Deed:
    """What others come back to: what was signed there, else what it was."""
    return next((deed for deed in encounter.deeds if deed.kind == "signing"), encounter.deeds[0])


def slips(day: int) -> tuple[int, ...]:
    """What a slip of the pen makes of a day: that of the year before, of the next month and the last, a week later."""
    return *(_months_later(day, months) for months in (-12, 1, -1)), day + 7


def _months_later(day: int, months: int) -> int:
    """The same day of another month, or the last that it has."""
    known = date.fromordinal(day)
    year, month = divmod(known.year * 12 + known.month - 1 + months, 12)
    return date(year, month + 1, min(known.day, monthrange(year, month + 1)[1])).toordinal()


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _one(options: Any, rng: np.random.Generator) -> Any:
    return options[int(rng.integers(len(options)))]
