"""The generated world: places, people with their careers, organizations, and what happened between the places.

It knows nothing of the register's rules; how it is made is told in docs/register.md, "Generated claims".
"""

from __future__ import annotations

import gzip
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any

import numpy as np

from pobratim.reading.data import path

FIRST, LAST = date(2005, 1, 1).toordinal(), date(2026, 6, 30).toordinal()
DOCUMENTS_AN_ENCOUNTER = 2.6
"""About so many documents tell of one encounter: it takes this to make a world for so many documents."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: of a city also the region and the country around it, as numbers."""

    number: int
    type: str
    name: str
    geonames: int | None
    country: str
    region: int | None = None
    nation: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office for some days (ordinals)."""

    person: int
    titles: tuple[str, ...]
    place: int
    organization: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Body:
    """An organization: its names, the fullest first; ``bare`` names need their place to be understood."""

    number: int
    place: int
    names: tuple[str, ...]
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """One true happening."""

    number: int
    kind: str
    day: int
    days: int
    place: int
    parties: tuple[int, ...]
    people: tuple[Term, ...]
    bodies: tuple[int, ...] = ()
    title: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Encounter:
    """What is told together: a visit with its meeting, signing and tours."""

    tie: int
    day: int
    deeds: tuple[Deed, ...]
    planned: bool
    cancelled: bool


@dataclass
class World:
    """Everything that is true."""

    words: dict[str, Any]
    spots: list[Spot]
    names: list[tuple[str, str, str, bool]] = field(default_factory=list)
    """Given name, patronymic, surname of each person; and whether it is a man."""
    offices: dict[int, list[Term]] = field(default_factory=lambda: defaultdict(list))
    """The terms of each place."""
    bodies: list[Body] = field(default_factory=list)
    of_place: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    ties: list[tuple[int, int, str, int]] = field(default_factory=list)
    """Two cities, twin or partner, since which day."""
    encounters: list[Encounter] = field(default_factory=list)
    forums: set[tuple[int, int]] = field(default_factory=set)
    """Tie and year of each forum: there is one a year."""

    def serving(self, place: int, day: int) -> list[Term]:
        """Who held an office of the place that day, the head first."""
        return [term for term in self.offices[place] if term.first <= day <= term.last]


def world(documents: int, seed: int) -> World:
    """A world of which about so many documents tell; the same for the same seed."""
    rng = np.random.default_rng([seed, documents, 1])
    words = tomllib.loads(files("benchmarks.register").joinpath("words.toml").read_text(encoding="utf-8"))
    cities = int(np.clip(documents // 150, 20, 700))
    made = World(words, _spots(cities))
    for spot in made.spots:
        if spot.type == "city":
            _city(made, spot, rng)
    for spot in made.spots:
        if spot.type == "region":
            _region(made, spot, rng)
    _ties(made, cities, rng)
    _encounters(made, round(documents / DOCUMENTS_AN_ENCOUNTER * 1.1) + 5, rng)
    return made


def _spots(cities: int) -> list[Spot]:
    """The largest cities of four countries, and small ones of one name with others; regions, districts, countries."""
    with gzip.open(path("places/gazetteer.tsv.gz"), "rt", encoding="utf-8") as table:
        lines = [line.rstrip("\n").split("\t") for line in table]
    here = [line for line in lines if line[2] in ("BY", "RU", "KZ", "UZ") and line[0] not in ("", "0")]
    found = sorted((one for one in here if one[1] == "city"), key=lambda one: -int(one[6]))
    large = found[: cities * 4 // 5]
    taken = {one[7].split("|")[0] for one in large}
    small = [one for one in found[len(large):] if one[7].split("|")[0] in taken]
    chosen = [*large, *small[: cities // 20], *found[len(large) + 200:][: cities - len(large) - cities // 20]]
    spots: list[Spot] = []
    nations, regions = {}, {}
    for line in here:
        if line[1] == "country":
            nations[line[2]] = _spot(spots, line)
    for line in here:
        if line[1] == "region" and line[8] and any(one[3] == line[3] for one in chosen):
            regions[line[3]] = _spot(spots, line, nation=nations[line[2]])
    for line in chosen:
        _spot(spots, line, region=regions.get(line[3]), nation=nations[line[2]])
    return spots


def _spot(spots: list[Spot], line: list[str], **around: int | None) -> int:
    kind, geonames, country, name = line[1], int(line[0]), line[2], line[7].split("|")[0]
    spots.append(Spot(len(spots), kind, name, geonames, country, **around))
    return len(spots) - 1


# ---------------------------------------------------------------- who serves where


def _person(made: World, rng: np.random.Generator) -> int:
    man = bool(rng.random() < 0.8)
    given = _weighted(made.words["men" if man else "women"], rng)
    father = _one(made.words["fathers"].split(), rng)
    base = father.rstrip("йь")
    patronymic = f"{base}{'е' if father != base else 'о'}{'вич' if man else 'вна'}"
    made.names.append((given, patronymic, _surname(made.words, man, rng), man))
    return len(made.names) - 1


def _surname(words: dict[str, Any], man: bool, rng: np.random.Generator) -> str:
    kind = _one(("ov",) * 9 + ("in",) * 4 + ("enko", "enko", "uk", "skiy", "ich"), rng)
    stems = words[kind].split()
    stem = stems[int(len(stems) * rng.random() ** 1.5)]  # some are far more common
    if kind == "ov":
        soft = stem[-1] in "еьиы"
        return stem.rstrip("ь") + ("в" if stem[-1] == "е" else "ев" if soft else "ов") + ("" if man else "а")
    if kind == "in":
        return stem.rstrip("ьн") + "ин" + ("" if man else "а")
    if kind == "skiy":
        return stem + ("ский" if man else "ская")
    return stem + {"enko": "енко", "uk": "ук", "ich": "ич"}[kind]


def _terms(made: World, titles: tuple[str, ...], place: int, body: int | None, rng: np.random.Generator) -> list[Term]:
    """Holders of an office one after another, from the first day to the last."""
    day, found = FIRST - int(rng.integers(0, 1500)), []
    while day <= LAST:
        end = day + int(rng.integers(900, 3300))
        found.append(Term(_person(made, rng), titles, place, body, day, end - 1))
        day = end
    made.offices[place] += found
    return found


def _city(made: World, spot: Spot, rng: np.random.Generator) -> None:
    words, name = made.words, spot.name
    if spot.country == "BY":
        bare = ("городской исполнительный комитет", "горисполком")
        hall = _body(made, spot.number, tuple(f"{_adjective(name)} {one}" for one in bare), bare)
    else:
        bare = ("администрация города", "мэрия")
        hall = _body(made, spot.number, (f"администрация города {name}", f"мэрия города {name}"), bare)
    _terms(made, tuple(words["mayor_by" if spot.country == "BY" else "mayor_ru"]), spot.number, hall, rng)
    for office in ("deputy", "foreign"):
        _terms(made, tuple(words[office]), spot.number, hall, rng)
    for _ in range(int(rng.integers(1, 4))):
        making = _one(words["plants"], rng)
        if rng.random() < 0.5:
            own = _one(words["own"].split(), rng)
            full = f"{own}-{_one(words['own'].split(), rng)}" if rng.random() < 0.7 else f"{own} {name}"
            plant = _body(made, spot.number, (full, f"ОАО «{full}»"))
        else:
            full = f"{_adjective(name, making)} {making}"
            short = "".join(part[0] for part in full.replace("-", " ").split()).upper()
            plant = _body(made, spot.number, (full, short) if rng.random() < 0.6 else (full,), (making,))
        _terms(made, tuple(words["director"]), spot.number, plant, rng)
    for kind in rng.choice(words["bodies"], 2, replace=False):
        full = f"{_adjective(name, kind)} {kind}"
        short = "".join(part[0] for part in full.replace("-", " ").split()).upper()
        _body(made, spot.number, (full, short) if "университет" in kind else (full,), (str(kind),))


def _region(made: World, spot: Spot, rng: np.random.Generator) -> None:
    """Governors, half of whom were mayors of a city of the region; ministers."""
    names = (f"правительство {spot.name}", f"Правительство {spot.name}")
    hall = _body(made, spot.number, names, ("правительство региона",))
    terms = _terms(made, tuple(made.words["governor"]), spot.number, hall, rng)
    _terms(made, tuple(made.words["minister"]), spot.number, hall, rng)
    cities = [one.number for one in made.spots if one.region == spot.number]
    for number, term in enumerate(terms):
        before = [one for city in cities for one in made.offices[city][:4] if one.last < term.first]
        if before and rng.random() < 0.5:
            rose = before[int(rng.integers(len(before)))]
            at = made.offices[spot.number].index(term)
            made.offices[spot.number][at] = Term(rose.person, *_rest(term))
            terms[number] = made.offices[spot.number][at]


def _rest(term: Term) -> tuple[Any, ...]:
    return term.titles, term.place, term.organization, term.first, term.last


def _body(made: World, place: int, names: tuple[str, ...], bare: tuple[str, ...] = ()) -> int:
    made.bodies.append(Body(len(made.bodies), place, names, bare))
    made.of_place[place].append(len(made.bodies) - 1)
    return len(made.bodies) - 1


def _adjective(name: str, noun: str = "") -> str:
    """«Омск» → «Омский», roughly; «Омская» before «палата»."""
    base = name.rstrip("аеиоуыэюяйь") or name
    base = base[:-1] if base.endswith(("ск", "цк")) else base + "с"
    return base + ("кая" if noun.endswith("а") else "кий")


# ---------------------------------------------------------------- what happened


def _ties(made: World, cities: int, rng: np.random.Generator) -> None:
    """Twice as many ties as cities; some cities have many."""
    numbers = [one.number for one in made.spots if one.type == "city"]
    weights = 1 / np.arange(1, len(numbers) + 1) ** 0.7
    chosen = rng.choice(numbers, size=(cities * 6, 2), p=weights / weights.sum())
    pairs = dict.fromkeys(
        (int(min(pair)), int(max(pair))) for pair in chosen
        if made.spots[int(pair[0])].country != made.spots[int(pair[1])].country
    )
    for left, right in list(pairs)[: cities * 2]:
        kind = "twin" if rng.random() < 0.6 else "partner"
        made.ties.append((left, right, kind, int(rng.integers(FIRST - 5000, FIRST + 5000))))


def _encounters(made: World, count: int, rng: np.random.Generator) -> None:
    weights = 1 / np.arange(1, len(made.ties) + 1) ** 0.5
    ties = rng.choice(len(made.ties), size=count, p=weights / weights.sum())
    number = 0
    for tie, day in zip(ties.tolist(), rng.integers(FIRST, LAST, size=count).tolist(), strict=True):
        days = [day]
        if rng.random() < 0.1:  # the same people come once more within the year
            days.append(min(LAST, day + int(rng.integers(40, 200))))
        for one in days:
            deeds = _deeds(made, tie, one, number, rng)
            number += len(deeds)
            planned = bool(rng.random() < 0.25)
            made.encounters.append(Encounter(tie, one, deeds, planned, planned and bool(rng.random() < 0.05)))


def _deeds(made: World, tie: int, day: int, number: int, rng: np.random.Generator) -> tuple[Deed, ...]:
    left, right, _, _ = made.ties[tie]
    guest, host = (left, right) if rng.random() < 0.5 else (right, left)
    ours, theirs = made.serving(host, day), made.serving(guest, day)
    level = int(rng.random() ** 2 * 3)  # mostly heads meet heads
    people = tuple(found[min(level, len(found) - 1)] for found in (ours, theirs))
    halls = [one for one in made.of_place[host] if one not in {term.organization for term in ours[:1]}]
    parties, found = tuple(sorted((left, right))), []

    def deed(kind: str, later: int = 0, **other: Any) -> None:
        slots = {"days": 1, "place": host, "parties": parties, "people": people, **other}
        found.append(Deed(number + len(found), kind, day + later, **slots))

    kind = rng.random()
    if kind < 0.5:
        deed("visit", days=int(rng.integers(1, 4)))
        later = int(rng.integers(0, found[0].days))
        if rng.random() < 0.6:
            deed("meeting", later)
        if rng.random() < 0.3:
            deed("signing", later, subject=_one(made.words["subjects"], rng))
        if rng.random() < 0.4:
            deed("tour", later, people=people[1:], bodies=(_one(halls, rng),), parties=parties)
    elif kind < 0.7:
        deed("meeting")
    elif kind < 0.8:
        deed("signing", subject=_one(made.words["subjects"], rng))
    elif kind < 0.9 and (tie, date.fromordinal(day).year) not in made.forums:
        made.forums.add((tie, date.fromordinal(day).year))
        name = made.words["forums"][tie % len(made.words["forums"])]
        since = date.fromordinal(FIRST).year - tie % 7
        title = f"{date.fromordinal(day).year - since + 1}-й {name}"
        deed("forum", days=int(rng.integers(1, 4)), title=title)
    elif 0.9 <= kind < 0.95:
        deed("days", days=3, title=f"Дни города {made.spots[guest].name}", people=people[1:])
    else:
        deed("other", bodies=(_one(halls, rng),))
    return tuple(found)


def _one(options: Any, rng: np.random.Generator) -> Any:
    return options[int(rng.integers(len(options)))]


def _weighted(table: str, rng: np.random.Generator) -> str:
    pairs = [one.split("*") for one in table.split()]
    bag = [name for name, count in pairs for _ in range(int(count))]
    return str(_one(bag, rng))
