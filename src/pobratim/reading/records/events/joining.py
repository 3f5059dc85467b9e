"""What two tellings of one event say together: the nearer places, the more exact day, all who take part."""

from __future__ import annotations

from pobratim.model import edtf
from pobratim.reading.context import Context
from pobratim.reading.records.events.drafts import Draft
from pobratim.reading.records.events.sameness import within
from pobratim.reading.records.sides.alike import of_topic, same_sides
from pobratim.reading.records.stands import Stands


def join(context: Context, stands: Stands, event: Draft, other: Draft) -> None:
    """What both tellings say together; the nearer place and the more exact date win."""
    if other.date and (event.date is None or _says_more(event, other)):
        event.date, event.basis = other.date, other.basis
    if not _tells_its_programme(event, other):
        visits = event.kind == "visit" and event.place is not None and other.place is not None
        event.place = _nearer_place(context, stands, event.place, other.place, visits=visits)
        event.parties = _parties(context, stands, event, other, visits)
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


def _tells_its_programme(event: Draft, other: Draft) -> bool:
    """«Дни Омска в Беларуси», of whose programme the concerts in Минск are a part."""
    return event.kind == "days" and event.status == "held" and other.status == "planned"


def _parties(context: Context, stands: Stands, event: Draft, other: Draft, visits: bool) -> list[str]:
    """The sides by both tellings; ``visits`` are two with places, of which the event has the nearer already."""
    added = other.rule == "event.joined"  # «представители Омска участвовали в форуме»
    if event.kind in {"forum", "days"} and event.confidence != other.confidence and not added:
        return max(event, other, key=lambda told: told.confidence).parties
    if event.kind == "signing" and same_sides(stands, event.parties, other.parties):
        return (other if other.participants and not event.participants else event).parties
    if event.kind == "meeting" and (topic := _topic_of(context, stands, event, other)):
        return topic
    if event.kind == "meeting" and (state := _of_state(context, stands, event, other)):
        return state
    if event.kind == "meeting" and bool(event.participants) != bool(other.participants) and len(event.parties) == 2:
        return (event if event.participants else other).parties  # for what those who met govern
    if visits:
        guests = _nearest(context, stands, event.parties[:-1], other.parties[:-1], inside=True)
        return [*guests, str(event.place)]
    return _nearest(context, stands, event.parties, other.parties)


def _of_state(context: Context, stands: Stands, event: Draft, other: Draft) -> list[str]:
    """«Лаптев встретился с Жуком. Губернатор области встретился в Минске с премьером Беларуси»: whom a state's official
    stands for, and no town of it."""
    for told in (event, other):
        states = [place for place in told.parties if context.by_id[place].type == "country"]
        held = (s for s in stands.all if s.kind == "person" and s.place in states)
        if len(told.parties) == 2 and len(states) == 1 and any(_stands_in(s.start, told) for s in held):
            return told.parties
    return []


def _stands_in(position: int, draft: Draft) -> bool:
    return any(start <= position < end for start, end in draft.evidence)


def _topic_of(context: Context, stands: Stands, event: Draft, other: Draft) -> list[str]:
    """«Делегация области встретилась с мэром. На встрече обсудили сотрудничество между городами Тарой и Лидой»: the
    towns that the talks were of, where the region stands for one of them."""
    sides, topic = [event.parties, other.parties], list(of_topic(stands, [*event.evidence, *other.evidence]))
    if len(topic) != 2 or any(len(told) != 2 for told in sides) or "country" in {context.by_id[p].type for p in topic}:
        return []
    return topic if all(within(context, stands, topic, told) or _inside(stands, topic, told) for told in sides) else []


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


def _nearer_place(
    context: Context, stands: Stands, left: str | None, right: str | None, *, visits: bool
) -> str | None:
    """Of two names of where it was the one inside the other's country, else the one the document is more about."""
    if left is None or right is None:
        return left or right
    whole = context.by_id[left].type == "country"
    if whole != (context.by_id[right].type == "country"):
        return right if whole else left
    if visits and right != left and stands.contain(left, right):
        gone_to = [place for place in (left, right) if _is_gone_to(stands, place)]
        if len(gone_to) == 1:
            return gone_to[0]  # «поездка в Омск», where they met the governor of the oblast
    return right if right != left and stands.contain(left, right) and _outranks(stands, right, left) else left


def _is_gone_to(stands: Stands, place: str) -> bool:
    """Does the text say «в Омск», «в Омске»?"""
    return any(stand.place == place and stand.kind == "place" and stand.role in {"in", "to"} for stand in stands.all)
