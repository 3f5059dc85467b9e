"""The same table with a column more: nothing else changes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.exchange.roadmap.reading import read
from pobratim.exchange.roadmap.writing import write
from pobratim.model.settings import Settings
from pobratim.register.roadmap import RoadMap
from tests.exchange.roadmap.make import ABOVE, HEADER, LEFT, add_table, docx_of, saved, texts

SETTINGS = Settings.from_environment({})
FAIR = ["1.", "Провести ярмарку ремёсел", "II квартал 2026 г.", "Управление культуры\nЦентр ремёсел"]
FORUM = ["2.", "Организовать форум молодёжи", "ежегодно", "Омский горсовет"]


def road_map(data: bytes) -> RoadMap:
    return read(data, "карта.docx", SETTINGS)


def with_evidence(data: bytes, *evidence: list[str]) -> bytes:
    return write(data, evidence, "карта.docx", SETTINGS)


TABLES = {
    "plain": [HEADER, FAIR, FORUM],
    "sections": [HEADER, ["I. Культура", LEFT, LEFT, LEFT], FAIR, ["", "II. Молодёжь", "", ""], FORUM],
    "a header of two rows": [
        ["№", "Мероприятие", "Исполнители", LEFT], [ABOVE, ABOVE, "от Минска", "от Омска"],
        ["1", "Провести ярмарку", "Мингорисполком", "Мэрия"], ["2", "Провести форум", "Мингорисполком", "Мэрия"],
    ],
    "numbers of columns": [HEADER, ["1", "2", "3", "4"], FAIR, FORUM],
    "a measure over two rows": [HEADER, FAIR, [ABOVE, ABOVE, "2027 год", "Мэрия"], FORUM],
    "a term for two measures": [HEADER, FAIR, [*FORUM[:2], ABOVE, FORUM[3]]],
}


@pytest.mark.parametrize("name", TABLES)
def test_numbers_order_and_wording_stay_and_a_column_comes(name: str) -> None:
    data = docx_of(*TABLES[name])
    written = with_evidence(data, ["Исполнено", "Источник: газета"], ["Сведений нет"])
    assert road_map(written) == road_map(data)
    before, after = texts(data), texts(written)
    section = {y for y, row in enumerate(before) if len(set(row)) == 1}
    assert [row[:-1] for row in after] == before
    assert after[0][-1] == "Подтверждения"
    told = [row[-1] for y, row in enumerate(after) if y not in section]
    assert [one for one in told if one == "Исполнено\nИсточник: газета"] != []
    assert [one for one in told if one == "Сведений нет"] == ["Сведений нет"]


def test_the_heading_and_what_stands_around_the_table_stay() -> None:
    data = docx_of(*TABLES["plain"], after="Мэр города")
    written = docx.Document(io.BytesIO(with_evidence(data, ["а"], ["б"])))
    assert [paragraph.text for paragraph in written.paragraphs] == [
        paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs
    ]


def test_the_column_is_filled_anew_and_not_added_again() -> None:
    once = with_evidence(docx_of(*TABLES["plain"]), ["старое", "и ещё"], ["старое"])
    twice = with_evidence(once, ["новое"], ["Сведений нет"])
    assert [row[-1] for row in texts(twice)] == ["Подтверждения", "новое", "Сведений нет"]
    assert len(texts(twice)[0]) == len(HEADER) + 1


def test_what_an_officer_noted_stays_beside_it() -> None:
    noted = ["№", "Мероприятие", "Срок", "Отметка о выполнении"]
    done = "Выполнено 12.05.2026, письмо № 5"
    data = docx_of(noted, ["1", "Провести ярмарку", "2026 год", done], ["2", "Открыть музей", "2027 год", ""])
    written = docx.Document(io.BytesIO(with_evidence(data, ["первое"], ["Сведений нет"])))
    (header, first, second) = ([cell.text for cell in row.cells] for row in written.tables[0].rows)
    assert header == [*noted, "Подтверждения"]
    assert first == ["1", "Провести ярмарку", "2026 год", done, "первое"]
    assert second == ["2", "Открыть музей", "2027 год", "", "Сведений нет"]


def test_the_table_stays_as_wide_as_it_was() -> None:
    data = docx_of(*TABLES["plain"])

    def width(content: bytes) -> int:
        table = docx.Document(io.BytesIO(content)).tables[0]._tbl
        return sum(int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol")))

    assert abs(width(with_evidence(data, ["а"], ["б"])) - width(data)) < 10


def test_all_tables_get_the_column() -> None:
    document = docx.Document()
    add_table(document, [HEADER, FAIR])
    add_table(document, [HEADER, FORUM])
    written = docx.Document(io.BytesIO(with_evidence(saved(document), ["первое"], ["второе"])))
    assert [table.cell(1, 4).text for table in written.tables] == ["первое", "второе"]


def test_too_few_lines_of_evidence_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="shorter"):
        with_evidence(docx_of(*TABLES["plain"]), ["одно"])


WORDS = st.text("абвгдежз АБВ,.;«»№1234-", min_size=1, max_size=30).map(lambda text: f"мера {text}".strip())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5))
def test_any_wording_comes_back(rows: list[tuple[str, str, str]]) -> None:
    data = docx_of(HEADER, *([str(number), *row] for number, row in enumerate(rows, start=1)))
    written = with_evidence(data, *([f"о {number}"] for number in range(1, len(rows) + 1)))
    assert road_map(written) == road_map(data)
    assert [row[:-1] for row in texts(written)] == texts(data)
    assert zipfile.ZipFile(io.BytesIO(written)).testzip() is None
