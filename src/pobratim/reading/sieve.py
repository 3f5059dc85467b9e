"""The sieve: may raw bytes, a text or a page, be about cooperation between places at all?

An archive is mostly about other things. Before anything is parsed or decoded, one automaton goes over the bytes
and says which of the words of `relevance` they hold, by the beginnings that their forms share; what holds too few
different ones need not be read. What stands around an article can only add words, never take the chance of being
read. It needs hyperscan (``pip install "pobratim[sieve]"``).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from pobratim.reading.data import load_toml
from pobratim.reading.text.morph import stem

_TELLING = {"twinning": 3, "cooperation": 1, "contact": 1, "trade": 1, "local": 1, "land": 1}
"""Groups of the words of relevance, and what each different word of them counts."""
ENOUGH = 5
"""What passes counts so much at least; `benchmarks.sieve` shows what that keeps and loses."""
SHORT = 800
"""Bytes: two sentences have no room for so many, and pass by any one of the words."""
_SHORTEST = 4
"""Letters: shorter beginnings are those of too many words."""
_ENCODINGS = ("utf-8", "cp1251")
"""A word in one of them never looks like a word in the other."""


def passes(data: bytes) -> bool:
    """Has the document, a text or HTML in UTF-8 or Windows-1251, enough words of cooperation to be worth reading?

    Raises ImportError where hyperscan is not installed.
    """
    return _counted()(data) >= (ENOUGH if len(data) > SHORT else 1)


def weights() -> dict[str, int]:
    """The beginning that the forms of a listed word share → what the word counts."""
    found: dict[str, int] = {}
    tables = load_toml("relevance.toml")
    for group, weight in _TELLING.items():
        for lemma in tables[group]:
            beginning = stem(lemma)
            if len(beginning) >= _SHORTEST:
                found[beginning] = max(weight, found.get(beginning, 0))
    return found


@cache
def _counted() -> Callable[[bytes], int]:
    """The automaton, made once a process (some 50 ms)."""
    import hyperscan

    listed = sorted(weights().items())
    patterns = [
        (number, written.encode(encoding))
        for number, (word, _) in enumerate(listed)
        for written in (word, word.capitalize(), word.upper())
        for encoding in _ENCODINGS
    ]
    automaton = hyperscan.Database()
    automaton.compile(
        expressions=[b"".join(b"\\x%02x" % byte for byte in pattern) for _, pattern in patterns],
        ids=[number for number, _ in patterns],
        elements=len(patterns),
        flags=[hyperscan.HS_FLAG_SINGLEMATCH] * len(patterns),
    )
    counts = [weight for _, weight in listed]

    def count(data: bytes) -> int:
        met: set[int] = set()
        total = 0

        def on_word(number: int, start: int, end: int, flags: int, context: Any) -> bool:
            nonlocal total
            if number not in met:
                met.add(number)
                total += counts[number]
            return total >= ENOUGH

        with suppress(hyperscan.ScanTerminated):  # enough was met
            automaton.scan(data, match_event_handler=on_word)
        return total

    return count
