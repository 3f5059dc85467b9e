"""What is told of sides may show that a document is about cooperation, where its words leave that in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

import pobratim
from pobratim.model.document import Document
from pobratim.model.reading import Entity, Event
from pobratim.reading.context import Context
from pobratim.reading.names.entities import find_entities
from pobratim.reading.names.places.seats import with_seats
from pobratim.reading.relevance import THRESHOLD, relevance
from pobratim.reading.shown import DOUBTFUL, shows_cooperation
from pobratim.reading.text.segments import lay_out


def by_words(text: str) -> float:
    document, layout = Document(text=text, source="", language="ru"), lay_out(text)
    return relevance(Context(document, layout, with_seats(find_entities(layout)), ()))


@pytest.mark.parametrize(
    "text",
    [
        # a governor met the president of another land: nearly all words are of states
        "Губернатор Приморского края Пётр Примерный встретился в Минске с президентом Беларуси. Президент рассказал "
        "о выборах и о войне с вирусом.",
        # days of one capital in another
        "Дни Астаны начались в Москве. В программе — концерты, выставка и показ моды, сообщили в пресс-центре. Россия "
        "остаётся главным партнёром страны.",
    ],
)
def test_what_surely_happened_between_lands_settles_a_doubt(text: str) -> None:
    assert DOUBTFUL <= by_words(text) < THRESHOLD
    reading = pobratim.read(text)

    assert reading.relevance == THRESHOLD
    assert [record for record in reading.records if record.type == "event"]


@pytest.mark.parametrize(
    "text",
    [
        # two states in a capital
        "Премьер-министр Сербии прибыл с визитом в Москву. Его встретил министр иностранных дел. Стороны подпишут "
        "заявление о мирном урегулировании.",
        "Министр обороны Японии побывал в Москве. Речь шла о войне и об островах.",
    ],
)
def test_a_capital_stands_for_its_state(text: str) -> None:
    assert pobratim.read(text).relevance < THRESHOLD
    assert not pobratim.read(text).records


def test_the_likelier_a_document_the_less_sure_need_be_what_it_tells() -> None:
    places = (
        Entity(id="minsk", type="city", name="Минск", country="BY"),
        Entity(id="tyumen", type="city", name="Тюмень", country="RU"),
    )
    met = Event(
        id="r1", evidence=((0, 5),), confidence=0.6, rule="told", kind="meeting", status="held",
        parties=("minsk", "tyumen"),
    )

    assert shows_cooperation([met], places, 0.35)
    assert not shows_cooperation([met], places, 0.2)
    assert shows_cooperation([replace(met, confidence=0.85)], places, 0.2)
    assert not shows_cooperation([replace(met, kind="days")], places, 0.35)
    assert not shows_cooperation([met], (places[0],), 0.35)
