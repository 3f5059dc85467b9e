"""Regions, districts and capitals by the words around them: «Омская область», «Псковский и Могилёвский
районы», «Заводской район Минска», «Республика Татарстан», «донская столица», «столица Татарстана»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import Name, nationalities
from pobratim.reading.names.places.gazetteer import GazetteerPlace, base_forms, gazetteer, lookup
from pobratim.reading.names.places.lands import republic, state_in_full, unambiguous
from pobratim.reading.names.places.placenames import (
    KNOWN,
    POSSIBLE,
    TYPED,
    chinese_misspelt,
    genitive_of,
    is_adjective,
    matches,
    name_of,
    place_phrases,
    place_words,
    rank,
)
from pobratim.reading.text.inflection import inflect, recase
from pobratim.reading.text.morph import is_known, word
from pobratim.reading.text.segments import Layout, Sentence, Token

# ---------------------------------------------------------------- «столица Татарстана», «донская столица»


def capitals(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    tokens = layout.tokens
    adjective = tokens[i - 1].word if i > sentence.first else None
    if adjective is not None:
        cities = place_phrases()["capital"]
        city = next((cities[lemma] for lemma in sorted(adjective.lemmas) if lemma in cities), "")
        if city and not _of_a_land(tokens[i + 1 : min(i + 5, sentence.last)]):
            yield from _resolved(city, "city", i - 1, i + 1, TYPED + 5)
            return
        if not adjective.lemmas.isdisjoint(place_words("region", "figurative")):
            return  # «самоварная столица России»
    if i + 2 < sentence.last and tokens[i + 1].lower == "республики" and tokens[i + 2].capital:
        for length, place in matches(tokens[i + 2 : min(i + 6, sentence.last)]):
            if place.centre and not _named_next(tokens, i + 2 + length, sentence.last, place.centre):
                yield from _capital_of(place, i, i + 2, length)
                return
    if i + 1 < sentence.last and tokens[i + 1].capital and tokens[i + 1].word:
        if part := next(
            (x for x in base_forms(tokens[i + 1].lower) if x in place_phrases()["capital_of"]), None
        ):
            yield from _resolved(place_phrases()["capital_of"][part], "city", i, i + 2, TYPED + 5)
            return
        for length, place in matches(tokens[i + 1 : min(i + 5, sentence.last)]):
            if place.centre and not _named_next(tokens, i + 1 + length, sentence.last, place.centre):
                yield from _capital_of(place, i, i + 1, length)
                return


def _capital_of(place: GazetteerPlace, first: int, land: int, length: int) -> Iterator[Name]:
    """The city that the phrase from ``first`` on means, with the land that is named in it at ``land``."""
    inner = name_of(place, land, land + length, KNOWN)
    for city in _resolved(place.centre, "city", first, land + length, TYPED + 5, place.country):
        city.inner.append(inner)
        yield city


def _of_a_land(following: Sequence[Token]) -> bool:
    """«северная столица | Омской области»: not the one that is called so without more."""
    if not following or not following[0].capital:
        return False
    behind = following[min(1, len(following) - 1)]
    return region_head(behind) != "" or any(place.type == "region" for _, place in matches(following))


def _named_next(tokens: Sequence[Token], at: int, stop: int, city: str) -> bool:
    """«в столице Калмыкии – Элисте», «столице Чечни городе Грозном»: the city says its own name."""
    while at < stop and (tokens[at].text in _APPOSING or tokens[at].lemma == "город"):
        at += 1
    return at < stop and any(place.name == city for _, place in matches(tokens[at : min(at + 3, stop)]))


_APPOSING = frozenset({"–", "—", "-", ",", "("})


def _resolved(
    name: str, kind: str, first: int, last: int, strength: int, country: str = ""
) -> Iterator[Name]:
    places = [p for p in lookup(name) if p.type == kind and country in ("", p.country)]
    if places:
        yield name_of(places[0], first, last, strength)


# ---------------------------------------------------------------- «Омская область», «Заводской район Минска»


def region_head(token: Token) -> str:
    """«область» of «областью»: the noun that makes a region of the adjective before it; '' for another word."""
    return token.lemma if token.lemma in place_words("region", "heads") else ""


def regions(layout: Layout, sentence: Sentence, i: int) -> Iterator[Name]:
    tokens = layout.tokens
    head, kind = tokens[i], region_head(tokens[i])
    for first in range(
        max(sentence.first, i - 3), i if not _plural(head) else sentence.first
    ):  # «Китайской Народной Республики» is in the gazetteer
        length, places = gazetteer().phrases([token.lower for token in tokens[first : i + 1]])
        if places and first + length == i + 1 and length > 2:
            yield name_of(min(places, key=rank), first, i + 1, TYPED)
            return
    alone = i == sentence.first or not is_adjective(tokens[i - 1])
    if head.lemma == "республика" and (state := state_in_full(tokens, sentence, i)) is not None:
        yield state
        return
    if head.lemma == "республика" or (head.lemma == "область" and not head.capital and alone):
        yield from republic(layout, sentence, i)
    first = i
    while first > sentence.first and tokens[first - 1].lemma in place_words("region", "between"):
        first -= 1
    if kind in place_words("region", "naming") and (found := _behind_head(tokens, sentence, i)) is not None:
        yield found
        return
    if kind in place_words("region", "named_short") and (short := _undeclined(tokens, sentence, i)) is not None:
        places = [place for place in lookup(short) if place.type == "region"]
        yield name_of(places[0], i - 1, i + 1, TYPED) if places else Name(i - 1, i + 1, "region", short, TYPED)
        return
    if (name := _named_after(tokens, sentence, first, i, kind)) is not None:
        yield from region_or_district(layout, sentence, name, kind, i, i + 2)
        return
    plural = _plural(head) or _pair(tokens, sentence, first, head)
    adjectives = list(_adjectives(layout, sentence, first, plural=plural))
    for start, end in adjectives:
        words = [tokens[j].text for j in range(start, end)]
        between = [t.text for t in tokens[first:i]]
        middle = [t.text for t in tokens[first:i] if t.lemma != "муниципальный"]
        own = start == adjectives[-1][0]
        opens = start == sentence.first or tokens[start - 1].text in "–—-«\"“.:"
        if (opens and _is_common(tokens[start])) or not (plural or _agree(tokens[start], head)):
            continue  # «Соседние районы», «Наш край»; «с Гирсованом республику …»
        name = region_name(words, middle, kind)
        last = i + 1 if own else end
        for region in region_or_district(layout, sentence, name, kind, start, last):
            region.strength += plural  # «городами Энской и Омской областей»: no town of Энская
            if len(between) > len(middle):
                region.aliases = (*region.aliases, region_name(words, between, kind))
            yield region



def _named_after(tokens: Sequence[Token], sentence: Sentence, first: int, i: int, kind: str) -> str | None:
    """«муниципальный район Похвистневский»: the adjective behind the noun, in its case, nothing named before."""
    if i + 1 >= sentence.last or (first > sentence.first and is_adjective(tokens[first - 1])):
        return None
    behind, head = tokens[i + 1], tokens[i].word
    if kind not in ("район", "округ") or not behind.capital or behind.word is None or head is None:
        return None
    cases = {p.case for p in head.parses if p.number == "sing"} | {"nomn"}
    forms = [p for p in behind.word.parses if p.pos == "ADJF" and p.gender == "masc" and p.case in cases]
    following = tokens[i + 2].word if i + 2 < sentence.last else None
    if not forms or not forms[0].lemma.endswith(("ский", "цкий")):
        return None
    if following is not None and (following.pos == "NOUN" or tokens[i + 2].capital):
        return None  # «район Московского проспекта»
    return region_name([behind.text], [], kind)


def _behind_head(tokens: Sequence[Token], sentence: Sentence, i: int) -> Name | None:
    """«провинция Нгеан», «уезд Марамуреш»: the undeclined name of a foreign region that no list has."""
    if i + 1 >= sentence.last or (i > sentence.first and is_adjective(tokens[i - 1])):
        return None
    behind = tokens[i + 1]
    if not behind.capital or behind.word is None or is_known(behind.text) or is_adjective(behind):
        return None
    if (known := chinese_misspelt(behind.lower)) is not None:
        return name_of(known, i + 1, i + 2, TYPED)
    named = [place for _, place in matches([behind])]
    lands = [place for place in named if place.type == "region"]
    if lands and any(place.type == "city" for place in named):
        return name_of(lands[0], i + 1, i + 2, TYPED)  # «провинция Цзилинь», not the town of Цзилинь
    if any(place.type == "city" or place.country for place in named):
        return None
    second, third = (tokens[at] if at < sentence.last else None for at in (i + 2, i + 3))
    if second is not None and second.capital and third is not None and third.capital and len(second.text) <= _SYLLABLE:
        return None  # «руководитель провинции Нгуен Ван Тхо»: who it is, not where
    if second is not None and second.capital and max(len(behind.text), len(second.text)) <= _SYLLABLE:
        return Name(i + 1, i + 3, "region", f"{behind.text} {second.text}", TYPED)  # «провинция Нге Ан»
    return Name(i + 1, i + 2, "region", behind.text, TYPED)


_SYLLABLE = 4
"""Letters of the words that Vietnamese names are made of."""


def _undeclined(tokens: Sequence[Token], sentence: Sentence, i: int) -> str | None:
    """«Увс аймака»: the bare name of a land before the noun, no adjective and nobody's name before it."""
    before = tokens[i - 1] if i > sentence.first else None
    if before is None or not before.capital or before.word is None or is_adjective(before) or is_known(before.text):
        return None
    return before.text


def _is_common(token: Token) -> bool:
    """Is it an adjective that only the beginning of a sentence gives a capital: a known one that makes no
    region's name («Наши районы», «Соседняя область», but «Омская область», «Центральный район»)?"""
    word_ = token.word
    if word_ is None or not is_known(token.text):
        return False
    if any(p.has("Apro") for p in word_.parses) or not word_.lemmas.isdisjoint(nationalities()):
        return True
    lemma = next((p.lemma for p in word_.parses if p.pos == "ADJF"), word_.parses[0].lemma if word_.parses else "")
    if lemma in place_words("region", "common"):
        return True
    return not lemma.endswith(("ский", "цкий", "ской")) and lemma not in place_words("region", "stressed")




def _agree(adjective: Token, head: Token) -> bool:
    """May the two stand in one case and gender? So they do where morphology knows neither."""
    if adjective.word is None or head.word is None:
        return True
    ours = {(p.case, p.gender) for p in adjective.word.parses if p.pos == "ADJF" and p.number == "sing"}
    its = {(p.case, p.gender) for p in head.word.parses if p.pos == "NOUN" and p.number == "sing"}
    return not ours or not its or not ours.isdisjoint(its)


def _plural(head: Token) -> bool:
    return bool(head.word and head.word.parses and all(p.number == "plur" for p in head.word.parses[:2]))


def _pair(tokens: Sequence[Token], sentence: Sentence, end: int, head: Token) -> bool:
    """«Псковскую и Витебскую | области»: two adjectives in one case before what may be a plural."""
    if end - 3 < sentence.first or tokens[end - 2].text != "и" or head.word is None:
        return False
    pair = [tokens[end - 3], tokens[end - 1]]
    if not all(is_adjective(token) and "к" in token.lower[-4:] for token in pair):
        return False
    cases = [{p.case for p in token.word.parses if p.pos == "ADJF"} for token in pair if token.word]
    return not cases[0].isdisjoint(cases[-1]) and any(p.number == "plur" for p in head.word.parses)


def _adjectives(layout: Layout, sentence: Sentence, end: int, *, plural: bool) -> Iterator[tuple[int, int]]:
    """Spans of the capitalised adjectives before ``end``: one, or several joined by commas and «и»."""
    tokens = layout.tokens
    spans = []
    at = end
    while at > sentence.first and is_adjective(tokens[at - 1]):
        spans.append((at - 1, at))
        at -= 1
        if at - 1 <= sentence.first or not (_is_listed(tokens, at) if plural else _is_second(tokens, at)):
            break
        at -= 1
    return iter(reversed(spans))


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text in (",", "и")


def _is_second(tokens: Sequence[Token], at: int) -> bool:
    """«Курскую и | Брянскую область»: the noun is said once, in the singular, of two in one case."""
    left, right = tokens[at - 2].lower, tokens[at].lower
    return tokens[at - 1].text == "и" and left[-4:] == right[-4:] and left[-4:-2] in {"ск", "цк"}


def region_name(adjective: Sequence[str], middle: Sequence[str], head: str) -> str:
    gender = next((p.gender for p in word(head).parses if p.pos == "NOUN" and p.case == "nomn"), "femn")
    parts = [_adjective_nominative(text, str(gender)) for text in [*adjective, *middle]]
    return " ".join([parts[0][:1].upper() + parts[0][1:], *(part.lower() for part in parts[1:]), head])


_OBLIQUE = re.compile(r"(?<=[сц]к)(?:ого|ому|им|ом)$")
"""«Ивьевского», «Ивьевскому», «Ивьевским», «Ивьевском»."""


def _adjective_nominative(text: str, gender: str) -> str:
    """«Омской» → «Омская», «Западно-Казахстанской» → «Западно-Казахстанская», «Заводском» → «Заводской»."""
    form = text.title() if text.isupper() else text
    stressed = word(form).lemmas & place_words("region", "stressed")
    if stressed and gender == "masc":
        return recase(min(stressed), form)
    if gender == "masc" and (ending := _OBLIQUE.search(form)) and not any(p.pos == "ADJF" for p in word(form).parses):
        return form[: ending.start()] + "ий"  # «Верхнедвинском», which no dictionary has, looks like a noun
    found = inflect(form, "nomn", "sing", gender, like="ADJF")
    if gender == "masc" and found.endswith("ской") and not stressed:  # «Ховдинской аймак»
        return found[:-2] + "ий"
    return found


def region_or_district(
    layout: Layout, sentence: Sentence, name: str, head: str, first: int, last: int
) -> Iterator[Name]:
    tokens = layout.tokens
    places = lookup(name)
    if head in ("район", "округ"):
        at = last
        if at < sentence.last and tokens[at].lemma == "город":
            at += 1
        of_region = at + 1 < sentence.last and is_adjective(tokens[at]) and region_head(tokens[at + 1])
        for length, city in matches(tokens[at : min(at + 4, sentence.last)]) if not of_region else ():
            if city.type == "city" and tokens[at].capital and genitive_of(tokens[at], city):
                form = " ".join(token.text for token in tokens[at : at + length])
                inner = name_of(city, at, at + length, KNOWN)
                yield Name(
                    first,
                    at + length,
                    "city",
                    f"{name} {form.title() if form.isupper() else form}",
                    TYPED + 5,
                    aliases=(name,),
                    country=city.country or None,
                    inner=[inner],
                )
                return
    if head == "округ" and " городской " in name and (cities := lookup(name.split()[0])):
        yield name_of(cities[0], first, last, TYPED)
    elif place := unambiguous([p for p in places if p.type != "city"]):
        yield name_of(place, first, last, TYPED)
    elif head != "край":  # «Соловьиный край» is no region: the nine of Russia stand in the gazetteer
        yield Name(first, last, "region", name, TYPED)
    elif re.search("[сц]кий край", name) and not (lookup(f"{name[:-7]}ая область") or lookup(f"{name[:-4]} район")):
        yield Name(first, last, "region", name, POSSIBLE)


def sure_regions(names: Sequence[Name]) -> None:
    """«Лудзенский край» is one where the text names Latvia or a town of its, for there districts are called so;
    regions are in Czechia and Slovakia."""
    country = next((name.country for name in names if name.country in _KRAIS and name.strength >= KNOWN), None)
    for name in names:
        if country and name.strength == POSSIBLE and name.name.endswith(" край"):
            name.strength, name.country = TYPED, country


_KRAIS = frozenset({"LV", "CZ", "SK"})
