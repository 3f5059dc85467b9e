"""What is still to come, whatever tense the verb has: what is prepared, meant, aimed at, talked of or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pobratim.reading.once import once
from pobratim.reading.records.governing import governing_verb
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DASHES, INFINITIVE, leading

if TYPE_CHECKING:
    from pobratim.reading.records.scenes import Scene


def is_awaited(scene: Scene, index: int) -> bool:
    """«план одобрен к подписанию», «обсудили проведение «Дней Омска»», «обсудили участие Бреста в Дне города»,
    «обсудили приезд делегации», «обсудили ответный визит», «проработали вопросы, связанные с организацией визита»."""
    tokens, first = scene.tokens, scene.sentence.first
    before = [token for token in tokens[max(first, index - _TALKED_OF) : index] if token.word is not None]
    if tokens[index].lemma == "подписание" and before and before[-1].lower == "к":
        return True
    if _is_discussed(scene, index):
        return True
    lemmas = [token.word.lemmas for token in before if token.word is not None]
    if not lemmas:
        return False
    own = tokens[index].word
    if own is not None and _is_coming(own, lemmas[-1]) and own.is_case("accs"):
        return any(not words.isdisjoint(_DISCUSSING) for words in lemmas)
    held = next((number for number, words in enumerate(lemmas) if not words.isdisjoint(_PREPARING)), None)
    return held is not None and any(not words.isdisjoint(_DISCUSSING) for words in lemmas[:held])


def _is_discussed(scene: Scene, index: int) -> bool:
    """«обсудили | подписание договора», «подписание договора обсудили мэры», «говорили о | заключении договора»."""
    noun = scene.tokens[index]
    if noun.lemma not in _SIGNING or noun.word is None or noun.word.pos != "NOUN":
        return False
    lead = scene.tokens[leading(scene.tokens, index, scene.sentence.first)].lower
    first, last = scene.clauses.stretch_at(index)
    said = [token.word for token in scene.tokens[first:last] if token.word is not None]
    if index > scene.sentence.first and lead in {"о", "об"}:
        return any(not word.lemmas.isdisjoint(_DISCUSSING | _SPEAKING) for word in said)
    if not noun.is_case("accs") or lead in _PREPOSITIONS:
        return False
    return any(word.pos == "VERB" and not word.lemmas.isdisjoint(_TALKING) for word in said)


_SIGNING = frozenset({"подписание", "заключение"})
_SPEAKING = frozenset({"говорить", "поговорить", "речь", "рассматривать", "рассмотреть"})
_TALKING = frozenset({"обсудить", "обсуждать", "рассмотреть", "рассматривать", "проработать", "прорабатывать"})
_PREPOSITIONS = frozenset({"на", "в", "во", "за", "при", "после", "перед", "под", "про"})


def _is_coming(noun: Word, before: frozenset[str]) -> bool:
    """«приезд», «ответный визит»."""
    return bool(noun.lemmas & _COMING) or (bool(noun.lemmas & _JOURNEYS) and bool(before & _AHEAD))


_TALKED_OF = 10
"""Tokens from «обсудили» to what is talked of."""
_PREPARING = frozenset({"проведение", "участие", "приезд", "организация"})
_COMING = frozenset({"приезд", "прибытие"})
_JOURNEYS = frozenset({"визит", "поездка"})
_AHEAD = frozenset({"ответный", "предстоящий", "будущий", "возможный", "скорый"})
_DISCUSSING = frozenset({"обсудить", "обсуждать", "обсуждаться", "обсуждение", "проработать", "прорабатывать"})


@once
def is_talked_of(scene: Scene, index: int) -> bool:
    """«рассмотрели вопрос (о) | подписании», «подписание обсуждалось сегодня»: still to come, and nobody says when."""
    noun, first = scene.tokens[index].word, scene.sentence.first
    if noun is None or noun.pos != "NOUN":
        return False
    if _is_discussed(scene, index):
        return True
    before = [token for token in scene.tokens[max(first, index - 2) : index] if token.lower not in {"о", "об"}]
    if before and before[-1].lemma == "вопрос":
        return True
    verb = governing_verb(scene, scene.clauses.piece_at(index), index)
    within = scene.tokens[leading(scene.tokens, index, first)].lower in SETTING  # «в ходе | встречи обсуждались»
    subject = not within and noun.is_case("nomn")
    return subject and verb is not None and not verb.lemmas.isdisjoint(_DISCUSSED)


_DISCUSSED = frozenset({"обсуждаться", "прорабатываться", "рассматриваться"})
SETTING = frozenset({"на", "ходе", "время", "итогам", "после", "рамках", "результатам", "окончании", "завершении"})
"""Before what only says when something was: «в ходе | встречи»."""


def is_meant(scene: Scene, index: int) -> bool:
    """«приняли решение о | подписании»: still to come, on another day than the decision."""
    about = scene.tokens[max(scene.sentence.first, index - 2) : index]
    return len(about) == 2 and about[0].lemma in _MEANT and about[1].lower in {"о", "об"}


_MEANT = frozenset({"решение", "инициатива", "предложение", "договорённость", "договоренность", "намерение"})


def is_aim(scene: Scene, index: int) -> bool:
    """«Основная цель визита – заключение | соглашения», «прибыли для подписания», «договор направлен на участие в
    форуме»: nobody says that it came to that."""
    tokens, first = scene.tokens, scene.sentence.first
    if _is_directed_at(scene, index):
        return True
    dash = leading(tokens, index, first)
    if tokens[dash].lemma == "проведение" and dash > first:
        dash = leading(tokens, dash, first)  # «находится в Минске для проведения | переговоров»
    if tokens[dash].lower in {"для", "ради", "целью"} and dash > first:
        return True
    stands = dash > first and (tokens[dash].text in DASHES or tokens[dash].lower in {"является", "это"})
    return stands and any(token.lemma in _AIMS for token in tokens[max(first, dash - _AIM_REACH) : dash])


_AIMS = frozenset({"цель", "задача"})
_AIM_REACH = 6
"""Tokens from «цель» to the dash."""


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


def is_refused(scene: Scene, index: int) -> bool:
    """«не намерен | расторгать», «отказался разрывать», «отклонили просьбу о приостановлении»: it goes on."""
    before = scene.tokens[max(scene.sentence.first, index - _REFUSED) : index]
    told = any(token.word is not None and not token.word.lemmas.isdisjoint(_REFUSING) for token in before)
    verb = scene.tokens[index].is_mostly(INFINITIVE)
    return told or (verb and any(token.lower == "не" for token in before[-2:]))


_REFUSED = 5
"""Tokens from «отклонили» to what was asked for."""
_REFUSING = frozenset({"отказаться", "отказываться", "отклонить", "отвергнуть", "передумать"})


def is_turned_down(scene: Scene, index: int) -> bool:
    """«идею провести | Дни Омска отклонили», «не поддержали предложение о | форуме»: what was offered is none."""
    first, last = scene.clauses.stretch_at(index)
    tokens = scene.tokens
    if not any(token.lemma in _OFFERED for token in tokens[first:index]):
        return False
    told = (i for i in range(first, last) if tokens[i].word is not None and scene.clauses.has_verb(i, i + 1))
    return any(
        tokens[i].lemma in _TURNING_DOWN or (tokens[i].lemma in _BACKING and tokens[i - 1].lower == "не") for i in told
    )


_OFFERED = frozenset({"идея", "предложение", "инициатива", "просьба"})
_TURNING_DOWN = frozenset({"отклонить", "отклонять", "отвергнуть", "отвергать", "отказать", "отказаться"})
_BACKING = frozenset({"поддержать", "принять", "одобрить", "обсуждать", "обсуждаться", "рассматривать", "пройти"})


def in_programme(scene: Scene, index: int) -> bool:
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


_INCLUDED = frozenset({"включать", "предусматривать", "предполагать"})
_INCLUDING = frozenset({"включает", "предусматривает", "предполагает"})
_PROGRAMMES = frozenset({"программа", "план", "повестка"})
