"""A date written in any of the forms of Russian comes back as itself; no text breaks the rules."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.reading.context import DateMention
from pobratim.reading.dates import find_dates
from pobratim.reading.text.segments import lay_out

MONTHS_OF = ("января", "февраля", "марта", "апреля", "мая", "июня",
             "июля", "августа", "сентября", "октября", "ноября", "декабря")
MONTHS_IN = ("январе", "феврале", "марте", "апреле", "мае", "июне",
             "июле", "августе", "сентябре", "октябре", "ноябре", "декабре")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FRAMES = st.sampled_from([
    "Мэр Твери принял гостей {}.",
    "Как сообщили в мэрии, {} делегация посетила завод.",
    "— Мы открыли сквер {}, — сказал он.",
    "Встреча ({}) прошла в Орше",
])


def read(text: str, published: str | None = None) -> tuple[DateMention, ...]:
    return find_dates(lay_out(text), Document(text=text, source="t", language="ru", published=published))


@given(DAYS, FRAMES, st.sampled_from([
    "{d} {m} {y} года", "{d} {m} {y} г.", "{d} {m} {y}", "{d:02d}.{n:02d}.{y}", "{d:02d}/{n:02d}/{y}",
    "{y}-{n:02d}-{d:02d}", "{d}-го {m} {y} года",
]))
def test_a_day_comes_back(day: date, frame: str, form: str) -> None:
    words = form.format(d=day.day, m=MONTHS_OF[day.month - 1], n=day.month, y=day.year)
    assert day.isoformat() in [mention.edtf for mention in read(frame.format(words))]


@given(DAYS, FRAMES, st.sampled_from(["в {m} {y} года", "в {m} {y} г.", "в начале {o} {y} года"]))
def test_a_month_comes_back(day: date, frame: str, form: str) -> None:
    words = form.format(m=MONTHS_IN[day.month - 1], o=MONTHS_OF[day.month - 1], y=day.year)
    assert f"{day.year}-{day.month:02d}" in [mention.edtf for mention in read(frame.format(words))]


@given(st.integers(1900, 2098), st.integers(1, 10), FRAMES, st.sampled_from([
    "на {a}–{b} годы", "на {a}-{b} гг.", "в {a}—{b} годах", "с {a} по {b} год", "с {a} года по {b} год",
]))
def test_a_run_of_years_comes_back(first: int, length: int, frame: str, form: str) -> None:
    last = min(2099, first + length)
    assert f"{first}/{last}" in [m.edtf for m in read(frame.format(form.format(a=first, b=last)))]


@given(DAYS, st.integers(0, 90))
def test_the_published_date_closes_the_year_of_a_recent_day(published: date, back: int) -> None:
    day = date.fromordinal(published.toordinal() - back)
    found = read(f"Мэр принял гостей {day.day} {MONTHS_OF[day.month - 1]}.", published.isoformat())
    assert [mention.edtf for mention in found] == [day.isoformat()]


PIECES = st.sampled_from([
    "24", "31", "0", "2024", "июня", "мая", "мае", "года", "г.", "гг.", " ", "-", "–", ".", ",", "с", "по",
    "до", "конца", "назад", "лет", "два", "третий", "подряд", "квартал", "IV", "полугодии", "вчера",
    "во вторник", "прошлом году", "на прошлой неделе", "летом", "накануне",
    "\n", "İ", "80-летию", "2026/28", "с. г.", "(",
])


PUBLISHED = st.sampled_from(
    [None, "2025-06-26", "2025-06", "2025", "XXXX-02-29", "0001-01-01", "9999-12-31", "?"]
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80), PUBLISHED)
def test_no_text_breaks_the_rules(text: str, published: str | None) -> None:
    end = 0
    for mention in read(text, published):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.edtf is None or edtf.is_valid(mention.edtf)
        end = mention.end
