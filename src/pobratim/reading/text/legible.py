"""What of a text is Russian: the reader's rules hold for nothing else.

A text too short for telling its language is Russian when its words are; a Russian text may hold paragraphs in
another language, which are told by letters that Russian lacks.
"""

from __future__ import annotations

import re

from pobratim.model.language import detect
from pobratim.reading.text.morph import is_known

_KNOWN_SHARE = 0.8
"""Of its words the dictionary must have, for a short text to be Russian."""
_SHORT = 10
"""Words."""
_FOREIGN_SHARE = 0.2
"""Of the words that a paragraph in another language writes with letters that Russian lacks."""
_FEWEST = 5
"""Words of such a paragraph: a foreign name is none."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_FOREIGN = re.compile(r"[\u0400\u0402-\u040f\u0450\u0452-\u045f\u048a-\u052f]")
"""Cyrillic letters that Russian lacks."""
_PARAGRAPH = re.compile(r"[^\n]+")


def is_russian(text: str, language: str) -> bool:
    """Is a text that was taken for ``language`` Russian after all?

    So it is when its language can hardly be told and its words are Russian, and when half of it and more is Russian
    beside paragraphs in another language.
    """
    if language == "und" or len(_WORD.findall(text[:500])) <= _SHORT:
        return _has_russian_words(text)
    rest = without_foreign_paragraphs(text)
    return rest != text and 2 * len(rest.split()) >= len(text.split()) and detect(rest) == "ru"


def _has_russian_words(text: str) -> bool:
    """Are nearly all words of the beginning Russian, as far as the dictionary knows?"""
    beginning = text[:2000]
    words = [word for word in _CYRILLIC.findall(beginning) if len(word) > 1]
    every = [word for word in _WORD.findall(beginning) if len(word) > 1]
    return len(words) > _KNOWN_SHARE * len(every) and sum(map(is_known, words)) >= _KNOWN_SHARE * len(words)


def without_foreign_paragraphs(text: str) -> str:
    """The text with blanks in place of each paragraph in another Cyrillic language; every offset stays."""
    if not _FOREIGN.search(text):
        return text
    return _PARAGRAPH.sub(lambda found: " " * len(found[0]) if _is_foreign(found[0]) else found[0], text)


def _is_foreign(paragraph: str) -> bool:
    words = _WORD.findall(paragraph)
    if len(words) < _FEWEST:
        return False
    return sum(bool(_FOREIGN.search(word)) for word in words) >= _FOREIGN_SHARE * len(words)
