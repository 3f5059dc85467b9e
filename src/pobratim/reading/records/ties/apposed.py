"""One twin named beside its common noun, and whose it is: «посетил город-побратим Бобруйск»."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.alike import lies_around_town
from pobratim.reading.records.sides.hubs import stand_after
from pobratim.reading.records.sides.named import named_sides, only_locates
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.ties.pair import Pair
from pobratim.reading.records.ties.rows import bearer_at, is_counted, named_behind_dash, row_from
from pobratim.reading.text.segments import DESCRIBING, STROKES


def apposed(scene: Scene, index: int) -> list[Pair]:
    """«посетил город-побратим Бобруйск», «в Мытищи, город-побратим с 1999 года»: one twin, and whose it is."""
    noun = bearer_at(scene, index)
    word = scene.tokens[noun].word if noun is not None else None
    if noun is None or word is None or not any(p.pos == "NOUN" and p.number == "sing" for p in word.parses):
        return []
    if is_counted(scene, noun):
        return []  # «у Омска | три города-побратима: Лида, Тара и Ржев»
    before = _stand_before_comma(scene, index)
    after = stand_after(scene, noun) or named_behind_dash(scene, noun) or _guests_after(scene, noun)
    if before is not None and after is not None and not _is_told_of_another(scene, index):
        owners = [after.place, *_further_owners(scene, after)]
        return [Pair((before.place, owner)) for owner in owners]  # «Сувалки – город-побратим Гродно (и Ржева)»
    if after is not None and (_is_told_of_another(scene, index) or not _same_case(scene, noun, after)):
        its = _named_behind_owner(scene, noun, after)
        return [Pair((after.place, its.place))] if its is not None else []  # «побратимом Минска»: whose it is
    if before is not None:
        named = {stand.place for stand in scene.outer_stands if stand.kind != "organization"}
        twin = before if len(named) == 1 or before.role in {"to", "in", "from", "with"} else None
    else:
        twin = after
    if twin is None:
        return []
    strong = [s.place for s in scene.stands if _may_own(scene, s, twin)]
    others = strong or [place for place in scene.stands_of_document.pair if place != twin.place]
    return [Pair((_town_of(scene, noun, others[0]), twin.place), bool(strong))] if others else []


def _town_of(scene: Scene, noun: int, place: str) -> str:
    """«из города-побратима Тары»: of a district and its town, of which the text speaks by turns, the town."""
    word, by_id = scene.tokens[noun].word, scene.context.by_id
    towns = word is not None and any(lemma.startswith("город") for lemma in word.lemmas)
    if not towns or not lies_around_town(by_id[place]):
        return place
    akin = scene.stands_of_document.same_area
    return next((p for p in scene.stands_of_document.focus if by_id[p].type == "city" and akin(place, p)), place)


def _may_own(scene: Scene, stand: Stand, twin: Stand) -> bool:
    """Whoever acts; of guests from a twin rather the town that has them («Омск принял артистов из города-побратима
    Лиды и артистов из Бреста»)."""
    if stand.place == twin.place:
        return False
    if twin.kind != "delegation":
        return stand.kind != "place"
    if stand.kind != "place" or scene.context.by_id[stand.place].type == "country" or only_locates(scene, stand):
        return False
    return not scene.stands_of_document.contain(stand.place, twin.place)


def _guests_after(scene: Scene, noun: int) -> Stand | None:
    """«артистов из города-побратима | Лиды»: those who come, told by the place right behind the noun."""
    mention = scene.mention_at(noun + 1) if noun + 1 < scene.sentence.last else None
    if mention is None or scene.mention_at(min(mention.last, scene.sentence.last - 1)) is not None:
        return None  # «из города-побратима Омска Лиды»
    return next((s for s in scene.stands if s.place == mention.entity and s.kind == "delegation"), None)


def _further_owners(scene: Scene, owner: Stand) -> list[str]:
    """«Псков – побратим Витебска, | Смоленска и Ржева»: the rest of the row, all in the genitive."""
    row = row_from(scene, scene.index_at(owner.start))[1:]
    cases = [word.cases if (word := scene.tokens[m.last - 1].word) else set() for m in row]
    return [m.entity for m in row] if all("gent" in own and "nomn" not in own for own in cases) else []


def _named_behind_owner(scene: Scene, noun: int, owner: Stand) -> Stand | None:
    """«Побратим Омска | – Лида – (помог)», «из города-побратима Омска | Лиды»: the twin right behind its owner."""
    named = next((s for s in scene.stands if s.start > owner.end and s.kind == "place"), None)
    if named is None or scene.context.by_id[named.place].type == "country" or not _same_case(scene, noun, named):
        return None
    between = scene.context.tokens_in(owner.end, named.start)
    beside = all(t.text in STROKES or t.is_mostly(DESCRIBING) or t.lemma == "город" for t in between)
    return named if beside else None


def _is_told_of_another(scene: Scene, index: int) -> bool:
    """«Липецк является побратимом | Гродно»: a predicate, whose subject stands before; the name never changes."""
    word = scene.tokens[index].word
    clause = scene.clauses.stretch_at(index)
    if word is None or {p.case for p in word.parses if p.pos == "NOUN"} != {"ablt"}:
        return False
    start, end = scene.tokens[clause[0]].start, scene.tokens[index].start
    subjects = [stand for stand in named_sides(scene, start, end) if stand.role == "other"]
    return bool(subjects) and has_lemma_between(scene, clause[0], index, union(words().being, words().becoming))


def _stand_before_comma(scene: Scene, index: int) -> Stand | None:
    """«из Бреста, города-побратима»: the place right before the comma, dash or bracket before the word."""
    sign = scene.tokens[index - 1] if index > scene.sentence.first else None
    if sign is None or sign.text not in {",", "—", "–", "-", "("}:
        return None
    before = [stand for stand in scene.stands if stand.end <= sign.start]
    near = [stand for stand in before if not scene.context.tokens_in(stand.end, sign.start)]
    return next((stand for stand in near if scene.context.by_id[stand.place].type != "country"), None)


def _same_case(scene: Scene, index: int, stand: Stand) -> bool:
    """Can the noun and the name stand in one case, the nominative only with the nominative?"""
    noun, name = scene.tokens[index].word, scene.context.tokens_in(stand.start, stand.end)[-1].word
    if noun is None or name is None or not name.parses:
        return True
    cases = {p.case for p in noun.parses if p.pos == "NOUN" and p.number == "sing"}
    own = name.cases
    return bool(cases & own) and not ("nomn" in cases and "accs" not in own and "nomn" not in own)
