"""`pobratim roadmap`."""

from __future__ import annotations

import pytest

from pobratim import storage
from tests.exchange.roadmap.make import HEADER, docx_of, texts
from tests.register.make import forum, reading

FAIR = ["1.", "Провести ярмарку ремёсел", "II квартал 2026 г.", "Управление культуры"]
FORUM = ["2.", "Организовать форум мастеров кружева", "2026 год", "Омский горсовет"]


@pytest.fixture
def card(tmp_path):
    path = tmp_path / "карта.docx"
    path.write_bytes(docx_of(HEADER, FAIR, FORUM))
    return path


@pytest.fixture
def signed(tmp_path):
    """The same with the day of its signing."""
    path = tmp_path / "карта от 1 февраля.docx"
    title = "Дорожная карта сотрудничества Минска и Омска на 2026–2028 годы, 1 февраля 2026 года"
    path.write_bytes(docx_of(HEADER, FAIR, FORUM, title=title))
    return path


@pytest.fixture
def filled(home):
    made = reading(
        forum("Минск", "Омск", date="2026-06-01", title="Форум мастеров кружева"),
        published="2026-06-02", publisher="Вечерний листок",
    )
    storage.keep(made, None, "форум.txt")


@pytest.mark.usefixtures("filled")
def test_each_measure_is_shown_with_its_evidence(pobratim, signed):
    run = pobratim("roadmap", signed)

    assert run.code == 0
    for words in ("Провести", "ярмарку", "Сведений нет", "Исполнено (вывод)", "Вечерний листок"):
        assert words in run.out
    assert "Пунктов: 2, со сведениями о выполнении: 1." in run.err


@pytest.mark.usefixtures("filled")
def test_what_answers_a_map_without_a_day_is_for_a_person_to_say(pobratim, card):
    run = pobratim("roadmap", card)

    assert run.code == 0
    assert "Возможно" in run.out and "Исполнено (вывод)" not in run.out


@pytest.mark.usefixtures("filled")
def test_the_same_table_is_written_with_a_column_of_evidence(pobratim, signed, tmp_path):
    written = tmp_path / "сверка.docx"

    run = pobratim("roadmap", signed, "--export", written)

    assert (run.code, run.out) == (0, "")
    table = texts(written.read_bytes())
    assert [row[:4] for row in table] == [HEADER, FAIR, FORUM]
    assert table[1][4] == "Сведений нет"
    told = "Выполнено (вывод)\nИсполнено (вывод): форум «Форум мастеров кружева», 01.06.2026. «forum"
    assert table[2][4].startswith(told)
    assert "(Вечерний листок, 02.06.2026)" in table[2][4]


@pytest.mark.usefixtures("filled")
def test_sides_that_the_heading_does_not_name(pobratim, tmp_path):
    path = tmp_path / "план.docx"
    path.write_bytes(docx_of(HEADER, FAIR, title="План мероприятий на 2026 год"))

    run = pobratim("roadmap", path)
    assert run.code == 1
    assert "в заголовке не назвать двух мест, известных реестру; назовите их сами: --side" in run.err

    assert pobratim("roadmap", path, "--side", "Минск", "--side", "Омска").code == 0


def test_a_broken_table_is_one_sentence_that_names_the_row(pobratim, tmp_path):
    path = tmp_path / "карта.docx"
    path.write_bytes(docx_of(HEADER, FAIR, ["", *FORUM[1:]]))

    run = pobratim("roadmap", path)

    assert run.code == 1
    assert "строка 3: у мероприятия нет номера; впишите номер" in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize(("name", "words"), [("нет.docx", "такого файла или папки нет"), (".", "это папка")])
def test_what_is_no_file(pobratim, name, words):
    run = pobratim("roadmap", name)

    assert run.code == 1
    assert words in run.err


def test_the_export_must_be_a_docx(pobratim, card):
    run = pobratim("roadmap", card, "--export", "сверка.pdf")

    assert run.code == 2
    assert ".docx" in run.err
