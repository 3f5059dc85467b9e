"""Signings: who puts a name to a document, and what is only said of one."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Омск, Лида, Брест и Тверь подписали 17 ноября протоколы о дружбе.", ["Брест", "Лида", "Омск", "Тверь"]),
        ("Меморандумы подписали мэр Омска Иван Лаптев и мэр Бреста Пётр Савицкий.", ["Брест", "Омск"]),
        ("Мэр Бреста Пётр Савицкий и мэр Омска Иван Лаптев продлили договор о дружбе.", ["Брест", "Омск"]),
        (
            "Соглашение о дружбе в присутствии губернатора Тверской области Олега Тихого подписали мэр Омска Иван "
            "Лаптев и мэр Бреста Пётр Савицкий.",
            ["Брест", "Омск"],
        ),
    ],
)
def test_whoever_signs_is_a_party(sentence: str, parties: list[str]) -> None:
    assert ("signing", parties) in facts(sentence, "event", "kind", "parties")


@pytest.mark.parametrize(
    "sentence",
    [
        "Подписание документа важно для связей между Омском и Брестом.",
        "«Мы год готовились к подписанию этого договора», – сказал мэр Омска Иван Лаптев в Бресте.",
    ],
)
def test_a_word_on_what_was_signed_is_no_signing(sentence: str) -> None:
    assert all(kind != "signing" for (kind,) in facts(sentence, "event", "kind"))


def test_the_signing_told_of_again_is_between_the_same_whoever_is_there() -> None:
    text = (
        "На этой неделе в Беларуси подписано соглашение между Березниками и Солигорском. Подписание соглашения прошло "
        "в рамках визита в Беларусь делегации Пермского края во главе с губернатором Павлом Лаптевым."
    )
    signings = [parties for kind, parties in facts(text, "event", "kind", "parties") if kind == "signing"]
    assert signings == [["Березники", "Солигорск"]]
    assert facts(text, "agreement", "parties") == [(["Березники", "Солигорск"],)]


def test_our_town_is_the_one_from_which_the_text_is_sent() -> None:
    text = "Омск, 12 ноября. Сегодня в нашем городе состоялось подписание соглашения между Омском и Брестом."
    assert facts(text, "event", "kind", "place") == [("signing", "Омск")]


def test_nothing_that_comes_after_a_year_happened_in_it() -> None:
    told = "Омская область и Бухарская область хотят подписать новое после 1994 года соглашение о сотрудничестве."
    assert all(date is None for (date,) in facts(told, "event", "date"))


HEADS = "Мэр Омска Пётр Лаптев и мэр Бреста Иван Савицкий обменялись "


@pytest.mark.parametrize(
    ("rest", "kinds"),
    [
        ("соглашениями о сотрудничестве.", ["signing"]),
        ("подписанными меморандумами.", ["signing"]),
        ("мнениями о договоре.", []),
        ("планами на будущий год.", []),
    ],
)
def test_agreements_that_are_exchanged_are_signed(rest: str, kinds: list[str]) -> None:
    assert [kind for (kind,) in facts(HEADS + rest, "event", "kind")] == kinds


def test_several_documents_are_signed_by_those_who_act_for_two_places() -> None:
    told = "Несколько меморандумов заключили делегаты Омской области с представителями Костанайской области."
    assert facts(told, "event", "kind", "parties") == [("signing", ["Костанайская область", "Омская область"])]


def test_what_is_signed_at_a_meeting_is_signed_by_those_who_met() -> None:
    told = "Мэр Омска Пётр Лаптев встретился с мэром Бреста Иваном Савицким. На встрече подписаны семь меморандумов."
    assert facts(told, "event", "kind", "parties")[1:] == [("signing", ["Брест", "Омск"])]


def test_a_document_may_be_called_agreement_when_it_is_told_again() -> None:
    told = "Меморандум между Омском и Брестом подписан. Соглашение подписали мэры городов."
    assert [kind for (kind,) in facts(told, "event", "kind")] == ["signing"]
    other = "Меморандум между Омском и Брестом подписан. Соглашение о дружбе подписали мэры городов в 2005 году."
    assert [kind for (kind,) in facts(other, "event", "kind")] == ["signing", "signing"]


def test_an_agreement_of_two_states_is_not_of_their_towns() -> None:
    told = "Омск и Эрдэнэт сотрудничают. Подписано российско-монгольское соглашение о дорогах."
    assert all(parties != ["Омск", "Эрдэнэт"] for (parties,) in facts(told, "agreement", "parties"))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Также планируется подписание ряда двусторонних документов.", "planned"),
        ("Подписано несколько документов о сотрудничестве.", "held"),
    ],
)
def test_what_is_signed_on_a_visit_is_signed_by_guests_and_hosts(sentence: str, status: str) -> None:
    told = "Делегация Омска прибыла в Брест. " + sentence
    assert facts(told, "event", "kind", "parties", "status")[1:] == [("signing", ["Брест", "Омск"], status)]


def test_a_signing_whose_verb_is_left_out_has_its_own_day_and_place() -> None:
    text = (
        "Соглашение между исполнительным органом государственной власти Хатлонской области и правительством Омской "
        "области было подписано 24 июня 2025 года в Омске, а соглашение с Псковской областью — 17 марта 2025 года в "
        "Москве."
    )
    assert facts(text, "event", "parties", "date", "place") == [
        (["Омская область", "Хатлонская область"], "2025-06-24", "Омск"),
        (["Псковская область", "Хатлонская область"], "2025-03-17", "Москва"),
    ]
    assert facts(text, "agreement", "signed") == [("2025-06-24",), ("2025-03-17",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Правительство утвердило ранее подписанное соглашение Омска с Брестом.",
        "У Омска заключено соглашение с Брестом, Лидой и Пинском.",
    ],
)
def test_a_document_that_is_there_already_is_no_news_of_its_signing(sentence: str) -> None:
    assert facts(sentence, "event", "kind") == []
    assert facts(sentence, "agreement", "status")[0] == ("signed",)
