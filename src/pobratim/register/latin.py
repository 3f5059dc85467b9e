"""Names in Latin letters beside the same in Cyrillic: «Uladzimir Kukharau» and «Владимир Кухарев».

Each transliteration writes the vowels its own way, and Belarusian ones follow another pronunciation; the consonants
stay.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from pobratim.register.text import latin

_LEAST = 3
"""Consonants by which a name can be known."""
_LATIN_ONLY = re.compile(r"[a-z\u00c0-\u024f'’-]+", re.I)


def is_latin(word: str) -> bool:
    return _LATIN_ONLY.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str | None:
    """The consonants of a name, one sign a sound, in whatever alphabet it is written; None where they are too few."""
    sounds = latin(word) if not is_latin(word) else word.lower()
    letters = _letters()
    for signs, sound in letters["accented"].items():
        sounds = sounds.replace(signs, sound)
    sounds = "".join(sign for sign in unicodedata.normalize("NFKD", sounds) if not unicodedata.combining(sign))
    for signs, sound in letters["groups"].items():
        sounds = sounds.replace(signs, sound)
    sounds = re.sub(r"(?<=[aeiou])[uw](?![aeiou])", "v", sounds)  # «Kukharau»: the short «ў»
    bare = re.sub(r"[^a-zA-Z]|[aeiouyj]", "", sounds)
    bare = re.sub(r"(.)\1+", r"\1", bare)
    return bare if len(bare) >= _LEAST else None


@cache
def _letters() -> dict[str, dict[str, str]]:
    text = files("pobratim.register").joinpath("data/latin.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, str]] = tomllib.loads(text)
    return tables
