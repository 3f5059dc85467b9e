"""Regions and districts whose noun is said once, elsewhere in the sentence: «восемь областей – Омская, Томская …»,
«дружба Лидского района с Тарским, Слонимского – с Тихорецким»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import Name, titles
from pobratim.reading.names.places.gazetteer import lookup
from pobratim.reading.names.places.placenames import matches
from pobratim.reading.names.places.regions import region_head, region_name, region_or_district
from pobratim.reading.text.segments import STROKES, Layout, Sentence, Token

_OF_PLACE = re.compile(r"(?:ск|цк)(?:ая|ой|ую|ий|ого|ому|им|ом|ие|их)$")
"""How the adjectives of regions and districts end."""
_NOMINATIVE = ("ая", "ий", "ие")
_HEADS = frozenset({"область", "район", "край", "округ"})
_OPENING = frozenset({":", "("}) | STROKES
_BEFORE = frozenset({",", ";", "и", "с", "со", ":", "а", "("}) | STROKES
_BEHIND = frozenset({",", ";", ".", "и", "а", ")", ":"}) | STROKES


def left_out(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """The regions and districts that an adjective alone names."""
    taken = {i for name in names for i in range(name.first, name.last) if name.type == "region"}
    for sentence in layout.sentences:
        heads = [i for i in range(sentence.first, sentence.last) if region_head(layout.tokens[i]) in _HEADS]
        listed: set[int] = set()
        for i in heads:
            row = _row_behind(layout.tokens, sentence, i)
            listed.update(row)
            for at in row:
                yield from _named(layout, sentence, at, layout.tokens[i].lemma)
        for i in _alone(layout, sentence, heads, taken) if heads else ():
            kind = next(layout.tokens[head].lemma for head in reversed(heads) if head < i)
            oblique = not layout.tokens[i].lower.endswith(_NOMINATIVE)  # «делегация района: Слонимский, Лаптев»
            known = oblique and bool(lookup(region_name([layout.tokens[i].text], [], kind)))
            known = known or _across_a_dash(layout.tokens, i)
            if i not in listed and known:
                yield from _named(layout, sentence, i, kind)


def _named(layout: Layout, sentence: Sentence, i: int, kind: str) -> Iterator[Name]:
    name = region_name([layout.tokens[i].text], [], kind)
    yield from region_or_district(layout, sentence, name, kind, i, i + 1)


def _row_behind(tokens: Sequence[Token], sentence: Sentence, head: int) -> list[int]:
    """«областей – | Омская, Томская и Тульская»: the adjectives behind the plural; none where there is but one."""
    word = tokens[head].word
    plural = word is not None and any(parse.number == "plur" for parse in word.parses)
    led = head > sentence.first and tokens[head - 1].lemma in titles()  # «главы районов – Слонимский и Тарский»
    if not plural or led or head + 1 >= sentence.last or tokens[head + 1].text not in _OPENING:
        return []
    row, at = [], head + 2
    while at < sentence.last and _is_of_place(tokens[at]):
        row.append(at)
        at += 1
        if at >= sentence.last or tokens[at].text not in {",", "и"}:
            break
        at += 2 if tokens[at].text == "," and at + 1 < sentence.last and tokens[at + 1].text == "и" else 1
    ends = at >= sentence.last or tokens[at].word is None or tokens[at].word.pos != "NOUN"  # type: ignore[union-attr]
    return row if len(row) > 1 and ends else []


def _alone(layout: Layout, sentence: Sentence, heads: Sequence[int], taken: set[int]) -> Iterator[int]:
    """Adjectives without a noun behind them, in a sentence that has named a region by an adjective and its noun."""
    tokens = layout.tokens
    first = next((head for head in heads if head in taken), None)
    for i in range(first + 1, sentence.last) if first is not None else ():
        behind = tokens[i + 1] if i + 1 < sentence.last else None
        apart = tokens[i - 1].lower in _BEFORE and (behind is None or behind.lower in _BEHIND)
        if apart and i not in taken and _is_of_place(tokens[i]):
            yield i


def _across_a_dash(tokens: Sequence[Token], i: int) -> bool:
    """«Слонимского | – с районом …», «… – с | Тихорецким»: the verb is left out too."""
    with_it = tokens[i - 1].lower in {"с", "со"} and tokens[i - 2].text in STROKES
    return with_it or (i + 1 < len(tokens) and tokens[i + 1].text in STROKES)


def _is_of_place(token: Token) -> bool:
    if not token.capital or _OF_PLACE.search(token.lower) is None:
        return False
    town = token.lower.endswith("ом") and any(place.type == "city" for _, place in matches([token]))
    return not town  # «между Минском и Омском»
