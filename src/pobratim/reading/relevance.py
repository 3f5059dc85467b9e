"""Relevance: is the document about cooperation between places?

A logistic regression over what can be counted: words of cooperation, contact, trade and twinning, of
local government, of states and of other genres; and whether places of different homes meet, of which
one at least lies inside a country. The weights come from `training/fit_relevance.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import astuple, dataclass
from functools import cache, lru_cache
from itertools import pairwise

from pobratim.model.reading import PLACE_TYPES, Entity
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml
from pobratim.reading.names.places.adjectives import adjectives_of_people, is_people, known_place
from pobratim.reading.names.places.gazetteer import by_id, gazetteer
from pobratim.reading.text.morph import word
from pobratim.reading.text.segments import Sentence, Token

THRESHOLD = 0.5
"""From here on a document counts as relevant and its records are kept."""
_SURELY_NOT = 0.02
_LEAD = 500
"""Characters: the title and the lead."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the score is made of, each value bounded so that long texts do not run away."""

    twinning: float
    """Words of twinning, at most 3."""
    cooperation: float
    """Words of cooperation per sentence, at most 2."""
    trade: float
    """Words of trade per sentence, at most 2."""
    local: float
    """Words of local government per sentence, at most 2."""
    land: float
    """Words for what lies inside a country per sentence, at most 2."""
    state: float
    """Words of states per sentence, at most 2."""
    alien: float
    """Words of other genres per sentence, at most 2."""
    lead: float
    """Different words of cooperation, contact, trade and twinning in the title and the lead, at most 5."""
    abroad: float
    """Twice the share of the country named second most often, by its name or by places in it."""
    crowd: float
    """Regions beyond the second, at most 5."""
    focus: float
    """The share of the two homes named most among all mentions of places."""
    crossing: float
    """Sentences where two homes meet, at most 4."""
    lead_crossing: float
    """Do two homes meet in the title or the lead? 1 or 0."""
    title_crossing: float
    """Do two homes meet in the first paragraph, which is the title where there is one? 1 or 0."""
    acting: float
    """Homes that somebody acts for («мэр Омска», «делегация из Гомеля», «Мингорисполком»), at most 3."""
    capitals: float
    """The share of capitals among the mentions of cities and regions: they often stand for their states."""
    assembly: float
    """Names of what brings places together («форум регионов», «рабочая группа по сотрудничеству»), at most 2."""


def features(context: Context) -> Features | None:
    """Count what the score is made of.

    None where no two homes are named that could cooperate, and no word of cooperation or twinning is said.
    """
    known = _homes(context)
    homes = _homes_in_sentences(context, known)
    named = Counter(home for found in homes for home in found)
    countries = Counter(country for country, _ in named.elements())
    words = _Words(context, known)
    if not _meet(set(named)) and not words.counts["twinning"] and not words.counts["cooperation"]:
        return None
    titled = sum(sentence.paragraph == 0 for sentence in context.layout.sentences)
    leading = sum(sentence.start < _LEAD for sentence in context.layout.sentences)
    return Features(
        twinning=min(words.counts["twinning"], 3),
        **{name: min(words.counts[name] / len(homes), 2) for name in _DENSE},
        lead=min(len(set().union(*words.told[:leading])), 5),
        abroad=2 * sum(count for _, count in countries.most_common(2)[1:]) / max(1, named.total()),
        crowd=min(max(0, len({region for _, region in named if region}) - 2), 5),
        focus=sum(count for _, count in named.most_common(2)) / max(1, named.total()),
        crossing=min(sum(_meet(set(found)) for found in homes), 4),
        lead_crossing=float(_meet({home for found in homes[:leading] for home in found})),
        title_crossing=float(_meet({home for found in homes[:titled] for home in found})),
        acting=min(len(_acting(context, known)), 3),
        capitals=_share_of_capitals(context),
        assembly=min(words.counts["assembly"], 2),
    )


def relevance(context: Context) -> float:
    """The probability that the document is about cooperation between places, to two digits."""
    counted = features(context)
    if counted is None:
        return _SURELY_NOT
    bias, *weights = _weights()
    score = bias + sum(weight * value for weight, value in zip(weights, astuple(counted), strict=True))
    likely = round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 2)
    return _LISTED if likely < _LISTED and _is_list_of_twins(context, counted) else likely


_LISTED = 0.6
"""How likely a page is of cooperation whose title speaks of twins and which but lists places."""


def _is_list_of_twins(context: Context, counted: Features) -> bool:
    """«Города-побратимы Бреста», and one place a line, without a sentence that could tell more."""
    if not counted.twinning:
        return False
    lexicon = _lexicon()
    titled = [sentence for sentence in context.layout.sentences if sentence.paragraph == 0]
    words = (token.word for sentence in titled for token in context.layout.tokens_of(sentence))
    twins = any(lexicon.get(lemma) == "twinning" for word_ in words if word_ is not None for lemma in word_.lemmas)
    homes = {home for found in _homes_in_sentences(context, _homes(context)) for home in found}
    return twins and len(homes) > _SOME


_SOME = 3
"""Homes that are more than a page on two places and a third names."""


# ---------------------------------------------------------------- words

_GROUPS = ("twinning", "cooperation", "contact", "trade", "local", "land", "state", "alien")
_TELLING = frozenset(_GROUPS[:4])
_DENSE = ("cooperation", "trade", "local", "land", "state", "alien")
"""Groups whose words are counted per sentence."""


class _Words:
    """The words of each group that a document has."""

    def __init__(self, context: Context, known: dict[str, Home]) -> None:
        layout = context.layout
        self.counts: Counter[str] = Counter()
        self.told: list[set[str]] = [set() for _ in layout.sentences]
        """The different words of cooperation, contact, trade and twinning in each sentence."""
        assemblies = {index for lemma in _assemblies() for index in context.places_of_lemma.get(lemma, ())}
        self.counts["assembly"] = sum(_begins_assembly(layout.tokens, index) for index in assemblies)
        for index, found in layout.words:
            lemma, group = _listed(found.form)
            if not group:
                continue
            sentence = layout.sentences[layout.sentence_of_token[index]]
            if group == "state" and _is_regional(context, sentence, index, known):
                group = "local"
            self.counts[group] += 1
            if group in _TELLING:
                self.told[sentence.index].add(lemma)


@lru_cache(maxsize=50_000)
def _listed(form: str) -> tuple[str, str]:
    """The listed lemma of a word form, and its group; empty where there is none."""
    lexicon = _lexicon()
    return next(((lemma, lexicon[lemma]) for lemma in sorted(word(form).lemmas) if lemma in lexicon), ("", ""))


_OFFICE = 4
"""Tokens from a word of states to the region whose it is («министр сельского хозяйства Башкирии»)."""
_HALL = 4
"""Tokens from the first word of an assembly's name to the second («форум городов и регионов»)."""


def _is_regional(context: Context, sentence: Sentence, index: int, known: dict[str, Home]) -> bool:
    """«правительство | Тульской области», «министр промышленности | Татарстана»: no state's."""
    tokens = context.layout.tokens
    mention = next((m for m in context.mentions_in(sentence.start, sentence.end) if m.last > index), None)
    if mention is None or mention.first > index + _OFFICE or not known.get(mention.entity, ("", ""))[1]:
        return False
    between = (token.word for token in tokens[index + 1 : mention.first])
    return all(word is not None and word.is_pos("NOUN", "ADJF", "CONJ") for word in between)


def _begins_assembly(tokens: list[Token], index: int) -> bool:
    """«форум | регионов», «совета | деловых кругов двух городов»."""
    word = tokens[index].word
    if word is None or word.lemmas.isdisjoint(_assemblies()):
        return False
    wanted = {second for lemma in word.lemmas for second in _assemblies().get(lemma, ())}
    following = (token.word for token in tokens[index + 1 : index + 1 + _HALL])
    return any(other is not None and not other.lemmas.isdisjoint(wanted) for other in following)


@cache
def _assemblies() -> dict[str, set[str]]:
    """The first lemma of an assembly's name → those that may follow."""
    pairs: dict[str, set[str]] = {}
    for first, second in map(str.split, load_toml("relevance.toml")["assembly"]):
        pairs.setdefault(first, set()).add(second)
    return pairs


@cache
def _lexicon() -> dict[str, str]:
    """Lemma → its group; ё may be written е."""
    tables = load_toml("relevance.toml")
    return {form: group for group in _GROUPS for lemma in tables[group] for form in (lemma, lemma.replace("ё", "е"))}


# ---------------------------------------------------------------- homes

_NEAR = 3
"""Tokens before a place's name."""
_PEOPLE = ("чанин", "анин", "янин")
_AROUND = {
    "BY-HM": "BY-MI",
    "RU-MOW": "RU-MOS",
    "RU-SPE": "RU-LEN",
    "UZ-TK": "UZ-TO",
    "KZ-75": "KZ-19",
    "UA-30": "UA-32",
}
"""A capital that is a region of its own is at home in the region around it."""
Home = tuple[str, str]
"""Country and region («BY», «BY-MI»); the region is '' for the country itself."""


def _homes(context: Context) -> dict[str, Home]:
    """The homes of the places by their ids, and of authorities by the places they govern.

    A place that the gazetteer lacks is at home where the place told right behind it is («Примерского района
    Тверской области»), or else for itself.
    """
    places = {entity.id: _home(entity) for entity in context.found.entities if entity.type in PLACE_TYPES}
    mentions = context.found.mentions
    for mention, following in pairwise(mentions):
        unknown = mention.entity in places and places[mention.entity][1] == mention.entity
        if unknown and mention.last == following.first and following.entity in places:
            places[mention.entity] = places[following.entity]
    return places | {id_: places[seat] for id_, seat in context.found.seats.items() if seat in places}


def _homes_in_sentences(context: Context, known: dict[str, Home]) -> list[list[Home]]:
    """The homes of the places that each sentence names, means by an authority, an adjective or their people."""
    homes = [
        [known[mention.entity] for mention in context.mentions_in(one.start, one.end) if mention.entity in known]
        for one in context.layout.sentences
    ]
    for index, found in context.layout.words:
        if (home := _home_of_form(found.form)) is not None:
            homes[context.layout.sentence_of_token[index]].append(home)
    return homes


def _acting(context: Context, known: dict[str, Home]) -> set[Home]:
    """The homes of places that an authority governs, or that stand behind a word of local government or contact."""
    homes = set()
    for mention in context.found.mentions:
        home = known.get(mention.entity)
        if home is None or not home[1]:
            continue
        before = context.layout.tokens[max(0, mention.first - _NEAR) : mention.first]
        groups = {_listed(token.word.form)[1] for token in before if token.word is not None}
        if mention.entity in context.found.seats or "local" in groups or "contact" in groups:
            homes.add(home)
    return homes


def _share_of_capitals(context: Context) -> float:
    places = [context.by_id[mention.entity] for mention in context.found.mentions]
    near = [place for place in places if place.type in ("city", "region")]
    return sum(place.name in gazetteer().capitals for place in near) / max(1, len(near))


def _home(entity: Entity) -> Home:
    place = by_id(entity.geonames) if entity.geonames is not None else None
    country = entity.country or ""
    if entity.type == "country":
        return country or entity.id, ""
    admin = (place.admin if place else "") or entity.id
    return country, _AROUND.get(admin, admin)


@lru_cache(maxsize=50_000)
def _home_of_form(form: str) -> Home | None:
    """«белорусский» → Belarus, «гомельской» → Gomel oblast, «смоляне» → Smolensk oblast."""
    found = word(form)
    adjective, noun = "ADJF" in found.parts, "NOUN" in found.parts
    if not adjective and not noun:
        return None
    for lemma in sorted(found.lemmas):
        if adjective and lemma.endswith(("ский", "цкий", "ской")):
            adjectives = [lemma]
        elif noun and (lemma.endswith(_PEOPLE) or is_people(lemma)):
            adjectives = adjectives_of_people(lemma)
        else:
            continue
        for one in adjectives:
            place = known_place(one)
            if place is not None:
                return place.country, "" if place.type == "country" else _AROUND.get(place.admin, place.admin)
    return None


def _meet(homes: set[Home]) -> bool:
    """Are there two homes, neither of them in the other, one of them at least inside a country?"""
    regions = {home for home in homes if home[1]}
    return len(regions) > 1 or any(country != home for country, _ in homes for home, _ in regions)


@cache
def _weights() -> tuple[float, ...]:
    """The bias, then one weight for each of `Features`, in their order."""
    weights: list[float] = load_toml("relevance_weights.toml")["weights"]
    return tuple(weights)
