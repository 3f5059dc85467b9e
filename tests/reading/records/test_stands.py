"""Who stands for which place."""

from __future__ import annotations

from tests.reading.records.facts import fact, facts


def test_the_head_of_a_district_signs_for_the_town_that_the_text_speaks_of() -> None:
    text = (
        "Соглашение подписали Сосновый Бор и финская Лахти. Об этом сообщил глава администрации Сосновоборского "
        "округа Павел Лаптев. Документ подписали Павел Лаптев и мэр Лахти Юхани Каллио."
    )
    expected = ("agreement", ["Лахти", "Сосновый Бор"], ["Павел Лаптев", "Юхани Каллио"])
    assert fact(text, "agreement", "kind", "parties", "signatories") == expected


def test_two_okrugs_are_two_sides_however_alike_their_names() -> None:
    text = (
        "Префект Центрального административного округа Москвы Владимир Лаптев встретился с главой Центрального округа "
        "Савски-Венац города Белград Иреной Петрович."
    )
    parties = ["Центральный административный округ Москвы", "Центральный округ"]
    assert fact(text, "event", "parties") == (parties,)


def test_a_land_only_says_from_where_the_one_is_who_signs() -> None:
    text = (
        "Со стороны Болгарии договор о побратимстве подписала заместитель мэра города Первомай Анна Котова, с "
        "российской стороны – глава Твери Иван Лосев."
    )
    assert fact(text, "agreement", "parties") == (["Первомай", "Тверь"],)


def test_who_receives_a_colleague_is_not_the_colleague() -> None:
    text = "24 марта мэр Орла Сергей Лаптев принял мэра Гродно."
    assert ("meeting", ["Гродно", "Орёл"]) in facts(text, "event", "kind", "parties")


def test_people_of_several_bodies_stand_for_each_of_their_places() -> None:
    text = "Состоялась встреча депутатов Омска с членами молодёжных парламентов Псковской и Тверской областей."
    assert ("meeting", ["Омск", "Псковская область", "Тверская область"]) in facts(text, "event", "kind", "parties")


def test_a_district_and_what_lies_around_it_are_one_side() -> None:
    text = "Заключён меморандум между префектурой Гирсан Улан-Батора и Советским районом Омска. Улан-Батор рад."
    assert fact(text, "agreement", "parties") == (["Гирсан", "Советский район Омска"],)
    text = (
        "Мэр Омска Пётр Лаптев отметил, что Омская городская Дума сотрудничает с руководством Народного Правительства "
        "района Айгунь округа Хэйхэ уже много лет."
    )
    assert fact(text, "partnership", "parties") == (["Айгунь", "Омск"],)
