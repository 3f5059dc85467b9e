"""Rules for speech that a name announces: under a line with the speaker's name, in a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.model.reading import Quote, Span
from pobratim.reading.quotes.pieces import OWN_WORDS, is_office, is_told, named_alone, without_signs
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.quotes.told import has_predicate
from pobratim.reading.records.titles.titles import titles_in
from pobratim.reading.text.segments import Paragraph

_COLON = re.compile(r":(?!\d)")
_MARKED_AT_END = re.compile(r"\s[«\"“]([А-ЯЁ][^«»\"“”]+)[»\"”][.!]?$")
_HEADLINES = 8
"""Among so many first paragraphs the headline stands."""
_NAME_LINE = 160
"""A line that announces a speaker is shorter than this."""


def under_name(talk: Talk) -> Iterator[Quote | None]:
    """«Иван Петров, мэр Орши:» on a line, then a paragraph or several in the first person; or on one line."""
    paragraphs = talk.context.layout.paragraphs
    for index, paragraph in enumerate(paragraphs):
        header = _header(talk, paragraph)
        if header is None:
            continue
        speaker, end = header
        spans: list[Span] = []
        if end < paragraph.end:
            spans.append((end, paragraph.end))
        for following in paragraphs[index + 1 :]:
            if _header(talk, following) or (spans and not _goes_on(talk, following)):
                break
            spans.append(without_signs(talk, following.start, following.end))
        yield talk.quote(speaker, "direct", spans, (paragraph.start, end), "quote.under_name", 0.93)


def _header(talk: Talk, paragraph: Paragraph) -> tuple[str, int] | None:
    """The speaker and where the words begin, of a line that begins with a name and its office, then «:»."""
    end_of_line = min(paragraph.end, paragraph.start + _NAME_LINE)
    found = _COLON.search(talk.text, paragraph.start, end_of_line)
    colon = found.start() if found else -1
    people = talk.context.mentions_in(paragraph.start, paragraph.start + _NAME_LINE, "person")
    if colon == paragraph.end - 1 and not people:
        holder = _office_alone(talk, paragraph)
        return (holder, paragraph.end) if holder else None
    if colon < 0 or not people or people[0].end > colon:
        return None
    person = people[0]
    before = talk.text[paragraph.start : person.start].strip(" –—-")
    rest = talk.text[colon + 1 : paragraph.end].strip()
    if rest[:1] in "«\"“„–—-" and rest:
        return None  # marked as speech by itself
    if talk.verb_in(paragraph.start, colon, None) or not talk.speakers.nominative(person):
        return None
    if has_predicate(talk, talk.index(person.end), talk.index(colon)):
        return None  # «Иван Петров назвал это началом: теперь …»
    between = talk.text[person.end : colon].strip()
    if between and between[0] not in ",(–—-":
        return None
    if before and not is_office(talk, paragraph.start, person.start):
        return None
    if rest and not between and not before and not OWN_WORDS.search(rest):
        return None
    return person.entity, colon + 1 + (len(talk.text[colon + 1 : paragraph.end]) - len(rest) if rest else 0)


def _office_alone(talk: Talk, paragraph: Paragraph) -> str | None:
    """Whom a line «Мэр Орши:» means."""
    first, last = talk.index(paragraph.start), talk.index(paragraph.end)
    title = next(iter(titles_in(talk.context, talk.context.sentence_at(paragraph.start))), None)
    if title is None or title.plural or (title.first, title.last) != (first, last - 1):
        return None
    return talk.speakers.holder(title)


def _goes_on(talk: Talk, paragraph: Paragraph) -> bool:
    """Does the speech go on: in the first person, and told by nobody else?"""
    text = talk.text[paragraph.start : paragraph.end]
    return bool(OWN_WORDS.search(text)) and text[0] not in "«\"“–—-" and not talk.parts(
        paragraph.start, paragraph.end
    )[1]


def beside_name(talk: Talk) -> Iterator[Quote | None]:
    """«Иван Петров, мэр Орши» on a line without a colon, the words after a dash or between marks on the next, or
    between marks on the line before."""
    paragraphs = talk.context.layout.paragraphs
    for index, paragraph in enumerate(paragraphs):
        speaker = _name_and_office(talk, paragraph)
        if speaker is None:
            continue
        for said in (*paragraphs[index + 1 : index + 2], *paragraphs[max(0, index - 1) : index]):
            text = talk.text[said.start : said.end]
            marked = text[0] in "«\"“" and text.rstrip(".!?…")[-1] in "»\"”"
            dashed = said.index > index and text[0] in "–—-" and not talk.parts(said.start, said.end)[1]
            if (marked or dashed) and not talk.is_said(said.start + 3):
                spans = [without_signs(talk, said.start, said.end)]
                evidence = (min(paragraph.start, said.start), max(paragraph.end, said.end))
                yield talk.quote(speaker, "direct", spans, evidence, "quote.beside_name", 0.8)
                break


def _name_and_office(talk: Talk, paragraph: Paragraph) -> str | None:
    """The person of a short line that holds a name and an office, and ends without a stop."""
    if paragraph.end - paragraph.start > _NAME_LINE or talk.text[paragraph.end - 1] in ".!?…:;":
        return None
    titles = titles_in(talk.context, talk.context.sentence_at(paragraph.start))
    return named_alone(talk, paragraph.start, paragraph.end) if titles else None


def name_and_marks(talk: Talk) -> Iterator[Quote | None]:
    """A headline «Мэр Орши Иван Петров «Рады гостям»»: a name, its words between marks, and nothing else."""
    told = ""
    for paragraph in talk.context.layout.paragraphs[:_HEADLINES]:
        text = talk.text[paragraph.start : paragraph.end]
        found = _MARKED_AT_END.search(text)
        if found is None or talk.is_said(paragraph.start + found.start(1)):
            continue
        said = (paragraph.start + found.start(1), paragraph.start + found.end(1))
        lead = (paragraph.start, paragraph.start + found.start())
        speaker = named_alone(talk, *lead)
        people = talk.context.mentions_in(*lead, "person")
        if speaker is None or talk.text[people[-1].end : lead[1]].strip() or not is_told(talk, *said):
            continue
        if text == told:  # the headline once more
            talk.speakers.silence([said])
            continue
        told = text
        yield talk.quote(speaker, "direct", [said], (paragraph.start, paragraph.end), "quote.name_and_marks", 0.8)


def headline(talk: Talk) -> Iterator[Quote | None]:
    """«Петров о дружбе с Оршей: у нас много общего»: words of the speaker in a headline."""
    for paragraph in talk.context.layout.paragraphs[:1]:
        colon = talk.text.find(":", paragraph.start, paragraph.end)
        people = talk.context.mentions_in(paragraph.start, max(colon, paragraph.start), "person")
        if colon < 0 or not people or talk.text[paragraph.end - 1] == "." or talk.is_said(colon + 2):
            continue
        person = people[0]
        about = talk.text[person.end : colon].strip()
        if not talk.speakers.nominative(person) or (about and not re.match(r"(?:о|об|обо|про)\s", about)):
            continue
        spans = [without_signs(talk, colon + 1, paragraph.end)]
        yield talk.quote(
            person.entity, "direct", spans, (paragraph.start, paragraph.end), "quote.headline", 0.7
        )
