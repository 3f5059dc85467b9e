"""What events other words tell of, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.reading.records.facts import facts

TWINS = "Омск и Брест – города-побратимы. "


def _kinds(text: str) -> list[str]:
    return [kind for (kind,) in facts(text, "event", "kind")]


def test_those_who_signed_and_talked_met() -> None:
    text = (
        "Мэр Омска Иван Лаптев и мэр Бреста Пётр Савицкий подписали соглашение о сотрудничестве. "
        "Также мэры обсудили поставки льна."
    )
    found = facts(text, "event", "kind", "participants")
    assert ("meeting", ["Иван Лаптев", "Пётр Савицкий"]) in found


def test_a_document_between_two_heads_is_signed_by_their_places() -> None:
    text = TWINS + (
        "Соглашение между мэром Иваном Лаптевым и первым заместителем мэра Петром Савицким было подписано на ярмарке."
    )
    assert "signing" in _kinds(text)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Гостей из Бреста ждут в мае следующего года.", "Омск"),
        ("Делегацию из Бреста ожидают в Омске в сентябре.", "Омск"),
    ],
)
def test_guests_awaited_are_to_come(sentence: str, place: str) -> None:
    found = facts(TWINS + sentence, "event", "kind", "status", "place")
    assert ("visit", "planned", place) in found


def test_days_abroad_are_of_the_country_too() -> None:
    found = facts("В Беларуси прошли Дни Омской области в Республике Беларусь.", "event", "kind", "parties")
    assert ("days", ["Беларусь", "Омская область"]) in found


def test_a_delegation_meets_the_envoy_of_its_own_country() -> None:
    text = (
        "Делегация Омской области прибыла в Армению. "
        "В рамках визита состоялась встреча делегации Омской области с послом России в Армении Иваном Лаптевым."
    )
    found = facts(text, "event", "kind", "place", "participants")
    assert any(kind == "meeting" and people == ["Иван Лаптев"] for kind, _, people in found)
    assert all(place != "Россия" for kind, place, _ in found if kind == "visit")


@pytest.mark.parametrize(
    "text",
    [
        "Из Омска в белорусский Брест полетят прямые рейсы.",
        "Делегации Омска регулярно посещали Брест, а представители Бреста приезжали в Омск.",
    ],
)
def test_who_travels_on_no_visit(text: str) -> None:
    assert "visit" not in _kinds(TWINS + text)


@pytest.mark.parametrize(
    "text",
    [
        "Стороны в режиме видеоконференции подписали меморандум между Омском и Брестом.",
        "Сейчас идут переговоры об открытии в Бресте омского магазина.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert "meeting" not in _kinds(TWINS + text)


def test_the_meeting_that_is_going_on_is_not_planned() -> None:
    text = (
        "Мэр Омска Иван Лаптев встретился с мэром Бреста Петром Савицким. "
        "«Уверен, эта наша встреча послужит Омску и Бресту», – сказал Иван Лаптев."
    )
    assert [status for kind, status in facts(text, "event", "kind", "status") if kind == "meeting"] == ["held"]


@pytest.mark.parametrize(
    "text",
    [
        "Город посетила делегация Бреста во главе с секретарём комитета фонда «Луч» Петром Савицким.",
        "Соглашение подпишут во время посещения Омска мэром Бреста, рассказал он в интервью агентству «Луч».",
    ],
)
def test_the_office_of_a_guest_and_the_paper_are_no_site(text: str) -> None:
    assert all("Луч" not in " ".join(bodies) for kind, bodies in facts(TWINS + text, "event", "kind", "organizations")
               if kind == "tour")


def test_a_day_in_quotation_marks_is_a_name() -> None:
    text = (
        "Делегация Омска 18 марта посетила в Бресте комплекс «20 января». "
        "В этот же день мэр Бреста Пётр Савицкий принял делегацию Омска."
    )
    dates = {date for kind, date in facts(text, "event", "kind", "date") if kind == "meeting"}
    assert dates == {"XXXX-03-18"}


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("Делегация Омска завершила работу в Бресте.", "held", "Брест"),
        ("Работа делегации Бреста продолжится в Омске.", "planned", "Омск"),
    ],
)
def test_a_delegation_at_work_is_on_a_visit(text: str, status: str, place: str) -> None:
    assert ("visit", status, place) in facts(TWINS + text, "event", "kind", "status", "place")


def test_the_town_itself_is_seen() -> None:
    text = "Делегация Бреста посетила Омск. Завтра гостей ждёт экскурсия по Омску."
    assert ("tour", "planned", "Омск") in facts(text, "event", "kind", "status", "place")


def test_pupils_who_came_from_a_twin_are_no_public() -> None:
    text = "Мэр Омска Иван Лаптев встретился со школьниками{}."
    assert "meeting" in _kinds(text.format(" из белорусского города-побратима Бреста"))
    assert "meeting" not in _kinds(text.format(""))


def test_a_branch_of_an_embassy_stands_for_no_town() -> None:
    text = (
        "Руководитель отделения Посольства в г. Омске Иван Лаптев принял участие в заседании белорусской части "
        "рабочей группы по сотрудничеству Республики Беларусь с Курганской областью, прошедшем 14 января 2022 года."
    )
    found = [parties for _, parties in facts(text, "event", "kind", "parties")]
    assert found == [["Беларусь", "Курганская область"]]


def test_an_agreement_that_a_town_has_is_no_signing() -> None:
    assert "signing" not in _kinds("У Омска заключено соглашение с Брестом. Города дружат.")


def test_hundreds_of_guests_are_a_figure() -> None:
    assert "visit" not in _kinds(TWINS + "По обмену в Бресте уже побывали более трёхсот омских школьников.")


def test_the_same_days_under_another_name_are_one() -> None:
    text = (
        "Дни Бреста пройдут с 11 по 17 сентября в Омске. "
        "На следующей неделе пройдут Дни белорусского города: Омск готовится к приёму Бреста."
    )
    assert len([place for kind, place in facts(text, "event", "kind", "place") if kind == "days"]) == 1


def test_guests_of_the_mayor_feast_in_his_town() -> None:
    text = (
        "В Омск приехали делегации из Тары и Бреста. "
        "Мэр Омска Иван Лаптев встретился с делегациями, прибывшими на День города."
    )
    assert ("days", "Омск") in facts(text, "event", "kind", "place")


def test_a_delegation_arrives_in_the_present() -> None:
    found = facts("В Воронеж прибывает первая группа делегации Чунцина.", "event", "kind", "parties", "place")
    assert found == [("visit", ["Воронеж", "Чунцин"], "Воронеж")]


def test_a_twin_is_where_they_arrive_not_who_arrives() -> None:
    found = facts("Делегация Краснодара прибыла в город-побратим Харбин.", "event", "kind", "parties")
    assert found == [("visit", ["Краснодар", "Харбин"])]


def test_what_a_visit_is_for_is_not_done_yet() -> None:
    text = "Делегация Гомеля прибыла в Пензу. Цель визита – заключение соглашения о дружбе между Гомелем и Пензой."
    assert facts(text, "agreement", "status") == [("planned",)]


def test_what_they_came_for_and_did_is_one_signing() -> None:
    text = (
        "Делегация Гомеля прибыла в Пензу для подписания соглашения о сотрудничестве. "
        "Соглашение подписали мэр Гомеля Иван Савич и мэр Пензы Пётр Лаптев."
    )
    assert [status for kind, status in facts(text, "event", "kind", "status") if kind == "signing"] == ["held"]


def test_who_is_met_is_not_whom_it_is_heard_from() -> None:
    text = (
        "Президент Беларуси Иван Савич заявил на встрече с губернатором Тамбовской области Петром Лаптевым, что рад "
        "гостям, передаёт корреспондент агентства «Вести»."
    )
    ((kind, people, bodies),) = facts(text, "event", "kind", "participants", "organizations")
    assert (kind, set(people), bodies) == ("meeting", {"Иван Савич", "Петр Лаптев"}, [])


def test_a_meeting_told_as_going_on_and_as_coming_today_is_one() -> None:
    text = (
        "Губернатор Томской области Пётр Лаптев сегодня проводит встречу с президентом Беларуси Иваном Савичем. "
        "Иван Савич обсудит сегодня вопросы сотрудничества с главой Томской области Петром Лаптевым."
    )
    assert facts(text, "event", "kind", "status", published="2025-08-15") == [("meeting", "held")]


def test_officials_without_names_who_talk() -> None:
    text = "Поставки самосвалов обсуждали в Москве посол Беларуси и губернатор Иркутской области."
    ((kind, parties),) = facts(text, "event", "kind", "parties")
    assert (kind, set(parties)) == ("meeting", {"Беларусь", "Иркутская область"})


def test_the_hosts_were_on_a_tour_of_their_own_before() -> None:
    text = "В Омск прибыла делегация Гомеля. Ранее делегация Омска посетила гомельский завод «Радуга»."
    tours = [place for kind, place in facts(text, "event", "kind", "place") if kind == "tour"]
    assert tours == ["Гомель"]


def test_who_said_it_at_the_meeting_was_there() -> None:
    text = (
        "Об этом во время встречи с делегацией Калининградской области сказал председатель Гродненского облисполкома "
        "Иван Савич."
    )
    found = facts(text, "event", "kind", "participants")
    assert ("meeting", ["Иван Савич"]) in found


def test_what_will_come_of_a_meeting_is_ahead_not_the_meeting() -> None:
    text = (
        "Мэр Минска Иван Савич принял делегацию Шэньяна. Иван Савич отметил, что встреча станет началом сотрудничества "
        "между Минском и Шэньяном."
    )
    statuses = {status for kind, status in facts(text, "event", "kind", "status") if kind == "meeting"}
    assert statuses == {"held"}


def test_guests_welcomed_by_those_of_the_city_and_of_its_oblast_came_to_the_city() -> None:
    text = "Делегацию Павлодара принял мэр Омска Иван Савич и председатель Заксобрания Омской области Пётр Лаптев."
    visits = [place for kind, place in facts(text, "event", "kind", "place") if kind == "visit"]
    assert visits == ["Омск"]


def test_who_held_the_meeting_was_there_though_no_office_is_told() -> None:
    text = "Пётр Лаптев провёл встречу с председателем Минского горисполкома Иваном Савичем. Омск дружит с Минском."
    people = [people for kind, people in facts(text, "event", "kind", "participants") if kind == "meeting"]
    assert people == [["Иван Савич", "Пётр Лаптев"]]


def test_what_else_is_planned_is_not_whom_they_meet() -> None:
    text = (
        "12 ноября в Псков прибудет делегация Витебска. Запланированы встреча с мэром Пскова Яном Лаптевым, посещение "
        "завода «Вектор»."
    )
    bodies = dict(facts(text, "event", "kind", "organizations"))
    assert (bodies["meeting"], bodies["tour"]) == ([], ["Вектор"])


def test_what_is_toured_besides_is_no_side_of_the_talks() -> None:
    text = "Делегация Омска посетит Новосибирск. В программе – переговоры в мэрии, посещение Академгородка."
    sides = {place for kind, two in facts(text, "event", "kind", "parties") if kind == "meeting" for place in two}
    assert sides == {"Омск", "Новосибирск"}


def test_what_was_toured_before_did_not_hold_the_talks() -> None:
    text = "Делегация Вологды посетила в Витебске фабрику «Луч» и комбинат «Заря», провела переговоры с мэром Витебска."
    meetings = [bodies for kind, bodies in facts(text, "event", "kind", "organizations") if kind == "meeting"]
    assert meetings == [[]]


def test_a_feast_of_the_land_is_kept_in_the_town_they_came_to() -> None:
    text = "На торжества по случаю 70-летия освобождения Крыма в Симферополь прибыли гости из Омска."
    assert ("days", "Симферополь") in facts(text, "event", "kind", "place")


def test_a_governor_with_the_envoys_of_two_states() -> None:
    text = (
        "Губернатор Брянской области Пётр Лаптев провёл рабочую встречу с Чрезвычайным и Полномочным Послом Никарагуа "
        "Альбой Торрес и послом Кубы Хосе Бетансесом."
    )
    ((parties, people),) = facts(text, "event", "parties", "participants")
    assert set(parties) == {"Брянская область", "Никарагуа", "Куба"}
    assert set(people) == {"Пётр Лаптев", "Альба Торрес", "Хосе Бетансес"}


def test_what_is_in_the_nearest_plans_is_ahead() -> None:
    text = (
        "Представители Карелии и Витебского облисполкома провели встречу. В ближайших планах – участие в апреле 2025 "
        "года депутатов Витебской области в заседании комитета депутатов Карелии."
    )
    dates = {(status, date) for status, date in facts(text, "event", "status", "date")}
    assert ("held", "2025-04") not in dates


@pytest.mark.parametrize(
    "sentence",
    [
        "Вопрос подписания соглашения между Омском и Брестом прорабатывался сегодня в Омске.",
        "Подписание соглашения между Омском и Брестом обсуждалось сегодня.",
        "Мэр Омска и мэр Бреста рассмотрели вопрос о подписании соглашения о сотрудничестве.",
    ],
)
def test_what_was_only_talked_of_is_still_to_be_signed(sentence: str) -> None:
    assert ("signing", "planned") in facts(sentence, "event", "kind", "status")


def test_who_tells_of_it_may_be_there_himself() -> None:
    text = (
        "Губернатор Омской области Иван Лаптев встретился с президентом Беларуси Петром Савицким в рамках рабочего "
        "визита в Минск, сообщил Лаптев. В ходе визита Лаптев и Савицкий договорились развивать сотрудничество."
    )
    assert ("visit", ["Минск", "Омская область"]) in facts(text, "event", "kind", "parties")


def test_talks_are_of_the_towns_that_they_were_about() -> None:
    text = (
        "В Абхазию прибыла делегация Омской области во главе с депутатом Иваном Лаптевым. В мэрии Сухума состоялась "
        "встреча с заместителем мэра Сухума Петром Савицким. "
        "На встрече обсуждались вопросы сотрудничества между городами Омск и Сухум."
    )
    assert ("meeting", ["Омск", "Сухум"]) in facts(text, "event", "kind", "parties")


def test_the_main_town_of_a_region_is_visited_and_no_site() -> None:
    text = "В Бресте пройдут Дни Омской области. Областной центр посетит делегация Омской области."
    assert ("visit", "planned", "Брест") in facts(text, "event", "kind", "status", "place")


def test_guests_from_a_region_come_from_its_town_that_is_named() -> None:
    text = "Казань и Брест во время визита татарстанской делегации подписали соглашение о сотрудничестве."
    assert ("visit", ["Брест", "Казань"]) in facts(text, "event", "kind", "parties")


def test_the_year_before_but_is_of_what_is_told_there() -> None:
    text = (
        "Главы Бреста и Омска подписали соглашение о подтверждении связей. Брест и Омск стали городами-побратимами в "
        "2012 году, но через несколько лет после подписания соглашения вновь подтвердили дружбу."
    )
    assert ("signing", None) in facts(text, "event", "kind", "date")


@pytest.mark.parametrize(
    "sentence",
    [
        "В 2018 году Омск и Брест отметили юбилей подписания договора о побратимстве.",
        "В 2018 году Омск и Брест отметили двадцать лет со дня подписания договора о побратимстве.",
        "В мае 2018 года в Омске отметили годовщину визита делегации Бреста.",
    ],
)
def test_the_year_of_a_jubilee_is_not_that_of_what_it_is_of(sentence: str) -> None:
    dated = facts(sentence, "event", "kind", "date")
    assert all(date is None for kind, date in dated if kind in {"signing", "visit"})
    assert all(since is None for (since,) in facts(sentence, "partnership", "since"))
    assert all(signed is None for (signed,) in facts(sentence, "agreement", "signed"))


def test_fifty_years_before_the_jubilee_ahead() -> None:
    text = "В 2019 году Омск и Брест отметят 50-летний юбилей установления побратимских отношений."
    assert facts(text, "partnership", "since") == [("1969",)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (  # going on, and ahead
            "Президент Беларуси Пётр Лаптев сегодня проводит встречу с губернатором Омской области Иваном Савицким. "
            "Об этом 15 августа сообщает канал. Пётр Лаптев обсудит сегодня сотрудничество с Иваном Савицким.",
            "meeting",
        ),
        (  # a headline in capitals
            "В ОМСКЕ ОТКРЫЛИСЬ ДНИ БЕЛАРУСИ\n\n"
            "Об этом заявил на открытии Дней Белоруссии в Омске министр культуры Беларуси Пётр Лаптев. "
            "Жители Омска познакомятся с белорусским театром и живописью.",
            "days",
        ),
        (  # without its name and day
            "Брест 28–29 сентября принимает XII Форум городов-побратимов Беларуси и России. "
            "В форуме примут участие делегаты из 24 городов Беларуси и 67 городов России.",
            "forum",
        ),
        (  # under another noun, by one who is there
            "В Калуге прошла встреча мэра Калуги Ивана Лаптева с обер-бургомистром города Зуль Андре Кнаппом. "
            "«Сегодняшняя конференция – новый импульс отношений Калуги и Зуля», – сказал Лаптев.",
            "meeting",
        ),
    ],
)
def test_what_is_told_twice_is_one(text: str, kind: str) -> None:
    assert _kinds(text) == [kind]


def test_other_hosts_afterwards_are_another_meeting() -> None:
    text = (
        "Губернатор Омской области Иван Лаптев посетил Самарканд, где прошли переговоры с хокимом Самаркандской "
        "области Эркином Турдиевым. "
        "Далее омская делегация встретилась с премьер-министром Узбекистана Абдуллой Каримовым."
    )
    assert _kinds(text).count("meeting") == 2


def test_regions_that_sign_are_those_whose_heads_do() -> None:
    text = (
        "Губернатор Омской области Иван Лаптев и хоким Ташкентской области Гулом Ибрагимов подписали соглашение. "
        "Ранее Лаптев и губернатор Санкт-Петербурга Пётр Савицкий подписали план сотрудничества между регионами."
    )
    assert ("plan", ["Омская область", "Санкт-Петербург"]) in facts(text, "agreement", "kind", "parties")


@pytest.mark.parametrize(
    "sentence",
    [
        "Участников конференции по видеосвязи приветствовал губернатор Омской области Иван Лаптев.",
        "Председатель Омского горсовета Иван Лаптев, приветствуя участников турнира, вспомнил о дружбе с Брестом.",
    ],
)
def test_a_word_to_all_who_are_there_is_no_meeting(sentence: str) -> None:
    assert "meeting" not in _kinds("В Бресте находится делегация Омской области. " + sentence)


def test_guests_go_to_the_main_town_of_a_district() -> None:
    text = (
        "Подписано соглашение между Обнинском и Барановичами. "
        "Для этого в белорусский райцентр из Обнинска отправился вице-мэр Иван Лаптев."
    )
    assert ("visit", "Барановичи") in facts(text, "event", "kind", "place")


def test_the_feast_of_a_land_is_where_guests_come_to_it() -> None:
    text = "Делегация Омской области посетила Светлогорск в дни празднования 60-летия освобождения Беларуси."
    assert ("days", "Светлогорск") in facts(text, "event", "kind", "place")


def test_what_a_document_is_directed_at_is_still_to_come() -> None:
    text = (
        "28 апреля Выксу посетила делегация Жлобина. Мероприятия подписанного договора направлены на увеличение "
        "поставок, а также на участие делегации Выксы в Гомельском инвестиционном форуме."
    )
    assert ("forum", "planned", None) in facts(text, "event", "kind", "status", "date")


@pytest.mark.parametrize(
    "sentence",
    [
        "Омск подписал соглашение с Брестом, где в 2020 году открылся новый мост.",
        "Проект соглашения между Омском и Брестом разработан в 2023 году, подписание ожидается.",
        "Спустя десять лет после подписания договора 2003 года Омск и Брест стали побратимами.",
        "В 2025 году исполнится 20 лет, как Омск и Брест подружились. Договор о побратимстве был подписан тогда же.",
    ],
)
def test_a_year_that_is_of_something_else_dates_neither_signing_nor_tie(sentence: str) -> None:
    assert all(date is None for kind, date in facts(sentence, "event", "kind", "date") if kind == "signing")
    assert all(since is None for (since,) in facts(sentence, "partnership", "since"))


def test_a_year_after_the_signing_is_not_the_day_of_the_signing() -> None:
    text = (
        "Визит состоялся через год после подписания соглашения 5 мая 2023 года. "
        "Делегация Бреста провела в Омске три дня."
    )
    assert all(date is None for kind, date in facts(text, "event", "kind", "date") if kind == "visit")


def test_who_goes_with_the_guests_at_home_did_not_come() -> None:
    text = (
        "Делегация Омска прибыла в Брест. Мэра Омска Ивана Лаптева сопровождала заместитель председателя Брестского "
        "горисполкома Анна Савицкая."
    )
    assert ("visit", ["Иван Лаптев"]) in facts(text, "event", "kind", "participants")
