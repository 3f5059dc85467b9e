"""How numbers, dates, names and lists are written in Russian papers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from pobratim.model import edtf
from pobratim.register.moment import Moment
from pobratim.reports.words import unit_forms

NBSP = "\N{NO-BREAK SPACE}"
_SCALES = (
    (Decimal(10) ** 12, "трлн"),
    (Decimal(10) ** 9, "млрд"),
    (Decimal(10) ** 6, "млн"),
    (Decimal(1000), "тыс."),
)
_SHORTENED = 100_000
"""From here on round values are told in thousands, millions …"""
_JOINER = "\N{WORD JOINER}"
_SHORT_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}\.$")
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


class _Kept(dict[int, str | None]):
    """What becomes of each letter, judged once: itself, a blank, or nothing."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        lost = unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Co") or letter in _BIDI
        self[code] = " " if letter.isspace() else None if lost else letter
        return self[code]


_KEPT = _Kept()


def clean(text: str) -> str:
    """One line without control characters, lone surrogates and marks that turn the direction of writing."""
    if text.isprintable() and "  " not in text:  # nothing of the kind is, nor any blank but the usual one
        return text.strip(" ")
    return re.sub(" {2,}", " ", text.translate(_KEPT)).strip()


def sentence(text: str) -> str:
    """The words with a capital at the front."""
    return text[:1].upper() + text[1:]


def unstopped(text: str) -> str:
    """The words without the full stop behind them; that of an initial or a short word («Е.», «др.») is its own."""
    return text if _SHORT_WORD.search(text) else text.rstrip(".")


def unbroken(text: str) -> str:
    """The text with ranges of numbers («10–12.12.2026», «2026–2028») that no line break tears apart."""
    return re.sub(r"(?<=\d)–(?=\d)", f"–{_JOINER}", text)


def quoted(text: str) -> str:
    """The words in «quotation marks»; marks inside become „inner“ ones."""
    inner = text.strip()
    if inner.startswith("«") and inner.endswith("»") and inner.count("«") == 1:
        inner = inner[1:-1]
    return f"«{inner.replace('«', '„').replace('»', '“')}»"


def listing(names: Iterable[str]) -> str:
    """«Минск, Омск и Тюмень»."""
    *head, last = [name for name in names if name] or [""]
    return f"{', '.join(head)} и {last}" if head else last


# ---------------------------------------------------------------- dates


def when(value: str) -> str:
    """The date in words, its numbers bound to what follows: «24 июня 2025 года»."""
    return re.sub(r"(?<=\d) (?=[а-я])|(?<=[а-я]) (?=\d{4}\b)", NBSP, edtf.in_russian(value))


def since(value: str) -> str:
    """«с 2022 года», «с 24 июня 2022 года»; a stretch of time as «начало: 2021–2022 годы»."""
    return f"начало: {when(value)}" if "/" in value else when(f"{value}/..")


def short(value: str) -> str:
    """The date as tables have it: «24.06.2025», «10–12.10.2019», «2026–2028»; otherwise in words."""
    parsed = edtf.parse(value)
    if isinstance(parsed, edtf.Point):
        return _numeric(parsed) or when(value)
    start, end = parsed.start, parsed.end
    if start and end:
        first, last = _numeric(start), _numeric(end)
        if first and last:
            same_month = (start.year, start.month) == (end.year, end.month)
            return f"{start.day:02d}–{last}" if same_month else f"{first}–{last}"
        if (
            not (start.month or end.month or start.qualifier or end.qualifier)
            and start.knows_year
            and end.knows_year
        ):
            return f"{start.year}–{end.year}"
    return when(value)


def _numeric(point: edtf.Point) -> str | None:
    if point.day and point.month and point.knows_year and not point.qualifier:
        return f"{point.day:02d}.{point.month:02d}.{point.year}"
    return None


def telling(moment: Moment, before: str = "") -> str:
    """«по состоянию на 1 мая 2024 года, по документам, известным на 1 июня 2024 года»; empty of now."""
    parts = []
    if moment.as_of:
        parts.append(f"по состоянию на {when(moment.as_of.isoformat())}")
    if moment.known_on:
        parts.append(f"по документам, известным на {when(moment.known_on.isoformat())}")
    return before + ", ".join(parts) if parts else ""


# ---------------------------------------------------------------- numbers


def plural(number: int, one: str, few: str, many: str) -> str:
    """The number with the fitting form: «1 документ», «2 документа», «5 документов»."""
    return f"{number}{NBSP}{_form(Decimal(number), (one, few, many))}"


def quantity(value: float, unit: str | None) -> str:
    """The value in its unit: «1,2 млрд долларов США», «12 450 человек», «12 %».

    Large round values are shortened only where nothing is lost by it.
    """
    exact = Decimal(repr(value))
    if unit == "percent":
        return f"{_digits(exact)}{NBSP}%"
    forms = unit_forms(unit) if unit else None
    scale, word = next((pair for pair in _SCALES if abs(exact) >= pair[0]), (Decimal(1), ""))
    scaled = exact / scale
    if word and scaled == round(scaled, 3) and abs(exact) >= _SHORTENED:
        tail = forms[2] if forms else unit or ""
        return f"{_digits(scaled)}{NBSP}{word} {tail}".rstrip()
    tail = _form(exact, forms) if forms else unit or ""
    return f"{_digits(exact)}{NBSP}{tail}".rstrip()


def percent(value: float) -> str:
    """«12 %», «3,5 %»; the sign is left to the words around it."""
    return f"{_digits(abs(Decimal(repr(value))))}{NBSP}%"


def _digits(value: Decimal) -> str:
    """Russian figures: a comma, thousands apart from 10 000 on, a true minus."""
    text = f"{abs(value):f}"
    whole, _, fraction = text.partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", NBSP)
    fraction = fraction.rstrip("0")
    minus = "−" if value < 0 else ""
    return f"{minus}{whole},{fraction}" if fraction else f"{minus}{whole}"


def _form(value: Decimal, forms: tuple[str, str, str]) -> str:
    one, few, many = forms
    if value != value.to_integral_value():
        return few
    last_two = int(abs(value)) % 100
    last = last_two % 10
    if last == 1 and last_two != 11:
        return one
    return few if last in (2, 3, 4) and last_two not in (12, 13, 14) else many
