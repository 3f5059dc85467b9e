"""Bodies of a region or town that the text names without it: «областное минэкономразвития», «министерство туризма
региона», «депутат окружного Совета»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.bare import kinds
from pobratim.reading.names.organizations.heads import head_of, phrase, words
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.places.genitives import genitive
from pobratim.reading.names.places.placenames import level_of
from pobratim.reading.text.segments import Layout, Sentence, Token

REGIONAL, _DOUBTFUL = 86, 60
_ENDINGS = ("", "а", "у", "ом", "е")


@cache
def _ministries() -> dict[str, tuple[str, str]]:
    """Every form of a ministry written as one word → the nominative, and the ministry in full."""
    table = load_toml("organizations/words.toml")["bare"]["ministries"]
    return {short + ending: (short, full) for short, full in table.items() for ending in _ENDINGS}


def regional(layout: Layout, names: Sequence[Name], places: Sequence[Name]) -> Iterator[Name]:
    """The councils and one-word ministries that ``names`` lack; ministries among these are given their region."""
    tokens = layout.tokens
    for name in names:
        if name.seat is None and name.last < len(tokens) and head_of(tokens[name.first]) in words("bare", "whose"):
            _with_general(tokens, name, places)
    sure = [name for name in names if name.strength > _DOUBTFUL]
    taken = {i for name in (*sure, *places) for i in range(name.first, name.last)}
    ministries, councils = _ministries(), words("bare", "councils")
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if not (token.lower in ministries or token.lemma in councils) or i in taken or token.word is None:
                continue
            if called := ministries.get(token.lower):
                yield from _ministry(tokens, sentence, i, called, places)
            else:
                yield from _council(tokens, sentence, i, places, names)


def _with_general(tokens: Sequence[Token], name: Name, places: Sequence[Name]) -> None:
    """«министерство туризма | региона», «Хурал представителей | аймака»: the place is meant that the text speaks of."""
    general = tokens[name.last].lemma
    fitting = [place for place in places if place.type == "region" and _is_called(place, general)]
    if place := _meant(fitting, name.first):
        name.last, name.seat = name.last + 1, place
        name.aliases = (*name.aliases, f"{name.name} {genitive(place.name)}")


def _is_called(place: Name, general: str) -> bool:
    """Is it a place of that kind («край», «аймак»; any is a «регион»)?"""
    return general in place.name.lower().split() or (general == "регион" and level_of(place) == "region")


def _ministry(
    tokens: Sequence[Token], sentence: Sentence, i: int, called: tuple[str, str], places: Sequence[Name]
) -> Iterator[Name]:
    """«областном минэкономразвития», «минспорте края»."""
    first, last = i, i + 1
    if i > sentence.first and kinds().get(tokens[i - 1].lemma) == "region":
        first -= 1
    elif last < sentence.last and kinds().get(tokens[last].lemma) == "region":
        last += 1
    else:
        return
    if region := _meant(_of_russia(places, "region"), i):
        of = genitive(region.name)
        short, full = called
        yield Name(first, last, "organization", f"{full} {of}", REGIONAL, aliases=(f"{short} {of}", full), seat=region)


def _council(
    tokens: Sequence[Token], sentence: Sentence, i: int, places: Sequence[Name], names: Sequence[Name]
) -> Iterator[Name]:
    """«окружного Совета», «в городской Думе»: with a capital it is the one of the place."""
    kind = kinds().get(tokens[i - 1].lemma) if i > sentence.first else None
    if kind is None or not tokens[i].capital or tokens[i].text.isupper():
        return
    last = i + 1
    if last < sentence.last and tokens[last].lower == "депутатов":
        last += 1
    name = f"{phrase(tokens[i - 1 : i + 1])} депутатов" if last > i + 1 else phrase(tokens[i - 1 : i + 1])
    name = (name[0].lower() + name[1:]).replace("окружный", "окружной")
    full = {fold(other.name): other for other in names if fold(other.name).endswith(f" {fold(name)}")}
    if len(full) == 1:  # «Энская городская Дума» is told of
        other = next(iter(full.values()))
        yield Name(i - 1, last, "organization", other.name, REGIONAL, aliases=(name, *other.aliases), seat=other.seat)
        return
    if tokens[i - 1].lemma == "районный":  # Belarus and Abkhazia have such councils too
        place = _meant([place for place in places if level_of(place) == kind], i)
    else:
        place = _meant(_of_russia(places, kind), i)
    near = [other for other in places if level_of(other) == kind and sentence.first <= other.first < i]
    if place is not None and near and fold(near[-1].name) != fold(place.name):
        place = None  # «бургомистр Шведта и председатель городского Совета», whatever Russian town is told of
    if place is None and tokens[i - 1].lemma in ("окружной", "окружный"):  # the okrug of a town
        place = _meant(_of_russia(places, "city"), i)
    aliases = (f"{name} {genitive(place.name)}",) if place is not None else ()
    yield Name(i - 1, last, "organization", name, REGIONAL, aliases=aliases, seat=place)


def _of_russia(places: Sequence[Name], kind: str) -> list[Name]:
    return [place for place in places if level_of(place) == kind and place.country == "RU"]


def _meant(fitting: Sequence[Name], at: int) -> Name | None:
    """The place if there is one only; else the one named last before token ``at``."""
    if len({fold(place.name) for place in fitting}) < 2:
        return fitting[0] if fitting else None
    before = [place for place in fitting if place.first < at]
    return before[-1] if before else None
