"""Places: cities, regions and countries that the text names, with their GeoNames ids.

The words around a name decide what it is (город Минск, Минская область, Минский район); the gazetteer
knows its id, in any case form; the tagger finds names that the gazetteer does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.names import Name, beyond, nationalities, titles
from pobratim.reading.names.people.fullnames import given_name_weight, given_readings
from pobratim.reading.names.people.palladius import are_names
from pobratim.reading.names.places.adjectives import country_of
from pobratim.reading.names.places.forms import place_bases
from pobratim.reading.names.places.gazetteer import GazetteerPlace, fold, lookup
from pobratim.reading.names.places.initials import told_by_initials
from pobratim.reading.names.places.lands import land_of, of_governor, of_region
from pobratim.reading.names.places.left_out import left_out
from pobratim.reading.names.places.oldnames import settled
from pobratim.reading.names.places.placenames import (
    KNOWN,
    POSSIBLE,
    TYPED,
    chinese_misspelt,
    genitive_of,
    is_national,
    matches,
    misspelt_country,
    name_of,
    names_currency,
    place_words,
)
from pobratim.reading.names.places.regions import capitals, region_head, regions, sure_regions
from pobratim.reading.names.places.signs import (
    beside_water,
    expected_cases,
    in_streets,
    is_attribute,
    is_quoted,
    sign_of,
)
from pobratim.reading.names.places.small_towns import small_towns
from pobratim.reading.names.places.strengths import strength_of
from pobratim.reading.names.places.unlisted import is_raw, rows_of_towns, tagged_places, unlisted
from pobratim.reading.names.places.words import PART, no_town
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.once import union
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.phrases import agrees
from pobratim.reading.text.segments import Layout, Sentence, Token

_SMALL = frozenset({"на", "над", "под", "де", "ла", "ле", "сюр", "ам", "ан", "дер", "-"})
"""Small words within the names of towns."""


_MUNICIPAL = frozenset({"ГО", "МО", "ЗАТО"})
"""Abbreviations before the name of a district or town: «МО Тарский район» is not the town of Mo."""
_CALLED_BY = frozenset({"столица", "регион"})
"""What a place may be called by that the text names elsewhere."""


def find_places(layout: Layout, tagged: Sequence[Tagged], people: Sequence[Name] = ()) -> list[Name]:
    """The places that the text names, each mention by itself; ``people`` are those it names."""
    tagged = [part for name in tagged for part in _of_town_and_land(layout, _without_preposition(layout, name))]
    kinds = {i: name.kind for name in tagged for i in range(name.first, name.last)}
    for span in tagged:  # «Северная Африка» is not the town of Северный, «Курган Славы» not that of Курган
        if span.kind == "LOC" and span.last - span.first > 1 and layout.tokens[span.last - 1].capital:
            for i in range(span.first, span.last):
                kinds[i] = PART
    names: list[Name] = []
    heads = union(_CALLED_BY, place_words("region", "heads"))
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = layout.tokens[i]
            if not (token.capital or token.lemma in heads):
                continue
            if token.word is None or not token.word.lemmas.isdisjoint(place_words("town", "never")):
                continue
            if i == sentence.first and token.word.is_pos("ADVB"):
                continue  # «Ровно в десять …»
            if token.text in _MUNICIPAL:
                continue
            if i > sentence.first and layout.tokens[i - 1].text == "." and _glued(layout, i):
                continue  # «в зоне .РФ»
            if token.lemma == "столица":
                names.extend(capitals(layout, sentence, i))
            elif token.lemma == "регион":
                names.extend(of_region(layout, sentence, i))
            elif region_head(token):
                names.extend(regions(layout, sentence, i))
            elif token.capital and (land := land_of(token.lower)) is not None:
                names.append(name_of(land, i, i + 1, KNOWN + 5))
            if token.capital:
                names.extend(_known(layout, sentence, i, kinds))
    sure = {name.geonames for name in names if name.strength >= KNOWN}
    for name in names:
        if name.strength < KNOWN and name.geonames in sure:
            name.strength = KNOWN
    rows = rows_of_towns(layout, names, [name for name in tagged if name.kind == "LOC"])
    for name in names:
        if name.strength < KNOWN and name.first in rows:
            name.strength = KNOWN
    names.extend(tagged_places(layout, tagged))
    sure_regions(names)
    names = [name for name in names if name.strength > POSSIBLE]
    names.extend([*left_out(layout, names), *small_towns(layout)])
    names = [*(name for name in names if not is_raw(name)), *unlisted(layout, tagged, names, rows, people)]
    named = {name.geonames for name in names}
    for i in layout.by_lemma.get("губернатор", ()):
        sentence = layout.sentence_at(layout.tokens[i].start)
        if i > sentence.first:
            names.extend(of_governor(layout, sentence, i, named))
    return settled(told_by_initials(layout, _of_one_name(layout, names)))


def _of_one_name(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """«Бар (Черногория)», then «мэр Бара»: a town is that of its name whose country stands in brackets behind it."""
    told = {name.name: name for name in names if name.type == "city" and name.geonames and _is_told(layout, name)}
    return [
        replace(name, geonames=told[name.name].geonames, country=told[name.name].country)
        if name.type == "city" and name.name in told and not _is_told(layout, name)
        else name
        for name in names
    ]


def _is_told(layout: Layout, name: Name) -> bool:
    return name.last < len(layout.tokens) and layout.tokens[name.last].text == "("


def _is_hyphenated(place: GazetteerPlace) -> bool:
    """Has the town a hyphen in its name, and no blank in another one?"""
    return place.type == "city" and "-" in place.name and not any(" " in name for name in place.other_names)


def _is_small(token: Token) -> bool:
    return token.lower == token.text and token.lower not in _SMALL


def _glued(layout: Layout, i: int) -> bool:
    """Does the word follow a stop that a blank stands before?"""
    stop = layout.tokens[i - 1]
    return stop.end == layout.tokens[i].start and layout.text[stop.start - 1 : stop.start].isspace()


def _of_town_and_land(layout: Layout, name: Tagged) -> list[Tagged]:
    """«Гродно | Республики Беларусь»: a town and the republic behind it that the tagger takes for one name."""
    second = layout.tokens[name.first + 1] if name.last - name.first > _TOWN_AND_LAND else None
    if name.kind != "LOC" or second is None or second.lower != "республики":
        return [name]
    return [replace(name, last=name.first + 1), replace(name, first=name.first + 1)]


_TOWN_AND_LAND = 2


def _without_preposition(layout: Layout, name: Tagged) -> Tagged:
    """The tagger takes «Из Гирсовки», «Сербская Гирсовка», «Дружба Омска» at the beginning of a sentence for a name of
    two words."""
    token = layout.tokens[name.first]
    if name.last - name.first < 2 or token.word is None:
        return name
    following = layout.tokens[name.first + 1]
    of_country = not token.word.lemmas.isdisjoint(nationalities()) and not is_known(following.text)
    owned = name.last - name.first == 2 and token.word.pos == "NOUN" and _is_of_town(following)
    if token.word.pos == "PREP" or ((of_country or owned) and _begins_sentence(layout, name.first)):
        return Tagged(name.first + 1, name.last, name.kind)
    return name


def _is_of_town(token: Token) -> bool:
    """Is it the genitive of a town of the gazetteer («дружба | Омска»)?"""
    towns = (place for length, place in matches([token]) if length == 1 and place.type == "city")
    return any(genitive_of(token, town) for town in towns)


def _begins_sentence(layout: Layout, index: int) -> bool:
    return any(sentence.first == index for sentence in layout.sentences)


# ---------------------------------------------------------------- by the gazetteer


def _known(layout: Layout, sentence: Sentence, i: int, kinds: dict[int, str]) -> Iterator[Name]:
    tokens = layout.tokens
    token = tokens[i]
    before = tokens[i - 1] if i > sentence.first else None
    typed = _town_before(layout, sentence, i) and not _begins_person(tokens, sentence, i, kinds)
    found = False
    fitting = list(matches(tokens[i : min(i + 4, sentence.last)]))
    if not fitting and (kinds.get(i) == "LOC" or sign_of(tokens, sentence, i, i + 1)):
        fitting = list(_by_ending(tokens, sentence, i))
    if not fitting and (place := chinese_misspelt(token.lower)) is not None:
        fitting = [(1, place)]
    if not fitting and kinds.get(i) in ("LOC", "PER") and (country := misspelt_country(token.lower)):
        fitting = [(1, country)]
    if len(fitting) > 1:
        fitting = _in_brackets(tokens, i, sentence, fitting) or _of_adjective(tokens, i, sentence, fitting) or fitting
    for length, place in fitting:
        if place.name == "Остров" and i + 1 < sentence.last and tokens[i + 1].lower == "свободы":
            yield from (name_of(cuba, i, i + 2, TYPED) for cuba in lookup("куба") if cuba.type == "country")
            return
        if place.type == "city" and _of_another_gender(token.lower, place.name):
            continue  # «Высокое» is no form of Высокий
        if place.type == "city" and length == 1 and not typed and _describes_next(tokens, sentence, i):
            continue  # «в «Славянском единстве»»
        if place.type == "city" and _of_a_woman(token.lower, place.name):
            continue  # «до Соколовой»: a street, no form of Соколов
        found = True
        if not all(t.capital or t.lower in ("и", "на") or length > 1 for t in tokens[i : i + length]):
            continue
        if length > 1 and _is_hyphenated(place) and any(map(_is_small, tokens[i : i + length])):
            continue  # «Старый город» is no Старый-Город
        if before is not None and not place.country and before.lemma in place_words("town", "honours"):
            return
        if length == 1 and not typed and is_quoted(tokens, i):
            continue
        if place.type == "country" and names_currency(tokens, i):
            continue  # «долларов США»
        if length == 1 and place.type == "country" and before is not None and _is_part(before):
            continue  # «Южная Америка», «Восточная Германия»; the two Koreas are names of their own
        town = place.type == "city" and not typed
        if length == 1 and town and is_attribute(tokens, sentence, i, place.name):
            continue
        if before is not None and no_town(before) and not _town_of(token, place):
            return
        if town and (beside_water(tokens, sentence, i) or in_streets(tokens, sentence, i)):
            return
        if fold(token.lemma) in beyond() and not typed and place.type == "city":
            return
        strength = strength_of(layout, sentence, i, length, place, kinds, typed=typed)
        yield name_of(place, i, i + length, strength)
        return
    if typed and not found and token.lower in _ARTICLES and i + 1 < sentence.last and tokens[i + 1].capital:
        yield Name(i, i + 2, "city", f"{token.text} {tokens[i + 1].text}", TYPED)
        return
    if (
        typed
        and not found
        and not token.text.isupper()
        and not _of_a_noun(tokens, sentence, i)
        and not token.lower.endswith(("ской", "цкой"))  # «между городами Тульской и Минской областей»
        and (not is_known(token.text) or kinds.get(i) in ("LOC", PART))
    ):
        last = i + 1
        if token.word and token.word.pos == "ADJF" and last < sentence.last and tokens[last].capital:
            last += 1  # «деревня Малые Автюки»
        elif kinds.get(i) == kinds.get(i + 1) == PART and tokens[i + 1].capital:
            last += 1  # «из города Хилтон Хэд»
        yield Name(i, last, "city", " ".join(t.text for t in tokens[i:last]), TYPED)


_ARTICLES = frozenset({"де", "ла", "ле", "эль", "лос", "лас", "сан", "санта", "нью", "форт", "порт", "сент"})
"""First words of names abroad: «город-побратим | Де Мойн»."""


def _of_a_noun(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«(Город) Донская делегация»: an adjective with its noun."""
    word, after = tokens[i].word, tokens[i + 1] if i + 1 < sentence.last else None
    if word is None or word.pos != "ADJF" or after is None or after.word is None or after.capital:
        return False
    return after.word.pos == "NOUN" and word.parses[0].case in after.word.cases


def _of_another_gender(form: str, town: str) -> bool:
    return form.endswith(("ое", "ее", "ая", "яя")) and town.endswith(("ий", "ый", "ой"))


def _of_a_woman(form: str, town: str) -> bool:
    return form.endswith(("ой", "ую")) and town.endswith(("ов", "ев", "ёв", "ин", "ын"))


def _is_part(before: Token) -> bool:
    lemmas = before.word.lemmas if before.word is not None and before.capital else frozenset()
    return not lemmas.isdisjoint(place_words("region", "parts"))


def _begins_person(tokens: Sequence[Token], sentence: Sentence, i: int, kinds: dict[int, str]) -> bool:
    """«глава города Илья Сухих»: the town has no name here, its head has."""
    follower = tokens[i + 1] if i + 1 < sentence.last else None
    return (
        follower is not None
        and follower.capital
        and kinds.get(i) == kinds.get(i + 1) == "PER"
        and given_name_weight(tokens[i].lower) > 0
        and not given_name_weight(follower.lower)
    )


def _by_ending(tokens: Sequence[Token], sentence: Sentence, i: int) -> Iterator[tuple[int, GazetteerPlace]]:
    """«мэр Ниша», «мастера из Калинкович»: towns whose form the dictionary takes for another word's."""
    found = place_bases(tokens[i].lower, expected_cases(tokens, sentence, i, i + 1))
    for base in sorted(found, key=lambda base: -found[base]):
        for place in lookup(base):
            yield 1, place
            return


def _describes_next(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«на | «Славянском | базаре»»: an adjective in a form that the town's name has as well."""
    word, following = tokens[i].word, tokens[i + 1] if i + 1 < sentence.last else None
    if word is None or not tokens[i].lower.endswith("ом") or following is None or following.word is None:
        return False
    if following.capital or not any(parse.pos == "ADJF" for parse in word.parses):
        return False
    before = tokens[max(sentence.first, i - 2) : i]
    located = any(token.lower in {"в", "во", "на", "о", "об", "при"} for token in before)
    nouns = [parse for parse in following.word.parses[:1] if parse.pos == "NOUN" and parse.case == "loct"]
    return located and any(agrees(word, parse) for parse in nouns)


def _town_of(token: Token, place: GazetteerPlace) -> bool:
    """«парки Минска», «театр Беларуси»: a place in the genitive that can be nothing else."""
    word = token.word
    geographic = word is not None and word.with_tags("Geox") and not word.with_tags("Surn")
    return bool(geographic) and genitive_of(token, place) and fold(token.text) != fold(place.name)


def _in_brackets(
    tokens: Sequence[Token], i: int, sentence: Sentence, fitting: list[tuple[int, GazetteerPlace]]
) -> list[tuple[int, GazetteerPlace]]:
    """The places of the country that stands in brackets behind the name: «Армавир (Армения)»."""
    at = i + fitting[0][0]
    if at + 1 >= sentence.last or tokens[at].text != "(":
        return []
    countries = {
        p.country for _, p in matches(tokens[at + 1 : min(at + 4, sentence.last)]) if p.type == "country"
    }
    return [(length, place) for length, place in fitting if place.country in countries]


def _of_adjective(
    tokens: Sequence[Token], i: int, sentence: Sentence, fitting: list[tuple[int, GazetteerPlace]]
) -> list[tuple[int, GazetteerPlace]]:
    """The places of the country whose adjective stands before the name: «польского Люблина»."""
    country = country_of(tokens[i - 1]) if i > sentence.first and is_national(tokens[i - 1]) else None
    return [(length, place) for length, place in fitting if country and place.country == country]


def _holder_of(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """«мэр города Владимир Петров»: a given name and a surname behind an office, and no town of Vladimir."""
    at = i - 2
    if at > sentence.first and is_national(tokens[at]):
        at -= 1  # «мэр китайского города Пань Лиго»
    if i + 1 >= sentence.last or at < sentence.first or tokens[at].word is None:
        return False
    office = tokens[at].lemma in titles() or tokens[at].lemma in place_words("town", "governed")
    after = tokens[i + 1]
    if after.word is None or not after.capital:
        return False
    if office and not is_known(after.text) and are_names(tokens[i].lower, after.lower, held=True):
        return True  # «мэр города Пань Лиго»
    least = 0.0 if after.word.with_tags("Surn") else 1.0
    given = any(option.weight > least for option in given_readings(tokens[i].lower))
    surname = not any(option.weight > 1 for option in given_readings(after.lower))
    return office and given and surname


def _town_before(layout: Layout, sentence: Sentence, i: int) -> bool:
    tokens = layout.tokens
    if i > sentence.first and tokens[i - 1].word is not None:
        if tokens[i - 1].text in _MUNICIPAL and not tokens[i].text.isupper():
            return True  # «глава ГО Самара»
        return tokens[i - 1].lemma in place_words("town", "heads") and not _holder_of(tokens, sentence, i)
    return (
        i - 1 > sentence.first
        and tokens[i - 1].text == "."
        and tokens[i - 2].text in ("г", "гор", "пос", "д", "с", "аг", "дер", "ст", "х", "пгт", "рп", "п")
    )
