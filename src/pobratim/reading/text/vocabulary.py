"""The frequent words of news, numbered, with what the dictionary says of each: a look-up instead of an analysis.

`training/pack_forms.py` makes ``data/text/forms.npz`` by asking pymorphy3. The words that the names network knows come
first, in its order, so that one table of words serves both.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from pobratim.reading.packed import lines, load, numbered

Features: TypeAlias = tuple[str, str | None, str | None, str | None, frozenset[str]]
"""Part of speech, case, number, gender, all grammemes."""
Row: TypeAlias = tuple[str, str, str | None, str | None, str | None, frozenset[str], float]
"""Lemma, features and score of a parse."""


class Vocabulary:
    """The words and the parses of each."""

    def __init__(self, words: list[str], arrays: dict[str, Any]) -> None:
        self.numbers = numbered(words)
        """Word form → its number."""
        self._first = memoryview(arrays["first"])
        """Number of a word → the first of its rows."""
        self._rows = arrays["rows"]
        """Of each parse: letters cut off the form, number of what is put in their place, of tags, of score."""
        self._endings: list[str] = lines(arrays["endings"])
        self._features: list[Features] = [_features(line) for line in lines(arrays["tags"])]
        self._scores: list[float] = arrays["scores"].tolist()
        self._known = memoryview(arrays["known"])

    def parses(self, word: str) -> list[Row]:
        """The parses of a form in small letters, the likeliest first; none of forms that are not among these."""
        number = self.numbers.get(word)
        if number is None:
            return []
        length, endings, features, scores = len(word), self._endings, self._features, self._scores
        return [
            (word[: length - cut] + endings[ending], *features[tags], scores[score])
            for cut, ending, tags, score in self._rows[self._first[number] : self._first[number + 1]].tolist()
        ]

    def is_known(self, word: str) -> bool | None:
        """Does the dictionary have the form? None where it is not among these."""
        number = self.numbers.get(word)
        return None if number is None else bool(self._known[number])


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, loaded once (some 0.1 s)."""
    known_to_network, arrays = load("names/tagger.npz", "words"), load("text/forms.npz")
    return Vocabulary(lines(known_to_network["words"]) + lines(arrays["words"]), arrays)


def _features(line: str) -> Features:
    pos, case, number, gender, tags = line.split("|")
    return pos, case or None, number or None, gender or None, frozenset(tags.split())
