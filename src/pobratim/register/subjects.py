"""What agreements are on: how alike two subjects are, and which say nothing particular."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pobratim.register.text import likeness, stems, words

_ROOT = 7
"""Letters by which words of one root begin alike."""


def subject_likeness(a: str, b: str) -> float:
    """As `likeness`, by the roots of words: «побратимство» and «побратимские связи» are one subject."""
    return max(likeness(a, b), likeness(_roots(a), _roots(b)))


def is_general(subject: str) -> bool:
    """Whether any agreement of two towns may be said to be on that: «сотрудничество», «дружба»."""
    return stems(subject) <= _general_stems()


def _roots(subject: str) -> str:
    return " ".join(part[:_ROOT] for word in words(subject) for part in word.split("-"))


@cache
def _general_stems() -> frozenset[str]:
    text = files("pobratim.register").joinpath("data/subjects.toml").read_text(encoding="utf-8")
    return frozenset().union(*(stems(word) for word in tomllib.loads(text)["general"]))
