"""Departments of an authority: «комитет по экономике | Витебского облисполкома». What a part of it says or does,
the authority says or does; behind an office («начальник управления культуры …») the part belongs to the title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pobratim.reading.names.names import Name, titles
from pobratim.reading.names.organizations.heads import (
    adjectival,
    governs,
    in_genitive,
    phrase,
    proper_adjective,
    tidy,
    words,
)
from pobratim.reading.text.segments import Layout, Token

_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a department from token ``first`` up to its authority."""

    first: int
    authority: Name


def parts(layout: Layout, names: Sequence[Name]) -> list[Part]:
    """The departments that stand right before the names of authorities."""
    tokens = layout.tokens
    begins = [sentence.first for sentence in layout.sentences]
    found = []
    for name in names:
        if in_genitive(tokens[name.first]) and any(map(governs, tokens[name.first : name.last])):
            first = _start(tokens, name.first, begins[bisect_right(begins, name.first) - 1])
            if first is not None:
                found.append(Part(first, name))
    return found


def with_parts(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """The names, those of departments given to their authorities."""
    tokens = layout.tokens
    found = parts(layout, names)
    inside = [(part.first, part.authority.first, part.authority.last) for part in found]
    kept = [
        name
        for name in names
        if not any(first <= name.first < begin and name.last <= last for first, begin, last in inside)
    ]
    return [*kept, *(_extended(tokens, part) for part in found if not _in_title(tokens, part.first))]


def _start(tokens: Sequence[Token], end: int, start: int) -> int | None:
    """Where the department begins whose words end before token ``end``; None where none stands there."""
    at = end - 1
    first = None
    while at >= start and end - at < _LONGEST:
        token = tokens[at]
        if token.lemma in words("authority", "parts") and (first is None or in_genitive(tokens[first])):
            first = at
            while first > start and _qualifies(tokens[first - 1]):
                first -= 1
            at = first
        elif not (token.text in (",", "и") or token.lower == "по" or _depends(token)):
            break
        at -= 1
    return first


def _qualifies(token: Token) -> bool:
    return adjectival(token) and (proper_adjective(token) or token.lemma in words("authority", "qualifying"))


def _depends(token: Token) -> bool:
    return (
        token.word is not None
        and not token.capital
        and token.word.pos in ("NOUN", "ADJF", "PRTF")
        and any(p.case in ("gent", "datv") and p.pos in ("NOUN", "ADJF", "PRTF") for p in token.word.parses[:6])
    )


def _in_title(tokens: Sequence[Token], first: int) -> bool:
    """Does an office stand before («начальник | управления», «специалист | отдела»)?"""
    return first > 0 and (tokens[first - 1].lemma in titles() or tokens[first - 1].text == ")")


def _extended(tokens: Sequence[Token], part: Part) -> Name:
    name = part.authority
    whole = _whole(tokens, part.first, name.last)
    return Name(
        part.first,
        name.last,
        "organization",
        name.name,
        name.strength + 1,
        aliases=(*name.aliases, whole),
        seat=name.seat,
        inner=name.inner,
    )


def _whole(tokens: Sequence[Token], first: int, last: int) -> str:
    head = next(i for i in range(first, last) if tokens[i].lemma in words("authority", "parts"))
    rest = " ".join(token.text for token in tokens[head + 1 : last])
    return tidy(f"{phrase(tokens[first : head + 1])} {rest}")
