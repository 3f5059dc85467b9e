"""The gazetteer: under the usual name, in any case form, by id."""

from __future__ import annotations

import pytest

from pobratim.reading.names.places.gazetteer import Gazetteer, base_forms, by_id, fold, gazetteer, lookup, table
from pobratim.reading.packed import load


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("Минск", 625144, "BY"),
        ("Орёл", 515012, "RU"),
        ("Орел", 515012, "RU"),
        ("Ростов-на-Дону", 501175, "RU"),
        ("Нижний Новгород", 520555, "RU"),
        ("Петропавловск-Камчатский", 2122104, "RU"),
        ("Набережные Челны", 523750, "RU"),
        ("Чанчунь", 2038180, "CN"),
        ("Шэньчжэнь", 1795565, "CN"),
        ("Нови-Сад", 3194360, "RS"),
        ("Бобруйск", 630468, "BY"),
        ("Ишим", 1505453, "RU"),
        ("Актобе", 610611, "KZ"),
        ("Санкт-Петербург", 498817, "RU"),
        ("Брест", 629634, "BY"),
        ("Гродно", 627904, "BY"),
        ("Улан-Батор", 2028462, "MN"),
        ("Шведт", 2834629, "DE"),
        ("Сумгайыт", 584923, "AZ"),
        ("Нью-Йорк", 5128581, "US"),
    ],
)
def test_cities_under_their_russian_names(name: str, geonames: int, country: str) -> None:
    place = lookup(name)[0]
    assert (place.geonames, place.country, place.type) == (geonames, country, "city")
    assert by_id(geonames) == place


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Екатеринбурга", "Екатеринбург"),
        ("Ростове-на-Дону", "Ростов-на-Дону"),
        ("Сочи", "Сочи"),
        ("Йошкар-Олы", "Йошкар-Ола"),
        ("Чанчунем", "Чанчунь"),
        ("Хайльбронна", "Хайльбронн"),
        ("Белоруссии", "Беларусь"),
        ("Татарстаном", "Татарстан"),
    ],
)
def test_case_forms(form: str, name: str) -> None:
    places = [place for _, place in gazetteer().inflected(form)]
    assert any(name in (place.name, *place.other_names) for place in places)


def test_names_of_several_words_in_any_case() -> None:
    length, places = gazetteer().phrases(["набережных", "челнов", "прошла", "встреча"])
    assert length == 2
    assert places[0].name == "Набережные Челны"
    assert gazetteer().phrases(["минской", "области"])[1][0].type == "region"
    assert gazetteer().phrases(["новых", "автобусов"]) == (0, [])


def test_what_it_has_not() -> None:
    assert lookup("Незнайград") == []
    assert by_id(1) is None


def test_capitals_of_countries_and_regions() -> None:
    assert lookup("Беларусь")[0].centre == "Минск"
    assert lookup("Татарстан")[0].centre == "Казань"
    assert lookup("Республика Татарстан")[0].name == "Татарстан"


def test_every_line_is_a_place_on_earth() -> None:
    table = gazetteer()
    for number in range(0, len(table._lines), 50):
        place = table._place(number)
        assert place.name
        assert len(place.country) == 2
        assert place.lat is None or -90 <= place.lat <= 90
        assert place.lon is None or -180 <= place.lon <= 180


def test_the_index_is_that_of_the_table() -> None:
    names = {fold(name) for line in table().splitlines() for name in line.split("\t")[7].split("|")}
    assert names == set(gazetteer()._numbers)
    for line in table().splitlines()[::500]:
        id_, *_, called, _ = line.split("\t")
        assert all(int(id_) in {place.geonames or 0 for place in lookup(name)} for name in called.split("|"))


def test_an_index_of_another_table_is_refused() -> None:
    with pytest.raises(ValueError, match="pack_gazetteer"):
        Gazetteer("1\tcity\tBY\tBY-MI\t53.9\t27.6\t2\tМинск\t\n", load("places/names.npz"))


def test_adjectives_that_name_no_place_are_not_looked_for() -> None:
    assert "глубокое" in base_forms("Глубоком")
    assert "минская" not in base_forms("минской")


def test_countries_under_names_of_one_word() -> None:
    names = {name for name, _ in gazetteer().countries()}
    assert {"беларусь", "белоруссия", "китай"} <= names
    assert "южная корея" not in names


def test_fold() -> None:
    assert fold("ОРЁЛ") == "орел"
    assert fold("Нови  Сад") == "нови сад"


def test_regions_under_names_they_no_longer_have() -> None:
    assert [lookup(name)[0].geonames for name in ("Пермская область", "Читинская область")] == [511180, 7779061]
    assert lookup("Восточный Казахстан") == lookup("ВКО") == lookup("Восточно-Казахстанская область")


@pytest.mark.parametrize("town", ["Свислочь", "Лельчицы", "Хотимск", "Зеренда", "Сурдулица"])
def test_centres_of_districts_are_known_though_nobody_counts_their_people(town: str) -> None:
    assert any(place.type == "city" for place in lookup(town))
