"""Rules for speech after a dash, and for speech that only the author's words mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.model.reading import Quote, Span
from pobratim.reading.quotes.pieces import OWN_WORDS, attributed, in_first_person, is_told, last_sentence, named_alone
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.text.segments import Paragraph, Sentence
from pobratim.reading.text.speech import vocabulary

_DASH = re.compile(r"[-–—]\s*(?=[\"«“„]?[А-ЯЁA-Z0-9])")
_DASH_INSIDE = re.compile(r"(?<=[.!?:»])(?:\s*[–—]\s*|\s+-\s+)(?=[А-ЯЁ])")
_OFFICE = 6
"""Tokens from «по словам» within which the office stands."""
_SHORT = 3
"""Fewer words before a dash are no sentence."""


def after_dash(talk: Talk) -> Iterator[Quote | None]:
    """«— Рады гостям, — отметил И. Петров. — Приезжайте ещё», with an announcement or without."""
    previous: Paragraph | None = None
    for paragraph in talk.context.layout.paragraphs:
        dash = _DASH.match(talk.text, paragraph.start, paragraph.end)
        if dash and not talk.is_said(dash.end()):
            quote = _spoken(talk, dash.end(), paragraph, previous)
            yield quote
            yield from _inside(talk, paragraph, quote.evidence[0][1] if quote else paragraph.end)
        elif not dash:
            yield from _inside(talk, paragraph, paragraph.start)
        previous = paragraph


def _inside(talk: Talk, paragraph: Paragraph, end: int) -> Iterator[Quote | None]:
    """Speech after dashes inside a paragraph, after ``end``."""
    for dash in _DASH_INSIDE.finditer(talk.text, end, paragraph.end):
        marked_up = _between_marks(talk, paragraph.start, dash.start())
        if dash.end() < end or marked_up or talk.is_said(dash.end()):
            continue
        quote = _spoken_inside(talk, paragraph, dash)
        if quote is not None:
            end = quote.evidence[0][1]
            yield quote


def _spoken(talk: Talk, start: int, paragraph: Paragraph, previous: Paragraph | None) -> Quote | None:
    said, author = talk.parts(start, paragraph.end)
    if author:
        evidence = (start, max(said[-1][1], author[-1][1]))
        return attributed(talk, said, author, evidence, "quote.after_dash", 0.96)
    if previous is None:
        return None
    announced = talk.text[previous.start : previous.end].rstrip().endswith(":")
    verb = talk.verb_in(*last_sentence(talk, previous), None) if announced else None
    if verb is not None:
        speaker = talk.speaker_in(*last_sentence(talk, previous), verb)
        evidence = (previous.start, paragraph.end)
        return talk.quote(speaker, "direct", said, evidence, "quote.announced_dash", 0.9)
    if not in_first_person(talk, start, paragraph.end):
        return None
    if talk.is_said(previous.start + 3):
        speaker = talk.last_speaker(start)
        return talk.quote(speaker, "direct", said, (start, paragraph.end), "quote.dash_goes_on", 0.6)
    people = talk.context.mentions_in(previous.start, previous.end, "person")
    if people and len(said) == 1 and is_told(talk, *said[0]):  # «Гостей встретил мэр Иван Петров.»
        speaker = talk.speakers.before(start, None)
        return talk.quote(speaker, "direct", said, (previous.start, paragraph.end), "quote.dash_after_named", 0.6)
    if not people and len(said) == 1 and is_told(talk, *said[0]):  # «По словам губернатора, … | – Мы покупаем …»
        speaker = _according_to(talk, previous) or _host_before(talk, previous)
        return talk.quote(speaker, "direct", said, (previous.start, paragraph.end), "quote.dash_after_office", 0.55)
    return None


def _host_before(talk: Talk, paragraph: Paragraph) -> str | None:
    """The only person named one paragraph farther up, as the subject («Делегацию возглавил мэр Иван Петров»)."""
    if not paragraph.index:
        return None
    before = talk.context.layout.paragraphs[paragraph.index - 1]
    people = talk.context.mentions_in(before.start, before.end, "person")
    alone = len({mention.entity for mention in people}) == 1
    return people[0].entity if alone and talk.speakers.nominative(people[0]) else None


def _according_to(talk: Talk, paragraph: Paragraph) -> str | None:
    """Who is named by his office alone as the source of what a paragraph tells («по словам губернатора, …»)."""
    first, last = talk.index(paragraph.start), talk.index(paragraph.end)
    told = (i for i in range(first, last - 2) if talk.tokens[i].lower == "по")
    source = next((i for i in told if talk.tokens[i + 1].lemma in vocabulary().according), None)
    return talk.speakers.holder_in(source + 2, min(last, source + _OFFICE)) if source is not None else None


def _spoken_inside(talk: Talk, paragraph: Paragraph, dash: re.Match[str]) -> Quote | None:
    """«… подписали план.– Рады гостям, – отметил И. Петров»: speech that begins inside a paragraph."""
    said, author = talk.parts(dash.end(), paragraph.end)
    if author:
        last = talk.context.sentence_at(said[-1][0]).end  # what comes after it nobody need have said
        said[-1] = (said[-1][0], min(said[-1][1], max(last, said[0][1])))
        evidence = (dash.end(), max(said[-1][1], author[-1][1]))
        return attributed(talk, said, author, evidence, "quote.dash_inside", 0.85)
    sentence = last_sentence(talk, paragraph, dash.start())
    verb = talk.verb_in(*sentence, None)
    if talk.text[dash.start() - 1] != ":":
        return _told_on(talk, sentence, dash.end(), paragraph.end) if verb is not None else None
    speaker = talk.speaker_in(*sentence, verb) if verb is not None else named_alone(talk, *sentence)
    return talk.quote(speaker, "direct", said, (sentence[0], paragraph.end), "quote.announced_dash", 0.85)


def _told_on(talk: Talk, told: Span, start: int, end: int) -> Quote | None:
    """«Как отметил мэр, города дружат. – Мы ждём гостей»: he whom the sentence before lets speak goes on."""
    verb = talk.verb_in(*told, None)
    speaker = talk.speaker_in(*told, verb) if verb is not None else None
    if speaker is None or talk.context.by_id[speaker].type != "person" or not is_told(talk, start, end):
        return None
    end = _until_told(talk, start, end)
    return talk.quote(speaker, "direct", [(start, end)], (told[0], end), "quote.dash_after_told", 0.7)


def _until_told(talk: Talk, start: int, end: int) -> int:
    """Where a sentence begins that somebody tells again («По его словам, …», «Мэр добавил, что …»), else the end."""
    sentences = talk.context.layout.sentences
    for sentence in sentences[talk.context.sentence_at(start).index + 1 :]:
        if sentence.start >= end:
            break
        told = talk.verb_in(sentence.start, sentence.end, None) is not None
        if told or "«" in talk.text[sentence.start : sentence.end]:
            return sentences[sentence.index - 1].end
    return end


def _between_marks(talk: Talk, start: int, position: int) -> bool:
    text = talk.text[start:position]
    return text.count("«") > text.count("»") or text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def unmarked(talk: Talk) -> Iterator[Quote | None]:
    """«Рады гостям, – отметил мэр.»: a sentence without a mark before it, its author after a dash."""
    for sentence in talk.context.layout.sentences:
        if talk.is_said(sentence.start) or talk.text[sentence.start] in "–—-«\"“":
            continue
        said, author = talk.parts(sentence.start, sentence.end)
        if not author or talk.is_said(said[0][1] - 1) or len(talk.context.tokens_in(*said[0])) <= _SHORT:
            continue
        if set(talk.text[said[0][1] : author[0][0]]) & set("–—-"):
            start = _begins(talk, sentence)
            said[0] = (start, said[0][1])
            evidence = (start, sentence.end)
            yield attributed(talk, said, author, evidence, "quote.unmarked_then_speaker", 0.75)


def _begins(talk: Talk, sentence: Sentence) -> int:
    """Where the words begin that the sentence ends: with the sentences before it in the first person too."""
    start = sentence.start
    for before in reversed(talk.context.layout.sentences[: sentence.index]):
        told = before.paragraph != sentence.paragraph or talk.is_said(before.start)
        if told or not OWN_WORDS.search(talk.text, before.start, before.end):
            return start
        start = before.start
    return start
