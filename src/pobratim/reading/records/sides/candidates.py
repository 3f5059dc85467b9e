"""What a sentence names that may be a side of its document: places in its own words, bodies, companies, all who act."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.model.reading import Span
from pobratim.reading.kept import kept
from pobratim.reading.once import once
from pobratim.reading.records.clauses import span_between
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.bodies import (
    bodies_between,
    bodies_of_people,
    companies_of,
    follows_with,
    signing_companies,
)
from pobratim.reading.records.sides.further_bodies import bodies_cooperating
from pobratim.reading.records.sides.named import named_sides, only_tells
from pobratim.reading.records.sides.own import JOINING, own_parties

_TAKING_PART = frozenset({"other", "with", "between"})
Sides = tuple[str, ...]


@dataclass(frozen=True)
class Candidates:
    """A document that a sentence names, its words up to the token ``end``, and what may be its sides."""

    scene: Scene
    name: DocumentName
    end: int
    signed: bool

    @kept
    def own(self) -> Sides:
        """The places in its own words."""
        return own_parties(self.scene, self.name, self.end)

    @kept
    def _has_bodies(self) -> bool:
        """May the bodies of the sentence be its sides: is it signed here, or «с» one of them in its own words?"""
        inside = (m for m in self.scene.organizations if self.name.last <= m.first < self.end)
        return self.signed or any(follows_with(self.scene, mention) for mention in inside)

    @kept
    def companies(self) -> list[str]:
        """The companies of its clause."""
        if not self._has_bodies or _another_between(self.scene, self.end):
            return []
        return companies_of(self.scene, self.name)

    @kept
    def bodies(self) -> list[str]:
        """The bodies between which it is, else those who sign; of a contract the companies."""
        found = bodies_between(self.scene, self.name, self.end)
        found = found or bodies_cooperating(self.scene, self.name, self.end)
        if self._has_bodies and not found and not _another_between(self.scene, self.end):
            found = signing_companies(self.scene, self.name.first) or bodies_of_people(self.scene)
        return self.companies if self.name.kind == "contract" and len(found) < 2 else found

    @kept
    def clause(self) -> Span:
        """The characters of its clause."""
        return span_between(self.scene, *self.scene.clauses.stretch_at(self.name.first))

    @kept
    def until(self) -> int:
        """The character where the next document begins."""
        return _until_next(self.scene, self.end)

    @kept
    def everywhere(self) -> Sides:
        """The places in its own words and those that somebody acts for; where these are too few, all that take part."""
        stands = [s for s in named_sides(self.scene, *self.scene.span) if s.start < self.until]
        strong = [s.place for s in stands if s.kind != "place" and not only_tells(self.scene, s)]
        found = tuple(dict.fromkeys([*self.own, *strong]))
        if len(found) < 2:
            weak = (s.place for s in stands if s.role in _TAKING_PART and not only_tells(self.scene, s))
            found = tuple(dict.fromkeys([*found, *weak]))
        return () if len(found) == 2 and hold_forum(self.scene, found) else found


def hold_forum(scene: Scene, pair: tuple[str, ...]) -> bool:
    """«Соглашение подписано на форуме регионов | Беларуси и России»: two lands that only the forum's name tells."""
    forums = scene.with_lemmas(_FORUMS)
    if not forums or any(scene.context.by_id[place].type != "country" for place in pair):
        return False
    told = [scene.index_at(stand.start) for stand in scene.stands if stand.place in pair]
    return bool(told) and all(
        any(at - _NAMED_AFTER <= forum < at and not scene.clauses.has_verb(forum + 1, at) for forum in forums)
        for at in told
    )


_FORUMS = frozenset({"форум", "съезд"})
_NAMED_AFTER = 6
"""Tokens from «форум» to the second land of its name."""


def _until_next(scene: Scene, end: int) -> int:
    """The character where the next document of the sentence begins, «между» of which tells nothing of this one, or
    «, а с Брестом – план»."""
    following = document_between(scene.context, end, scene.sentence.last)
    last = scene.sentence.last - 1 if following is None else following
    contrast = next((i for i in range(end + 1, last) if _contrasts(scene, i)), None)
    return scene.tokens[last if contrast is None else contrast - 1].end


def _contrasts(scene: Scene, index: int) -> bool:
    """«…, | а | с Брестом – план»."""
    words = [token.lower for token in scene.tokens[index - 1 : index + 2]]
    return words[:2] == [",", "а"] and words[2] in JOINING


@once
def _another_between(scene: Scene, end: int) -> bool:
    """«протокол | и договор между больницами»: the bodies of the document behind are not those of this one."""
    if end >= scene.sentence.last or scene.sentence.first >= end:
        return False
    following = document_between(scene.context, end, scene.sentence.last)
    return following is not None and any(
        token.lower == "между" for token in scene.tokens[following : scene.sentence.last]
    )
