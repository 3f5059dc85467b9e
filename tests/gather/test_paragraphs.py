"""Lines into paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.paragraphs import paragraphs

WRAPPED = """\
Делегация Энска провела в Бресте три дня. Гости осмотрели школу искусств,
молочный комбинат и набережную, встретились с ветеранами и побывали на
заседании городского совета.

В последний день стороны подписали план мероприятий на будущий год. В нём
обмен детскими коллективами, стажировки учителей и совместная ярмарка в
Энске.
"""


def test_blank_lines_part_paragraphs():
    assert paragraphs("Первый.\n\nВторой.\n \n\nТретий.") == ["Первый.", "Второй.", "Третий."]


def test_without_blank_lines_each_line_is_a_paragraph():
    text = "Делегация приехала в Энск\nМэр встретил гостей на вокзале.\nПодписан план на год."
    assert paragraphs(text) == text.split("\n")


def test_wrapped_lines_are_joined():
    first, second = paragraphs(WRAPPED)
    assert first.startswith("Делегация Энска") and first.endswith("городского совета.")
    assert second.endswith("совместная ярмарка в Энске.")
    assert "\n" not in first + second


def test_a_line_broken_inside_a_sentence_goes_on_whatever_the_width():
    text = "В сентябре официальная делегация\nЭнска совершила рабочий визит в город-побратим\nБрест."
    assert paragraphs("С 18 по 21 сентября официальная\nделегация Энска была в Бресте.") == [
        "С 18 по 21 сентября официальная делегация Энска была в Бресте."
    ]
    assert paragraphs("общество\nэкономика\nспорт") == ["общество", "экономика", "спорт"]  # a menu
    assert paragraphs(text) == text.split("\n")  # a capital may begin what is new


def test_items_of_a_list_begin_anew_in_wrapped_text():
    text = WRAPPED + "\n- обмен детскими коллективами весной будущего года в Энске и Бресте,\n- ярмарка."
    assert paragraphs(text)[-2:] == [
        "- обмен детскими коллективами весной будущего года в Энске и Бресте,", "- ярмарка.",
    ]


def test_rows_of_a_table_stay_together():
    text = "План\n\nДело | Срок\nЯрмарка | май\n\nПодписи"
    assert paragraphs(text) == ["План", "Дело | Срок\nЯрмарка | май", "Подписи"]


def test_nothing_gives_nothing():
    assert paragraphs("") == paragraphs(" \n \n") == []


@given(st.text(alphabet="аб. |\n-1", max_size=300))
def test_no_paragraph_is_empty_and_no_letter_is_lost(text):
    found = paragraphs(text)
    assert all(paragraph == paragraph.strip() != "" for paragraph in found)
    assert "".join("".join(found).split()) == "".join(text.split())
