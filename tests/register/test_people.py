from __future__ import annotations

import pytest

from pobratim.model.reading import Reading
from pobratim.register.profiles import Name, parse_name
from pobratim.register.rows import Person
from tests.register.make import derive, judged, meeting, mention, place_id, post, reading


@pytest.mark.parametrize(("text", "name"), [
    ("Владимир Кухарев", Name("кухарев", "владимир")),
    ("В. Кухарев", Name("кухарев", "в")),
    ("В.Е. Кухарев", Name("кухарев", "в")),
    ("Кухарев", Name("кухарев", "")),
    ("Семён Королёв", Name("королев", "семен")),
    ("Наталия Петрова", Name("петрова", "наталья")),
    ("Анна-Мария Орлова", Name("орлова", "анна-мария")),
    ("", Name("", "")),
])
def test_names_as_they_are_compared(text: str, name: Name) -> None:
    assert parse_name(text) == name


def people(*readings: Reading) -> list[Person]:
    return list(derive(*readings).people)


def mayor(name: str, city: str = "Омск", *, file: str, title: str = "мэр", partner: str = "Минск") -> Reading:
    return reading(meeting(city, partner, people=[name]), post(name, title, place=city), name=file)


def test_initial_and_full_name_with_one_office_are_one() -> None:
    (person,) = people(
        mayor("Павел Громов", file="а"), mayor("П. Громов", file="б"), mayor("П.С. Громов", file="в")
    )
    assert person.id == "pavel-gromov"
    assert person.name == "Павел Громов"
    assert person.variants == ("П. Громов", "П.С. Громов")
    assert len(person.documents) == 3
    assert len(person.posts) == 1


def test_an_initial_that_does_not_fit_is_another() -> None:
    assert len(people(mayor("Павел Громов", file="а"), mayor("И. Громов", file="б"))) == 2


def test_two_given_names_are_two_people_even_in_one_office() -> None:
    assert len(people(mayor("Павел Громов", file="а"), mayor("Илья Громов", file="б"))) == 2


def test_namesakes_of_two_cities_are_two_with_their_cities_in_their_ids() -> None:
    rows = people(
        mayor("Павел Громов", "Омск", file="а"),
        mayor("Павел Громов", "Казань", file="б", partner="Брест"),
    )
    assert {row.id for row in rows} == {"pavel-gromov-omsk", "pavel-gromov-kazan"}


def test_a_document_that_names_the_former_place_of_service_tells_of_one_person() -> None:
    council = "Брестский городской Совет депутатов"
    (person,) = people(
        reading(meeting("Брест", "Пермь"), post("Павел Громов", "председатель", organization=council), name="а"),
        reading(
            meeting("Омск", "Тула"),
            post("Павел Громов", "мэр", place="Омск"),
            mention(council, "organization"),
            name="б",
        ),
    )
    assert {held.title for held in person.posts} == {"председатель", "мэр"}


def test_latin_letters_of_one_office_are_one_person_called_in_cyrillic() -> None:
    (person,) = people(mayor("Uladzimir Kukharau", file="а"), mayor("Владимир Кухарев", file="б"))
    assert (person.name, person.variants) == ("Владимир Кухарев", ("Uladzimir Kukharau",))


@pytest.mark.parametrize(("latin", "city"), [
    ("Uladzimir Kukharau", "Казань"),      # another office, nothing in common
    ("Ihar Kukharau", "Омск"),             # another given name
    ("Uladzimir Kuharchuk", "Омск"),       # another surname
])
def test_latin_letters_of_somebody_else_are_not(latin: str, city: str) -> None:
    assert len(people(mayor(latin, city, file="а", partner="Тула"), mayor("Владимир Кухарев", file="б"))) == 2


def test_one_name_in_two_cities_of_one_tie_is_one_person() -> None:
    rows = people(
        mayor("Павел Громов", "Омск", file="а", partner="Минск"),
        mayor("Павел Громов", "Минск", file="б", partner="Омск"),
    )
    assert len(rows) == 1
    assert len(rows[0].posts) == 2


def test_a_change_of_office_leaves_one_person_with_two_posts() -> None:
    first = reading(post("Павел Громов", "заместитель мэра", place="Омск"), name="а", published="2019-03-01")
    then = reading(post("Павел Громов", "мэр", place="Омск"), name="б", published="2023-05-10")
    again = reading(post("Павел Громов", "мэр", place="Омск"), name="в", published="2024-06-11")
    (person,) = people(first, then, again)
    assert [(held.title, held.attested) for held in person.posts] == [
        ("мэр", ("2023-05-10", "2024-06-11")), ("заместитель мэра", ("2019-03-01",)),
    ]


def test_the_mayor_who_became_governor_of_the_oblast_is_one_person() -> None:
    rows = people(
        mayor("Павел Громов", "Омск", file="а"),
        mayor("Павел Громов", "Омская область", file="б", title="губернатор", partner="Казань"),
    )
    assert len(rows) == 1


def test_namesakes_in_two_towns_of_one_oblast_are_two() -> None:
    rows = people(
        mayor("Павел Громов", "Омск", file="а", partner="Минск"),
        mayor("Павел Громов", "Тара", file="б", partner="Казань"),
        reading(meeting("Омская область", "Брест"), name="в"),
    )
    assert len(rows) == 2


def test_one_office_told_by_its_organization_and_by_its_place_is_one_post() -> None:
    (person,) = people(
        reading(post("Павел Громов", "председатель", organization="Мингорисполком", place="Минск"), name="а"),
        reading(post("Павел Громов", "председатель", organization="Мингорисполком"), name="б"),
        reading(post("Павел Громов", "председатель", place="Минск"), name="в"),
    )
    (held,) = person.posts
    assert held.place == place_id("Минск")
    assert held.organization == "org-minskiy-gorodskoy-ispolnitelnyy-komitet"
    assert len(held.documents) == 3


def test_the_surname_alone_joins_the_only_one_of_its_document() -> None:
    page = reading(
        meeting("Минск", "Омск", people=["Павел Громов", "Громов"]), post("Павел Громов", "мэр", place="Омск")
    )
    (person,) = people(page)
    assert person.variants == ("Громов",)


def test_the_surname_alone_joins_the_only_one_of_its_tie() -> None:
    page = reading(meeting("Минск", "Омск", people=["Громов"]), name="б")
    rows = people(mayor("Павел Громов", file="а"), page)
    assert len(rows) == 1


def test_the_surname_alone_of_another_tie_is_its_own_row() -> None:
    page = reading(meeting("Брест", "Казань", people=["Громов"]), name="б")
    rows = people(mayor("Павел Громов", file="а"), page)
    assert {row.name for row in rows} == {"Павел Громов", "Громов"}


def test_the_surname_alone_of_two_that_fit_joins_neither_and_is_left_to_judge() -> None:
    readings = (
        mayor("Павел Громов", file="а"),
        mayor("Илья Громов", "Минск", file="б", partner="Омск"),
        reading(meeting("Минск", "Омск", people=["Громов"]), name="в"),
    )
    assert len(people(*readings)) == 3
    unsure = [one for one in judged(*readings).judgements if one.judgement == "unsure"]
    assert [one.by for one in unsure] == ["surname_fits", "surname_fits"]


def test_yo_and_spellings_of_the_given_name_do_not_part() -> None:
    (person,) = people(mayor("Семён Королёв", file="а"), mayor("Семен Королев", file="б"))
    assert {person.name, *person.variants} == {"Семён Королёв", "Семен Королев"}
    assert len(people(mayor("Наталья Королёва", file="а"), mayor("Наталия Королева", file="б"))) == 1


def test_a_slip_of_one_letter_in_the_same_office_is_kept_as_a_variant() -> None:
    (person,) = people(
        mayor("Павел Громов", file="а"), mayor("Павел Громов", file="б"), mayor("Павел Грамов", file="в")
    )
    assert (person.name, person.variants) == ("Павел Громов", ("Павел Грамов",))


def test_one_letter_in_another_office_or_for_gender_is_another_person() -> None:
    assert len(people(mayor("Павел Громов", file="а"), mayor("Павел Грамов", file="б", title="депутат"))) == 2
    assert len(people(mayor("Женя Громов", file="а"), mayor("Женя Громова", file="б"))) == 2


def test_one_name_without_any_post_is_one_until_something_speaks_against_it() -> None:
    photo = reading(mention("Вера Лис"), name="а"), reading(mention("Вера Лис"), name="б")
    assert len(people(*photo)) == 1


def test_a_bare_name_beside_two_namesakes_stays_alone() -> None:
    rows = people(
        mayor("Павел Громов", "Омск", file="а", partner="Минск"),
        mayor("Павел Громов", "Казань", file="б", partner="Брест"),
        reading(mention("Павел Громов"), name="в"),
    )
    assert len(rows) == 3


def test_every_join_has_its_reason_in_russian() -> None:
    derivation = judged(mayor("Павел Громов", file="а"), mayor("П. Громов", file="б"))
    (one,) = (one for one in derivation.judgements if one.by == "initial_fits")
    assert one.judgement == "same"
    assert one.left < one.right
    assert 0.6 <= one.score <= 1
    assert one.reasons == ("инициал и фамилия подходят, общее место, организация или связь городов",)


def test_a_first_letter_is_no_slip() -> None:
    assert len(people(mayor("Павел Громов", file="а"), mayor("Павел Хромов", file="б"))) == 2


def test_the_mayor_who_became_a_minister_is_one_person_unless_two_mayors_bear_the_name() -> None:
    minister = mayor("Павел Громов", "Россия", file="в", title="министр", partner="Узбекистан")
    omsk = mayor("Павел Громов", "Омск", file="а")
    kazan = mayor("Павел Громов", "Казань", file="б", partner="Брест")
    assert len(people(omsk, minister)) == 1
    assert len(people(omsk, kazan, minister)) == 3


def test_many_bare_mentions_are_quickly_one() -> None:
    pages = [reading(mention("Вера Лис"), name=f"{number}") for number in range(300)]
    (person,) = people(*pages)
    assert len(person.documents) == 300


def test_a_name_left_in_a_case_is_that_of_the_same_office() -> None:
    (person,) = people(
        mayor("Павел Громов", file="а"), mayor("Павлу Громову", file="б"), mayor("Павлу Громову", file="в")
    )
    assert (person.name, person.variants) == ("Павел Громов", ("Павлу Громову",))


def test_a_name_left_in_a_case_of_another_tie_is_another_person() -> None:
    far = mayor("Павлу Громову", "Казань", file="б", partner="Брест")
    assert len(people(mayor("Павел Громов", file="а"), far)) == 2


def of_day(name: str, published: str, *, title: str = "", city: str = "Омск") -> Reading:
    posts = [post(name, title, place=city)] if title else []
    return reading(meeting("Минск", "Омск", people=[name]), *posts, name=f"{name} {published}", published=published)


def test_the_surname_alone_is_of_who_was_named_in_those_years() -> None:
    rows = people(
        of_day("Павел Громов", "2012-03-01", title="мэр"), of_day("Павел Громов", "2014-05-01", title="мэр"),
        of_day("Илья Громов", "2022-03-01", title="мэр", city="Минск"),
        of_day("Громов", "2013-04-01"),
    )
    assert {row.name: len(row.documents) for row in rows} == {"Павел Громов": 3, "Илья Громов": 1}


def test_the_surname_alone_of_a_year_in_which_nobody_of_that_name_is_known_is_left_to_judge() -> None:
    readings = of_day("Павел Громов", "2012-03-01", title="мэр"), of_day("Громов", "2024-04-01", title="мэр")
    assert len(people(*readings)) == 2
    (unsure,) = (one for one in judged(*readings).judgements if one.judgement == "unsure" and one.by == "surname_fits")
    assert "в другие годы" in unsure.reasons[0]


def test_of_two_that_bear_a_surname_it_is_the_one_of_that_office() -> None:
    rows = people(
        of_day("Павел Громов", "2022-03-01", title="мэр"), of_day("Илья Громов", "2022-04-01", title="депутат"),
        of_day("Громов", "2022-05-01", title="депутат"),
    )
    assert {row.name: len(row.documents) for row in rows} == {"Павел Громов": 1, "Илья Громов": 2}


def test_a_slip_in_one_document_of_those_years_and_that_tie_is_likely_the_same_person() -> None:
    (person,) = people(
        of_day("Павел Громов", "2022-03-01", title="мэр"), of_day("Павел Громов", "2022-04-01"),
        of_day("Павел Громав", "2022-05-01"),
    )
    assert person.variants == ("Павел Громав",)
    assert len(people(of_day("Павел Громов", "2012-03-01"), of_day("Павел Громав", "2022-05-01"))) == 2


def often(name: str, city: str, *, partner: str, years: range) -> list[Reading]:
    """News of a mayor, one a year."""
    return [
        reading(meeting(city, partner, people=[name]), post(name, "мэр", place=city), name=f"{city} {year}",
                published=f"{year}-03-01")
        for year in years
    ]


def test_namesakes_who_serve_on_both_sides_of_a_tie_are_two() -> None:
    omsk = often("Павел Громов", "Омск", partner="Минск", years=range(2010, 2014))
    minsk = often("Павел Громов", "Минск", partner="Омск", years=range(2012, 2016))
    somebody = reading(meeting("Минск", "Омск", people=["Павел Громов"]), name="фото", published="2013-06-01")
    rows = people(*omsk, *minsk, somebody)
    assert sorted(len(row.documents) for row in rows) == [1, 4, 4]
    unsure = [one for one in judged(*omsk, *minsk, somebody).judgements if one.judgement == "unsure"]
    assert {one.by for one in unsure} == {"same_full_name"}  # whoever is on the photograph


def test_one_document_that_puts_a_mayor_in_the_other_city_of_the_tie_makes_no_namesake() -> None:
    omsk = often("Павел Громов", "Омск", partner="Минск", years=range(2010, 2014))
    wrong = often("Павел Громов", "Минск", partner="Омск", years=range(2012, 2013))
    assert len(people(*omsk, *wrong)) == 1


def test_who_held_the_office_of_the_other_city_at_another_time_is_left_to_judge() -> None:
    readings = [
        *often("Павел Громов", "Омск", partner="Минск", years=range(2008, 2012)),
        *often("Павел Громов", "Минск", partner="Омск", years=range(2016, 2020)),
    ]
    assert len(people(*readings)) == 2
    (unsure,) = (one for one in judged(*readings).judgements if one.judgement == "unsure")
    assert unsure.by == "namesakes_of_one_time"


def test_an_initial_in_latin_letters_makes_no_one_of_two_given_names() -> None:
    rows = people(
        mayor("Алексей Громов", file="а"), mayor("А. Громов", file="б"),
        mayor("Александр Громов", "Минск", file="в", partner="Омск"),
        mayor("Aleksandr Gromov", "Минск", file="г", partner="Омск"),
    )
    assert {row.name for row in rows} == {"Алексей Громов", "Александр Громов"}


def test_an_organization_named_for_the_sake_of_the_tie_is_no_former_place_of_service() -> None:
    hall = "Брестский городской Совет депутатов"
    rows = people(
        reading(
            meeting("Брест", "Омск"), post("Павел Громов", "председатель", organization=hall, place="Брест"), name="а",
            published="2010-01-01",
        ),
        *often("Павел Громов", "Омск", partner="Брест", years=range(2016, 2020)),
        reading(
            meeting("Омск", "Брест", people=["Павел Громов"]), post("Павел Громов", "мэр", place="Омск"),
            mention(hall, "organization"), name="б", published="2020-05-01",
        ),
    )
    reasons = {one.by for one in judged().judgements}
    assert "served_there_before" not in reasons
    assert len(rows) == 1  # of one document nobody knows whether it names the right city


def test_an_initial_of_another_city_in_one_document_is_another_person() -> None:
    page = reading(
        meeting("Минск", "Омск", people=["Павел Громов", "П. Громов"]),
        post("Павел Громов", "мэр", place="Омск"), post("П. Громов", "депутат", place="Минск"),
    )
    assert {row.name for row in people(page)} == {"Павел Громов", "П. Громов"}


def test_an_ambassador_is_of_the_country_that_sends_and_of_the_city_that_has_the_consulate() -> None:
    def consul(place: str, year: int) -> Reading:
        return reading(
            meeting("Минск", "Россия", people=["Павел Громов"]), post("Павел Громов", "посол", place=place),
            name=f"{place} {year}", published=f"{year}-03-01",
        )

    pages = [consul(place, year) for place in ("Россия", "Минск") for year in range(2010, 2014)]
    assert len(people(*pages)) == 1
