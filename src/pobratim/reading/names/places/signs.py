"""Signs in the words around a name that it is a place's, and the cases in which it then stands:
«из Гирсовки», «в Гирсовке», «жители Гирсовки», «договор с Гирсовкой», «Омск, Гирсовка и Тверь»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import nationalities, titles
from pobratim.reading.names.people.fullnames import given_readings, patronymic_gender
from pobratim.reading.names.places.placenames import matches, place_words
from pobratim.reading.once import union
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import ADJECTIVE, STROKES, Sentence, Token

Cases = frozenset[str]
NONE: Cases = frozenset()


def sign_of(tokens: Sequence[Token], sentence: Sentence, first: int, last: int) -> Cases:
    """The cases of a place's name at tokens ``first`` to ``last``, empty where nothing says it is one.

    A name goes on where another capital follows («из Ивана Петрова»): then there is no sign.
    """
    if first <= sentence.first:
        return NONE
    if last < sentence.last and _goes_on(tokens[last]):
        words = tokens[last : min(last + 2, sentence.last)]
        if len(words) == 2 and all(map(_goes_on, words)) and (cases := beside_its_kind(tokens, sentence, first)):
            return cases  # «губернатор аймака Орхон Дамдинсурэн Батлут»
        return owned(tokens, sentence, first) if governed(tokens, sentence, first, last) else NONE
    return next((cases for rule in SIGN_RULES if (cases := rule(tokens, sentence, first))), NONE)


def in_country(tokens: Sequence[Token], sentence: Sentence, last: int) -> bool:
    """Does a country or region stand in brackets behind the name («Гирсовка (Молдова)»), or a country behind a comma
    as the rest of a line («– Гирсовка, Молдова»)?"""
    if last + 1 >= sentence.last:
        return False
    if tokens[last].text == "," and last - sentence.first <= _OPENING_LINE:
        return any(
            place.type == "country" and last + 1 + length == sentence.last
            for length, place in matches(tokens[last + 1 : sentence.last])
        )
    if tokens[last].text != "(":
        return False
    return any(place.type != "city" for _, place in matches(tokens[last + 1 : min(last + 4, sentence.last)]))


_OPENING_LINE = 3
"""Tokens up to the comma of «– Гирсовка, Молдова»."""


def governed(tokens: Sequence[Token], sentence: Sentence, first: int, last: int) -> bool:
    """«мэр Гирсовки Иван Петров»: an office, then the town, then the whole name of a person."""
    words = tokens[last : min(last + 2, sentence.last)]
    return tokens[first - 1].lemma in titles() and _person(words)


def _goes_on(token: Token) -> bool:
    return token.word is not None and token.capital and not token.text.isupper()


def _person(words: Sequence[Token]) -> bool:
    """Given name and surname, so that the word before them is neither («мэр Гирсовки Иван Петров»)."""
    return (
        len(words) == 2
        and all(_goes_on(token) for token in words)
        and bool(given_readings(words[0].lower))
        and not patronymic_gender(words[1].lower)
    )


def out_of(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«из Гирсовки», «вблизи Гирсовки»."""
    return frozenset({"gent"}) if tokens[first - 1].lower in place_words("signs", "out_of") else NONE


def inside(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«в Гирсовке», «в Гирсовку»."""
    return frozenset({"loct", "accs"}) if tokens[first - 1].lower in ("в", "во") else NONE


def owned(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«жители Гирсовки», «делегация Гирсовки»."""
    return frozenset({"gent"}) if tokens[first - 1].lemma in place_words("town", "owners") else NONE


def hosted(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«(Омск —) в гостях у Гирсовки»: a town as the host of others."""
    if first - 2 < sentence.first or tokens[first - 1].lower != "у" or tokens[first - 2].lower != "гостях":
        return NONE
    towns = (place for token in tokens[sentence.first : first - 2] if token.capital for _, place in matches([token]))
    return frozenset({"gent"}) if any(place.type == "city" for place in towns) else NONE


def called_behind(tokens: Sequence[Token], sentence: Sentence, last: int) -> bool:
    """«посланцы Гирсовки — армянского города-побратима»: what it is, behind a dash."""
    if last + 1 >= sentence.last or tokens[last].text not in STROKES:
        return False
    at = last + 1
    while at < min(sentence.last - 1, last + _DESCRIBED) and tokens[at].is_mostly(ADJECTIVE):
        at += 1
    told = tokens[at].word
    return told is not None and not told.lemmas.isdisjoint(place_words("signs", "twins")) and not told.is_pos("INFN")


_DESCRIBED = 3
"""Tokens behind the dash in which the noun for a town stands."""


def joined_with(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«договор с Гирсовкой», «дружит с Гирсовкой»: what a place has with a place."""
    if tokens[first - 1].lower not in ("с", "со") or first - 2 < sentence.first:
        return NONE
    return frozenset({"ablt"}) if tokens[first - 2].lemma in place_words("signs", "joined") else NONE


def across_a_dash(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«У Омска договор с Брестом, Тары – с Гирсовкой»: joined with a town, the verb left out."""
    if first - 3 < sentence.first or tokens[first - 2].text not in STROKES:
        return NONE
    if tokens[first - 1].lower not in ("с", "со"):
        return NONE
    town = tokens[first - 3]
    return frozenset({"ablt"}) if town.capital and any(p.type == "city" for _, p in matches([town])) else NONE


def visited(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«посетили Гирсовку»."""
    return frozenset({"accs"}) if tokens[first - 1].lemma in place_words("signs", "visited") else NONE


def national(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«американский Аппелтон», «из сербского Зренянина»."""
    before = tokens[first - 1]
    if before.word is None or before.capital:
        return NONE
    if before.word.lemmas.isdisjoint(union(nationalities(), place_words("signs", "describing"))):
        return NONE
    cases = frozenset(p.case for p in before.word.parses if p.case and p.pos == "ADJF" and p.number == "sing")
    return cases - {"accs"} if before.lower.endswith(("ого", "его")) else cases  # «немецкого Гирса» is no accusative


def owned_abroad(tokens: Sequence[Token], sentence: Sentence, first: int) -> bool:
    """«делегация немецкого Гирсберга»: an adjective of a land between those who come and where from."""
    if first - 2 < sentence.first or "gent" not in national(tokens, sentence, first):
        return False
    return bool(owned(tokens, sentence, first - 1))


def beside_its_kind(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«общины Зренянин», «района Айгунь»: foreign names stay undeclined."""
    return frozenset({"nomn"}) if tokens[first - 1].lemma in place_words("town", "undeclined") else NONE


def told_as_twins(tokens: Sequence[Token], sentence: Sentence, first: int) -> Cases:
    """«два побратима в Италии – это Гирсовка и …», «города-побратимы: Гирсовка, …»."""
    opening = first - 1 - (tokens[first - 1].lower == "это")
    if opening <= sentence.first or tokens[opening].text not in "–—-:":
        return NONE
    before = tokens[max(sentence.first, opening - _TWINS_BEFORE) : opening]
    twins = [t for t in before if t.word is not None and not t.word.lemmas.isdisjoint(place_words("signs", "twins"))]
    return frozenset({"nomn"}) if twins and not any(t.lemma in titles() for t in before) else NONE


_TWINS_BEFORE = 6
"""Tokens before the dash in which the twins are told."""

SIGN_RULES: tuple[Callable[[Sequence[Token], Sentence, int], Cases], ...] = (
    out_of,
    inside,
    owned,
    hosted,
    joined_with,
    across_a_dash,
    visited,
    national,
    beside_its_kind,
    told_as_twins,
)

_PREPOSITIONS = {
    "к": "datv", "ко": "datv", "по": "datv", "о": "loct", "об": "loct", "от": "gent", "до": "gent", "для": "gent",
    "из": "gent", "у": "gent", "с": "ablt", "со": "ablt", "между": "ablt", "под": "ablt", "над": "ablt",
    "через": "accs", "на": "loct", "при": "loct", "возле": "gent", "около": "gent", "после": "gent", "вокруг": "gent",
}  # fmt: skip


def expected_cases(tokens: Sequence[Token], sentence: Sentence, first: int, last: int) -> Cases:
    """The cases that the words before a place's name ask for; the nominative where they ask for none.

    In a row («между Омском, Тверью и Гирсовкой») these are the words before its first member.
    """
    if cases := sign_of(tokens, sentence, first, last):
        return cases
    at = _row_start(tokens, sentence, first)
    if at <= sentence.first:
        return frozenset({"nomn"})
    before = tokens[at - 1]
    if case := _PREPOSITIONS.get(before.lower):
        return frozenset({case})
    if before.lower in ("в", "во"):
        return frozenset({"loct", "accs"})
    if before.word is None:
        told = tokens[at - 2] if at - 2 >= sentence.first else before
        if told.lemma in place_words("town", "heads") and told.word is not None:  # «из городов – Гирсовки, Омска»
            return frozenset({p.case for p in told.word.parses if p.case} | {"nomn"})
        return frozenset({"nomn"}) if before.text in "–—:(" else NONE
    if before.lemma in place_words("region", "naming"):  # «штатами Гирс и Сангир»
        return frozenset({"nomn"})
    if before.word.pos == "NOUN":
        if before.lemma not in place_words("town", "heads"):
            return frozenset({"gent"})
        return frozenset({p.case for p in before.word.parses if p.case} | {"nomn"})  # «городом Гирсом», «городом Гирс»
    return NONE if before.word.pos in ("ADJF", "PRTF", "VERB", "INFN", "CONJ") else frozenset({"nomn"})


def _row_start(tokens: Sequence[Token], sentence: Sentence, first: int) -> int:
    """Where the row of names begins that the one at ``first`` belongs to: «Ниша, Бара (Черногория), а также …»."""
    at = first
    while True:
        i = at - 1
        while i > sentence.first and tokens[i].lower in ("и", ",", "а", "также"):
            i -= 1
        if i > sentence.first and tokens[i].text == ")" and i < at - 1:
            i = next((j for j in range(i, sentence.first, -1) if tokens[j].text == "("), i) - 1
        if i == at - 1 or i <= sentence.first or not tokens[i].capital:
            return at
        at = i
        while at - 1 > sentence.first and tokens[at - 1].capital:
            at -= 1


_JOINTS = frozenset({"и", "–", "—", "-", "/"})


def in_row(tokens: Sequence[Token], sentence: Sentence, i: int, sure: frozenset[int]) -> bool:
    """Does the word at ``i`` stand in one row with a town («Гирсовка и Омск», «Омск, Гирсовка и Тверь»)?

    ``sure`` are the tokens of places that nothing leaves in doubt.
    """
    left = tokens[i - 1].lower if i - 1 > sentence.first else ""
    right = tokens[i + 1].lower if i + 2 < sentence.last else ""
    town = i + 2 < sentence.last and tokens[i + 2].lower in {"г", "г.", "город"}  # «Лида и г. Гирс»
    before, after = i - 2 in sure, i + 2 in sure or (town and not sure.isdisjoint({i + 3, i + 4}))
    if (left in _JOINTS and before) or (right in _JOINTS and after):
        return True
    return (left == "," and before and right in (",", "и") and tokens[i + 2].capital) or (
        right == "," and after and left in (",", "и") and tokens[i - 2].capital
    )


@cache
def institutions() -> tuple[str, ...]:
    """How abbreviated names of authorities and companies begin («Минздрав», «Роскосмос»)."""
    return tuple(load_toml("places/phrases.toml")["signs"]["institutions"])


# ---------------------------------------------------------------- signs that a name is no town's

_STREETS = 8
"""Tokens back in which «улицам» may stand before the last of its names."""
_STREET = frozenset({"ул", "пр", "просп", "пл", "пер", "бул", "наб", "мкр", "мкрн", "пр-т", "р-н"})
_ENDINGS = {
    ("ий", "ый", "ой"): "masc",
    ("ое", "ее"): "neut",
    ("ая", "яя"): "femn",
    ("ие", "ые"): "plur",
}


def in_streets(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«по улицам Февральской и Свердлова», «в микрорайонах Юг и Билево»: one of several streets."""
    at = i
    while at > sentence.first and i - at < _STREETS:
        at -= 1
        token = tokens[at]
        if token.word is not None and not token.word.lemmas.isdisjoint(place_words("town", "other")):
            return at < i - 1 and any(p.number == "plur" for p in token.word.parses)
        if not token.capital and token.text not in {",", "и"}:
            break
    return i - 2 >= sentence.first and tokens[i - 1].text == "." and tokens[i - 2].lower in _STREET


def beside_water(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«город на Бегее», «район на Десне»: what a town stands on is a river."""
    if i - 2 < sentence.first or tokens[i - 1].lower != "на":
        return False
    before = tokens[i - 2]
    opening = i - 2 == sentence.first
    return (before.text.islower() or opening) and before.lemma in place_words("town", "on_water")


def is_quoted(tokens: Sequence[Token], i: int) -> bool:
    """«Автомобиль «Славута»», «команда «Гомель»»: what bears the name of a place alone between quotation marks."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].text in '«"“„' and tokens[i + 1].text in '»"”“'


def is_attribute(tokens: Sequence[Token], sentence: Sentence, i: int, name: str) -> bool:
    """«Московского проспекта», «Озёрный край», «в Белом доме»: an adjective with its noun, no town of that name;
    nor in a gender that the town's name has not («Советская»)."""
    word = tokens[i].word
    gender = next((g for endings, g in _ENDINGS.items() if name.endswith(endings)), None)
    if word is None or gender is None:
        return False
    if word.pos == "ADJS":
        return True  # «(бургомистр) Лиха» is no form of Лихой
    forms = [p for p in word.parses if p.pos == "ADJF" or p.lemma.endswith(("ский", "цкий"))]
    if not forms:
        return False  # «Каменского (сельсовета)» is a surname for the dictionary
    if not any(gender == ("plur" if p.number == "plur" else p.gender) for p in forms):
        return not any(p.has("Geox") for p in word.parses)
    following = tokens[i + 1].word if i + 1 < sentence.last else None
    if following is None or following.pos != "NOUN":
        return False
    if not is_known(tokens[i + 1].text) and tokens[i + 1].capital:
        return False
    if any("Geox" in p.tags or "Name" in p.tags or "Surn" in p.tags for p in following.parses[:1]):
        return False
    nouns = {(p.case, p.number, p.gender if p.number == "sing" else None) for p in following.parses if p.pos == "NOUN"}
    return any((p.case, p.number, p.gender if p.number == "sing" else None) in nouns for p in forms)
