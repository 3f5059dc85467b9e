"""pymorphy3 and the dictionary of OpenCorpora that it carries: nothing else in the reader touches them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

_SUPERLATIVE = "Supr"


class Place(NamedTuple):
    """Where a form stands in the dictionary."""

    form: str
    """As the dictionary spells it («ё»)."""
    paradigm: int
    row: int


@cache
def analyzer() -> Any:
    """pymorphy3's analyzer, loaded once (some 0.1 s)."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1000)
def parses(form: str) -> list[Any]:
    """What pymorphy3 makes of a form, by likeness to others where the dictionary does not have it."""
    return analyzer().parse(form)  # type: ignore[no-any-return]


def is_listed(form: str) -> bool:
    """Does the dictionary have a form, given in small letters?"""
    return bool(analyzer().word_is_known(form))


def changed(form: str, number: int, lemma: str, tags: frozenset[str], grammemes: tuple[str, ...]) -> str | None:
    """The form of the same word that has ``grammemes``, otherwise as alike as can be; None where there is none.

    ``number``, ``lemma`` and ``tags`` say which of the parses of ``form`` is meant. The choice is pymorphy3's, who
    makes all forms of a word for it; here it is made once for all words that change alike.
    """
    place = None if _SUPERLATIVE in tags else _place(form, lemma, tags)
    if place is None:
        return _analysed(parses(form)[number], grammemes)
    row = _row(place.paradigm, place.row, frozenset(grammemes))
    return None if row is None else _form(place, row)


def _place(form: str, lemma: str, tags: frozenset[str]) -> Place | None:
    """Where the parse of a form stands; None for a word that the dictionary does not have."""
    words = analyzer().dictionary
    for spelt, places in words.words.similar_items(form, analyzer().char_substitutes):
        for paradigm, row in places:
            if words.build_tag_info(paradigm, row).grammemes == tags:
                place = Place(spelt, paradigm, row)
                if _form(place, 0) == lemma:
                    return place
    return None


@lru_cache(maxsize=20_000)
def _row(paradigm: int, row: int, grammemes: frozenset[str]) -> int | None:
    """Which form of a paradigm is the one asked for, as `pymorphy3.MorphAnalyzer._inflect` tells it."""
    tags, wanted = _tags(paradigm), grammemes
    fitting = [number for number, tag in enumerate(tags) if wanted <= tag.grammemes]
    if not fitting:
        wanted = analyzer().dictionary.Tag.fix_rare_cases(grammemes)
        fitting = [number for number, tag in enumerate(tags) if wanted <= tag.grammemes]
    like = tags[row].updated_grammemes(wanted)

    def alike(number: int) -> float:
        own = tags[number].grammemes
        return len(like & own) - 0.1 * len(like ^ own)

    return max(fitting, key=alike, default=None)


@cache
def _tags(paradigm: int) -> list[Any]:
    """The tags of a paradigm's forms."""
    return [tag for _, tag, _ in analyzer().dictionary.build_paradigm_info(paradigm)]


def _form(place: Place, row: int) -> str:
    """The form in that row of the paradigm of a form."""
    words = analyzer().dictionary
    paradigm = words.paradigms[place.paradigm]
    stem = words.build_stem(paradigm, place.row, place.form)
    prefix = words.paradigm_prefixes[paradigm[len(paradigm) // 3 * 2 + row]]
    return f"{prefix}{stem}{words.suffixes[paradigm[row]]}"


def _analysed(found: Any, grammemes: tuple[str, ...]) -> str | None:
    """The form that pymorphy3 makes of a parse, known to the dictionary or not."""
    form = _highest(found, grammemes) or found.inflect(frozenset(grammemes))
    return None if form is None else str(form.word)


def _highest(found: Any, grammemes: tuple[str, ...]) -> Any:
    """The form of a superlative by the same stem: «высшей» → «высшая», not «высочайшая»; None for other words."""
    if _SUPERLATIVE not in found.tag.grammemes:
        return None
    fitting = [form for form in found.lexeme if {_SUPERLATIVE, *grammemes} <= form.tag.grammemes]
    return max(fitting, key=lambda form: form.word[:4] == found.word[:4], default=None)
