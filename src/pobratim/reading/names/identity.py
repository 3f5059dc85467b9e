"""Do two names mean one thing? «В. Кухарев» and «Владимир Кухарев», «МАЗ» and «Минский автомобильный завод»,
«Ростов» and «Ростов-на-Дону», «БНТУ» and the words it is short for."""

from __future__ import annotations

import re
from functools import lru_cache

from pobratim.reading.names.names import Name
from pobratim.reading.names.places.adjectives import is_made_from
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.text.morph import is_known


def same_thing(one: Name, other: Name) -> bool:
    if one.type == "person":
        return same_person(one, other)
    if one.type == "organization":
        return same_organization(one, other)
    if one.type == other.type == "city" and (_short_for(one, other) or _short_for(other, one)):
        return True
    if one.geonames and other.geonames:
        return one.geonames == other.geonames
    return not _forms(one).isdisjoint(_forms(other))


def _short_for(short: Name, full: Name) -> bool:
    """«Комсомольск» beside «Комсомольск-на-Амуре», «Нижний» beside «Нижний Новгород», «Тагил» beside «Нижний Тагил»."""
    if short.geonames is None and fold(full.name).endswith(f" {fold(short.name)}"):
        return True
    return (
        fold(full.name).startswith((f"{fold(short.name)} ", f"{fold(short.name)}-"))
        and " район" not in full.name
    )


def same_person(one: Name, other: Name) -> bool:
    """May both be names of one person? («В. Кухарев» and «Владимир Кухарев»; «Кухарев» and either)."""
    if one.given and one.surname and (fold(one.given), fold(one.surname)) == (fold(other.given), fold(other.surname)):
        return True
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if one.surname and other.surname:
        if fold(one.surname) != fold(other.surname):
            return False
        return _same_given(one.given, other.given)
    if not (one.given and other.given) and {one.surname, other.surname} & {one.given, other.given} - {""}:
        return _called_by_first(one, other) or _called_by_first(other, one)
    return bool(one.given) and fold(one.given) == fold(other.given)


def _called_by_first(alone: Name, full: Name) -> bool:
    """«Эрдэнийн» beside «Эрдэнийн Бат-Уул»: a first name that no list has, taken for a surname where it is alone."""
    return bool(full.surname) and not alone.given and alone.surname == full.given and not is_known(alone.surname)


def _same_given(one: str, other: str) -> bool:
    if not one or not other:
        return True
    if one.endswith(".") or other.endswith("."):
        return one[0] == other[0]
    return fold(one) == fold(other) or (min(len(one), len(other)) > 5 and within_one_edit(fold(one), fold(other)))


def same_organization(one: Name, other: Name) -> bool:
    """Have they a name in common, is one the other's abbreviation, or the other with words left out?"""
    mine, its = _forms(one), _forms(other)
    pairs = ((one, other), (other, one))
    if not mine.isdisjoint(its) or any(_one_seat(*pair) or _by_adjective(*pair) for pair in pairs):
        return True
    if _of_one_place(one, other):
        return True
    return any(
        _misspelt(a, b) or _abbreviates(a, b) or _abbreviates(b, a) or _shortens(a, b) or _shortens(b, a)
        or _are_ranked(a, b)
        for a in mine
        for b in its
    )


def _of_one_place(one: Name, other: Name) -> bool:
    """«Правительство Тувы» and «Правительство Республики Тыва»: one authority of one place, however it is called."""
    if one.seat is None or other.seat is None or one.seat.geonames is None:
        return False
    return one.seat.geonames == other.seat.geonames and _bare_head(one) == _bare_head(other) != ""


def _bare_head(authority: Name) -> str:
    """«администрация» of «администрация города Омска»; "" where more is said than whose it is."""
    head, *rest = authority.name.split()
    named = [word for word in rest if word.lower() not in _KINDS_OF_PLACES]
    return fold(head) if named and all(word[0].isupper() for word in named) else ""


_KINDS_OF_PLACES = frozenset(
    ["города", "республики", "области", "края", "района", "округа", "городского", "муниципального", "г"]
)


def _one_seat(of_town: Name, of_okrug: Name) -> bool:
    """«Дума Находки» and «Дума Находкинского городского округа»: a town is the centre of its okrug."""
    town, okrug = of_town.seat, of_okrug.seat
    return (
        town is not None
        and okrug is not None
        and town.type == "city"
        and okrug.name.endswith("округ")
        and fold(of_town.name).split()[0] == fold(of_okrug.name).split()[0]
        and is_made_from(okrug.name.split()[0].lower(), town.name)
    )


def _by_adjective(of_town: Name, other: Name) -> bool:
    """«горисполком Новополоцка» and «Новополоцкий горисполком», «городская дума Резекне» and «Резекненская дума»."""
    seat = of_town.seat
    if seat is None or seat.type != "city" or seat.last - seat.first < 1:
        return False
    adjective, *its = fold(other.name).split()
    if not adjective.endswith(_PROPER) or not is_made_from(f"{adjective[:-2]}ий", seat.name):
        return False
    mine = fold(of_town.name).split()[: -(seat.last - seat.first)]
    return _without_kind(mine) == _without_kind(its) != []


_PROPER = ("ский", "ская", "ское", "цкий", "цкая", "цкое")


def _without_kind(words: list[str]) -> list[str]:
    return [word for word in words if word != "города" and not word.startswith(("городск", "муниципальн"))]


def within_one_edit(one: str, other: str) -> bool:
    """Do two words differ in one letter at most, put in, left out or exchanged?"""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
        or one[start:] == other[start + 1 :]
    )


def _misspelt(one: str, other: str) -> bool:
    """«минчельхозпрод» and «минсельхозпрод»: one letter apart, in a word that no dictionary has (Омск and
    Томск are both known), with no figure in it."""
    if not within_one_edit(one, other) or re.search(r"\d", one + other):
        return False
    pairs = zip(one.split(), other.split(), strict=False)
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    return (
        len(differing) == 1
        and all(len(word) > 6 for word in differing[0])
        and not all(map(is_known, differing[0]))
    )


def _forms(name: Name) -> frozenset[str]:
    return _folded(name.name, name.aliases)


@lru_cache(maxsize=50_000)
def _folded(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(form) for form in (name, *aliases))


def _abbreviates(short: str, full: str) -> bool:
    """«пвт» and «парк высоких технологий»; «смолгу» and «смоленский государственный университет»."""
    if short[:1] != full[:1]:
        return False
    (short, *patron), (full, *other) = _HONOURED.split(short), _HONOURED.split(full)
    if not 3 <= len(short) <= 10 or " " in short:
        return False
    parts = [part for part in re.split(r"[ ,-]", full) if part]
    if patron and other and patron[0].split()[-1] == other[0].split()[-1]:
        parts = parts[: len(short)]  # «НГУ имени Лесгафта»: of what else is left out
    if len(parts) < 3:
        return False
    if len(short) <= 6 and short == "".join(part[:1] for part in parts):
        return True
    return _made_of(short, parts)


_HONOURED = re.compile(r" им(?:ени|\.)? ")


def _made_of(short: str, parts: list[str]) -> bool:
    """Is it the beginning of the first word («смол|гу», «то|гу» of «тихоокеанский»), then the initials of the rest?"""
    front, rest = short[: -(len(parts) - 1)], short[-(len(parts) - 1) :]
    if rest != "".join(part[:1] for part in parts[1:]) or rest[-1] not in _INSTITUTIONS or not front:
        return False
    return parts[0].startswith(front) or (len(front) == 2 and len(parts[0]) > 12 and front[1] in parts[0][3:-4])


_INSTITUTIONS = "уиа"
"""Universities, institutes and academies are called so."""


def _are_ranked(one: str, other: str) -> bool:
    """«омский педагогический университет» and «омский государственный педагогический университет имени Горького»: one
    school, its rank and patron said or not."""
    (first, *patron), (second, *another) = _HONOURED.split(one), _HONOURED.split(other)
    if first == second or (patron and another and patron != another):
        return False
    bare = [[word for word in name.split() if word not in _RANKS] for name in (first, second)]
    return bare[0] == bare[1] and len(bare[0]) > 1 and bare[0][-1] in _SCHOOLS


_RANKS = frozenset({"государственный", "национальный", "исследовательский", "федеральный"})
_SCHOOLS = frozenset({"университет", "институт", "академия", "колледж"})


def _shortens(short: str, full: str) -> bool:
    """«министерство краснодарского края» and «министерство сельского хозяйства … краснодарского края»;
    «администрация заводского района» and «администрация заводского района минска»."""
    if short[:1] != full[:1]:
        return False
    few, many = short.split(), full.split()
    if not 2 <= len(few) < len(many) or few[0] != many[0]:
        return False
    if few == many[: len(few)]:
        return len(few) > 2
    return few[0] == "министерство" and f" {' '.join(few[1:])} " in f" {full} "
