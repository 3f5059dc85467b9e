"""Tiny readings for tests, written like sentences: ``reading(meeting("Минск", "Омск", date="2025-06-24"))``.

Things are named by their Russian names; the builder makes entities, a text with one sentence a record, and
evidence that points to it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pobratim.model.document import Document
from pobratim.model.reading import (
    PLACE_TYPES,
    Agreement,
    Clue,
    Entity,
    Event,
    Figure,
    Offer,
    Partnership,
    Plan,
    Post,
    Quote,
    Reading,
    Record,
    Topic,
)
from pobratim.register import derive as _derive
from pobratim.register.answers import ConfirmedAnswer
from pobratim.register.derivation import Derivation, derive_with_judgements
from pobratim.register.rows import Register


@dataclass(frozen=True)
class Spot:
    """A line of the tests' own gazetteer."""

    geonames: int | None
    type: str
    country: str
    admin: str = ""
    centre: str = ""
    lat: float | None = None
    lon: float | None = None
    name: str = ""


PLACES = {
    "Минск": Spot(625144, "city", "BY", "BY-HM", "", 53.9, 27.57),
    "Минская область": Spot(625142, "region", "BY", "BY-MI", "Минск"),
    "Минский район": Spot(625140, "region", "BY", "BY-MI"),
    "Брест": Spot(629634, "city", "BY", "BY-BR"),
    "Омск": Spot(1496153, "city", "RU", "RU-OMS", "", 54.99, 73.37),
    "Омская область": Spot(1496152, "region", "RU", "RU-OMS", "Омск"),
    "Тара": Spot(1490266, "city", "RU", "RU-OMS"),
    "Казань": Spot(551487, "city", "RU", "RU-TA"),
    "Сочи": Spot(491422, "city", "RU", "RU-KDA"),
    "Томск": Spot(1489425, "city", "RU", "RU-TOM"),
    "Уфа": Spot(479561, "city", "RU", "RU-BA"),
    "Пермь": Spot(511196, "city", "RU", "RU-PER"),
    "Тула": Spot(480562, "city", "RU", "RU-TUL"),
    "Беларусь": Spot(630336, "country", "BY", "", "Минск"),
    "Россия": Spot(2017370, "country", "RU", "", "Москва"),
    "Узбекистан": Spot(1512440, "country", "UZ", "", "Ташкент"),
}


def gazetteer(geonames: int) -> Spot | None:
    """The tests' gazetteer."""
    found = (name for name, spot in PLACES.items() if spot.geonames == geonames)
    name = next(found, None)
    return dataclasses.replace(PLACES[name], name=name) if name else None


def derive(*readings: Reading, answers: Sequence[ConfirmedAnswer] = ()) -> Register:
    """The register of these readings over the tests' gazetteer."""
    return _derive(readings, gazetteer=gazetteer, answers=answers)


def judged(*readings: Reading) -> Derivation:
    """The same with the judgements."""
    return derive_with_judgements(readings, gazetteer=gazetteer)


def place_id(name: str) -> str:
    """The row id of a place of the tests' gazetteer."""
    return f"geo-{PLACES[name].geonames}"


@dataclass
class Page:
    """The document in the making: its sentences and entities."""

    text: str
    aliases: dict[str, tuple[str, ...]]
    entities: dict[str, Entity] = field(default_factory=dict)

    def name(self, name: str | None, kind: str = "organization") -> str | None:
        """The id of the entity of that name; places are known, others are of the ``kind`` given."""
        if name is None:
            return None
        if name not in self.entities:
            spot = PLACES.get(name)
            if spot is None and kind == "place":
                spot = Spot(None, "region" if " " in name else "city", "RU")
            self.entities[name] = Entity(
                id=f"e{len(self.entities) + 1}",
                type=spot.type if spot else kind,  # type: ignore[arg-type]
                name=name,
                aliases=self.aliases.get(name, ()),
                geonames=spot.geonames if spot else None,
                country=spot.country if spot else None,
            )
        return self.entities[name].id

    def names(self, names: tuple[str, ...] | list[str], kind: str = "organization") -> tuple[str, ...]:
        return tuple(filter(None, (self.name(name, kind) for name in names)))

    def say(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """Add a sentence; its span."""
        start = len(self.text) + 1
        self.text += f" {sentence}"
        return ((start, len(self.text)),)


Saying = Callable[[Page], Record]
"""What puts one record on a page."""


def reading(
    *sayings: Saying,
    name: str = "",
    published: str | None = None,
    publisher: str | None = None,
    address: str | None = None,
    text: str = "",
    relevance: float = 0.95,
    aliases: dict[str, tuple[str, ...]] | None = None,
    clues: Sequence[Clue] = (),
) -> Reading:
    """A reading whose records are what the sayings say; ``name`` is its file, ``text`` comes before them."""
    page = Page(text or f"Сообщение {name or published or 'без даты'}.", aliases or {})
    records = [dataclasses.replace(say(page), id=f"r{number}") for number, say in enumerate(sayings, start=1)]
    document = Document(
        text=page.text,
        source=name or "новость.txt",
        language="ru",
        published=published,
        published_basis="stated" if published else None,
        publisher=publisher,
        address=address,
    )
    return Reading(
        document=document,
        relevance=relevance,
        entities=tuple(page.entities.values()),
        records=tuple(records),
        reader="tests",
        clues=tuple(clues),
    )


def ago(record: int, years: int, kind: str = "ago") -> Clue:
    """«два года назад» of the record with that number."""
    return Clue(span=(0, 9), kind=kind, years=-years, record=f"r{record}")


def day(date: str, years: int = 0, weekday: int | None = None) -> Clue:
    """«24 июня», «24 июня прошлого года», «во вторник, 24 июня»."""
    return Clue(span=(0, 9), kind="point", date=date, years=years, weekday=weekday)


def event(
    kind: str,
    *parties: str,
    date: str | None = None,
    inferred: bool = False,
    place: str | None = None,
    people: list[str] | None = None,
    organizations: list[str] | None = None,
    status: str = "held",
    title: str | None = None,
    sentence: str | None = None,
) -> Saying:
    def say(page: Page) -> Record:
        return Event(
            kind=kind,  # type: ignore[arg-type]
            date=date,
            date_basis=None if date is None else "inferred" if inferred else "stated",
            place=page.name(place, "place"),
            parties=page.names(parties, "place"),
            participants=page.names(people or [], "person"),
            organizations=page.names(organizations or []),
            status=status,  # type: ignore[arg-type]
            title=title,
            **_common(page, sentence or f"{kind} {title or ''}: {', '.join(parties)}, {date or 'когда-то'}."),
        )

    return say


def meeting(*parties: str, **slots: Any) -> Saying:
    return event("meeting", *parties, **slots)


def visit(*parties: str, **slots: Any) -> Saying:
    return event("visit", *parties, **slots)


def tour(*parties: str, **slots: Any) -> Saying:
    return event("tour", *parties, **slots)


def signing(*parties: str, **slots: Any) -> Saying:
    return event("signing", *parties, **slots)


def forum(*parties: str, **slots: Any) -> Saying:
    return event("forum", *parties, **slots)


def days(*parties: str, **slots: Any) -> Saying:
    return event("days", *parties, **slots)


def post(person: str, title: str, *, organization: str | None = None, place: str | None = None) -> Saying:
    return lambda page: Post(
        person=page.name(person, "person") or "",
        title=title,
        organization=page.name(organization),
        place=page.name(place, "place"),
        **_common(page, f"{person} — {title}."),
    )


def twins(*parties: str, **slots: Any) -> Saying:
    return partnership("twin", *parties, **slots)


def partners(*parties: str, **slots: Any) -> Saying:
    return partnership("partner", *parties, **slots)


def partnership(
    kind: str, *parties: str, since: str | None = None, basis: str = "stated", status: str = "active",
    sentence: str = "",
) -> Saying:
    return lambda page: Partnership(
        parties=page.names(parties, "place"),
        kind=kind,  # type: ignore[arg-type]
        since=since,
        since_basis=basis if since else None,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        **_common(page, sentence or f"{' и '.join(parties)} — {kind}, {since or 'давно'}."),
    )


def agreement(
    *parties: str,
    kind: str = "agreement",
    signed: str | None = None,
    period: str | None = None,
    people: list[str] | None = None,
    subject: str | None = None,
    status: str = "signed",
) -> Saying:
    return lambda page: Agreement(
        kind=kind,  # type: ignore[arg-type]
        parties=page.names(parties, "organization"),
        signed=signed,
        signed_basis="stated" if signed else None,
        period=period,
        signatories=page.names(people or [], "person"),
        subject=subject,
        status=status,  # type: ignore[arg-type]
        **_common(page, f"{kind}: {', '.join(parties)}, {signed or 'когда-то'}, {period or 'без срока'}."),
    )


def roadmap(*parties: str, **slots: Any) -> Saying:
    return agreement(*parties, kind="roadmap", **slots)


def plan(*actors: str, action: str, due: str | None = None, topics: tuple[str, ...] = ()) -> Saying:
    return lambda page: Plan(
        actors=page.names(actors), action=action, due=due, topics=topics, **_common(page, f"{action}.")
    )


def offer(
    item: str,
    *,
    direction: str = "offer",
    seller: str | None = None,
    buyer: str | None = None,
    kind: str = "goods",
) -> Saying:
    return lambda page: Offer(
        direction=direction,  # type: ignore[arg-type]
        from_=page.name(seller),
        to=page.name(buyer),
        kind=kind,  # type: ignore[arg-type]
        item=item,
        **_common(page, f"{direction}: {item}."),
    )


def figure(metric: str, *parties: str, **slots: Any) -> Saying:
    return lambda page: Figure(
        metric=metric,  # type: ignore[arg-type]
        parties=page.names(parties),
        **slots,
        **_common(page, f"{metric}: {slots}."),
    )


def topic(code: str, *parties: str) -> Saying:
    return lambda page: Topic(topic=code, parties=page.names(parties), **_common(page, f"Тема: {code}."))


def quote(speaker: str, words: str) -> Saying:
    def say(page: Page) -> Record:
        evidence = page.say(f"— {words}, — сказал {speaker}.")
        start = evidence[0][0] + 2
        return Quote(
            speaker=page.name(speaker, "person") or "",
            kind="direct",
            span=(start, start + len(words)),
            evidence=evidence,
            confidence=0.9,
            rule="test",
        )

    return say


def mention(name: str, kind: str = "person") -> Saying:
    """Names a thing and says nothing of it but a topic that any document may have."""

    def say(page: Page) -> Record:
        page.name(name, kind)
        return Topic(topic="media", **_common(page, f"Упомянут {name}."))

    return say


def _common(page: Page, sentence: str) -> dict[str, Any]:
    return {"evidence": page.say(sentence), "confidence": 0.9, "rule": "test"}


assert {spot.type for spot in PLACES.values()} <= PLACE_TYPES
