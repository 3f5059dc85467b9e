"""«По словам мэра, города дружат», «города, по его мнению, дружат»: who is named as the source of what is told."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Quote
from pobratim.reading.once import union
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.quotes.told import broken, comma_after, whole
from pobratim.reading.text.segments import Sentence
from pobratim.reading.text.speech import vocabulary


def according_to(talk: Talk) -> Iterator[Quote | None]:
    """«По словам мэра, города дружат», «По его мнению, …», «города, по словам мэра, дружат»."""
    for sentence in talk.context.layout.sentences:
        for index in range(sentence.first, sentence.last - 2):
            token = talk.tokens[index]
            if token.lower not in ("по", "со") or talk.is_said(token.start):
                continue
            noun = _according_noun(talk, sentence, index)
            comma = comma_after(talk, sentence, noun + 1) if noun is not None else None
            if noun is None or comma is None or comma + 1 >= sentence.last:
                continue
            speaker = _named_in(talk, index, comma)
            if talk.tokens[noun].lemma in vocabulary().information and not _informs(talk, index, comma):
                continue
            rest = (talk.tokens[_behind_insertion(talk, sentence, comma + 1)].start, sentence.end)
            before = talk.tokens[index - 1] if index > sentence.first + 1 else None
            if before is not None and before.text == ",":
                left = (sentence.start, before.start)
                yield broken(talk, sentence, speaker, left, rest, "quote.according_to_inside")
            elif before is None or before.text in ("–", "—", ";"):
                yield whole(talk, sentence, speaker, rest, "quote.according_to", 0.9)


def _according_noun(talk: Talk, sentence: Sentence, index: int) -> int | None:
    """The token of «словам» in «по (его) словам»."""
    for noun in (index + 1, index + 2):
        token = talk.tokens[noun] if noun < sentence.last else None
        if token is None or token.word is None:
            return None
        known = token.lemma in union(vocabulary().according, vocabulary().information)
        if known and token.word.form not in ("слово", "слова", "мнение"):
            return noun if any(p.case in ("datv", "gent") for p in token.word.parses) else None
    return None


def _behind_insertion(talk: Talk, sentence: Sentence, at: int) -> int:
    """Where the words go on behind «– он здесь впервые –»."""
    if talk.tokens[at].text not in "–—-":
        return at
    closing = (i for i in range(at + 1, sentence.last - 1) if talk.tokens[i].text in "–—-")
    return next(closing, at - 1) + 1


def _informs(talk: Talk, first: int, last: int) -> bool:
    """«(по) его (данным)», «(по информации) пресс-службы правительства, мэра Омска»: no agency of statistics."""
    if any(token.lower in _WHOSE for token in talk.tokens[first:last]):
        return True
    return any(t.lemma in vocabulary().channels for t in talk.tokens[first:last]) or bool(
        talk.context.mentions_in(talk.tokens[first].start, talk.tokens[last].start, "person")
    )


_WHOSE = {"его": "masc", "него": "masc", "её": "femn", "ее": "femn"}


def _named_in(talk: Talk, first: int, last: int) -> str | None:
    """Whom «(по словам) мэра Омска Сергея Шелеста», «(по) его (словам)» means."""
    start, end = talk.tokens[first].start, talk.tokens[last].start
    people = talk.context.mentions_in(start, end, "person")
    if people:
        return people[-1].entity
    for token in talk.tokens[first:last]:
        gender = _WHOSE.get(token.lower)
        if gender:
            return talk.speakers.before(start, gender)
    if any(token.lower == "их" for token in talk.tokens[first:last]):
        return talk.speakers.first_of_several(start)
    holder = talk.speakers.holder_in(first, last)
    if holder is not None:
        return holder
    organizations = talk.context.mentions_in(start, end, "organization")
    return organizations[0].entity if organizations else None
