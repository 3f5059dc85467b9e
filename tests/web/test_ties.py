"""Ties in tables: the stage that holds, how busy."""

from pobratim.register.rows import Happening, Place, Register, Stage, Tie
from pobratim.web.ties import standing, tie_lines


def test_a_twinning_goes_before_a_partnership():
    twin, partner = Stage(kind="twin", since="2022"), Stage(kind="partner", since="2002")

    assert standing(Tie(id="t", parties=("a", "b"), history=(twin, partner))) is twin


def test_what_has_ended_does_not_stand():
    ended, partner = Stage(kind="twin", status="ended"), Stage(kind="partner")

    assert standing(Tie(id="t", parties=("a", "b"), history=(ended, partner))) is partner
    assert standing(Tie(id="t", parties=("a", "b"), history=(ended,))) is None
    assert standing(Tie(id="t", parties=("a", "b"))) is None


def test_the_busiest_comes_first_by_shared_happenings_and_documents():
    register = Register(
        ties=(
            Tie(id="quiet", parties=("a", "b"), documents=("1",)),
            Tie(id="busy", parties=("b", "c"), documents=("1",)),
        ),
        happenings=(Happening(id="h", kind="forum", parties=("c", "d", "b")),),
    )

    assert [(line.tie.id, line.happenings, line.activity) for line in tie_lines(register)] == [
        ("busy", 1, 2),
        ("quiet", 0, 1),
    ]


def test_the_place_with_more_ties_stands_first():
    register = Register(
        places=tuple(Place(id=name, type="city", name=name) for name in ("Брест", "Минск", "Омск")),
        ties=(
            Tie(id="t1", parties=("Брест", "Минск")),
            Tie(id="t2", parties=("Минск", "Омск")),
        ),
    )

    assert [line.sides for line in tie_lines(register)] == [("Минск", "Брест"), ("Минск", "Омск")]
