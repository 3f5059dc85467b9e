"""Rules for direct speech: after a dash, between quotation marks, under the speaker's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.model.reading import Quote, Span
from pobratim.reading.context import Mention
from pobratim.reading.quotes.marks import Marked, marked
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.segments import Paragraph

_DASH = re.compile(r"[-–—]\s*(?=[\"«“„]?[А-ЯЁA-Z0-9])")
_DASH_INSIDE = re.compile(r"(?<=[.!?:»])\s*[–—]\s*(?=[А-ЯЁ])")
_AFTER = re.compile(r"[.!?…]*\s*,?\s*[-–—]?\s*(?=\S)")
_OWN_WORDS = re.compile(r"\b(?:я|мы|наш[а-я]*|нам|нас|мне|меня|нами|мой|моя|мои|моего)\b", re.IGNORECASE)
_NAME_LINE = 160
"""A line that announces a speaker is shorter than this."""
_OFFICE = 8
"""More words before a name are no office."""
_SHORT = 3
"""Fewer words between quotation marks are a name or a turn of phrase."""


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
            spans.append(_without_signs(talk, following.start, following.end))
        yield talk.quote(speaker, "direct", spans, (paragraph.start, end), "quote.under_name", 0.93)


def _header(talk: Talk, paragraph: Paragraph) -> tuple[str, int] | None:
    """The speaker and where the words begin, of a line that begins with a name and its office, then «:»."""
    colon = talk.text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _NAME_LINE))
    people = talk.context.mentions_in(paragraph.start, paragraph.start + _NAME_LINE, "person")
    if colon < 0 or not people or people[0].end > colon:
        return None
    person = people[0]
    before = talk.text[paragraph.start : person.start].strip(" –—-")
    rest = talk.text[colon + 1 : paragraph.end].strip()
    if rest[:1] in "«\"“„–—-" and rest:
        return None  # marked as speech by itself
    if talk.verb_in(paragraph.start, colon, None) or not talk.speakers.nominative(person):
        return None
    between = talk.text[person.end : colon].strip()
    if between and between[0] not in ",(–—-":
        return None
    if before and not _is_office(talk, paragraph.start, person.start):
        return None
    if rest and not between and not before and not _OWN_WORDS.search(rest):
        return None
    return person.entity, colon + 1 + (len(talk.text[colon + 1 : paragraph.end]) - len(rest) if rest else 0)


def _is_office(talk: Talk, start: int, end: int) -> bool:
    """Is there no verb between, so that the words can be an office before the name?"""
    tokens = talk.context.tokens_in(start, end)
    return not any(token.word is not None and token.word.pos in ("VERB", "INFN", "PRTS") for token in tokens)


def _goes_on(talk: Talk, paragraph: Paragraph) -> bool:
    """Does the speech go on: in the first person, and told by nobody else?"""
    text = talk.text[paragraph.start : paragraph.end]
    return bool(_OWN_WORDS.search(text)) and text[0] not in "«\"“–—-" and not talk.parts(
        paragraph.start, paragraph.end
    )[1]


def after_dash(talk: Talk) -> Iterator[Quote | None]:
    """«— Рады гостям, — отметил И. Петров. — Приезжайте ещё», with an announcement or without."""
    previous: Paragraph | None = None
    for paragraph in talk.context.layout.paragraphs:
        dash = _DASH.match(talk.text, paragraph.start, paragraph.end)
        if dash and not talk.is_said(dash.end()):
            yield _spoken(talk, dash.end(), paragraph, previous)
        elif not dash:
            for inside in _DASH_INSIDE.finditer(talk.text, paragraph.start, paragraph.end):
                marked_up = _between_marks(talk, paragraph.start, inside.start())
                if not marked_up and not talk.is_said(inside.end()):
                    yield _spoken_inside(talk, paragraph, inside)
                    break
        previous = paragraph


def _spoken(talk: Talk, start: int, paragraph: Paragraph, previous: Paragraph | None) -> Quote | None:
    said, author = talk.parts(start, paragraph.end)
    if author:
        return _attributed(talk, said, author, (start, paragraph.end), "quote.after_dash", 0.96)
    if previous is None:
        return None
    announced = talk.text[previous.start : previous.end].rstrip().endswith(":")
    verb = talk.verb_in(*_last_sentence(talk, previous), None) if announced else None
    if verb is not None:
        speaker = talk.speaker_in(*_last_sentence(talk, previous), verb)
        evidence = (previous.start, paragraph.end)
        return talk.quote(speaker, "direct", said, evidence, "quote.announced_dash", 0.9)
    if _OWN_WORDS.search(talk.text, start, paragraph.end) and talk.is_said(previous.start + 3):
        speaker = talk.last_speaker(start)
        return talk.quote(speaker, "direct", said, (start, paragraph.end), "quote.dash_goes_on", 0.6)
    return None


def _spoken_inside(talk: Talk, paragraph: Paragraph, dash: re.Match[str]) -> Quote | None:
    """«… подписали план.– Рады гостям, – отметил И. Петров»: speech that begins inside a paragraph."""
    said, author = talk.parts(dash.end(), paragraph.end)
    if author:
        return _attributed(talk, said, author, (dash.end(), paragraph.end), "quote.dash_inside", 0.85)
    sentence = _last_sentence(talk, paragraph, dash.start())
    verb = talk.verb_in(*sentence, None) if talk.text[dash.start() - 1] == ":" else None
    if verb is None:
        return None
    speaker = talk.speaker_in(*sentence, verb)
    return talk.quote(speaker, "direct", said, (sentence[0], paragraph.end), "quote.announced_dash", 0.85)


def _between_marks(talk: Talk, start: int, position: int) -> bool:
    text = talk.text[start:position]
    return text.count("«") > text.count("»") or text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def in_marks(talk: Talk) -> Iterator[Quote | None]:
    """Words between quotation marks with a speaker after, before, or inside them."""
    for words in marked(talk.context.layout):
        if not talk.is_said(words.start) and (_words(talk, words) >= _SHORT or _is_remark(talk, words)):
            found = (rule(talk, words) for rule in MARKS_RULES)
            yield next((quote for quote in found if quote is not None), None)


def _is_remark(talk: Talk, words: Marked) -> bool:
    """«Приезжайте», – …: a word or two, yet a remark by what surrounds it."""
    if not talk.text[words.start].isupper():
        return False
    after = talk.text[words.after : words.after + 4].strip(" \u00a0")
    return _is_sentence(talk, words) or after[:2] in (",–", ",—", ",-", ", ")


def _by_words_after(talk: Talk, words: Marked) -> Quote | None:
    """«Рады гостям», – отметил мэр. «Приезжайте ещё»"""
    paragraph = _paragraph(talk, words.end)
    after = _AFTER.match(talk.text, words.after, paragraph.end)
    if after is None or not talk.text[after.end()].islower():
        return None
    end = _author_stop(talk, after.end(), paragraph.end)
    verb = talk.verb_in(after.end(), end)
    if verb is None or not (set(after.group()) & set("–—-") or _is_told_sentence(talk, words)):
        return None
    speaker = talk.speaker_in(after.end(), end, verb)
    talk.attributing.add(verb[0])
    said = _without_author(talk, words)
    return talk.quote(speaker, "direct", said, (words.start, end), "quote.marks_then_speaker", 0.96)


def _by_name_after(talk: Talk, words: Marked) -> Quote | None:
    """«Рады гостям», – Иван Петров, мэр Орши: a name without a verb."""
    paragraph = _paragraph(talk, words.end)
    after = _AFTER.match(talk.text, words.after, paragraph.end)
    if after is None or not set(after.group()) & set("–—-"):
        return None
    people = talk.context.mentions_in(after.end(), paragraph.end, "person")
    if not people or not talk.speakers.nominative(people[0]) or not _is_office_before(talk, after, people[0]):
        return None
    if not _is_office(talk, after.end(), paragraph.end):
        return None
    evidence = (words.start, people[0].end)
    return talk.quote(people[0].entity, "direct", words.spans, evidence, "quote.marks_then_name", 0.85)


def _is_office_before(talk: Talk, after: re.Match[str], person: Mention) -> bool:
    """Do only an office's words stand between the dash and the name?"""
    tokens = talk.context.tokens_in(after.end(), person.start)
    return len(tokens) <= _OFFICE and not any(token.text in ",;:." for token in tokens)


def _by_words_inside(talk: Talk, words: Marked) -> Quote | None:
    """«Рады гостям, – отметил мэр. – Приезжайте ещё»"""
    said, author = talk.parts(words.start, words.spans[0][1])
    if not author:
        return None
    said += words.spans[1:]
    return _attributed(talk, said, author, (words.start, words.end), "quote.marks_around_speaker", 0.95)


def _by_words_before(talk: Talk, words: Marked) -> Quote | None:
    """Мэр отметил: «Рады гостям»; the announcement may be the paragraph before."""
    paragraph = _paragraph(talk, words.start)
    lead = talk.text[paragraph.start : words.start - 1].rstrip()
    if lead.endswith(":"):
        sentence = _last_sentence(talk, paragraph, words.start - 1)
    elif not lead and paragraph.index and _ends_with_colon(talk, paragraph.index - 1):
        sentence = _last_sentence(talk, talk.context.layout.paragraphs[paragraph.index - 1])
    else:
        return None
    verb = talk.verb_in(*sentence, None)
    if verb is not None:
        speaker = talk.speaker_in(*sentence, verb)
    else:
        people = [
            m for m in talk.context.mentions_in(*sentence, "person") if talk.speakers.nominative(m)
        ]
        speaker = people[-1].entity if people else None
    evidence = (sentence[0], words.end)
    said = _without_author(talk, words)
    return talk.quote(speaker, "direct", said, evidence, "quote.speaker_then_marks", 0.95)


def _by_paragraph_before(talk: Talk, words: Marked) -> Quote | None:
    """A paragraph wholly between marks: who was the subject of the paragraph before says it."""
    paragraph = _paragraph(talk, words.start)
    rest = talk.text[paragraph.start : words.start - 1] + talk.text[words.after : paragraph.end]
    if rest.strip(" .,!?–—-") or len(words.spans) > 1 or not _is_sentence(talk, words) or not paragraph.index:
        return None
    if not _OWN_WORDS.search(talk.text, words.start, words.end):
        return None
    speaker = talk.speakers.before(words.start, None)
    evidence = (words.start, words.end)
    return talk.quote(speaker, "direct", words.spans, evidence, "quote.marks_after_speaker", 0.65)


MARKS_RULES = (
    _by_words_after,
    _by_name_after,
    _by_words_inside,
    _by_words_before,
    _by_paragraph_before,
)


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
        spans = [_without_signs(talk, colon + 1, paragraph.end)]
        yield talk.quote(
            person.entity, "direct", spans, (paragraph.start, paragraph.end), "quote.headline", 0.7
        )


def unmarked(talk: Talk) -> Iterator[Quote | None]:
    """«Рады гостям, – отметил мэр.»: a sentence without a mark before it, its author after a dash."""
    for sentence in talk.context.layout.sentences:
        if talk.is_said(sentence.start) or talk.text[sentence.start] in "–—-«\"“":
            continue
        said, author = talk.parts(sentence.start, sentence.end)
        if not author or talk.is_said(said[0][1] - 1) or len(talk.context.tokens_in(*said[0])) <= _SHORT:
            continue
        if set(talk.text[said[0][1] : author[0][0]]) & set("–—-"):
            evidence = (sentence.start, sentence.end)
            yield _attributed(talk, said, author, evidence, "quote.unmarked_then_speaker", 0.75)


def fragment(talk: Talk) -> Iterator[Quote | None]:
    """Words of the speaker inside what is told: «города готовы «вместе идти вперёд»»."""
    told = [quote for quote in talk.quotes if quote.kind == "indirect"]
    for words in marked(talk.context.layout):
        if talk.is_said(words.start) or _words(talk, words) < _SHORT or not talk.text[words.start].islower():
            continue
        for quote in told:
            if quote.evidence[0][0] <= words.start and words.end <= quote.evidence[0][1]:
                evidence = (words.start, words.end)
                yield talk.quote(quote.speaker, "direct", words.spans, evidence, "quote.fragment", 0.6)
                break


# ---------------------------------------------------------------- pieces


def _attributed(
    talk: Talk, said: list[Span], author: list[Span], evidence: Span, rule: str, confidence: float
) -> Quote | None:
    for start, end in author:
        verb = talk.verb_in(start, end)
        speaker = talk.speaker_in(start, end, verb) if verb else None
        if verb is not None and speaker is not None:
            talk.attributing.add(verb[0])
            return talk.quote(speaker, "direct", said, evidence, rule, confidence)
    return None


def _author_stop(talk: Talk, start: int, end: int) -> int:
    """Where the author's words after a quotation end: with their sentence, or where another mark opens."""
    sentence = talk.context.sentence_at(start)
    stop = min(end, max(sentence.end, start))
    opening = re.compile(r"[.:]\s*[-–—]?\s*[«“„\"]").search(talk.text, start, stop)
    return opening.start() + 1 if opening else stop


def _without_author(talk: Talk, words: Marked) -> list[Span]:
    """The words between the marks without the author's words inside them."""
    said, author = talk.parts(words.start, words.spans[0][1])
    return [*(said if author else words.spans[:1]), *words.spans[1:]]


def _words(talk: Talk, words: Marked) -> int:
    return sum(token.word is not None for token in talk.context.tokens_in(words.start, words.end))


def _is_sentence(talk: Talk, words: Marked) -> bool:
    """Does it read as a sentence: a capital letter, a verb or a full stop inside?"""
    text = talk.text[words.start : words.end]
    tokens = talk.context.tokens_in(words.start, words.end)
    return text[:1].isupper() and any(
        token.word is not None and token.word.pos in ("VERB", "PRTS", "ADJS", "PRED", "INFN")
        for token in tokens
    )


def _is_told_sentence(talk: Talk, words: Marked) -> bool:
    """Does a sentence begin with the marks, and read as one («Рады гостям», сообщил мэр)?"""
    before = talk.text[: words.start - 1].rstrip()
    return (not before or before[-1] in ".!?:…»\n") and _is_sentence(talk, words)


def _paragraph(talk: Talk, position: int) -> Paragraph:
    sentence = talk.context.sentence_at(position)
    return talk.context.layout.paragraphs[sentence.paragraph]


def _ends_with_colon(talk: Talk, index: int) -> bool:
    paragraph = talk.context.layout.paragraphs[index]
    return talk.text[paragraph.end - 1] == ":"


def _last_sentence(talk: Talk, paragraph: Paragraph, end: int | None = None) -> Span:
    """The last sentence of a paragraph, or of its part before ``end``."""
    stop = paragraph.end if end is None else end
    start = talk.context.sentence_at(max(paragraph.start, stop - 1)).start
    return max(paragraph.start, start), stop


def _without_signs(talk: Talk, start: int, end: int) -> Span:
    """Without a dash before and quotation marks around."""
    start, end = talk.trim(start, end)
    if start < end and talk.text[start] in "«\"“" and talk.text[end - 1] in "»\"”":
        return start + 1, end - 1
    return start, end
