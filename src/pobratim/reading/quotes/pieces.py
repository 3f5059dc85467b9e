"""What the rules for direct speech share."""

from __future__ import annotations

import re

from pobratim.model.reading import Quote, Span
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.text.segments import Paragraph

OWN_WORDS = re.compile(r"\b(?:я|мы|наш[а-я]*|нам|нас|мне|меня|нами|мой|моя|мои|моего)\b", re.IGNORECASE)


def in_first_person(talk: Talk, start: int, end: int) -> bool:
    """Do the words speak of «я», «мы», «наш», or does a verb («ждём гостей»)?"""
    if OWN_WORDS.search(talk.text, start, end):
        return True
    words = (token.word for token in talk.context.tokens_in(start, end))
    return any(word is not None and word.pos == "VERB" and "1per" in word.parses[0].tags for word in words)


def attributed(
    talk: Talk, said: list[Span], author: list[Span], evidence: Span, rule: str, confidence: float
) -> Quote | None:
    """Direct speech by whoever the author's words name; None where they name nobody."""
    for start, end in author:
        verb = talk.verb_in(start, end)
        speaker = talk.speaker_in(start, end, verb) if verb else None
        if verb is not None and speaker is not None:
            talk.attributing.add(verb[0])
            return talk.quote(speaker, "direct", said, evidence, rule, confidence)
    return None


def last_sentence(talk: Talk, paragraph: Paragraph, end: int | None = None) -> Span:
    """The last sentence of a paragraph, or of its part before ``end``."""
    stop = paragraph.end if end is None else end
    start = talk.context.sentence_at(max(paragraph.start, stop - 1)).start
    return max(paragraph.start, start), stop


def is_office(talk: Talk, start: int, end: int) -> bool:
    """Is there no verb between, so that the words can be an office before the name?"""
    tokens = talk.context.tokens_in(start, end)
    return not any(token.word is not None and token.word.pos in ("VERB", "INFN", "PRTS") for token in tokens)


def is_told(talk: Talk, start: int, end: int) -> bool:
    """Does it read as a sentence: a capital letter and a verb inside?"""
    begins = talk.text[start : start + 1].isupper() or talk.text[start : start + 1].isdigit()
    if OWN_WORDS.search(talk.text, start, end):
        return begins
    return begins and any(
        token.word is not None and token.word.pos in ("VERB", "PRTS", "ADJS", "PRED", "INFN")
        for token in talk.context.tokens_in(start, end)
    )


def named_alone(talk: Talk, start: int, end: int) -> str | None:
    """The person whom «Иван Петров, мэр Орши» names, with nothing but the office beside the name."""
    people = talk.context.mentions_in(start, end, "person")
    if len({person.entity for person in people}) != 1 or not talk.speakers.nominative(people[0]):
        return None
    return people[0].entity if is_office(talk, start, end) else None


def without_signs(talk: Talk, start: int, end: int) -> Span:
    """Without a dash before and quotation marks around."""
    start, end = talk.trim(start, end)
    closing = end - 1 if talk.text[end - 1] != "." else end - 2
    if start < closing and talk.text[start] in "«\"“" and talk.text[closing] in "»\"”":
        return start + 1, closing
    return start, end
