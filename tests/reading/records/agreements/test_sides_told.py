"""Agreements between whom a text tells by turns: in rows, by a chief without a place, by what was told before. All
people are invented."""

from __future__ import annotations

from tests.reading.records.facts import fact, facts


def test_as_many_on_either_side_are_joined_in_their_order() -> None:
    text = "Города Омск и Тара станут побратимами с белорусскими Брестом и Лидой."
    assert facts(text, "partnership", "parties") == [(["Брест", "Омск"],), (["Лида", "Тара"],)]


def test_documents_with_towns_of_a_country_listed_behind_a_colon() -> None:
    text = (
        "У Омской области действуют соглашения о культурном сотрудничестве с тремя территориями Казахстана: "
        "Павлодарской и Акмолинской областями, а также городом Алматы."
    )
    assert facts(text, "agreement", "parties", "subject") == [
        (["Омская область", "Павлодарская область"], "культурное сотрудничество"),
        (["Акмолинская область", "Омская область"], "культурное сотрудничество"),
        (["Алматы", "Омская область"], "культурное сотрудничество"),
    ]


def test_a_governor_without_a_region_is_of_the_one_told_later() -> None:
    text = (
        "Губернатор Пётр Лаптев подписал в Минске соглашение о сотрудничестве с Гродненской областью. "
        "У Омской области уже семь таких соглашений."
    )
    assert facts(text, "agreement", "parties")[0] == (["Гродненская область", "Омская область"],)


def test_two_chiefs_one_of_them_named() -> None:
    text = "Договор о дружбе подписали глава Тарского района и глава Лидского района Гродненской области Иван Котов."
    assert fact(text, "agreement", "parties", "signatories") == (["Лидский район", "Тарский район"], ["Иван Котов"])
    assert fact(text, "post", "person", "place") == ("Иван Котов", "Лидский район")


def test_towns_without_names_are_those_that_the_sentence_before_joins() -> None:
    text = (
        "Омск и Брест станут побратимами. В 2021 году побратимами стали Пинск и Тверь. "
        "Между городами заключён договор о дружбе."
    )
    assert fact(text, "agreement", "parties") == (["Пинск", "Тверь"],)


def test_what_is_agreed_on_is_yet_to_be_signed() -> None:
    text = "Итогом встречи стала договорённость о заключении соглашения о сотрудничестве между Омском и Брестом."
    assert fact(text, "agreement", "parties", "status") == (["Брест", "Омск"], "planned")
    text = "Мэр Омска Пётр Лаптев принял гостей из Бреста: в планах подписать соглашение между муниципалитетами."
    assert fact(text, "agreement", "parties", "status") == (["Брест", "Омск"], "planned")


def test_a_document_on_documents_to_come() -> None:
    text = "Протокол о намерении заключения соглашения был подписан между администрациями Омска и Бреста."
    assert fact(text, "agreement", "kind", "parties") == ("protocol", ["Брест", "Омск"])


def test_an_agreement_told_again_by_its_kind() -> None:
    text = (
        "Мэр Омска Пётр Лаптев и мэр Бреста Иван Котов подписали соглашение. "
        "Подписанный меморандум предусматривает обмен опытом."
    )
    assert fact(text, "agreement", "kind", "signatories") == ("memorandum", ["Иван Котов", "Пётр Лаптев"])


def test_the_term_of_a_document_is_not_the_day_of_its_signing() -> None:
    text = "Намечено подписать план мероприятий между Омской областью и Брестской областью на 2026–2028 годы."
    assert fact(text, "agreement", "period") == ("2026/2028",)
    assert fact(text, "event", "date", "status") == (None, "planned")


def test_adjectives_in_a_row_come_into_the_nominative() -> None:
    text = "Омск и Брест подписали соглашение о торговом, социальном и культурном сотрудничестве."
    assert fact(text, "agreement", "subject") == ("торговое, социальное и культурное сотрудничество",)


def test_what_is_to_come_lies_in_no_year_told_before() -> None:
    text = (
        "В июне 2014 года в Омске побывала делегация Бреста. Соглашение между Омском и Брестом будет подписано "
        "10 октября."
    )
    assert ("2016-10-10", "planned") in facts(text, "event", "date", "status", published="2016-09-20")


def test_a_document_that_adds_to_another_has_no_day_of_it() -> None:
    text = "Мэры Омска и Бреста подписали дополнительное соглашение к договору о сотрудничестве от 2004 года."
    assert sorted(facts(text, "agreement", "signed", "status"), key=str) == [("2004", "signed"), (None, "signed")]
    assert fact(text, "event", "kind", "date") == ("signing", None)


def test_a_statement_that_mayors_adopted() -> None:
    text = "Совместное заявление о намерении сотрудничать приняли мэры Омска и Бреста."
    assert fact(text, "agreement", "kind", "parties") == ("statement", ["Брест", "Омск"])


def test_documents_with_regions_of_a_country_listed_behind_a_dash() -> None:
    text = "Утверждены соглашения Гродненской области с двумя регионами России — Омской и Псковской областями."
    assert facts(text, "agreement", "parties") == [
        (["Гродненская область", "Омская область"],),
        (["Гродненская область", "Псковская область"],),
    ]


def test_the_heads_of_twins_sign_for_those_that_the_paragraph_has_joined() -> None:
    text = (
        "Мэр Тары Олег Тихий встретился с мэром Омска Петром Лаптевым.\n\nОмск и Брест стали городами-побратимами. "
        "На празднике были делегации Тары, Лиды и Пинска. Соглашение подписали главы городов Пётр Лаптев и Ян Котов. "
        "Также были подписаны меморандумы с городами Лида и Пинск."
    )
    assert facts(text, "agreement", "parties") == [
        (["Брест", "Омск"],), (["Лида", "Омск"],), (["Омск", "Пинск"],),
    ]  # fmt: skip


def test_one_side_with_the_governments_of_several() -> None:
    text = "Подписаны соглашения между правительством Омской области и акиматами Костанайской и Павлодарской областей."
    assert facts(text, "agreement", "parties") == [
        (["Костанайская область", "Омская область"],),
        (["Омская область", "Павлодарская область"],),
    ]


def test_bodies_that_a_treaty_binds_are_not_their_towns() -> None:
    towns = "Мэр Пскова Пётр Лаптев и мэр Лиды Иван Савицкий встретились. "
    assert facts(towns + "Между университетами действует договор о практике.", "agreement", "parties") == []
    assert facts(towns + "Школу и музей связывает договор о дружбе.", "agreement", "parties") == []
    bound = facts(towns + "Города связывает договор об обменах между школами.", "agreement", "parties")
    assert bound == [(["Лида", "Псков"],)]
