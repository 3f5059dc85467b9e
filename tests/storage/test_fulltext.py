"""Search by dictionary form over the documents kept."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.model.settings import Settings
from tests.readings import reading

SISTERS = "Делегация Омска посетила Минск. Города-побратимы обсудили поставки трамваев."
STEEL = "Отношения городов стали теплее."
MILL = "Завод показал сталь для рельсов."


@pytest.fixture(autouse=True)
def kept(home):
    for text, title in ((SISTERS, "Визит к побратимам"), (STEEL, "Потепление"), (MILL, None)):
        storage.keep(reading(text, title=title, source="text.txt"), None, "paste")


def found(query: str) -> list[str]:
    return [hit.title for hit in storage.search(query)]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("трамвай", ["Визит к побратимам"]),
        ("ТРАМВАЯМИ", ["Визит к побратимам"]),
        ("делегации в Омске", ["Визит к побратимам"]),
        ("в", []),
        ("омск делегация", ["Визит к побратимам"]),
        ("сталь", ["text.txt"]),
        ("троллейбус", []),
        ('"; DROP TABLE -- *', []),
        ("", []),
        ("…", []),
    ],
)
def test_documents_that_have_every_word_in_some_form(query, titles):
    assert found(query) == titles


def test_a_word_in_the_title_counts_more():
    storage.keep(reading("О побратимах говорили мало, но говорили.", title="Иное"), None, "paste")

    assert found("побратим") == ["Визит к побратимам", "Иное"]


def test_a_hit_shows_where_the_words_stand():
    hit = storage.search("трамваи побратимов")[0]

    assert [hit.snippet[start:end] for start, end in hit.marks] == ["побратимы", "трамваев"]
    assert hit.snippet in SISTERS
    assert (hit.published, hit.document) == ("2022-05-20", reading(SISTERS).document.id)


def test_the_snippet_of_a_long_text_is_the_place_where_most_words_stand():
    filler = "Слово за словом. " * 40
    text = f"Трамвай.\n\n{filler}\nТрамваи для Минска\nкупит Омск. {filler}"
    storage.keep(reading(text, title="Длинный"), None, "paste")

    hit = next(hit for hit in storage.search("омск трамвай минск") if hit.title == "Длинный")

    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Трамваи", "Минска", "Омск"]
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert "\n" not in hit.snippet
    assert len(hit.snippet.split()) < 45


def test_a_word_of_the_title_alone_finds_the_opening_of_the_text():
    hit = storage.search("потепление")[0]

    assert (hit.snippet, hit.marks) == (STEEL, ())


def test_at_most_as_many_as_asked_for():
    assert len(storage.search("город", limit=1)) == 1


def test_a_document_read_twice_is_found_once():
    storage.keep(reading(SISTERS, title="Визит к побратимам", reader="hand 2"), None, "paste")

    assert found("трамвай") == ["Визит к побратимам"]


def test_indexing_anew_changes_nothing():
    before = storage.search("город")

    storage.reindex()

    assert storage.search("город") == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
def test_whatever_is_typed_is_a_query(query):
    assert len(storage.search(query)) <= 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1))  # no clean text has it
def test_a_document_of_any_letters_is_kept_and_marks_fit_its_words(text):
    storage.keep(reading(f"{text} ТРАМВАЙ_2 {text}"), None, "paste")

    for hit in storage.search("трамвай", limit=10_000):
        for start, end in hit.marks:
            assert hit.snippet[start:end].lower().startswith("трамва")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_index_that_an_older_version_made_is_made_anew(home):
    from django.db import connection

    before = storage.search("город")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE storage_lemmas")
        cursor.execute("CREATE VIRTUAL TABLE storage_lemmas USING fts5(title, text, content='', detail='column')")
    assert storage.search("город") == []

    storage.setup(Settings(home=home))

    assert storage.search("город") == before != []


def test_a_word_that_is_rarer_and_told_more_often_counts_more():
    storage.keep(reading("Трамвай прошёл. Трамвай стоял. Трамвай ушёл.", title="Трижды"), None, "paste")
    storage.keep(reading("Трамвай прошёл мимо завода и стоял у моста.", title="Однажды"), None, "paste")

    assert found("трамвай")[:2] == ["Трижды", "Однажды"]


def test_a_query_of_very_many_words_is_refused():
    with pytest.raises(PobratimError, match="не больше 50"):
        storage.search("слово " * 51)


def test_a_document_of_more_words_than_any_language_is_found_by_its_first():
    many = " ".join(f"код{number:08}" for number in range(90_000))
    storage.keep(reading(f"{many} конецсписка {'ы' * 5000}", title="Список"), None, "paste")

    assert found("код00000000") == ["Список"]
    assert found("конецсписка") == found("ы" * 5000) == []
