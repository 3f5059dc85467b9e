"""Rules for speech between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.model.reading import Quote, Span
from pobratim.reading.context import Mention
from pobratim.reading.quotes.marks import Marked, marked
from pobratim.reading.quotes.pieces import attributed, in_first_person, is_office, is_told, last_sentence, named_alone
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.text.segments import Paragraph

_AFTER = re.compile(r"[.!?…]*\s*,?\s*[-–—]?\s*(?=\S)")
_THEIR_WORDS = re.compile(
    r"[.!?…]*\s*,?\s*[-–—]\s*(?:(?:вот\s+)?(?:с\s+)?(?:такими|этими)\s+словами|(?:эти|такие)\s+слова)\b", re.IGNORECASE
)
_OFFICE = 8
"""More words before a name are no office."""
_SHORT = 3
"""Fewer words between quotation marks are a name or a turn of phrase."""
_FRAGMENT = 6
"""Fewer words between quotation marks inside what is told are only a turn of phrase of the speaker's."""


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
    if talk.text[: words.start - 1].rstrip().endswith(":"):
        sentence = last_sentence(talk, _paragraph(talk, words.start), words.start - 1)
        return talk.verb_in(*sentence, None) is not None or named_alone(talk, *sentence) is not None
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


def _by_their_words(talk: Talk, words: Marked) -> Quote | None:
    """«Мы давно дружим», – такими словами встретил гостей мэр; «…», – эти слова мэра стали девизом."""
    paragraph = _paragraph(talk, words.end)
    after = _THEIR_WORDS.match(talk.text, words.after, paragraph.end)
    if after is None:
        return None
    end = _author_stop(talk, after.end(), paragraph.end)
    people = talk.context.mentions_in(after.end(), end, "person")
    speaker = people[0].entity if people else talk.speakers.holder_in(talk.index(after.end()), talk.index(end))
    return talk.quote(speaker, "direct", words.spans, (words.start, end), "quote.their_words", 0.85)


def _by_name_after(talk: Talk, words: Marked) -> Quote | None:
    """«Рады гостям», – Иван Петров, мэр Орши: a name without a verb."""
    paragraph = _paragraph(talk, words.end)
    after = _AFTER.match(talk.text, words.after, paragraph.end)
    if after is None or not set(after.group()) & set("–—-") or not _is_told_sentence(talk, words):
        return None  # «председатель ассоциации «Совет городов» – Иван Петров»
    people = talk.context.mentions_in(after.end(), paragraph.end, "person")
    if not people or not talk.speakers.nominative(people[0]) or not _is_office_before(talk, after, people[0]):
        return None
    if not is_office(talk, after.end(), paragraph.end):
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
    return attributed(talk, said, author, (words.start, words.end), "quote.marks_around_speaker", 0.95)


def _by_words_before(talk: Talk, words: Marked) -> Quote | None:
    """Мэр отметил: «Рады гостям»; the announcement may be the paragraph before."""
    paragraph = _paragraph(talk, words.start)
    lead = talk.text[paragraph.start : words.start - 1].rstrip()
    if lead.endswith(":"):
        sentence = last_sentence(talk, paragraph, words.start - 1)
    elif not lead and paragraph.index and _ends_with_colon(talk, paragraph.index - 1):
        sentence = last_sentence(talk, talk.context.layout.paragraphs[paragraph.index - 1])
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
    if not in_first_person(talk, words.start, words.end):
        return None
    speaker = talk.speakers.before(words.start, None, talk.named_in(words.start, words.end))
    evidence = (words.start, words.end)
    return talk.quote(speaker, "direct", words.spans, evidence, "quote.marks_after_speaker", 0.65)


def _by_quote_before(talk: Talk, words: Marked) -> Quote | None:
    """«Рады гостям», – отметил мэр. | «Завод готов помочь»: in one paragraph, nothing between."""
    if len(words.spans) > 1 or _words(talk, words) < _SHORT or not _is_sentence(talk, words) or _goes_on(talk, words):
        return None
    before = [quote for quote in talk.quotes if quote.kind == "direct" and quote.spans[0][0] < words.start]
    last = max(before, key=lambda quote: quote.spans[-1][1], default=None)
    paragraph = _paragraph(talk, words.start)
    if last is None or last.evidence[0][0] < paragraph.start or last.spans[-1][1] >= last.evidence[0][1] - 1:
        return None
    if talk.text[last.evidence[0][1] : words.start - 1].strip(" .!?… "):
        return None
    return talk.quote(last.speaker, "direct", words.spans, (words.start, words.end), "quote.marks_go_on", 0.8)


def _goes_on(talk: Talk, words: Marked) -> bool:
    """Does its sentence go on behind the marks («…», – …; «Мост» открыли)?"""
    rest = talk.text[words.after : _paragraph(talk, words.end).end].lstrip(" .!?…")[:1]
    return bool(rest) and (rest in ",-–—" or rest.islower())


def _by_sentence_before(talk: Talk, words: Marked) -> Quote | None:
    """Мэр отметил, что города дружат. «Мы ждём гостей и дальше»: in one paragraph, and nobody else is told of."""
    paragraph = _paragraph(talk, words.start)
    lead = talk.text[paragraph.start : words.start - 1].rstrip()
    if _goes_on(talk, words) or not lead.endswith((".", "!", "?")) or not _is_sentence(talk, words):
        return None
    if not in_first_person(talk, words.start, words.end):
        return None
    sentence = last_sentence(talk, paragraph, words.start - 1)
    verb = talk.verb_in(*sentence, None)
    speaker = talk.speaker_in(*sentence, verb) if verb is not None else None
    if speaker is None or talk.context.by_id[speaker].type != "person":
        return None
    evidence = (sentence[0], words.end)
    return talk.quote(speaker, "direct", words.spans, evidence, "quote.marks_after_told", 0.75)


def _cut_off(talk: Talk, words: Marked) -> Quote | None:
    """Мэры подписали план. «Мы ждём гостей и дальше. Наши: the text breaks off before it says whose words they are."""
    if words.after < len(talk.text.rstrip()) or talk.text[words.after - 1] in "»\"”" or len(words.spans) > 1:
        return None
    before = talk.text[: words.start - 1].rstrip()
    if not before.endswith((".", "!", "?", ":", "\n")) and "\n" not in talk.text[len(before) : words.start]:
        return None
    if not _is_sentence(talk, words) or _words(talk, words) < _FRAGMENT:
        return None
    speaker = talk.speakers.before(words.start, None, talk.named_in(words.start, words.end))
    return talk.quote(speaker, "direct", words.spans, (words.start, words.end), "quote.marks_cut_off", 0.6)


MARKS_RULES = (
    _by_words_after,
    _by_their_words,
    _by_name_after,
    _by_words_inside,
    _by_words_before,
    _by_quote_before,
    _by_sentence_before,
    _by_paragraph_before,
    _cut_off,
)


def fragment(talk: Talk) -> Iterator[Quote | None]:
    """Words of the speaker inside what is told: «города готовы «вместе идти вперёд»»."""
    told = [quote for quote in talk.quotes if quote.kind == "indirect"]
    for words in marked(talk.context.layout):
        if talk.is_said(words.start) or _words(talk, words) < _FRAGMENT:
            continue
        if not talk.text[words.start].islower():
            continue
        for quote in told:
            if quote.evidence[0][0] <= words.start and words.end <= quote.evidence[0][1]:
                evidence = (words.start, words.end)
                yield talk.quote(quote.speaker, "direct", words.spans, evidence, "quote.fragment", 0.6)
                break


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
    return is_told(talk, words.start, words.end)


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
