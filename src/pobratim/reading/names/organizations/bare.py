"""Authorities that a text names by their head alone: «в мэрии уточнили», «председатель райисполкома»,
«администрация города», «тюменская администрация». The places of the text say
whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import adjectival, heads_in, plural
from pobratim.reading.names.organizations.known import known_names
from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.places.genitives import genitive, town_adjective
from pobratim.reading.names.places.placenames import level_of
from pobratim.reading.text.segments import Layout, Sentence, Token

BARE = 60
_LIKELY = 0.4
_COMMITTEES = {"городской": "горисполком", "районный": "райисполком", "областной": "облисполком"}
_DUMAS = {"гордума": "городская Дума", "облдума": "областная Дума"}
_TOLD_BY = frozenset({"данным", "данные", "информации", "сведениям", "пресс-служба", "пресс-центр", "пресс-секретарь",
                      "сайт", "сообщить", "рассказать", "уточнить", "телеграм-канал"})  # fmt: skip
"""Words (or their dictionary forms) before a body that tells the news."""


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
def kinds() -> dict[str, str]:
    """Words beside a body → the kind of place it governs."""
    return dict(load_toml("organizations/words.toml")["bare"]["kinds"])


def bare(
    layout: Layout, names: Sequence[Name], places: Sequence[Name], people: Collection[int] = ()
) -> Iterator[Name]:
    """The authorities named by their heads alone, each with the place it must govern; ``people`` are the
    tokens that people's names begin with."""
    tokens, known = layout.tokens, heads_in(layout)
    heads, seats = _heads(), _seats(names)
    taken = {i for name in (*names, *places) for i in range(name.first, name.last)}
    named = {i for lemma in heads.keys() & layout.by_lemma.keys() for i in layout.by_lemma[lemma]}
    for sentence in layout.sentences:
        begin = layout.sentences[layout.paragraphs[sentence.paragraph].first].first
        for i in range(sentence.first, sentence.last):
            if i not in known and i not in named:
                continue
            token = tokens[i]
            lemma, first = known.get(i, token.lemma), i
            if lemma == "комитет" and i - 2 >= sentence.first and tokens[i - 1].lemma == "исполнительный":
                lemma, first = _COMMITTEES.get(tokens[i - 2].lemma, lemma), i - 2
            head = heads.get(lemma)
            if head is None or i in taken or plural(token):
                continue
            what = _Bare(tokens, sentence, begin, first, i + 1, head, places, seats.get(lemma, []), people)
            found = what.by_adjective() or what.by_kind()
            if found is not None:
                begins, ends, place = found
                name, aliases = _in_the_text(lemma, place, names) or called(lemma, place)
                yield Name(begins, ends, "organization", name, BARE, aliases=aliases, seat=place)


def _in_the_text(head: str, place: Name, names: Sequence[Name]) -> tuple[str, tuple[str, ...]] | None:
    """What the text calls the authority where it names it in full («правительство Республики Тыва»)."""
    for name in names:
        if name.seat is not None and name.seat.name == place.name and fold(name.name).split()[0] == head:
            return name.name, name.aliases
    return None


def _seats(names: Sequence[Name]) -> dict[str, list[Name]]:
    """Head of an authority → the places it is named with."""
    seats: dict[str, list[Name]] = {}
    for name in names:
        if name.seat is not None and (name.seat.geonames or level_of(name.seat) == "district"):
            for form in (name.name, *name.aliases):
                seats.setdefault(fold(form).split()[0], []).append(name.seat)
    return seats


_OKRUG = frozenset({"городского", "муниципального"})


@dataclass(frozen=True, slots=True)
class _Bare:
    """A head standing alone at tokens ``at`` to ``end`` (excluded)."""

    tokens: Sequence[Token]
    sentence: Sentence
    begin: int
    """The first token of the paragraph."""
    at: int
    end: int
    head: _Head
    places: Sequence[Name]
    seats: Sequence[Name]
    """The places of the authorities of this head that the text names in full."""
    people: Collection[int]

    def by_adjective(self) -> tuple[int, int, Name] | None:
        """«тюменской администрации» where the text names Tyumen."""
        before = self._before(self.at)
        if before is None or not adjectival(before):
            return None
        place = next((p for p in self.places if p.type == "city" and is_made_from(before.lemma, p.name)), None)
        return (self.at - 1, self.end, place) if place is not None else None

    def by_kind(self) -> tuple[int, int, Name] | None:
        """First and last token and the place, by the kind that the head and the words beside it tell."""
        first, last, kind = self.at, self.end, self.head.kind
        before, after = self._before(first), self._after(last)
        if before is not None and before.lemma in kinds():
            first, kind = first - 1, kinds()[before.lemma]
        elif before is not None and adjectival(before) and before.lower not in _TOLD_BY:
            return None  # «местная администрация», «новая мэрия»
        elif after is not None and after.lower in _OKRUG and (end := self._after(last + 1)) and end.lower == "округа":
            last, kind = last + 2, "city"  # «администрация городского округа»
        elif after is not None and after.lemma in kinds():
            last, kind = last + 1, kinds()[after.lemma]
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
            return i not in self.people and not after.word.with_tags("Name")
        return any(p.case == "gent" and p.score > _LIKELY and p.pos in ("NOUN", "ADJF") for p in after.word.parses)

    def _kind_unsaid(self, at: int) -> str:
        """The kind of a bare «администрация»: that of the one named in full, a city's if it tells the news."""
        told = {level_of(seat) for seat in self.seats if seat.type != "country"}
        if len(told) == 1:
            return told.pop()
        return "city" if self._tells_news(at) and not told else ""

    def _tells_news(self, at: int) -> bool:
        before = self.tokens[max(self.sentence.first, at - 3) : at]
        return any(token.lemma in _TOLD_BY or token.lower in _TOLD_BY for token in before)

    def _governed(self, at: int, kind: str) -> Name | None:
        """The place of that kind which is meant: that of the only such authority named in full; the only one there
        is; of a body that tells the news the one the text speaks of most; else the one named last before it in
        the paragraph."""
        seats = [seat for seat in self.seats if level_of(seat) == kind]
        if len({fold(seat.name) for seat in seats}) == 1:
            return seats[0]
        countries = self.head.countries
        fitting = [p for p in self.places if level_of(p) == kind and (p.country in countries or _unlinked(p))]
        counts = Counter(fold(place.name) for place in fitting)
        if len(counts) < 2:
            return fitting[0] if fitting else None
        if self._tells_news(at):
            home = [place for place in fitting if place.country == "RU"] or fitting
            (most, often), *others = Counter(fold(place.name) for place in home).most_common(2)
            return next(p for p in home if fold(p.name) == most) if not others or often > others[0][1] else None
        near = [p for p in fitting if self.begin <= p.first < at]
        return near[-1] if near else None


def _unlinked(place: Name) -> bool:
    """Is it a district that the gazetteer does not know («Энский городской округ»)?"""
    return not place.country and level_of(place) == "district"




def called(head: str, place: Name) -> tuple[str, tuple[str, ...]]:
    """What the authority of a place is called («мэрия Кургана», «Слуцкий райисполком»), and how else."""
    if head.endswith("исполком"):
        if head in ("райисполком", "облисполком"):
            adjective = place.name.split()[0].replace("ская", "ский").replace("цкая", "цкий")
        else:
            adjective = town_adjective(place.name)
        short = f"{adjective} {head}" if adjective else f"{head} {genitive(place.name)}"
        known = known_names().get(fold(short))
        return (known.names[0], known.names[1:]) if known else (short, _in_full(short))
    name = f"{head} {genitive(place.name)}"
    if head == "обладминистрация":
        return f"администрация {genitive(place.name)}", (name,)
    if head in _DUMAS:  # «гордума» of Кострома is «Костромская городская Дума»
        adjective = (town_adjective(place.name) if place.type == "city" else place.name.split()[0])[:-2]
        adjective += "ая" if adjective else ""
        full = f"{adjective} {_DUMAS[head]}"
        return (full, (name, f"{adjective} {head}")) if adjective else (name, ())
    if head == "облсовет":
        adjective = place.name.split()[0][:-2] + "ий"
        return name, tuple(f"{adjective} {also}" for also in (head, "областной Совет", "областной Совет депутатов"))
    return name, _also(head, place)


def _in_full(committee: str) -> tuple[str, ...]:
    """«Слуцкий райисполком» → «Слуцкий районный исполнительный комитет»."""
    front, _, short = committee.rpartition(" ")
    full = next((kind for kind, body in _COMMITTEES.items() if body == short), "")
    return (f"{front} {full} исполнительный комитет",) if full and front else ()


def _also(head: str, place: Name) -> tuple[str, ...]:
    """The mayor's office of a Russian city is its administration."""
    other = {"мэрия": "администрация", "администрация": "мэрия"}.get(head)
    if other and place.type == "city" and place.country == "RU":
        return (f"{other} {genitive(place.name)}",)
    return ()
