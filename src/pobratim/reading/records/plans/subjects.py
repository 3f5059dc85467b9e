"""Who does what a plan tells: is the subject of a verb somebody who acts?"""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.offers.nouns import hangs_on_preposition, is_date
from pobratim.reading.records.place_kinds import PLACE_NOUNS
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word

_SIDES = PLACE_NOUNS | {"сторона", "партнёр", "побратим"}


def who_acts(scene: Scene, index: int) -> bool:
    """Is the subject before the verb somebody: a place, a person, a firm, people; or nobody («запустят рейс»)?

    A thing is no actor («калий попадёт в Иран»), unless something is told to begin («заработает цех»).
    """
    word = scene.tokens[index].word
    first = scene.clauses.begin_at(index)
    begins = word is not None and bool(word.lemmas & words().beginnings)
    for i in range(index - 1, first - 1, -1):
        mention = scene.mention_at(i)
        noun = scene.tokens[i].word
        if mention is not None and mention.first == i and not hangs_on_preposition(scene, i):
            return True
        if noun is None or mention is not None or noun.pos not in {"NOUN", "NPRO"} or hangs_on_preposition(scene, i):
            continue
        if is_date(scene, i) or not any(parse.case == "nomn" for parse in noun.parses):
            continue
        if noun.lemmas & union(_SIDES, words().acting):
            return True
        if any("anim" in p.tags for p in noun.parses if p.case == "nomn"):
            return True
        if noun.pos == "NPRO" or _agree(noun, word):
            return noun.pos == "NPRO" or begins
    return begins or _is_somewhere(scene, index)


def _agree(noun: Word, verb: Word | None) -> bool:
    numbers = {p.number for p in verb.parses} if verb is not None else set()
    return any(p.case == "nomn" and p.number in numbers for p in noun.parses)


def _is_somewhere(scene: Scene, index: int) -> bool:
    """Nobody is named: «в Омске запустят рейс»; the plural or a place told before makes sure that people act."""
    word = scene.tokens[index].word
    plural = word is not None and any("plur" in p.tags for p in word.parses)
    if plural and (index == scene.sentence.first or not _subject_after(scene, index)):
        return True
    before = scene.tokens[scene.sentence.first : index]
    return any(token.word and token.word.lemmas & union(words().agreement, words().intention) for token in before)


def _subject_after(scene: Scene, index: int) -> bool:
    """«поступят пять машин»: the verb has no object that it could govern; not «к делу приступят весной»."""
    word = scene.tokens[index].word
    if word is None or not all("intr" in p.tags for p in word.parses if p.pos == "VERB"):
        return False
    behind = range(index + 1, scene.clauses.end_at(index))
    return any(is_noun(scene, i) and not is_date(scene, i) and not hangs_on_preposition(scene, i) for i in behind)
