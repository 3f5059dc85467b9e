"""Offices of which a sentence says that they were held then: «занимавший тогда кресло председателя»."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pobratim.model.reading import Post
from pobratim.register.claims import Claim

_BEFORE = 24
"""Characters before a title in which a word that belongs to it stands."""


def held_then(claim: Claim[Post]) -> bool:
    """Whether the document says that the office was held at the time it tells of: on its own day it is not attested."""
    text = claim.source.document.text
    return any(_tells(text, start, end) for start, end in claim.record.evidence)


def _tells(text: str, start: int, end: int) -> bool:
    within, in_front = _patterns()
    return bool(within.search(text[start:end]) or in_front.search(text[max(0, start - _BEFORE):start]))


def former(title: str) -> str:
    """«мэр» → «бывший мэр»."""
    word = _words()["former"]
    return title if title.startswith(word) else f"{word} {title}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says so between the name and the title, and right before both."""
    words = _words()
    held, then = rf"(?:{'|'.join(words['held'])})(?:л|вш)\w*", rf"(?:{'|'.join(words['then'])})"
    own = rf"{words['before_title']}\w+"
    return (
        re.compile(rf"\b(?:{held}\s+{then}|{then}\s+{held}|{own})\b", re.IGNORECASE),
        re.compile(rf"\b{own}\s+$", re.IGNORECASE),
    )


@cache
def _words() -> dict[str, Any]:
    text = files("pobratim.register").joinpath("data/offices.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
