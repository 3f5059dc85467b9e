"""A road map that is added to the register: its measures are commitments like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pobratim.exchange.roadmap.claims import with_measures
from pobratim.gather import gather_bytes
from pobratim.gather.inputs import Gathered
from pobratim.model.reading import Agreement, Event, Plan, Reading
from pobratim.model.settings import Settings
from pobratim.reading import read_document
from pobratim.register import derive
from tests.exchange.roadmap.make import HEADER, TITLE, docx_of
from tests.register.make import offer
from tests.register.make import reading as made

SETTINGS = Settings.from_environment({})
ROWS = (
    ["1.", "Провести ярмарку ремёсел", "II квартал 2026 г.", "Управление культуры"],
    ["2.", "Организовать поставку восьми низкопольных троллейбусов", "2027 год", "Мингорисполком;\nМэрия Омска"],
    ["3.", "Развивать обмен школьниками", "ежегодно", "Управление образования"],
)


def read(title: str = TITLE, rows: tuple[list[str], ...] = ROWS) -> Reading:
    data = docx_of(HEADER, *rows, title=title)
    (item,) = gather_bytes(data, "карта.docx", SETTINGS)
    assert isinstance(item, Gathered)
    return with_measures(read_document(item.document), data, SETTINGS)


def plans(reading: Reading) -> list[Plan]:
    return [record for record in reading.records if isinstance(record, Plan)]


def test_every_measure_is_a_plan_of_both_places_and_rests_on_its_row() -> None:
    reading = read()
    names = {entity.id: entity.name for entity in reading.entities}
    found = plans(reading)
    assert [one.action for one in found] == [row[1] for row in ROWS]
    assert [one.due for one in found] == ["2026-04/2026-06", "2027", "2026/2028"]
    assert all({names[actor] for actor in one.actors} == {"Минск", "Омск"} for one in found)
    assert [reading.document.text[slice(*one.evidence[0])].split(" | ")[0] for one in found] == ["1.", "2.", "3."]
    assert len({record.id for record in reading.records}) == len(reading.records)


def test_what_a_row_names_is_still_to_come() -> None:
    rows = (["1.", "Провести Дни Омска в Минске", "5–7 июля 2027 года", "обе стороны"],)
    reading = read(rows=rows)
    (days,) = (record for record in reading.records if isinstance(record, Event))
    assert (days.kind, days.status, days.date) == ("days", "planned", "2027-07-05/2027-07-07")
    register = derive([reading])
    assert [row.status for row in register.happenings] == ["planned"]
    assert register.documents[0].published is None, "a plan is not of the year that it plans for"


@pytest.mark.parametrize("columns", [(0, 1, 2, 3), (2, 1, 3, 0), (3, 2, 1, 0)])
def test_a_past_term_and_a_noun_of_action_are_still_a_plan(columns: tuple[int, ...]) -> None:
    rows = (
        ["1.", "Провести встречу руководителей городов в Минске", "II квартал 2025 г.", "Минск"],
        ["2.", "Посещение делегацией Омска предприятий Минска", "июнь 2025 г.", "Омск"],
        ["3.", "Посещение технопарка делегацией Омска", "2025 год", "Минск"],
    )
    title = "Дорожная карта развития сотрудничества Минска и Омска"
    data = docx_of(*([row[column] for column in columns] for row in (HEADER, *rows)), title=title)
    (item,) = gather_bytes(data, "карта.docx", SETTINGS)
    assert isinstance(item, Gathered)
    happenings = derive([with_measures(read_document(item.document), data, SETTINGS)]).happenings
    assert {row.kind for row in happenings} >= {"tour"}
    assert {row.status for row in happenings} == {"planned"}


def test_a_row_takes_no_day_from_the_row_before_it() -> None:
    reading = read("Дорожная карта сотрудничества Минска и Омска", (
        ["1.", "Провести Дни Омска в Минске", "5–7 июля 2027 года", "Омск"],
        ["2.", "Провести встречу руководителей городов в Минске", "II квартал 2025 г.", "Минск"],
    ))
    assert [(one.kind, one.date) for one in reading.records if isinstance(one, Event)] == [
        ("days", "2027-07-05/2027-07-07"), ("meeting", "2025-04/2025-06"),
    ]


def test_what_is_told_before_the_table_was_so_without_it() -> None:
    text = "Мэр Омска Сергей Шелест 24 июня 2025 года встретился в Минске с председателем Мингорисполкома."
    reading = read(f"{TITLE}. {text}", (["1.", "Встреча мэра Омска в Минске", "24 июня 2025 г.", "Омск"],))
    table = reading.document.text.index("№ п/п")
    held = [one for one in reading.records if isinstance(one, Event) and one.status == "held"]
    assert held and all(end <= table for one in held for _, end in one.evidence)


def test_a_document_that_a_row_tells_as_signed_is_to_be_signed_not_one_it_refers_to() -> None:
    reading = read(rows=(
        ["1.", "Подписан меморандум о сотрудничестве Омска и Минска", "2026 год", "Омск"],
        ["2.", "Реализация соглашения о сотрудничестве Омска и Минска от 14 мая 2020 года", "2026 год", "Омск"],
    ))
    found = {one.kind: one.status for one in reading.records if isinstance(one, Agreement)}
    assert (found["memorandum"], found["agreement"]) == ("planned", "signed")


def test_authorities_that_the_heading_names_stand_for_their_places() -> None:
    title = "План мероприятий к соглашению между Минским городским исполнительным комитетом и администрацией Омска"
    reading = read(title)
    (first, *_) = derive([reading]).commitments
    assert len(first.actors) == 2


def test_a_later_supply_answers_a_measure() -> None:
    title = f"Приложение к соглашению от 18 ноября 2025 г. {TITLE}"
    later = made(
        offer("восемь низкопольных троллейбусов", direction="supply", seller="Минск", buyer="Омск"),
        published="2027-03-01",
    )
    rows = {row.action: row for row in derive([read(title), later]).commitments}
    assert rows[ROWS[1][1]].status == "met"
    assert rows[ROWS[1][1]].first_said == "2025-11-18"
    assert rows[ROWS[0][1]].status == "no news"


def test_what_is_no_road_map_is_read_as_ever() -> None:
    data = docx_of(["Город", "Население"], ["Омск", "1 млн"])
    (item,) = gather_bytes(data, "таблица.docx", SETTINGS)
    assert isinstance(item, Gathered)
    reading = read_document(item.document)
    assert with_measures(reading, data, SETTINGS) == reading
    assert with_measures(reading, b"text", SETTINGS) == reading


@pytest.mark.parametrize("broken", [["", *ROWS[0][1:]], ["2.", "", *ROWS[0][2:]]])
def test_a_broken_table_is_read_as_text(broken: list[str]) -> None:
    data = docx_of(HEADER, broken, *ROWS)
    (item,) = gather_bytes(data, "карта.docx", SETTINGS)
    assert isinstance(item, Gathered)
    reading = read_document(item.document)
    assert with_measures(reading, data, SETTINGS) == reading


def test_a_day_of_publication_that_is_known_stays() -> None:
    data = docx_of(HEADER, *ROWS, title=f"Приложение к соглашению от 18 ноября 2025 г. {TITLE}")
    (item,) = gather_bytes(data, "карта.docx", SETTINGS)
    assert isinstance(item, Gathered)
    document = replace(item.document, published="2025-12-01", published_basis="stated")
    assert with_measures(read_document(document), data, SETTINGS).document.published == "2025-12-01"
