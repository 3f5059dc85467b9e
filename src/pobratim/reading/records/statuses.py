"""Was it, will it be, was it called off? What the verbs around a word tell of the happening it names.

A finite verb tells it itself («посетила», «посетит»); a noun or an infinitive asks the verb that governs it,
first in its own piece of the sentence, then in «который …» after it, then in the pieces beside.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pobratim.reading.once import union
from pobratim.reading.records.awaited import (
    SETTING,
    in_programme,
    is_aim,
    is_awaited,
    is_meant,
    is_talked_of,
    is_turned_down,
)
from pobratim.reading.records.calling_off import is_cancelled
from pobratim.reading.records.dating import is_set_for
from pobratim.reading.records.feast_names import JUBILEES
from pobratim.reading.records.governing import finite_tense, governing_verb, noun_before, words_of
from pobratim.reading.records.lexicon import events
from pobratim.reading.text.clauses import Piece
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import Token

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene

Status = Literal["held", "planned", "cancelled"]

_WISHING = frozenset({"бы", "если", "чтобы"})


def status_of(scene: Scene, index: int) -> Status | None:
    """The status of what the token tells; None where it is only wished, offered or habitual."""
    trigger = scene.tokens[index].word
    assert trigger is not None
    own = scene.clauses.piece_at(index)
    words = words_of(scene.tokens, own)
    if _is_habitual(words) or _sums_up(scene, own) or is_turned_down(scene, index):
        return None
    if trigger.pos == "GRND" and not trigger.parses[0].has("past") and scene.with_lemmas(events().habitual):
        return None  # «приезжая в Омск, он всегда чувствует себя дома»
    if trigger.pos == "VERB" and finite_tense(trigger) is not None:
        return _status_of_verb(scene, index, own)
    if trigger.pos == "PRTS":
        return _status_of_participle(scene.tokens, own, index)
    if is_cancelled(scene, own, index):
        return "cancelled"
    if trigger.pos == "NOUN" and (in_programme(scene, index) or is_awaited(scene, index) or is_aim(scene, index)):
        return "planned"
    if trigger.pos == "GRND" and trigger.parses[0].has("past") and not trigger.lemmas & events().planned:
        return _status_of_gerund(scene, own, index)
    if is_talked_of(scene, index) or is_meant(scene, index) or _takes_place_later(scene, own, index):
        return "planned"
    if is_set_for(scene, index):
        return "planned"
    if trigger.pos == "INFN" and _gathered_to(scene, own):
        return "held"
    if trigger.pos == "NOUN" and _would_be(scene.tokens, own):
        return None
    noun = noun_before(scene.tokens, scene.clauses.part_at(index).first, index)
    governing = noun or governing_verb(scene, own, index)
    if governing is not None and not _is_setting(scene.tokens, index, governing):
        if governing.lemmas & events().unsure or ("смочь" in governing.lemmas and finite_tense(governing) == "futr"):
            return None  # «гости могут, смогут побывать на ярмарке»
        if governing.lemmas & events().planned and not _only_gather(words, governing):
            return "planned" if not _is_denied(scene.tokens, own) else None
    if governing in words and governing.pos == "PRTS" and any(word.form in _WILL_BE for word in words):
        return "planned"  # «переговоры будут посвящены | подписанию договора»
    return _status_by_tense(trigger, governing)


def _takes_place_later(scene: Scene, own: Piece, index: int) -> bool:
    """«подпишут на форуме, | который пройдёт в июне», «участие в «Купалье» («Река зовёт»), | который состоится»."""
    noun = scene.tokens[index].word
    behind = scene.clauses.pieces[own.number + 1 :]
    relative = next((piece for piece in behind if piece.sign not in _NAMING_SIGNS), None)
    if noun is None or noun.pos != "NOUN" or relative is None or relative.verb is None:
        return False
    which, verb = scene.tokens[relative.first].word, scene.tokens[relative.verb].word
    if which is None or which.lemma != "который" or verb is None or verb.lemmas.isdisjoint(events().happening):
        return False
    return finite_tense(verb) == "futr" and _same_gender(noun, which)


_NAMING_SIGNS = frozenset('«»"“”()')
"""Signs around the names that a happening has."""


def _same_gender(noun: Word, which: Word) -> bool:
    """Can «который» stand for the noun?"""
    kinds = {"plur" if parse.number == "plur" else parse.gender for parse in noun.parses}
    return any(("plur" if parse.number == "plur" else parse.gender) in kinds for parse in which.parses)


def _gathered_to(scene: Scene, own: Piece) -> bool:
    """«собрались, чтобы | обсудить», «встретились, чтобы | подписать»: they were together for it."""
    if scene.tokens[own.first].lower != "чтобы" or own.number == 0:
        return False
    main = words_of(scene.tokens, scene.clauses.pieces[own.number - 1])
    return any(word.lemmas & _GATHERING and finite_tense(word) == "past" for word in main)


_GATHERING = frozenset({"собраться", "встретиться", "съехаться"})


def _only_gather(words: list[Word], governing: Word) -> bool:
    """«за круглым столом собрались депутаты», «напомнил собравшимся»: they mean to do nothing further («собрались
    посетить»)."""
    if "собраться" not in governing.lemmas:
        return False
    if governing.pos == "INFN" and any(word.lemmas & events().achieved for word in words):
        return True  # «успела собраться рабочая группа»
    gathering = finite_tense(governing) == "past" or governing.pos == "PRTF"
    return gathering and not any(word.pos == "INFN" for word in words)


def _would_be(tokens: list[Token], piece: Piece) -> bool:
    """«проведение Дней Омска | было бы полезно»."""
    around = pairwise(token.lower for token in tokens[piece.first : piece.last])
    return any(second == "бы" and first in _BEING for first, second in around)


_BEING = frozenset({"был", "была", "было", "были", "стал", "стала", "стало", "стали", "мог", "могла", "могло", "могли"})


def _status_of_gerund(scene: Scene, own: Piece, index: int) -> Status | None:
    """«договорились о связях, | подписав | меморандум»: as much as the verb beside it happened or will."""
    governing = governing_verb(scene, own, index)
    return "planned" if governing is not None and finite_tense(governing) == "futr" else "held"


def is_counted_from(tokens: list[Token], index: int, first: int) -> bool:
    """«26 лет со дня подписания договора», «к 10-летию подписания»: long ago, whatever the verb says."""
    near = tokens[max(first, index - 3) : index]
    near = near if all(token.text != ":" for token in near) else []  # «стал юбилей: договор заключили в 2013 году»
    after = {"дня", "момента"} & {token.lower for token in near} and any(token.lower in {"с", "со"} for token in near)
    return bool(after) or any(token.lemma.endswith("летие") or token.lemma in JUBILEES for token in near)


_REPEATED = frozenset({"приезжать", "посещать", "прилетать", "прибывать", "ездить"})


def _status_of_verb(scene: Scene, index: int, piece: Piece) -> Status | None:
    """«посетил», «посетит»; not «не посетил», «посетил бы»."""
    words = {token.lower for token in scene.tokens[piece.first : piece.last]}
    if words & _WISHING or (index > piece.first and scene.tokens[index - 1].lower == "не"):
        return None
    word = scene.tokens[index].word
    assert word is not None
    tense = finite_tense(word)
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
    for word in words_of(tokens, piece):
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
            return "held" if finite_tense(governing) != "futr" else "planned"
        return "planned" if governing is not None and governing.form in _WILL_BE else None
    tense = finite_tense(governing) if governing is not None else None
    if trigger.pos == "PRTF" and trigger.parses[0].has("past"):
        return "held"
    return "planned" if tense == "futr" else "held"


def _is_setting(tokens: list[Token], index: int, governing: Word) -> bool:
    """«договорились, предложил на встрече», «запланировали в ходе визита»: where something was planned, itself held."""
    if "намерить" in governing.lemmas:
        return False  # «намерены подписать | на форуме»: what is meant is to be there
    head = index - 1
    while head > 0 and (word := tokens[head].word) is not None and word.pos in {"ADJF", "PRTF", "NUMR", ""}:
        head -= 1
    if tokens[head].lower == "на" and (trigger := tokens[index].word) is not None:
        return finite_tense(governing) == "past" and trigger.is_case("loct")
    return finite_tense(governing) == "past" and tokens[head].lower in SETTING


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
