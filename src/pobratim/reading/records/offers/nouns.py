"""What a noun is in its sentence: a known thing, a time, one that a preposition governs."""

from __future__ import annotations

from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word

COUNTS = frozenset(
    ["единица", "штука", "тонна", "партия", "комплект", "объём", "тысяча", "десяток", "сотня", "вид", "образец",
     "линейка"]
)


def kind_of(word: Word) -> str | None:
    """The kind of thing that a noun names, if it is a known one."""
    if not word.is_pos("NOUN") or word.pos in {"VERB", "PREP", "CONJ", "INFN"}:
        return None
    return next((words().kinds[lemma] for lemma in sorted(word.lemmas) if lemma in words().kinds), None)


def is_adjective(scene: Scene, index: int) -> bool:
    """Can it qualify the noun after it?"""
    word = scene.tokens[index].word
    if word is None or word.pos not in {"ADJF", "PRTF"}:
        return False
    return not any(tag in word.parses[0].tags for tag in ("Apro", "Anum"))


def is_date(scene: Scene, index: int) -> bool:
    if index >= len(scene.tokens):
        return False
    token = scene.tokens[index]
    return any(d.start <= token.start < d.end for d in scene.dates)


def hangs_on_preposition(scene: Scene, index: int) -> bool:
    """«приобрели на ярмарке …», «закупил для школ …»: the noun is no object."""
    for i in range(index - 1, max(index - 4, scene.sentence.first) - 1, -1):
        word = scene.tokens[i].word
        if word is None:
            return False
        if word.pos == "PREP":
            return True
        if word.pos not in {"ADJF", "PRTF", "NUMR", "ADVB"} and not word.form[0].isdigit():
            return False
    return False
