"""Tours: what guests see, and what is neither a site nor seen by guests."""

from __future__ import annotations

from tests.reading.records.facts import facts

_VISIT = "Делегация Омска посетила Брест. "


def test_what_is_for_sale_is_not_toured() -> None:
    text = _VISIT + "Надеюсь, жители Омска увидят на полках магазинов конфеты фабрики «Зорька»."
    assert facts(text, "event", "kind") == [("visit",)]


def test_the_stages_of_a_feast_are_no_sites() -> None:
    text = "В Омск прибудет делегация Бреста. Гости посетят несколько праздничных площадок."
    assert ("tour",) not in facts(text, "event", "kind")
    assert ("tour",) in facts(text.replace("праздничных", "производственных"), "event", "kind")


def test_who_is_told_of_a_plant_elsewhere_does_not_see_it() -> None:
    text = _VISIT + "Гостям рассказали о работе завода «Луч» и школы № 5."
    assert facts(text, "event", "kind") == [("visit",)]


def test_a_town_to_which_they_set_out_is_no_sight() -> None:
    text = "Делегация Бреста отправилась в Омск, а затем направилась в столицу Татарстана Казань."
    assert ("tour",) not in facts(text, "event", "kind")


def test_the_hosts_on_the_other_side_of_a_contrast_see_nothing() -> None:
    text = (
        "Делегация Перми побывала в Минске. С мэром Перми Петром Лаптевым встретился глава Минска Иван Савицкий, "
        "а 20 мая уральцы осмотрели завод «Луч»."
    )
    tours = [event for event in facts(text, "event", "kind", "place", "parties") if event[0] == "tour"]
    assert tours == [("tour", "Минск", ["Минск", "Пермь"])]


def test_the_opening_of_a_show_is_no_site() -> None:
    text = "Делегация Омска работает в Минске. Побывали гости также на открытии выставки «Весна»."
    assert "tour" not in {kind for (kind,) in facts(text, "event", "kind")}
