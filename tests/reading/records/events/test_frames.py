"""Journeys gathered from all that a document tells of them. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts

SLOTS = ("kind", "status", "place", "parties")


def test_a_reception_tells_that_guests_came() -> None:
    text = "Мэр Омска Пётр Лаптев принял делегацию Бреста. Стороны обсудили обмен школьниками."
    found = facts(text, "event", *SLOTS)
    assert ("visit", "held", "Омск", ["Брест", "Омск"]) in found
    assert ("meeting", "held", "Омск", ["Брест", "Омск"]) in found


def test_a_meeting_by_video_brings_nobody() -> None:
    text = "Мэр Омска Пётр Лаптев по видеосвязи встретился с делегацией Бреста."
    assert not [kind for (kind,) in facts(text, "event", "kind") if kind == "visit"]


def test_the_hosts_named_beside_the_visit_did_not_travel() -> None:
    text = "Мэр Омска Пётр Лаптев принял находящегося в городе с визитом председателя Брестского горисполкома."
    visits = [fact for fact in facts(text, "event", *SLOTS) if fact[0] == "visit"]
    assert all(place == "Омск" for _, _, place, _ in visits)


def test_guests_named_by_their_country_are_those_of_its_town() -> None:
    text = "В Омск прибыли гости из Китая. Мэр Пётр Лаптев встретился с делегацией города Харбин."
    visits = [fact for fact in facts(text, "event", *SLOTS) if fact[0] == "visit"]
    assert visits == [("visit", "held", "Омск", ["Омск", "Харбин"])]


def test_a_return_visit_goes_the_other_way() -> None:
    text = "Делегация Омска побывала в Бресте. Ответный визит намечен на сентябрь."
    assert ("visit", "planned", "Омск", ["Брест", "Омск"]) in facts(text, "event", *SLOTS)


def test_guests_see_the_sites_of_their_hosts_whoever_is_named_beside() -> None:
    text = "Делегация Омска прибыла в Лиду. Гости увидели музей и узнали о быте белорусов и поляков."
    tours = [fact for fact in facts(text, "event", *SLOTS) if fact[0] == "tour"]
    assert tours == [("tour", "held", "Лида", ["Лида", "Омск"])]


def test_a_delegation_of_a_body_comes_from_its_place() -> None:
    text = "Омск посетила делегация администрации Советского района Бреста."
    visits = facts(text, "event", *SLOTS)
    assert visits and visits[0][2] == "Омск"
    text = "Минскую область посетила делегация правительства Омской области."
    assert facts(text, "event", *SLOTS) == [("visit", "held", "Минская область", ["Минская область", "Омская область"])]


def test_guests_who_were_met_came_and_officials_who_met_need_not_have() -> None:
    text = "Мэр Омска Пётр Лаптев и председатель Мингорисполкома Иван Савицкий провели встречу в Минске."
    assert [kind for (kind,) in facts(text, "event", "kind")] == ["meeting"]
    assert ("visit", "held", "Минск", ["Минск", "Омск"]) in facts(text + " Гости осмотрели завод.", "event", *SLOTS)


def test_a_day_takes_its_year_from_the_visit() -> None:
    text = "Делегация Омска посетила Брест 25–28 сентября 2018 года. Встреча с мэром Бреста прошла 26 сентября."
    found = facts(text, "event", "kind", "date")
    assert ("meeting", "2018-09-26") in found


def test_the_stretch_of_a_visit_is_no_day_of_its_meeting() -> None:
    text = "Делегация Омска посетила Брест 25–28 сентября 2018 года. Гости встретились с мэром Бреста Иваном Савицким."
    assert ("meeting", None) in facts(text, "event", "kind", "date")


def test_who_came_along_takes_part_in_the_visit() -> None:
    text = (
        "В Брест прибыла делегация Омска во главе с мэром Петром Лаптевым. "
        "Вместе с ним приехали директор музея Анна Гусева и главный врач больницы Олег Тихий."
    )
    people = [p for kind, p in facts(text, "event", "kind", "participants") if kind == "visit"]
    assert people == [["Анна Гусева", "Олег Тихий", "Петр Лаптев"]]


def test_tourists_in_thousands_are_no_visit() -> None:
    text = "Мэр Омска Пётр Лаптев принял делегацию Бреста. В 2019 году в Омске побывали две тысячи туристов из Бреста."
    assert all(date is None for kind, date in facts(text, "event", "kind", "date") if kind == "visit")


def test_what_a_signing_will_lead_to_is_no_signing() -> None:
    text = "Делегация Омска посетила Брест. Подписание соглашения будет способствовать сближению Омска и Бреста."
    assert "signing" not in [kind for (kind,) in facts(text, "event", "kind")]


def test_the_twin_of_one_town_is_another() -> None:
    text = "В город-побратим Омска Брест прибыла делегация во главе с мэром Омска Петром Лаптевым."
    assert ("visit", "held", "Брест", ["Брест", "Омск"]) in facts(text, "event", *SLOTS)


def test_who_invites_is_visited() -> None:
    text = "По приглашению мэра Бреста Ивана Савицкого вице-мэр Омска Пётр Лаптев посетил город-побратим с визитом."
    found = facts(text, "event", *SLOTS, "participants")
    assert ("visit", "held", "Брест", ["Брест", "Омск"], ["Пётр Лаптев"]) in found


def test_what_is_prepared_has_its_own_day() -> None:
    text = (
        "Делегация Омска побывала в Бресте. Мэр Омска Пётр Лаптев и мэр Бреста Иван Савицкий "
        "обсудили проведение «Дней Омска в Бресте» в октябре."
    )
    assert ("meeting", None) in facts(text, "event", "kind", "date")


def test_a_round_table_of_the_visit_is_where_the_guests_are() -> None:
    text = "Делегация Омска посетила Брест. Гости приняли участие в круглом столе, прошло заседание рабочей группы."
    places = {place for kind, place in facts(text, "event", "kind", "place") if kind == "forum"}
    assert places == {"Брест"}


def test_a_caption_tells_of_no_event() -> None:
    text = "Делегация Омска побывала в Бресте.\n\nФото: Пётр Лаптев. Дни Омска в Бресте, 2023 год"
    assert [kind for (kind,) in facts(text, "event", "kind")] == ["visit"]


def test_who_returned_had_been_there() -> None:
    text = "Делегация Омска вернулась из Бреста. Гости увидели завод."
    assert ("visit", "held", "Брест", ["Брест", "Омск"]) in facts(text, "event", *SLOTS)


def test_a_note_in_the_first_person_is_said_by_its_author() -> None:
    text = (
        "Мэр Омска Пётр Лаптев\n\nВчера вернулись из Бреста. Встретился с мэром Бреста Иваном Савицким, прошли по "
        "цехам завода «Луч».\n\nВ июне ждём брестскую делегацию у себя. Готовимся встречать гостей!"
    )
    found = facts(text, "event", *SLOTS)
    assert ("visit", "held", "Брест", ["Брест", "Омск"]) in found
    assert ("meeting", "held", "Брест", ["Брест", "Омск"]) in found
    assert ("tour", "held", "Брест", ["Брест", "Омск"]) in found
    assert ("visit", "planned", "Омск", ["Брест", "Омск"]) in found


def test_a_land_stands_for_the_one_town_of_it() -> None:
    text = (
        "Железноводск и сербская Врнячка-Баня станут побратимами\n\nЖелезноводск подпишет соглашение с Врнячкой-Баней. "
        "Об этом договорились в ходе визита сербской делегации в Железноводск. Гости осмотрели санаторий «Дубрава». "
        "Врнячка-Баня – курорт Сербии."
    )
    visits = [fact for fact in facts(text, "event", *SLOTS) if fact[0] == "visit"]
    assert visits == [("visit", "held", "Железноводск", ["Врнячка-Баня", "Железноводск"])]


def test_two_sides_and_where_they_lie_sign_two_documents() -> None:
    text = "Администрации Слонимского района Гродненской области и Щёлковского района подписали два соглашения."
    assert facts(text, "event", "kind", "parties") == [("signing", ["Слонимский район", "Щёлковский район"])]


def test_whoever_takes_part_receives_nobody() -> None:
    text = (
        "Ереван и Ростов-на-Дону – города-побратимы. Принявший участие во встрече в мэрии генконсул Армении в Ростове "
        "Пётр Лаптев поблагодарил хозяев."
    )
    assert "visit" not in [kind for (kind,) in facts(text, "event", "kind")]


def test_the_town_that_sends_the_news_is_no_side() -> None:
    text = (
        "16 сентября, Минск /Корр. «Вестей»/. Об этом сообщили в посольстве Беларуси по итогам визита посла Беларуси "
        "Петра Лаптева в Ярославскую область.\n\nНа переговорах с губернатором региона обсудили поставки техники."
    )
    told = facts(text, "event", "kind", "parties", published="2025-09-16")
    assert ("visit", ["Беларусь", "Ярославская область"]) in told
    assert all("Минск" not in parties for _, parties in told)


def test_a_visit_to_the_twin_town_told_before() -> None:
    text = (
        "В Омске принимали делегацию из города-побратима Бреста. Не так давно мэр Омска Олег Лаптев посетил "
        "город-побратим."
    )
    assert ("visit", "Брест", ["Олег Лаптев"]) in facts(text, "event", "kind", "place", "participants")


def test_talks_beside_a_feast_have_a_day_of_their_own() -> None:
    text = (
        "Представители Комацу приедут 25 мая на юбилей Омска. Официальная встреча с руководителями города намечена на "
        "27 мая."
    )
    found = facts(text, "event", "kind", "date")
    assert ("days", "XXXX-05-27") not in found and ("meeting", "XXXX-05-27") in found
