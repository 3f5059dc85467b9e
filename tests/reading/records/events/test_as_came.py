"""Guests called by the land around the town that they came from. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts

CAME = "На этой неделе в Бобруйске работала группа специалистов управления коммунального хозяйства Ельца."


def test_guests_of_a_land_are_those_who_came_from_its_town() -> None:
    text = f"{CAME} Гости из Липецкой области осмотрели мусоросортировочный завод."
    assert [set(parties) for kind, parties in facts(text, "event", "kind", "parties") if kind == "tour"] == [
        {"Елец", "Бобруйск"}
    ]


def test_guests_of_another_land_are_others() -> None:
    text = f"{CAME} Гости из Тульской области осмотрели мусоросортировочный завод."
    tours = [set(parties) for kind, parties in facts(text, "event", "kind", "parties") if kind == "tour"]
    assert {"Елец", "Бобруйск"} not in tours


def test_a_title_that_tells_of_the_signing_tells_of_no_talks() -> None:
    text = (
        "Депутаты Ярославля и Витебска договорились дружить\n\nСоглашение между Ярославлем и Витебском подписали "
        "25 апреля председатель муниципалитета Ярославля Артур Лаптев и председатель Витебского горсовета Дмитрий Жук."
    )
    assert [kind for (kind,) in facts(text, "event", "kind")] == ["signing"]
