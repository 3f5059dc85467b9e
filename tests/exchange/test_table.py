"""Tables for spreadsheets: text stays text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pobratim.exchange.table import as_csv, as_xlsx

HEAD = ("Вид", "Что")


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(data: bytes):
    return load_workbook(io.BytesIO(data)).active


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8", exclude_characters="\r\0")), st.just("я")), max_size=4))
def test_csv_comes_back_as_it_was_but_for_what_looks_like_a_formula(rows) -> None:
    back = read_csv(as_csv(HEAD, rows))

    assert back[0] == list(HEAD)
    assert [row[0].removeprefix("'") for row in back[1:]] == [row[0].removeprefix("'") for row in rows]


def test_csv_opens_in_russian_office_programs() -> None:
    data = as_csv(HEAD, [("Визит", "Минск; Омск")])

    assert data.startswith(b"\xef\xbb\xbf")
    assert 'Визит;"Минск; Омск"\r\n' in data.decode("utf-8-sig")


@pytest.mark.parametrize("text", ["=1+1", "+375 17", "-5", "@SUM(A1)", "\tтабуляция"])
def test_nothing_is_reckoned(text: str) -> None:
    assert read_csv(as_csv(HEAD, [(text, "")]))[1][0] == f"'{text}"
    cell = read_xlsx(as_xlsx(HEAD, [(text, "")], title="Найдено", widths=(10, 20))).cell(2, 1)
    assert cell.data_type == "s" and cell.value.strip() == text.strip()


def test_a_workbook_has_a_head_that_stays_and_its_widths() -> None:
    sheet = read_xlsx(as_xlsx(HEAD, [("Визит", "Минск")], title="Найдено", widths=(10, 60)))

    assert (sheet.title, sheet.freeze_panes) == ("Найдено", "A2")
    assert [[cell.value for cell in row] for row in sheet] == [list(HEAD), ["Визит", "Минск"]]
    assert sheet.column_dimensions["B"].width == 60


def test_signs_that_no_workbook_takes_are_left_out() -> None:
    sheet = read_xlsx(as_xlsx(HEAD, [("a\x00\x0bb", "x" * 40_000)], title="Найдено", widths=(1, 1)))

    assert sheet.cell(2, 1).value == "ab" and len(sheet.cell(2, 2).value) == 32_767
