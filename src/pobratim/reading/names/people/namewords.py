"""Words that names are made of: initials, surnames, and pairs of towns that are none."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import is_compound, titles
from pobratim.reading.names.people.fullnames import given_readings
from pobratim.reading.names.places.gazetteer import gazetteer
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Token


def listed(table: str) -> frozenset[str]:
    """The words of one table of `data/names/words.toml`."""
    return frozenset(load_toml("names/words.toml")[table])


def are_towns(words: Sequence[Token]) -> bool:
    """«(Для) Пинска Кузнецк»: two towns side by side, neither word a given name; «Коста Рика», one country."""
    if len(words) != 2:
        return False
    length, places = gazetteer().phrases([token.lower for token in words])
    if length == 2 and any(place.type == "country" for place in places):
        return True
    if any(given_readings(token.lower) for token in words):
        return False
    if length == 2 and places:
        return True  # «Сремски Карловци»
    return all(t.word is not None and t.word.with_tags("Geox") and is_known(t.text) for t in words)


def may_be_surname(token: Token) -> bool:
    if not is_name_word(token) or token.word is None or token.text.isupper():
        return False
    return token.lemma not in titles() and not token.word.with_tags("Geox")


_NUMERALS = frozenset("IVX")
"""Latin letters that number headings: «I. Культура и молодёжь»."""


def is_initial(token: Token) -> bool:
    return (
        len(token.text) <= 2
        and token.text[0].isupper()
        and token.text.isalpha()
        and (len(token.text) == 1 or token.text in ("Дж", "Ю", "Ян"))
        and token.text not in _NUMERALS
    )


def is_name_word(token: Token) -> bool:
    return (
        token.capital
        and token.word is not None
        and len(token.text) > 2
        and not token.text.isascii()
        and not is_compound(token)
    )
