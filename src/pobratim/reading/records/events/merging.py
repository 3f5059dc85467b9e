"""One event of what a document tells several times: in the title, the lead and the body."""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.reading.context import Context
from pobratim.reading.records.events.arrivals import arrivals
from pobratim.reading.records.events.as_came import as_they_came
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.joining import join
from pobratim.reading.records.events.sameness import (
    documents_agree,
    guests_agree,
    parties_agree,
    places_agree,
    same_event,
)
from pobratim.reading.records.events.settling import settle
from pobratim.reading.records.sides.alike import of_headline
from pobratim.reading.records.stands import Stands


def merge_events(context: Context, stands: Stands, drafts: list[Draft]) -> list[Draft]:
    """The events, each once, in the order in which the text first tells them."""
    merged: list[Draft] = []
    for draft in _told_apart(context, stands, as_they_came(context, stands, _of_news(context, stands, drafts))):
        for event in merged:
            if same_event(context, stands, event, draft):
                join(context, stands, event, draft)
                break
        else:
            merged.append(draft)
    merged = _without_same_journeys(context, stands, merged)
    settle(context, stands, merged)
    return [*merged, *arrivals(context, stands, merged)]


def _of_news(context: Context, stands: Stands, drafts: list[Draft]) -> list[Draft]:
    """A headline's «хоким Намангана подписал» as the news tells of it, between oblasts."""
    signings = [draft for draft in drafts if draft.kind == "signing"]
    titled = [draft for draft in signings if context.is_title(context.sentence_at(draft.evidence[0][0]))]
    for draft in titled:
        draft.parties = list(of_headline(stands, draft.parties, [d.parties for d in signings if d not in titled]))
    return drafts


def _told_apart(context: Context, stands: Stands, drafts: list[Draft]) -> list[Draft]:
    """Without the title's «встретился с главами Омска и Лиды» where the body tells of each meeting."""
    kept: list[Draft] = []
    for draft in drafts:
        if _is_agreed_in_title(context, draft, drafts):
            continue
        if _only_performs(context, draft, drafts):
            continue
        _as_in_body(context, draft, drafts)
        _as_just_told(context, stands, draft, drafts)
        several = draft.kind in {"meeting", "signing"} and len(set(draft.parties)) >= 3
        if several and context.is_title(context.sentence_at(draft.evidence[0][0])):
            sides = {frozenset(d.parties) for d in drafts if d.kind == draft.kind and d.status == draft.status}
            if sum(len(two) == 2 and two < set(draft.parties) for two in sides) >= 2:
                continue
        kept.append(draft)
    return kept


def _only_performs(context: Context, draft: Draft, drafts: list[Draft]) -> bool:
    """The title's «Хоккеисты из Омска победили в Лиде», «Дети Омска и Лиды встретились» over news of a tournament or a
    feast: they are sides of it."""
    if not context.is_title(context.sentence_at(draft.evidence[0][0])):
        return False
    shows = [d for d in drafts if d.kind in {"days", "forum"} and d.status == draft.status]
    if draft.kind == "visit" and draft.rule.startswith("event.attending"):
        return any(show.place == draft.place and set(draft.parties) <= set(show.parties) for show in shows)
    met = draft.kind == "meeting" and draft.rule == "event.meeting_verb" and not draft.participants
    talks = any(d.kind == "meeting" and d is not draft and d.evidence != draft.evidence for d in drafts)
    return met and not talks and any(set(draft.parties) <= set(show.parties) for show in shows)


def _as_just_told(context: Context, stands: Stands, draft: Draft, drafts: list[Draft]) -> None:
    """«Делегацию принял губернатор. | На встрече договорились …»: the talks of the sentence before, and their sides."""
    sentence = context.sentence_at(draft.evidence[0][0])
    if draft.kind != "meeting" or _ON_IT.match(context.text((sentence.start, sentence.end))) is None:
        return
    before = context.layout.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return
    told = [d for d in drafts if d.kind == "meeting" and d.status == draft.status and d is not draft]
    told = [d for d in told if (before.start, before.end) in d.evidence and len(d.parties) == 2]
    if len(told) != 1 or len(draft.parties) != 2 or set(draft.parties) == set(told[0].parties):
        return
    if all(any(stands.akin(side, other) for other in told[0].parties) for side in draft.parties):
        draft.parties, draft.place = list(told[0].parties), told[0].place


_ON_IT = re.compile(
    r"\W*(?:на|в ходе|во время|в рамках|по итогам) (?:этой |данной )?"
    r"(?:встреч[еи]|переговор(?:ов|ах)|бесед[еы]|при[её]м[еа])\b(?! с)",
    re.I,
)


def _as_in_body(context: Context, draft: Draft, drafts: list[Draft]) -> None:
    """«Программа визита делегации Омска в Брест»: a title without a verb tells of what the text tells as to come."""
    told = context.sentence_at(draft.evidence[0][0])
    if draft.status != "held" or draft.date is not None or not context.is_title(told):
        return
    if context.clauses_of(told).has_verb(told.first, told.last):
        return
    behind = [d for d in drafts if d.evidence[0][0] >= told.end and d.kind == draft.kind]
    same = [d for d in behind if set(d.parties) == set(draft.parties)]
    if same and all(one.status == "planned" for one in same):
        draft.status = "planned"


def _is_agreed_in_title(context: Context, draft: Draft, drafts: list[Draft]) -> bool:
    """The title's «депутаты Омска и Лиды договорились дружить» over news of their signing: no talks besides."""
    told = context.sentence_at(draft.evidence[0][0])
    if draft.kind != "meeting" or draft.rule != "event.talks" or not context.is_title(told):
        return False
    if not context.with_lemmas(told, _AGREEING):
        return False
    sides = set(draft.parties)
    return any(d.kind == "signing" and d.status == draft.status and set(d.parties) == sides for d in drafts)


_AGREEING = frozenset({"договориться"})


def _without_same_journeys(context: Context, stands: Stands, events: list[Draft]) -> list[Draft]:
    """«Надеемся, пребывание у нас запомнится», «визит продолжится в Бресте»: the visit that is going on, no other."""
    going_on = [e for e in events if e.kind == "visit" and e.status == "held" and not e.background]
    kept: list[Draft] = []
    for event in events:
        coming = event.kind == "visit" and event.status == "planned"
        still = coming and event.date is None and _by_noun(event)
        told = going_on if still else [e for e in going_on if coming and _is_next_day(e, event)]
        same = [e for e in told if _is_same_journey(context, stands, e, event)]
        if same and not any(_ANOTHER.search(context.text(span)) for span in event.evidence):
            same[0].participants = list(dict.fromkeys([*same[0].participants, *event.participants]))
        elif not _is_done(context, stands, event, events):
            kept.append(event)
    return kept


def _is_next_day(held: Draft, planned: Draft) -> bool:
    """«Сегодня прибыла делегация. Завтра гости побывают на заводе»: the same stay."""
    first, last = edtf.bounds(held.date)[0], edtf.bounds(planned.date)[0]
    days = edtf.is_day(held.date) and edtf.is_day(planned.date)
    return days and first is not None and last is not None and 0 <= (last - first).days <= _STAY


_STAY = 3
"""Days from the arrival of guests to what they still will see."""


def _is_done(context: Context, stands: Stands, event: Draft, events: list[Draft]) -> bool:
    """«прибыли для подписания договора» where it is told that the same was signed."""
    if event.kind != "signing" or event.status != "planned" or event.date is not None:
        return False
    aimed = any(_AIMED.search(context.text(span)) for span in event.evidence)
    held = [e for e in events if e.kind == "signing" and e.status == "held" and not e.background] if aimed else []
    return any(
        parties_agree(context, stands, e.parties, event.parties) and documents_agree(context, e, event) for e in held
    )


_AIMED = re.compile(r"\b(?:цель(?:ю)?|задача|для|ради)\b", re.I)


def _by_noun(event: Draft) -> bool:
    return event.rule.startswith(("event.visit_noun", "event.visit_stay"))


def _is_same_journey(context: Context, stands: Stands, held: Draft, other: Draft) -> bool:
    if not places_agree(context, stands, held.place, other.place):
        return False
    return guests_agree(context, stands, held, other)


_ANOTHER = re.compile(r"\b(?:ответн|следующ|нов(?:ый|ого) визит|очередн|ещё один|еще один|повторн)", re.I)
