"""The reader as a whole: pure, deterministic, honest about what it does not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pobratim
from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.model.reading import Event, Reading, record_to_dict
from pobratim.reading.reader import read_document

TEXT = (
    "Мэр Омска Пётр Лаптев встретился с председателем Мингорисполкома Иваном Савицким в Минске 3 марта. "
    "Стороны подписали дорожную карту на 2026–2028 годы.\n\n"
    "— Рады гостям, города давно дружат, — сказал Иван Савицкий.\n\n"
    "Товарооборот городов вырос на 12 процентов."
)


def test_the_same_text_gives_the_same_bytes() -> None:
    assert pobratim.read(TEXT).to_json() == pobratim.read(TEXT).to_json()


def test_every_record_shows_where_it_is_stated() -> None:
    reading = pobratim.read(TEXT)
    assert {record.type for record in reading.records} >= {"post", "event", "agreement", "quote", "figure"}
    for record in reading.records:
        assert record.evidence and record.rule
        assert all(0 <= start < end <= len(TEXT) for start, end in record.evidence)
        assert 0 < record.confidence <= 1


def test_a_reading_survives_its_json() -> None:
    reading = pobratim.read(TEXT, published="2025-03-04")
    again = Reading.from_dict(reading.to_dict(rules=True))
    assert again.to_json(rules=True) == reading.to_json(rules=True)


def test_a_published_date_closes_open_days_and_says_so() -> None:
    (meeting,) = [r for r in pobratim.read(TEXT, "2025-03-04").records if isinstance(r, Event) and r.kind == "meeting"]
    assert (meeting.date, meeting.date_basis) == ("2025-03-03", "inferred")


def test_without_it_the_year_stays_open() -> None:
    (meeting,) = [r for r in pobratim.read(TEXT).records if isinstance(r, Event) and r.kind == "meeting"]
    assert (meeting.date, meeting.date_basis) == ("XXXX-03-03", "stated")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Дэлегацыя горада Омска наведала Мінск і падпісала пагадненне аб супрацоўніцтве паміж гарадамі.", "be"),
        ("The mayor of Omsk visited Minsk and signed an agreement on cooperation between the two cities.", "en"),
        ("Делегація міста Омська відвідала Мінськ і підписала угоду про співпрацю між містами.", "uk"),
        ("Делегација града Минска посетила је Београд. Градоначелник и гости разговарали су о сарадњи.", "sr"),
        ("Делегация от Минск посети София. Кметът и гостите обсъдиха сътрудничеството между двата града.", "bg"),
        ("Омбы қаласының делегациясы Павлодарға келіп, ынтымақтастық туралы келісімге қол қойды.", "kk"),
        ("Тошкент шаҳри ҳокими Минск делегациясини қабул қилди ва ҳамкорлик тўғрисида келишув имзоланди.", "uz"),
        ("明斯克市与重庆市签署友好城市协议，双方将在教育和文化领域开展合作。", "zh"),
    ],
)
def test_another_language_is_said_to_be_unread(text: str, language: str) -> None:
    reading = pobratim.read(text)
    assert reading.document.language == language
    assert reading.records == () and reading.entities == () and reading.notes


@pytest.mark.parametrize(
    "text",
    [
        "Завтра в Минске ожидается дождь, ветер умеренный, температура воздуха до 15 градусов.",
        "Полиция задержала в Омске двух подозреваемых, суд решит вопрос об аресте.",
        "",
        "…",
    ],
)
def test_irrelevant_texts_yield_no_records(text: str) -> None:
    reading = pobratim.read(text)
    assert reading.relevance < 0.5 and reading.records == ()


@given(st.text(alphabet="МинскОмгвапр ,.—«»\n0123456789 иястреча", max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = pobratim.read(text)
    for record in reading.records:
        for slot, value in record_to_dict(record).items():
            if slot in {"date", "since", "signed", "period", "due"} and value is not None:
                assert edtf.is_valid(value)


SAMPLES = Path(__file__).parents[2] / "samples" / "documents"
WORDS = " ".join(path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SAMPLES.glob("*.txt"))).split(" ")


SIGNS = ("", "!", "?", "…", ":", "—", "»", ")", ",")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, max(0, len(WORDS) - 60)),
    st.permutations(range(60)),
    st.integers(1, 60),
    st.booleans(),
    st.sampled_from(SIGNS),
)
def test_no_article_cut_off_or_shuffled_breaks_the_reader(
    at: int, order: list[int], most: int, shuffled: bool, sign: str
) -> None:
    words = WORDS[at : at + 60]
    text = " ".join(words[i] for i in (order if shuffled else range(60)) if i < len(words))[: most * 8] + sign
    read_document(Document(text=text, source="x.txt", language="ru"), whatever=True).to_json()


@pytest.mark.parametrize("sign", SIGNS)
def test_a_document_may_end_with_any_sign(sign: str) -> None:
    text = f"Делегация Омска приехала в Минск 3 марта. И вот — долгожданная встреча{sign}"
    (visit,) = [r for r in pobratim.read(text).records if isinstance(r, Event) and r.kind == "visit"]
    assert visit.date == "XXXX-03-03"


@pytest.mark.parametrize("published", ["вчера", "17.05.2024", "2024-13-01", ""])
def test_a_day_of_publication_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match="write it as 2024-05-17"):
        pobratim.read(TEXT, published=published)
