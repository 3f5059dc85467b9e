"""Partnerships: twins and partners, since when."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

SLOTS = ("parties", "kind", "since", "status")

TEXTS = [
    (
        "Минск и Омск стали городами-побратимами 5 мая 2019 года.",
        (["Минск", "Омск"], "twin", "2019-05-05", "active"),
    ),
    (
        "Побратимские связи Минска и Омска действуют с 2018 года.",
        (["Минск", "Омск"], "twin", "2018", "active"),
    ),
    ("Делегация Минска посетила город-побратим Омск.", (["Минск", "Омск"], "twin", None, "active")),
    ("Минск и Омск планируют стать побратимами.", (["Минск", "Омск"], "twin", None, "planned")),
    ("Мэр Тулы предложил сделать Минск и Омск побратимами.", (["Минск", "Омск"], "twin", None, "planned")),
    ("Договор сделал Минск и Омск побратимами.", (["Минск", "Омск"], "twin", None, "active")),
    ("Омск станет побратимом Минска, сообщили в мэрии.", (["Минск", "Омск"], "twin", None, "planned")),
    ("Город Омск разорвал побратимские связи с Минском.", (["Минск", "Омск"], "twin", None, "ended")),
    ("Омск и Минск — города-побратимы с 2018 года.", (["Минск", "Омск"], "twin", "2018", "active")),
    ("Депутаты Омска приехали в Минск, город-побратим с 2018 года.", (["Минск", "Омск"], "twin", "2018", "active")),
    (
        "14 октября 2025 года исполнится 20 лет побратимским отношениям Минска и Омска.",
        (["Минск", "Омск"], "twin", "2005-10-14", "active"),
    ),
    (
        "Между Минском и Омском с 2010 года существуют партнёрские отношения, развивается сотрудничество.",
        (["Минск", "Омск"], "partner", "2010", "active"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_two_places_and_what_they_are_to_each_other(text: str, expected: tuple[object, ...]) -> None:
    assert facts(text, "partnership", *SLOTS) == [expected]


def test_two_stages_in_one_text_are_two_records() -> None:
    text = (
        "Минск и Омск развивают сотрудничество. Партнёрские отношения между городами существуют с 2010 года. "
        "В 2019 году Минск и Омск стали побратимами."
    )
    assert {(kind, since) for _, kind, since, _ in facts(text, "partnership", *SLOTS)} == {
        ("partner", "2010"),
        ("twin", "2019"),
    }


def test_a_list_of_twins_gives_each_of_them_with_the_same_city() -> None:
    text = "Омск развивает сотрудничество с Беларусью. Городами-побратимами Омска являются Минск, Гомель и Брест."
    assert {tuple(parties) for parties, *_ in facts(text, "partnership", *SLOTS)} == {
        ("Минск", "Омск"),
        ("Гомель", "Омск"),
        ("Брест", "Омск"),
    }


def test_a_bare_agreement_is_no_partnership() -> None:
    text = "Минск и Омск подписали соглашение о сотрудничестве. Делегация Омска посетила Минск."
    assert facts(text, "partnership", *SLOTS) == []


def test_a_list_in_which_each_twin_has_its_own_date() -> None:
    text = (
        "Мэр Омска Пётр Лаптев рассказал о сотрудничестве городов. "
        "Побратимами Омска являются Гомель (с 1970 года), Брест (1987) и Витебск."
    )
    assert {(tuple(parties), since) for parties, _, since, _ in facts(text, "partnership", *SLOTS)} == {
        (("Гомель", "Омск"), "1970"),
        (("Брест", "Омск"), "1987"),
        (("Витебск", "Омск"), None),
    }


def test_a_list_of_couples_gives_couples() -> None:
    text = "Побратимами на форуме стали Омск и Гомель, Уфа и Брест. Города будут развивать сотрудничество."
    assert {tuple(parties) for parties, *_ in facts(text, "partnership", *SLOTS)} == {
        ("Гомель", "Омск"),
        ("Брест", "Уфа"),
    }


def test_what_is_spoken_of_is_planned() -> None:
    text = "Администрация Омска ведёт переговоры о побратимстве с Минском. Мэр Омска посетил Минск."
    assert facts(text, "partnership", *SLOTS) == [(["Минск", "Омск"], "twin", None, "planned")]


def test_a_list_in_brackets_and_with_one_preposition() -> None:
    text = (
        "Омск приостановил отношения с городами-побратимами: Варной (Болгария), Ульмом (Германия) и Лодзью (Польша). "
        "Мэр Омска рассказал о сотрудничестве городов."
    )
    assert {tuple(parties): status for parties, _, _, status in facts(text, "partnership", *SLOTS)} == {
        ("Варна", "Омск"): "ended",
        ("Омск", "Ульм"): "ended",
        ("Лодзь", "Омск"): "ended",
    }


def test_a_title_of_several_places_stands_for_each() -> None:
    text = "Мэры городов-побратимов Омска и Минска подписали план мероприятий по развитию сотрудничества."
    assert facts(text, "partnership", "parties", "kind") == [(["Минск", "Омск"], "twin")]


def test_what_is_denied_is_not_told() -> None:
    text = "Делегация Омска вернулась из Минска. Омск и Минск не являются побратимами, но сотрудничают давно."
    assert facts(text, "partnership", *SLOTS) == []


def test_friends_whom_the_text_calls_twins_are_twins_since_then() -> None:
    text = "Хор из города-побратима Минска спел в Омске. Омск и Минск дружат с 1998 года, напомнил мэр Омска."
    assert facts(text, "partnership", *SLOTS) == [(["Минск", "Омск"], "twin", "1998", "active")]


def test_the_city_is_the_one_that_the_sentence_before_begins_with() -> None:
    text = (
        "Мэр Омска принял делегацию Бреста, города обсудили сотрудничество.\n\n"
        "Брест — областной центр на западе Беларуси. Среди побратимов города – Плоцк и Хасково."
    )
    assert facts(text, "partnership", "parties") == [(["Брест", "Плоцк"],), (["Брест", "Хасково"],)]


def test_a_name_that_looks_like_a_verb_ends_no_list() -> None:
    text = "В мэрии напомнили, что у Павлодара три побратима, в их числе российский Омск, турецкий Денизли и Чанчжи."
    assert len(facts(text, "partnership", "parties")) == 3


PREDICATES = [
    "Липецк с 2011 года является побратимом Гродно.",
    "Липецк и Гродно – побратимы с 2011 года, Елец сотрудничает с Полоцком.",
]


@pytest.mark.parametrize("sentence", PREDICATES)
def test_a_predicate_is_told_of_its_own_subject(sentence: str) -> None:
    text = "Губернатор Липецкой области принял посла Беларуси.\n\n" + sentence
    assert facts(text, "partnership", "parties", "since") == [(["Гродно", "Липецк"], "2011")]


@pytest.mark.parametrize("thought", ["Города думают о побратимстве.", "Через год поговорим и о побратимстве."])
def test_a_tie_only_thought_of_is_none(thought: str) -> None:
    assert facts("Мэр Омска принял мэра Бреста. " + thought, "partnership", "parties") == []


def test_what_is_only_an_idea_is_planned() -> None:
    text = "Омск и Лида обсудили обмены. Идея установления побратимских связей Омска и Лиды была поддержана."
    assert facts(text, "partnership", "parties", "status") == [(["Лида", "Омск"], "planned")]


def test_the_day_of_a_decision_is_not_the_beginning() -> None:
    text = "Решение об установлении побратимских связей между Омском и Лидой было принято 24 мая 2022 года."
    assert facts(text, "partnership", "since") == [(None,)]


def test_relations_broken_off_with_several() -> None:
    text = (
        "Омск и Лида стали побратимами, мэры обсудили сотрудничество. "
        "Омск приостановил отношения с Хагеном (Германия) и Варшавой (Польша)."
    )
    assert sorted(facts(text, "partnership", "parties", "kind", "status")) == [
        (["Варшава", "Омск"], "twin", "ended"),
        (["Лида", "Омск"], "twin", "active"),
        (["Омск", "Хаген"], "twin", "ended"),
    ]


def test_twins_who_sign_anew_are_so_since_the_first_time() -> None:
    text = (
        "28 июля 2025 года Омск и Лида подписали соглашение об установлении побратимских связей. "
        "В 2011 году было подписано первое побратимское соглашение между городами."
    )
    assert facts(text, "partnership", "parties", "kind", "since") == [(["Лида", "Омск"], "twin", "2011")]


def test_an_intention_under_a_protocol_is_planned() -> None:
    text = "Подписан протокол о намерении развития побратимских связей между Пензенской областью и провинцией Ганьсу."
    assert facts(text, "partnership", "kind", "status") == [("twin", "planned")]


def test_the_age_of_a_town_dates_no_tie() -> None:
    text = "Города-партнёры Омска отмечают юбилеи: Минск – 955-летие, Гомель – 800-летие. Омск и Минск – партнёры."
    assert {since for (since,) in facts(text, "partnership", "since")} == {None}


def test_towns_found_to_be_twins_no_more() -> None:
    text = "Горсовет признал Псков, Тверь и Омск не являющимися побратимами Львова."
    assert facts(text, "partnership", *SLOTS) == [
        (sorted(["Львов", town]), "twin", None, "ended") for town in ("Псков", "Тверь", "Омск")
    ]


def test_lands_before_a_dash_only_group_their_towns() -> None:
    text = "Укрепляются побратимские связи между городами Калужской и Минской областей - Калугой и Слуцком."
    assert facts(text, "partnership", *SLOTS) == [(["Калуга", "Слуцк"], "twin", None, "active")]


def test_who_tells_of_a_tie_is_no_side_of_it() -> None:
    text = "По сообщению администрации Тулы, установлены побратимские связи между Калугой и Слуцком."
    assert facts(text, "partnership", *SLOTS) == [(["Калуга", "Слуцк"], "twin", None, "active")]


def test_the_host_may_close_the_list_of_its_twins() -> None:
    text = "В Омске прошёл турнир. Играли команды городов-побратимов Кайфэна (Китай), Лодзи (Польша) и Омска."
    assert facts(text, "partnership", *SLOTS) == [
        (["Кайфэн", "Омск"], "twin", None, "active"),
        (["Лодзь", "Омск"], "twin", None, "active"),
    ]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Минск и Омск стали побратимами два года назад. Дорожная карта подписана в 2024 году.", None),
        ("Минск и Омск стали побратимами. Дорожную карту мэры подписали в мае 2024 года.", None),
        ("Минск и Омск стали побратимами. Документ мэры подписали 5 мая 2024 года.", "2024-05-05"),
    ],
)
def test_a_working_paper_makes_no_twins_and_no_other_day_dates_them(text: str, since: str | None) -> None:
    assert facts(text, "partnership", "kind", "since") == [("twin", since)]


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Исполнился год, как Омск и Минск стали городами-побратимами.", "2024"),
        ("Прошло пять лет с тех пор, как Омск и Минск породнились.", "2020"),
        ("Вот уже год, как Омск и Минск – города-побратимы.", "2024"),
        ("Прошёл год. Омск и Минск, города-побратимы, готовят новую встречу.", None),
    ],
)
def test_years_passed_since_they_became_twins(sentence: str, since: str | None) -> None:
    assert facts(sentence, "partnership", "parties", "since", published="2025-11-20") == [(["Минск", "Омск"], since)]


def test_what_has_an_anniversary_goes_on_whatever_is_planned() -> None:
    text = "Событием, посвящённым 25-летию партнёрства городов-побратимов Омска и Бреста, станет открытие сквера."
    assert facts(text, "partnership", "kind", "status") == [("twin", "active")]


def test_this_year_the_tie_is_so_old() -> None:
    text = "В этом году – 25 лет сотрудничества Омска и Бреста."
    assert facts(text, "partnership", "since", published="2019-04-04") == [("1994",)]
    assert facts(text, "partnership", "since") == [(None,)]


def test_what_is_to_be_strengthened_is_there_already() -> None:
    text = (
        "Делегация города-побратима Де Мойн прибыла в Ставрополь. На встрече обсудили вопросы укрепления побратимской "
        "связи."
    )
    assert [set(two) for (two,) in facts(text, "partnership", "parties")] == [{"Де Мойн", "Ставрополь"}]
    assert facts(text, "partnership", "status") == [("active",)]


def test_heads_of_twin_cities_who_sign_are_of_the_two() -> None:
    text = (
        "Подписи под документом поставили председатели собраний городов-побратимов\n\n"
        "Сегодня состоялось подписание соглашения между Омским и Брестским городскими Советами депутатов."
    )
    assert facts(text, "partnership", "parties", "kind") == [(["Брест", "Омск"], "twin")]


def test_a_twin_that_one_only_wishes_for_is_planned() -> None:
    text = "Мэр Омска Пётр Лаптев сказал: «Было бы честью, если бы Брест также стал нашим побратимом»."
    assert facts(text, "partnership", "parties", "status") == [(["Брест", "Омск"], "planned")]


def test_a_document_between_twins_tells_of_the_two_but_not_since_when() -> None:
    text = (
        "Дни Баодина в Лиде проходят в рамках соглашения о сотрудничестве между городами-побратимами, которое было "
        "подписано 5 мая 2012 года."
    )
    assert facts(text, "partnership", *SLOTS) == [(["Баодин", "Лида"], "twin", None, "active")]


def test_a_year_that_is_stated_outweighs_one_that_is_counted_back() -> None:
    text = (
        "Омск и Гданьск объявили о разрыве побратимских связей. Соглашение о побратимстве Омск и Гданьск подписали в "
        "1994 году. В 2018 году жители Омска подарили городу картину в честь 25-летия побратимских связей."
    )
    assert facts(text, "partnership", *SLOTS) == [(["Гданьск", "Омск"], "twin", "1994", "ended")]


def test_relations_that_are_broken_off_were_those_of_the_twins() -> None:
    text = (
        "Торунь разорвал отношения с Чадыр-Лунгой. Договор о побратимстве между Торунем и Чадыр-Лунгой был подписан "
        "в 2003 году."
    )
    assert facts(text, "partnership", *SLOTS) == [(["Торунь", "Чадыр-Лунга"], "twin", "2003", "ended")]


def test_a_district_stays_a_side_with_its_city_behind_it() -> None:
    text = "Подписано соглашение о побратимских связях между Ленинским районом г.Бреста и районом Пудун г.Шанхая."
    parties = ["Ленинский район Бреста", "Пудун"]
    assert facts(text, "partnership", *SLOTS) == [(parties, "twin", None, "active")]


def test_relations_that_are_taken_up_again_go_on() -> None:
    for text in (
        "Омск восстановил побратимские отношения с Лидой, прерванные в 1992 году.",
        "Побратимские связи Омска и Лиды, прерванные в девяностые, возрождаются.",
    ):
        assert facts(text, "partnership", "kind", "status") == [("twin", "active")]
    ended = facts("Омск вспомнил о побратимских связях с Лидой, разорванных в 1992 году.", "partnership", "status")
    assert ended == [("ended",)]


def test_twin_towns_have_another_name() -> None:
    text = "Отношения городов-близнецов Омска и Лиды длятся с 1992 года, города сотрудничают и дружат."
    assert facts(text, "partnership", *SLOTS) == [(["Лида", "Омск"], "twin", "1992", "active")]


@pytest.mark.parametrize(
    "text",
    [
        "Побратим Омска – Лида – помог жителям Тюмени.",
        "Побратим Омска белорусская Лида помогла Тюмени автобусами.",
        "На праздник в Тюмень приехали гости из города-побратима Омска Лиды.",
    ],
)
def test_a_twin_is_named_behind_its_owner(text: str) -> None:
    assert facts(text, "partnership", *SLOTS) == [(["Лида", "Омск"], "twin", None, "active")]


def test_twinning_of_schools_and_hospitals_is_none_of_towns() -> None:
    for text in (
        "Побратимские отношения между школами Омска и Лиды установлены в 2005 году.",
        "Больница Омска и больница Лиды стали побратимами.",
    ):
        assert facts(text, "partnership", *SLOTS) == []


@pytest.mark.parametrize(
    "told",
    [
        "Город-побратим праздновал сразу две даты: 727-летие и 70-ю годовщину освобождения.",
        "Городу-побратиму исполнилось 60 лет.",
        "Город-побратим отмечает 60-летие.",
    ],
)
def test_so_old_is_the_twin_and_not_the_tie(told: str) -> None:
    text = f"Делегация Омска побывала в Минске. {told} Сотрудничество городов продолжится."
    found = facts(text, "partnership", *SLOTS, published="2014-07-31")
    assert found == [(["Минск", "Омск"], "twin", None, "active")]
