"""Whose twins, partners and documents the others are. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

LEAD = "Мэр Пскова Пётр Лаптев принял делегацию Витебска. Города развивают сотрудничество. "

LISTS = [
    ("У города три побратима: Нарва, Белосток и Полоцк.", "twin", {"Нарва", "Белосток", "Полоцк"}),
    ("Побратимами Пскова являются также Белосток и Полоцк.", "twin", {"Белосток", "Полоцк", "Витебск"}),
    ("Среди партнёров Пскова — Рязань, Тверь и Харбин.", "partner", {"Рязань", "Тверь", "Харбин"}),
    (
        "Побратимские отношения с Тверью установлены в 1990 году, с Рязанью – в 1992-м, с Полоцком – в 2000 году.",
        "twin",
        {"Тверь", "Рязань", "Полоцк"},
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "others"), LISTS)
def test_a_list_has_one_hub(sentence: str, kind: str, others: set[str]) -> None:
    found = facts(LEAD + sentence, "partnership", "parties", "kind")
    assert {frozenset(parties) for parties, _ in found} == {frozenset({"Псков", other}) for other in others}
    assert {told for _, told in found} == {kind}


def test_each_of_a_list_has_its_own_year() -> None:
    text = LEAD + "Побратимские отношения с Тверью установлены в 1990 году, с Рязанью – в 1992-м."
    assert facts(text, "partnership", "parties", "since") == [
        (["Псков", "Тверь"], "1990"),
        (["Псков", "Рязань"], "1992"),
    ]


def test_two_clauses_tell_of_two_ties() -> None:
    text = "У Пскова есть побратим и в Гродненской области, а город Витебск поддерживает побратимские связи с Тверью."
    assert (["Витебск", "Тверь"],) in facts(text, "partnership", "parties")
    assert (["Витебск", "Псков"],) not in facts(text, "partnership", "parties")


UNTOLD = [
    "В минувшем году побратимы дальневосточной столицы, Харбин и Санья, прислали поздравления.",
    "Побратимскими соглашениями Беларусь связана с 80 городами России.",
    "Партнёрами фестиваля стали компании Пскова и Витебска.",
    "Мэр выступил на секции «От побратимства к совместным проектам регионов».",
]


@pytest.mark.parametrize("sentence", UNTOLD)
def test_whose_twin_it_is_must_be_told(sentence: str) -> None:
    assert facts(LEAD + sentence, "partnership", "parties") == []


def test_the_day_told_in_the_next_sentence() -> None:
    text = LEAD + "У Пскова шесть побратимов, среди них Тверь и Белосток. С Тверью отношения оформлены в 1997-м."
    found = {tuple(parties): since for parties, since in facts(text, "partnership", "parties", "since")}
    assert found == {("Псков", "Тверь"): "1997", ("Белосток", "Псков"): None}


DOCUMENTS = [
    (
        "Меморандумы подписаны с Тверью и Рязанью, а с Полоцком – план обменов на 2026–2027 годы.",
        {("memorandum", "Тверь"), ("memorandum", "Рязань"), ("plan", "Полоцк")},
    ),
    (
        "Полоцк стал третьим партнёром Пскова. Похожие соглашения заключены с Тверью (2004) и Рязанью (2009).",
        {("agreement", "Тверь"), ("agreement", "Рязань")},
    ),
    (
        "Соглашение о сотрудничестве с Тверью действует с 1999 года, с Рязанью — с 1997-го.",
        {("agreement", "Тверь"), ("agreement", "Рязань")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), DOCUMENTS)
def test_documents_with_several_have_one_hub(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = facts(LEAD + sentence, "agreement", "kind", "parties")
    told = {(kind, *(party for party in parties if party != "Псков")) for kind, parties in found}
    assert told == expected
    assert all("Псков" in parties for _, parties in found)


def test_the_list_behind_such_ties_is_that_of_their_owner() -> None:
    text = (
        "Калуга и Брест установили побратимские отношения. Калуга стала восьмым городом, с которым у Бреста есть "
        "такие отношения. В списке также значатся Дорогобуж и Ногинск."
    )
    found = {tuple(parties) for (parties,) in facts(text, "partnership", "parties")}
    assert found == {("Брест", "Калуга"), ("Брест", "Дорогобуж"), ("Брест", "Ногинск")}


def test_a_date_of_another_clause_is_not_that_of_a_twin() -> None:
    text = LEAD + "Побратимом Пскова является Белосток, с 1998 года Псков дружит с Тверью."
    found = {tuple(parties): since for parties, since in facts(text, "partnership", "parties", "since")}
    assert found == {("Белосток", "Псков"): None, ("Псков", "Тверь"): "1998"}


def test_what_may_come_is_planned() -> None:
    text = LEAD + "«Со временем Псков и Витебск выйдут на побратимство», – сказал мэр Пскова Пётр Лаптев."
    assert facts(text, "partnership", "parties", "status") == [(["Витебск", "Псков"], "planned")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Глава Пскова рассказал о городах-побратимах Пскова — Гродно и Витебске.",
        "Мэр Пскова поблагодарил за помощь города-побратимы Пскова: Гродно и Витебск.",
        "В Псков приехали гости из городов-побратимов Пскова — Гродно и Витебска.",
    ],
)
def test_whose_twins_they_are_though_its_head_is_named_before(sentence: str) -> None:
    found = facts(sentence, "partnership", "parties")
    assert {tuple(sorted(parties)) for (parties,) in found} == {("Гродно", "Псков"), ("Витебск", "Псков")}
