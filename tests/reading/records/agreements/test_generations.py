"""A document and those before and after it: replaced, over, said without its noun. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

PEOPLE = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий развивают сотрудничество. "
SLOTS = ("kind", "signed", "period", "status")

NEW_AND_OLD = [
    (
        "Омск и Минск подписали дорожную карту на 2026–2028 годы. "
        "Действующая, на 2024–2025 годы, подписана в 2024 году.",
        [("roadmap", None, "2026/2028", "signed"), ("roadmap", "2024", "2024/2025", "signed")],
    ),
    (
        "Омск и Минск подписали план на 2026–2027 годы. Прежний, на 2023–2025 годы, выполнен.",
        [("plan", None, "2026/2027", "signed"), ("plan", None, "2023/2025", "ended")],
    ),
    (
        "Омск и Минск подписали соглашение о дружбе. "
        "Новый документ заменил соглашение, подписанное 16 апреля 2019 года.",
        [("agreement", None, None, "signed"), ("agreement", "2019-04-16", None, "ended")],
    ),
    (
        "Омск и Минск подписали план на 2026–2028 годы. Он пришёл на смену плану на 2022–2025 годы.",
        [("plan", None, "2026/2028", "signed"), ("plan", None, "2022/2025", "ended")],
    ),
    (
        "Омск и Минск подписали соглашение взамен договора 1998 года.",
        [("agreement", None, None, "signed"), ("agreement", "1998", None, "ended")],
    ),
    (
        "Соглашение Омска и Минска 2012 года утратило силу, вместо него подписано новое.",
        [("agreement", "2012", None, "ended"), ("agreement", None, None, "signed")],
    ),
    (
        "Старый план совместных действий Омска и Минска истёк, новый, на 2026–2028 годы, готовится.",
        [("plan", None, None, "ended"), ("plan", None, "2026/2028", "planned")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEW_AND_OLD)
def test_a_document_and_the_one_before_it(text: str, expected: list[tuple[object, ...]]) -> None:
    assert facts(PEOPLE + text, "agreement", *SLOTS) == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Договор о дружбе Омска и Минска больше не действует.", "ended"),
        ("План сотрудничества Омска и Минска на 2019–2020 годы давно выполнен.", "ended"),
        ("Срок действия меморандума Омска и Минска, заключённого в 2020 году, закончился.", "ended"),
        ("Соглашение Омска и Минска, заключённое в 2009 году, не утратило силу.", "signed"),
        ("Новые автобусы заменили старые в рамках соглашения Омска и Минска.", "signed"),
    ],
)
def test_what_is_over_and_what_is_not(sentence: str, status: str) -> None:
    assert fact(PEOPLE + sentence, "agreement", "status") == (status,)


def test_what_was_never_signed_is_no_document() -> None:
    assert facts(PEOPLE + "Договор с Минском так и не был подписан.", "agreement", "kind") == []


def test_the_treaty_of_a_union_of_states_is_nobody_s_here() -> None:
    text = "В соответствии с Договором о создании Союзного государства жители Омска и Минска равны."
    assert facts(PEOPLE + text, "agreement", "kind") == []


def test_subjects_that_are_counted_up_are_a_document_each() -> None:
    text = "Омск и Минск подписали три соглашения: о сотрудничестве, о туризме и о молодёжных обменах."
    assert facts(PEOPLE + text, "agreement", "subject") == [("сотрудничество",), ("туризм",), ("молодёжные обмены",)]
    one = "Омск и Минск подписали соглашение о дружбе, о туризме и о спорте."
    assert len(facts(PEOPLE + one, "agreement", "subject")) == 1


def test_a_book_of_guests_is_no_document_of_two_places() -> None:
    text = "Минск посетил мэр Омска Пётр Лаптев. Он подписал книгу почётных гостей."
    assert facts(text, "agreement", "kind") == facts(text, "event", "kind")[1:] == []


def test_he_who_signs_is_the_official_told_of_before() -> None:
    text = "Минск посетил мэр Омска Пётр Лаптев. С главой Мингорисполкома Иваном Савицким он подписал меморандум."
    assert fact(text, "agreement", "parties", "signatories") == (["Минск", "Омск"], ["Иван Савицкий", "Пётр Лаптев"])


def test_a_headline_s_town_is_the_region_of_the_news() -> None:
    text = (
        "Хоким Намангана подписал протокол с губернатором Омской области\n\n"
        "Хоким Наманганской области Тимур Рашидов и губернатор Омской области Пётр Лаптев подписали протокол."
    )
    assert fact(text, "agreement", "parties") == (["Наманганская область", "Омская область"],)
    assert fact(text, "event", "parties") == (["Наманганская область", "Омская область"],)


def test_who_governs_a_city_too_signs_for_it_where_the_other_side_is_a_city() -> None:
    text = "Мэр Читы Инна Белова и губернатор Восточного аймака – мэр Чойбалсана Марат Жакупов подписали меморандум."
    assert fact(text, "agreement", "parties") == (["Чита", "Чойбалсан"],)


def test_a_cabinet_signs_for_its_land() -> None:
    text = PEOPLE + "Кабинет министров Чувашии и Гродненский облисполком подписали соглашение о сотрудничестве."
    assert fact(text, "agreement", "parties") == (["Гродненская область", "Чувашия"],)


def test_a_passive_verb_is_of_the_document_before_it() -> None:
    text = "Соглашение о побратимстве Омска и Минска было подписано в 2005 году, протокол к нему – в 2010-м."
    assert ("agreement", "2005", None, "signed") in facts(PEOPLE + text, "agreement", *SLOTS)
    assert ("protocol", "2005", None, "signed") not in facts(PEOPLE + text, "agreement", *SLOTS)


def test_times_that_are_counted_up_date_none_of_several_documents() -> None:
    text = PEOPLE + "Соглашения с Омском и Тюменью Минск заключил в 2019 и 2021 годах."
    assert facts(text, "agreement", "parties", "signed") == [(["Минск", "Омск"], None), (["Минск", "Тюмень"], None)]
    assert {date for kind, date in facts(text, "event", "kind", "date") if kind == "signing"} == {None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Власти Омска отказались подписывать соглашение с Минском.",
        "Делегация Омска осмотрела в музее Минска договор 1918 года.",
        "Мэры Омска и Минска обсудили планы, а директора гимназий подписали договор о дружбе школ.",
    ],
)
def test_what_is_refused_old_or_of_schools_is_no_document_of_the_places(sentence: str) -> None:
    assert facts(PEOPLE + sentence, "agreement", "kind") == []


def test_a_contract_with_nobody_named_is_no_signing_of_the_places() -> None:
    text = PEOPLE + "Администрация Минска подписала договор аренды помещения с жителем Омска."
    assert facts(text, "event", "kind") == []


def test_signing_told_by_the_way_of_what_was_agreed_has_happened() -> None:
    text = PEOPLE + "Минск и Омск договорились о сотрудничестве, подписав меморандум."
    assert ("signing", "held") in facts(text, "event", "kind", "status")


def test_a_document_still_to_be_signed_makes_a_tie_to_come() -> None:
    text = PEOPLE + "Между Лидой и Елабугой готовится договор о побратимстве."
    assert fact(text, "partnership", "parties", "status") == (["Елабуга", "Лида"], "planned")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Мэр Омска и председатель Мингорисполкома подписали план.", ["plan"]),
        ("Мэр Омска и председатель Мингорисполкома подписали план на встрече в Омске.", ["plan"]),
        ("Мэр Омска и председатель Мингорисполкома утвердили план застройки района.", []),
        ("Мэр Омска подписал программу концерта гостям из Минска.", []),
    ],
)
def test_a_plan_that_is_signed_needs_no_name(sentence: str, kinds: list[str]) -> None:
    assert [kind for (kind,) in facts(PEOPLE + sentence, "agreement", "kind")] == kinds


def test_where_a_plan_was_signed_was_not_planned() -> None:
    text = PEOPLE + "Мэр Омска и председатель Мингорисполкома подписали план на встрече в Омске."
    assert ("meeting", "held") in facts(text, "event", "kind", "status")


def test_who_signs_tells_that_the_region_was_meant() -> None:
    text = (
        "Омск и Павлодар подписали меморандум о сотрудничестве. "
        "Подписи поставили губернатор Омской области Пётр Лаптев и аким Павлодара Марат Жакупов."
    )
    assert fact(text, "agreement", "parties") == (["Омская область", "Павлодар"],)


def test_associations_and_councils_of_municipalities_are_sides_themselves() -> None:
    text = PEOPLE + (
        "Ассоциация муниципальных образований Карелии и Совет муниципальных образований Могилёвской области "
        "заключили договор о сотрудничестве."
    )
    assert fact(text, "agreement", "parties") == (
        ["Ассоциация муниципальных образований Карелии", "Совет муниципальных образований Могилёвской области"],
    )


def test_a_memorandum_that_is_called_an_agreement_is_one_document() -> None:
    text = (
        "На форуме подписан меморандум о сотрудничестве между Павлодарской и Омской областями. Соглашение подписали "
        "аким Павлодарской области Асан Байков и губернатор Омской области Пётр Лаптев."
    )
    assert facts(text, "agreement", "kind", "signatories") == [("memorandum", ["Асан Байков", "Пётр Лаптев"])]
    assert [kind for (kind,) in facts(text, "event", "kind")] == ["signing"]
