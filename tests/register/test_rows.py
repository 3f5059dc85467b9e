"""A register as a set of rows."""

import dataclasses

from pobratim.register.rows import Place, Register

MINSK = Place(id="city:minsk", type="city", name="Минск")
OMSK = Place(id="city:omsk", type="city", name="Омск")


def test_a_register_with_other_rows_leaves_the_first_as_it_was():
    first = Register(places=(MINSK,))
    other = dataclasses.replace(first, places=(OMSK,))

    assert set(first.by_id) == {MINSK.id}
    assert set(other.by_id) == {OMSK.id} and other.get(MINSK.id) is None


def test_it_says_the_name_of_a_row_and_the_id_of_what_it_lacks():
    register = Register(places=(MINSK,))

    assert register.name(MINSK.id) == "Минск"
    assert register.name("city:brest") == "city:brest"
    assert register.name(None) == ""
