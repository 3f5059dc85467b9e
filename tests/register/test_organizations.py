from __future__ import annotations

import pytest

from pobratim.model.reading import Reading
from pobratim.register.organization_names import plain_name, take_apart
from pobratim.register.rows import Organization
from tests.register.make import derive, judged, meeting, place_id, post, reading, tour

PLACES = {
    "минск": "minsk", "омск": "omsk", "омская область": "omsk-oblast", "москва": "moscow", "беларусь": "by",
    "ростов-на-дону": "rostov", "нижний новгород": "nizhny", "республика беларусь": "by", "сочи": "sochi",
}


@pytest.mark.parametrize(("name", "place"), [
    ("Омская городская дума", "omsk"),
    ("администрация города Омска", "omsk"),
    ("правительство Омской области", "omsk-oblast"),   # the oblast's, not the city's
    ("Московский метрополитен", "moscow"),
    ("администрация Ростова-на-Дону", "rostov"),
    ("Дума Нижнего Новгорода", "nizhny"),
    ("Министерство экономики Республики Беларусь", "by"),
    ("Сочинский морской порт", "sochi"),
    ("Амкодор", None),
    ("Минскэнерго", "minsk"),
])
def test_the_place_in_a_name(name: str, place: str | None) -> None:
    assert take_apart(name, PLACES).place == place


def test_the_oblast_is_not_taken_for_its_city_where_the_document_does_not_name_the_oblast() -> None:
    assert take_apart("администрация Омской области", {"омск": "omsk"}).place is None


@pytest.mark.parametrize(("name", "needs"), [
    ("администрация города", True), ("Городская дума", True), ("часовой завод", True), ("школа № 5", True),
    ("Министерство образования", True), ("Амкодор", False), ("Минский часовой завод", False),
    ("Дворец Республики", False), ("Мингорисполком", False),
])
def test_which_names_tell_nothing_without_a_place(name: str, needs: bool) -> None:
    assert take_apart(name, PLACES).needs_place is needs


@pytest.mark.parametrize(("short", "full"), [
    ("ОАО «МАЗ»", "Минский автомобильный завод"),
    ("Брестский горисполком", "Брестский городской исполнительный комитет"),
    ("Мингорисполком", "Минский городской исполнительный комитет"),
    ("мэрия Омска", "администрация Омска"),
])
def test_short_forms_are_written_out(short: str, full: str) -> None:
    assert plain_name(short) == plain_name(full)


def organizations(*readings: Reading) -> list[Organization]:
    return list(derive(*readings).organizations)


def visited(name: str, *, file: str, place: str = "Минск", aliases: tuple[str, ...] = ()) -> Reading:
    stop = tour("Минск", "Омск", place=place, organizations=[name])
    return reading(stop, name=file, aliases={name: aliases})


def test_a_plant_and_its_well_known_short_name_are_one() -> None:
    (row,) = organizations(visited("МАЗ", file="а"), visited("Минский автомобильный завод", file="б"))
    assert (row.name, row.aliases) == ("Минский автомобильный завод", ("МАЗ",))
    assert row.id == "org-minskiy-avtomobilnyy-zavod"
    assert row.place == place_id("Минск")


def test_a_short_name_that_a_document_explains_joins_everywhere() -> None:
    (row,) = organizations(
        visited("Омский завод колёсных машин", file="а", aliases=("ОЗКМ",)),
        visited("ОЗКМ", file="б"),
    )
    assert (row.name, row.aliases) == ("Омский завод колёсных машин", ("ОЗКМ",))


def test_a_short_name_of_two_unlike_organizations_joins_neither() -> None:
    readings = (
        visited("Волжский приборный институт", file="а", aliases=("ВПИ",)),
        visited("Восточный пищевой консорциум", file="б", aliases=("ВПИ",)),
        visited("ВПИ", file="в"),
    )
    assert len(organizations(*readings)) == 3
    found = [one.judgement for one in judged(*readings).judgements if one.by == "shared_alias"]
    assert found == ["unsure", "unsure"]


def test_legal_form_case_and_quotation_marks_do_not_matter() -> None:
    assert len(organizations(visited("ОАО «Амкодор»", file="а"), visited("Амкодор", file="б"))) == 1


def test_the_administration_of_two_cities_is_two() -> None:
    rows = organizations(
        reading(post("Анна Ким", "глава", organization="администрация города", place="Омск"), name="а"),
        reading(post("Олег Ли", "глава", organization="администрация города", place="Томск"), name="б"),
        reading(post("Анна Ким", "глава", organization="администрация города", place="Омск"), name="в"),
    )
    assert sorted((row.place, len(row.documents)) for row in rows) == [
        (place_id("Томск"), 1), (place_id("Омск"), 2),
    ]


def test_the_administration_named_with_its_city_is_that_of_the_city() -> None:
    (row,) = organizations(
        reading(
            meeting("Омск", "Минск"), post("Анна Ким", "глава", organization="администрация Омска"), name="а"
        ),
        reading(post("Анна Ким", "глава", organization="администрация города", place="Омск"), name="б"),
    )
    assert row.name == "администрация Омска"
    assert row.place == place_id("Омск")


def test_the_city_council_is_not_the_oblast_council() -> None:
    rows = organizations(
        reading(
            meeting("Омск", "Омская область", "Минск"),
            post("Анна Ким", "депутат", organization="Омский городской Совет"),
            post("Олег Ли", "депутат", organization="Совет Омской области"),
        )
    )
    assert {row.place for row in rows} == {place_id("Омск"), place_id("Омская область")}


def test_a_name_that_tells_nothing_stays_within_its_document() -> None:
    rows = organizations(
        reading(meeting("Минск", "Омск", organizations=["завод"]), name="а"),
        reading(meeting("Минск", "Томск", organizations=["завод"]), name="б"),
    )
    assert len(rows) == 2
    assert len({row.id for row in rows}) == 2
