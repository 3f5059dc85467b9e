"""The map of a register's ties."""

import dataclasses

from pobratim.register.rows import Place, Register, Tie
from pobratim.web.geo.ties import shapes, step, tie_map
from pobratim.web.ties import tie_lines
from tests.web import make


def test_each_tie_is_an_arc_the_busiest_on_top():
    arcs = tie_map(tie_lines(make.REGISTER), make.REGISTER).arcs

    assert [(arc.line.tie.id, arc.line.kind) for arc in arcs] == [
        ("tie:vitebsk-smolensk", "other"),
        ("tie:minsk-omsk", "twin"),
    ]


def test_a_place_outside_or_without_a_position_is_named_beyond():
    nowhere = Place(id="city:nowhere", type="city", name="Нигде")
    register = dataclasses.replace(
        make.REGISTER,
        places=(*make.REGISTER.places, nowhere),
        ties=(*make.REGISTER.ties, Tie(id="t", parties=(make.MINSK, nowhere.id))),
    )

    assert tie_map(tie_lines(register), register).beyond == (make.HAVANA, nowhere.id)


def test_all_dots_and_arcs_are_in_view():
    found = tie_map(tie_lines(make.REGISTER), make.REGISTER)
    x, y, width, height = found.view

    points = [(dot.x, dot.y) for dot in found.dots] + [arc.top for arc in found.arcs]
    assert all(x <= px <= x + width and y <= py <= y + height for px, py in points)


def test_a_far_place_of_which_little_is_known_is_not_seen_at_first():
    """Else one twin town at the Pacific makes the towns of Belarus a blot."""
    far = Place(id="city:vladivostok", type="city", name="Владивосток", lat=43.1, lon=131.9)
    register = dataclasses.replace(
        make.REGISTER,
        places=(*make.REGISTER.places, far),
        ties=(*make.REGISTER.ties, Tie(id="t", parties=(make.MINSK, far.id))),
    )
    lines = [dataclasses.replace(line, documents=1 if line.tie.id == "t" else 40) for line in tie_lines(register)]

    found = tie_map(lines, register)

    assert found.far == (far.id,)
    assert found.view[2] < 0.8 * found.whole[2]
    assert {dot.place.id for dot in found.dots} >= {far.id, make.MINSK}, "it is drawn all the same"
    assert tie_map(tie_lines(make.REGISTER), make.REGISTER).far == ()


def test_few_ties_still_show_belarus_and_russia():
    assert tie_map([], Register()).view[2] > 4000


def test_the_width_grows_with_the_logarithm():
    assert [step(count) for count in (0, 1, 2, 3, 4, 8, 16, 1000)] == [1, 1, 2, 2, 3, 4, 5, 5]


def test_countries_with_a_place_stand_out():
    assert tie_map(tie_lines(make.REGISTER), make.REGISTER).near == {"BY", "RU"}


def test_the_shapes_have_the_countries_this_is_about():
    assert {"BY", "RU", "KZ", "CN", "AM"} <= set(shapes())
