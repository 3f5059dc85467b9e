"""What the words behind an event's name tell of it: «форум, запланированный в Омске на 25–27 июня», «выставку, которую
проведут в мае»."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.model.document import Basis
from pobratim.reading.once import union
from pobratim.reading.records.dating import days_before_publication
from pobratim.reading.records.event_names import EventName
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.statuses import Status
from pobratim.reading.text.clauses import Clause


@dataclass(frozen=True, slots=True)
class Behind:
    """Whether it was or will be, its day, and where it is."""

    status: Status
    date: str | None
    basis: Basis | None
    place: str | None


def told_behind(scene: Scene, name: EventName) -> Behind | None:
    """What a participle's phrase or «который …» right behind the name, or behind those joined to it, tells."""
    clause = _clause_behind(scene, name)
    if clause is None or clause.verb is None:
        return None
    status = _status(scene, clause)
    if status is None:
        return None
    start, end = scene.tokens[clause.first].start, scene.tokens[clause.last - 1].end
    dates = [date for date in scene.context.dates_in(start, end) if date.edtf and date.kind in {"point", "period"}]
    day = dates[0] if dates else None
    over = day is not None and (days_before_publication(scene.context, day.edtf) or 0) > 0
    often = not _OFTEN.isdisjoint(token.lower for token in scene.tokens[clause.first : clause.last])
    if day is None or often or (status == "planned" and over):
        return None
    inside = (stand for stand in scene.stands if stand.role == "in" and start <= stand.start < end)
    place = next((stand.place for stand in inside if stand.kind == "place"), None)
    return Behind(status, day.edtf, day.basis, place)


_OFTEN = frozenset({"впервые", "ежегодно", "традиционно", "регулярно", "уже", "раз", "ранее"})
"""«который впервые прошёл в 2014 году»: that one was another."""


def _clause_behind(scene: Scene, name: EventName) -> Clause | None:
    """The clause that a comma parts from the name, or from the last of those joined to it by «и»."""
    tokens, last = scene.tokens, scene.sentence.last
    at = next((i for i in range(name.head, last) if tokens[i].start >= name.end), last)
    while at < last and (tokens[at].text in {"»", '"', "”"} or (name.title is None and _goes_on(scene, at))):
        at += 1
    joined = next((n for n in scene.all_event_names if n.start > name.end and _are_joined(scene, at, n)), None)
    if joined is not None:
        return _clause_behind(scene, joined)
    if at + 1 >= last or tokens[at].text != ",":
        return None
    clause = scene.clauses.below_at(at + 1)
    return clause if clause is not None and clause.first == at + 1 and clause.kind in {"which", "participle"} else None


def _goes_on(scene: Scene, at: int) -> bool:
    """«накануне форума | регионов России и Беларуси |, запланированного …»: words in the genitive, of no name."""
    return scene.mention_at(at) is not None or scene.tokens[at].lower == "и" or scene.tokens[at].is_case("gent")


def _are_joined(scene: Scene, at: int, name: EventName) -> bool:
    """«форум | и Международную выставку «Мост»»: «и» and its adjectives before the next one's noun."""
    between = scene.tokens[at + 1 : name.head]
    return scene.tokens[at].lower == "и" and all(t.word is not None and t.word.pos == "ADJF" for t in between)


def _status(scene: Scene, clause: Clause) -> Status | None:
    """«запланированный», «который пройдёт», «которые планируется провести»: it happens, or is to happen."""
    assert clause.verb is not None
    word, opening = scene.tokens[clause.verb].word, scene.tokens[clause.first]
    if clause.kind == "which" and not (opening.lower.startswith("котор") and opening.is_case("nomn", "accs")):
        return None
    if word is None or word.lemmas.isdisjoint(union(events().happening, events().planned, _HOLDING)):
        return None
    if not word.lemmas.isdisjoint(events().planned):
        return "planned"
    status = scene.status(clause.verb)
    return status if status in {"held", "planned"} else None


_HOLDING = frozenset({"провести", "проводить", "организовать"})
