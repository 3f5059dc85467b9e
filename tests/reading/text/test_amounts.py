import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.reading.text.amounts import amounts_in


def read(text: str) -> list[tuple[str, float, str | None, str]]:
    return [(text[a.start : a.end], a.value, a.unit, a.kind) for a in amounts_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "kind"),
    [
        ("оборот 586 млн долларов", "586 млн долларов", 586e6, "USD", "money"),
        ("оборот 1,7 млрд. руб.", "1,7 млрд. руб.", 1.7e9, "RUB", "money"),
        ("оборот 12 млн белорусских рублей", "12 млн белорусских рублей", 12e6, "BYN", "money"),
        ("оборот $300 млн", "$300 млн", 300e6, "USD", "money"),
        ("оборот € 5,5 млрд", "€ 5,5 млрд", 5.5e9, "EUR", "money"),
        ("оборот 40 млн евро", "40 млн евро", 40e6, "EUR", "money"),
        ("оборот 70 млн юаней", "70 млн юаней", 70e6, "CNY", "money"),
        ("оборот 3 млрд тенге", "3 млрд тенге", 3e9, "KZT", "money"),
        ("превысил миллиард долларов", "миллиард долларов", 1e9, "USD", "money"),
        ("почти полтора миллиарда рублей", "полтора миллиарда рублей", 1.5e9, "RUB", "money"),
        ("стоит 1 250 000 рублей", "1 250 000 рублей", 1250000, "RUB", "money"),
        ("живут 205 тысяч человек", "205 тысяч человек", 205000, "people", "people"),
        ("живут 1,1 млн жителей", "1,1 млн жителей", 1.1e6, "people", "people"),
        ("вырос на 11,2%", "11,2%", 11.2, "percent", "percent"),
        ("вырос на 12 процентов", "12 процентов", 12, "percent", "percent"),
        ("вырос в 1,7 раза", "1,7 раза", 1.7, None, "times"),
        ("вырос в два раза", "два раза", 2, None, "times"),
        ("работает 50 заводов", "50", 50, None, "number"),
    ],
)
def test_numbers_with_their_units(text, words, value, unit, kind):
    assert read(text) == [(words, value, unit, kind)]


def test_large_numbers_share_the_unit_told_before():
    assert [(value, unit) for _, value, unit, _ in read("ввезли на 2,9 млн долларов, вывезли на 11 млн")] == [
        (2.9e6, "USD"),
        (11e6, "USD"),
    ]


def test_capital_letters_make_no_difference():
    assert read("ОБОРОТ 586 МЛН ДОЛЛАРОВ")[0][1:] == (586e6, "USD", "money")


@given(st.text(alphabet="0123456789 ,.$€%млнтысрубдозв-«»\u00a0", max_size=40))
def test_any_text_gives_spans_inside_it(text):
    end = 0
    for amount in amounts_in(text, 0, len(text)):
        assert end <= amount.start < amount.end <= len(text)
        end = amount.end
