"""One event of what a document tells several times: in the title, the lead and the body."""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.reading.context import Context
from pobratim.reading.records.documents import document_at
from pobratim.reading.records.events.arrivals import arrivals
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.settling import settle
from pobratim.reading.records.sides.alike import of_headline, of_topic, same_sides
from pobratim.reading.records.stands import Stands


def merge_events(context: Context, stands: Stands, drafts: list[Draft]) -> list[Draft]:
    """The events, each once, in the order in which the text first tells them."""
    merged: list[Draft] = []
    for draft in _told_apart(context, _with_sides_of_news(context, stands, drafts)):
        for event in merged:
            if same_event(context, stands, event, draft):
                join(context, stands, event, draft)
                break
        else:
            merged.append(draft)
    merged = _without_same_journeys(context, stands, merged)
    settle(context, stands, merged)
    return [*merged, *arrivals(context, stands, merged)]


def _with_sides_of_news(context: Context, stands: Stands, drafts: list[Draft]) -> list[Draft]:
    """A headline's «хоким Намангана подписал» as the news tells of it, between oblasts."""
    signings = [draft for draft in drafts if draft.kind == "signing"]
    titled = [draft for draft in signings if context.is_title(context.sentence_at(draft.evidence[0][0]))]
    for draft in titled:
        draft.parties = list(of_headline(stands, draft.parties, [d.parties for d in signings if d not in titled]))
    return drafts


def _told_apart(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Without the title's «встретился с главами Омска и Лиды» where the body tells of each meeting."""
    kept: list[Draft] = []
    for draft in drafts:
        several = draft.kind in {"meeting", "signing"} and len(set(draft.parties)) >= 3
        if several and context.is_title(context.sentence_at(draft.evidence[0][0])):
            sides = {frozenset(d.parties) for d in drafts if d.kind == draft.kind and d.status == draft.status}
            if sum(len(two) == 2 and two < set(draft.parties) for two in sides) >= 2:
                continue
        kept.append(draft)
    return kept


def _without_same_journeys(context: Context, stands: Stands, events: list[Draft]) -> list[Draft]:
    """«Надеемся, пребывание у нас запомнится», «визит продолжится в Бресте»: the visit that is going on, no other."""
    going_on = [e for e in events if e.kind == "visit" and e.status == "held" and not e.background]
    kept: list[Draft] = []
    for event in events:
        still = event.kind == "visit" and event.status == "planned" and event.date is None and _by_noun(event)
        same = [e for e in going_on if _is_same_journey(context, stands, e, event)] if still else []
        if same and not any(_ANOTHER.search(context.text(span)) for span in event.evidence):
            same[0].participants = list(dict.fromkeys([*same[0].participants, *event.participants]))
        elif not _is_done(context, stands, event, events):
            kept.append(event)
    return kept


def _is_done(context: Context, stands: Stands, event: Draft, events: list[Draft]) -> bool:
    """«прибыли для подписания договора» where it is told that the same was signed."""
    if event.kind != "signing" or event.status != "planned" or event.date is not None:
        return False
    aimed = any(_AIMED.search(context.text(span)) for span in event.evidence)
    held = [e for e in events if e.kind == "signing" and e.status == "held" and not e.background] if aimed else []
    return any(
        _parties_agree(context, stands, e.parties, event.parties) and _documents_agree(context, e, event) for e in held
    )


_AIMED = re.compile(r"\b(?:цель(?:ю)?|задача|для|ради)\b", re.I)


def _by_noun(event: Draft) -> bool:
    return event.rule.startswith(("event.visit_noun", "event.visit_stay"))


def _is_same_journey(context: Context, stands: Stands, held: Draft, other: Draft) -> bool:
    if not _places_agree(context, stands, held.place, other.place):
        return False
    return _guests_agree(context, stands, held, other)


_ANOTHER = re.compile(r"\b(?:ответн|следующ|нов(?:ый|ого) визит|очередн|ещё один|еще один|повторн)", re.I)


def same_event(context: Context, stands: Stands, left: Draft, right: Draft) -> bool:
    """Do two tellings speak of one happening?"""
    if left.kind != right.kind:
        return False
    if left.status != right.status and not (_is_of_today(left, right) or _is_spoken_of(left, right)):
        return False
    if left.kind == "other" and left.rule.partition("+")[0] != right.rule.partition("+")[0]:
        return False  # wreaths and trees
    if _of_states(context, stands, left) != _of_states(context, stands, right):
        return False
    if left.item is not None and right.item is not None and left.item != right.item:
        return False
    if left.kind == "meeting" and _comes_next(context, stands, left, right):
        return False
    if left.date and right.date and not edtf.compatible(left.date, right.date):
        return False
    if left.background != right.background and not (left.date and left.date == right.date):
        return False
    if left.title and right.title and left.kind in {"forum", "days"}:
        alike = left.kind == "days" and left.title.split()[0].lower() == right.title.split()[0].lower()
        alike = alike and (left.place == right.place or None in {left.place, right.place})
        alike = alike and set(left.evidence).isdisjoint(right.evidence)  # «фестиваль культуры и фестиваль урожая»
        if alike and _NUMBER.search(left.title + right.title) is None and left.parties == right.parties:
            return True  # «Дни культуры Китая», «Дни КНР»
        return _titles_agree(left.title, right.title)
    if left.kind == "signing" and (_by_others(left, right) or not _documents_agree(context, left, right)):
        return False
    staged = left.kind in {"visit", "tour", "forum", "days"}
    if staged and not (_places_agree(context, stands, left.place, right.place) or _stops_agree(left, right)):
        return False
    if left.kind == "visit" and left.place and right.place:
        return _guests_agree(context, stands, left, right)
    if left.organizations and right.organizations and left.kind != "tour":
        return not set(left.organizations).isdisjoint(right.organizations)
    if left.kind == "signing" and same_sides(stands, left.parties, right.parties):
        return True
    return _parties_agree(context, stands, left.parties, right.parties)


def _is_of_today(left: Draft, right: Draft) -> bool:
    """«Сегодня проводит встречу с губернатором», «обсудит с ним сегодня»: a meeting of one day that is going on."""
    same = left.date == right.date and len(left.date or "") == len("2025-06-24")
    open_day = len(left.participants) > 1 and any(one.day_open and one.date is None for one in (left, right))
    day = left.kind == "meeting" and (same or open_day)  # «сегодня», and which day that is only one of them says
    one = {left.status, right.status} == {"held", "planned"} and set(left.participants) == set(right.participants)
    return day and one and bool(left.participants)


def _comes_next(context: Context, stands: Stands, left: Draft, right: Draft) -> bool:
    """«… переговоры с хокимом области. Далее делегация встретилась с премьер-министром»: other hosts, one after the
    other."""
    if not _THEN.match(context.text(right.evidence[0])) or left.evidence == right.evidence:
        return False
    place_of = stands.place_of_person
    told = [{place_of[p] for p in one.participants if p in place_of} for one in (left, right)]
    others = told[1] - told[0]
    return bool(others) and bool(told[0] - told[1]) and set(right.participants).isdisjoint(left.participants)


_THEN = re.compile(r"\W*(?:далее|затем|потом|позже|позднее|после этого|вечером)\b", re.I)


def _is_spoken_of(left: Draft, right: Draft) -> bool:
    """«Брест принимает XII форум. В форуме примут участие …»: the forum that is going on, without its name and day."""
    named = left.kind == "forum" and left.title is not None and left.date is not None and left.status == "held"
    bare = right.title is None and right.date is None and right.status == "planned"
    return named and bare and not left.background and set(left.parties) == set(right.parties)


_NUMBER = re.compile(
    r"\b([IVXLC]+|\d+-?\w{0,2})\b|\b(перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)\w+", re.I
)


def _titles_agree(left: str, right: str) -> bool:
    """The same words, the number of the session apart; two numbers that differ are two sessions."""
    a, b = (_NUMBER.search(title) for title in (left, right))
    if a is not None and b is not None and a.group().lower() != b.group().lower():
        return False
    first, second = (_NUMBER.sub("", title).lower().split() for title in (left, right))
    if a is not None and b is not None and a.group().lower() == b.group().lower():
        return first[:1] == second[:1]
    shorter = min(len(first), len(second), 2)
    return first[:shorter] == second[:shorter]


def _of_states(context: Context, stands: Stands, event: Draft) -> bool:
    """Of two countries, through people who stand for them: no event of their towns."""
    if event.kind not in {"meeting", "visit"} or any(context.by_id[place].type != "country" for place in event.parties):
        return False
    return any(stands.place_of_person.get(person) in event.parties for person in event.participants)


def _stops_agree(left: Draft, right: Draft) -> bool:
    """«посетила Брест и Лиду», then «прибыла в Лиду»."""
    return left.place in right.stops or right.place in left.stops


def _places_agree(context: Context, stands: Stands, left: str | None, right: str | None) -> bool:
    """The same place, or one inside the other."""
    if left is None or right is None or left == right:
        return True
    return _agree(context, stands, left, right) or stands.contain(left, right)


def _guests_agree(context: Context, stands: Stands, left: Draft, right: Draft) -> bool:
    """Do they come from the same places, or the one from a place inside the other's?"""
    few, many = sorted((left.parties[:-1], right.parties[:-1]), key=len)

    same_host = left.place == right.place

    def alike(guest: str, other: str) -> bool:
        return _agree(context, stands, guest, other) or (same_host and stands.contain(guest, other))

    return all(any(alike(guest, other) for other in many) for guest in few)


def _by_others(left: Draft, right: Draft) -> bool:
    """One between companies alone and one between places are two signings."""
    few, many = sorted((left, right), key=lambda draft: len(draft.parties))
    return not few.parties and len(few.organizations) >= 2 and len(many.parties) >= 2 and not many.organizations


def _documents_agree(context: Context, left: Draft, right: Draft) -> bool:
    """A road map approved now and the agreement signed two years ago are two signings."""
    a, b = _documents_of(context, left), _documents_of(context, right)
    if not a or not b or not a.isdisjoint(b) or _by_the_same(left, right):
        return True
    return _by_headline(context, left, right) or _by_common_name(context, left, right)


def _by_headline(context: Context, left: Draft, right: Draft) -> bool:
    """«Омск подписал соглашение с Брестом», and in the news a memorandum of the two: by a common name."""
    told = [_documents_of(context, one) for one in (left, right)]
    title = all(context.is_title(context.sentence_at(start)) for start, _ in left.evidence)
    common = told == [{"agreement"}, {"memorandum"}] or told == [{"agreement"}, {"protocol"}]
    return title and common and not right.background and set(left.parties) == set(right.parties)


def _by_common_name(context: Context, left: Draft, right: Draft) -> bool:
    """«В Омске подписан меморандум с Брестом. Соглашение подписали мэры …»: the same document, called so again."""
    before, after = (context.sentence_at(one.evidence[at][0]) for one, at in ((left, -1), (right, 0)))
    opening = [token.lower for token in context.layout.tokens[after.first : after.first + 2]]
    called = opening[:1] == ["соглашение"] and opening[1:] not in (["о"], ["об"], ["между"], ["с"])
    named = _documents_of(context, right) == {"agreement"}
    named = named and _documents_of(context, left) <= {"memorandum", "protocol"}
    beside = after.index == before.index + 1 and left.background == right.background
    return called and named and beside and set(left.parties) == set(right.parties)


def _by_the_same(left: Draft, right: Draft) -> bool:
    """«Мэр подписал договор о намерениях», «меморандум подписали мэры»: by the hand of one and the same at one time."""
    hands = set(left.participants) & set(right.participants)
    return bool(hands) and left.background == right.background and set(left.parties) == set(right.parties)


def _documents_of(context: Context, event: Draft) -> frozenset[str]:
    """The kinds of documents that its evidence names; looked for once."""
    if event.documents is None:
        tokens = [context.tokens_in(*span) for span in event.evidence]
        names = [document_at(part, index) for part in tokens for index in range(len(part))]
        event.documents = frozenset(name.kind for name in names if name is not None and name.kind != "unnamed")
    return event.documents


def join(context: Context, stands: Stands, event: Draft, other: Draft) -> None:
    """What both tellings say together; the nearer place and the more exact date win."""
    if other.date and (event.date is None or _says_more(event, other)):
        event.date, event.basis = other.date, other.basis
    visits = event.kind == "visit" and event.place is not None and other.place is not None
    event.place = _nearer_place(context, stands, event.place, other.place)
    added = other.rule == "event.joined"  # «представители Омска участвовали в форуме»
    if event.kind in {"forum", "days"} and event.confidence != other.confidence and not added:
        event.parties = max(event, other, key=lambda told: told.confidence).parties
    elif event.kind == "signing" and same_sides(stands, event.parties, other.parties):
        event.parties = (other if other.participants and not event.participants else event).parties
    elif event.kind == "meeting" and (topic := _topic_of(context, stands, event, other)):
        event.parties = topic
    elif event.kind == "meeting" and bool(event.participants) != bool(other.participants) and len(event.parties) == 2:
        event.parties = (event if event.participants else other).parties  # for what those who met govern
    elif visits:
        guests = _nearest(context, stands, event.parties[:-1], other.parties[:-1], inside=True)
        event.parties = [*guests, str(event.place)]
    else:
        event.parties = _nearest(context, stands, event.parties, other.parties)
    event.stops = [place for place in dict.fromkeys(event.stops + other.stops) if place not in event.parties]
    event.participants = list(dict.fromkeys(event.participants + other.participants))
    event.organizations = list(dict.fromkeys(event.organizations + other.organizations))
    event.title = event.title or other.title
    event.status = "held" if "held" in {event.status, other.status} else event.status
    event.day_open = event.day_open or other.day_open
    event.sure = event.sure or other.sure
    event.evidence = tuple(dict.fromkeys(event.evidence + other.evidence))
    known = event.documents is not None and other.documents is not None
    event.documents = (event.documents or frozenset()) | (other.documents or frozenset()) if known else None
    if other.confidence > event.confidence:
        event.confidence, event.rule = other.confidence, other.rule


def _topic_of(context: Context, stands: Stands, event: Draft, other: Draft) -> list[str]:
    """«Делегация области встретилась с мэром. На встрече обсудили сотрудничество между городами Тарой и Лидой»: the
    towns that the talks were of, where the region stands for one of them."""
    sides, topic = [event.parties, other.parties], list(of_topic(stands, [*event.evidence, *other.evidence]))
    if len(topic) != 2 or any(len(told) != 2 for told in sides) or "country" in {context.by_id[p].type for p in topic}:
        return []
    return topic if all(_within(context, stands, topic, told) or _inside(stands, topic, told) for told in sides) else []


def _inside(stands: Stands, topic: list[str], told: list[str]) -> bool:
    """Is each place of the topic one of those told, or in one of them?"""
    return all(any(place == side or stands.contain(place, side) for side in told) for place in topic)


def _says_more(event: Draft, other: Draft) -> bool:
    """Is the other's date more exact? Of what lasts the whole stretch says more than one of its days."""
    assert event.date is not None and other.date is not None
    stretches = ["/" in event.date, "/" in other.date]
    if event.kind in {"visit", "forum", "days"} and any(stretches) and not all(stretches):
        return stretches[1]
    return edtf.more_exact(other.date, event.date)


def _parties_agree(context: Context, stands: Stands, left: list[str], right: list[str]) -> bool:
    """Equal, one within the other, or a country where the other names a place inside it."""
    if not left or not right:
        return True
    return _within(context, stands, left, right) or _within(context, stands, right, left)


def _within(context: Context, stands: Stands, inner: list[str], outer: list[str]) -> bool:
    return all(any(_agree(context, stands, place, other) for other in outer) for place in inner)


def _agree(context: Context, stands: Stands, place: str, other: str) -> bool:
    if place == other or stands.same_area(place, other):
        return True
    return "country" in (context.by_id[place].type, context.by_id[other].type) and stands.akin(place, other)


def _nearest(
    context: Context, stands: Stands, left: list[str], right: list[str], *, inside: bool = False
) -> list[str]:
    """The union, without a country of which a nearer place is named, and without a second name of one area.

    With ``inside`` a place in another (a town and its region) is a second name of it too.
    """
    union = list(dict.fromkeys(left + right))
    by_id = context.by_id
    near = [
        place
        for place in union
        if by_id[place].type != "country"
        or not any(other != place and stands.country_of(other) == by_id[place].country for other in union)
    ]
    alike = stands.contain if inside else stands.same_area
    return [
        place
        for place in near
        if not any(other != place and alike(place, other) and _outranks(stands, other, place) for other in near)
    ]


def _outranks(stands: Stands, place: str, other: str) -> bool:
    """Is the document more about the one than about the other?"""
    order = {ranked: number for number, ranked in enumerate(stands.focus)}
    return order.get(place, len(order)) < order.get(other, len(order))


def _nearer_place(context: Context, stands: Stands, left: str | None, right: str | None) -> str | None:
    """Of two names of where it was the one inside the other's country, else the one the document is more about."""
    if left is None or right is None:
        return left or right
    whole = context.by_id[left].type == "country"
    if whole != (context.by_id[right].type == "country"):
        return right if whole else left
    return right if right != left and stands.contain(left, right) and _outranks(stands, right, left) else left
