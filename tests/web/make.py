"""A register to look at, made by hand: two cities, invented people, one document that says it all.

Учебный пример: the officials and the plant are invented.
"""

from __future__ import annotations

from typing import Any

from pobratim.model.document import Document
from pobratim.model.reading import (
    Agreement,
    Entity,
    Event,
    Figure,
    Offer,
    Partnership,
    Plan,
    Post,
    Quote,
    Reading,
    Span,
    Topic,
)
from pobratim.register import serial
from pobratim.register.rows import (
    AgreementRow,
    Because,
    Commitment,
    Conflict,
    ConflictValue,
    DocumentRow,
    Evidence,
    FigureRow,
    Happening,
    HeldPost,
    OfferRow,
    Organization,
    Person,
    Place,
    QuoteRow,
    Register,
    Row,
    Stage,
    Tie,
    TopicRow,
)

TITLE = "В Минске приняли делегацию Омска"
MET = (
    "29 сентября 2025 года председатель горисполкома Пётр Примеров принял в Минске мэра Омска Анну Образцову."
)
TALKED = "Стороны обсудили обмен опытом в водоснабжении."
SAID = "«Мы готовы поставить тридцать электробусов», — сказал Пётр Примеров."
WANTED = "Анна Образцова отметила, что Омску нужны новые трамваи и что до конца 2026 года город обновит депо."
SIGNED = "По итогам встречи подписана дорожная карта на 2026–2028 годы."
TWINNED = "Города стали побратимами 24 июня 2022 года, а партнёрские отношения поддерживают с 2002 года."
TOURED = "Гости побывали на заводе «Учебтранс»."
TRADED = "Товарооборот за 2024 год составил 412,5 млн долларов и вырос на 12 %."
TEXT = "\n".join(
    (
        TITLE,
        "",
        f"{MET} {TALKED}",
        "",
        f"{SAID} {WANTED}",
        "",
        f"{SIGNED} {TWINNED}",
        "",
        f"{TOURED} {TRADED}",
    )
)


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


DOCUMENT = Document(
    text=TEXT,
    source="архив/встреча.txt",
    language="ru",
    title=TITLE,
    publisher="Учебный вестник",
    published="2025-09-29",
    published_basis="stated",
)
ORIGINAL = TEXT.encode()

_SURE = {"confidence": 0.93, "rule": "by hand"}

READING = Reading(
    document=DOCUMENT,
    relevance=0.98,
    reader="hand 1",
    entities=(
        Entity(id="e1", type="city", name="Минск", country="BY", geonames=625144),
        Entity(id="e2", type="city", name="Омск", country="RU", geonames=1496153),
        Entity(id="e3", type="person", name="Пётр Примеров"),
        Entity(id="e4", type="person", name="Анна Образцова"),
        Entity(id="e5", type="organization", name="Минский горисполком"),
        Entity(id="e6", type="organization", name="Учебтранс"),
    ),
    records=(
        Event(
            id="r1",
            evidence=(span(MET), span(TALKED)),
            kind="meeting",
            date="2025-09-29",
            date_basis="stated",
            place="e1",
            parties=("e1", "e2"),
            participants=("e3", "e4"),
            **_SURE,
        ),
        Post(
            id="r2",
            evidence=(span(MET),),
            person="e3",
            title="председатель",
            organization="e5",
            place="e1",
            **_SURE,
        ),
        Post(id="r3", evidence=(span(MET),), person="e4", title="мэр", place="e2", **_SURE),
        Topic(id="r4", evidence=(span(TALKED),), topic="water", parties=("e1", "e2"), **_SURE),
        Quote(
            id="r5",
            evidence=(span(SAID),),
            speaker="e3",
            kind="direct",
            span=span("Мы готовы поставить тридцать электробусов"),
            **_SURE,
        ),
        Offer(
            id="r6",
            evidence=(span(SAID),),
            direction="offer",
            from_="e1",
            to="e2",
            kind="goods",
            item="электробусы",
            **_SURE,
        ),
        Quote(
            id="r7",
            evidence=(span(WANTED),),
            speaker="e4",
            kind="indirect",
            span=(
                span("что Омску нужны новые трамваи"),
                span("что до конца 2026 года город обновит депо"),
            ),
            **_SURE,
        ),
        Plan(
            id="r8",
            evidence=(span(WANTED),),
            actors=("e2",),
            action="обновить депо",
            due="2026",
            topics=("transport",),
            **_SURE,
        ),
        Agreement(
            id="r9",
            evidence=(span(SIGNED),),
            kind="roadmap",
            parties=("e1", "e2"),
            signed="2025-09-29",
            signed_basis="inferred",
            period="2026/2028",
            **_SURE,
        ),
        Partnership(
            id="r10",
            evidence=(span(TWINNED),),
            parties=("e1", "e2"),
            kind="twin",
            since="2022-06-24",
            since_basis="stated",
            **_SURE,
        ),
        Event(
            id="r11",
            evidence=(span(TOURED),),
            kind="tour",
            parties=("e1", "e2"),
            organizations=("e6",),
            **_SURE,
        ),
        Figure(
            id="r12",
            evidence=(span(TRADED),),
            metric="trade_turnover",
            parties=("e1", "e2"),
            value=412_500_000,
            unit="USD",
            period="2024",
            change=12.0,
            trend="up",
            **_SURE,
        ),
    ),
)

NEWS = DOCUMENT.id
OTHER = Document(
    text="Омск и Минск договорились о работе на 2025–2027 годы.",
    source="omsk.html",
    language="ru",
    title="Омск и Минск договорились",
    publisher="Учебные новости",
)
OTHER_READING = Reading(document=OTHER, relevance=0.9, reader="hand 1")
BELARUSIAN = Document(text="Мінск і Омск падпісалі дарожную карту.", source="be.txt", language="be")
BELARUSIAN_READING = Reading(
    document=BELARUSIAN,
    relevance=0.0,
    reader="hand 1",
    notes=("language be is not read yet: the document is kept and can be searched",),
)

MINSK, OMSK, VITEBSK, SMOLENSK, HAVANA = (
    "city:minsk",
    "city:omsk",
    "city:vitebsk",
    "city:smolensk",
    "city:havana",
)
SIDES = (MINSK, OMSK)


def evidence(*words: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(document=NEWS, span=span(said), text=said) for said in words)


REGISTER = Register(
    documents=(
        DocumentRow(
            id=NEWS,
            source=DOCUMENT.source,
            title=TITLE,
            publisher=DOCUMENT.publisher,
            language="ru",
            published="2025-09-29",
            published_basis="stated",
            relevance=0.98,
        ),
        DocumentRow(
            id=OTHER.id,
            source=OTHER.source,
            title=OTHER.title,
            publisher=OTHER.publisher,
            language="ru",
            relevance=0.9,
        ),
        DocumentRow(
            id=BELARUSIAN.id,
            source=BELARUSIAN.source,
            language="be",
            published="2025",
            published_basis="inferred",
            published_because=(Because(reason="в тексте назван 2025 год", document=BELARUSIAN.id),),
        ),
    ),
    places=(
        Place(
            id=MINSK, type="city", name="Минск", country="BY", lat=53.9, lon=27.57, documents=(NEWS, OTHER.id)
        ),
        Place(
            id=OMSK,
            type="city",
            name="Омск",
            country="RU",
            within="region:omsk",
            lat=54.99,
            lon=73.37,
            documents=(NEWS, OTHER.id),
        ),
        Place(
            id=VITEBSK, type="city", name="Витебск", country="BY", lat=55.19, lon=30.2, documents=(OTHER.id,)
        ),
        Place(
            id=SMOLENSK,
            type="city",
            name="Смоленск",
            country="RU",
            lat=54.78,
            lon=32.04,
            documents=(OTHER.id,),
        ),
        Place(
            id=HAVANA, type="city", name="Гавана", country="CU", lat=23.1, lon=-82.4, documents=(OTHER.id,)
        ),
        Place(id="region:omsk", type="region", name="Омская область", country="RU", lat=56.3, lon=73.3),
    ),
    people=(
        Person(
            id="person:primerov",
            name="Пётр Примеров",
            variants=("П. Примеров",),
            documents=(NEWS,),
            posts=(
                HeldPost(
                    title="председатель",
                    organization="org:gorispolkom",
                    place=MINSK,
                    attested=("2025-09-29",),
                    documents=(NEWS,),
                    evidence=evidence(MET),
                ),
            ),
        ),
        Person(
            id="person:obraztsova",
            name="Анна Образцова",
            documents=(NEWS,),
            posts=(
                HeldPost(
                    title="мэр",
                    place=OMSK,
                    from_="2021",
                    until="2026",
                    documents=(NEWS,),
                    evidence=evidence(MET),
                ),
            ),
        ),
    ),
    organizations=(
        Organization(id="org:gorispolkom", name="Минский горисполком", place=MINSK, documents=(NEWS,)),
        Organization(id="org:uchebtrans", name="Учебтранс", aliases=("УТ",), place=MINSK, documents=(NEWS,)),
    ),
    happenings=(
        Happening(
            id="happening:meeting",
            claims=(f"{NEWS}#r1",),
            kind="meeting",
            date="2025-09-29",
            date_basis="stated",
            place=MINSK,
            parties=SIDES,
            participants=("person:primerov", "person:obraztsova"),
            documents=(NEWS,),
            evidence=evidence(MET, TALKED),
        ),
        Happening(
            id="happening:tour",
            kind="tour",
            date="2025-09-29",
            date_basis="inferred",
            place=MINSK,
            date_because=(Because(reason="документ рассказывает о дне встречи", document=NEWS),),
            parties=SIDES,
            organizations=("org:uchebtrans",),
            documents=(NEWS,),
            evidence=evidence(TOURED),
        ),
        Happening(
            id="happening:days",
            kind="days",
            date="XXXX-08-05",
            title="Дни Минска в Омске",
            parties=SIDES,
            documents=(OTHER.id,),
        ),
        Happening(
            id="happening:forum",
            kind="forum",
            date="2020-06",
            title="Учебный форум",
            status="planned",
            parties=(VITEBSK, SMOLENSK),
            documents=(OTHER.id,),
        ),
    ),
    ties=(
        Tie(
            id="tie:minsk-omsk",
            parties=SIDES,
            documents=(NEWS, OTHER.id),
            first_seen="2002",
            last_seen="2025-09-29",
            history=(
                Stage(
                    kind="partner",
                    since="2002",
                    since_basis="stated",
                    documents=(NEWS,),
                    evidence=evidence(TWINNED),
                ),
                Stage(
                    kind="twin",
                    since="2022-06-24",
                    since_basis="stated",
                    documents=(NEWS,),
                    evidence=evidence(TWINNED),
                ),
            ),
        ),
        Tie(id="tie:vitebsk-smolensk", parties=(SMOLENSK, VITEBSK), documents=(OTHER.id,)),
        Tie(
            id="tie:havana-minsk",
            parties=(HAVANA, MINSK),
            documents=(OTHER.id,),
            history=(Stage(kind="partner", documents=(OTHER.id,)),),
        ),
    ),
    agreements=(
        AgreementRow(
            id="agreement:map",
            kind="roadmap",
            parties=SIDES,
            signed="2025-09-29",
            signed_basis="inferred",
            period="2026/2028",
            signatories=("person:primerov",),
            subject="промышленность и транспорт",
            documents=(NEWS, OTHER.id),
            evidence=evidence(SIGNED),
        ),
    ),
    commitments=(
        Commitment(
            id="commitment:depot",
            actors=(OMSK,),
            action="обновить депо",
            due="2026",
            topics=("transport",),
            first_said="2025-09-29",
            documents=(NEWS,),
            evidence=evidence(WANTED),
        ),
    ),
    offers=(
        OfferRow(
            id="offer:buses",
            direction="offer",
            from_=MINSK,
            to=OMSK,
            kind="goods",
            item="электробусы",
            documents=(NEWS,),
            evidence=evidence(SAID),
        ),
    ),
    figures=(
        FigureRow(
            id="figure:trade",
            metric="trade_turnover",
            parties=SIDES,
            value=412_500_000.0,
            unit="USD",
            period="2024",
            change=12.0,
            trend="up",
            documents=(NEWS,),
            evidence=evidence(TRADED),
        ),
    ),
    quotes=(
        QuoteRow(
            id="quote:buses",
            speaker="person:primerov",
            kind="direct",
            text="Мы готовы поставить тридцать электробусов",
            documents=(NEWS,),
            evidence=evidence(SAID),
        ),
    ),
    topics=(
        TopicRow(
            id="topic:water", parties=SIDES, topic="water", documents=(NEWS,), evidence=evidence(TALKED)
        ),
    ),
    conflicts=(
        Conflict(
            id="conflict:period",
            on="agreement:map",
            slot="period",
            preferred="2026/2028",
            values=(
                ConflictValue(
                    value="2026/2028", documents=(NEWS,), reason="сказано стороной, которая подписала"
                ),
                ConflictValue(value="2025/2027", documents=(OTHER.id,), reason="пересказ"),
            ),
        ),
    ),
)

SCRIPT = '"><script>alert(1)</script>'


def hostile(register: Register) -> Register:
    """The register with a script at the end of all that a document could bring in."""
    tables: dict[str, list[Row]] = {}
    for row in register.rows():
        values = _poisoned(serial.to_dict(row))
        tables.setdefault(row.table, []).append(serial.from_dict(type(row), values))
    return Register(**{table: tuple(rows) for table, rows in tables.items()})  # type: ignore[arg-type]


_BROUGHT_IN = {
    "name",
    "title",
    "text",
    "source",
    "publisher",
    "aliases",
    "variants",
    "reason",
    "subject",
    "action",
    "item",
}


def _poisoned(value: Any, slot: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_poisoned(inner, slot) for inner in value]
    return value + SCRIPT if isinstance(value, str) and slot in _BROUGHT_IN else value
