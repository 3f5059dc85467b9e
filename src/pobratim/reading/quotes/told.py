"""What is told: where a clause of indirect speech ends, and the quote made of it."""

from __future__ import annotations

import re
from itertools import pairwise

from pobratim.model.reading import Quote, Span
from pobratim.reading.context import Mention
from pobratim.reading.names.names import titles
from pobratim.reading.quotes.talk import Talk
from pobratim.reading.text.morph import Parse
from pobratim.reading.text.segments import Sentence
from pobratim.reading.text.speech import vocabulary

_SHORTEST = 2
_LIKELY = 0.2
_APPOSED = 16
"""More words between two commas are no apposition."""
_OFFICE = 3
"""Among so many first words of it an office stands («первый заместитель главы»)."""
_HEAD = 6
"""So many first paragraphs may begin with a dateline."""
_DATELINE = re.compile(
    r"(?:date\s+\d{4}-\d\d-\d\d\s+)?"
    r"(?:[А-ЯЁ][\w-]+(?:[ -][А-ЯЁ][\w-]+)?\s*[,.]\s*\d{1,2}\s+[а-яё]{3,9}\.?(?:\s+\d{4}(?:\s*г\.?)?)?[.,]?\s*"
    r"|\d{1,2}\s+[а-яё]{3,9}(?:\s+\d{4}(?:\s*г\.?)?)?,\s*[А-ЯЁ][\w-]+\s*(?=[/(]))?"
    r"(?:[/(][^/)\n]{2,60}[/)]\.?\s*[-–—]?\s*"
    r"|(?:[A-ZА-ЯЁ]{3,}[A-ZА-ЯЁ.-]*|РИА\s+[«\"]?\w+[»\"]?|ИА\s+[«\"]?\w+[»\"]?|Sputnik|АиФ[-\w]*)\s+[-–—]\s+)?"
)
"""«Курган. 24 сентября. АГЕНТСТВО - », «МИНСК, 3 мая /Корр. АГЕНТСТВО/. »: where and when, by nobody."""
_QUOTED = re.compile(r":\s*[«\"“]")


def whole(
    talk: Talk, sentence: Sentence, speaker: str | None, span: Span, rule: str, confidence: float
) -> Quote | None:
    """A clause told by the speaker; direct speech where it stands between quotation marks as a whole."""
    start, end = talk.trim(_behind_dateline(talk, span[0]), _without_source(talk, *span))
    start = _behind_lead(talk, start, end)
    while end > start and talk.text[end - 1] in ".!?…;:":
        end -= 1
    told = talk.text[start:end]
    if told.endswith("»") and told.count("«") < told.count("»"):
        end -= 1
    author = re.search(r",?\s*[–—-]\s*(?=[а-яё])", talk.text[start:end])
    if author and talk.verb_in(start + author.end(), end) is not None:
        end = start + author.start()
    if len(talk.context.tokens_in(start, end)) < _SHORTEST:
        return None
    if _all_marked(talk.text[start:end]):
        evidence = (sentence.start, sentence.end)
        return talk.quote(speaker, "direct", [(start + 1, end - 1)], evidence, rule, confidence)
    return talk.quote(speaker, "indirect", [(start, end)], (sentence.start, sentence.end), rule, confidence)


def broken(
    talk: Talk, sentence: Sentence, speaker: str | None, left: Span, right: Span, rule: str
) -> Quote | None:
    """«Города, по словам мэра, дружат»: what is told on both sides of the author's words."""
    end = right[1] - 1 if talk.text[right[1] - 1] == "." else right[1]
    evidence = (sentence.start, sentence.end)
    left = (_behind_dateline(talk, left[0]), left[1])
    lead = talk.text[left[0] : left[1]].lower().strip(" ,")
    told = lead not in vocabulary().leads and not lead.startswith("что касается")
    spans = [left, (right[0], end)] if told else [(right[0], end)]
    return talk.quote(speaker, "indirect", spans, evidence, rule, 0.8)


def _behind_dateline(talk: Talk, start: int) -> int:
    """Where the words begin at ``start`` behind the dateline and agency that head an article."""
    sentence = talk.context.sentence_at(start)
    if sentence.start != start or sentence.paragraph >= _HEAD:
        return start
    found = _DATELINE.match(talk.text, start, sentence.end)
    return found.end() if found and found.end() < sentence.end else start


def _behind_lead(talk: Talk, start: int, end: int) -> int:
    """Where the words begin behind «в частности,», «кроме того,», which join them to what was told before."""
    comma = talk.text.find(",", start, end)
    if comma < 0 or talk.text[start:comma].lower() not in vocabulary().leads:
        return start
    return talk.trim(comma + 1, end)[0]


def has_predicate(talk: Talk, first: int, last: int) -> bool:
    """Could the words stand as a sentence?"""
    return any(
        parse.pos in ("VERB", "PRTS", "ADJS", "PRED", "INFN") and parse.score > _LIKELY
        for token in talk.tokens[first:last]
        if token.word is not None
        for parse in token.word.parses
    )


def before_verb(talk: Talk, start: int, verb: int) -> int:
    """Where the words before the next verb of speech end: at the comma or «и» that joins it."""
    for index in range(verb - 1, start, -1):
        if talk.tokens[index].text == "," or talk.tokens[index].lower == "и":
            before = talk.tokens[index - 1]
            return before.start if before.text == "," else before.end
    return talk.tokens[verb].start


def comma_after(talk: Talk, sentence: Sentence, index: int) -> int | None:
    """The comma that ends the words on the speaker, appositions between commas passed over.

    «по словам главы города, председателя думы Ивана Петрова, …», «как отметил Иван Петров, мэр Орши, …».
    """
    named_bodies = talk.context.mentions_in(talk.tokens[index].start, sentence.end, "organization")
    inside = {i for body in named_bodies for i in range(body.first, body.last)}
    reach = range(index, min(sentence.last, index + 40))
    commas = [i for i in reach if talk.tokens[i].text == "," and i not in inside]
    if not commas:
        return None
    named = bool(_people(talk, index, commas[0]))
    for comma, following in pairwise(commas):
        if not _is_apposition(talk, comma + 1, following, named):
            return comma
        named = named or bool(_people(talk, comma + 1, following))
    return commas[-1] if len(commas) > 1 and commas[-1] + 1 < sentence.last else commas[0]


def _is_apposition(talk: Talk, first: int, last: int, named: bool) -> bool:
    """Does an office stand between the commas: with the name where that is still to come, else without one?"""
    if last - first > _APPOSED or has_predicate(talk, first, last):
        return False
    people = _people(talk, first, last)
    if talk.tokens[first].lemma in titles() or talk.tokens[first].word is None:
        office = True
    else:
        office = any(token.lemma in titles() for token in talk.tokens[first : min(first + _OFFICE, last)])
    if named:
        return office and not people
    if len(people) != 1 or people[0].last != last:
        return False
    return office or people[0].first == first or _goes_on(talk, first, people[0])


def _goes_on(talk: Talk, first: int, person: Mention) -> bool:
    """«по словам министра экономики, | промышленности и торговли Ивана Петрова, …»: more of the office, in the case
    of the name."""
    words = [token.word for token in talk.tokens[first : person.first] if token.word is not None]
    genitive = all(w.is_case("gent") for w in words if w.pos in ("NOUN", "ADJF"))
    return genitive and not talk.speakers.nominative(person)


def _people(talk: Talk, first: int, last: int) -> list[Mention]:
    if first >= last:
        return []
    return talk.context.mentions_in(talk.tokens[first].start, talk.tokens[last - 1].end, "person")


def is_source(talk: Talk, speaker: str | None, parse: Parse) -> bool:
    """«Как сообщает пресс-служба мэрии, …»: where the news comes from; «как сообщили в мэрии» tells what was said."""
    if parse.lemma not in vocabulary().news:
        return False
    if speaker is None or talk.context.by_id[speaker].type == "person":
        return speaker is None
    return "plur" not in parse.tags or speaker not in talk.context.found.seats


def _without_source(talk: Talk, start: int, end: int) -> int:
    """Where the words end before «: «…»» and before the source of the news («, передаёт агентство»)."""
    quoted = _QUOTED.search(talk.text, start, end)
    if quoted:
        end = quoted.start()
    for index in range(talk.index(start) + 1, talk.index(end)):
        token = talk.tokens[index]
        if token.lemma in vocabulary().news and talk.tokens[index - 1].text == "," and token.word is not None:
            return talk.tokens[index - 1].start if token.word.pos == "VERB" else end
    return end


def _all_marked(text: str) -> bool:
    """Does all that is told stand between one pair of quotation marks («заявил, что «города дружат»»)?"""
    pairs = {"«": "»", '"': '"', "“": "”", "„": "“"}
    return (
        len(text) > 2
        and pairs.get(text[0]) == text[-1]
        and not any(mark in text[1:-1] for mark in (text[0], text[-1]))
    )
