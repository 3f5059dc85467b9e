"""Events told together and told apart: several documents, feasts, guests meant by a pronoun, dates of other clauses.

All people are invented.
"""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

TIES = "Псков и Витебск — города-побратимы и развивают сотрудничество. "
CAME = TIES + "Делегация Витебска прибыла в Псков. "


def kinds(text: str, *slots: str, published: str | None = "2024-05-20") -> list[tuple[object, ...]]:
    """The slots of the text's events."""
    return facts(text, "event", "kind", *slots, published=published)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (
            "На форуме в Смоленске подписаны соглашение между Могилёвом и Вязьмой, а также протокол между Оршей и "
            "Рославлем.",
            [["Вязьма", "Могилёв"], ["Орша", "Рославль"]],
        ),
        (
            "Глава Омска Иван Петров подписал меморандумы с Павлодаром и Актау.",
            [["Омск", "Павлодар"], ["Актау", "Омск"]],
        ),
        ("Мэры Омска и Бреста подписали соглашение и дорожную карту.", [["Брест", "Омск"]]),
        ("Лида и Псков подписали три меморандума.", [["Лида", "Псков"]]),
        ("Лида и Псков за пять лет заключили 14 соглашений.", []),
        ("Делегация Тулы подписала в Минске пакет документов с рядом городов.", []),
    ],
)
def test_each_pair_of_sides_has_its_signing(sentence: str, sides: list[list[str]]) -> None:
    found = [parties for kind, parties in kinds(TIES + sentence, "parties") if kind == "signing"]
    assert found == sides


def test_a_signing_in_the_past_is_an_event_when_its_year_is_told() -> None:
    found = kinds(TIES + "Договор о побратимстве был подписан в 1991 году.", "date", "parties")
    assert found == [("signing", "1991", ["Витебск", "Псков"])]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Гости побывали на праздновании Дня города Пскова.", "Псков"),
        ("Осенью делегация Пскова приедет в Витебск на День города.", "Витебск"),
    ],
)
def test_guests_at_a_towns_feast(sentence: str, place: str) -> None:
    assert ("days", place, ["Витебск", "Псков"]) in kinds(CAME + sentence, "place", "parties")


@pytest.mark.parametrize(
    "sentence", ["Накануне Дня города в Пскове починили мост.", "Ко Дню города гости привезли розы."]
)
def test_a_feast_that_only_says_when_is_no_event(sentence: str) -> None:
    assert "days" not in [kind for kind, *_ in kinds(CAME + sentence)]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("В ратуше её принял мэр Пскова Иван Петров.", ("meeting", ["Витебск", "Псков"], [])),
        (
            "На заводе «Луч» им показали линию, а на комбинате «Заря» — склад.",
            ("tour", ["Витебск", "Псков"], ["Луч", "комбинат Заря"]),
        ),
        ("За круглым столом специалисты двух городов обсудили реставрацию.", ("forum", ["Витебск", "Псков"], [])),
        ("Завтра команды двух городов сыграют товарищеский матч по хоккею.", ("days", ["Витебск", "Псков"], [])),
    ],
)
def test_what_guests_do_though_they_are_not_named_again(sentence: str, event: tuple[object, ...]) -> None:
    assert event in kinds(CAME + sentence, "parties", "organizations")


def test_delegations_that_were_exchanged() -> None:
    sentence = "В 2016 году города впервые обменялись делегациями. За эти годы города обменялись делегациями."
    assert kinds(TIES + sentence, "date", "place") == [("visit", "2016", None)]


@pytest.mark.parametrize("sentence", ["В Псков прибыли автобусы из Витебска.", "Из Орши в Псков едут запчасти."])
def test_goods_make_no_visit(sentence: str) -> None:
    assert kinds(TIES + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Делегация Витебска прибыла в Псков 5 мая, а 6 мая города заключили договор.", ["2024-05-05", "2024-05-06"]),
        ("Поводом для поездки витебской делегации в Псков стал юбилей: договор заключили в 2013 году.", [None, "2013"]),
        ("Встреча мэров Пскова и Витебска, которая прошла 5 мая, завершилась концертом.", ["2024-05-05"]),
        (
            "На встрече мэров Пскова и Витебска говорили о связях, которые начались в 1990-х годах.",
            [None],
        ),
        ("На форуме в Пскове, который открылся 5 мая, мэры Пскова и Витебска подписали договор.",
         ["2024-05-05", "2024-05-05"]),
        ("Псков и Витебск подписали договор в ратуше, это произошло 7 мая.", ["2024-05-07"]),
        ("Делегация Витебска посетила Псков, где в 2019 году открыли памятник.", [None, None]),
        ("Псков и Витебск подписали договор, а в 2015 году открыли общий сквер.", [None]),
        ("Псков и Витебск дружат с 1998 года, когда тогдашние мэры двух городов подписали договор.", ["1998"]),
    ],
)  # fmt: skip
def test_a_date_belongs_to_its_own_clause(sentence: str, dates: list[str | None]) -> None:
    assert [date for _, date in kinds(TIES + sentence, "date")] == dates


def test_the_next_session_has_the_sides_of_the_one_told() -> None:
    text = TIES + (
        "В Пскове прошло пятое заседание комиссии по сотрудничеству Пскова и Витебска. "
        "По его итогам подписан протокол. Депутаты обсудили бюджет. Жители ждут лета. "
        "Следующее заседание комиссии пройдёт в Орше в 2025 году."
    )
    assert kinds(text, "place", "parties", "status") == [
        ("forum", "Псков", ["Витебск", "Псков"], "held"),
        ("signing", "Псков", ["Витебск", "Псков"], "held"),
        ("forum", "Орша", ["Витебск", "Псков"], "planned"),
    ]


def test_a_fair_is_held_where_the_sentence_says_not_where_its_name_does() -> None:
    text = TIES + "Выставка-ярмарка «Сделано в Витебске» открылась сегодня в Пскове."
    assert kinds(text, "date", "place") == [("forum", "2024-05-20", "Псков")]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (
            "В первый день гости провели встречи с главами Лиды и Орши.",
            [["Витебск", "Лида", "Орша"]],
        ),
        ("Гости провели встречи с журналистами и читателями.", []),
        ("Мэр Пскова Иван Петров беседовал с мэром Лиды Петром Лосевым.", [["Лида", "Псков"]]),
        ("С мэром Лиды Петром Лосевым глава Пскова говорил о туризме.", [["Лида", "Псков"]]),
        ("Соглашение поставило точку в переговорах, начатых в 2021 году.", []),
    ],
)
def test_who_met(sentence: str, sides: list[list[str]]) -> None:
    assert [parties for kind, parties in kinds(CAME + sentence, "parties") if kind == "meeting"] == sides


def test_what_is_moved_to_a_day_is_still_to_come() -> None:
    text = TIES + "Поездка делегации Витебска в Псков перенесена на ноябрь. Визит делегации Лиды в Остров отложен."
    assert kinds(text, "date", "status") == [("visit", "2024-11", "planned"), ("visit", None, "cancelled")]


def test_a_meeting_by_video_has_not_the_days_of_a_visit() -> None:
    text = TIES + (
        "Мэр Пскова Иван Петров и мэр Витебска Олег Сорокин провели онлайн-встречу. "
        "В апреле 2024 года делегация Витебска посетила Псков."
    )
    assert kinds(text, "date", "place") == [("meeting", None, None), ("visit", "2024-04", "Псков")]


def test_two_items_of_a_programme_are_two_meetings() -> None:
    text = TIES + (
        "Делегация Витебска прибыла в Псков.\n\nВ расписании поездки:\n– встреча с главой города Иваном Петровым;\n"
        "– переговоры с компанией «Псковский лён»."
    )
    found = [status for kind, status in kinds(text, "status") if kind == "meeting"]
    assert found == ["planned", "planned"]


def test_what_guests_attend_is_no_tour() -> None:
    assert kinds(CAME + "Вечером гости посетили концерт.", "place") == [("visit", "Псков")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("В мае Лида направит в Псков группу молодых врачей.", [("2024-05", "Псков", ["Лида", "Псков"], "planned")]),
        ("Мэр Лиды направил коллегам из Пскова приглашение.", []),
        ("Лида отправила в Псков десять автобусов.", []),
    ],
)
def test_who_is_sent_travels(sentence: str, event: list[tuple[object, ...]]) -> None:
    assert facts(TIES + sentence, "event", "date", "place", "parties", "status", published="2024-04-20") == event


def test_the_village_of_a_farm_is_no_party() -> None:
    text = TIES + (
        "Делегация Псковской области побывала в Витебской области. "
        "Гости посетили птицефабрику «Ганна» и агроколледж в Лужесно."
    )
    found = kinds(text, "parties")
    assert found == [
        ("visit", ["Витебская область", "Псковская область"]),
        ("tour", ["Витебская область", "Псковская область"]),
    ]


def test_who_led_a_delegation_named_before_is_no_arrival() -> None:
    text = TIES + "Делегация Витебска на Днях города. Возглавляла её мэр Витебска Анна Лосева."
    assert kinds(text) == []


def test_who_meets_on_neutral_ground_pays_no_visit() -> None:
    text = "Губернатор Омской области Иван Петров встретился с делегацией Бреста на форуме «Дружба» в Москве."
    assert {kind for (kind,) in facts(text, "event", "kind")} == {"meeting", "forum"}


def test_members_named_right_after_a_visit_are_of_it() -> None:
    text = (
        "В Омск приедут гости из Бреста\n\nОб этом стало известно в ходе визита нашей делегации в Брест. "
        "В состав делегации вошли депутат Игорь Котов и директор Мария Лось."
    )
    told = [fact for fact in facts(text, "event", "place", "participants") if fact[1]]
    assert told == [("Брест", ["Игорь Котов", "Мария Лось"])]


def test_councils_that_meet_after_the_mayors_hold_another_meeting() -> None:
    text = (
        "Делегация Минска прибудет в Омск. Мэр Минска Олег Ковальчук встретится с мэром Омска Иваном Петровым. "
        "Затем представители Минского городского Совета депутатов встретятся с коллегами из Омского городского Совета."
    )
    assert len([kind for (kind,) in facts(text, "event", "kind") if kind == "meeting"]) == 2


def test_a_fair_that_starts_today_is_going_on() -> None:
    text = "Сегодня в Минске стартует выставка «Луч» с участием представителей Омской области."
    assert ("forum", "held") in facts(text, "event", "kind", "status", published="2024-06-04")
    assert ("forum", "planned") in facts(text.replace("Сегодня", "Завтра"), "event", "kind", "status",
                                         published="2024-06-04")


def test_a_forum_on_a_visit_is_no_further_visit() -> None:
    text = "Делегация Омской области находится в Беларуси. Завтра омичи примут участие в форуме «Дружба» в Бресте."
    assert [fact for fact in facts(text, "event", "kind", "place") if fact[0] == "visit"] == [("visit", "Беларусь")]


def test_crowds_make_no_tour() -> None:
    text = "Делегация Омска приехала в Брест. Планируется, что выставку посетят около 70 тысяч человек."
    assert facts(text, "event", "kind") == [("visit",)]


def test_a_session_told_after_a_forum_is_no_ceremony_of_it() -> None:
    text = (
        "Тульская делегация участвует в Минске в третьем Форуме регионов Беларуси и России. Состоялось заседание "
        "рабочей группы по сотрудничеству между Беларусью и Тульской областью. Гости были на открытии выставки "
        "«Луч-2016»."
    )
    sides = {title: parties for kind, title, parties in facts(text, "event", "kind", "title", "parties") if title}
    assert sides["третий Форум регионов Беларуси и России"] == ["Беларусь", "Россия"]
    assert sides["Луч-2016"] == ["Беларусь", "Тульская область"]


def test_a_number_typed_in_cyrillic() -> None:
    text = "Омск намерен подписать договор с Минском на Х Форуме регионов. После Х Форума регионов вырастет экспорт."
    forums = [fact for fact in facts(text, "event", "kind", "status", "title") if fact[0] == "forum"]
    assert forums == [("forum", "planned", "X Форум регионов")]
