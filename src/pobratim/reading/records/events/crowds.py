"""Crowds that come over a time, no guests: «за год побывали две тысячи туристов»."""

from __future__ import annotations

from itertools import pairwise

from pobratim.reading.once import once
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import INFINITIVE, Token

_MANY = listed("guests", "crowds")
_LARGE = 100


@once
def counts(scene: Scene, index: int) -> bool:
    """«за год побывали две тысячи туристов», «выставку посетят 70 тысяч человек»: a figure, no journey."""
    near = scene.tokens[max(scene.sentence.first, index - 5) : min(scene.sentence.last, index + 6)]
    many = any(token.word is not None and not token.word.lemmas.isdisjoint(_MANY) for token in near)
    large = any(a.text.isdigit() and int(a.text) >= _LARGE and _is_many(b) for a, b in pairwise(near))
    if _sums_up_groups(scene, index):
        return True
    led = any(token.word is not None and not token.word.lemmas.isdisjoint(events().groups) for token in near)
    return (many or large) and not led


def _sums_up_groups(scene: Scene, index: int) -> bool:
    """«за год город посетили пять делегаций»: how many came over a time."""
    first, last = scene.clauses.stretch_at(index)
    words = scene.tokens[first:last]
    leads = (number for number, token in enumerate(words) if token.lower == "за")
    over = any(token.lemma in _TIMES for lead in leads for token in words[lead + 1 : lead + 3])
    groups = (b for a, b in pairwise(words) if a.text.isdigit() or (a.word is not None and a.word.is_pos("NUMR")))
    return over and any(token.word is not None and token.word.lemmas & events().groups for token in groups)


_TIMES = frozenset({"год", "месяц", "полугодие", "квартал", "полгода", "лето"})


def comes_to_stay(scene: Scene, index: int) -> bool:
    """«приехали | работать», «едут учиться», «прибыли на лечение»: for themselves, whoever they are."""
    near = scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]
    if any(token.word is not None and token.is_mostly(INFINITIVE) and token.lemma in _STAYING for token in near):
        return True
    return any(a.lower == "на" and b.lemma in _STAYS for a, b in pairwise(near))


_STAYING = frozenset({"работать", "учиться", "жить", "отдыхать", "отдохнуть", "лечиться", "поступать"})
_STAYS = frozenset({"работа", "учёба", "учеба", "лечение", "отдых"})


def _is_many(token: Token) -> bool:
    """A noun in the genitive plural: «340 школьников»."""
    return token.word is not None and any(p.case == "gent" and p.number == "plur" for p in token.word.parses)
