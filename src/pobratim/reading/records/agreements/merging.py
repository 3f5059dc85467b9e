"""One agreement of what several sentences say of a document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from pobratim.model import edtf
from pobratim.model.reading import Agreement
from pobratim.reading.context import Context
from pobratim.reading.records.dating import LONG_AGO, days_before_publication, is_the_first, years_ago
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.sides.alike import of_headline, under_one_name
from pobratim.reading.records.stands import Stands

_CALLED_AGREEMENTS = frozenset({"memorandum", "protocol"})
"""What headlines and reports also call by the common name."""


def merge_agreements(context: Context, found: list[Agreement], stands: Stands) -> list[Agreement]:
    merged: list[Agreement] = []
    particular = _with_named_sides(_in_part(_between_the_same(found, stands), stands), stands)
    particular = _by_headline(context, _by_common_name(context, _by_one_name(context, particular)))
    for agreement in _told_as_signed(context, particular):
        for index, other in enumerate(merged):
            if _same(context, other, agreement):
                merged[index] = _join(other, agreement)
                break
        else:
            merged.append(agreement)
    return merged


def _told_as_signed(context: Context, found: list[Agreement]) -> list[Agreement]:
    """Without «после подписания соглашения …» of those who signed a memorandum or a protocol: it is that one."""
    others = {frozenset(a.parties) for a in found if a.kind in _CALLED_AGREEMENTS and a.status == "signed"}
    return [
        one
        for one in found
        if one.kind != "agreement"
        or frozenset(one.parties) not in others
        or _AFTERWARDS.search(context.text(one.evidence[0])) is None
    ]


_AFTERWARDS = re.compile(r"^\W*(?:после|по завершении|в ходе|во время|при)\s+(?:церемонии\s+)?подписани", re.I)


def _by_one_name(context: Context, found: list[Agreement]) -> list[Agreement]:
    """«Подписано соглашение. Подписанный меморандум подразумевает …»: the one told just before, by its exact kind."""
    named = list(found)
    for one in found:
        if one.kind == "agreement" or one.period or _SIGNED_ONE.match(context.text(one.evidence[0])) is None:
            continue
        before = [a for a in named if a is not one and a.kind == "agreement" and set(a.parties) == set(one.parties)]
        near = [a for a in before if _is_just_before(context, a, one)]
        if len(before) == len(near) == 1:
            named[named.index(near[0])] = _join(replace(near[0], kind=one.kind), one)
            named.remove(one)
    return named


def _by_common_name(context: Context, found: list[Agreement]) -> list[Agreement]:
    """«Подписан меморандум. Соглашение, подписанное мэрами, …», «Соглашение подписали мэры»: by a common name."""
    named = list(found)
    for one in found:
        if one.kind != "agreement" or one.period or _COMMON.match(context.text(one.evidence[0])) is None:
            continue
        others = [a for a in named if a.kind in _CALLED_AGREEMENTS and set(a.parties) == set(one.parties)]
        near = [a for a in others if _is_just_before(context, a, one)]
        if len(near) == 1:
            named[named.index(near[0])] = _join(near[0], replace(one, subject=None))
            named.remove(one)
    return named


def _by_headline(context: Context, found: list[Agreement]) -> list[Agreement]:
    """«Омск подписал соглашение с Брестом», and in the news only a memorandum of the two: headlines say it by a common
    name."""
    named = list(found)
    for one in found:
        if one.kind != "agreement" or one.period or one.signatories or not _in_title(context, one):
            continue
        told = [a for a in named if a is not one and set(a.parties) == set(one.parties) and not _in_title(context, a)]
        if len(told) == 1 and told[0].kind in _CALLED_AGREEMENTS and told[0].status == one.status == "signed":
            joined = _join(told[0], replace(one, subject=None))
            named[named.index(told[0])] = replace(joined, evidence=tuple(sorted(joined.evidence)))
            named.remove(one)
    return named


def _is_just_before(context: Context, one: Agreement, other: Agreement) -> bool:
    """Does what tells of the one end one or two sentences before the other is told?"""
    ended, begun = (context.sentence_at(span[0]).index for span in (one.evidence[-1], other.evidence[0]))
    return 0 < begun - ended <= 2


_COMMON = re.compile(
    r"\W*(?:данн\w+ |эт\w+ )?(?:соглашение|договор|документ)\W+(?:было? )?подписа[нл]"
    r"|\W*(?:сегодня |вчера )?(?:(?:было? )?подписано?|мы подписали) (?:очень )?"
    r"(?:важн|историческ|знаков|знаменательн)\w+ (?:соглашение|договор|документ)",
    re.I,
)
_SIGNED_ONE = re.compile(r"\W*(?:подписанн|заключ[её]нн|данн|эт)\w+\s+(?:меморандум|протокол|документ)", re.I)


def _between_the_same(found: list[Agreement], stands: Stands) -> list[Agreement]:
    """A headline's «Гагра и Омск» for «Гагринский район и Омск» of the news: as those are named who sign."""
    names = under_one_name(stands, [(a.parties, bool(a.signatories)) for a in found])
    named = [replace(agreement, parties=parties) for agreement, parties in zip(found, names, strict=True)]
    named = [replace(one, parties=_of_news(stands, one, named)) for one in named]
    return [replace(one, parties=_nearer(stands, one, named)) for one in named]


def _of_news(stands: Stands, agreement: Agreement, found: list[Agreement]) -> tuple[str, ...]:
    """A headline's sides as the documents of its kind name them that the news tells of."""
    if not _in_title(stands.context, agreement):
        return agreement.parties
    told = [other.parties for other in found if other.kind == agreement.kind and not _in_title(stands.context, other)]
    return of_headline(stands, agreement.parties, told)


def _in_title(context: Context, agreement: Agreement) -> bool:
    return context.is_title(context.sentence_at(agreement.evidence[0][0]))


def _in_part(found: list[Agreement], stands: Stands) -> list[Agreement]:
    """Without a headline's «Омск и Беларусь» where the news tells of those with two of its towns or more."""
    return [one for one in found if len(_inside(stands, one, found)) < 2]


def _with_named_sides(found: list[Agreement], stands: Stands) -> list[Agreement]:
    """Without a headline's «Подписание соглашения о дружбе», whose sides can but be guessed, where the news tells of
    one between other sides that it names."""
    named = [one for one in found if _names_its_sides(stands, one)]
    return [one for one in found if one in named or _is_particular(one) or not _is_of_others(one, named)]


def _is_particular(agreement: Agreement) -> bool:
    return bool(agreement.signed or agreement.period or agreement.signatories)


def _is_of_others(agreement: Agreement, named: list[Agreement]) -> bool:
    """Are those of its kind that are told with their sides all between others?"""
    alike = [
        other
        for other in named
        if other.kind == agreement.kind
        and other.status == agreement.status
        and _subjects_agree(other.subject, agreement.subject)
    ]
    return bool(alike) and all(set(other.parties) != set(agreement.parties) for other in alike)


def _names_its_sides(stands: Stands, agreement: Agreement) -> bool:
    told = {stand.place for stand in stands.inside(agreement.evidence[0])}
    bodies = {mention.entity for mention in stands.context.mentions_in(*agreement.evidence[0])}
    return not {*told, *bodies}.isdisjoint(agreement.parties)


def _nearer(stands: Stands, agreement: Agreement, found: list[Agreement]) -> tuple[str, ...]:
    """A headline's «Омск и Беларусь» for «Омск и Минск» of the news, if one document of the kind is between those."""
    inside = _inside(stands, agreement, found)
    return inside.pop() if len(inside) == 1 else agreement.parties


def _inside(stands: Stands, agreement: Agreement, found: list[Agreement]) -> set[tuple[str, ...]]:
    """The sides of the documents that may be meant by one with a country, each with a place of that country."""
    by_id = stands.context.by_id
    country = next((place for place in agreement.parties if by_id[place].type == "country"), None)
    if country is None or agreement.signatories:
        return set()
    rest = set(agreement.parties) - {country}
    return {
        other.parties
        for other in found
        if other.kind == agreement.kind and len(other.parties) == len(agreement.parties) and rest < set(other.parties)
        and by_id[(set(other.parties) - rest).pop()].country == by_id[country].country
    } - {agreement.parties}


def _same(context: Context, left: Agreement, right: Agreement) -> bool:
    if left.kind != right.kind and {left.kind, right.kind} != {"plan", "roadmap"}:
        return False
    if "ended" in (left.status, right.status) and "planned" in (left.status, right.status):
        return False
    for a, b in ((left.signed, right.signed), (left.period, right.period)):
        if a and b and not edtf.compatible(a, b):
            return False
    if _is_long_before(left, right) or _is_long_before(right, left):
        return False
    a_parties, b_parties = set(left.parties), set(right.parties)
    if not (a_parties <= b_parties or b_parties <= a_parties):
        return False
    if _is_former(context, left) != _is_former(context, right):
        return False
    if (left.rule == _SIMILAR) != (right.rule == _SIMILAR) and left.evidence != right.evidence:
        return False  # «впервые такой документ заключили в 2014 году»: one like it, not the same
    if {left.status, right.status} == {"planned", "signed"} and _was_before(context, left, right):
        return False
    if is_over(left) != is_over(right) and (
        left.evidence == right.evidence or (left.signed, left.period) != (right.signed, right.period)
    ):
        return False
    if _are_told_together(left, right) or _adds_to(context, left, right) or _is_signed_beside(left, right):
        return False
    if _is_additional(context, left) != _is_additional(context, right):
        return False
    if _is_the_first(context, left, right) or _is_the_first(context, right, left):
        return False
    if _is_renewed(context, left, right) or _is_renewed(context, right, left):
        return False
    if left.kind != "agreement" or _subjects_agree(left.subject, right.subject):
        return True
    return left.status == right.status and any(told.subject in _GENERAL for told in (left, right))


_SIMILAR = "agreement.similar"


def _is_the_first(context: Context, first: Agreement, other: Agreement) -> bool:
    """«Мэры подписали соглашение. | Первое подписано в 2011 году»: not the one that somebody signs now."""
    of_a_year = first.signed is not None and len(first.signed) <= len("2011-05")
    now = bool(other.signatories) and not first.signatories and other.signed is None
    return now and of_a_year and is_the_first(context.text(first.evidence[0]))


def _is_renewed(context: Context, old: Agreement, now: Agreement) -> bool:
    """«Мэры подписали соглашение о подтверждении связей. | Договор заключили 10 лет назад»: two documents."""
    both = old.status == now.status == "signed" and now.rule == "agreement.signed" and now.signed is None
    told = old.evidence[0] != now.evidence[0] and bool(years_ago(context, old.evidence[0]))
    return both and told and not any(years_ago(context, span) for span in now.evidence)


def _is_signed_beside(left: Agreement, right: Agreement) -> bool:
    """«подписали соглашение в дополнение к | договору от 5 мая 2003 года»: one that is signed, and one that the same
    sentence refers to by its day."""
    rules = {left.rule.partition("+")[0], right.rule.partition("+")[0]}
    day = (left.signed is None) != (right.signed is None)
    return day and rules == {"agreement.signed", "agreement.referred"} and left.evidence == right.evidence


def _is_former(context: Context, agreement: Agreement) -> bool:
    """«предыдущая дорожная карта» is not the new one."""
    words = context.text(agreement.evidence[0]).lower()
    referred = agreement.rule in {"agreement.referred", "agreement.former"}
    return referred and any(word in words for word in documents().former)


def _was_before(context: Context, left: Agreement, right: Agreement) -> bool:
    """«Области подпишут соглашение. | Прошлое подписали в 2006 году»: two documents."""
    signed = left if left.status == "signed" else right
    if signed.signed is None:
        return False
    text = context.text(signed.evidence[0]).lower()
    before = days_before_publication(context, signed.signed)
    long_ago = before is not None and before > LONG_AGO
    return long_ago or _LAST_ONE.search(text) is not None or any(word in text for word in documents().former)


_LAST_ONE = re.compile(r"\bпрошл\w+ (?:соглашени|договор|план|дорожн|протокол|меморандум|программ)")


def is_over(agreement: Agreement) -> bool:
    """«заменил соглашение 2019 года», «утратило силу»: not the one that is signed now."""
    return agreement.rule in {"agreement.replaced", "agreement.ended"}


def _is_long_before(signed: Agreement, lasting: Agreement) -> bool:
    """Was one signed years before the term of the other begins («план 2003 года», «план на 2024–2026 годы»)?"""
    day, begins = edtf.bounds(signed.signed)[1], edtf.bounds(lasting.period)[0]
    return day is not None and begins is not None and begins.year - day.year > 1


def _are_told_together(left: Agreement, right: Agreement) -> bool:
    """«подписали соглашение о дружеских связях и соглашение о туристических связях»: each for itself."""
    signed = left.rule == right.rule == "agreement.signed" and left.evidence[0] == right.evidence[0]
    return signed and bool(left.subject and right.subject) and left.subject != right.subject


def _adds_to(context: Context, left: Agreement, right: Agreement) -> bool:
    """«подписали соглашение к договору 2004 года»: the one signed now and the one that it adds to."""
    told = left.evidence[0] == right.evidence[0] and left.rule != right.rule
    return told and _ADDING.search(context.text(left.evidence[0])) is not None


_ADDING = re.compile(r"(?:соглашени|протокол)\w*\s+к\s+(?:\w+\s+)?(?:договор|соглашени)", re.I)


def _is_additional(context: Context, agreement: Agreement) -> bool:
    """«дополнительное соглашение» is not the one it adds to."""
    return "дополнительное соглашение" in context.text(agreement.evidence[0]).lower()


def _subjects_agree(left: str | None, right: str | None) -> bool:
    if not left or not right:
        return True
    a, b = _stems(left), _stems(right)
    return bool(a & b) or not a or not b


def _stems(subject: str) -> set[str]:
    """The beginnings of its words; «дружба» and «дружественные отношения» begin alike."""
    words = (word for word in subject.lower().split() if len(word) > 3)
    return {word[:4] if word.startswith("друж") else word[:5] for word in words}


_GENERAL = frozenset({"сотрудничество", "взаимное сотрудничество", "взаимодействие"})
"""What a headline calls any agreement («соглашение о сотрудничестве»), whatever it is on more exactly."""


def _join(left: Agreement, right: Agreement) -> Agreement:
    signed = left if left.signed else right
    subject = max((left.subject, right.subject), key=lambda text: len(text or ""))
    return replace(
        left,
        kind="roadmap" if "roadmap" in (left.kind, right.kind) else left.kind,
        parties=left.parties or right.parties,
        signed=signed.signed,
        signed_basis=signed.signed_basis,
        period=right.period if edtf.more_exact(right.period, left.period) else left.period,
        signatories=tuple(dict.fromkeys(left.signatories + right.signatories)),
        subject=subject,
        status=_status(left, right),
        evidence=tuple(dict.fromkeys(left.evidence + right.evidence)),
        confidence=max(left.confidence, right.confidence),
    )


def _status(left: Agreement, right: Agreement) -> Literal["signed", "planned", "ended"]:
    """Signed, if either tells so; but what is to be signed and is named again by its contents («Соглашение Омска и
    Бреста предусматривает …») is still to be signed."""
    told, other = (left, right) if left.status == "signed" else (right, left)
    if told.status != "signed":
        return left.status
    only_named = told.rule == "agreement.named" and not _is_particular(told)
    return "planned" if only_named and other.status == "planned" and other.evidence < told.evidence else "signed"
