"""Search by dictionary form over the documents kept."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim import storage
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
@given(st.text(min_size=1))
def test_a_document_of_any_letters_is_kept_and_marks_fit_its_words(text):
    storage.keep(reading(f"{text} ТРАМВАЙ_2 {text}"), None, "paste")

    for hit in storage.search("трамвай", limit=10_000):
        for start, end in hit.marks:
            assert hit.snippet[start:end].lower().startswith("трамва")
