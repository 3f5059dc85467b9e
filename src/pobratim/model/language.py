"""The language of a text: which of the neighbours written in Cyrillic, or what else.

The cheap evidence comes first: letters that an alphabet has or lacks, small words, endings. Only where
they leave a doubt is the model of py3langid loaded (half a second, once a process), and it chooses among
the languages that the letters allow. `data/languages.toml` holds alphabets, words and endings.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN = "und"
"""ISO 639-2 for "undetermined"."""

_SAMPLE = 6_000
"""Characters looked at: a longer text only says the same again."""
_FITS = 0.5
"""Share of words an alphabet must be able to write; below it is none of the languages we know letters of."""
_EQUAL = 0.1
"""Alphabets that fit this much worse than the best stay in question: names and quotations are foreign."""
_LEAD = 0.1
"""Share of words, and
"""
_LEAD_WORDS = 3
"""number of words, by which small words and endings must favour one language to do without the model."""
_VOTE = 3.0
"""What one such word weighs beside the model's logarithms of probability."""
_MARGIN = 5.0
"""How much more likely the best must be than the next (as a logarithm); below, nothing is claimed."""

_FEWEST = 2
"""Words: one word is no text."""

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")


@dataclass(frozen=True, slots=True)
class _Language:
    code: str
    letters: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``, or "und" where too little speaks for any.

    Two or three words are often «und»: «Минск», «Омск» and «дата» are spelled alike in several languages.
    """
    words = _WORD.findall(_sample(text).lower())
    cyrillic = _CYRILLIC.findall(" ".join(words))
    if len(words) < _FEWEST:
        return UNKNOWN
    if 2 * sum(map(len, cyrillic)) >= sum(map(len, words)):
        return _cyrillic(cyrillic)
    return _most_likely(_model(" ".join(words)))


def _sample(text: str) -> str:
    """The beginning and the middle, so that a foreign heading alone does not decide."""
    if len(text) <= _SAMPLE:
        return text
    half, middle = _SAMPLE // 2, len(text) // 2
    return f"{text[:half]} {text[middle:middle + half]}"


def _cyrillic(words: list[str]) -> str:
    """The language whose alphabet fits; words and endings decide among equals, with the model if need be."""
    writers, owners = _votes(words)
    best = max(writers.values()) / len(words)
    if best < _FITS:
        return _most_likely(_model(" ".join(words)))
    fitting = (one.code for one in _languages() if writers[one.code] / len(words) >= best - _EQUAL)
    votes = {code: owners[code] for code in fitting}
    first, second, *_ = [*sorted(votes.values(), reverse=True), 0]
    if first - second >= max(_LEAD_WORDS, _LEAD * len(words)):
        return max(votes, key=votes.__getitem__)
    model = _model(" ".join(words))
    return _most_likely({code: model[code] + _VOTE * count for code, count in votes.items() if code in model})


def _votes(words: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    """How many of the words each language can write, and how many look like its own."""
    writers = dict.fromkeys((one.code for one in _languages()), 0)
    owners = dict(writers)
    for (writing, owning), count in Counter(map(_judged, words)).items():
        for code in writing:
            writers[code] += count
        for code in owning:
            owners[code] += count
    return writers, owners


@lru_cache(maxsize=50_000)
def _judged(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The languages whose alphabets can write the word, and those whose own it looks like."""
    listed, ended = _own()
    owners = listed.get(word, frozenset())
    if len(word) >= _ENDED:
        for length in _ENDINGS:
            if word[-length:] in ended:
                owners |= ended[word[-length:]]
    return _alphabets_of(frozenset(word) - _common()), owners


_ENDED = 4
"""Letters that a word must have for its ending to count."""
_ENDINGS = range(1, 6)
"""Letters of endings."""


@cache
def _own() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Small words and endings → the languages whose own they are."""
    listed: dict[str, frozenset[str]] = {}
    ended: dict[str, frozenset[str]] = {}
    for one in _languages():
        for found, strings in ((listed, one.words), (ended, one.endings)):
            for string in strings:
                found[string] = found.get(string, frozenset()) | {one.code}
    assert max(map(len, ended)) in _ENDINGS
    return listed, ended


@lru_cache(maxsize=10_000)
def _alphabets_of(letters: frozenset[str]) -> frozenset[str]:
    """The languages that have these letters, which are none of those that all have."""
    return frozenset(one.code for one in _languages() if letters <= one.letters)


@cache
def _common() -> frozenset[str]:
    """The letters that all the languages have."""
    return frozenset.intersection(*(one.letters for one in _languages()))


@cache
def _languages() -> tuple[_Language, ...]:
    text = files("pobratim.model").joinpath("data/languages.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return tuple(
        _Language(
            code,
            frozenset(row["letters"]),
            frozenset(row["words"].split()),
            tuple(row["endings"].split()),
        )
        for code, row in table.items()
    )


def _model(text: str) -> dict[str, float]:
    """The logarithm of probability, up to a constant, of every language that has a code of two letters."""
    from py3langid import rank

    return {code: float(score) for code, score in rank(text) if len(code) == 2}


def _most_likely(scores: dict[str, float]) -> str:
    if not scores:  # the letters allow only languages that the model does not know
        return UNKNOWN
    first, second, *_ = [*sorted(scores.values(), reverse=True), float("-inf"), float("-inf")]
    if first - second < _MARGIN:
        return UNKNOWN
    return max(scores, key=scores.__getitem__)
