"""Who takes part in what a sentence tells."""

from __future__ import annotations

from tests.reading.records.facts import fact, facts


def test_who_sends_a_delegation_does_not_come() -> None:
    text = (
        "По поручению губернатора Омской области Павла Лаптева делегация региона под руководством вице-губернатора "
        "Ильи Савицкого посетила Китай."
    )
    assert fact(text, "event", "kind", "participants") == ("visit", ["Илья Савицкий"])


def test_whom_the_speaker_met_is_there_too() -> None:
    text = "Об этом мэр Омска Павел Лаптев заявил в ходе встречи с губернатором Брестской области Яном Котовым."
    assert fact(text, "event", "kind", "participants") == ("meeting", ["Павел Лаптев", "Ян Котов"])


def test_who_reminds_of_a_forum_was_not_told_to_be_there() -> None:
    text = "Мэр Омска Павел Лаптев напомнил, что в 2023 году в Омске прошёл Форум регионов Беларуси и России."
    assert fact(text, "event", "kind", "participants") == ("forum", [])


def test_those_who_came_met_their_hosts() -> None:
    text = (
        "В Омске в городской администрации 3 апреля состоялась встреча с делегацией Бреста.\n\nВместе с руководителем "
        "делегации, вице-мэром Бреста Яном Котовым приехали Анна Белова, директор бюро мэра города, и Илья Тихий, "
        "сотрудник бюро."
    )
    assert ("meeting", ["Анна Белова", "Ян Котов"]) in facts(text, "event", "kind", "participants")


def test_whose_greetings_are_handed_over_was_not_there() -> None:
    text = (
        "Делегация Омска прибыла в Брест. На встрече с мэром Бреста Яном Котовым гости передали поздравления от "
        "мэра Омска Павла Лаптева."
    )
    found = facts(text, "event", "kind", "participants")
    assert ("meeting", ["Ян Котов"]) in found and ("visit", []) in found
