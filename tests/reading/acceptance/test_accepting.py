"""What rules propose is believed when it is rather there than not."""

from __future__ import annotations

from pobratim.model.document import Document
from pobratim.model.reading import Reading
from pobratim.reading.acceptance.accepting import THRESHOLDS
from pobratim.reading.acceptance.features import features
from pobratim.reading.acceptance.told import Told
from pobratim.reading.reader import read_document

# Example: the people are invented.
VISIT = (
    "Делегация Бреста посетила Омск\n\n"
    "С 12 по 14 мая 2024 года делегация Бреста во главе с председателем горисполкома Петром Савицким побывала с "
    "рабочим визитом в Омске. Гостей принял мэр Омска Олег Лаптев. Стороны подписали соглашение о сотрудничестве между "
    "Омском и Брестом."
)
# A rule proposes that the forum was one of Омская область and Брест; it is of the regions of two countries.
TALK = "Губернатор Омской области посетил Брест. Главной целью поездки стало участие в Форуме регионов."


def read(text: str, *, proposed: bool = False) -> Reading:
    return read_document(Document(text=text, source="", language="ru"), whatever=True, proposed=proposed)


def kinds(reading: Reading) -> list[str]:
    return [getattr(record, "kind", "") for record in reading.records if record.type in THRESHOLDS]


def test_a_visit_told_plainly_is_believed() -> None:
    assert {"visit", "signing", "agreement"} <= set(kinds(read(VISIT)))


def test_what_is_rather_not_there_is_not_told() -> None:
    assert "forum" in kinds(read(TALK, proposed=True)) and "forum" not in kinds(read(TALK))


def test_all_that_is_proposed_can_be_had() -> None:
    for text in (VISIT, TALK):
        assert set(kinds(read(text))) <= set(kinds(read(text, proposed=True)))


def test_what_is_told_is_above_the_threshold_and_numbered_in_a_row() -> None:
    reading = read(VISIT)
    assert all(one.confidence >= THRESHOLDS[one.type] for one in reading.records if one.type in THRESHOLDS)
    assert [record.id for record in reading.records] == [f"r{n}" for n in range(1, len(reading.records) + 1)]


def test_the_same_is_asked_of_a_reading_that_comes_back_from_its_json() -> None:
    reading = read(VISIT, proposed=True)
    again = Reading.from_dict(reading.to_dict(rules=True))
    asked, again_asked = (
        [features(Told(one.document.text, one.entities, one.records), record) for record in one.records]
        for one in (reading, again)
    )
    assert asked == again_asked and any(asked)


def test_a_signing_told_surely_brings_its_document_along() -> None:
    # Example: «Соглашение о партнёрстве двух городов подписано в 2011 году» alone is rather no document of the news.
    text = (
        "Делегация Бреста во главе с Петром Савицким приехала в город-побратим Омск на День города. Гости обсудили в "
        "администрации дальнейшее сотрудничество. Соглашение о партнёрстве двух городов подписано в 2011 году."
    )
    found = [record for record in read(text).records if record.type in THRESHOLDS]
    signings = [one for one in found if one.type == "event" and one.kind == "signing"]
    documents = [one for one in found if one.type == "agreement"]
    assert len(signings) == len(documents) == 1


def test_the_documents_of_one_list_stand_or_fall_together() -> None:
    text = (
        "Соглашения о сотрудничестве у Омска уже подписаны с Саппоро (Япония), Шэньяном (Китай), Варной (Болгария), "
        "Минском (Беларусь) и Ошем (Киргизия). Омск и Минск дружат."
    )
    told = [record for record in read(text).records if record.type == "agreement"]
    assert len(told) in {0, 5} and len({record.confidence for record in told}) <= 1
    assert sum(record.type == "agreement" for record in read(text, proposed=True).records) == 5
