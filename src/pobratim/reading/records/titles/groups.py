"""Titles of one person that follow each other: «первый заместитель председателя – председатель комитета»,
«мэр, депутат Думы», «глава пресс-службы губернатора»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pobratim.reading.context import Context
from pobratim.reading.records.authorities import is_executive
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.titles.titles import Title
from pobratim.reading.records.titles.words import DASHES
from pobratim.reading.text.segments import Token


def title_groups(context: Context, titles: list[Title]) -> list[list[Title]]:
    """Titles of one person, joined by a dash, a comma or «и»."""
    tokens = context.layout.tokens
    groups: list[list[Title]] = []
    for title in titles:
        if title.plural:
            continue
        gap = [token.text for token in tokens[groups[-1][-1].last : title.first]] if groups else None
        joined = gap in _JOINTS and groups[-1][-1].last <= title.first if groups else False
        if joined and not gap and not _same_case(tokens, groups[-1][-1], title):
            if tokens[title.head].is_case("gent"):  # «глава пресс-службы | президента»
                groups[-1][-1] = _of_the_chief(groups[-1][-1], title, tokens)
                continue
            joined = False  # «совет при президенте России | глава страны»
        if joined and not (gap and gap[0] in {",", "и"} and _of_two_places(context, groups[-1][-1], title)):
            if gap == ["и"]:
                groups[-1][-1] = _sharing(groups[-1][-1], title)
            groups[-1].append(title)
        else:
            groups.append([title])
    return [_with_dashes(tokens, group) for group in groups]


def _same_case(tokens: Sequence[Token], left: Title, right: Title) -> bool:
    """May the heads of two titles stand in one case (True where morphology cannot tell)?"""
    words = [tokens[title.head].word for title in (left, right)]
    cases = [{p.case for p in word.parses if p.case} if word else set() for word in words]
    return not all(cases) or not cases[0].isdisjoint(cases[1])


def _of_the_chief(office: Title, chief: Title, tokens: Sequence[Token]) -> Title:
    """The office with the chief whose it is."""
    words = " ".join(token.lower for token in tokens[chief.first : chief.head + 1])
    return replace(
        office,
        last=chief.last,
        words=f"{office.words} {words}",
        place=office.place or chief.place,
        organization=office.organization or chief.organization,
        general=office.general or chief.general,
    )


def _of_two_places(context: Context, left: Title, right: Title) -> bool:
    """«губернатором Курганской области, министром Татарстана»: nobody governs two places."""
    governing = all(title.lemma in GOVERNING for title in (left, right))
    return governing and _are_two(context, [title.place for title in (left, right) if title.place])


def _are_two(context: Context, places: Sequence[str]) -> bool:
    """Two places, neither of them a country."""
    return len(set(places)) == 2 and all(context.by_id[place].type != "country" for place in places)


def is_of_another(context: Context, left: Title, right: Title) -> bool:
    """«мэр Омска и председатель Мингорисполкома Иван Савицкий»: the mayor is somebody else, whose name is left out."""
    if not all(_governs(context, title) for title in (left, right)):
        return False
    seats = [_seat(context, title) for title in (left, right)]
    known = [seat for seat in seats if seat is not None]
    if len(known) != 1:
        return _are_two(context, known)
    body = context.by_id.get((left if seats[0] is None else right).organization or "")
    place = context.by_id[known[0]]
    if body is None or not body.name[:1].isupper() or place.type == "country":
        return False  # «глава района и председатель горисполкома»
    return place.name[:_STEM].lower() not in body.name.lower()


def _governs(context: Context, title: Title) -> bool:
    body = context.by_id.get(title.organization or "")
    return title.lemma in GOVERNING or (title.lemma == "председатель" and body is not None and is_executive(body))


def _seat(context: Context, title: Title) -> str | None:
    """The place that the office is of, by its own words or by where its body sits."""
    return title.place or context.found.seats.get(title.organization or "")


_STEM = 4
"""Letters that a town and the adjective made of it have in common."""
GOVERNING = listed("chiefs", "one_place")
"""Offices that nobody holds in two places."""


def _sharing(left: Title, right: Title) -> Title:
    """«основатель и директор завода «Луч»»: both offices are of the plant."""
    if left.place or left.organization or left.general or left.words != left.lemma:
        return left
    return replace(left, place=right.place, organization=right.organization)


_JOINTS: tuple[list[str], ...] = (
    *([], ["-"], ["–"], ["—"], ["−"]),
    *([","], ["и"], [",", "и"], [",", "а", "также"]),
)


def _with_dashes(tokens: Sequence[Token], group: list[Title]) -> list[Title]:
    """«первый заместитель председателя – председатель комитета экономики» is one office."""
    joined: list[Title] = []
    for title in group:
        before = joined[-1] if joined else None
        dash = before is not None and [t.text in DASHES for t in tokens[before.last : title.first]] == [True]
        if before is None or not dash or _apart(before, title):
            joined.append(title)
            continue
        joined[-1] = replace(
            before,
            last=title.last,
            words=f"{before.words} – {title.words}",
            organization=before.organization or title.organization,
            place=before.place or title.place,
            general=before.general or title.general,
        )
    return joined


def _apart(left: Title, right: Title) -> bool:
    """Are they offices of two places or bodies («губернатор Дорнода – мэр Чойбалсана»)?"""
    places = left.place and right.place and left.place != right.place
    return bool(places or (left.organization and right.organization and left.organization != right.organization))
