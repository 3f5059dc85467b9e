"""Ties that rest, told apart from those that are no more by the words of the sentence."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pobratim.model.reading import Partnership
from pobratim.register.claims import Claim
from pobratim.register.text import words_of_text


def as_told(claim: Claim[Partnership]) -> Claim[Partnership]:
    """The claim, `paused` where a reading that knows only `ended` tells of a pause and of no end."""
    if claim.record.status != "ended":
        return claim
    words = {word for one in claim.evidence for word in words_of_text(one.text)}
    if _tells(words, "pausing") and not _tells(words, "ending"):
        return Claim(claim.source, replace(claim.record, status="paused"))
    return claim


def _tells(words: set[str], group: str) -> bool:
    return any(word.startswith(_beginnings(group)) for word in words)


@cache
def _beginnings(group: str) -> tuple[str, ...]:
    text = files("pobratim.register").joinpath("data/ties.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[group])
