"""A clause about the twin just named: «гости из Павлодара, с которым город породнён»."""

from __future__ import annotations

from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import is_adjective
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.ties.pair import Pair

_ROW = frozenset({",", "и"})


def of_antecedent(scene: Scene, index: int) -> list[Pair]:
    """The places right before «, с которым (с которыми)», and whose twins the clause, else the sentence, says."""
    first, last = scene.clauses.stretch_at(index)
    opens = [token.lower for token in scene.tokens[first : first + 2]]
    if len(opens) < 2 or opens[0] not in {"с", "со"} or scene.tokens[first + 1].lemma != "который":
        return []
    antecedents = _row_before(scene, first, several=opens[1] == "которыми")
    if not antecedents:
        return []
    twins = {stand.place for stand in antecedents}
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    named = [stand.place for stand in named_sides(scene, start, end) if stand.place not in twins]
    whose = next((place for place in named if _is_no_country(scene, place)), None) or _meant(scene, first, last, twins)
    return [Pair((whose, stand.place)) for stand in antecedents] if whose is not None else []


def _row_before(scene: Scene, first: int, *, several: bool) -> list[Stand]:
    """The place that ends right before the comma, with those that «и» and commas join to it where several are meant."""
    comma = first - 1
    if comma <= scene.sentence.first or scene.tokens[comma].text != ",":
        return []
    row: list[Stand] = []
    end = scene.tokens[comma].start
    for stand in sorted(scene.stands, key=lambda one: -one.end):
        if stand.end > end or stand.kind not in {"place", "delegation"}:
            continue
        between = scene.context.tokens_in(stand.end, end)
        joined = all(token.lower in _ROW or is_adjective(scene, scene.index_at(token.start)) for token in between)
        if (between and not row) or not joined or not _is_no_country(scene, stand.place):
            break
        row.append(stand)
        end = stand.start
        if not several:
            break
    return row[::-1]


def _meant(scene: Scene, first: int, last: int, twins: set[str]) -> str | None:
    """«(наш) город», «округ» in the clause: the place of the sentence that is no twin, else the document's."""
    sorts = (i for i in scene.with_lemmas(words().sorts) if first <= i < last)
    if not any(scene.is_singular(i) and scene.mention_at(i) is None for i in sorts):
        return None
    main = [stand.place for stand in scene.outer_stands if stand.end <= scene.tokens[first].start]
    known = (*main, *([scene.speaker_place] if scene.speaker_place else []), *scene.stands_of_document.focus)
    return next((place for place in known if place not in twins and _is_no_country(scene, place)), None)


def _is_no_country(scene: Scene, place: str) -> bool:
    return scene.context.by_id[place].type != "country"
