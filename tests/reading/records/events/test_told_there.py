"""Events by what stands beside them: «где …», «договорённость о …», visits in turn, «их принял …». All people are
invented."""

from __future__ import annotations

from tests.reading.records.facts import fact, facts


def test_what_goes_on_where_they_went() -> None:
    text = (
        "Мэр Омска Пётр Лаптев отправился с визитом в Беларусь. Первым пунктом поездки станет Могилёв, где планируется "
        "подписать соглашение о побратимских связях."
    )
    assert ("signing", "Могилёв", "planned") in facts(text, "event", "kind", "place", "status")


def test_a_mayor_who_meets_them_where_they_came_is_of_that_town() -> None:
    text = "Делегация Бреста прибыла в Омск, где состоялась встреча с мэром Петром Лаптевым."
    assert fact(text, "post", "person", "place") == ("Петр Лаптев", "Омск")
    assert ("visit", []) in facts(text, "event", "kind", "participants")


def test_what_is_agreed_on_is_to_come() -> None:
    text = (
        "Мэры Омска и Бреста провели переговоры. Достигнута договорённость о подписании протокола осенью в Бресте."
    )
    found = facts(text, "event", "kind", "date", "status", published="2023-05-16")
    assert ("signing", "2023", "planned") in found


def test_guests_meant_by_a_pronoun_after_the_title() -> None:
    text = (
        "Депутаты Омской городской думы побывали в Бресте с визитом\n\n"
        "Их принял председатель Брестского городского Совета депутатов Иван Котов. Омск и Брест – побратимы."
    )
    assert ("meeting", ["Брест", "Омск"]) in facts(text, "event", "kind", "parties")


def test_two_visits_in_turn() -> None:
    text = (
        "Делегация Омска побывала в Бресте с ответным визитом. Гости осмотрели крепость. "
        "Первый визит делегации Бреста в Омск состоялся в мае."
    )
    visits = [place for kind, place in facts(text, "event", "kind", "place") if kind == "visit"]
    assert sorted(visits) == ["Брест", "Омск"]


def test_what_is_seen_is_told_by_its_town() -> None:
    text = (
        "Омск и Брест подписали план. – Ждём омичей в Бресте осенью, – сказал мэр Бреста Иван Котов. "
        "Делегация Бреста посетила омский завод «Луч»."
    )
    assert ("tour", "Омск") in facts(text, "event", "kind", "place")


def test_districts_of_one_city_are_no_partners() -> None:
    text = (
        "Ленинский район Бреста и Кировский район Омска подписали соглашение о партнёрстве. Ранее партнёрами стали "
        "Московский район Бреста и Советский район Омска."
    )
    found = [parties for (parties,) in facts(text, "partnership", "parties")]
    assert ["Московский район Бреста", "Советский район Омска"] in found
    assert all({name.split()[-1] for name in parties} == {"Бреста", "Омска"} for parties in found)
