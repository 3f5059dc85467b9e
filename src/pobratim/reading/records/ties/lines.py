"""Twins told one a line under their heading: «Города-побратимы Пскова: ¶ Арль (Франция), 1991 ¶ Нойс (Германия)»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.model.reading import PLACE_TYPES, Partnership
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import outer_hub, owner_of_ties
from pobratim.reading.records.ties.lists import Told, word_of
from pobratim.reading.records.ties.standing import is_denied, status_of
from pobratim.reading.records.ties.times import UNKNOWN, Since
from pobratim.reading.text.segments import STROKES, Sentence
from pobratim.reading.triggers import needs

_SIGNS = STROKES | frozenset(",;.:()•·*«»/") | frozenset({"с", "со", "в", "во", "от", "и"})
"""What stands in a line beside its place, the country and the date."""
_LONGEST = 20
"""Tokens of a line of a list."""
_FEWEST = {True: 2, False: 3}
"""Lines that make a list, under a heading with a colon and under one without."""


_YEAR = re.compile(r"19[4-9]\d|20[0-4]\d")


@needs(lambda: union(words().twin, words().partner_cities))
def twins_in_lines(scene: Scene) -> Iterator[Told]:
    """Each place of the lines below with the one that the heading is about, since the year beside it."""
    index = word_of(scene, union(words().twin, words().partner_cities))
    if index is None or not _heads(scene) or is_denied(scene, index):
        return
    lines = list(_lines_below(scene))
    if len(lines) < _FEWEST[scene.tokens[scene.sentence.last - 1].text == ":"]:
        return
    hub = _hub(scene, {place for _, place in lines})
    status, strength = status_of(scene, index)
    twin = word_of(scene, words().twin) is not None
    for line, place in lines:
        if hub is None or place == hub or scene.stands_of_document.contain(hub, place):
            continue
        since = _since(line) if status == "active" else UNKNOWN
        yield Told(
            Partnership(
                parties=(hub, place),
                kind="twin" if twin else "partner",
                since=since.edtf,
                since_basis=since.basis,
                status=status,
                evidence=(scene.span, line.span),
                confidence=0.85,
                rule="partnership.twins_in_lines",
            ),
            strength,
        )


def _heads(scene: Scene) -> bool:
    """Does the sentence end its paragraph with a colon, or without any stop?"""
    paragraph = scene.context.layout.paragraphs[scene.sentence.paragraph]
    return scene.sentence.end == paragraph.end and scene.tokens[scene.sentence.last - 1].text not in {".", "!", "…"}


def _hub(scene: Scene, listed: set[str]) -> str | None:
    """Whose the listed are: as the heading says, else the one place it names, else what the document is about."""
    by_id = scene.context.by_id
    named = [s.place for s in scene.outer_stands if by_id[s.place].type != "country" and s.place not in listed]
    owner = owner_of_ties(scene)
    if owner is not None and owner not in listed:
        return owner
    return named[0] if named else outer_hub(scene, list(listed))


def _lines_below(scene: Scene) -> Iterator[tuple[Scene, str]]:
    """The lines of the list and the place of each; one whose town nobody knows is passed over."""
    sentences = scene.context.layout.sentences
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences[scene.sentence.index + 1 :]:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    for paragraph in sorted(paragraphs):
        own = paragraphs[paragraph]
        if own[-1].last - own[0].first > _LONGEST:
            return
        line = Scene(scene.context, scene.stands_of_document, own[-1])
        place = _place_of(line)
        if place is not None:
            yield line, place
        elif not any(line.mention_at(i) for i in range(line.sentence.first, line.sentence.last)):
            return


def _place_of(line: Scene) -> str | None:
    """The place that a line begins with, where nothing follows but its country, a date and signs."""
    by_id, place = line.context.by_id, None
    dated = [(date.start, date.end) for date in line.dates]
    for index in range(line.sentence.first, line.sentence.last):
        token, mention = line.tokens[index], line.mention_at(index)
        if mention is not None:
            if by_id[mention.entity].type not in PLACE_TYPES:
                return None
            if by_id[mention.entity].type != "country":
                place = place or mention.entity
            continue
        told = any(start <= token.start < end for start, end in dated)
        noun = token.word is not None and not token.word.lemmas.isdisjoint(PLACE_NOUNS | {"год"})
        if not (told or noun or token.text.isdigit() or token.lower in _SIGNS):
            return None
    return place


def _since(line: Scene) -> Since:
    """The one date of the line: «Арль – с 1978 года», «Равенна (Италия), 1993»."""
    dates = [date for date in line.dates if date.edtf and date.kind in {"since", "point"}]
    if len(dates) == 1:
        return Since(dates[0].edtf, dates[0].basis)
    numbers = [token.text for token in line.tokens[line.sentence.first : line.sentence.last] if token.text.isdigit()]
    years = [number for number in numbers if _YEAR.fullmatch(number)]
    return Since(years[0], "stated") if len(years) == 1 and not dates else UNKNOWN
