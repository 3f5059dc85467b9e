"""Rules for indirect speech: «отметил, что …», «по словам мэра, …», «…, сообщил мэр»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pobratim.model.reading import Quote
from pobratim.reading.once import union
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.quotes.told import before_verb, broken, comma_after, has_predicate, is_source, whole
from pobratim.reading.text.morph import Parse
from pobratim.reading.text.segments import Sentence, Token
from pobratim.reading.text.speech import acts, speaks, vocabulary

_BETWEEN = 12
"""So many tokens at most between a verb and its «что» («отметил на встрече в Минске, что»)."""
_ANNOUNCED = 6
"""So many tokens at most between a verb and the colon that announces what is said."""
_LINK = 5
"""So many tokens before a verb may join it to the one before («и вместе с тем также отметил»)."""
_JOINTS = frozenset({"и", "а", "но", ","})

_BUT = frozenset({"однако", "но", "а", "и", "впрочем", "ведь", "кроме", "того", "этом"})
"""What opens a clause before «как отметил мэр»."""


def told_that(talk: Talk) -> Iterator[Quote | None]:
    """«Мэр отметил, что города дружат, и добавил, что …»: one quote a verb."""
    for sentence, verbs in _told(talk):
        end = sentence.start
        for number, (index, parse) in enumerate(verbs):
            start = _that_after(talk, sentence, index)
            if start is None or talk.tokens[index].start < end:
                continue  # nobody in particular says it, or it is part of what is told already
            later = verbs[number + 1 :]
            joined = next((i for i, other in later if _joins(talk, start, i, parse, other)), None)
            end = before_verb(talk, start, joined) if joined else talk.tokens[sentence.last - 1].end
            speaker = _subject(talk, sentence, index, parse, start)
            if not talk.is_news(speaker, parse):
                span = (talk.tokens[start].start, end)
                yield whole(talk, sentence, speaker, span, "quote.told_that", 0.92)


def facts_told(talk: Talk) -> Iterator[Quote | None]:
    """«Мэр начал с цифр: товарооборот вырос на треть», «привёл пример: …»."""
    for sentence in talk.context.layout.sentences:
        for index in range(sentence.first + 2, sentence.last - 2):
            if talk.tokens[index].text != ":" or talk.is_said(talk.tokens[index].start):
                continue
            lead = range(max(sentence.first, index - _ANNOUNCED), index)
            verb = next((i for i in lead if acts(talk.tokens[i].word)), None)
            told = any(talk.tokens[i].lemma in vocabulary().facts for i in lead)
            parse = acts(talk.tokens[verb].word) if verb is not None else None
            if not told or verb is None or parse is None or talk.tokens[index + 1].text in "«\"“–—":
                continue
            speaker = talk.speakers.subject(sentence.first, index, verb, parse)
            if speaker is not None and talk.context.by_id[speaker].type == "person":
                span = (talk.tokens[index + 1].start, sentence.end)
                yield whole(talk, sentence, speaker, span, "quote.facts_told", 0.75)
            break


def as_told(talk: Talk) -> Iterator[Quote | None]:
    """«Как отметил мэр, города дружат», «…, однако, как отметил мэр, города дружат»."""
    for sentence, verbs in _told(talk):
        index, parse = verbs[0]
        opens = _opens_as(talk, sentence, index)
        if opens is None or parse.lemma not in vocabulary().with_that:
            continue
        comma = comma_after(talk, sentence, index)
        if comma is None or comma + 1 >= sentence.last:
            continue
        speaker = talk.speakers.subject(opens, comma, index, parse)
        comma = _behind_gerund(talk, sentence, comma)
        if is_source(talk, speaker, parse):
            continue
        span = (talk.tokens[comma + 1].start, sentence.end)
        yield whole(talk, sentence, speaker, span, "quote.as_told", 0.85)


def of_this(talk: Talk) -> Iterator[Quote | None]:
    """«Товарооборот вырос на треть. Об этом сообщил губернатор Пётр Лаптев»: the sentence before is what he told."""
    for sentence, verbs in _told(talk):
        opening = [token.lower for token in talk.tokens[sentence.first : sentence.first + 2]]
        before = talk.context.layout.sentences[sentence.index - 1] if sentence.index else None
        if opening != ["об", "этом"] or before is None or talk.context.is_title(before):
            continue
        index, parse = verbs[0]
        talked = parse.lemma == "говорить" and parse.number == "plur"
        if talked or talk.tokens[index - 1].lower == "как":
            continue  # «Об этом говорили мэры», «Об этом, как рассказали в мэрии, говорили»: they talked about it
        speaker = talk.speakers.subject(sentence.first, sentence.last, index, parse)
        if speaker is None or talk.context.by_id[speaker].type != "person" or talk.is_said(before.start):
            continue
        told = whole(talk, before, speaker, (before.start, before.end), "quote.of_this", 0.75)
        yield replace(told, evidence=((before.start, sentence.end),)) if told is not None else None


def _behind_gerund(talk: Talk, sentence: Sentence, comma: int) -> int:
    """The comma behind «, отвечая на вопрос газеты, », which tells what he did meanwhile."""
    word = talk.tokens[comma + 1].word
    if word is None or word.pos != "GRND":
        return comma
    following = (i for i in range(comma + 2, sentence.last - 1) if talk.tokens[i].text == ",")
    return next(following, comma)


def _may_tell(talk: Talk, speaker: str, parse: Parse) -> bool:
    """A person; an authority where the verb does not only pass on news («уточнили в мэрии»)."""
    person = talk.context.by_id[speaker].type == "person"
    return person or (speaker in talk.context.found.seats and parse.lemma not in vocabulary().news)


def _opens_as(talk: Talk, sentence: Sentence, verb: int) -> int | None:
    """The «как» before the verb, at the beginning of the sentence or of a clause that only a conjunction opens."""
    for index in range(verb - 1, max(sentence.first, verb - 4) - 1, -1):
        if talk.tokens[index].lower != "как":
            continue
        before = [token.lower for token in talk.tokens[max(sentence.first, index - 2) : index] if token.text != ","]
        opens = index == sentence.first or (before and before[-1] in _BUT) or talk.tokens[index - 1].text == ":"
        return index if opens else None
    return None


def then_told(talk: Talk) -> Iterator[Quote | None]:
    """«Город увеличит поставки, сообщил мэр на выставке»: a person, not a press service."""
    for sentence, verbs in _told(talk):
        for index, parse in verbs:
            if index == sentence.first or talk.tokens[index - 1].text != ",":
                continue
            if parse.lemma not in vocabulary().after or parse.pos == "GRND":
                continue
            if _that_after(talk, sentence, index) is not None or talk.tokens[index + 1 : index + 2] == []:
                continue
            speaker = talk.speakers.subject(index, sentence.last, index, parse)
            if speaker is None or not _may_tell(talk, speaker, parse) or _refers_back(talk, sentence):
                continue
            span = (sentence.start, talk.tokens[index - 1].start)
            if has_predicate(talk, sentence.first, index - 1):
                yield whole(talk, sentence, speaker, span, "quote.then_told", 0.85)
                continue
            comma = comma_after(talk, sentence, index)
            if comma is not None and comma + 1 < sentence.last:
                rest = (talk.tokens[comma + 1].start, sentence.end)
                yield broken(talk, sentence, speaker, span, rest, "quote.told_inside")


def _refers_back(talk: Talk, sentence: Sentence) -> bool:
    """«Об этом, как рассказали в пресс-службе, | говорили мэры»: what was said stands before."""
    return [token.lower for token in talk.tokens[sentence.first : sentence.first + 2]] in (["об", "этом"], ["о", "том"])


def noted(talk: Talk) -> Iterator[Quote | None]:
    """«Он отметил высокое качество техники», «выразил надежду на встречу», «обратил внимание на сервис»."""
    words = vocabulary()
    for sentence, verbs in _told(talk):
        for number, (index, parse) in enumerate(verbs):
            start = index + 1
            if start + 2 >= sentence.last or _that_after(talk, sentence, index) is not None:
                continue
            if parse.lemma in words.attention:
                if talk.tokens[start].lemma != "внимание":
                    continue
                start += 1
            elif parse.lemma not in words.noted:
                continue
            if start + 1 >= sentence.last or not _is_object(talk, start):
                continue
            following = verbs[number + 1][0] if number + 1 < len(verbs) else None
            end = before_verb(talk, start, following) if following else sentence.end
            objects = talk.context.tokens_in(talk.tokens[start].start, end)
            if any(talk.is_said(token.start) for token in objects):
                continue
            if parse.pos == "GRND" and talk.is_attributed(sentence):
                continue  # «…, – сказал мэр, подчеркнув значимость встречи»: how he said what he said
            speaker = _subject(talk, sentence, index, parse, start)
            yield whole(talk, sentence, speaker, (talk.tokens[start].start, end), "quote.noted", 0.6)


def _told(talk: Talk) -> Iterator[tuple[Sentence, list[tuple[int, Parse]]]]:
    """Sentences outside direct speech with their verbs of speech."""
    for sentence in talk.context.layout.sentences:
        verbs = []
        for index in talk.context.with_lemmas(sentence, vocabulary().speech):
            parse = speaks(talk.tokens[index].word)
            if parse is None or index in talk.attributing:
                continue
            if not talk.is_said(talk.tokens[index].start):
                verbs.append((index, parse))
        if verbs:
            yield sentence, verbs


def _that_after(talk: Talk, sentence: Sentence, verb: int) -> int | None:
    """The token after the «, что» that hangs on the verb."""
    for index in range(verb + 1, min(sentence.last - 2, verb + _BETWEEN)):
        token = talk.tokens[index]
        if token.text == "," and talk.tokens[index + 1].lower == "что":
            return index + 2 if _takes_that(talk, verb) else None
        if token.text == "," and talk.tokens[index - 1].lower == "том" and _asks(talk.tokens[index + 1]):
            return index + 1  # «рассказал о том, как города дружат»
        if token.text in "–—" and index == verb + 1 and talk.tokens[index + 1].text[0].islower():
            return index + 1 if _takes_that(talk, verb) else None  # «Он добавил – города дружат»
        if token.text == ":" and talk.tokens[index + 1].text[0].islower():
            announced = index - verb <= _ANNOUNCED and _takes_that(talk, verb)
            return index + 1 if announced else None  # «Он добавил: города дружат»
        if token.text in (";", ":") or speaks(token.word) is not None:
            return None
    return None


def _takes_that(talk: Talk, verb: int) -> bool:
    parse = speaks(talk.tokens[verb].word)
    if parse is None or parse.lemma not in vocabulary().with_that:
        return False
    return parse.lemma not in _DENIED or talk.tokens[verb - 1].lower == "не"


_DENIED = frozenset({"исключить", "исключать"})
"""«не исключил, что …» says something, «исключил, что …» does not."""


def _asks(token: Token) -> bool:
    """Does a clause begin here that «о том» announces («как», «какие», «почему»)?"""
    return token.lemma in ("как", "какой", "почему", "зачем", "где", "когда", "сколько", "насколько")


def _subject(talk: Talk, sentence: Sentence, verb: int, parse: Parse, stop: int) -> str | None:
    """The subject of the verb before ``stop``; without one, who was the last to speak or to be spoken of."""
    speaker = talk.speakers.subject(sentence.first, min(stop, sentence.last), verb, parse)
    if speaker is not None or "plur" in parse.tags:
        return speaker
    if _has_noun_subject(talk, sentence.first, verb) or _goes_on_with_unnamed(talk, sentence, verb):
        return None
    gender = parse.gender if parse.gender in ("masc", "femn") else None
    return talk.speakers.before(talk.tokens[verb].start, gender)


def _has_noun_subject(talk: Talk, first: int, verb: int) -> bool:
    """Is there a noun in the nominative that nobody could tell the holder of («министр отметил»)?"""
    return any(
        token.word is not None
        and token.word.parses
        and token.word.parses[0].pos == "NOUN"
        and token.word.parses[0].case == "nomn"
        for token in talk.tokens[first:verb]
    )


def _goes_on_with_unnamed(talk: Talk, sentence: Sentence, verb: int) -> bool:
    """«Гид провела их по крепости. | Говорит, что …»: the sentence before tells of somebody who has no name."""
    before = talk.context.layout.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or verb > sentence.first + 1:
        return False
    subject = next((i for i in range(before.first, before.last) if _is_person_noun(talk.tokens[i])), None)
    named = talk.context.mentions_in(before.start, before.end, "person")
    return subject is not None and not any(talk.speakers.nominative(mention) for mention in named)


def _is_person_noun(token: Token) -> bool:
    """A common noun for somebody in the nominative, no office whose holder may be known."""
    if token.word is None or not token.word.parses or (token.capital and token.lemma in vocabulary().roles):
        return False
    parse = token.word.parses[0]
    animate = parse.pos == "NOUN" and parse.case == "nomn" and parse.number == "sing" and "anim" in parse.tags
    return animate and token.lemma not in union(vocabulary().roles, vocabulary().leaders)


def _joins(talk: Talk, start: int, verb: int, parse: Parse, other: Parse) -> bool:
    """Does the verb go on with the speaker («…, и добавил, что»), in the same form as his first verb?"""
    if verb <= start or (other.pos, other.number, other.gender) != (parse.pos, parse.number, parse.gender):
        return False
    before = talk.tokens[max(start, verb - _LINK) : verb]
    joint = next((i for i in range(len(before) - 1, -1, -1) if before[i].lower in _JOINTS), None)
    return joint is not None and all(
        token.word is not None and not token.word.is_pos("NOUN", "NPRO", "VERB", "INFN")
        for token in before[joint + 1 :]
    )


def _is_object(talk: Talk, index: int) -> bool:
    """Does a noun phrase that can be said begin here («высокое качество», «на уровень»)?"""
    token = talk.tokens[index]
    if token.word is None or not token.word.parses or not token.text[0].islower():
        return False
    noun = next(
        (t for t in talk.tokens[index : index + 4] if t.word is not None and t.word.pos == "NOUN"), None
    )
    if noun is None or noun.lemma in vocabulary().not_said or "лети" in noun.lower:
        return False
    likeliest = noun.word.parses[0] if noun.word is not None else None
    if noun.lemma in vocabulary().roles or (likeliest and likeliest.has("anim", "nomn")):
        return False
    return token.word.is_pos("ADJF", "NOUN", "PRTF", "PREP") and not token.word.is_pos("CONJ")
