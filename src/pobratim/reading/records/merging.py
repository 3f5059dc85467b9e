"""One event of what a document tells several times: in the title, the lead and the body."""

from __future__ import annotations

import re
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Event
from pobratim.reading.context import Context, DateMention
from pobratim.reading.records.documents import document_at, is_document
from pobratim.reading.records.stands import Stands


def merge_events(context: Context, stands: Stands, drafts: list[Event]) -> list[Event]:
    """The events, each once, in the order in which the text first tells them."""
    merged: list[Event] = []
    for draft in drafts:
        for index, event in enumerate(merged):
            if same_event(context, event, draft):
                merged[index] = join(context, event, draft)
                break
        else:
            merged.append(draft)
    return [_dated(context, _peopled(context, stands, _placed(stands, event, merged))) for event in merged]


_POINTING = frozenset({"это", "этот", "тогда", "случиться", "произойти", "церемония", "подписание"})


def _dated(context: Context, event: Event) -> Event:
    """«Произошло это вчера», «Соглашение об этом подписали …»: the day stands in the sentence beside."""
    if event.date is not None or event.status == "planned" or event.kind not in {"signing", "meeting"}:
        return event
    for start, _ in event.evidence:
        sentence = context.sentence_at(start)
        if context.is_title(sentence):
            continue
        for pointing, dated in ((sentence.index, -1), (sentence.index, -2), (sentence.index + 1, 1)):
            date = _day_beside(context, sentence.index, pointing, dated)
            if date is not None:
                evidence = (*event.evidence, _span(context, sentence.index + dated))
                return replace(event, date=date.edtf, date_basis="inferred", evidence=evidence)
    return event


def _day_beside(context: Context, index: int, pointing: int, step: int) -> DateMention | None:
    """The one day of the sentence beside, when the pointing sentence refers to the other."""
    sentences = context.layout.sentences
    beside = index + step
    if not (0 <= beside < len(sentences) and pointing < len(sentences)):
        return None
    if sentences[beside].paragraph != sentences[index].paragraph:
        return None
    tokens = context.layout.tokens_of(sentences[pointing])[:6]
    points = any(token.word and token.word.lemmas & _POINTING for token in tokens)
    if not points and not is_document(tokens, 0):
        return None
    dates = context.dates_in(*_span(context, beside))
    days = [d for d in dates if d.kind == "point" and d.edtf and len(d.edtf) == len("2025-06-24")]
    return days[0] if len(days) == 1 else None


def _span(context: Context, index: int) -> tuple[int, int]:
    sentence = context.layout.sentences[index]
    return sentence.start, sentence.end


def _peopled(context: Context, stands: Stands, event: Event) -> Event:
    """A visit is made by those of the guests' place whom the document names."""
    if event.kind != "visit" or event.participants or event.status != "held":
        return event
    guests = [context.by_id[place] for place in event.parties if place != event.place]
    people = [
        person
        for person, place in stands.place_of_person.items()
        if any(
            place == guest.id or (guest.type == "country" and context.by_id[place].country == guest.country)
            for guest in guests
        )
    ]
    return replace(event, participants=tuple(people))


def same_event(context: Context, left: Event, right: Event) -> bool:
    """Do two tellings speak of one happening?"""
    if left.kind != right.kind or left.status != right.status:
        return False
    if left.date and right.date and not edtf.compatible(left.date, right.date):
        return False
    if left.title and right.title and left.kind in {"forum", "days"}:
        return _titles_agree(left.title, right.title)
    if left.kind == "signing" and not _documents_agree(context, left, right):
        return False
    return _parties_agree(context, left.parties, right.parties)


_NUMBER = re.compile(
    r"\b([IVXLC]+|\d+-?\w{0,2})\b|\b(перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)\w+", re.I
)


def _titles_agree(left: str, right: str) -> bool:
    """The same words, the number of the session apart; two numbers that differ are two sessions."""
    a, b = (_NUMBER.search(title) for title in (left, right))
    if a is not None and b is not None and a.group().lower() != b.group().lower():
        return False
    first, second = (_NUMBER.sub("", title).lower().split() for title in (left, right))
    return first[:2] == second[:2]


def _documents_agree(context: Context, left: Event, right: Event) -> bool:
    """A road map approved now and the agreement signed two years ago are two signings."""
    a, b = _documents_of(context, left), _documents_of(context, right)
    return not a or not b or not a.isdisjoint(b)


def _documents_of(context: Context, event: Event) -> set[str]:
    kinds: set[str] = set()
    for span in event.evidence:
        tokens = context.tokens_in(*span)
        names = (document_at(tokens, index) for index in range(len(tokens)))
        kinds |= {name.kind for name in names if name is not None and name.kind != "unnamed"}
    return kinds


def join(context: Context, left: Event, right: Event) -> Event:
    """What both tellings say together; the nearer place and the more exact date win."""
    date, basis = left.date, left.date_basis
    if right.date and (date is None or edtf.more_exact(right.date, date)):
        date, basis = right.date, right.date_basis
    return replace(
        left,
        date=date,
        date_basis=basis,
        place=_nearer_place(context, left.place, right.place),
        parties=_nearest(context, left.parties, right.parties),
        participants=tuple(dict.fromkeys(left.participants + right.participants)),
        organizations=tuple(dict.fromkeys(left.organizations + right.organizations)),
        title=left.title or right.title,
        evidence=tuple(dict.fromkeys(left.evidence + right.evidence)),
        confidence=max(left.confidence, right.confidence),
        rule=left.rule if left.confidence >= right.confidence else right.rule,
    )


def _parties_agree(context: Context, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Equal, one within the other, or a country where the other names a place inside it."""
    if not left or not right:
        return True
    return _within(context, left, right) or _within(context, right, left)


def _within(context: Context, inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return all(any(_agree(context, place, other) for other in outer) for place in inner)


def _agree(context: Context, place: str, other: str) -> bool:
    if place == other:
        return True
    left, right = context.by_id[place], context.by_id[other]
    return "country" in (left.type, right.type) and left.country == right.country is not None


def _nearest(context: Context, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """The union, without a country of which a nearer place is named."""
    union = tuple(dict.fromkeys(left + right))
    return tuple(
        place
        for place in union
        if context.by_id[place].type != "country"
        or not any(other != place and context.by_id[other].country == context.by_id[place].country for other in union)
    )


def _nearer_place(context: Context, left: str | None, right: str | None) -> str | None:
    if left is None or right is None:
        return left or right
    return right if context.by_id[left].type == "country" != context.by_id[right].type else left


def _placed(stands: Stands, event: Event, all_events: list[Event]) -> Event:
    """A meeting or signing without a place is held where the visit goes that it belongs to."""
    if event.place is not None or event.kind not in {"meeting", "signing"}:
        return event
    visits = [
        other
        for other in all_events
        if other.kind == "visit"
        and other.place
        and other.status == event.status
        and set(other.parties) & set(event.parties)
        and edtf.compatible(other.date, event.date)
    ]
    return replace(event, place=visits[0].place) if len(visits) == 1 else event
