"""Names that only their surroundings make: what is visited («осмотрели вагоноремонтный завод»), a house named after
somebody («музей Бунина»), a medium behind «Источник:», a company after its legal form («ООО Ромашка»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pobratim.reading.gazetteer import fold
from pobratim.reading.heads import (
    adjectival,
    describes,
    head_of,
    in_genitive,
    legal_form,
    phrase,
    plural,
    pronoun,
    words,
)
from pobratim.reading.morph import is_known
from pobratim.reading.names import Name, beyond, titles
from pobratim.reading.quoted import OPEN
from pobratim.reading.segments import Layout, Sentence, Token
from pobratim.reading.tagger import Tagged

VISITED, HONOURING, SOURCE, UNQUOTED = 45, 86, 78, 56
_LONGEST_SOURCE = 4


def visited(layout: Layout) -> Iterator[Name]:
    """«Гостям показали вагоноремонтный завод», «побывали в краеведческом музее»: one institution of its kind,
    told apart by an adjective of its trade, in a sentence of a tour."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        verb = next(
            (i for i in range(sentence.first, sentence.last) if tokens[i].lemma in words("visited", "verbs")), None
        )
        if verb is None:
            continue
        for i in range(verb + 2, sentence.last):
            first = i
            while first > verb + 1 and _of_a_trade(tokens[first - 1]):
                first -= 1
            named_behind = i + 1 < sentence.last and tokens[i + 1].text in OPEN
            if first < i and _institution(tokens[i]) and not plural(tokens[i]) and not named_behind:
                yield Name(first, i + 1, "organization", phrase(tokens[first : i + 1]), VISITED)


def _institution(token: Token) -> bool:
    return token.text.islower() and head_of(token) in words("visited", "heads")


def _of_a_trade(token: Token) -> bool:
    return (
        token.text.islower()
        and token.word is not None
        and token.word.pos == "ADJF"
        and not pronoun(token)
        and token.lemma not in words("visited", "common")
        and (not token.lemma.endswith(("ский", "цкий")) or token.lemma in words("visited", "trades"))
    )


def honouring(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[Name]:
    """«музей Бунина», «дом-музей А. П. Чехова»: with the one whom it is named after."""
    tokens = layout.tokens
    people = {name.first: name for name in tagged if name.kind == "PER"}
    for i, token in enumerate(tokens):
        person = people.get(i + 1)
        if person is None or token.word is None or token.lemma not in words("institution", "honouring"):
            continue
        surname = tokens[person.last - 1]
        first = i - 1 if i and tokens[i - 1].capital and adjectival(tokens[i - 1]) else i
        of_an_officer = first > 0 and tokens[first - 1].lemma in titles()
        genitive = all(in_genitive(tokens[k]) for k in range(i + 1, person.last))
        if plural(token) or not genitive or of_an_officer:
            continue
        shown = phrase(tokens[first : i + 1])
        whom = [t.text for t in tokens[i + 1 : person.last]]
        yield Name(
            first,
            person.last,
            "organization",
            f"{shown} {' '.join(whom)}".replace(" .", "."),
            HONOURING,
            aliases=(f"{shown} {surname.text}",) if len(whom) > 1 else (),
        )


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


def _no_word(token: Token, kind: str, several: bool) -> bool:
    """Is it a name for the tagger, or a word that is nobody's name and in no dictionary?"""
    if kind in ("ORG", "LOC"):
        return True
    named = several or token.word is None or any(p.tags & {"Name", "Surn"} for p in token.word.parses[:2])
    return not is_known(token.text) and not (kind == "PER" and named)


def _capitals_end(tokens: Sequence[Token], at: int, sentence: Sentence) -> int:
    start = at
    while at < sentence.last and at - start < 4 and tokens[at].word is not None and tokens[at].capital:
        if describes(tokens[at]) or fold(tokens[at].text) in words("other", "abbreviations") | beyond():
            break
        at += 1
    return start if at - start == 1 and _no_name(tokens[start]) else at


def _no_name(token: Token) -> bool:
    """A preposition or an adjective that begins something else («АО | В соответствии …», «группы | Общественный …»)."""
    known = token.word is not None and is_known(token.text) and token.word.pos not in ("NOUN", "UNKN")
    return len(token.text) < 2 or known or fold(token.lemma) in beyond()
