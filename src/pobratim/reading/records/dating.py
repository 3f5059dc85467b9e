"""Which clause of a sentence a date belongs to: what a subordinate clause dates did not happen to the main one.

«В ходе встречи говорили об отношениях, которые начались в 1994 году»: the talks have no date here.
«Подписание прошло на форуме, который открылся 5 мая»: but what is staged there happened on its day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pobratim.model import edtf
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import events, listed, plans
from pobratim.reading.text.clauses import Clause
from pobratim.reading.text.morph import Parse, Word
from pobratim.reading.text.phrases import agrees
from pobratim.reading.text.segments import INFINITIVE, STROKES

if TYPE_CHECKING:
    from pobratim.reading.context import Context, DateMention
    from pobratim.reading.records.scenes import Scene

LONG_AGO = 45
"""Days before the publication after which what a document tells is no news of it."""
_ANTECEDENT = 14
"""Tokens before the clause among which what it tells of stands."""
_ATTRIBUTE = 9
"""Tokens between a participle or its noun and a date between them."""
_BEHIND = 4
"""Tokens between a noun and «, который …» that tells of it."""
_STAGED = listed("dating", "staged")
"""Verbs that tell when something takes place, or when guests came."""
_HOLDING = listed("dating", "holding")
"""The same of whoever holds it, in «который …» right behind it («на выставке, которую открыли 5 мая»)."""
_TAKING_PLACE = _STAGED | _HOLDING
_GUESTS = frozenset({"делегация", "гость", "группа", "миссия", "представитель"})
_ASKING = frozenset({"пригласить", "приглашать"})
"""«пригласил его на юбилей в 2028 году»."""
_PROPOSING = frozenset({"предложить", "предлагать", "решить"}) | _ASKING
_TOLD_OF = listed("dating", "pointing")
"""Words by which a clause dates the one before it («документ подписали в мэрии, это произошло 5 мая»)."""


def days_before_publication(context: Context, date: str | None) -> int | None:
    """How many days before the document's own the date (EDTF) ended; None where either is open, negative where it lies
    ahead."""
    latest, published = edtf.bounds(date)[1], edtf.bounds(context.document.published)[0]
    return (published - latest).days if latest is not None and published is not None else None


def years_ago(context: Context, span: tuple[int, int]) -> list[DateMention]:
    """«Договор заключили | десять лет назад»: the dates of what was before the news, whatever year that was."""
    ago = (date for date in context.dates_in(*span) if context.text((date.start, date.end)).lower().endswith("назад"))
    return [date for date in ago if _lies_back(context, date)]


def _lies_back(context: Context, date: DateMention) -> bool:
    before = days_before_publication(context, date.edtf)
    return before > LONG_AGO if before is not None else date.years is not None and date.years < 0


def is_the_first(sentence: str) -> bool:
    """«Первое соглашение подписали в 2011 году»: of a year, it is told as one before others."""
    return _FIRST_ONE.search(sentence) is not None


_FIRST_ONE = re.compile(
    r"\bперв(?:ый|ое|ая|ую|ого|ой) (?:[а-яё-]+ ){0,2}(?:соглашени|договор|меморандум|протокол|план|дорожн|программ)",
    re.I,
)


def is_moment(scene: Scene, date: DateMention, index: int) -> bool:
    """A point in time; «с 1998 года» too, for what «…, когда подписали договор», «…: договор подписали мэры» tells of
    it."""
    if date.kind != "since":
        return date.kind == "point"
    after = scene.context.layout.token_index(date.end)
    if after < index and scene.tokens[after].text == ":":
        return True
    opens = [token.lower for token in scene.tokens[after : after + 2]] == [",", "когда"]
    clause = scene.clauses.below_at(after + 1) if opens else None
    return clause is not None and clause.first <= index < clause.last


def may_date(scene: Scene, date: DateMention, index: int) -> bool:
    """Can the date be that of what the word at ``index`` tells? One in a clause of another verb cannot."""
    at = token_of(scene, date)
    if _is_of_noun(scene, date, at, index) or _is_of_paper(scene, at) or is_of_what_is_agreed(scene, index, at):
        return False
    dash = brought_in(scene, at)
    if dash is not None and index < dash:
        return False
    if _before_contrast(scene, date, at, index) or _is_of_what_was_before(scene, index, at):
        return False
    if _is_of_what_is_remembered(scene, index, at) or _is_of_what_comes_first(scene, date, index, at):
        return False
    if (own := _own_phrase(scene, index)) is not None and not own.first <= at < own.last:
        return False  # «карта, подписанная Омском и Тверью, | предусматривает форум в 2026 году»
    attribute = attribute_at(scene, at)
    if attribute is not None and index not in attribute:
        return False
    if attribute is None and (_is_attribute(scene, index) or _is_of_those(scene, index, at)):
        return False  # «5 мая приехали в рамках подписанного соглашения»
    clause = scene.clauses.below_at(at)
    if clause is not None and not clause.first <= index < clause.last:
        aside = scene.tokens[clause.first].lower in _WHERE and len(date.edtf or "") < len("2020-05-06")
        return not aside and is_stage(scene, clause, index)  # «с Брестом, где в 2020 году открылся мост»
    return not _in_later_clause(scene, index, at)


def _is_of_what_was_before(scene: Scene, index: int, at: int) -> bool:
    """«визит состоялся через год | после подписания соглашения 5 мая 2023 года»: the day of the signing."""
    after = next((i for i in range(index + 1, at) if scene.tokens[i].lower == "после"), None)
    if after is None:
        return False
    if not any(token.lower in {"через", "спустя"} for token in scene.tokens[max(0, after - 4) : after]):
        return False
    return _names_event(scene, after, at)


def _is_of_what_is_remembered(scene: Scene, index: int, at: int) -> bool:
    """«на встрече вспомнили | подписание договора в 1995 году»: the year of what is remembered there."""
    verb = next((i for i in scene.with_lemmas(_REMEMBERING) if index < i < at), None)
    return verb is not None and _names_event(scene, verb, at)


_REMEMBERING = frozenset({"вспомнить", "вспоминать", "напомнить", "напоминать"})


def _is_of_what_comes_first(scene: Scene, date: DateMention, index: int, at: int) -> bool:
    """«после визита в 2024 году | подписали план»: the year or month of the visit, behind which the other came."""
    if index < at or len(date.edtf or "") >= len("2024-05-06"):
        return False
    before = range(max(scene.sentence.first, at - _FIRST), at)
    after = next((i for i in before if scene.tokens[i].lower == "после"), None)
    return after is not None and _names_event(scene, after, at)


_FIRST = 6
"""Tokens from «после» to the date of what came first."""


def _own_phrase(scene: Scene, index: int) -> Clause | None:
    """The phrase behind a comma that the participle at ``index`` opens; None of any other word."""
    clause = scene.clauses.below_at(index)
    return clause if clause is not None and clause.kind == "participle" and clause.verb == index else None


def _names_event(scene: Scene, first: int, last: int) -> bool:
    """Does a noun for an event stand among the tokens?"""
    words = (token.word for token in scene.tokens[first:last])
    return any(word is not None and not word.lemmas.isdisjoint(events().nouns) for word in words)


_WHERE = frozenset({"где", "куда", "откуда"})


def _before_contrast(scene: Scene, date: DateMention, at: int, index: int) -> bool:
    """«стали побратимами | в 2012 году, но | подтвердили это, как принято после подписания договора»: the year of what
    the other side of «но» tells."""
    side = scene.clauses.side_at(index)
    if at >= side[0] or len(date.edtf or "") >= len("2012-05-06"):
        return False
    opposed = scene.tokens[side[0]].lower == "но"
    return opposed and scene.clauses.has_verb(*scene.clauses.side_at(at)) and scene.clauses.has_verb(*side)


def brought_in(scene: Scene, index: int) -> int | None:
    """«возложили цветы к монументу | – | его открыли в 2025 году во время визита мэра»: the dash that brings in by a
    pronoun, with a verb of its own, what the token belongs to; it tells of something else than the news."""
    dash = next((i for i in range(index - 1, scene.sentence.first, -1) if scene.tokens[i].text in STROKES), None)
    if dash is None or scene.tokens[dash + 1].lower not in _REFERRING:
        return None
    return dash if scene.clauses.has_verb(dash + 1, scene.sentence.last) else None


_REFERRING = frozenset({"его", "её", "ее", "их", "он", "она", "оно", "они"})


def is_looked_back_on(scene: Scene, index: int) -> bool:
    """Is it told as what was before the news: brought in behind a dash, or by «после» («намечен после поездки»)?"""
    before = [token.lower for token in scene.tokens[max(scene.sentence.first, index - 2) : index]]
    return "после" in before or brought_in(scene, index) is not None


def is_of_done(scene: Scene, date: DateMention, index: int) -> bool:
    """«согласие достигнуто | в феврале 2020 года и | будет подписано»: the day of what is done already."""
    at, first = token_of(scene, date), scene.clauses.stretch_at(index)[0]
    after = next((i for i in range(index + 1, at) if scene.tokens[i].lower in _AFTER), None)
    if after is not None:  # «визит намечен | после поездки в Казань в мае 2011 года»
        return _names_event(scene, after, at)
    joined = any(scene.tokens[i].lower in {"и", "а", "но"} for i in range(at, index))
    parted = at < index and scene.clauses.stretch_at(at) != scene.clauses.stretch_at(index)
    if not (joined or parted):
        return False
    first = scene.clauses.stretch_at(at)[0] if parted else first  # «проект разработан в 2023 году, | подписание …»
    before = (scene.tokens[i].word for i in range(first, at))
    done = (word for word in before if word is not None and word.is_pos("VERB", "PRTS"))
    return any(parse.has("past") and parse.pos in {"VERB", "PRTS"} for word in done for parse in word.parses)


_AFTER = frozenset({"после", "накануне"})


def is_of_what_is_agreed(scene: Scene, index: int, at: int) -> bool:
    """«на встрече договорились | провести форум в Гродно 21 сентября»: the day and the place at the token ``at`` are of
    what is to be done, not of what the word at ``index`` names before."""
    agreed = (i for i in scene.with_lemmas(union(plans().agreement, _PROPOSING)) if index <= i < at)
    verb = next(agreed, None)
    if verb is None:
        return False
    behind = scene.tokens[verb + 1 : at]
    asked = scene.tokens[verb].lemma in _ASKING and any(token.lower == "на" for token in behind)
    return asked or any(token.is_mostly(INFINITIVE) for token in behind)


def is_of_words(scene: Scene, date: DateMention, index: int) -> bool:
    """«11 мая мэр сказал, что договор | подпишут»: the day of what was said, not of what is ahead."""
    clause, at = scene.clauses.below_at(index), token_of(scene, date)
    while clause is not None and clause.above is not None and not clause.first <= at < clause.last:
        above = clause.above
        word = scene.tokens[above.verb].word if above.verb is not None and at < clause.first else None
        if word is not None and word.pos == "VERB" and word.parses[0].has("past"):
            return True
        clause = above
    return False


def _is_of_noun(scene: Scene, date: DateMention, at: int, index: int) -> bool:
    """«соглашение к документу 2013 года»: the year of another noun, which it follows in the genitive; not «мэр Омска
    10 лет назад посетил …»."""
    if at <= scene.sentence.first or at - 1 == index or date.edtf is None or len(date.edtf) != len("2013"):
        return False
    before = scene.tokens[at - 1].word
    noun = before is not None and before.pos == "NOUN" and before.lemmas.isdisjoint(_PARTS_OF_YEAR)
    return noun and scene.tokens[at].text.isdigit() and len(scene.tokens[at].text) == len("2013")


_PARTS_OF_YEAR = frozenset({"начало", "конец", "середина", "половина", "исход"})
"""«подписали в начале 2013 года»."""


def attribute_at(scene: Scene, at: int) -> range | None:
    """«подписанное | 5 июля в Омске | соглашение помогает …»: the words of the participle before a noun that the token
    belongs to, from the participle to its noun. None where there is none, or where it tells of the stage («на
    прошедшей 5 июля встрече»)."""
    tokens = scene.tokens
    for first in range(at - 1, max(scene.sentence.first, at - _ATTRIBUTE) - 1, -1):
        word = tokens[first].word
        if word is None or word.pos in ("VERB", "GRND"):
            return None
        if word.pos == "PRTF" and not _is_behind_comma(scene, first):
            noun = _noun_of(scene, first, at)
            staged = not word.lemmas.isdisjoint(_TAKING_PLACE)
            return None if noun is None or staged else range(first, noun + 1)
    return None


def _is_behind_comma(scene: Scene, index: int) -> bool:
    return index > scene.sentence.first and scene.tokens[index - 1].text == ","


def _is_of_paper(scene: Scene, at: int) -> bool:
    """«во исполнение решения | от 12 марта 2020 года», «распоряжением № 45 от 12.03.2020»: the day of a paper."""
    return at > scene.sentence.first and scene.tokens[at - 1].lower == "от"


def _is_of_those(scene: Scene, index: int, at: int) -> bool:
    """«цветы к памятнику | погибшим в 1944 году»: the year of what those did whom a participle alone names."""
    before = at - 1 if scene.tokens[at].lower not in {"в", "во"} and scene.tokens[at - 1].lower in {"в", "во"} else at
    participle = before - 1
    if participle <= scene.sentence.first or participle == index:
        return False
    word = scene.tokens[participle].word
    if word is None or all(parse.pos != "PRTF" for parse in word.parses):
        return False
    staged = not word.lemmas.isdisjoint(_TAKING_PLACE)
    return not staged and scene.tokens[participle - 1].text not in {",", "и"}


def _is_attribute(scene: Scene, index: int) -> bool:
    """«в рамках | подписанного соглашения», «ранее заключённые договоры»: of what was done, before its noun."""
    word = scene.tokens[index].word
    if word is None or word.pos != "PRTF" or not word.parses[0].has("past") or index + 1 >= scene.sentence.last:
        return False
    if not word.lemmas.isdisjoint(_TAKING_PLACE):
        return False
    return not _is_behind_comma(scene, index) and _noun_of(scene, index, index + 1) is not None


def _noun_of(scene: Scene, participle: int, at: int) -> int | None:
    """The noun behind ``at`` that the participle agrees with, before any comma."""
    word = scene.tokens[participle].word
    for i in range(at, min(scene.sentence.last, at + _ATTRIBUTE)):
        noun = scene.tokens[i].word
        if scene.tokens[i].text in ",;:()—–":
            return None
        if word is not None and noun is not None and noun.pos == "NOUN" and any(agrees(word, p) for p in noun.parses):
            return i
    return None


def token_of(scene: Scene, date: DateMention) -> int:
    """The token at which the date begins."""
    return min(scene.context.layout.token_ending_after(date.start), scene.sentence.last - 1)


def is_stage(scene: Scene, clause: Clause, index: int) -> bool:
    """«на форуме, который открылся 5 мая», «в ходе визита, проходившего в мае»; what the word at ``index`` names."""
    word = scene.tokens[clause.verb].word if clause.verb is not None else None
    if word is None:
        return False
    if any(token.lower == "впервые" for token in scene.tokens[clause.first : clause.last]):
        return False  # «в форуме, который впервые прошёл в 2014 году»
    if _is_past(scene.tokens[index].word) and word.parses[0].has("futr"):
        return False  # «приехали обсудить форум, который состоится в мае»
    start = max(scene.sentence.first, clause.first - _ANTECEDENT)
    if is_set_for(scene, index):
        return clause.first - _ANTECEDENT <= index < clause.first
    if word.lemmas.isdisjoint(_STAGED):
        opening = scene.tokens[clause.first : clause.first + 3]
        which = any(token.word is not None and "который" in token.word.lemmas for token in opening)
        held = (which or clause.kind == "participle") and bool(word.lemmas & _HOLDING)
        return held and clause.first - _BEHIND <= _end_of_name(scene, index) < clause.first
    if start <= index < clause.first:
        return True
    stages = events().nouns.keys() | _GUESTS
    return any(t.word is not None and not t.word.lemmas.isdisjoint(stages) for t in scene.tokens[start : clause.first])


def _end_of_name(scene: Scene, index: int) -> int:
    """«на | форуме | регионов Урала и Сибири, который 5–6 мая принимал Омск»: the last token of what the noun names."""
    ends = [name.end for name in scene.all_event_names if name.head == index]
    return max(index, scene.index_at(ends[0]) - 1) if ends else index


def is_set_for(scene: Scene, index: int) -> bool:
    """«обсудили визит в Лиду, | намеченный на июнь»: a participle of planning right behind the comma, of the noun."""
    noun, own = scene.tokens[index].word, scene.clauses.piece_at(index)
    following = next(iter(scene.clauses.pieces[own.number + 1 :]), None)
    if noun is None or noun.pos != "NOUN" or following is None:
        return False
    opening = next((token.word for token in scene.tokens[following.first : following.last]), None)
    if opening is None or opening.pos != "PRTF" or opening.lemmas.isdisjoint(events().planned):
        return False
    return any(_is_one_form(noun_parse, parse) for noun_parse in noun.parses for parse in opening.parses)


def _is_one_form(noun: Parse, participle: Parse) -> bool:
    same = noun.case == participle.case and noun.number == participle.number
    return same and noun.pos == "NOUN" and (noun.number == "plur" or noun.gender == participle.gender)


def _is_past(word: Word | None) -> bool:
    return word is not None and word.pos in {"VERB", "PRTS"} and word.parses[0].has("past")


def _in_later_clause(scene: Scene, index: int, at: int) -> bool:
    """«Города подписали договор, а в 2015 году открыли сквер»: the date of what is told next."""
    clauses = scene.clauses
    first, last, _ = clauses.part_at(at)
    if first <= index or any(scene.tokens[i].lemma in _TOLD_OF for i in range(first, last)):
        return False
    contrast = clauses.piece_at(first).opening == "contrast"
    return (contrast or clauses.has_verb(first, last)) and clauses.has_verb(scene.sentence.first, first)
