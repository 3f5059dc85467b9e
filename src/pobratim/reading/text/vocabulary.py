"""The frequent words of news, numbered, with what the dictionary says of each: a look-up instead of an analysis.

`training/pack_forms.py` makes ``data/text/forms.npz`` by asking pymorphy3. The words that the names network knows come
first, in its order, so that one table of words serves both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

import numpy as np

from pobratim.reading.data import path

Features: TypeAlias = tuple[str, str | None, str | None, str | None, frozenset[str]]
"""Part of speech, case, number, gender, all grammemes."""


class Vocabulary:
    """The words and the parses of each."""

    def __init__(self, words: list[str], arrays: dict[str, Any]) -> None:
        self.numbers: dict[str, int] = dict(zip(words, range(len(words)), strict=True))
        """Word form → its number."""
        self._first = memoryview(arrays["first"])
        """Number of a word → the first of its rows."""
        self._rows = arrays["rows"]
        """Of each parse: letters cut off the form, number of what is put in their place, of tags, of score."""
        self._endings: list[str] = _lines(arrays["endings"])
        self._tags: list[str | Features] = [*_lines(arrays["tags"])]
        self._scores: list[float] = arrays["scores"].tolist()
        self._known = memoryview(arrays["known"])

    def parses(self, word: str) -> Iterator[tuple[str, Features, float]]:
        """Lemma, features and score of each parse of a form in small letters, the likeliest first; none of others."""
        number = self.numbers.get(word)
        if number is None:
            return
        for cut, ending, tags, score in self._rows[self._first[number] : self._first[number + 1]].tolist():
            yield word[: len(word) - cut] + self._endings[ending], self._features(tags), self._scores[score]

    def _features(self, number: int) -> Features:
        """The features of this number; their line is taken apart when it is first asked for."""
        found = self._tags[number]
        if isinstance(found, str):
            found = self._tags[number] = _features(found)
        return found

    def is_known(self, word: str) -> bool | None:
        """Does the dictionary have the form? None where it is not among these."""
        number = self.numbers.get(word)
        return None if number is None else bool(self._known[number])


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, loaded once (some 0.1 s)."""
    words: list[str] = []
    for name in ("names/tagger.npz", "text/forms.npz"):
        with path(name).open("rb") as file, np.load(file) as arrays:
            words += _lines(arrays["words"])
            found = dict(arrays) if name.startswith("text") else {}
    return Vocabulary(words, found)


def _lines(letters: Any) -> list[str]:
    return letters.tobytes().decode().split("\n")  # type: ignore[no-any-return]


def _features(line: str) -> Features:
    pos, case, number, gender, tags = line.split("|")
    return pos, case or None, number or None, gender or None, frozenset(tags.split())
