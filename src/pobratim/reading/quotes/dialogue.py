"""Rule for talks of several: each turn begins with who speaks, «Е. Ситникова: – …», «Исаченко: …», «Е. С.: …»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.model.reading import Entity, Quote
from pobratim.reading.quotes.talk import Talk

_LABEL = re.compile(
    r"(?:(?P<first>[А-ЯЁ])\.\s?(?P<second>[А-ЯЁ])\.?"
    r"|(?:(?P<initials>[А-ЯЁ])\.\s?(?:[А-ЯЁ]\.\s?)?|(?P<given>[А-ЯЁ][а-яё]+)\s)?(?P<surname>[А-ЯЁ][а-яё-]+))"
    r"(?:\s*:\s*[-–—]?|\s*\.\s*[-–—])\s*(?=[«\"А-ЯЁ0-9])"
)
_FEWEST = 2
"""A single turn with a name before it is a line under a photograph as well."""


def turns(talk: Talk) -> Iterator[Quote | None]:
    """The paragraphs that begin with the name of one of the people of the text, at least two of them."""
    people = [entity for entity in talk.context.found.entities if entity.type == "person"]
    found = []
    for paragraph in talk.context.layout.paragraphs if people else ():
        label = _LABEL.match(talk.text, paragraph.start, paragraph.end)
        if label is None or talk.is_said(label.end()) or talk.parts(label.end(), paragraph.end)[1]:
            continue
        meant = [person for person in people if _means(label, person)]
        if len(meant) == 1:
            found.append((meant[0].id, label.end(), paragraph))
    if len(found) < _FEWEST:
        return
    for speaker, start, paragraph in found:
        if not _is_marked(talk.text, start, paragraph.end):
            evidence = (paragraph.start, paragraph.end)
            yield talk.quote(speaker, "direct", [(start, paragraph.end)], evidence, "quote.turn", 0.85)


def _means(label: re.Match[str], person: Entity) -> bool:
    """Can the label be this person, by surname and given name or by the two initials?"""
    parts = person.name.split()
    given, surname = parts[0], parts[-1]
    if label["surname"] is None:
        return len(parts) > 1 and (given[0], surname[0]) == (label["first"], label["second"])
    if label["surname"] != surname:
        return False
    return (label["initials"] or given[0]) == given[0] and (label["given"] or given) == given


def _is_marked(text: str, start: int, end: int) -> bool:
    """Quotation marks around the words are for the rules of marks."""
    return text[start] in "«\"“„" and text[:end].rstrip(" .")[-1] in "»\"”“"
