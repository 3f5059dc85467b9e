"""How documents spell the names of people, and what the reader leaves of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

_LATIN = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".replace("  ", " @ ").split(" "),
    strict=True,
))
_LETTERS = "абвгдеиклмнорстуя"


def spelt(
    name: tuple[str, str, str, bool], country: str, chances: Mapping[str, float], rng: np.random.Generator
) -> tuple[str, tuple[str, ...]]:
    """A name as one document gives it, and the other ways in which that document gives it."""
    given, patronymic, surname, man = name
    full = f"{given} {surname}"
    drawn, ways = rng.random(), ("patronymic", "initial", "surname", "latin", "misspelt", "inflected")
    for way in ways:
        if drawn < chances[way]:
            break
        drawn -= chances[way]
    else:
        return full, (surname,) if rng.random() < 0.4 else ()
    match way:
        case "patronymic":
            return f"{given} {patronymic} {surname}", (full,) if rng.random() < 0.5 else ()
        case "initial":
            return f"{given[0]}. {surname}", ()
        case "surname":
            return surname, ()
        case "latin":
            return latin(given, surname, country), ()
        case "misspelt":
            return f"{given} {misspelt(surname, rng)}", ()
        case _:
            return f"{_dative(given, man)} {_dative(surname, man)}", ()


def latin(given: str, surname: str, country: str) -> str:
    """As a passport of the country has it."""
    first = _belarusian().get(given) if country == "BY" else None
    last = surname.lower()
    if country == "BY":
        last = last.replace("г", "h")
    return f"{first or _letters(given)} {_letters(last)}"


def misspelt(word: str, rng: np.random.Generator) -> str:
    """One letter changed, left out or doubled; not the first."""
    at = 1 + int(rng.integers(len(word) - 1))
    way = int(rng.integers(3))
    letter = _LETTERS[int(rng.integers(len(_LETTERS)))]
    return word[:at] + (letter if way == 0 else "" if way == 1 else word[at] * 2) + word[at + 1:]


def _letters(word: str) -> str:
    found = "".join(_LATIN.get(letter, letter).replace("@", "") for letter in word.lower())
    return found[:1].upper() + found[1:]


def _dative(word: str, man: bool) -> str:
    """«Кухареву»: the form that the reader should have turned back and has not."""
    if word.endswith("ский"):
        return word[:-2] + "ому"
    if word.endswith("ая"):
        return word[:-2] + "ой"
    if word.endswith(("а", "я")):
        return word[:-1] + ("ой" if word.endswith(("ова", "ева", "ина")) else "е")
    if word.endswith(("й", "ь")):
        return word[:-1] + "ю"
    return word if word.endswith(("о", "и")) or not man else word + "у"


@cache
def _belarusian() -> dict[str, str]:
    text = files("benchmarks.register").joinpath("words.toml").read_text(encoding="utf-8")
    return dict(pair.split("=") for pair in tomllib.loads(text)["belarusian"].split())
