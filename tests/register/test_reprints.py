from __future__ import annotations

import pytest

from pobratim.model.document import Document
from pobratim.register.reprints import is_official, originals


def text(start: int, length: int) -> str:
    """A text without repetitions; texts whose stretches overlap share words."""
    return " ".join(f"слово{i}" for i in range(start, start + length))


def document(words: str, *, published: str | None = None, publisher: str | None = None) -> Document:
    return Document(text=words, source="а", language="ru", published=published, publisher=publisher)


def test_the_later_of_two_equal_texts_is_the_reprint() -> None:
    first = document(text(0, 100), published="2025-06-24")
    later = document(text(0, 100) + " фото", published="2025-06-25")
    assert originals([later, first]) == {later.id: first.id}


def test_of_one_day_the_official_text_is_the_original() -> None:
    paper = document(text(0, 100), published="2025-06-24", publisher="Вечерняя газета")
    city = document(text(0, 100) + " снимок", published="2025-06-24", publisher="Администрация города Омска")
    assert originals([paper, city]) == {paper.id: city.id}


def test_an_excerpt_is_a_reprint_of_the_longer_text() -> None:
    whole = document(text(0, 200), published="2025-06-24")
    part = document(text(20, 60), published="2025-06-24")
    assert originals([part, whole]) == {part.id: whole.id}


def test_a_later_article_that_quotes_all_of_a_note_is_no_reprint_of_it_nor_the_note_of_it() -> None:
    note = document(text(0, 60), published="2025-06-24")
    article = document(text(0, 200), published="2025-06-30")
    assert originals([note, article]) == {}


def test_texts_that_share_a_paragraph_are_independent() -> None:
    one = document(text(0, 100) + " " + text(500, 60))
    other = document(text(0, 100) + " " + text(900, 60))
    assert originals([one, other]) == {}


def test_a_reprint_of_a_reprint_leads_to_the_original() -> None:
    texts = [document(text(0, 100) + " копия" * day, published=f"2025-06-2{day}") for day in range(4)]
    assert originals(texts) == {one.id: texts[0].id for one in texts[1:]}


def test_short_texts_repeat_each_other_by_chance() -> None:
    one, other = document("Фото дня: встреча в Минске."), document("Фото дня: встреча в Минске. Снимок.")
    assert originals([one, other]) == {}


def test_sixty_copies_all_lead_to_the_first() -> None:
    texts = [document(text(0, 100) + f" номер{number}", published="2025-06-24") for number in range(60)]
    found = originals(texts)
    assert len(found) == 59
    assert len(set(found.values())) == 1


def test_a_wrong_date_is_as_good_as_none() -> None:
    dated = document(text(0, 100), published="2025-06-24")
    wrong = document(text(0, 100) + " фото", published="на днях")
    assert originals([wrong, dated]) == {wrong.id: dated.id}


@pytest.mark.parametrize(("publisher", "address", "official"), [
    ("Официальный сайт Минского городского исполнительного комитета", None, True),
    ("Минский городской исполнительный комитет", None, True),
    ("Администрация города Омска", None, True),
    (None, "https://minsk.gov.by/ru/news/1", True),
    (None, "https://fakegov.by/news", False),
    ("Вечерний Омск", "https://example.org", False),
    (None, None, False),
])
def test_official(publisher: str | None, address: str | None, official: bool) -> None:
    page = Document(text="т", source="а", language="ru", publisher=publisher, address=address)
    assert is_official(page) is official
