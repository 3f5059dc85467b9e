"""Fairs, tournaments, feasts: what people of several places hold together. All people are invented."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

SLOTS = ("kind", "place", "parties", "status")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ярмарка белорусских товаров из города Бреста открылась в Костроме. Мастера привезли обувь.",
            ("forum", "Кострома", ["Брест", "Кострома"], "held"),
        ),
        (
            "Тверь и Бергамо дружат. Завтра начнётся турнир по футболу. За кубок поборются Бергамо и Тверь.",
            ("days", None, ["Бергамо", "Тверь"], "planned"),
        ),
        (
            "В Омске 26 апреля состоится праздничный концерт белорусских артистов. Минск и Омск – побратимы.",
            ("days", "Омск", ["Минск", "Омск"], "planned"),
        ),
        (
            "Могилёв – побратим Тулы – отмечает 757-ю годовщину. В торжествах участвует делегация из Тулы.",
            ("days", "Могилёв", ["Могилёв", "Тула"], "held"),
        ),
        (
            "Минск и Омск – побратимы. Гости из Минска приняли участие в торжествах по случаю 310-летия Омска.",
            ("days", "Омск", ["Минск", "Омск"], "held"),
        ),
    ],
)
def test_people_of_several_places_come_together(text: str, event: tuple[object, ...]) -> None:
    assert event in facts(text, "event", *SLOTS)


@pytest.mark.parametrize(
    "sentence",
    [
        "В Омске открылась выставка картин местного художника.",
        "Концерт в парке послушали сотни жителей.",
        "К 310-летию Омска отремонтировали набережную.",
    ],
)
def test_a_towns_own_feast_is_no_event(sentence: str) -> None:
    assert facts("Омск и Минск – побратимы. " + sentence, "event", "kind") == []


def test_days_that_are_only_spoken_of_are_still_to_come() -> None:
    text = (
        "В Омске пройдут Дни Минска. Мэр Омска Пётр Лаптев рассказал о проведении Дней Минска. "
        "Омск посетит делегация из белорусского города-побратима. "
        "Состоится подписание ряда соглашений между нашими городами."
    )
    assert facts(text, "event", *SLOTS) == [
        ("days", "Омск", ["Минск", "Омск"], "planned"),
        ("visit", "Омск", ["Минск", "Омск"], "planned"),
        ("signing", "Омск", ["Минск", "Омск"], "planned"),
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ярмарка белорусских товаров из города Бреста открылась в Твери.", ["Брест", "Тверь"]),
        ("Тверь посетит делегация Бреста. 24 мая на площади Мира откроется ярмарка белорусских товаров. Глава Бреста "
         "рад: Беларусь и Тверь дружат.", ["Брест", "Тверь"]),
        ("Омск и Минск дружат. Мэр Омска поблагодарил за это Беларусь. В Омске прошла белорусская ярмарка.",
         ["Беларусь", "Омск"]),
    ],
)  # fmt: skip
def test_a_sale_is_of_those_who_come_and_of_where_it_is(text: str, parties: list[str]) -> None:
    assert ("forum", parties) in facts(text, "event", "kind", "parties")


def test_a_feast_on_the_day_of_a_town_is_told_by_who_came_for_it() -> None:
    text = (
        "Находящийся в Бресте для участия в торжествах, приуроченных к 1000-летию Бреста, мэр Омска Иван Лаптев "
        "встретился с мэром Бреста Петром Савицким."
    )
    assert ("days", "1000-летие Бреста", ["Брест", "Омск"]) in facts(text, "event", "kind", "title", "parties")


def test_a_name_ends_before_the_verb_and_a_place_in_quotation_marks_is_no_side() -> None:
    text = "Омск и Брест дружат. На праздник хлеба в Омск прибыли гости из Бреста."
    assert all("прибыли" not in (title or "") for (title,) in facts(text, "event", "title"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("С 5 по 8 июля в Бресте пройдёт Неделя Омска.", ("Неделя Омска", ["Брест", "Омск"])),
        ("Брест отметил День города. Поздравить жителей приехали делегации Омска и Твери.",
         ("День города", ["Брест", "Омск", "Тверь"])),
        ("Представители Омска приехали в Брест на празднование Дня Победы.", ("День Победы", ["Брест", "Омск"])),
        ("Омск и Брест дружат. Ансамбль «Лад» из Омска победил на конкурсе «Лира» в Бресте.",
         ("Лира", ["Брест", "Омск"])),
        ("Омск и Брест подписали соглашение. Первый совместный турнир пройдёт в Омске в мае.",
         ("Первый совместный турнир", ["Брест", "Омск"])),
    ],
)  # fmt: skip
def test_feasts_have_their_guests(text: str, told: tuple[str, list[str]]) -> None:
    assert told in [fact[1:] for fact in facts(text, "event", "kind", "title", "parties") if fact[0] == "days"]


def test_days_of_other_years_are_days_of_their_own() -> None:
    text = (
        "Дни Омска открылись в Бресте. Мэры подписали меморандум. «В 2016 году проходили Дни Омска в Бресте, а в "
        "2017 - ответные Дни Бреста в Омске», – сказал мэр Омска Иван Лаптев."
    )
    found = facts(text, "event", "kind", "date", "place")
    assert [fact[1:] for fact in found if fact[0] == "days"] == [(None, "Брест"), ("2016", "Брест"), ("2017", "Омск")]
    assert ("signing", None, "Брест") in found


def test_a_place_in_the_name_of_a_feast_is_no_side() -> None:
    text = (
        "Делегация Твери едет в Лиду. Во второй половине дня тверскую делегацию ждут на фестивале «Брест зовёт гостей» "
        "в Лиде."
    )
    assert ("days", ["Лида", "Тверь"]) in facts(text, "event", "kind", "parties")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Омская область и Беларусь провели четвёртое заседание рабочей группы по сотрудничеству. "
            "В Минск приехал губернатор Пётр Лаптев.",
            ["Беларусь", "Омская область"],
        ),
        ("Калининградская область и Литва провели семинар по туризму в Немане.", ["Калининградская область", "Литва"]),
        ("Из Омска и Минска приехали участники заседания рабочей группы Тулы и Бреста.", ["Брест", "Тула"]),
    ],
)
def test_the_two_that_held_it_are_its_sides(text: str, parties: list[str]) -> None:
    found = facts(text + " Города развивают сотрудничество.", "event", "kind", "parties")
    assert parties in [sides for kind, sides in found if kind == "forum"]


def test_a_numbered_meeting_of_twin_towns_is_a_forum() -> None:
    text = "Одиннадцатая встреча городов-побратимов России и Беларуси прошла в Пскове с 14 по 16 октября 2022 года."
    assert facts(text, "event", "kind", "place", "parties", "date") == [
        ("forum", "Псков", ["Беларусь", "Россия"], "2022-10-14/2022-10-16")
    ]


def test_a_forum_is_named_by_its_adjective_with_a_capital_and_held_where_its_feast_is() -> None:
    text = (
        "Омск развивает проекты с Минском, сообщил на полях Международного форума экономического сотрудничества в "
        "рамках празднования 950-летия белорусской столицы мэр Омска Павел Лаптев. Омск торгует с Минском."
    )
    expected = ("forum", "Минск", "Международный форум экономического сотрудничества")
    assert expected in facts(text, "event", "kind", "place", "title")


def test_a_decade_of_a_month_is_a_time_and_no_feast() -> None:
    moved = facts("Визит делегации Омска в Брест назначен на первую декаду июня.", "event", "kind")
    assert [kind for (kind,) in moved] == ["visit"]
    told = "Омск и Брест дружат. В Омске прошла декада культуры Бреста."
    assert [kind for (kind,) in facts(told, "event", "kind")] == ["days"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Заседание рабочей группы по сотрудничеству Рязанской области с Республикой Беларусь прошло в Минске.",
            ["Беларусь", "Рязанская область"],
        ),
        (
            "Мэр Томска участвовал в VI заседании совета делового сотрудничества между Беларусью и Томской областью.",
            ["Беларусь", "Томская область"],
        ),
        (
            "Во время 13-го заседания Совета делового сотрудничества Твери и Республики Беларусь подпишут план.",
            ["Беларусь", "Тверь"],
        ),
        (
            "В Гродно прошло заседание Совета по сотрудничеству Гродненской и Псковской областей.",
            ["Гродненская область", "Псковская область"],
        ),
    ],
)
def test_a_council_for_cooperation_is_of_the_two_of_its_name(text: str, sides: list[str]) -> None:
    forums = [parties for kind, parties in facts(text, "event", "kind", "parties") if kind == "forum"]
    assert forums == [sides]


def test_one_session_told_with_and_without_its_number() -> None:
    text = (
        "Пётр Лаптев возглавит делегацию Псковской области на заседании совета по сотрудничеству с Беларусью.\n\n"
        "Губернатор Псковской области Пётр Лаптев возглавит делегацию на одиннадцатом заседании Совета по "
        "сотрудничеству Псковской области и Беларуси."
    )
    assert [kind for (kind,) in facts(text, "event", "kind")].count("forum") == 1


def test_who_congratulates_from_home_is_at_no_feast() -> None:
    twins = "Псков и Витебск – побратимы. "
    assert facts(twins + "Мэр Пскова поздравил жителей Витебска с Днём города.", "event", "kind") == []
    assert ("days",) in facts(
        twins + "Делегация Пскова приехала поздравить жителей Витебска с Днём города.", "event", "kind"
    )


def test_days_that_have_begun_and_will_go_on_are_one() -> None:
    text = "Дни Бреста стартовали в Омске\n\nДни Бреста пройдут в Омске с 28 по 31 августа. Омск и Брест – побратимы."
    assert facts(text, "event", "kind", "title") == [("days", "Дни Бреста")]


@pytest.mark.parametrize(
    "text",
    [
        "Омск и Брест – побратимы. Мэры Омска и Бреста подписали план в конгресс-центре «Экспофорум».",
        "Омск и Брест – побратимы. Мэры Омска и Бреста встретились в отеле «Фестиваль».",
        "Омск и Брест – побратимы. Мэры Омска и Бреста встретились в конференц-центре Восточного форума.",
    ],
)
def test_a_building_called_by_an_event_is_none(text: str) -> None:
    assert {kind for (kind,) in facts(text, "event", "kind")} <= {"meeting", "signing"}


def test_a_forum_is_told_again_by_its_noun_alone() -> None:
    text = (
        "Омск и Брест – побратимы. В Лиде с 8 по 10 ноября проходил Глобальный форум по сыру. При открытии Форума "
        "стороны подписали соглашение."
    )
    titles = [title for kind, title in facts(text, "event", "kind", "title") if kind == "forum"]
    assert titles == ["Глобальный форум по сыру"]


def test_what_the_title_calls_a_forum_is_that_of_the_text_behind_the_day_of_publication() -> None:
    text = (
        "Калуга на форуме побратимов в Могилёве\n\n31.03.2017, 15:35\n\n"
        "30–31 марта в Могилёве состоялся девятый форум городов-побратимов России и Беларуси."
    )
    assert [kind for (kind,) in facts(text, "event", "kind", published="2017-03-31")] == ["forum"]
