"""What documents tell of their signings, and what is refused to end. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import fact, facts


def test_the_day_of_all_signings_is_that_of_each() -> None:
    text = (
        "Представители Брестской области 16 февраля 2024 года в Москве подписали ряд соглашений. "
        "Пинский райисполком и Тарский район подписали соглашение о дружбе."
    )
    found = facts(text, "event", "kind", "parties", "date")
    assert ("signing", ["Пинский район", "Тарский район"], "2024-02-16") in found


def test_who_put_their_names_took_part() -> None:
    text = (
        "Мэры двух городов — Омска и Бреста — подписали меморандум о дружбе. "
        "Подписи под документом поставили Нина Лаптева и Иван Котов."
    )
    assert fact(text, "agreement", "signatories") == (["Иван Котов", "Нина Лаптева"],)
    assert ("signing", ["Иван Котов", "Нина Лаптева"]) in facts(text, "event", "kind", "participants")


def test_one_document_is_signed_once() -> None:
    text = (
        "Мэры Омска и Бреста Пётр Лаптев и Иван Котов подписали дорожную карту сотрудничества на 2021–2025 годы. "
        "Стороны в мэрии подписали пятилетнюю программу сотрудничества."
    )
    assert [kind for (kind,) in facts(text, "event", "kind")].count("signing") == 1


def test_what_nobody_means_to_end_goes_on() -> None:
    text = "Совет города Зуль не намерен расторгать договор о побратимстве с Омском."
    assert fact(text, "partnership", "parties", "status") == (["Зуль", "Омск"], "active")
    assert all(status != "ended" for (status,) in facts(text, "agreement", "status"))


def test_what_somebody_does_always_is_no_visit() -> None:
    text = "По словам мэра Омска Петра Лаптева, приезжая в Брест, он всегда чувствует себя дома. Города – побратимы."
    assert facts(text, "event", "kind") == []
