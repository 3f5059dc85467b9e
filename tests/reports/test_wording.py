"""Numbers, dates, lists and quotations as Russian papers have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.reports.wording import (
    clean,
    listing,
    percent,
    plural,
    quantity,
    quoted,
    sentence,
    short,
    since,
    unbroken,
    unstopped,
    when,
)


def spaced(text: str) -> str:
    """With plain blanks, to be read in a test."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1_200_000_000, "USD", "1,2 млрд долларов США"),
        (1_000_000, "USD", "1 млн долларов США"),
        (350_000, "people", "350 тыс. человек"),
        (12_450, "people", "12 450 человек"),
        (1_234_567, "USD", "1 234 567 долларов США"),
        (1_234_567_000, "BYN", "1 234 567 000 белорусских рублей"),
        (21, "tourists", "21 турист"),
        (22, "tourists", "22 туриста"),
        (11, "tourists", "11 туристов"),
        (1.5, "tonnes", "1,5 тонны"),
        (12.5, "percent", "12,5 %"),
        (0.1, "EUR", "0,1 евро"),
        (5, "вагонов", "5 вагонов"),
        (2_000_000, "вагонов", "2 млн вагонов"),
        (7, None, "7"),
        (-3, "percent", "−3 %"),
    ],
)
def test_quantity(value: float, unit: str | None, expected: str) -> None:
    assert spaced(quantity(value, unit)) == expected


def test_the_number_stays_with_its_unit() -> None:
    assert "\N{NO-BREAK SPACE}" in quantity(12, "percent")
    assert " " not in quantity(12_450, None)


@given(st.floats(min_value=0, max_value=1e13, allow_nan=False).map(lambda value: round(value, 2)))
def test_no_digit_is_lost_by_shortening(value: float) -> None:
    figure, *scale = spaced(quantity(value, None)).replace(",", ".").rsplit(" ", 1)
    scales = {"тыс.": 1e3, "млн": 1e6, "млрд": 1e9, "трлн": 1e12}
    if scale and scale[0] in scales:
        shown = float(figure.replace(" ", "")) * scales[scale[0]]
    else:
        shown = float("".join([figure, *scale]).replace(" ", ""))
    assert shown == pytest.approx(value, abs=0.001)


def test_percent_leaves_the_sign_to_the_words() -> None:
    assert spaced(percent(-3.5)) == "3,5 %"
    assert spaced(percent(12)) == "12 %"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1 документ"),
        (3, "3 документа"),
        (5, "5 документов"),
        (12, "12 документов"),
        (101, "101 документ"),
    ],
)
def test_plural(number: int, expected: str) -> None:
    assert spaced(plural(number, "документ", "документа", "документов")) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-09-29", "29.09.2025"),
        ("2019-10-10/2019-10-12", "10–12.10.2019"),
        ("2019-09-30/2019-10-02", "30.09.2019–02.10.2019"),
        ("2026/2028", "2026–2028"),
        ("2024", "2024 год"),
        ("2024-06", "июнь 2024 года"),
        ("XXXX-06-24", "24 июня, год не указан"),
        ("2024-06-24~", "около 24 июня 2024 года"),
        ("../2030", "до конца 2030 года"),
    ],
)
def test_short_dates(edtf: str, expected: str) -> None:
    assert spaced(short(edtf)) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022", "с 2022 года"),
        ("2022-06-24", "с 24 июня 2022 года"),
        ("2021/2022", "начало: 2021–2022 годы"),
    ],
)
def test_since(edtf: str, expected: str) -> None:
    assert spaced(since(edtf)) == expected


def test_when_keeps_a_date_on_one_line() -> None:
    assert when("2025-06-24") == "24\N{NO-BREAK SPACE}июня\N{NO-BREAK SPACE}2025\N{NO-BREAK SPACE}года"


@pytest.mark.parametrize("wrong", ["", "вчера", "2024-13", "2028/2026"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        short(wrong)


def test_listing() -> None:
    assert listing([]) == ""
    assert listing(["Минск"]) == "Минск"
    assert listing(["Минск", "Омск", "", "Тюмень"]) == "Минск, Омск и Тюмень"


def test_quoted_marks_nest() -> None:
    assert quoted("Завод «Пример» открыт") == "«Завод „Пример“ открыт»"
    assert quoted("«Дружба»") == "«Дружба»"


def test_sentence_keeps_the_rest() -> None:
    assert sentence("форум БРИКС") == "Форум БРИКС"
    assert sentence("") == ""


def test_clean_makes_one_line_of_plain_signs() -> None:
    assert clean(" два\n\tслова\x00\x1b\ud800 ") == "два слова"
    assert clean("вперёд\u202eдазан") == "вперёддазан"


@given(st.text())
def test_clean_text_can_stand_in_xml(text: str) -> None:
    from lxml import etree

    element = etree.Element("t")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element)).text == (clean(text) or None)
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(("text", "without"), [
    ("обед.", "обед"), ("Образцов П. Я.", "Образцов П. Я."), ("Учебный и др.", "Учебный и др."), ("дом 5.", "дом 5"),
    ("зал «Рубин».", "зал «Рубин»"), ("ждём…", "ждём…"), ("", ""), (".", ""),
])
def test_a_full_stop_goes_and_that_of_a_short_word_stays(text: str, without: str) -> None:
    assert unstopped(text) == without


def test_a_range_of_days_is_one_word() -> None:
    assert unbroken("Отчёт: Омск – Минск, 10–12.12.2026") == "Отчёт: Омск – Минск, 10–\N{WORD JOINER}12.12.2026"
