"""Names in the genitive, as titles and posts need them: «сотрудничество Минска и Ростова-на-Дону».

The head noun and the adjectives before it change, what follows the head stays («Республика Татарстан» →
«Республики Татарстан»). A name that cannot be inflected with certainty (abbreviations, foreign letters) stays
as it is.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources

from pobratim.reading.text.inflection import inflect, recase
from pobratim.reading.text.morph import Parse, word

_ADJECTIVAL = ("ADJF", "PRTF")
_LINKS = frozenset({"на", "под", "над", "де", "ла", "эль"})
"""Parts inside hyphenated names that never change: Ростов-на-Дону, Рио-де-Жанейро."""


@lru_cache(maxsize=4096)
def genitive(name: str) -> str:
    """The name in the genitive: «Нижний Новгород» → «Нижнего Новгорода», «Сочи» → «Сочи»."""
    if name in _exceptions():
        return _exceptions()[name]
    words = name.split(" ")
    for index, text in enumerate(words):
        head = _noun(text, before=words[:index])
        if head is not None:
            changed = [_adjective(adjective, head) for adjective in words[:index]]
            return " ".join([*changed, _declined(text, head), *words[index + 1 :]])
        if not _is_adjective(text):
            return name
    return inflect(name, "gent", like="ADJF") if len(words) == 1 else name  # Железнодорожный


def _noun(text: str, *, before: list[str]) -> Parse | None:
    """The nominative noun that the word is, place names first; a proper adjective only behind no noun."""
    if _is_abbreviation(text):
        return None
    first = text.split("-")[0] if _inflects_first(text) else text
    nouns = [p for p in word(first).parses if p.pos == "NOUN" and p.case == "nomn"]
    nouns = [p for p in nouns if all(_agrees(adjective, p) for adjective in before)]
    nouns.sort(key=lambda p: not p.has("Geox"))  # the sort is stable: the likelier parse stays first
    if not nouns or (_is_adjective(text) and not nouns[0].has("Geox")):
        return None
    return nouns[0]


def _declined(text: str, noun: Parse) -> str:
    if noun.has("Fixd") or (text.endswith("о") and noun.has("Geox")):
        return text  # «мэр Кемерово»: official papers keep such names in the form one can look up
    parts = text.split("-")
    if _inflects_first(text):
        rest = [_adjective(part, noun) if _is_adjective(part) else part for part in parts[1:]]
        return "-".join([_inflected(parts[0], noun), *rest])
    return _inflected(text, noun)


def _inflected(text: str, noun: Parse) -> str:
    changed = recase(inflect(text, "gent", noun.number or "sing", like=noun.lemma), text)
    return changed if "ё" in text.lower() else changed.replace("ё", "е")  # as the name itself is written


def _inflects_first(text: str) -> bool:
    """Ростов-на-Дону, Петропавловск-Камчатский: the first part carries the case."""
    parts = text.split("-")
    return len(parts) > 1 and (parts[1] in _LINKS or _is_adjective(parts[-1]))


def _adjective(text: str, noun: Parse) -> str:
    wanted = ("plur",) if noun.number == "plur" else ("sing", noun.gender or "masc")
    pos = next((p.pos for p in word(text).parses if p.pos in _ADJECTIVAL), None)
    return inflect(text, "gent", *wanted, like=pos)


def _agrees(text: str, noun: Parse) -> bool:
    return any(
        p.pos in _ADJECTIVAL
        and p.case == "nomn"
        and p.number == noun.number
        and (p.number == "plur" or p.gender == noun.gender)
        for p in word(text).parses
    )


def _is_adjective(text: str) -> bool:
    return bool(text) and any(p.pos in _ADJECTIVAL and p.case == "nomn" for p in word(text).parses)


def _is_abbreviation(text: str) -> bool:
    """МАЗ, БелАЗ, МТЗ: capitals after the first letter; or no Cyrillic word at all."""
    return any(letter.isupper() for letter in text.split("-")[-1][1:]) or not word(text or "-").parses


@cache
def _exceptions() -> dict[str, str]:
    source = resources.files("pobratim.reports") / "data" / "genitives.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
