"""Records as lines a person reads."""

import pytest

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
    Record,
    Topic,
)
from pobratim.web.facts import Fact, facts_of
from tests.web import make

TEXT = "Мы рады гостям, сказала она."
ENTITIES = (
    Entity(id="m", type="city", name="Минск"),
    Entity(id="o", type="city", name="Омск"),
    Entity(id="p", type="person", name="Анна Образцова"),
)
BASE = {"evidence": ((0, len(TEXT)),), "confidence": 0.876, "rule": "by hand"}


def fact(record: Record) -> Fact:
    reading = Reading(
        document=Document(text=TEXT, source="a.txt", language="ru"),
        relevance=1.0,
        entities=ENTITIES,
        records=(record,),
    )
    return facts_of(reading)[0]


def told(record: Record) -> str:
    """The fact as one line, no-break spaces plain."""
    found = fact(record)
    details = "; ".join(f"{label}: {value}" for label, value in found.details)
    return " | ".join(filter(None, (found.kind, found.line, details))).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (Post(person="p", title="мэр", place="o", **BASE), "должность | Анна Образцова — мэр, Омск"),
        (
            Event(kind="visit", parties=("m", "o"), date="XXXX-06-24", status="planned", **BASE),
            "визит | Минск — Омск | Дата: 24 июня, год не указан; Состояние: планируется",
        ),
        (
            Event(
                kind="days",
                title="Дни Минска",
                parties=("m", "o"),
                date="2025",
                date_basis="inferred",
                **BASE,
            ),
            "дни города | Дни Минска | Стороны: Минск — Омск; Дата: 2025 год (вывод)",
        ),
        (
            Partnership(parties=("m", "o"), kind="twin", since="2022", **BASE),
            "побратимы | Минск — Омск | С какого времени: 2022 год",
        ),
        (
            Agreement(kind="roadmap", parties=("m", "o"), period="2026/2028", signatories=("p",), **BASE),
            "дорожная карта | Минск — Омск | Срок действия: 2026–2028 годы; Подписали: Анна Образцова",
        ),
        (Agreement(kind="memorandum", subject="о туризме", **BASE), "меморандум | о туризме"),
        (
            Quote(speaker="p", kind="direct", span=(0, 14), **BASE),
            "прямая речь | Анна Образцова: «Мы рады гостям»",
        ),
        (
            Quote(speaker="p", kind="indirect", span=((0, 7), (8, 14)), **BASE),
            "косвенная речь | Анна Образцова: Мы рады … гостям",
        ),
        (
            Offer(direction="need", to="o", kind="goods", item="трамваи", **BASE),
            "потребность | трамваи | Кому: Омск; Вид: товары",
        ),
        (
            Plan(actors=("o",), action="обновить депо", due="2026", topics=("transport",), **BASE),
            "намерение | обновить депо | Кто: Омск; Срок: 2026 год; Направления: транспорт",
        ),
        (
            Figure(metric="trade_turnover", parties=("m", "o"), trend="up", **BASE),
            "товарооборот | рост | Стороны: Минск — Омск",
        ),
        (
            Figure(metric="export", value=2.5, unit="percent", change=-3.0, **BASE),
            "экспорт | 2,5 %, снижение на 3 %",
        ),
        (Figure(metric="students", **BASE), "число учащихся | число учащихся"),
        (
            Topic(topic="water", parties=("m",), **BASE),
            "направление | водоснабжение и водоотведение | Стороны: Минск",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_each_record_has_its_line(record, line):
    assert told(record) == line


def test_facts_stand_in_the_order_of_the_text():
    starts = [fact.spans[0] for fact in facts_of(make.READING)]

    assert starts == sorted(starts)


def test_a_fact_carries_its_sentence_and_how_sure_it_is():
    found = fact(Topic(topic="water", **BASE))

    assert found.sentence == TEXT
    assert found.percent == 88
    assert found.at == f"0-{len(TEXT)}"


def test_a_record_of_an_unknown_type_is_no_silent_gap():
    with pytest.raises(TypeError):
        fact(Record(**BASE))
