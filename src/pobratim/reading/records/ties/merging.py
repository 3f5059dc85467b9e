"""One partnership of what several sentences and documents say of a tie, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event, Partnership
from pobratim.reading.context import Context
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.sides.alike import lies_around_town, same_sides, under_one_name
from pobratim.reading.records.stands import Stands
from pobratim.reading.records.ties.lists import Told


def merge_ties(
    stands: Stands, found: list[Told], events: list[Event], agreements: list[Agreement]
) -> list[Partnership]:
    """One record a pair, kind and stage, with the day of the signing that made the tie."""
    merged = _without_wider(stands, _stages(stands, _merge(_as_twins(_as_named(stands, found)))))
    merged = list(_of_one_level(stands, merged))
    coming = [_as_coming(stands, partnership, agreements) for partnership in merged]
    return [_dated(stands, partnership, events, agreements) for partnership in coming]


def _without_wider(stands: Stands, found: list[Partnership]) -> list[Partnership]:
    """«Омск породнился с Лидой, которая лежит в Гродненской области»: of a town and its oblast only the town, unless
    the oblast is told of more surely."""
    return [one for one in found if not any(_is_around(stands, one, other) for other in found)]


def _of_one_level(stands: Stands, found: list[Partnership]) -> Iterator[Partnership]:
    """«соглашение о побратимстве подписано на визите чувашской делегации в Осиповичи»: the twin of a town is the town
    that the document names in the republic, and nobody where it names none, nor the land beside the tie."""
    pairs = {(one.kind, frozenset(one.parties)) for one in found}
    for one in found:
        land = _land_of_town(stands, one) if one.kind == "twin" else None
        if land is None:
            yield one
            continue
        town = next((place for place in stands.focus if _may_stand_for(stands, place, land, one)), None)
        if town is None:
            if any(m.entity == land for span in one.evidence for m in stands.context.places_in(*span)):
                yield one  # «Брест и Омская область стали побратимами»
            continue
        left, right = (town if place == land else place for place in one.parties)
        if (one.kind, frozenset({left, right})) not in pairs:
            yield replace(one, parties=(left, right))


def _land_of_town(stands: Stands, tie: Partnership) -> str | None:
    """The oblast, republic or province of two sides the other of which is a town."""
    by_id = stands.context.by_id
    lands = [p for p in tie.parties if by_id[p].type == "region" and not lies_around_town(by_id[p])]
    towns = [place for place in tie.parties if by_id[place].type == "city"]
    return lands[0] if len(lands) == len(towns) == 1 else None


def _may_stand_for(stands: Stands, town: str, land: str, tie: Partnership) -> bool:
    is_town = stands.context.by_id[town].type == "city" and town not in tie.parties
    return is_town and stands.contain(town, land)


def _is_around(stands: Stands, wide: Partnership, near: Partnership) -> bool:
    if wide.kind != near.kind or wide.status != near.status or wide.confidence > near.confidence:
        return False
    left, right = (set(one.parties) - set(other.parties) for one, other in ((wide, near), (near, wide)))
    if len(left) != 1 or len(right) != 1:
        return False
    by_id = stands.context.by_id
    outer, inner = left.pop(), right.pop()
    return (by_id[outer].type, by_id[inner].type) == ("region", "city") and stands.contain(outer, inner)


def _as_coming(stands: Stands, partnership: Partnership, agreements: list[Agreement]) -> Partnership:
    """«Готовится договор о побратимстве»: nothing but a document still to be signed tells of the tie."""
    if partnership.status != "active" or partnership.since is not None:
        return partnership
    making = [
        agreement
        for agreement in agreements
        if same_sides(stands, agreement.parties, partnership.parties)
        and _makes(agreement, partnership.kind)
        and _begins(stands.context, agreement)
    ]
    told = {span for agreement in making if agreement.status == "planned" for span in agreement.evidence}
    signed = any(agreement.status != "planned" for agreement in making)
    return replace(partnership, status="planned") if not signed and set(partnership.evidence) <= told else partnership


BY_DOCUMENT = "partnership.by_document"
"""The rule of a tie that is told as the subject of a document."""
_FRIENDLY = frozenset({"partnership.friends", "partnership.partner", BY_DOCUMENT})


def _as_named(stands: Stands, found: list[Told]) -> list[Told]:
    """«Горки и Зерноград стали побратимами», told elsewhere of the two districts: one tie of the towns."""
    names = under_one_name(stands, [(told.partnership.parties, told.strength) for told in found])
    return [
        replace(told, partnership=replace(told.partnership, parties=(pair[0], pair[1])))
        for told, pair in zip(found, names, strict=True)
    ]


def _as_twins(found: list[Told]) -> list[Told]:
    """Friendly relations of places that the text calls twins by the way are those of twins, since then."""
    mentioned: dict[frozenset[str], bool] = {}
    for told in found:
        if told.partnership.kind == "twin":
            by_the_way = told.strength == 1 and told.partnership.since is None
            pair = frozenset(told.partnership.parties)
            mentioned[pair] = mentioned.get(pair, True) and by_the_way
    return [
        replace(told, partnership=replace(told.partnership, kind="twin"))
        if _are_those_of_twins(told.partnership, mentioned)
        else told
        for told in found
        if not (told.partnership.rule == BY_DOCUMENT and _has_twins(told, mentioned))
    ]


def _are_those_of_twins(one: Partnership, mentioned: dict[frozenset[str], bool]) -> bool:
    """Friendly relations of twins; and relations that are broken off, whatever else tells that they were twins."""
    pair = frozenset(one.parties)
    broken = one.rule == "partnership.broken_off" and pair in mentioned
    return broken or (one.rule in _FRIENDLY and mentioned.get(pair, False))


def _has_twins(told: Told, mentioned: dict[frozenset[str], bool]) -> bool:
    """A document on friendly relations, without its year, of those who are twins."""
    one = told.partnership
    return one.kind == "partner" and one.since is None and mentioned.get(frozenset(one.parties)) is False


def _merge(found: list[Told]) -> list[Partnership]:
    """One record a pair, kind and stage; what is said outright of its status outweighs mentions."""
    merged: list[Told] = []
    for told in found:
        for index, other in enumerate(merged):
            if _is_same(other.partnership, told.partnership):
                merged[index] = _join(other, told)
                break
        else:
            merged.append(told)
    return [told.partnership for told in merged]


def _stages(stands: Stands, found: list[Partnership]) -> list[Partnership]:
    """Of ties between the same two of one kind the first («побратимы с 2011 года» who sign anew); no partnership
    besides of those who are twins, unless it has a time of its own («партнёры 14 лет, два года назад побратимы»)."""
    kept: list[Partnership] = []
    for one in found:
        same = [other for other in found if other is not one and set(other.parties) == set(one.parties)]
        if any(other.kind == one.kind and _is_before(other, one) for other in same):
            continue
        twins = [other for other in same if other.kind == "twin" and other.status == one.status]
        own_time = one.since not in {None, *(twin.since for twin in twins)} or _has_time(stands, one)
        if one.kind == "twin" or not twins or own_time:
            kept.append(one)
    return kept


def _has_time(stands: Stands, partnership: Partnership) -> bool:
    """«на протяжении 14 лет», «с 2002 года»; how long twins have a document on friendly relations is no such time."""
    if partnership.rule == BY_DOCUMENT:
        return False
    context = stands.context
    dates = (date for span in partnership.evidence for date in context.dates_in(*span))
    return any(date.kind in {"since", "duration"} for date in dates)


def _is_before(left: Partnership, right: Partnership) -> bool:
    first, second = edtf.bounds(left.since)[1], edtf.bounds(right.since)[0]
    return left.status == right.status and first is not None and second is not None and first < second


def _is_same(left: Partnership, right: Partnership) -> bool:
    dates = (left.since, right.since)
    same = set(left.parties) == set(right.parties) and left.kind == right.kind
    return same and (None in dates or edtf.compatible(*dates) or _is_counted_back(left, right))


def _is_counted_back(left: Partnership, right: Partnership) -> bool:
    """«в 2008 году к 65-летию связей», «договор 1944 года»: a year reckoned back, and the one that the text states."""
    if {left.since_basis, right.since_basis} != {"stated", "inferred"} or not left.since or not right.since:
        return False
    years = [one.since[:4] for one in (left, right) if one.since]
    return all(year.isdigit() for year in years) and abs(int(years[0]) - int(years[1])) <= _ROUNDED


_ROUNDED = 2
"""Years by which an anniversary may be off: kept early or late, counted from the first talks."""


_RANK = {"ended": 2, "active": 1, "planned": 0}


def _join(left: Told, right: Told) -> Told:
    one, two = left.partnership, right.partnership
    exact = two if one.since is None or edtf.more_exact(two.since, one.since) else one
    if _is_counted_back(one, two):
        exact = one if one.since_basis == "stated" else two
    decides = max(left, right, key=lambda told: (told.strength, _RANK[told.partnership.status]))
    status = decides.partnership.status
    joined = replace(
        one,
        since=exact.since if status != "planned" else None,
        since_basis=exact.since_basis if status != "planned" else None,
        status=status,
        evidence=tuple(dict.fromkeys(one.evidence + two.evidence)),
        confidence=max(one.confidence, two.confidence),
    )
    return Told(joined, decides.strength)


def _dated(
    stands: Stands, partnership: Partnership, events: list[Event], agreements: list[Agreement]
) -> Partnership:
    """The day of the signing that makes two places twins or partners is the day they are so since."""
    if partnership.since is not None or partnership.status != "active":
        return partnership
    days = {
        (agreement.signed, agreement.signed_basis)
        for agreement in agreements
        if agreement.status == "signed"
        and agreement.signed
        and same_sides(stands, agreement.parties, partnership.parties)
        and _makes(agreement, partnership.kind)
        and _begins(stands.context, agreement)
    }
    told = " ".join(stands.context.text(span).lower() for span in partnership.evidence)
    became = any(stem in told for stem in words().becoming_stems)
    if not days and became and not _says_when(stands, partnership):
        days = {
            (event.date, event.date_basis)
            for event in events
            if event.kind == "signing"
            and event.status == "held"
            and event.date
            and "/" not in event.date
            and same_sides(stands, event.parties, partnership.parties)
            and not _is_of_working_paper(event, agreements)
        }
    if len(days) != 1:
        return partnership
    day, basis = days.pop()
    return replace(partnership, since=day, since_basis=basis)


def _says_when(stands: Stands, partnership: Partnership) -> bool:
    """«стали побратимами два года назад»: its own sentence tells the time, if not the year."""
    dates = (date for span in partnership.evidence for date in stands.context.dates_in(*span))
    return any(date.edtf is None for date in dates)


def _is_of_working_paper(event: Event, agreements: list[Agreement]) -> bool:
    """«В 2024 году подписана дорожная карта»: by such a paper no two become anything."""
    told = [agreement for agreement in agreements if not set(agreement.evidence).isdisjoint(event.evidence)]
    there = [agreement for agreement in told if agreement.signed == event.date]  # not the one that a plan is made under
    kinds = {agreement.kind for agreement in there or told}
    return bool(kinds) and kinds <= _WORKING


_WORKING = frozenset({"roadmap", "plan", "protocol"})

_MAKING = {
    "twin": re.compile(r"побратим|породн"),
    "partner": re.compile(
        r"(?:дружественн|дружеск|братск|партн[её]рск)\w*(?: и \w+)? (?:отношени|связ)"
        r"|^партн[её]рств|установлени\w+ партн[её]рств"
    ),
}


_GOES_ON = re.compile(r"возобновл|продолж|развити|укреплени|продлени|подтвержд|расширени")


def _begins(context: Context, agreement: Agreement) -> bool:
    """Not «о возобновлении побратимских связей», «договор продлён»: they have been twins before."""
    if _GOES_ON.search((agreement.subject or "").lower()):
        return False
    return not any(_PROLONGED.search(context.text(span)) for span in agreement.evidence)


_PROLONGED = re.compile(r"\b(?:продл[еёи]|пролонгир|перезаключ|переподпис)", re.I)


def _makes(agreement: Agreement, kind: str) -> bool:
    """Is it a document that makes the two twins («соглашение о побратимстве»), or partners?"""
    subject = (agreement.subject or "").lower()
    return agreement.kind in {"agreement", "memorandum"} and _MAKING[kind].search(subject) is not None


def _may_be_joined(context: Context, agreement: Agreement, kind: str) -> bool:
    """No place is a twin of a country, and no town its partner."""
    types = {context.by_id[party].type for party in agreement.parties}
    return "country" not in types or (kind == "partner" and "city" not in types)


def by_document(context: Context, agreements: list[Agreement]) -> Iterator[Told]:
    """«действует соглашение о дружественных связях», «подпишут договор о побратимстве»: what it makes."""
    for agreement in agreements:
        for kind in _MAKING:
            if len(agreement.parties) == 2 and _makes(agreement, kind) and _may_be_joined(context, agreement, kind):
                signed = agreement.status == "signed"
                begins = signed and _begins(context, agreement)
                yield Told(
                    Partnership(
                        parties=(agreement.parties[0], agreement.parties[1]),
                        kind=kind,  # type: ignore[arg-type]
                        since=agreement.signed if begins else None,
                        since_basis=agreement.signed_basis if begins else None,
                        status="active" if signed else agreement.status,  # type: ignore[arg-type]
                        evidence=agreement.evidence,
                        confidence=0.78,
                        rule=BY_DOCUMENT,
                    ),
                    1,
                )
