"""Lines of printed pages, drawn by hand: ten points high, fourteen apart, six points a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.formats.pdf_layout import HYPHEN, Line, paragraphs_of

WIDTH = 40
"""Characters of a full line."""


def line(text: str, top: float, left: float = 50, height: float = 10) -> Line:
    made = Line()
    for number, character in enumerate(text):
        at = left + 6 * number
        made.add(character, None if character == " " else (at, top - height, at + 6, top))
    return made


def page(*texts: str) -> list[Line]:
    """Lines one under another; an empty one is a gap, leading blanks are an indent, «# » makes it a heading."""
    lines = []
    for number, text in enumerate(texts):
        heading, words = text.startswith("# "), text.removeprefix("# ")
        indent = len(words) - len(words.lstrip())
        if words:
            lines.append(line(words.strip(), 800 - 14 * number, 50 + 6 * indent, 16 if heading else 10))
    return lines


def test_full_lines_are_one_paragraph_and_a_short_one_ends_it():
    assert paragraphs_of([page(
        "Делегация Энска осмотрела школу искусств",
        "и молочный комбинат Бреста.",
        "Стороны подписали план мероприятий на три",
        "года.",
    )]) == [
        "Делегация Энска осмотрела школу искусств и молочный комбинат Бреста.",
        "Стороны подписали план мероприятий на три года.",
    ]


def test_a_gap_an_indent_and_a_heading_begin_paragraphs():
    assert paragraphs_of([page(
        "# Энск и Брест договорились о новой ярмарке",
        "Делегация Энска осмотрела школу искусства,",
        "и молочный комбинат, и новую набережную.",
        "   Стороны подписали план мероприятий на",
        "год, и о нём рассказали во всех газетах.",
        "",
        "Следующая встреча будет осенью.",
    )]) == [
        "Энск и Брест договорились о новой ярмарке",
        "Делегация Энска осмотрела школу искусства, и молочный комбинат, и новую набережную.",
        "Стороны подписали план мероприятий на год, и о нём рассказали во всех газетах.",
        "Следующая встреча будет осенью.",
    ]


def test_two_columns():
    left = [line(text, 800 - 14 * n) for n, text in enumerate(["Гости осмотрели школу", "и комбинат Бреста."])]
    right = [line(text, 800 - 14 * n, 250) for n, text in enumerate(["Подписан план на три", "года."])]
    assert paragraphs_of([left + right]) == ["Гости осмотрели школу и комбинат Бреста.", "Подписан план на три года."]


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        ("сотрудни", "чество", "сотрудничество"),
        ("социально", "экономическое", "социально-экономическое"),
        ("торгово", "экономическое", "торгово-экономическое"),
        ("Ростов", "на-Дону", "Ростов-на-Дону"),
        ("Ростове-на", "Дону", "Ростове-на-Дону"),
        ("Санкт", "Петербург", "Санкт-Петербург"),
        ("Екатерин", "бург", "Екатеринбург"),
        ("Мингор", "исполкоме", "Мингорисполкоме"),
        ("МИН", "СКА", "МИНСКА"),
        ("бизнес", "форум", "бизнес-форум"),
        ("кое", "кто", "кое-кто"),
        ("Тихоре", "ченска", "Тихореченска"),  # an invented town
    ],
)
@pytest.mark.parametrize("mark", [HYPHEN, "-", "\u00ad"])
def test_hyphens_at_the_end_of_lines(start, end, word, mark):
    assert paragraphs_of([page(f"{start}{mark}", f"{end} и дружба.")]) == [f"{word} и дружба."]


def test_another_place_of_the_text_decides():
    assert paragraphs_of([page("Музей-усадьба и музей-усадьба.", "", "В музей\x02", "усадьба вошла.")])[-1] == (
        "В музей-усадьба вошла."
    )


def test_an_interval_goes_on_after_its_dash():
    (found,) = paragraphs_of([page("Подписан план мероприятий городов на 2026–", "2028 годы.")])
    assert found.endswith("на 2026–2028 годы.")


TEXTS = ("Делегация приехала утром.", "Гости осмотрели завод.", "Подписан план на год.", "Встреча будет осенью.")


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Вестник Энска, выпуск 7", "{}"),
        ("Вестник Энска, страница {}", ""),
        ("", "— {} —"),
        ("", "стр. {} из 4"),
        ("", "Тираж 500"),
    ],
)
def test_what_is_printed_on_every_page_goes(head, foot):
    pages = [page(head.format(n), "", text, "", foot.format(n)) for n, text in enumerate(TEXTS, 1)]
    assert paragraphs_of(pages) == list(TEXTS)


def test_numbers_that_do_not_follow_the_pages_are_text():
    pages = [page(f"План на {year} год.", "", text) for year, text in zip((2026, 2030), TEXTS[:2], strict=True)]
    assert paragraphs_of(pages)[::2] == ["План на 2026 год.", "План на 2030 год."]


def test_what_a_browser_prints_around_a_page_goes_and_dates_nothing():
    assert paragraphs_of([page(
        "21.11.2026, 22:12 Визит делегации", "", "Делегация приехала утром.", "", "https://ensk.example/5 1/1"
    )]) == ["Делегация приехала утром."]


def test_a_sentence_goes_on_over_the_page_and_a_finished_one_does_not():
    first = page("Делегация Энска осмотрела школу искусств")
    assert len(paragraphs_of([first, page("и молочный комбинат Бреста.")])) == 1
    ended = page("Делегация Энска осмотрела все предприятия.")
    assert len(paragraphs_of([ended, page("Стороны подписали план.")])) == 2


def test_no_pages_no_paragraphs():
    assert paragraphs_of([]) == paragraphs_of([[]]) == paragraphs_of([[line("  ", 800)]]) == []


BOXES = st.none() | st.tuples(*[st.floats(-1e3, 1e3)] * 4)
CHARACTERS = st.tuples(st.sampled_from("аБ1 .-\x02\u00ad"), BOXES)


@given(st.lists(st.lists(st.lists(CHARACTERS, max_size=8), max_size=6), max_size=3))
def test_any_lines_make_paragraphs(pages):
    drawn = []
    for lines in pages:
        drawn.append([Line() for _ in lines])
        for made, characters in zip(drawn[-1], lines, strict=True):
            for character, box in characters:
                made.add(character, box)
    assert all(paragraph.strip() for paragraph in paragraphs_of(drawn))
