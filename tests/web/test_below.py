"""What the register says in Russian, in the language of the page."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from pobratim.gather.refusal import Unreadable, in_mebibytes
from pobratim.gather.tables import table
from pobratim.model.errors import InputError, NotFound
from pobratim.web.below import TEMPLATES, told, told_of
from tests.web.test_languages import catalogue


@pytest.mark.parametrize(("russian", "english"), [
    ("официальный источник", "an official source"),
    ("независимых источников больше: 2 против 1", "more independent sources: 2 against 1"),
    ("было после обещания; те же стороны", "it was after the promise; the same sides"),
    ("Записи «x» в реестре нет", "The register has no row “x”"),
    ("чего в каталоге нет", "чего в каталоге нет"),
    ("", ""),
])
def test_it_is_said_part_by_part(russian, english):
    with translation.override("en"):
        assert told(russian) == english
    with translation.override("ru"):
        assert told(russian) == russian


@pytest.mark.parametrize("language", ["be", "en"])
def test_every_template_has_its_translation(language):
    assert catalogue(language).keys() >= set(TEMPLATES)


def test_an_error_of_a_file_keeps_the_name_of_the_file():
    error = Unreadable("unsupported", kind="таблица Excel", advice="сохраните нужный лист как текст или DOCX")
    with translation.override("en"):
        assert told_of(error.as_error("план; файл пуст.xlsx")) == (
            "план; файл пуст.xlsx: this is an Excel table; the program does not read such files; "
            "save the sheet you need as text or DOCX"
        )
        assert told_of(InputError("a.txt", "файл пуст")) == "a.txt: the file is empty"
        assert told_of(NotFound("записи «x» в реестре нет")) == "the register has no row “x”"


@pytest.mark.parametrize(("language", "only_russian"), [("en", r"[а-яё]"), ("be", r"[ищъ]")])
def test_every_reason_not_to_read_a_file_is_told(language, only_russian):
    details = {"kind": "архив RAR", "limit": in_mebibytes(50 << 20), "setting": "X", "detail": "EIO", "advice": ""}
    kinds = [kind for kinds in table("kinds").values() for kind in kinds]
    said = [error.reason for code in table("refusals") for error in [Unreadable(code, **details).as_error("a")]]
    said += [error.advice for code in table("refusals") for error in [Unreadable(code, **details).as_error("a")]]
    said += [kind["name"] for kind in kinds] + [kind.get("advice", "") for kind in kinds]
    with translation.override(language):
        assert [one for one in said if re.search(only_russian, told(one))] == []


@pytest.mark.parametrize(("russian", "english"), [
    ("строка 3: у мероприятия нет номера", "row 3: the measure has no number"),
    ("таблица 2, строка 3: номер 1 уже стоит выше (таблица 2, строка 1)",
     "table 2, row 3: number 1 stands above already (table 2, row 1)"),
    ("сайт ответил «500»", "the site answered “500”"),
])
def test_what_is_wrong_with_a_road_map_or_an_address(russian, english):
    with translation.override("en"):
        assert told(russian) == english


@pytest.mark.parametrize(("russian", "english"), [
    ("15 лет: начало — 2011 год", "15 years: it began in 2011"),
    ("последний известный контакт — до 17 марта 2025 года, с тех пор прошло 20 месяцев; обычный промежуток — 17 дней "
     "(2 известных контакта)",
     "last known contact: by 17 March 2025, 20 months ago; usual gap: 17 days (2 known contacts)"),
    ("источники расходятся: 2026–2028 годы — 1 документ; 2025–2027 годы — 2 документа",
     "sources differ: 2026 – 2028: 1 document; 2025 – 2027: 2 documents"),
    ("срок прошёл: май 2024 года; известий нет", "the term is over: May 2024; nothing is heard of it"),
])
def test_reasons_with_dates_and_numbers(russian, english):
    with translation.override("en"):
        assert told(russian) == english
