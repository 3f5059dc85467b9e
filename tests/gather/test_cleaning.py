"""The text of an article without what came around it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.cleaning import CHARACTERS, PARAGRAPHS, boilerplate, clean, clean_characters, folded
from pobratim.gather.tables import table

from .making import NEWS, TEXT

SAID = (  # sentences that share words with boilerplate and must stay
    "Поделиться опытом благоустройства в Энск приехали коммунальщики Бреста.",
    "Читайте в библиотеке Энска книги о Бресте: так называлась выставка.",
    "Мы договорились вести общий канал в Телеграме, рассказали в мэрии.",
    "Следующая встреча: май будущего года, Брест.",
    "Следующая «дорожная карта» будет подписана в Энске.",
    "Новости о визите появились на сайте мэрии.",
    "Реклама товаров Энска появится на улицах Бреста.",
    "Фото Анны Примеровой",
    "Фото: пресс-служба администрации Энска",
    "Источник: Городской вестник",
    "Комментарии к плану стороны дадут осенью.",
    "Популярное место отдыха горожан показали гостям.",
    "Материалы по теме водоснабжения передали коллегам.",
    "Главная цель визита — ярмарка.",
    "Просмотров хватило, чтобы повторить передачу о городах-побратимах.",
    "В 2024 году.",
    "Мэр Энска:",
    "Далее гости побывали на заводе.",
    "Категория участников — школьники.",
    "Сегодня 5 мая 2024 года в Энске подписан план.",
)


def rows(kind: str) -> list[dict[str, str]]:
    return table("boilerplate")[kind]


@pytest.mark.parametrize("row", rows("line") + rows("list"), ids=lambda row: row["example"])
def test_every_pattern_drops_its_example(row):
    assert clean(f"{NEWS[0]}\n\n{NEWS[1]}\n\n{row['example']}\n\n{NEWS[2]}") == list(NEWS)


@pytest.mark.parametrize("sentence", SAID)
def test_sentences_with_the_same_words_stay(sentence):
    assert clean(f"{TEXT}\n\n{sentence}") == [*NEWS, sentence]
    assert not any(pattern.fullmatch(sentence) for patterns in boilerplate().values() for pattern in patterns)


def test_headlines_under_a_list_go_with_it_and_the_article_goes_on():
    text = f"{NEWS[0]}\n\n{NEWS[1]}\n\nЧитайте также:\n\nВ Энске открыли мост\n\nКаток готов\n\n{NEWS[2]}"
    assert clean(text) == list(NEWS)


@pytest.mark.parametrize("caption", ["{}-1", "{} - 4", "{} – 12", "{}"])
def test_captions_that_repeat_the_title_go(caption):
    text = f"{NEWS[0]}\n\n{NEWS[1]}\n\n{caption.format(NEWS[0])}\n\n{NEWS[2]}\n\n{caption.format(NEWS[0])}"
    assert clean(text) == list(NEWS)


def test_numbers_of_other_lines_stay():
    assert clean(f"{TEXT}\n\nОбсуждалась очередь метро-2") == [*NEWS, "Обсуждалась очередь метро-2"]


def test_a_repeated_paragraph_stands_once():
    assert clean(f"{TEXT}\n\n{NEWS[1]}\n\n{NEWS[2].upper()}") == list(NEWS)


def test_labels_of_speakers_may_repeat():
    label = "Анна Примерова, директор школы:"
    said = [label, "Мы рады гостям.", label, "Ждём снова!"]
    assert clean("\n\n".join(said)) == said


def test_rows_of_tables_may_repeat():
    assert clean("Май | да\nИюнь | да\n\nИтог\n\nМай | да\nИюнь | да")[-1] == "Май | да\nИюнь | да"


def test_a_known_title_comes_first():
    assert clean("\n\n".join(NEWS[1:]), NEWS[0]) == list(NEWS)


@pytest.mark.parametrize("first", [NEWS[0], NEWS[0].upper(), f"«{NEWS[0]}»", f"19 ноября 2024\n\n{NEWS[0]}"])
def test_a_title_that_is_there_already_is_not_doubled(first):
    assert clean(f"{first}\n\n{NEWS[1]}", NEWS[0]) == [*first.split("\n\n"), NEWS[1]]


@pytest.mark.parametrize(
    ("raw", "clean_text"),
    [
        ("со\u00adтруд\u00adни\u00adче\u00adство", "сотрудничество"),
        ("Э\u200bнск\ufeff", "Энск"),
        ("19\u00a0ноября\u2009\t2025", "19 ноября 2025"),
        ("за\u0301мок и замо\u0301к", "замок и замок"),
        ("и\u0306од, е\u0308ж, у\u0306", "йод, ёж, ў"),
        ("раз\r\nдва\rтри\u2028четыре\x0bпять", "раз\nдва\nтри\nчетыре\nпять"),
        ("ёлка", "ёлка"),
        ("a\x00\x07б\ud800", "aб"),
        ("\u202aЭнск\u202c", "Энск"),
    ],
)
def test_characters(raw, clean_text):
    assert clean_characters(raw) == clean_text


def test_folded_lines_are_equal_whatever_their_dress():
    assert folded("«Ёлка» — в Энске!") == folded("ЕЛКА в Энске") == "елка в энске"


@given(st.text(max_size=400))
def test_clean_text_is_composed_visible_and_stable(text):
    once = clean_characters(text)
    assert unicodedata.is_normalized("NFC", once)
    assert clean_characters(once) == once
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n" for letter in once)
    assert "  " not in once and "\u00ad" not in once and "\u00a0" not in once


@given(st.lists(st.text(alphabet="абв 1#:-—|", max_size=30), max_size=12))
def test_the_steps_only_drop_paragraphs(lines):
    lines = [line.strip() for line in lines if line.strip()]
    for step in PARAGRAPHS:
        kept = step(lines)
        rest = iter(lines)
        assert all(line in rest for line in kept), step.__name__


def test_every_step_says_what_it_is_for():
    assert all(step.__doc__ for step in (*CHARACTERS[1:], *PARAGRAPHS))
