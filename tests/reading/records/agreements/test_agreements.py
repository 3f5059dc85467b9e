"""Agreements: which documents, between whom, until when. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import fact, facts

PEOPLE = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий развивают сотрудничество. "

DOCUMENTS = [
    ("Минск и Омск подписали дорожную карту на 2026–2028 годы.", ("roadmap", None, "2026/2028", "signed")),
    ("В 2024 году была подписана дорожная карта.", ("roadmap", "2024", None, "signed")),
    ("В мае 2027 года исполнится десять лет со дня подписания соглашения.", ("agreement", None, None, "signed")),
    (
        "Минск и Омск подпишут соглашение о сотрудничестве в мае 2027 года.",
        ("agreement", None, None, "planned"),
    ),
    (
        "Стороны заключили 5 мая 2019 года меморандум о взаимопонимании.",
        ("memorandum", "2019-05-05", None, "signed"),
    ),
    ("Подписан план мероприятий до 2028 года.", ("plan", None, "../2028", "signed")),
    ("Между городами действует соглашение от 12 мая 2010 года.", ("agreement", "2010-05-12", None, "signed")),
    ("Города продлили до 2028 года соглашение о сотрудничестве.", ("agreement", None, "../2028", "signed")),
    ("Срок действия соглашения истёк в декабре 2023 года.", ("agreement", None, None, "ended")),
    ("Стороны обсудили проект договора, подписание намечено на осень.", ("agreement", None, None, "planned")),
    ("План на 2026–2028 годы стороны подготовят до весны.", ("plan", None, "2026/2028", "planned")),
    ("По итогам встречи разработана дорожная карта Минска и Омска.", ("roadmap", None, None, "signed")),
    ("Разрабатывается дорожная карта Минска и Омска.", ("roadmap", None, None, "planned")),
    ("12 мая депутаты утвердили соглашение Минска и Омска.", ("agreement", None, None, "signed")),
    ("Работа идёт в соответствии с дорожной картой.", ("roadmap", None, None, "signed")),
]


@pytest.mark.parametrize(("sentence", "expected"), DOCUMENTS)
def test_kind_day_period_and_status(sentence: str, expected: tuple[object, ...]) -> None:
    assert fact(PEOPLE + sentence, "agreement", "kind", "signed", "period", "status") == expected


def test_who_signs_for_a_place_makes_the_place_a_party() -> None:
    text = "Дорожную карту подписали мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий."
    assert fact(text + " Сотрудничество городов растёт.", "agreement", "parties", "signatories") == (
        ["Минск", "Омск"],
        ["Иван Савицкий", "Пётр Лаптев"],
    )


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("Согласован план мероприятий.", "plan"),
        ("Подготовлен меморандум о взаимопонимании.\n\n", "memorandum"),
        ("Прошли переговоры.", "agreement"),
    ],
)
def test_the_document_is_of_the_kind_told_before(before: str, kind: str) -> None:
    signed = "Документ на 2026–2028 годы подписали мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий."
    found = facts(f"{before} {signed} Сотрудничество городов растёт.", "agreement", "kind", "status")
    assert (kind, "signed") in found


def test_the_subject_is_in_the_nominative() -> None:
    text = PEOPLE + "Минск и Омск подписали соглашение о сотрудничестве в сфере культуры и спорта."
    assert fact(text, "agreement", "subject") == ("сотрудничество в сфере культуры и спорта",)


def test_documents_in_general_are_none_in_particular() -> None:
    assert facts(PEOPLE + "Между городами возможны новые соглашения.", "agreement", "kind") == []


def test_documents_in_the_plural_are_one_a_pair() -> None:
    text = (
        "Меморандумы о сотрудничестве подписали мэр Омска Пётр Лаптев и аким Павлодара Ерлан Садыков, "
        "а также глава Тары Иван Котов и аким Экибастуза Марат Жакупов."
    )
    assert facts(text, "agreement", "parties", "signatories") == [
        (["Омск", "Павлодар"], ["Ерлан Садыков", "Пётр Лаптев"]),
        (["Тара", "Экибастуз"], ["Иван Котов", "Марат Жакупов"]),
    ]
    text = "Делегация побывала в Казахстане. Омск подписал меморандумы о сотрудничестве с Павлодаром и Актау."
    assert [parties for (parties,) in facts(text, "agreement", "parties")] == [["Омск", "Павлодар"], ["Актау", "Омск"]]


def test_each_word_of_signing_has_its_own_document() -> None:
    text = (
        PEOPLE + "Между Минском и Омском в 2015 году подписано соглашение о сотрудничестве, "
        "в 2019 году утверждён план мероприятий до 2022 года."
    )
    assert set(facts(text, "agreement", "kind", "signed", "period")) == {
        ("agreement", "2015", None),
        ("plan", "2019", "../2022"),
    }


def test_who_signs_next_makes_a_document_of_their_own() -> None:
    text = (
        "Первое соглашение заключили Псковский и Могилёвский районы. "
        "О сотрудничестве договорились также Дедовичский и Шкловский районы. "
        "Подписи поставили глава Дедовичского района Геннадий Астахов и председатель Шкловского "
        "райисполкома Михаил Сидоренко."
    )
    assert facts(text, "agreement", "parties", "signatories") == [
        (["Могилёвский район", "Псковский район"], []),
        (["Дедовичский район", "Шкловский район"], ["Геннадий Астахов", "Михаил Сидоренко"]),
    ]


def test_more_documents_of_the_kind_told_of_last() -> None:
    text = (
        "На форуме Омск и Минск подписали соглашение о дружбе. "
        "Аналогичные документы подписали Уфа и Брест, Казань и Гомель."
    )
    assert [parties for (parties,) in facts(text, "agreement", "parties")] == [
        ["Минск", "Омск"],
        ["Брест", "Уфа"],
        ["Гомель", "Казань"],
    ]


def test_the_only_one_of_the_kind_before_has_another_day() -> None:
    text = (
        "Сегодня, 6 декабря 2018 года, мэр Омска Пётр Лаптев и мэр Минска Иван Савицкий подписали соглашение. "
        "Такой же документ был заключён только с Брестом."
    )
    signed = {tuple(parties): day for parties, day in facts(text, "agreement", "parties", "signed")}
    assert signed[("Минск", "Омск")] == "2018-12-06"
    assert {day for parties, day in signed.items() if "Брест" in parties} <= {None}


@pytest.mark.parametrize("published", ["2025-07-28", None])
def test_the_first_one_of_a_year_is_not_the_one_signed_now(published: str | None) -> None:
    text = (
        "Мэр Омска Пётр Лаптев и мэр Минска Иван Савицкий подписали соглашение о побратимстве. "
        "Первое соглашение между городами было подписано в 2011 году."
    )
    told = facts(text, "agreement", "signed", "signatories", published=published)
    assert sorted(told, key=str) == [("2011", []), (None, ["Иван Савицкий", "Пётр Лаптев"])]
    assert sorted(facts(text, "event", "date", "participants", published=published), key=str) == sorted(told, key=str)


@pytest.mark.parametrize(("published", "old"), [("2022-06-24", "2012"), (None, None)])
def test_the_one_of_ten_years_ago_is_not_the_one_that_confirms_it(published: str | None, old: str | None) -> None:
    text = (
        "Мэр Омска Пётр Лаптев и мэр Минска Иван Савицкий подписали соглашение о подтверждении побратимских связей. "
        "Договор о побратимстве между Минском и Омском был заключён 10 лет назад."
    )
    signed = [day for (day,) in facts(text, "agreement", "signed", published=published)]
    assert sorted(signed, key=str) == sorted([None, old], key=str)
    dates = [day for kind, day in facts(text, "event", "kind", "date", published=published) if kind == "signing"]
    assert sorted(dates, key=str) == sorted([None, old], key=str)


def test_what_is_proposed_is_still_to_come() -> None:
    text = PEOPLE + "Мэр Омска Пётр Лаптев предложил Минску подписать соглашение о сотрудничестве в сфере культуры."
    assert facts(text, "agreement", "kind", "status") == [("agreement", "planned")]


TOLD_IN_OTHER_WAYS = [
    ("Побратимские отношения Минска и Омска оформлены договором в 1991 году.", ("agreement", "1991", "signed")),
    ("На встрече был принят совместный план мероприятий.", ("plan", None, "signed")),
    ("Мэры поставили подписи под соглашением о побратимстве.", ("agreement", None, "signed")),
    ("Дорожная карта будет утверждена до конца года.", ("roadmap", None, "planned")),
    ("Полноценный договор о дружбе рассчитываем заключить на День города.", ("agreement", None, "planned")),
    ("Мэр Омска Пётр Лаптев подписал документ об установлении связей с Минском.", ("agreement", None, "signed")),
    ("Итогом визита станет соглашение о дружбе.", ("agreement", None, "planned")),
    ("Итогом переговоров стал протокол о намерениях.", ("protocol", None, "signed")),
    ("До конца года стороны должны согласовать дорожную карту.", ("roadmap", None, "planned")),
    ("Автографы под соглашением оставили Пётр Лаптев и Иван Савицкий.", ("agreement", None, "signed")),
    ("Города связывает договор о дружбе.", ("agreement", None, "signed")),
    ("В их числе – договор между Минском и Омском о побратимстве.", ("agreement", None, "signed")),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD_IN_OTHER_WAYS)
def test_documents_told_in_other_ways(sentence: str, expected: tuple[object, ...]) -> None:
    assert fact(PEOPLE + sentence, "agreement", "kind", "signed", "status") == expected


def test_two_documents_of_one_signature_have_their_own_sides() -> None:
    text = (
        "Губернатор Омской области Пётр Лаптев подписал на форуме соглашение с Павлодарской областью "
        "и меморандум о сотрудничестве с Костанайской областью."
    )
    assert facts(text, "agreement", "kind", "parties") == [
        ("agreement", ["Омская область", "Павлодарская область"]),
        ("memorandum", ["Костанайская область", "Омская область"]),
    ]


def test_the_subject_may_stand_behind_the_sides() -> None:
    text = PEOPLE + "Подписано соглашение между Минском и Омском о сотрудничестве в сфере культуры."
    assert fact(text, "agreement", "subject") == ("сотрудничество в сфере культуры",)


def test_the_former_plan_is_over() -> None:
    text = (
        PEOPLE + "Минск и Омск подписали план мероприятий на 2026–2028 годы. "
        "Прежний план действовал до конца 2025 года."
    )
    assert facts(text, "agreement", "kind", "period", "status") == [
        ("plan", "2026/2028", "signed"),
        ("plan", "../2025", "ended"),
    ]


@pytest.mark.parametrize("published", [None, "2021-02-12"])
@pytest.mark.parametrize(
    "told",
    [
        "исполнилось ровно 20 лет: города подписали его 12 февраля 2001 года",
        "исполнилось 20 лет, подписали его 12 февраля 2001 года",
    ],
)
def test_the_beginning_told_beside_its_jubilee(told: str, published: str | None) -> None:
    text = f"{PEOPLE}Встреча прошла в день, когда договору о сотрудничестве Минска и Омска {told}."
    assert facts(text, "agreement", "signed", "kind", published=published) == [("2001-02-12", "agreement")]


def test_the_days_of_a_visit_are_no_term() -> None:
    text = f"{PEOPLE}Минск и Омск заключили договор 29 апреля 2003 года. Программа рассчитана с 8 по 11 июня."
    assert facts(text, "agreement", "kind", "period") == [("agreement", None)]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Дорожную карту с таким сроком подписали Минск и Омск.", "2026/2028"),
        ("Подписана и дорожная карта Минска и Омска на тот же период.", "2026/2028"),
        ("За этот период Минск и Омск подписали дорожную карту.", None),
        ("Дорожная карта Минска и Омска подписана в этот срок.", None),
    ],
)
def test_the_term_of_which_the_sentence_before_speaks(sentence: str, period: str | None) -> None:
    text = f"{PEOPLE}Совместные дела расписаны на 2026–2028 годы. {sentence}"
    assert facts(text, "agreement", "kind", "period") == [("roadmap", period)]


def test_the_noun_that_is_not_said_again() -> None:
    text = PEOPLE + "План мероприятий рассчитан до конца 2025 года, новый, на 2026–2028 годы, подпишут летом."
    assert facts(text, "agreement", "kind", "period", "status") == [
        ("plan", "../2025", "signed"),
        ("plan", "2026/2028", "planned"),
    ]


def test_another_clause_does_not_date_the_signing() -> None:
    text = PEOPLE + "В 2015 году Минск и Омск стали побратимами, а недавно они подписали план мероприятий."
    assert facts(text, "agreement", "kind", "signed") == [("plan", None)]


def test_documents_of_an_enumeration_have_their_own_sides() -> None:
    text = (
        "Подписаны план мероприятий по реализации соглашения между Брестским облисполкомом и правительством Пензенской "
        "области на 2023–2025 годы, а также протокол о намерениях между Минском и Омском."
    )
    found = facts(text, "agreement", "kind", "parties")
    assert ("plan", ["Брестская область", "Пензенская область"]) in found
    assert ("protocol", ["Минск", "Омск"]) in found


SUBJECTS = [
    ("Подписано соглашение о побратимских связях с китайским Харбином.", "побратимские связи"),
    ("Подписано соглашение о развитии торговли в ходе визита гостей.", "развитие торговли"),
    ("Договор о дружбе стороны подписали вчера.", "дружба"),
    ("Основой стало соглашение о дружеских отношениях, которое Минск и Омск подписали вчера.", "дружеские отношения"),
]


@pytest.mark.parametrize(("sentence", "subject"), SUBJECTS)
def test_the_subject_leaves_out_sides_and_circumstances(sentence: str, subject: str) -> None:
    assert (subject,) in facts(PEOPLE + sentence, "agreement", "subject")


def test_the_day_of_another_document_is_not_that_of_the_plan() -> None:
    text = PEOPLE + "Стороны утвердили план мероприятий по реализации соглашения о сотрудничестве от 14 июня 2006 года."
    assert ("plan", None) in facts(text, "agreement", "kind", "signed")


def test_two_clauses_tell_of_two_documents() -> None:
    text = PEOPLE + "По словам Петра Лаптева, с Брестом подписан меморандум, а договор с Лидой подпишут в мае."
    assert facts(text, "agreement", "kind", "parties", "signed", "status") == [
        ("memorandum", ["Брест", "Омск"], None, "signed"),
        ("agreement", ["Лида", "Омск"], None, "planned"),
    ]


def test_a_tie_told_of_before_names_the_hub_of_the_document() -> None:
    text = PEOPLE + "Брест стал побратимом Омска в 2001 году, соглашение с Лидой подписано в 2010-м."
    assert ("agreement", ["Лида", "Омск"], "2010") in facts(text, "agreement", "kind", "parties", "signed")


def test_the_plan_for_a_document_is_between_its_sides() -> None:
    text = (
        "Мэр Омска Пётр Лаптев встретился с послом Беларуси.\n\nДоговор о дружбе между правительствами Омской области "
        "и Беларуси подписан в 2009 году. План мероприятий по его выполнению стороны подписали в Омске."
    )
    assert ("plan", ["Беларусь", "Омская область"]) in facts(text, "agreement", "kind", "parties")


COLLEAGUES = [
    ("Мэр Омска Пётр Лаптев принял делегацию Бреста из Беларуси.", ["Брест", "Омск"]),
    ("Мэр Омска Пётр Лаптев принял делегации Бреста и Лиды из Беларуси.", ["Беларусь", "Омск"]),
]


@pytest.mark.parametrize(("before", "parties"), COLLEAGUES)
def test_a_colleague_from_a_country_is_of_its_only_city(before: str, parties: list[str]) -> None:
    text = f"{before}\n\nПётр Лаптев и его белорусский коллега подписали протокол о сотрудничестве."
    assert facts(text, "agreement", "parties") == [(parties,)]


def test_heads_of_schools_sign_for_their_schools() -> None:
    text = (
        "Педагоги школы № 4 города Лиды приехали в гимназию № 7 города Энгельса.\n\nДиректор гимназии Анна Белова и "
        "директор лидской школы Олег Рябов подписали план совместных мероприятий."
    )
    assert facts(text, "agreement", "parties") == [(["гимназия № 7", "школа № 4"],)]


def test_a_headline_names_the_town_of_the_district_that_signs() -> None:
    text = (
        "Гагра и Омск подписали меморандум\n\n"
        "Глава Гагрского района Анна Белова и мэр Омска Пётр Лаптев подписали меморандум о сотрудничестве."
    )
    assert len(facts(text, "agreement", "parties")) == 1


def test_what_schools_or_universities_sign_is_not_between_their_cities() -> None:
    before = "Мэр Омска Пётр Лаптев побывал в Бресте.\n\n"
    assert facts(before + "Города дружат, а вузы подписали договор о сотрудничестве.", "agreement", "parties") == []
    assert facts(before + "Школы двух городов заключили договор о дружбе.", "agreement", "parties") == []


def test_the_cities_of_a_clause_before_sign() -> None:
    text = "Мэр Омска Пётр Лаптев побывал в Бресте.\n\nГорода давно дружат, а в мае 2023 года подписали меморандум."
    assert facts(text, "agreement", "parties", "signed") == [(["Брест", "Омск"], "2023-05")]


@pytest.mark.parametrize("body", ["министерством строительства", "областной больницей"])
def test_what_is_signed_with_another_body_is_not_between_the_cities(body: str) -> None:
    text = f"Мэр Омска Пётр Лаптев принял делегацию Бреста. Омск подписал соглашение с {body}."
    assert facts(text, "agreement", "parties") == []


def test_a_document_that_is_not_prolonged_is_at_an_end() -> None:
    text = "Депутаты Львова решили не продлевать соглашения о сотрудничестве с Псковом и Омском."
    assert facts(text, "agreement", "parties", "status") == [
        (["Львов", "Псков"], "ended"),
        (["Львов", "Омск"], "ended"),
    ]


def test_two_documents_in_quotation_marks_of_a_typewriter() -> None:
    text = 'Главы Омска и Бреста подписали "Соглашение о дружбе" и "Соглашение о сотрудничестве в туризме".'
    assert facts(text, "agreement", "parties", "subject") == [
        (["Брест", "Омск"], "дружба"),
        (["Брест", "Омск"], "сотрудничество в туризме"),
    ]


def test_what_was_signed_between_the_regions_is_theirs_whatever_comes() -> None:
    text = (
        "Губернатор Тульской области принял делегацию Гродненской области. Наметили шаги для реализации соглашения, "
        "подписанного между регионами в 2019 году."
    )
    assert facts(text, "agreement", "parties", "signed", "status") == [
        (["Гродненская область", "Тульская область"], "2019", "signed")
    ]


def test_documents_with_the_authorities_of_several_regions_are_one_each() -> None:
    text = "Правительство Тульской области заключило с руководством Минской и Брестской областей соглашения о торговле."
    assert facts(text, "agreement", "parties") == [
        (["Минская область", "Тульская область"],),
        (["Брестская область", "Тульская область"],),
    ]


def test_a_side_that_has_no_name_is_not_the_land_around_it() -> None:
    assert facts("Омский район подписал соглашение о дружбе с районом Минской области.", "agreement", "parties") == []


def test_documents_between_the_cities_spoken_of_are_their_own_even_several() -> None:
    text = "Мэр Омска принял мэра Бреста. Осенью состоится подписание ряда соглашений между нашими городами."
    assert facts(text, "agreement", "parties", "status") == [(["Брест", "Омск"], "planned")]


def test_this_document_is_the_one_told_of() -> None:
    text = (
        "Мэр Омска Пётр Лаптев и мэр Бреста Иван Ус подписали меморандум. К подписанию этого соглашения готовились "
        "пять лет."
    )
    assert facts(text, "agreement", "kind", "status") == [("memorandum", "signed")]


def test_a_hokim_who_leads_a_delegation_of_his_country_signs_for_his_region() -> None:
    text = (
        "Хоким Ферганской области Узбекистана Анвар Каримов и губернатор Тульской области Пётр Лаптев подписали "
        "протокол. Делегация Узбекистана во главе с Анваром Каримовым прибыла в Тулу в среду."
    )
    assert facts(text, "agreement", "parties") == [(["Тульская область", "Ферганская область"],)]


def test_heads_without_names_are_those_the_text_named() -> None:
    text = "Мэр Омска Пётр Лаптев принял мэра Бреста Ивана Уса. Мэры подписали договор о дружбе Омска и Бреста."
    assert facts(text, "agreement", "signatories") == [(["Иван Ус", "Пётр Лаптев"],)]


def test_what_is_called_an_agreement_on_cooperation_may_be_on_something_more_exactly() -> None:
    text = (
        "Подписан договор о сотрудничестве между Омском и Брестом. Мэр Омска Пётр Лаптев и председатель Брестского "
        "горисполкома Ян Котов подписали соглашение об осуществлении внешнеэкономических связей."
    )
    subjects = facts(text, "agreement", "subject")
    assert subjects == [("осуществление внешнеэкономических связей",)]


def test_one_still_to_be_signed_is_not_the_one_on_cooperation() -> None:
    text = (
        "Омск и Брест подписали соглашение о сотрудничестве. Мэры договорились подписать соглашение об установлении "
        "побратимских связей между Омском и Брестом."
    )
    assert sorted(facts(text, "agreement", "status")) == [("planned",), ("signed",)]


def test_what_is_decided_to_be_made_is_still_to_come() -> None:
    text = "Омск и Брест обсудили торговлю. Принято решение о создании дорожной карты."
    assert fact(text, "agreement", "kind", "status") == ("roadmap", "planned")


def test_what_it_is_based_on_has_sides_of_its_own() -> None:
    text = (
        "Омск и Брест дружат. Подписание договора между мэриями совершается на основании меморандума о взаимопонимании "
        "между Омской и Брестской областями."
    )
    found = facts(text, "agreement", "kind", "parties")
    assert ("agreement", ["Брестская область", "Омская область"]) not in found
    assert ("memorandum", ["Брестская область", "Омская область"]) in found


def test_one_to_be_signed_is_so_still_when_its_contents_are_told() -> None:
    text = (
        "Мэрии Омска и Бреста заключат договор о сотрудничестве. Соглашение Омска и Бреста предусматривает торговлю."
    )
    assert facts(text, "agreement", "status") == [("planned",)]


def test_our_document_is_not_between_our_two_twins() -> None:
    text = (
        "Мэр Омска Пётр Лаптев в Бресте сказал: «У нашего города есть побратим Ниш, и мы хотели бы дружить с Брестом. "
        "Мы уже подписали протокол намерений»."
    )
    assert ["Брест", "Ниш"] not in [parties for (parties,) in facts(text, "agreement", "parties")]


def test_a_headline_calls_a_memorandum_an_agreement() -> None:
    text = (
        "Омск подписал соглашение о сотрудничестве с Брестом\n\n"
        "Делегация Омска вернулась из Бреста. Главы двух городов, Омска и Бреста, подписали меморандум о намерениях."
    )
    assert fact(text, "agreement", "kind", "parties") == ("memorandum", ["Брест", "Омск"])
    assert len([kind for (kind,) in facts(text, "event", "kind") if kind == "signing"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "5 апреля 2024 года делегация Твери посетила Оршу в рамках подписанного соглашения о побратимстве.",
        "5 апреля 2024 года согласно заключённому договору о дружбе делегация Твери побывала в Орше.",
    ],
)
def test_who_comes_under_an_agreement_did_not_sign_it_that_day(text: str) -> None:
    assert [signed for (signed,) in facts(text, "agreement", "signed")] == [None]
    assert [kind for kind, _ in facts(text, "event", "kind", "date")] == ["visit"]
    assert all(since is None for (since,) in facts(text, "partnership", "since"))


def test_the_day_within_the_participle_s_words_is_that_of_the_signing() -> None:
    text = "В рамках подписанного 5 апреля 2024 года соглашения делегация Твери посетила Оршу."
    assert facts(text, "agreement", "signed") == [("2024-04-05",)]


def test_a_document_is_there_as_long_as_it_has_been_in_force() -> None:
    text = "За десять лет действия договора о побратимстве между Омском и Лидой города обменялись делегациями."
    assert facts(text, "agreement", "parties", "status") == [(["Лида", "Омск"], "signed")]
