"""The subject of a verb of travelling: who or what «прибыл», and where it is at home."""

from __future__ import annotations

from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.once import once, union
from pobratim.reading.records.events.drafts import is_one_of
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import leading

_BACK, _ON = 7, 6
"""Tokens before the verb and after it among which its subject stands."""
_PHRASE = 7
"""Tokens of the longest phrase of a subject that are looked at."""


@once
def subject_of(scene: Scene, index: int) -> int | None:
    """The token of the noun, no name, that stands in the nominative and agrees with the verb."""
    verb = scene.tokens[index].word
    if verb is None:
        return None
    numbers = {p.number for p in verb.parses if p.pos in {"VERB", "PRTS"} and p.lemma in events().verbs}
    first, last = scene.clauses.stretch_at(index)
    near: list[int] = [*range(index + 1, min(last, index + _ON)), *range(index - 1, max(first, index - _BACK) - 1, -1)]
    for i in near:
        word = scene.tokens[i].word
        if word is None or not word.parses or scene.mention_at(i) is not None:
            continue
        parse = word.parses[0]
        if _hangs_on_preposition(scene, i):
            continue  # «прибыла в | город-побратим Харбин»
        if parse.pos == "NOUN" and parse.case == "nomn" and parse.number in numbers:
            return i
        behind = i > index and not is_one_of(scene, index, events().direct)  # «в Омск полетят | прямые рейсы»
        behind = behind and parse.pos == "NOUN"
        behind = behind and all(t.word is not None and t.word.pos == "ADJF" for t in scene.tokens[index + 1 : i])
        if behind and any(p.pos == "NOUN" and p.case == "nomn" and p.number in numbers for p in word.parses):
            return i
        if parse.pos == "NOUN" and parse.case == "gent" and parse.number == "plur" and _is_counted(scene, i):
            return i
    return None


def _hangs_on_preposition(scene: Scene, noun: int) -> bool:
    before = leading(scene.tokens, noun, scene.sentence.first)
    word = scene.tokens[before].word if before >= scene.sentence.first else None
    return word is not None and word.pos == "PREP"


def is_received(scene: Scene, index: int, stand: Stand) -> bool:
    """«в Минске принимали | мэра Омска»: behind a verb in the plural that has no subject."""
    word = scene.tokens[index].word
    if word is None or stand.start < scene.tokens[index].start or stand.role != "other":
        return False
    if not word.is_plural_verb():
        return False
    first = scene.clauses.stretch_at(index)[0]
    acting = [s for s in scene.stands if scene.tokens[first].start <= s.start < scene.tokens[index].start]
    return all(s.kind == "place" and s.role in {"in", "to"} for s in acting) and subject_of(scene, index) is None


def _is_counted(scene: Scene, noun: int) -> bool:
    """«пять белорусских | автобусов», «порядка 5 тыс. | предприятий»."""
    before = scene.tokens[max(scene.sentence.first, noun - 3) : noun]
    return any(
        token.text.isdigit()
        or (token.word is not None and any(p.pos == "NUMR" and p.case == "nomn" for p in token.word.parses))
        for token in before
    )


def travels(scene: Scene, subject: int) -> bool:
    """Does the noun stand for people who travel: «хор», «театр», «поезд дружбы»?"""
    word = scene.tokens[subject].word
    known = union(events().delegation, events().groups, events().travelling)
    if word is None or not word.lemmas.isdisjoint(known):
        return True
    return any(token.lower == "дружбы" for token in scene.tokens[subject + 1 : subject + 2])


@once
def home_of_subject(scene: Scene, index: int) -> str | None:
    """«Омский театр кукол приехал», «школа № 5 Омска побывала»: where those who travel are at home."""
    subject = subject_of(scene, index)
    if subject is None or not travels(scene, subject):
        return None
    tokens = scene.tokens
    for i in range(subject - 1, max(scene.sentence.first, subject - 3) - 1, -1):
        word = tokens[i].word
        if word is None or word.pos != "ADJF":
            break
        place = place_of_adjective(scene.context, tokens[i])
        if place is not None:
            return place
    end = min(scene.sentence.last, subject + _PHRASE, index if index > subject else scene.sentence.last)
    places = scene.context.places_in(tokens[subject].end, tokens[end - 1].end)
    return next((m.entity for m in places if tokens[m.first - 1].lower not in {"в", "во", "на"}), None)
