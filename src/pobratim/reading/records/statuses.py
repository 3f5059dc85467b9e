"""Was it, will it be, was it called off? What the verbs around a word tell of the happening it names.

A finite verb tells it itself («посетила», «посетит»); a noun or an infinitive asks the verb that governs it,
first in its own clause, then in «который …» after it, then in the clauses beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pobratim.reading.records.lexicon import events
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import Sentence, Token
from pobratim.reading.text.speech import speaks, vocabulary

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene

Status = Literal["held", "planned", "cancelled"]

_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "«", "»", '"'})
_WISHING = frozenset({"бы", "если", "чтобы"})
_TURNING = frozenset({"но", "однако", "а"})
_FINITE = frozenset({"VERB", "PRTS"})


def status_of(scene: Scene, index: int) -> Status | None:
    """The status of what the token tells; None where it is only wished, offered or habitual."""
    trigger = scene.tokens[index].word
    assert trigger is not None
    clauses = _clauses(scene.tokens, scene.sentence)
    own = next(number for number, (first, last) in enumerate(clauses) if first <= index < last)
    words = _words(scene.tokens, clauses[own])
    if _is_habitual(words) or _sums_up(scene, clauses[own]):
        return None
    if trigger.pos == "VERB" and _finite_tense(trigger) is not None:
        return _status_of_verb(scene, index, clauses[own])
    if trigger.pos == "PRTS":
        return _status_of_participle(scene.tokens, clauses[own], index)
    if _is_cancelled(scene.tokens, clauses, own, index):
        return "cancelled"
    if trigger.pos == "NOUN" and _in_programme(scene.tokens, scene.sentence, index):
        return "planned"
    governing = _noun_before(scene.tokens, clauses[own], index) or _governing(scene.tokens, clauses, own, index)
    if governing is not None:
        if governing.lemmas & events().unsure:
            return None
        if governing.lemmas & events().planned and not _is_setting(scene.tokens, index, governing):
            return "planned" if not _is_denied(scene.tokens, clauses[own]) else None
    return _status_by_tense(trigger, governing)


def is_counted_from(tokens: list[Token], index: int, first: int) -> bool:
    """«26 лет со дня подписания договора», «к 10-летию подписания»: long ago, whatever the verb says."""
    near = tokens[max(first, index - 3) : index]
    after = {"дня", "момента"} & {token.lower for token in near} and any(token.lower in {"с", "со"} for token in near)
    return bool(after) or any(token.lemma.endswith("летие") or token.lemma == "годовщина" for token in near)


_REPEATED = frozenset({"приезжать", "посещать"})


def _status_of_verb(scene: Scene, index: int, clause: tuple[int, int]) -> Status | None:
    """«посетил», «посетит»; not «не посетил», «посетил бы»."""
    words = {token.lower for token in scene.tokens[clause[0] : clause[1]]}
    if words & _WISHING or (index > clause[0] and scene.tokens[index - 1].lower == "не"):
        return None
    word = scene.tokens[index].word
    assert word is not None
    tense = _finite_tense(word)
    if tense == "pres" and word.lemmas & _REPEATED and not scene.dates:
        return None  # «земляки приезжают уже в четвёртый раз»
    awaited = tense == "pres" and word.lemmas & events().planned  # «ждём гостей»
    return "planned" if tense == "futr" or awaited else "held"


def _status_of_participle(tokens: list[Token], clause: tuple[int, int], index: int) -> Status | None:
    """«подписано», «будет подписано», «может быть подписано»."""
    for word in _words(tokens, clause):
        if word.form in {"будет", "будут"} or (word.pos != "NOUN" and word.lemmas & events().planned):
            return "planned"
        if word.pos != "NOUN" and word.lemmas & events().unsure:
            return None
    return None if index > clause[0] and tokens[index - 1].lower == "не" else "held"


def _status_by_tense(trigger: Word, governing: Word | None) -> Status | None:
    if trigger.pos == "INFN":
        if governing is not None and governing.lemmas & events().achieved:
            return "held"
        return "planned" if governing is not None and governing.form in {"будет", "будут"} else None
    tense = _finite_tense(governing) if governing is not None else None
    if trigger.pos == "PRTF" and trigger.parses[0].has("past"):
        return "held"
    return "planned" if tense == "futr" else "held"


def _finite_tense(word: Word) -> str | None:
    """past, pres or futr of the likeliest parse, where it is a verb or a short participle."""
    if not word.parses or word.parses[0].pos not in _FINITE:
        return None
    return next((tag for tag in ("futr", "past", "pres") if tag in word.parses[0].tags), None)


_INCLUDING = frozenset({"включает", "предусматривает", "предполагает"})


def _in_programme(tokens: list[Token], sentence: Sentence, index: int) -> bool:
    """«в программе визита – заседание рабочей группы»."""
    before = tokens[sentence.first : index]
    if any(t.lower == "программа" for t in before) and any(t.lower in _INCLUDING for t in before):
        return True  # «программа включает экскурсию»
    return any(
        token.lower in {"программе", "планах", "повестке"} and tokens[number + sentence.first - 1].lower == "в"
        for number, token in enumerate(before)
        if number
    )


_SETTING = frozenset({"на", "ходе", "время", "итогам", "после", "рамках", "результатам", "окончании", "завершении"})


def _is_setting(tokens: list[Token], index: int, governing: Word) -> bool:
    """«договорились на встрече», «запланировали в ходе визита»: where something was planned, itself held."""
    head = index - 1
    while head > 0 and (word := tokens[head].word) is not None and word.pos in {"ADJF", "PRTF", "NUMR", ""}:
        head -= 1
    return _finite_tense(governing) == "past" and tokens[head].lower in _SETTING


def _is_denied(tokens: list[Token], clause: tuple[int, int]) -> bool:
    """«ничего не планируется»."""
    return any(
        token.lower == "не" and following.word is not None and following.word.lemmas & events().planned
        for token, following in zip(tokens[clause[0] : clause[1]], tokens[clause[0] + 1 : clause[1]], strict=False)
    )


def _is_habitual(words: list[Word]) -> bool:
    """«ежегодно встречаются», «регулярные встречи»; one «ежегодный форум» is a happening."""
    for word in words:
        if word.lemmas & events().habitual and (
            not word.is_pos("ADJF") or any(p.number == "plur" for p in word.parses if p.pos == "ADJF")
        ):
            return True
    return False


_YEARS = re.compile(
    r"\bза (?:[\w-]+ ){0,2}(?:лет|годы|десятилети[ея]|время(?! (?:визит|поездк|пребыван|работ|форум|выставк)))\b", re.I
)


def _sums_up(scene: Scene, clause: tuple[int, int]) -> bool:
    """«за пять лет заключили 14 соглашений», «за это время обменялись делегациями»: many happenings at once."""
    start, end = scene.tokens[clause[0]].start, scene.tokens[clause[1] - 1].end
    return _YEARS.search(scene.context.text((start, end))) is not None


def _is_cancelled(tokens: list[Token], clauses: list[tuple[int, int]], own: int, index: int) -> bool:
    """«визит отменён», «визит готовили, но поездку пришлось отменить», «форум не состоялся»."""
    open_yet = not any(_is_finite(word) for word in _words(tokens, clauses[own]))
    for number, clause in enumerate(clauses[own:], own):
        if number > own and not _turns(tokens, clause) and not open_yet:
            continue
        for i in range(*clause):
            word = tokens[i].word
            if word is None or i == index:
                continue
            if word.lemmas & events().cancelled and not _is_moved_to(tokens, i):
                return True
            if word.lemmas & events().happening and i > clause[0] and tokens[i - 1].lower == "не":
                return True
        words = _words(tokens, clause)
        telling = any(speaks(word) for word in words)  # «поездка, заверил он, перенесена»
        open_yet = open_yet and (telling or not any(_is_finite(word) for word in words))
    return False


_MOVING = frozenset({"перенести", "отложить"})


def _is_moved_to(tokens: list[Token], index: int) -> bool:
    """«перенесена на ноябрь»: it is still to come."""
    word = tokens[index].word
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return word is not None and not word.lemmas.isdisjoint(_MOVING) and following in {"на", "до"}


def _turns(tokens: list[Token], clause: tuple[int, int]) -> bool:
    return any(token.lower in _TURNING for token in tokens[clause[0] : clause[0] + 2])


# ---------------------------------------------------------------- clauses


def _clauses(tokens: list[Token], sentence: Sentence) -> list[tuple[int, int]]:
    """Token ranges between commas, dashes and the like."""
    clauses: list[tuple[int, int]] = []
    first = sentence.first
    for index in range(sentence.first, sentence.last):
        if tokens[index].text in _BREAKS:
            clauses.append((first, index + 1))
            first = index + 1
    clauses.append((first, sentence.last))
    return clauses


def _words(tokens: list[Token], clause: tuple[int, int]) -> list[Word]:
    return [token.word for token in tokens[clause[0] : clause[1]] if token.word is not None]


def _noun_before(tokens: list[Token], clause: tuple[int, int], index: int) -> Word | None:
    """«подготовка визита», «о возможности встречи»: a noun says that the noun after it is still to come."""
    trigger = tokens[index].word
    if trigger is None or trigger.pos != "NOUN":
        return None
    for i in range(index - 1, max(clause[0], index - 4) - 1, -1):
        word = tokens[i].word
        if word is None:
            return None
        if word.is_pos("NOUN"):
            return word if word.lemmas & (events().planned | events().unsure) else None
    return None


def _governing(tokens: list[Token], clauses: list[tuple[int, int]], own: int, index: int) -> Word | None:
    """The verb the token hangs on, the nearest clause first."""
    for number in _order(tokens, clauses, own):
        found = _verb_in(tokens, clauses[number], index)
        if found is not None:
            return found
        if number == own and any(speaks(word) for word in _words(tokens, clauses[own])):
            return None  # «…, сообщил губернатор на открытии выставки»: what is told before says nothing of it
    return None


def _order(tokens: list[Token], clauses: list[tuple[int, int]], own: int) -> Iterator[int]:
    """The own clause, «который …» right after it, the clauses before from near to far, those after it."""
    yield own
    following = own + 1
    if following < len(clauses) and _is_relative(tokens, clauses[following]):
        yield following
    yield from range(own - 1, -1, -1)
    yield from range(own + 1, len(clauses))


def _is_relative(tokens: list[Token], clause: tuple[int, int]) -> bool:
    return any(token.word and "который" in token.word.lemmas for token in tokens[clause[0] : clause[0] + 2])


def _verb_in(tokens: list[Token], clause: tuple[int, int], index: int) -> Word | None:
    """The governing word of the clause: the nearest to the left, else the nearest to the right."""
    left = range(min(index, clause[1]) - 1, clause[0] - 1, -1)
    right = range(max(index + 1, clause[0]), clause[1])
    for i in [*left, *right]:
        word: Word | None = tokens[i].word
        if word is not None and i != index and _governs(word):
            return word
    return None


def _is_finite(word: Word) -> bool:
    return any(p.pos in _FINITE and p.score > 0.3 for p in word.parses)


def _governs(word: Word) -> bool:
    if word.form in {"будет", "будут"}:
        return True
    if word.pos != "NOUN" and word.lemmas & (events().planned | events().unsure | events().achieved):
        return True
    finite = any(p.pos in _FINITE and p.score > 0.3 for p in word.parses)
    return finite and (word.lemmas.isdisjoint(vocabulary().speech) or not word.lemmas.isdisjoint(events().verbs))
