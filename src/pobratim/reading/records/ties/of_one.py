"""A tie of which the sentence names one side: the other is the speaker's place, one named next, or the document's."""

from __future__ import annotations

from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import counts_many, is_adjective, owns
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.stand import Stand
from pobratim.reading.records.ties.levels import is_wide
from pobratim.reading.records.ties.meant import means_the_pair, names_others, only_locate, with_cities
from pobratim.reading.records.ties.pair import Pair


def of_the_one(scene: Scene, index: int, stands: list[Stand]) -> list[Pair]:
    """«с Хэйхэ нас связывают побратимские отношения»: the other is the speaker's, or the document's."""
    if len(stands) != 1:
        return []
    speaker = scene.speaker_place
    if speaker is not None and speaker != stands[0].place:
        return [Pair((speaker, stands[0].place))]
    if _acts_too(scene, index, stands[0]):
        return []
    if owns(scene, stands[0]):
        if not has_lemma_between(scene, *scene.clauses.stretch_at(index), words().becoming):
            return []  # «у района есть побратим и в Подмосковье»: any, not the one of the document
        newcomer = _named_soon(scene, stands[0].place)
        if newcomer is not None:
            return [Pair((stands[0].place, newcomer))]
    clause = scene.clauses.stretch_at(index)
    told_of_many = with_cities(scene, index, clause[1]) or counts_many(scene, *clause)
    if stands[0].role == "with" or (means_the_pair(scene, index) and not names_others(scene) and not told_of_many):
        other = _other_of_document(scene, stands[0].place)
        if other is not None and not only_locate(scene, (stands[0].place, other)):
            return [Pair((stands[0].place, other), sure=False)]
    return []


def _acts_too(scene: Scene, index: int, stand: Stand) -> bool:
    """«(Омск разорвал связи с Ржевом.) Прекратить сотрудничество с | городом-побратимом решил и Курск»: another
    than those told of, with a twin of its own."""
    before = scene.index_at(stand.start) - 1
    while before > scene.sentence.first and (is_adjective(scene, before) or scene.tokens[before].lemma == "город"):
        before -= 1
    verb = scene.tokens[before - 1].word if before > scene.sentence.first else None
    too = scene.tokens[before].lower == "и" and verb is not None and verb.pos == "VERB"
    return too and scene.tokens[index - 1].lower in {"с", "со", "от", "из"}


def _other_of_document(scene: Scene, place: str) -> str | None:
    """The place that the document is about besides: not the land around the one named, and no country for a town."""
    stands, by_id = scene.stands_of_document, scene.context.by_id
    around = (place for place in (*stands.pair, *stands.focus))
    others = [other for other in around if other != place and not stands.contain(other, place)]
    near = [other for other in others if by_id[other].type != "country" or by_id[place].type == "country"]
    other = next(iter(near or others), None)
    rival = next(iter(near[1:]), None)
    if other is not None and rival in stands.pair and _is_told_of_more(scene, str(rival), other):
        other = rival
    return other if other is None or is_wide(scene, other) == is_wide(scene, place) else None


def _is_told_of_more(scene: Scene, place: str, other: str) -> bool:
    """Of two that the document is about alike the one that it names at least twice as often."""
    by_id = scene.context.by_id
    return len(by_id[place].mentions) >= 2 * len(by_id[other].mentions)


def _named_soon(scene: Scene, owner: str) -> str | None:
    """«У Омска появился побратим. Соглашение подписано с Лидой»: with whom, as one of the next two sentences tells."""
    sentences = scene.context.layout.sentences
    for sentence in sentences[scene.sentence.index + 1 : scene.sentence.index + 3]:
        later = Scene(scene.context, scene.stands_of_document, sentence)
        joined = (s.place for s in named_sides(later, *later.span) if s.role in {"with", "between"})
        other = next((place for place in joined if place != owner), None)
        if other is not None:
            return other
    return None
