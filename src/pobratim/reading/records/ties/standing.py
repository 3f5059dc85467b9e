"""Whether places are twins or partners, will be or no longer are, as the clause of the tie tells."""

from __future__ import annotations

from typing import Literal

from pobratim.reading.once import union
from pobratim.reading.records.awaited import is_refused
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.lexicon import documents, events
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.ties.lasting import anniversary_beside

TieStatus = Literal["active", "planned", "ended"]
DECIDING = frozenset({"решение", "постановление", "решить"})
"""What goes before the tie itself, or before its end."""


def status_of(scene: Scene, index: int) -> tuple[TieStatus, int]:
    """The status that the clause gives the tie, and how strongly: 2 said outright, 1 by the way."""
    first, last = scene.clauses.stretch_at(index)
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    if before is not None and "бывший" in before.lemmas:
        return "ended", 2
    if _is_ended(scene, first, last):
        return "ended", 2
    if _has_anniversary(scene, index):
        return "active", 1
    if scene.in_programme or _is_planned(scene, index, first, last):
        return "planned", 2
    told = has_lemma_between(scene, first, last, union(words().becoming, words().being))
    return "active", 2 if told else 1


def _has_anniversary(scene: Scene, index: int) -> bool:
    """«запланированы встречи к 25-летию | отношений городов-побратимов»: what has an anniversary goes on."""
    old = anniversary_beside(scene, index)
    return old is not None and old.end <= scene.tokens[index].start and not scene.clauses.has_verb(
        scene.index_at(old.end), index
    )


def is_denied(scene: Scene, index: int) -> bool:
    """«не являются побратимами», «думают о побратимстве»: but «больше не побратимы» tells of an end."""
    first, last = scene.clauses.stretch_at(index)
    if is_disowned(scene, first, last):
        return False
    if _is_turned_down(scene, first, last):
        return True
    telling = union(words().being, words().becoming, words().existence)
    for position in range(first, last - 1):
        if scene.tokens[position].lower != "не" or scene.tokens[position - 1].lower == "больше":
            continue
        if position + 1 == index or _is_one_of(scene, position + 1, telling):
            return True
    about = any(token.lower in {"о", "об"} for token in scene.tokens[max(first, index - 2) : index])
    return about and has_lemma_between(scene, first, last, words().thinking)


def _is_turned_down(scene: Scene, first: int, last: int) -> bool:
    """«отклонил предложение о побратимстве», «отказал Лиде в статусе побратима», «не поддержали идею породниться»,
    «вопрос о побратимстве не обсуждался»: what was offered came to nothing, and what is there is not meant."""
    refused = [i for i in scene.with_lemmas(words().refusing) if first <= i < last]
    if has_lemma_between(scene, first, last, words().ending):
        return False  # «отклонили просьбу о приостановлении побратимских связей»
    offered = has_lemma_between(scene, first, last, union(words().prospect, _RUMOURS))
    not_ = (i for i in range(first + 1, last - 1) if scene.tokens[i].lower == "не")
    denied = offered and any(scene.clauses.has_verb(i + 1, i + 2) for i in not_)
    return denied or any(_happened(scene, i) for i in refused)


_RUMOURS = frozenset({"слух", "сообщение", "просьба", "проект"})


def is_disowned(scene: Scene, first: int, last: int) -> bool:
    """«совет признал города | не являющимися побратимами»: they were till then."""
    own = [token.lower for token in scene.tokens[first:last]]
    return "не" in own and any(_happened(scene, i) for i in scene.with_lemmas(words().disowning))


def _happened(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and "past" in word.parses[0].tags


def _is_ended(scene: Scene, first: int, last: int) -> bool:
    """«разорвал побратимские связи», «больше не побратимы»."""
    if is_disowned(scene, first, last):
        return True
    if _is_restored(scene, first, last):
        return False
    for index in range(first, last):
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(words().ending) or is_refused(scene, index):
            continue
        if word.pos != "INFN" or has_lemma_between(scene, first, index, DECIDING):
            return True
    own = [token.lower for token in scene.tokens[first:last]]
    if not words().former.isdisjoint(own):
        return any(token in _WAS for token in own)
    return any(own[n : n + 2] == ["больше", "не"] for n in range(len(own) - 1))


def _is_restored(scene: Scene, first: int, last: int) -> bool:
    """«возобновили побратимские связи, | прерванные в 1992 году»: they go on."""
    restoring = (scene.tokens[index].word for index in scene.with_lemmas(words().restoring))
    if not any(word is not None and word.pos in {"VERB", "INFN", "PRTS"} for word in restoring):
        return False
    own = [token.word for token in scene.tokens[first:last] if token.word is not None]
    return all(word.pos == "PRTF" for word in own if not word.lemmas.isdisjoint(words().ending))


_WAS = frozenset({"был", "была", "было", "были", "являлся", "являлись", "считались", "считался"})


def _is_planned(scene: Scene, index: int, first: int, last: int) -> bool:
    """«планируют стать побратимами», «станут городами-побратимами», «подписание намечено на осень».

    The nearest word of becoming decides; a noun («установление») where nothing is said to have happened.
    """
    verbs = words().becoming | (_MAKING if _is_made(scene, index) else frozenset())
    becoming = [i for i in range(first, last) if _is_one_of(scene, i, verbs)]
    if not becoming and has_lemma_between(scene, first, last, _WANTING) and _would(scene, first, last):
        return True
    if not becoming and _will_be(scene, index, first, last):
        return True
    if not becoming and has_lemma_between(scene, first, index, _FURTHER):
        return False  # «обсуждались вопросы укрепления побратимских связей»: there they are
    if not becoming:
        return has_lemma_between(scene, first, index, words().prospect) or _is_ahead(scene, index, first, last)
    nearest = scene.tokens[min(becoming, key=lambda i: abs(i - index))].word
    assert nearest is not None and nearest.parses
    if any(token.lower in _WISHING for token in scene.tokens[first:last]):
        return True
    if nearest.parses[0].pos == "INFN" or "futr" in nearest.parses[0].tags:
        return True
    if _is_thought_of(scene, becoming, index):
        return True
    if any(scene.tokens[i].lower in {"будет", "будут"} for i in range(first, last)):
        return True
    told = [word for i in becoming if (word := scene.tokens[i].word) is not None]
    if any("past" in word.parses[0].tags for word in told):
        return False
    if any(word.parses[0].pos == "INFN" for word in told):
        return True
    coming = union(events().planned, documents().coming, documents().preparing)
    if nearest.parses[0].pos != "NOUN":
        return False
    return has_lemma_between(scene, first, last, coming) or _has_future(scene, first, last)


_WISHING = frozenset({"бы", "чтобы"})
"""«(было бы честью,) если бы Омск стал побратимом», «(хотим,) чтобы Омск стал побратимом»."""
_WANTING = frozenset({"хотеть", "хотеться", "видеть", "увидеть"})


def _would(scene: Scene, first: int, last: int) -> bool:
    """«хотели бы видеть Омск среди побратимов»."""
    return any(token.lower == "бы" for token in scene.tokens[first:last])


_FURTHER = frozenset({"укрепление", "развитие", "расширение", "углубление", "продолжение", "активизация"})


def _has_future(scene: Scene, first: int, last: int) -> bool:
    """«подписание соглашения о побратимстве | выведет связи на новый уровень»."""
    own = (token.word for token in scene.tokens[first:last] if token.word is not None)
    return any(word.pos == "VERB" and "futr" in word.parses[0].tags for word in own)


def _is_thought_of(scene: Scene, becoming: list[int], index: int) -> bool:
    """«идея | установления побратимских связей», «протокол о намерении стать», «для установления связей», «идёт
    работа по установлению»: what is spoken of after the last thing that happened."""
    happened = [i for i in becoming if (word := scene.tokens[i].word) is not None and "past" in word.parses[0].tags]
    before = [i for i in happened if i < index]
    first = before[-1] + 1 if before else scene.clauses.stretch_at(index)[0]
    nearest = min(becoming, key=lambda i: abs(i - index))
    leading, governing = scene.tokens[nearest - 1].lower, scene.tokens[nearest - 2].word
    work = leading in {"по", "над"} and governing is not None and "работа" in governing.lemmas
    aim = work or leading in {"для", "ради", "важно", "необходимо", "желательно"}  # «важно | установление связей»
    return aim or has_lemma_between(scene, first, index, words().prospect)


def _will_be(scene: Scene, index: int, first: int, last: int) -> bool:
    """«у Омска будет ещё один побратим», «побратимом будет Брест»; not «побратимы будут дружить»."""
    will = next((i for i in range(first, last) if scene.tokens[i].lower in {"будет", "будут"}), None)
    if will is None or any(_is_infinitive(scene, i) for i in range(will + 1, min(last, will + 3))):
        return False
    return _is_made(scene, index) or any(scene.tokens[i].lower == "у" for i in range(first, will))


def _is_infinitive(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "INFN"


_MAKING = frozenset({"сделать", "делать"})


def _is_made(scene: Scene, index: int) -> bool:
    """«предложил сделать Омск и Минск побратимами»; not «города-побратимы намерены сделать парк»."""
    word = scene.tokens[index].word
    return word is not None and any(parse.pos == "NOUN" and parse.case == "ablt" for parse in word.parses)


def _is_ahead(scene: Scene, index: int, first: int, last: int) -> bool:
    """«выйдем на побратимство»: the state itself, with a verb of the future."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint({"побратимство", "породнение"}):
        return False
    if scene.tokens[index - 1].lower not in {"на", "к", "до"}:
        return False
    before = scene.tokens[scene.sentence.first : index]
    verbs = (token.word for token in [*before, *scene.tokens[first:last]] if token.word is not None)
    return any(verb.pos == "VERB" and "futr" in verb.parses[0].tags for verb in verbs)


def _is_one_of(scene: Scene, index: int, lemmas: frozenset[str]) -> bool:
    word = scene.tokens[index].word
    return word is not None and bool(word.parses) and not word.lemmas.isdisjoint(lemmas)
