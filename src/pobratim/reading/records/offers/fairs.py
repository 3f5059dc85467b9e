"""Goods at a fair or on a stand: «туляки предложили покупателям пряники и пастилу», «на прилавках – мёд и лён»."""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.once import union
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.offers.nouns import hangs_on_preposition
from pobratim.reading.records.offers.phrases import Item, phrase_from
from pobratim.reading.records.offers.sides import completed, of_place
from pobratim.reading.records.offers.telling import Told, told
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import DASHES
from pobratim.reading.triggers import needs

_REACH = 8
"""Tokens from the verb, the dash or the colon to the goods."""


@needs(lambda: words().fairs)
def at_fair(scene: Scene) -> Iterator[Told]:
    """What is on sale or shown at a fair that the sentence names, whatever it is; in «to» where the fair is."""
    if not scene.with_lemmas(words().fairs):
        return
    for index in _openings(scene):
        head = _goods_after(scene, index)
        item = phrase_from(scene, head, "goods") if head is not None else None
        if item is not None:
            has = _exhibitor(scene, item)
            there = next((s.place for s in scene.stands if s.role == "in" and s.place != has), None)
            yield told(scene, "offer", *completed(scene, has, there), item, "offer.at_fair", 0.6)
            return


def _openings(scene: Scene) -> Iterator[int]:
    """The words of selling and showing; a dash or colon behind «на прилавках», «на ярмарке»."""
    for index in scene.with_lemmas(words().selling):
        word = scene.tokens[index].word
        if word is not None and word.pos in {"VERB", "INFN", "PRTS"} and scene.tokens[index - 1].lower != "не":
            yield index
    for index in scene.with_lemmas(words().fairs):
        signs = (i for i in range(index + 1, min(index + _REACH, scene.sentence.last - 1)))
        yield from (i for i in signs if scene.tokens[i].text in DASHES or scene.tokens[i].text == ":")


def _goods_after(scene: Scene, index: int) -> int | None:
    """The first thing behind the word: no people, no show, nothing abstract, nothing that a preposition governs."""
    for i in range(index + 1, min(index + _REACH, scene.sentence.last)):
        word = scene.tokens[i].word
        if scene.tokens[i].text in {",", ";", "."} and i > index + 1 and scene.tokens[index].text not in DASHES:
            return None
        if word is None or word.pos != "NOUN" or scene.mention_at(i) is not None or hangs_on_preposition(scene, i):
            continue
        if "anim" in word.parses[0].tags or word.lemmas & words().measures or word.is_pos("NUMR"):
            continue
        if not any(parse.case in {"accs", "nomn", "gent"} for parse in word.parses):
            continue
        return i if _is_thing(scene, i) else None
    return None


def _no_things() -> frozenset[str]:
    return union(words().abstract, words().unsold, words().deliveries, words().purchases)


def _is_thing(scene: Scene, index: int) -> bool:
    """Goods by the list, or a thing in the plural or of stuff that no list calls something else."""
    word = scene.tokens[index].word
    assert word is not None
    known = next((words().kinds[lemma] for lemma in sorted(word.lemmas) if lemma in words().kinds), None)
    return known == "goods" or (known is None and word.lemmas.isdisjoint(_no_things()))


def _exhibitor(scene: Scene, item: Item) -> str | None:
    """«белорусские сыры», «на стенде Удмуртии», «туляки предложили», «продукция из Бреста»: whose goods they are."""
    own = of_place(scene, item)
    if own is not None:
        return own
    fair = next(iter(scene.with_lemmas(words().fairs)), None)
    if fair is not None and fair < item.first:  # «(для горожан) ярмарка | минских продуктов: сыров»
        of_fair = (place_of_adjective(scene.context, scene.tokens[i]) for i in range(fair + 1, item.first))
        if (place := next((place for place in of_fair if place is not None), None)) is not None:
            return place
    acting = [s for s in scene.stands if s.role in {"from", "other"} and s.kind != "person"]
    near = (place_of_adjective(scene.context, scene.tokens[i]) for i in range(scene.sentence.first, item.first))
    return acting[0].place if acting else next((place for place in near if place is not None), None)
