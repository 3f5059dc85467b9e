"""Who performs by name: the ensembles and people named where the sentence says which group came.

«Коллективы Омска – хор «Лад», солисты Анна Гусева и Олег Тихий – выступили в Бресте.»
"""

from __future__ import annotations

from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.groups import Group
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.scenes import Scene

_MOST = 5
"""Names that a happening is told with; more of them are a list of another kind."""
_AT = frozenset({"в", "во", "на", "у"})
_PERFORMING = listed("guests", "performing")


def performing_bodies(scene: Scene, groups: list[Group]) -> list[str]:
    """The bodies named between the group's word and the verb, those apart in whose house it is."""
    by_id = scene.context.by_id
    named = [
        mention.entity
        for mention in scene.organizations
        if any(first <= mention.first < last for first, last in _stretches(scene, groups))
        and scene.tokens[max(scene.sentence.first, mention.first - 1)].lower not in _AT
        and not is_authority(by_id[mention.entity])
    ]
    return list(dict.fromkeys(named))[:_MOST]


def performing_people(scene: Scene, groups: list[Group]) -> list[str]:
    """The people named there whom a word for performers stands before."""
    people = [
        mention
        for mention in scene.context.mentions_in(*scene.span, "person")
        if any(first <= mention.first < last for first, last in _stretches(scene, groups))
    ]
    found: list[str] = []
    for mention in people:
        before = scene.tokens[max(scene.sentence.first, mention.first - _TITLE) : mention.first]
        called = any(token.word is not None and token.word.lemmas & _PERFORMING for token in before)
        listed = bool(found) and before[-1].text in {",", "и"}
        if called or listed:
            found.append(mention.entity)
    return list(dict.fromkeys(found)) if len(found) <= _MOST else []


_TITLE = 5
"""Tokens from the word for a performer to the name («солисты Дворца культуры | Анна Гусева»)."""


def _stretches(scene: Scene, groups: list[Group]) -> list[tuple[int, int]]:
    """From each group to the verb behind it, or to the end of the sentence."""
    verbs = scene.clauses.verbs
    return [
        (group.first, next((verb for verb in verbs if verb >= group.last), scene.sentence.last)) for group in groups
    ]
