"""Goods that a verb of trade governs from afar: in front of it, told before, or what its clause hangs on."""

from __future__ import annotations

from dataclasses import replace

from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.lexicon import plans
from pobratim.reading.records.offers.nouns import hangs_on_preposition, is_adjective, kind_of
from pobratim.reading.records.offers.phrases import Item, phrase_from
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import DESCRIBING

_PRONOUNS = frozenset({"их", "её", "ее", "его"})


def object_in_front(scene: Scene, index: int) -> Item | None:
    """«шины поставит омский завод», «валы предстоит закупать в Саратове»: the object opens the clause."""
    word = scene.tokens[index].word
    assert word is not None
    if word.pos not in {"VERB", "INFN"}:
        return None
    first = scene.sentence.first if _is_list(scene, index) else scene.clauses.begin_at(index)
    head = next((i for i in range(first, index) if is_noun(scene, i)), None)
    if head is None or any(not is_adjective(scene, i) and not _counts(scene, i) for i in range(first, head)):
        return None
    if scene.mention_at(head) is not None:  # «завод «Омский торф» поставит …»
        return None
    noun = scene.tokens[head].word
    counted = any(_counts(scene, i) for i in range(first, head))
    if noun is None or kind_of(noun) != "goods" or not (counted or any(p.case == "accs" for p in noun.parses)):
        return None
    own = any("1per" in p.tags for p in word.parses) or word.pos == "INFN"
    if any(_is_subject_noun(scene, i) for i in range(head + 1, index)):
        return phrase_from(scene, head, "goods", head + 1) if counted else None
    if own or any(_is_subject_noun(scene, i) for i in range(index + 1, min(index + 5, scene.sentence.last))):
        return phrase_from(scene, head, "goods", index)
    return None


def _is_list(scene: Scene, verb: int) -> bool:
    """«Картон, бумагу и прочные ткани | поставляют …»: nothing but a list stands before the verb."""
    listed = range(scene.sentence.first, verb)
    return any(scene.tokens[i].text == "," for i in listed) and all(
        scene.tokens[i].lower in {",", "и"} or is_noun(scene, i) or scene.tokens[i].is_mostly(DESCRIBING)
        for i in listed
    )


def of_relative(scene: Scene, index: int) -> Item | None:
    """«лифты, которые поставляет завод»: what the clause hangs on."""
    first = scene.clauses.begin_at(index)
    opening = scene.tokens[first].word
    if opening is None or opening.lemma != "который" or not any(p.case == "accs" for p in opening.parses):
        return None
    subjects = (i for i in range(first + 1, min(index + 5, scene.sentence.last)) if i != index)
    return _last_goods(scene, first) if any(_is_subject_noun(scene, i) for i in subjects) else None


def _counts(scene: Scene, index: int) -> bool:
    """«ещё 27 (троллейбусов)»."""
    word = scene.tokens[index].word
    return scene.tokens[index].text[0].isdigit() or (word is not None and word.pos in {"NUMR", "ADVB", "PRCL"})


def _is_subject_noun(scene: Scene, index: int) -> bool:
    """A firm, a place or those who act, in the nominative."""
    word, mention = scene.tokens[index].word, scene.mention_at(index)
    if word is None or hangs_on_preposition(scene, index):
        return False
    nominative = any(p.case == "nomn" for p in word.parses)
    named = mention is not None and mention.first == index
    return nominative and (named or bool(word.lemmas & plans().acting) or "anim" in word.parses[0].tags)


def has_pronoun(scene: Scene, index: int) -> bool:
    """«купить их», not «купить их продукцию»."""
    if index + 2 >= scene.sentence.last or scene.tokens[index + 1].lower not in _PRONOUNS:
        return False
    following = scene.tokens[index + 2].word
    return following is None or following.pos not in {"NOUN", "ADJF", "PRTF"}


def told_before(scene: Scene, index: int) -> Item | None:
    """«готовы купить их»: the goods told last before, in the sentence or the one before."""
    sentences = scene.context.layout.sentences
    before = scene.sentence.index - 1
    if (item := _last_goods(scene, index)) is not None:
        return item
    if before < 0 or sentences[before].paragraph != scene.sentence.paragraph:
        return None
    return _last_goods(replace(scene, sentence=sentences[before]), sentences[before].last)


def _last_goods(scene: Scene, limit: int) -> Item | None:
    for i in range(limit - 1, scene.sentence.first - 1, -1):
        word = scene.tokens[i].word
        if word is not None and scene.mention_at(i) is None and kind_of(word) == "goods":
            return phrase_from(scene, i, "goods")
    return None
