"""Authorities that a text names by their head alone: «в мэрии уточнили», «председатель райисполкома»,
«администрация города», «тюменская администрация». The places of the text say whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.reading.adjectives import is_made_from
from pobratim.reading.data import load_toml
from pobratim.reading.gazetteer import fold
from pobratim.reading.genitives import genitive, town_adjective
from pobratim.reading.heads import adjectival, head_of, plural
from pobratim.reading.known import known_names
from pobratim.reading.names import Name
from pobratim.reading.segments import Layout, Sentence, Token

BARE = 60
_LIKELY = 0.4
_TOLD_BY = frozenset({"пресс-служба", "пресс-центр", "пресс-секретарь", "сайт", "сообщить", "рассказать", "уточнить",
                      "телеграм-канал"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Head:
    """An authority: which kind of place it governs ('' for any), and in which countries it is called so."""

    kind: str
    countries: frozenset[str]


@cache
def _heads() -> dict[str, _Head]:
    table = load_toml("organizations/words.toml")["bare"]["heads"]
    return {head: _Head(entry["kind"], frozenset(entry["countries"])) for head, entry in table.items()}


@cache
def _kinds() -> dict[str, str]:
    return dict(load_toml("organizations/words.toml")["bare"]["kinds"])


def bare(layout: Layout, names: Sequence[Name], places: Sequence[Name]) -> Iterator[Name]:
    """The authorities named by their heads alone, each with the place it must govern."""
    tokens = layout.tokens
    heads, seats = _heads(), _seats(names)
    taken = {i for name in (*names, *places) for i in range(name.first, name.last)}
    for sentence in layout.sentences:
        begin = layout.sentences[layout.paragraphs[sentence.paragraph].first].first
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            lemma = head_of(token) or token.lemma
            head = heads.get(lemma)
            if head is None or i in taken or plural(token):
                continue
            what = _Bare(tokens, sentence, begin, i, head, places, seats.get(lemma, []))
            found = what.by_adjective() or what.by_kind()
            if found is not None:
                first, last, place = found
                name, aliases = called(lemma, place)
                yield Name(first, last, "organization", name, BARE, aliases=aliases, seat=place)


def _seats(names: Sequence[Name]) -> dict[str, list[Name]]:
    """Head of an authority → the places it is named with."""
    seats: dict[str, list[Name]] = {}
    for name in names:
        if name.seat is not None and (name.seat.geonames or _kind(name.seat) == "district"):
            for form in (name.name, *name.aliases):
                seats.setdefault(fold(form).split()[0], []).append(name.seat)
    return seats


@dataclass(frozen=True, slots=True)
class _Bare:
    """A head standing alone at token ``at``."""

    tokens: Sequence[Token]
    sentence: Sentence
    begin: int
    """The first token of the paragraph."""
    at: int
    head: _Head
    places: Sequence[Name]
    seats: Sequence[Name]
    """The places of the authorities of this head that the text names in full."""

    def by_adjective(self) -> tuple[int, int, Name] | None:
        """«тюменской администрации» where the text names Tyumen."""
        before = self._before(self.at)
        if before is None or not adjectival(before):
            return None
        place = next((p for p in self.places if p.type == "city" and is_made_from(before.lemma, p.name)), None)
        return (self.at - 1, self.at + 1, place) if place is not None else None

    def by_kind(self) -> tuple[int, int, Name] | None:
        """First and last token and the place, by the kind that the head and the words beside it tell."""
        first, last, kind = self.at, self.at + 1, self.head.kind
        before, after = self._before(first), self._after(last)
        if before is not None and before.lemma in _kinds():
            first, kind = first - 1, _kinds()[before.lemma]
        elif before is not None and adjectival(before):
            return None  # «местная администрация», «новая мэрия»
        elif after is not None and after.lemma in _kinds():
            last, kind = last + 1, _kinds()[after.lemma]
        if self._goes_on(last) or (first > self.sentence.first and self.tokens[first - 1].lemma == "глава"):
            return None  # «глава администрации» is an office, the place is known otherwise
        place = self._governed(first, kind or self._kind_unsaid(first))
        return (first, last, place) if place is not None else None

    def _before(self, i: int) -> Token | None:
        return self.tokens[i - 1] if i > self.sentence.first and self.tokens[i - 1].word else None

    def _after(self, i: int) -> Token | None:
        return self.tokens[i] if i < self.sentence.last and self.tokens[i].word else None

    def _goes_on(self, i: int) -> bool:
        """Does a name follow that is not the officer's («председатель горисполкома | Иван Котов»), or a word that says
        whose it is («администрация | президента»)?"""
        after = self._after(i)
        if after is None or after.word is None or after.text.isupper():
            return False
        if after.capital:
            return not after.word.with_tags("Name")
        return any(p.case == "gent" and p.score > _LIKELY and p.pos in ("NOUN", "ADJF") for p in after.word.parses)

    def _kind_unsaid(self, at: int) -> str:
        """The kind of a bare «администрация»: that of the one named in full, a city's if it tells the news."""
        kinds = {_kind(seat) for seat in self.seats if seat.type != "country"}
        if len(kinds) == 1:
            return kinds.pop()
        return "city" if self._tells_news(at) and not kinds else ""

    def _tells_news(self, at: int) -> bool:
        return any(t.lemma in _TOLD_BY for t in self.tokens[max(self.sentence.first, at - 3) : at])

    def _governed(self, at: int, kind: str) -> Name | None:
        """The place of that kind which is meant: that of the only such authority named in full; the only one there
        is; of a body that tells the news the one the text speaks of most; else the one named last before it in
        the paragraph."""
        seats = [seat for seat in self.seats if _kind(seat) == kind]
        if len({fold(seat.name) for seat in seats}) == 1:
            return seats[0]
        countries = self.head.countries
        fitting = [p for p in self.places if _kind(p) == kind and (p.country in countries or _unlinked(p))]
        counts = Counter(fold(place.name) for place in fitting)
        if len(counts) < 2:
            return fitting[0] if fitting else None
        if self._tells_news(at):
            (most, often), (_, second) = counts.most_common(2)
            return next(p for p in fitting if fold(p.name) == most) if often > second else None
        near = [p for p in fitting if self.begin <= p.first < at]
        return near[-1] if near else None


def _unlinked(place: Name) -> bool:
    """Is it a district that the gazetteer does not know («Энский городской округ»)?"""
    return not place.country and _kind(place) == "district"


def _kind(place: Name) -> str:
    if place.type != "region":
        return place.type
    return "district" if place.name.lower().endswith(("район", "округ")) else "region"


def called(head: str, place: Name) -> tuple[str, tuple[str, ...]]:
    """What the authority of a place is called («мэрия Кургана», «Слуцкий райисполком»), and how else."""
    if head.endswith("исполком"):
        if head in ("райисполком", "облисполком"):
            adjective = place.name.split()[0].replace("ская", "ский").replace("цкая", "цкий")
        else:
            adjective = town_adjective(place.name)
        short = f"{adjective} {head}" if adjective else f"{head} {genitive(place.name)}"
        known = known_names().get(fold(short))
        return (known.names[0], known.names[1:]) if known else (short, ())
    name = f"{head} {genitive(place.name)}"
    return name, _also(head, place)


def _also(head: str, place: Name) -> tuple[str, ...]:
    """The mayor's office of a Russian city is its administration."""
    other = {"мэрия": "администрация", "администрация": "мэрия"}.get(head)
    if other and place.type == "city" and place.country == "RU":
        return (f"{other} {genitive(place.name)}",)
    return ()
