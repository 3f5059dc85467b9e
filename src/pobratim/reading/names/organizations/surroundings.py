"""Names that only their surroundings make: a house named after somebody («музей Бунина»), a medium behind «Источник:»,
a company after its legal form («ООО Ромашка»), a port by its town, an abbreviation in a row with companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.names import Name, beyond, titles
from pobratim.reading.names.organizations.heads import (
    adjectives_before,
    by_first,
    describes,
    head_of,
    in_genitive,
    legal_form,
    phrase,
    plural,
    spelled,
    words,
)
from pobratim.reading.names.organizations.quoted import OPEN
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.once import union
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Sentence, Token

HONOURING, SOURCE, UNQUOTED, IN_ROW = 86, 78, 56, 50
_LONGEST_SOURCE = 4


def honouring(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«музей Бунина», «дом-музей А. П. Чехова», «музей Мирового океана»: with whom or what it is named after."""
    tokens = layout.tokens
    people = {name.first: name for name in tagged if name.kind == "PER"}
    located = {i for place in places for i in range(place.first, place.last)}
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last - 1):
            token = tokens[i]
            if token.word is None or token.lemma not in words("institution", "honouring") or plural(token):
                continue
            last = people[i + 1].last if i + 1 in people else _honoured(tokens, i + 1, sentence.last, located)
            first = adjectives_before(tokens, i, sentence.first)
            of_an_officer = first > 0 and tokens[first - 1].lemma in titles() and i + 1 in people
            if last is not None and last < sentence.last and tokens[last].text in OPEN:
                continue  # «усадьба Грибоедовых «Хмелита»»
            if last is None or of_an_officer or not all(in_genitive(tokens[k]) for k in range(i + 1, last)):
                continue
            shown = phrase(tokens[first : i + 1])
            whom = [t.text for t in tokens[i + 1 : last]]
            yield Name(
                first,
                last,
                "organization",
                f"{shown} {' '.join(whom)}".replace(" .", "."),
                HONOURING,
                aliases=(f"{shown} {whom[-1]}",) if len(whom) > 1 and i + 1 in people else (),
            )


def _honoured(tokens: Sequence[Token], at: int, stop: int, located: set[int]) -> int | None:
    """Where a name in the genitive ends that is nobody's and no place («Эрьзи», «Мирового океана»); None if none
    stands there."""
    token = tokens[at]
    if token.word is None or not token.capital or token.text.isupper() or at in located or token.text.isascii():
        return None
    if token.word.pos == "NOUN" or not is_known(token.text):
        alone = not (at + 1 < stop and tokens[at + 1].capital)
        strange = not is_known(token.text) and token.lower.endswith(("и", "ы", "а", "я"))  # «музей Эрьзи»
        return at + 1 if alone and (strange or _fits_genitive(token)) else None
    after = tokens[at + 1] if at + 1 < stop else None
    if after is None or after.word is None or token.word.pos != "ADJF" or after.word.pos != "NOUN":
        return None
    return at + 2 if after.text.islower() and _fits_genitive(token) and _fits_genitive(after) else None


def _fits_genitive(token: Token) -> bool:
    return token.word is not None and any(p.case == "gent" for p in token.word.parses[:4])


def sources(layout: Layout, taken: set[int]) -> Iterator[Name]:
    """«Источник: Вечерний Энск» at the end of a paragraph: a medium."""
    tokens = layout.tokens
    for paragraph in layout.paragraphs:
        sentence = layout.sentences[paragraph.last - 1]
        first = sentence.first + 2
        if sentence.last <= first or tokens[first - 2].lower != "источник" or tokens[first - 1].text != ":":
            continue
        last = sentence.last
        while last > first and tokens[last - 1].word is None:
            last -= 1
        while first < last and (tokens[first].word is None or describes(tokens[first])):
            first += 1
        inside = tokens[first:last]
        if not inside or len(inside) > _LONGEST_SOURCE or not taken.isdisjoint(range(first, last)):
            continue
        if tokens[first].capital and all(token.word is not None for token in inside):
            yield Name(first, last, "organization", " ".join(token.text for token in inside), SOURCE)


def in_capitals(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """«ВМФ России», «ЦИК Беларуси»: a body known by its capitals, with its country."""
    tokens = layout.tokens
    for place in places:
        before = tokens[place.first - 1] if place.first else None
        if before is None or not before.text.isupper() or before.lower not in words("authority", "in_capitals"):
            continue
        if place.type == "country" and in_genitive(tokens[place.first]):
            inside = tokens[place.first - 1 : place.last]
            yield Name(place.first - 1, place.last, "organization", spelled(inside), HONOURING)


def ports(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """«порт Оля»: by the name of its town behind."""
    tokens = layout.tokens
    located = by_first(places)
    for i in range(len(tokens) - 1):
        token, after = tokens[i], tokens[i + 1]
        if not after.capital or token.word is None or token.word.lemmas.isdisjoint(words("company", "ports")):
            continue
        if plural(token):
            continue  # «порты Астраханской области»
        place = located.get(i + 1)
        if place is not None and place.type == "country":
            continue  # «крупнейший порт Китая»
        if place is None and (after.word is None or describes(after) or not _of_a_place(after)):
            continue
        last = place.last if place is not None else i + 2
        while place is None and last < len(tokens) and tokens[last].capital and not is_known(tokens[last].text):
            last += 1
        yield Name(
            i,
            last,
            "organization",
            f"{phrase([token])} {spelled(tokens[i + 1 : last])}",
            HONOURING,
            inner=[place] if place is not None else [],
        )


def _of_a_place(token: Token) -> bool:
    return not is_known(token.text) or bool(token.word and token.word.with_tags("Geox"))


def abbreviations(layout: Layout, names: Sequence[Name], places: Sequence[Name]) -> Iterator[Name]:
    """«БКСХ, «Савушкин продукт» и молочный комбинат»: an unknown abbreviation in a row with companies."""
    tokens = layout.tokens
    starts = {name.first: name for name in names}
    taken = {i for name in (*names, *places) for i in range(name.first, name.last)}
    for i in layout.capitals:
        token = tokens[i]
        if i in taken or i + 2 >= len(tokens):
            continue
        if not (token.text.isupper() and 2 < len(token.text) < 7 and token.text.isalpha()):
            continue
        if token.text.isascii() or is_known(token.text) or token.lower in words("other", "abbreviations"):
            continue
        at = i + 2 + (tokens[i + 2].text in OPEN)
        if tokens[i + 1].text in (",", "и") and at in starts and fold(token.text) not in beyond():
            yield Name(i, i + 1, "organization", token.text, IN_ROW)


def unquoted(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«ООО Ромашка», «компания Сатурн»: a name that stands where quotation marks would."""
    tokens = layout.tokens
    located = {i for place in places for i in range(place.first, place.last)}
    kinds = {i: name.kind for name in tagged for i in range(name.first, name.last)}
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last - 1):
            token = tokens[i]
            following = tokens[i + 1]
            if not following.capital or following.word is None or token.word is None:
                continue
            if not (legal_form(token) or head_of(token) in words("company", "naming")):
                continue
            last = _capitals_end(tokens, i + 1, sentence)
            sure = legal_form(token) or all(
                _no_word(tokens[k], kinds.get(k, ""), last - i > 2) for k in range(i + 1, last)
            )
            if last == i + 1 or not sure or not located.isdisjoint(range(i + 1, last)):
                continue
            yield Name(i + 1, last, "organization", " ".join(t.text for t in tokens[i + 1 : last]), UNQUOTED)


def introduced(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """The names, those of unlisted towns that are companies made so in all their mentions: «в центре Гирс-Топ» calls
    one so in the nominative, and «детей из Гирс-Топа» is no town then."""
    called = {
        fold(name.name)
        for name in names
        if _is_unlisted(name)
        and name.first
        and head_of(layout.tokens[name.first - 1]) in words("company", "naming") | {"центр"}
        and fold(layout.tokens[name.first].text) == fold(name.name)
        and not in_genitive(layout.tokens[name.first])
    }
    return [
        replace(name, type="organization", strength=UNQUOTED)
        if _is_unlisted(name) and fold(name.name) in called
        else name
        for name in names
    ]


def _is_unlisted(name: Name) -> bool:
    return name.type == "city" and name.geonames is None and name.last - name.first == 1


def _no_word(token: Token, kind: str, several: bool) -> bool:
    """Is it a name for the tagger, or a word that is nobody's name and in no dictionary?"""
    if kind in ("ORG", "LOC"):
        return True
    named = several or token.word is None or any(p.tags & {"Name", "Surn"} for p in token.word.parses[:2])
    return not is_known(token.text) and not (kind == "PER" and named)


def _capitals_end(tokens: Sequence[Token], at: int, sentence: Sentence) -> int:
    start = at
    while at < sentence.last and at - start < 4 and tokens[at].word is not None and tokens[at].capital:
        if describes(tokens[at]) or fold(tokens[at].text) in union(words("other", "abbreviations"), beyond()):
            break
        at += 1
    return start if at - start == 1 and _no_name(tokens[start]) else at


def _no_name(token: Token) -> bool:
    """A preposition or an adjective that begins something else («АО | В соответствии …», «группы | Общественный …»)."""
    known = token.word is not None and is_known(token.text) and token.word.pos not in ("NOUN", "UNKN")
    return len(token.text) < 2 or known or fold(token.lemma) in beyond()
