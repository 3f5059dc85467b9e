"""Twins and partners that the sentence before names: «Тара и Орша отмечают юбилей. Поздравить города-побратимы приедет
делегация Омска»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.model.reading import Partnership
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.ties.lists import Told
from pobratim.reading.records.ties.standing import is_denied
from pobratim.reading.triggers import needs


@needs(lambda: union(words().bearers, words().partner_cities))
def twins_named_before(scene: Scene) -> Iterator[Told]:
    """The one place of the sentence with each of the towns, in one land that is not its own, named just before."""
    if not scene.with_lemmas(words().greeting):
        return
    nouns = scene.with_lemmas(union(words().bearers, words().partner_cities))
    index = next((i for i in nouns if _is_plural(scene, i)), None)
    owner = _only_place(scene)
    if index is None or owner is None or is_denied(scene, index):
        return
    twin = scene.tokens[index].word.lemmas.isdisjoint(words().partner_cities)  # type: ignore[union-attr]
    for town in _towns_before(scene, owner):
        yield Told(
            Partnership(
                parties=(owner, town),
                kind="twin" if twin else "partner",
                status="active",
                evidence=(scene.before.span, scene.span),  # type: ignore[union-attr]
                confidence=0.75,
                rule="partnership.named_before",
            ),
            1,
        )


def _is_plural(scene: Scene, index: int) -> bool:
    """«города-побратимы» that somebody greets or invites: not «города-побратимы Омска»."""
    word = scene.tokens[index].word
    after = scene.mention_at(index + 1) if index + 1 < scene.sentence.last else None
    return word is not None and after is None and all(parse.number == "plur" for parse in word.parses)


def _only_place(scene: Scene) -> str | None:
    """The town that alone the sentence names, or who stands for it."""
    by_id = scene.context.by_id
    places = {stand.place for stand in scene.stands if by_id[stand.place].type != "country"}
    only = next(iter(places)) if len(places) == 1 else None
    return only if only is not None and by_id[only].type == "city" else None


def _towns_before(scene: Scene, owner: str) -> list[str]:
    """Two towns or more that act in the sentence before, which names no other places, all of one land abroad."""
    by_id, before = scene.context.by_id, scene.before
    stands = before.outer_stands if before is not None else []
    acting = (before is not None and before.tokens[before.index_at(stand.start)].is_case("nomn") for stand in stands)
    if not all(acting) or any(stand.kind != "place" for stand in stands):
        return []  # «Выставку видели в Таре и Орше. …»
    named = list(dict.fromkeys(stand.place for stand in stands))
    towns = [place for place in named if by_id[place].type == "city"]
    lands = {by_id[town].country for town in towns}
    apart = len(lands) == 1 and None not in lands and by_id[owner].country not in {*lands, None}
    return towns if apart and len(towns) == len(named) > 1 else []
