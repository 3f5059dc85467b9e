"""Words by which a tour is told, beside the verbs of seeing: «прошли по цехам», «отправились на завод», «следующим
пунктом программы стал музей», «на заводе гостям рассказали …»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.events.drafts import has_lemma
from pobratim.reading.records.lexicon import names_site
from pobratim.reading.records.scenes import Scene

_ON_FOOT = ("пройти", "пройтись", "прогуляться")
_SETTING_OUT = ("отправиться", "направиться", "отправляться")
_THERE = frozenset({"на", "в", "во"})


def seen_on_the_way(scene: Scene) -> Iterator[int]:
    """The tokens of the sentence that tell of seeing something by no verb of seeing."""
    yield from _walking(scene)
    yield from _heading(scene)
    yield from _stops(scene)


def _walking(scene: Scene) -> Iterator[int]:
    """«прошли по цехам завода»; «были на комбинате», as who was there says himself."""
    for index in scene.with_lemmas(frozenset(_ON_FOOT) | ({"быть"} if scene.speaker is not None else set())):
        following = _after(scene, index)
        was = following in _THERE and scene.tokens[index].lower in {"был", "была", "были"}
        if was or (following == "по" and has_lemma(scene, index, *_ON_FOOT)):
            yield index


def _heading(scene: Scene) -> Iterator[int]:
    """«затем гости отправились | на завод»: where they go is no town, but a thing to be seen."""
    for index in scene.with_lemmas(frozenset(_SETTING_OUT)):
        if _after(scene, index) in _THERE and names_site_at(scene, index + 2):
            yield index


def _stops(scene: Scene) -> Iterator[int]:
    """«следующим пунктом программы стал | музей»."""
    for stop in scene.with_lemmas(frozenset({"пункт", "остановка", "объект", "точка"})):
        if not scene.tokens[stop].is_case("ablt"):
            continue
        for index in range(stop + 1, min(scene.sentence.last - 1, stop + _PROGRAMME)):
            if has_lemma(scene, index, "стать") and names_site_at(scene, index + 1):
                yield index
                break


_PROGRAMME = 5
"""Tokens of «пунктом программы визита стал» behind the noun."""


def names_site_at(scene: Scene, index: int) -> bool:
    """Does a thing to be seen begin here, with its adjectives: «(на) крупнейший | завод», «(в) «Луч»»?"""
    for at in range(index, min(scene.sentence.last, index + _ADJECTIVES)):
        token = scene.tokens[at]
        named = [m for m in scene.organizations if m.first == at]
        if named:
            return not any(is_authority(scene.context.by_id[m.entity]) for m in named)
        if token.word is None or token.word.pos != "ADJF":
            return token.word is not None and names_site(token.word.lemmas)
    return False


_ADJECTIVES = 4


def _after(scene: Scene, index: int) -> str:
    return scene.tokens[index + 1].lower if index + 1 < scene.sentence.last else ""
