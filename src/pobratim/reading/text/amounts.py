"""Amounts as plain numbers with their unit: «586 млн долларов», «$300 млн», «12 %», «в 1,7 раза»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pobratim.reading.data import load_toml

Kind = Literal["money", "people", "percent", "times", "number"]

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_WORDS = {
    "один": 1.0, "полтора": 1.5, "полутора": 1.5, "два": 2.0, "две": 2.0, "двух": 2.0, "три": 3.0,
    "трёх": 3.0, "трех": 3.0, "четыре": 4.0, "четырёх": 4.0, "пять": 5.0, "пяти": 5.0, "шесть": 6.0,
    "семь": 7.0, "восемь": 8.0, "девять": 9.0, "десять": 10.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """The number at ``text[start:end]``; ``unit`` is a currency code, "people", "percent" or None."""

    start: int
    end: int
    value: float
    unit: str | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Units:
    currencies: dict[str, str]
    rubles: dict[str, str]
    factors: dict[str, float]


@cache
def _units() -> _Units:
    tables = load_toml("figures/words.toml")
    return _Units(tables["currencies"], tables["rubles"], tables["factors"])


@cache
def _pattern() -> re.Pattern[str]:
    units = _units()
    currency = "|".join(sorted((re.escape(c) for c in units.currencies), key=len, reverse=True))
    factor = "|".join(sorted(units.factors, key=len, reverse=True))
    country = "|".join(sorted(units.rubles, key=len, reverse=True))
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    return re.compile(
        rf"(?P<before>[$€₽]|\busd\s)?\s?"
        rf"(?<![\w.,/-])(?P<number>(?:{_NUMBER})(?![-‑]?\w)|\b(?:{words})\b)?[ \u00a0\u202f]?"
        rf"(?:(?P<factor>\b(?:{factor}))[а-яё]*\.?)?\s?"
        rf"(?:(?P<country>\b(?:{country}))[а-яё]*\.?\s)?"
        rf"(?P<unit>(?:{currency})[а-яё]*\.?|%|процент[а-я]*|раза?\b|человек[а-я]*|чел\.|жител[а-я]+)?",
        re.IGNORECASE,
    )


_TRIGGER = re.compile(
    r"\d|полмилли|миллион|миллиард|тысяч"
    r"|\bв (?:два|три|полтора|четыре|пять|шесть|семь|восемь|девять|десять)\b",
    re.IGNORECASE,
)


def amounts_in(text: str, start: int, end: int) -> list[Amount]:
    """The amounts of ``text[start:end]``; years and days are not told apart here."""
    found: list[Amount] = []
    position = start
    pattern = _pattern()
    while (trigger := _TRIGGER.search(text, position, end)) is not None:
        left = _left(text, trigger.start(), position)
        match = pattern.match(text, left, end)
        amount = _amount(match) if match else None
        if amount is None or amount.end <= trigger.start():
            position = trigger.end()
            continue
        found.append(_with_unit(amount, found))
        position = amount.end
    return found


_BEFORE = re.compile(r"(?:(?P<sign>[$€₽]\s?|\bUSD\s)|\b(?P<word>[а-яё]+)\s)$", re.IGNORECASE)
_LONGEST = 16


def _left(text: str, at: int, least: int) -> int:
    """Where the amount begins that the trigger is part of: at a currency sign or a number word before."""
    before = _BEFORE.search(text[max(least, at - _LONGEST) : at])
    if before and (before["sign"] or before["word"].lower() in _WORDS):
        return at - len(before.group())
    if text[at] in "вВ":
        return at + 2
    return at


def _amount(match: re.Match[str]) -> Amount | None:
    number, factor, unit, sign = (
        match[name] and match[name].lower() for name in ("number", "factor", "unit", "before")
    )
    if not number and not factor:
        return None
    value = _WORDS[number] if number in _WORDS else _float(number) if number else 1.0
    if factor:
        value = round(value * _units().factors[factor], 6)
    end = max(match.end(name) for name in ("number", "factor", "unit") if match[name])
    start = min(match.start(name) for name in ("before", "number", "factor") if match[name])
    kind, code = _unit(unit, sign, match["country"])
    return Amount(start, end, value, code, kind)


def _unit(unit: str | None, sign: str | None, country: str | None) -> tuple[Kind, str | None]:
    currencies = _units().currencies
    if sign:
        return "money", currencies[sign.strip()]
    if unit is None:
        return "number", None
    if unit.startswith(("%", "процент")):
        return "percent", "percent"
    if unit.startswith("раз"):
        return "times", None
    if unit.startswith(("человек", "чел", "жител")):
        return "people", "people"
    code = currencies[max((word for word in currencies if unit.startswith(word)), key=len)]
    if code == "RUB" and country:
        code = _units().rubles[country.lower()]
    return "money", code


def _with_unit(amount: Amount, earlier: list[Amount]) -> Amount:
    """«2,9 млн долларов … достигнув 11 млн»: large numbers share the unit told before."""
    if amount.kind != "number" or amount.value < 1e5:
        return amount
    money = next((other for other in reversed(earlier) if other.kind == "money"), None)
    return Amount(amount.start, amount.end, amount.value, money.unit, "money") if money else amount


def _float(number: str) -> float:
    return float(re.sub(r"[ \u00a0\u202f]", "", number).replace(",", "."))
