"""Was it, will it be, was it called off? What the verbs around a word tell of the happening it names.

A finite verb tells it itself («посетила», «посетит»); a noun or an infinitive asks the verb that governs it,
first in its own piece of the sentence, then in «который …» after it, then in the pieces beside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pobratim.reading.once import once, union
from pobratim.reading.records.feast_names import JUBILEES
from pobratim.reading.records.lexicon import events
from pobratim.reading.text.clauses import Piece
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DASHES, Token, leading
from pobratim.reading.text.speech import speaks, vocabulary

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene

Status = Literal["held", "planned", "cancelled"]

_WISHING = frozenset({"бы", "если", "чтобы"})
_TURNING = frozenset({"но", "однако", "а"})
_FINITE = frozenset({"VERB", "PRTS"})
_INFINITIVE = frozenset({"INFN"})


def status_of(scene: Scene, index: int) -> Status | None:
    """The status of what the token tells; None where it is only wished, offered or habitual."""
    trigger = scene.tokens[index].word
    assert trigger is not None
    own = scene.clauses.piece_at(index)
    words = _words(scene.tokens, own)
    if _is_habitual(words) or _sums_up(scene, own):
        return None
    if trigger.pos == "GRND" and not trigger.parses[0].has("past") and scene.with_lemmas(events().habitual):
        return None  # «приезжая в Омск, он всегда чувствует себя дома»
    if trigger.pos == "VERB" and _finite_tense(trigger) is not None:
        return _status_of_verb(scene, index, own)
    if trigger.pos == "PRTS":
        return _status_of_participle(scene.tokens, own, index)
    if _is_cancelled(scene, own, index):
        return "cancelled"
    if trigger.pos == "NOUN" and (_in_programme(scene, index) or _is_awaited(scene, index) or is_aim(scene, index)):
        return "planned"
    if trigger.pos == "GRND" and trigger.parses[0].has("past") and not trigger.lemmas & events().planned:
        return _status_of_gerund(scene, own, index)
    if is_talked_of(scene, index) or is_meant(scene, index):
        return "planned"
    if trigger.pos == "NOUN" and _would_be(scene.tokens, own):
        return None
    governing = _noun_before(scene.tokens, scene.clauses.part_at(index).first, index) or _governing(scene, own, index)
    if governing is not None and not _is_setting(scene.tokens, index, governing):
        if governing.lemmas & events().unsure:
            return None
        if governing.lemmas & events().planned:
            return "planned" if not _is_denied(scene.tokens, own) else None
    if governing in words and governing.pos == "PRTS" and any(word.form in _WILL_BE for word in words):
        return "planned"  # «переговоры будут посвящены | подписанию договора»
    return _status_by_tense(trigger, governing)


def _would_be(tokens: list[Token], piece: Piece) -> bool:
    """«проведение Дней Омска | было бы полезно»."""
    around = pairwise(token.lower for token in tokens[piece.first : piece.last])
    return any(second == "бы" and first in _BEING for first, second in around)


_BEING = frozenset({"был", "была", "было", "были", "стал", "стала", "стало", "стали", "мог", "могла", "могло", "могли"})


def _status_of_gerund(scene: Scene, own: Piece, index: int) -> Status | None:
    """«договорились о связях, | подписав | меморандум»: as much as the verb beside it happened or will."""
    governing = _governing(scene, own, index)
    return "planned" if governing is not None and _finite_tense(governing) == "futr" else "held"


def _is_awaited(scene: Scene, index: int) -> bool:
    """«план одобрен к подписанию», «обсудили проведение «Дней Омска»», «обсудили участие Бреста в Дне города»."""
    tokens, first = scene.tokens, scene.sentence.first
    before = [token for token in tokens[max(first, index - _TALKED_OF) : index] if token.word is not None]
    if tokens[index].lemma == "подписание" and before and before[-1].lower == "к":
        return True
    lemmas = [token.word.lemmas for token in before if token.word is not None]
    held = next((number for number, words in enumerate(lemmas) if not words.isdisjoint(_PREPARING)), None)
    return held is not None and any(not words.isdisjoint(_DISCUSSING) for words in lemmas[:held])


@once
def is_talked_of(scene: Scene, index: int) -> bool:
    """«рассмотрели вопрос (о) | подписании», «подписание обсуждалось сегодня»: still to come, and nobody says when."""
    noun, first = scene.tokens[index].word, scene.sentence.first
    if noun is None or noun.pos != "NOUN":
        return False
    before = [token for token in scene.tokens[max(first, index - 2) : index] if token.lower not in {"о", "об"}]
    if before and before[-1].lemma == "вопрос":
        return True
    verb = _governing(scene, scene.clauses.piece_at(index), index)
    subject = any(parse.case == "nomn" for parse in noun.parses)
    return subject and verb is not None and not verb.lemmas.isdisjoint(_DISCUSSED)


def is_meant(scene: Scene, index: int) -> bool:
    """«приняли решение о | подписании»: still to come, on another day than the decision."""
    about = scene.tokens[max(scene.sentence.first, index - 2) : index]
    return len(about) == 2 and about[0].lemma in _MEANT and about[1].lower in {"о", "об"}


_MEANT = frozenset({"решение", "инициатива", "предложение", "договорённость", "договоренность", "намерение"})
_DISCUSSED = frozenset({"обсуждаться", "прорабатываться", "рассматриваться"})


def is_aim(scene: Scene, index: int) -> bool:
    """«Основная цель визита – заключение | соглашения», «прибыли для подписания», «договор направлен на участие в
    форуме»: nobody says that it came to that."""
    tokens, first = scene.tokens, scene.sentence.first
    if _is_directed_at(scene, index):
        return True
    dash = leading(tokens, index, first)
    if tokens[dash].lower in {"для", "ради", "целью"} and dash > first:
        return True
    stands = dash > first and (tokens[dash].text in DASHES or tokens[dash].lower in {"является", "это"})
    return stands and any(token.lemma in _AIMS for token in tokens[max(first, dash - _AIM_REACH) : dash])


def _is_directed_at(scene: Scene, index: int) -> bool:
    """«мероприятия договора направлены на | участие», not «делегация направлена на форум»: people are sent there."""
    tokens, first = scene.tokens, scene.clauses.side_at(index)[0]
    for i in range(first, index - 1):
        word = tokens[i].word
        if word is None or word.pos != "PRTS" or word.lemmas.isdisjoint(_DIRECTED) or tokens[i + 1].lower != "на":
            continue
        return not any(s.kind in {"delegation", "person"} and s.end <= tokens[i].start for s in scene.stands)
    return False


_DIRECTED = frozenset({"направить", "нацелить"})
_AIMS = frozenset({"цель", "задача"})
_AIM_REACH = 6
"""Tokens from «цель» to the dash."""
_TALKED_OF = 7
"""Tokens from «обсудили» to what is talked of."""
_PREPARING = frozenset({"проведение", "участие"})
_DISCUSSING = frozenset({"обсудить", "обсуждать", "обсуждаться", "обсуждение"})


def is_counted_from(tokens: list[Token], index: int, first: int) -> bool:
    """«26 лет со дня подписания договора», «к 10-летию подписания»: long ago, whatever the verb says."""
    near = tokens[max(first, index - 3) : index]
    near = near if all(token.text != ":" for token in near) else []  # «стал юбилей: договор заключили в 2013 году»
    after = {"дня", "момента"} & {token.lower for token in near} and any(token.lower in {"с", "со"} for token in near)
    return bool(after) or any(token.lemma.endswith("летие") or token.lemma in JUBILEES for token in near)


def is_refused(scene: Scene, index: int) -> bool:
    """«не намерен | расторгать», «отказался разрывать», «отклонили просьбу о приостановлении»: it goes on."""
    before = scene.tokens[max(scene.sentence.first, index - _REFUSED) : index]
    told = any(token.word is not None and not token.word.lemmas.isdisjoint(_REFUSING) for token in before)
    verb = scene.tokens[index].is_mostly(_INFINITIVE)
    return told or (verb and any(token.lower == "не" for token in before[-2:]))


_REFUSED = 5
"""Tokens from «отклонили» to what was asked for."""
_REFUSING = frozenset({"отказаться", "отказываться", "отклонить", "отвергнуть", "передумать"})


_REPEATED = frozenset({"приезжать", "посещать", "прилетать", "прибывать", "ездить"})


def _status_of_verb(scene: Scene, index: int, piece: Piece) -> Status | None:
    """«посетил», «посетит»; not «не посетил», «посетил бы»."""
    words = {token.lower for token in scene.tokens[piece.first : piece.last]}
    if words & _WISHING or (index > piece.first and scene.tokens[index - 1].lower == "не"):
        return None
    word = scene.tokens[index].word
    assert word is not None
    tense = _finite_tense(word)
    if tense == "pres" and word.lemmas & _REPEATED and not scene.dates and not _is_arriving(scene, word):
        return None  # «земляки приезжают уже в четвёртый раз»
    if tense == "past" and word.lemmas & _REPEATED and not scene.dates and scene.with_lemmas(events().habitual):
        return None  # «омичи регулярно посещали Брест, а брестчане приезжали в Омск»
    awaited = tense == "pres" and word.lemmas & union(events().planned, events().departing)  # «ждём гостей»
    return "planned" if tense == "futr" or awaited else "held"


def _is_arriving(scene: Scene, verb: Word) -> bool:
    """«В Омск прибывает делегация Бреста»: one delegation, and nothing says that it does so time and again."""
    one = any(parse.number == "sing" for parse in verb.parses)
    return one and not scene.with_lemmas(events().habitual) and any(s.kind == "delegation" for s in scene.stands)


def _status_of_participle(tokens: list[Token], piece: Piece, index: int) -> Status | None:
    """«подписано», «будет подписано», «может быть подписано»."""
    for word in _words(tokens, piece):
        if word.form in _WILL_BE or (word.pos not in {"NOUN", "PRTS"} and word.lemmas & events().planned):
            return "planned"
        if word.pos != "NOUN" and word.lemmas & events().unsure:
            return None
    before = [token.lower for token in tokens[max(piece.first, index - 2) : index]]
    denied = before[-1:] == ["не"] or (before[:1] == ["не"] and before[-1] in _WAS)  # «так и не был подписан»
    return None if denied else "held"


_WILL_BE = frozenset({"будет", "будут"})
_WAS = frozenset({"был", "была", "было", "были"})


def _status_by_tense(trigger: Word, governing: Word | None) -> Status | None:
    if trigger.pos == "INFN":
        if governing is not None and governing.lemmas & events().achieved:
            return "held" if _finite_tense(governing) != "futr" else "planned"
        return "planned" if governing is not None and governing.form in _WILL_BE else None
    tense = _finite_tense(governing) if governing is not None else None
    if trigger.pos == "PRTF" and trigger.parses[0].has("past"):
        return "held"
    return "planned" if tense == "futr" else "held"


def _finite_tense(word: Word) -> str | None:
    """past, pres or futr of the likeliest parse, where it is a verb or a short participle."""
    if not word.parses or word.parses[0].pos not in _FINITE:
        return None
    return next((tag for tag in ("futr", "past", "pres") if tag in word.parses[0].tags), None)


_INCLUDED = frozenset({"включать", "предусматривать", "предполагать"})
_INCLUDING = frozenset({"включает", "предусматривает", "предполагает"})
_PROGRAMMES = frozenset({"программа", "план", "повестка"})


def _in_programme(scene: Scene, index: int) -> bool:
    """«в программе визита – заседание рабочей группы», «программа включает экскурсию»."""
    tokens = scene.tokens
    programmes = [i for i in scene.with_lemmas(_PROGRAMMES) if i < index]
    if any(tokens[i].lower == "программа" for i in programmes) and any(
        i < index and tokens[i].lower in _INCLUDING for i in scene.with_lemmas(_INCLUDED)
    ):
        return True
    return any(
        tokens[i].lower in {"программе", "планах", "повестке"}
        and scene.tokens[leading(scene.tokens, i, scene.sentence.first)].lower == "в"
        for i in programmes
        if i > scene.sentence.first
    )


_SETTING = frozenset({"на", "ходе", "время", "итогам", "после", "рамках", "результатам", "окончании", "завершении"})


def _is_setting(tokens: list[Token], index: int, governing: Word) -> bool:
    """«договорились, предложил на встрече», «запланировали в ходе визита»: where something was planned, itself held."""
    head = index - 1
    while head > 0 and (word := tokens[head].word) is not None and word.pos in {"ADJF", "PRTF", "NUMR", ""}:
        head -= 1
    if tokens[head].lower == "на" and (trigger := tokens[index].word) is not None:
        return _finite_tense(governing) == "past" and any(p.case == "loct" for p in trigger.parses)
    return _finite_tense(governing) == "past" and tokens[head].lower in _SETTING


def _is_denied(tokens: list[Token], piece: Piece) -> bool:
    """«ничего не планируется»."""
    return any(
        token.lower == "не" and following.word is not None and following.word.lemmas & events().planned
        for token, following in pairwise(tokens[piece.first : piece.last])
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
    r"\b(?:раз|по разу) в (?:[\w-]+ )?(?:лет|год|года|месяц\w*|недел\w+)\b|\bиз года в год\b"
    r"|\bкажд(?:ый|ые) (?:[\w-]+ )?(?:год|года|лет|месяц\w*)\b"
    r"|\bза (?:[\w-]+ ){0,2}(?:лет|годы|десятилети[ея]|время(?! (?:визит|поездк|пребыван|работ|форум|выставк)))\b",
    re.I,
)


def _sums_up(scene: Scene, piece: Piece) -> bool:
    """«за пять лет заключили 14 соглашений», «встречаются раз в год»: many happenings at once."""
    start, end = scene.tokens[piece.first].start, scene.tokens[piece.last - 1].end
    return _YEARS.search(scene.context.text((start, end))) is not None


def _is_cancelled(scene: Scene, own: Piece, index: int) -> bool:
    """«визит отменён», «визит готовили, но поездку пришлось отменить», «форум не состоялся»."""
    tokens, pieces = scene.tokens, scene.clauses.pieces
    telling = [i for i in scene.with_lemmas(_calling_off()) if i >= own.first and i != index and calls_off(tokens, i)]
    if not telling:
        return False
    open_yet = own.verb is None
    for piece in pieces[own.number :]:
        if piece.number > own.number and not open_yet and not _turns(tokens, piece):
            continue
        if any(piece.first <= i < piece.last for i in telling):
            return True
        says = any(speaks(word) for word in _words(tokens, piece))  # «поездка, заверил он, перенесена»
        open_yet = open_yet and (says or piece.verb is None)
    return False


def _calling_off() -> frozenset[str]:
    return union(events().cancelled, events().happening)


def calls_off(tokens: list[Token], index: int) -> bool:
    """«отменён», «не состоялся»."""
    word = tokens[index].word
    if word is None:
        return False
    if word.lemmas & events().cancelled and not _is_moved_to(tokens, index):
        return True
    return bool(word.lemmas & events().happening) and index > 0 and tokens[index - 1].lower == "не"


_MOVING = frozenset({"перенести", "отложить"})


def _is_moved_to(tokens: list[Token], index: int) -> bool:
    """«перенесена на ноябрь»: it is still to come."""
    word = tokens[index].word
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return word is not None and not word.lemmas.isdisjoint(_MOVING) and following in {"на", "до"}


def _turns(tokens: list[Token], piece: Piece) -> bool:
    return any(token.lower in _TURNING for token in tokens[piece.first : piece.first + 2])


# ---------------------------------------------------------------- what governs


def _words(tokens: list[Token], piece: Piece) -> list[Word]:
    return [token.word for token in tokens[piece.first : piece.last] if token.word is not None]


def _noun_before(tokens: list[Token], first: int, index: int) -> Word | None:
    """«подготовка визита», «о возможности встречи»: a noun says that the noun after it is still to come."""
    trigger = tokens[index].word
    if trigger is None or trigger.pos != "NOUN":
        return None
    for i in range(index - 1, max(first, index - 5) - 1, -1):
        word = tokens[i].word
        if word is None and tokens[i].text not in {"«", '"', "“"}:
            return None
        if word is not None and word.form in _WHERE:
            return None  # «подписали план | на встрече»
        if word is not None and "организация" in word.lemmas and _is_thanked_for(tokens[first:i]):
            return None  # «благодарим за помощь в организации | визита»
        if word is None or word.form in {"и", "о", "об"} or "проведение" in word.lemmas:
            continue  # «подготовка и проведение «Дней Омска»», «договорённость о встрече»
        if word.form == "к" and (before := tokens[max(first, i - 1)].word) is not None and before.pos == "NOUN":
            continue  # «подготовка к | визиту»
        if word.is_pos("NOUN"):
            return word if word.lemmas & union(events().planned, events().unsure) else None
    return None


def _is_thanked_for(before: list[Token]) -> bool:
    """Is it what was done already that somebody is thanked for?"""
    return any(token.word is not None and not token.word.lemmas.isdisjoint(_THANKS) for token in before)


_THANKS = frozenset({"благодарить", "поблагодарить", "благодарность", "признательность", "вклад", "поддержка", "помощь",
                     "наградить", "награждать", "отметить"})  # fmt: skip
_WHERE = frozenset({"на", "в", "во", "при", "после"})
"""Before the noun of a happening: where or when something else was done."""


def _governing(scene: Scene, own: Piece, index: int) -> Word | None:
    """The verb the token hangs on: of its own piece, of «который …» right after it, the nearest before, the next."""
    found, pieces = scene.governing, scene.clauses.pieces
    here = _nearest(found, own, index)
    if here is None and any(speaks(word) for word in _words(scene.tokens, own)):
        return None  # «…, сообщил губернатор на открытии выставки»: what is told before says nothing of it
    if here is None and own.number + 1 < len(pieces) and _is_relative(scene.tokens, pieces[own.number + 1]):
        here = _nearest(found, pieces[own.number + 1], index)
    if here is None:
        before, after = bisect_left(found, own.first), bisect_left(found, own.last)
        here = found[before - 1] if before else found[after] if after < len(found) else None
    return scene.tokens[here].word if here is not None else None


def _nearest(found: list[int], piece: Piece, index: int) -> int | None:
    """The governing word of the piece: the nearest to the left, else the nearest to the right."""
    inside = found[bisect_left(found, piece.first) : bisect_left(found, piece.last)]
    left = [i for i in inside if i < index]
    return left[-1] if left else next((i for i in inside if i > index), None)


def _is_relative(tokens: list[Token], piece: Piece) -> bool:
    return any(token.word and "который" in token.word.lemmas for token in tokens[piece.first : piece.first + 2])


def governing_words(scene: Scene) -> list[int]:
    """The tokens of the sentence that tell of others' time: finite verbs, but those of saying, and words of intent."""
    told = [i for i in scene.clauses.verbs if _tells(scene.tokens[i].word)]
    meant = scene.with_lemmas(_meaning())
    meant = [i for i in meant if (word := scene.tokens[i].word) is not None and word.pos != "NOUN"]
    return sorted({*told, *meant})


@cache
def _meaning() -> frozenset[str]:
    return union(events().planned, events().unsure, events().achieved)


def _tells(word: Word | None) -> bool:
    return word is not None and (
        word.lemmas.isdisjoint(vocabulary().speech) or not word.lemmas.isdisjoint(events().verbs)
    )
