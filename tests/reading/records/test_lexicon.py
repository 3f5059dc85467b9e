"""Nouns of events as they are derived, and the words of the genre that tell of journeys, feasts and statuses."""

from __future__ import annotations

import pytest

from pobratim.reading.records.lexicon import event_noun, noun_kinds
from tests.reading.records.facts import facts

TIES = "Омск и Брест — города-побратимы и развивают сотрудничество. "


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("киноконцерт", "концерт"),
        ("фотовыставка", "выставка"),
        ("онлайн-форум", "форум"),
        ("концерт-акция", "акция"),
        ("редакция", None),
        ("медосмотр", None),
        ("пресс-конференция", None),
    ],
)
def test_nouns_of_events_may_end_longer_ones(word: str, noun: str | None) -> None:
    assert event_noun(word) == noun
    assert bool(noun_kinds(word)) == (noun is not None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Архитекторы Омска погостили в Бресте.",
        "Делегация Омска наведалась в Брест.",
        "Мэр Омска Пётр Лаптев навестил Брест.",
        "Танцоры из Омска доехали до Бреста.",
        "Омск прислал в Брест делегацию врачей.",
        "Поезд дружбы из Омска прибыл в Брест.",
        "Молодёжь Омска отправилась в Брест.",
        "На юбилей Бреста приехала делегация Омска.",
    ],
)
def test_journeys_by_other_words(sentence: str) -> None:
    assert ("visit", ["Брест", "Омск"], "held") in facts(TIES + sentence, "event", "kind", "parties", "status")


@pytest.mark.parametrize(
    "sentence",
    [
        "Поезд из Омска прибыл в Брест с опозданием.",
        "Экспонаты из Омска отправились в Брест.",
        "Вечером в Бресте делегация Омска ужинала в ресторане.",
        "Врачи Омска и Бреста спорят о пользе прививок.",
        "Омичам рекомендуют посетить Брест.",
    ],
)
def test_no_event_by_likeness(sentence: str) -> None:
    assert facts(TIES + sentence, "event", "kind") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("В Бресте прошёл спектакль омского театра.", "days", "held"),
        ("Хор из Омска выступил на вечере дружбы в Бресте.", "days", "held"),
        ("В Бресте прошёл кубок по самбо, в котором участвовала команда Омска.", "days", "held"),
        ("Представители Омска приняли участие в международных чтениях в Бресте.", "forum", "held"),
        ("Завтра делегация Омска вылетает в Брест.", "visit", "planned"),
        ("Мэр Омска Пётр Лаптев пообещал посетить Брест.", "visit", "planned"),
        ("Из-за непогоды поездку делегации Омска в Брест аннулировали.", "visit", "cancelled"),
        ("На встрече мэр Омска Пётр Лаптев предложил мэру Бреста Ивану Савицкому новые обмены.", "meeting", "held"),
    ],
)
def test_gatherings_and_statuses(sentence: str, kind: str, status: str) -> None:
    assert (kind, status) in facts(TIES + sentence, "event", "kind", "status")


@pytest.mark.parametrize(
    ("title", "name", "read"),
    [
        ("Вице-староста повята", "Пётр Лаптев", "вице-староста"),
        ("Обербургомистр Дрездена", "Пётр Лаптев", "обербургомистр"),
        ("Советница мэра Омска", "Анна Седова", "советница мэра"),
        ("Заведующая отделом культуры администрации Омска", "Анна Седова", "заведующая отделом культуры"),
        ("Завкафедрой Омского университета", "Пётр Лаптев", "завкафедрой"),
        ("Главный художник Омска", "Пётр Лаптев", "главный художник"),
        ("Постпред Татарстана в Москве", "Пётр Лаптев", "постпред"),
    ],
)
def test_offices_by_rank_and_for_women(title: str, name: str, read: str) -> None:
    verb = "посетила" if name.startswith("Анна") else "посетил"
    assert facts(f"{TIES}{title} {name} {verb} Брест.", "post", "person", "title") == [(name, read)]


def test_a_trade_is_no_office() -> None:
    assert facts(TIES + "Художник Пётр Лаптев посетил Брест.", "post", "title") == []
