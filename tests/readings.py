"""Small readings made by hand, and a register to go with them."""

from __future__ import annotations

from pobratim.model.document import Document
from pobratim.model.reading import Agreement, Entity, Event, Post, Reading, Record

MINSK_OMSK = "Минск и Омск подписали дорожную карту. Её подписал мэр Омска Сергей Шелест."


def reading(
    text: str = MINSK_OMSK,
    *,
    reader: str = "hand 1",
    source: str = "news.txt",
    title: str | None = "Побратимы договорились",
    published: str | None = "2022-05-20",
    records: tuple[Record, ...] | None = None,
) -> Reading:
    """A reading of ``text``; of the sentence above unless another is given, with the records it states."""
    stated = records is None and text == MINSK_OMSK
    return Reading(
        document=Document(
            text=text,
            source=source,
            language="ru",
            title=title,
            publisher="Пример",
            published=published,
            published_basis="stated" if published else None,
        ),
        relevance=0.9,
        entities=_ENTITIES if stated else (),
        records=_RECORDS if stated else records or (),
        reader=reader,
    )


_ENTITIES = (
    Entity(id="e1", type="city", name="Минск", mentions=((0, 5),), geonames=625144, country="BY"),
    Entity(id="e2", type="city", name="Омск", mentions=((8, 12), (55, 60)), geonames=1496153, country="RU"),
    Entity(id="e3", type="person", name="Сергей Шелест", aliases=("Шелест",), mentions=((61, 74),)),
)

_RECORDS: tuple[Record, ...] = (
    Post(
        id="r1", person="e3", title="мэр", place="e2", evidence=((51, 74),), confidence=0.97, rule="mayor_of"
    ),
    Event(id="r2", kind="signing", parties=("e1", "e2"), evidence=((0, 38),), confidence=0.9, rule="signed"),
    Agreement(
        id="r3",
        kind="roadmap",
        parties=("e1", "e2"),
        signatories=("e3",),
        evidence=((0, 38), (39, 75)),
        confidence=0.9,
        rule="signed",
    ),
)
