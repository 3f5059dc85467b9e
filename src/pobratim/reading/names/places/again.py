"""Further mentions of a town that is sure: what stands free for them, and those of a listed town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.names import Name
from pobratim.reading.names.places.forms import place_bases
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.places.placenames import KNOWN
from pobratim.reading.names.places.signs import beside_water, expected_cases, governed, is_quoted
from pobratim.reading.names.places.words import no_town
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Sentence

AGAIN = KNOWN + 3
"""A mention of a town that another mention makes sure."""


def listed_again(
    layout: Layout, tagged: Sequence[Tagged], people: Sequence[Name], taken: set[int], names: Sequence[Name]
) -> Iterator[Name]:
    """«уроженец Вязников» beside «Вязники»: forms of a sure town that the dictionary takes for a surname."""
    tokens = layout.tokens
    towns = {
        fold(name.name): name
        for name in names
        if name.type == "city" and name.geonames and name.strength >= KNOWN and name.last - name.first == 1
    }
    for sentence, i in free_words(layout, tagged, people, taken, {name[:3] for name in towns}):
        word = tokens[i].word
        unknown = not is_known(tokens[i].text) and fold(tokens[i].text) in towns  # «Тромсё прекратил …»
        if word is None or not (unknown or word.with_tags("Surn") or word.with_tags("Geox")):
            continue
        bases = place_bases(fold(tokens[i].text), expected_cases(tokens, sentence, i, i + 1))
        if town := next((towns[base] for base in bases if base in towns), None):
            taken.add(i)
            yield replace(town, first=i, last=i + 1, strength=AGAIN, inner=[])


def free_words(
    layout: Layout, tagged: Sequence[Tagged], people: Sequence[Name], taken: set[int], starts: set[str]
) -> Iterator[tuple[Sentence, int]]:
    """Capitalised words with one of the beginnings, no part of a longer name and nobody's surname (of those named in
    full)."""
    tokens = layout.tokens
    capitals = [i for i, token in enumerate(tokens) if token.capital and fold(token.lower[:3]) in starts]
    if not capitals:
        return
    surnames = {fold(person.surname) for person in people if person.given and person.surname}
    spans = [(span.first, span.last) for span in tagged] + [(person.first, person.last) for person in people]
    out = {i for first, last in spans if last - first > 1 for i in range(first, last)} | taken
    out |= {person.first for person in people if fold(person.surname) in surnames}
    for i in capitals:
        if i in out or tokens[i].text.isupper():
            continue
        sentence = layout.sentence_at(tokens[i].start)
        if (i > sentence.first and no_town(tokens[i - 1])) or is_quoted(tokens, i):
            continue
        goes_on = i + 1 < sentence.last and tokens[i + 1].capital
        if (goes_on and not governed(tokens, sentence, i, i + 1)) or beside_water(tokens, sentence, i):
            continue
        yield sentence, i
