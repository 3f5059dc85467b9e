"""Places that a sentence leaves to the reader: whether it means the two that the document is about, or others."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.once import union
from pobratim.reading.records.clauses import has_lemma_between, span_between
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import SIGNATURES, Scene
from pobratim.reading.records.sides.hubs import counts_many, is_adjective, owns
from pobratim.reading.records.sides.meant import or_twins
from pobratim.reading.records.sides.named import is_of_establishment, named_sides
from pobratim.reading.records.sides.pairs import pair_before
from pobratim.reading.records.ties.rows import bearer_at
from pobratim.reading.records.ties.times import anniversary_told, are_of_document
from pobratim.reading.text.segments import DASHES

_LIKELY = 0.1


def two_meant(scene: Scene) -> tuple[str, str] | None:
    """The two that the sentence before names, else those that the document calls twins or is about; None where these
    only locate."""
    pair = or_twins(scene, pair_before(scene)) or scene.stands_of_document.pair
    return (pair[0], pair[1]) if len(pair) == 2 and not only_locate(scene, pair) else None


def only_locate(scene: Scene, places: Sequence[str]) -> bool:
    """Does the document name them but to say where something is («сообщили в Омске и Минске»)?"""
    stands = [stand for stand in scene.stands_of_document.all if stand.place in places]
    return all(stand.kind in {"place", "organization"} and stand.role == "in" for stand in stands)


def speaks_of_others(scene: Scene, index: int) -> bool:
    """«Побратимскими соглашениями Беларусь связана с 80 субъектами»: of more than the pair of the document."""
    first, last = scene.clauses.stretch_at(index)
    if counts_many(scene, first, last) or names_others(scene, told=True) or with_cities(scene, index, last):
        return True
    if scene.speaker_place is not None and scene.speaker_place not in scene.stands_of_document.pair:
        return True
    if _are_states(scene, first, last) or _are_of_establishments(scene, first, last):
        return True
    pair, contain = scene.stands_of_document.pair, scene.stands_of_document.contain
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    named = {stand.place for stand in named_sides(scene, start, end)}
    return any(place not in pair and not any(contain(place, side) for side in pair) for place in named)


def _are_of_establishments(scene: Scene, first: int, last: int) -> bool:
    """«побратимские связи есть и у | школ», «между | школами Омска и Лиды», «больница Омска стала побратимом»."""
    if any(is_of_establishment(scene, stand) for stand in scene.stands if first <= scene.index_at(stand.start) < last):
        return True
    theirs = scene.with_lemmas(union(documents().establishments, words().others))
    return any(first < i < last and scene.tokens[i - 1].lower in {"у", "между", "со", "с"} for i in theirs)


def _are_states(scene: Scene, first: int, last: int) -> bool:
    """«Россию и Беларусь связывают дружеские отношения»: two countries, and no place of theirs."""
    named = named_sides(scene, scene.tokens[first].start, scene.tokens[last - 1].end)
    places = {stand.place for stand in named}
    return len(places) == 2 and all(scene.context.by_id[place].type == "country" for place in places)


def with_cities(scene: Scene, index: int, last: int) -> bool:
    """«отношения | с российскими городами»: with more than one, which are not named."""
    for position in range(index + 1, last - 1):
        if scene.tokens[position].lower not in {"с", "со"}:
            continue
        if [token.lower for token in scene.tokens[position + 1 : position + 3]] in _ONE_OF:
            return True
        following = [scene.tokens[i].word for i in range(position + 1, min(last, position + 4))]
        noun = next((word for word in following if word is None or not word.is_pos("ADJF")), None)
        if noun is not None and not noun.lemmas.isdisjoint(words().many):
            return any(parse.number == "plur" for parse in noun.parses)
    return False


_ONE_OF = (["одним", "из"], ["одной", "из"])
"""«с одним из городов Беларуси»: whichever that may be."""


def means_the_pair(scene: Scene, index: int) -> bool:
    """Where the sentence does not name both: «побратимские связи», «город-побратим», «побратимами стали».

    The plural alone («Брест собрал побратимов», «побратимы намерены») may mean any.
    """
    noun = bearer_at(scene, index)
    word = scene.tokens[noun if noun is not None else index].word
    if word is None or _is_praised(scene, index):
        return False
    several = noun not in {None, index} and not scene.is_singular(index)  # «породнённые | города»
    single = any(p.number == "sing" and p.pos == "NOUN" and p.score > _LIKELY for p in word.parses)
    if word.pos != "NOUN" or (single and not several):
        return True
    if scene.tokens[index - 1].lower in _WITH and index > scene.sentence.first:
        return False  # «сотрудничество с городами-побратимами позволило городу стать …»
    first, last = scene.clauses.stretch_at(index)
    if any(owns(scene, stand) for stand in named_sides(scene, *span_between(scene, first, last))):
        return False  # «у Омска есть побратимы»
    verbs = union(words().becoming, words().being)
    said = (i for i in range(first, last) if has_lemma_between(scene, i, i + 1, verbs))
    if is_said_of_both(scene, index) or any(not _is_auxiliary(scene, i) for i in said):
        return True
    mutual = has_lemma_between(scene, first, last, words().mutual) or anniversary_told(scene)
    mutual = mutual or bool(scene.with_lemmas(SIGNATURES))  # «подписи поставили главы городов-побратимов»
    mutual = mutual or are_of_document(scene, index)
    return mutual and _is_of_two_cities(scene)


def _is_praised(scene: Scene, index: int) -> bool:
    """«Побратимство – (это) лучший вид дипломатии»: of twins as such."""
    following = scene.tokens[index + 1] if index + 1 < scene.sentence.last else None
    opens = index == scene.sentence.first or scene.tokens[index - 1].text in {",", "—", "–", "«"}
    return opens and scene.tokens[index].lemma == "побратимство" and following is not None and (
        following.text in DASHES or following.lower == "это"
    )


_WITH = frozenset({"с", "со", "из", "от", "для", "о", "об"})


def _is_auxiliary(scene: Scene, index: int) -> bool:
    """«города-побратимы | будут | сотрудничать»: says nothing of what they are."""
    following = [token.word for token in scene.tokens[index + 1 : min(scene.sentence.last, index + 4)]]
    verb = any(word is not None and word.pos == "INFN" for word in following)
    return verb and scene.tokens[index].lower in {"будет", "будут"}


def is_said_of_both(scene: Scene, index: int) -> bool:
    """«города – (давние) побратимы»: behind a dash, of the two that a plural means."""
    first = scene.sentence.first
    dash = next((i for i in range(index - 1, first, -1) if not is_adjective(scene, i)), first)
    return scene.tokens[dash].text in DASHES and has_lemma_between(scene, dash - 1, dash, words().both)


def _is_of_two_cities(scene: Scene) -> bool:
    """Does the document speak of two cities only, so that «города-побратимы» can mean no others?"""
    by_id = scene.context.by_id
    return len([place for place in scene.stands_of_document.focus if by_id[place].type != "country"]) == 2


def names_others(scene: Scene, *, told: bool = False) -> bool:
    """«побратимом Кургана был американский Аппелтон»: a name that is neither a known place nor an official."""
    posts = {post.person for post in scene.stands_of_document.posts}
    people = scene.context.mentions_in(*scene.span, "person")
    return (told or scene.speaker is None) and any(mention.entity not in posts for mention in people)
