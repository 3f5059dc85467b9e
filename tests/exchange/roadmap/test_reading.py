"""Road maps as cities write them: what is read of them, and what is said where they are broken."""

from __future__ import annotations

import io

import docx
import pytest

from pobratim.exchange.roadmap.reading import read
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings
from pobratim.register.roadmap import Measure, RoadMap, Term
from tests.exchange.roadmap.make import ABOVE, HEADER, LEFT, TITLE, add_table, docx_of, number_by_word, saved

FAIR = ["1.", "Провести ярмарку ремёсел", "II квартал 2026 г.", "Управление культуры, спорта и туризма"]
FORUM = ["2.", "Организовать форум молодёжи", "ежегодно", "Омский горсовет;\nМингорисполком"]


def road_map(data: bytes) -> RoadMap:
    return read(data, "карта.docx", Settings.from_environment({}))


def measures(*rows: list[str], **how: str) -> tuple[Measure, ...]:
    return road_map(docx_of(HEADER, *rows, **how)).measures


def test_number_measure_term_and_executors_as_they_are_written() -> None:
    found = road_map(docx_of(HEADER, FAIR, FORUM, after="Согласовано."))
    assert (found.period, found.signed) == ("2026/2028", None)
    assert found.measures == (
        Measure(
            number="1.",
            action="Провести ярмарку ремёсел",
            term=Term(text="II квартал 2026 г.", due="2026-04/2026-06"),
            executors=("Управление культуры, спорта и туризма",),
        ),
        Measure(
            number="2.",
            action="Организовать форум молодёжи",
            term=Term(text="ежегодно", due="2026/2028", repeats="yearly"),
            executors=("Омский горсовет", "Мингорисполком"),
        ),
    )


def test_the_day_of_signing_in_the_heading() -> None:
    title = "Приложение к соглашению от 18 ноября 2025 г. План мероприятий Минска и Омска на 2026–2028 годы"
    found = road_map(docx_of(HEADER, FAIR, title=title))
    assert (found.title, found.signed) == (title, "2025-11-18")


def test_a_sentence_before_the_table_is_no_part_of_the_heading() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Подписана 14 марта 2026 года в Омске.")
    add_table(document, [HEADER, FAIR])
    found = road_map(saved(document))
    assert (found.heading, found.signed) == (TITLE, "2026-03-14")


def test_headings_within_the_table_are_sections() -> None:
    whole, part = ["I. Культура", LEFT, LEFT, LEFT], ["", "II. Молодёжь", "", ""]
    assert [one.section for one in measures(whole, FAIR, part, FORUM)] == ["I. Культура", "II. Молодёжь"]
    assert [one.section for one in measures(["I. Культура"] * 4, FAIR)] == ["I. Культура"]


def test_numbers_may_begin_again_under_each_heading() -> None:
    rows = ["I. Культура", LEFT, LEFT, LEFT], FAIR, ["II. Молодёжь", LEFT, LEFT, LEFT], ["1.", *FORUM[1:]]
    assert [one.number for one in measures(*rows)] == ["1.", "1."]


def test_a_header_of_two_rows_with_executors_of_both_sides_and_numbers_of_columns() -> None:
    found = road_map(docx_of(
        ["№", "Мероприятие", "Исполнители", LEFT, "Сроки"],
        [ABOVE, ABOVE, "от Минска", "от Омска", ABOVE],
        ["1", "2", "3", "4", "5"],
        ["1", "Провести ярмарку", "Мингорисполком", "Администрация Омска", "2027"],
    ))
    (one,) = found.measures
    assert (one.number, one.executors, one.term.due) == ("1", ("Мингорисполком", "Администрация Омска"), "2027")


def test_columns_in_another_order_and_columns_of_no_concern() -> None:
    header = ["Срок", "Источник средств", "Содержание мероприятия", "№"]
    (one,) = road_map(docx_of(header, ["2026 год", "бюджет", "Провести ярмарку", "7"])).measures
    assert (one.number, one.action, one.term.text, one.executors) == ("7", "Провести ярмарку", "2026 год", ())


def test_a_term_for_several_measures_in_one_cell() -> None:
    found = measures(FAIR, [FORUM[0], FORUM[1], ABOVE, FORUM[3]])
    assert [one.term.due for one in found] == ["2026-04/2026-06", "2026-04/2026-06"]


def test_a_measure_over_two_rows_is_one_with_the_executors_of_both() -> None:
    (one,) = measures(FAIR, [ABOVE, ABOVE, "2027 год", "Омский горсовет"])
    assert one.executors == ("Управление культуры, спорта и туризма", "Омский горсовет")
    assert one.term == Term(text="II квартал 2026 г.; 2027 год", due="2026-04/2027")


def test_two_measures_under_one_number_in_a_merged_cell() -> None:
    assert [one.number for one in measures(FAIR, [ABOVE, *FORUM[1:]])] == ["1.", "1."]


def test_rows_that_word_counts_itself() -> None:
    data = docx_of(HEADER, ["", *FAIR[1:]], ["", *FORUM[1:]])
    for row in (1, 2):
        data = number_by_word(data, row)
    assert [one.number for one in road_map(data).measures] == ["1", "2"]


def test_blank_rows_and_the_header_repeated_are_passed_over() -> None:
    assert [one.number for one in measures(FAIR, [""] * 4, HEADER, FORUM)] == ["1.", "2."]


def test_several_tables_go_on_and_others_are_passed_over() -> None:
    document = docx.Document()
    add_table(document, [["Утверждаю", "Согласовано"]])
    add_table(document, [HEADER, FAIR])
    add_table(document, [HEADER, FORUM])
    assert [one.number for one in road_map(saved(document)).measures] == ["1.", "2."]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        road_map(data)
    return str(caught.value)


def test_a_row_without_its_number() -> None:
    message = refusal(docx_of(HEADER, FAIR, ["", *FORUM[1:]]))
    assert message == "карта.docx: строка 3: у мероприятия нет номера; впишите номер"


def test_a_number_without_its_measure() -> None:
    assert "строка 2: под номером 1. нет мероприятия" in refusal(docx_of(HEADER, ["1.", "", *FAIR[2:]]))


def test_a_number_given_twice() -> None:
    message = refusal(docx_of(HEADER, FAIR, ["1", *FORUM[1:]]))
    assert "строка 3: номер 1 уже стоит выше (строка 2)" in message


def test_a_row_with_a_cell_too_few() -> None:
    assert "строка 3: в ней столбцов 3, а в заголовке 4" in refusal(docx_of(HEADER, FAIR, FORUM[:3]))


def test_the_table_is_named_where_there_are_several() -> None:
    document = docx.Document()
    add_table(document, [HEADER, FAIR])
    add_table(document, [HEADER, ["", *FORUM[1:]]])
    assert "таблица 2, строка 2: у мероприятия нет номера" in refusal(saved(document))


@pytest.mark.parametrize("rows", [
    [["Город", "Население"], ["Омск", "1 млн"]],
    [["№", "Мероприятие"], ["1", "Провести ярмарку"]],
])
def test_a_file_without_a_table_of_measures(rows: list[list[str]]) -> None:
    message = refusal(docx_of(*rows))
    assert message == (
        "карта.docx: таблицы мероприятий в нём нет; "
        "назовите её столбцы в первой строке: «номер», «мероприятие», «срок», «исполнители»"
    )


def test_a_table_of_nothing_but_its_header() -> None:
    assert "нет ни одной строки с мероприятием" in refusal(docx_of(HEADER))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", docx_of(HEADER, FAIR)[:900]])
def test_what_is_no_docx(data: bytes) -> None:
    assert "не документ Word" in refusal(data)


def test_the_words_of_tracked_changes_as_they_stand_after_them() -> None:
    document = docx.Document(io.BytesIO(docx_of(HEADER, FAIR)))
    paragraph = document.tables[0].cell(1, 1).paragraphs[0]._p
    gone = docx.oxml.OxmlElement("w:del")
    run = docx.oxml.OxmlElement("w:r")
    text = docx.oxml.OxmlElement("w:delText")
    text.text = "Отменить ярмарку"
    for outer, inner in ((run, text), (gone, run), (paragraph, gone)):
        outer.append(inner)
    assert road_map(saved(document)).measures[0].action == "Провести ярмарку ремёсел"
