"""The strip of years."""

import itertools
from datetime import date

import pytest

from pobratim.register.dossier import Dossier
from pobratim.register.rows import AgreementRow, Happening, Place, Register, Stage, Tie
from pobratim.web.timeline import NAMES, RIGHT, WIDTH, Window, timeline
from tests.web import make

TODAY = date(2026, 1, 15)
MINSK, OMSK = Place(id="m", type="city", name="Минск"), Place(id="o", type="city", name="Омск")


def strip(*, happenings=(), agreements=(), ties=()):
    register = Register(places=(MINSK, OMSK), happenings=happenings, agreements=agreements, ties=ties)
    return timeline(
        Dossier(
            register=register,
            place=MINSK,
            other_place=OMSK,
            happenings=happenings,
            agreements=agreements,
            ties=ties,
        ),
        TODAY,
    )


def met(name: str, day: str | None, **more) -> Happening:
    return Happening(id=name, kind="meeting", date=day, parties=("m", "o"), **more)


def items(found, lane: str):
    return {item.row: item for line in found.lanes if line.name == lane for item in line.items}


def test_earlier_is_further_left():
    dots = items(strip(happenings=(met("a", "2020-05-01"), met("b", "2024-05-01"))), "События")

    assert NAMES <= dots["a"].x < dots["b"].x <= WIDTH - RIGHT


def test_dots_of_one_day_stand_one_under_the_other():
    dots = items(
        strip(happenings=(met("a", "2024-05-01"), met("b", "2024-05-02"), met("c", "2020"))), "События"
    )

    assert dots["a"].y != dots["b"].y
    assert dots["a"].y == dots["c"].y


def test_a_rough_or_inferred_date_is_hollow():
    dots = items(
        strip(
            happenings=(
                met("day", "2024-05-01"),
                met("year", "2023"),
                met("guess", "2022-01-01", date_basis="inferred"),
            )
        ),
        "События",
    )

    assert [dots[row].sure for row in ("day", "year", "guess")] == [True, False, False]


def test_an_open_year_is_counted_not_drawn():
    found = strip(
        happenings=(met("a", "2020-05-01"), met("b", "2024"), met("open", "XXXX-06-24"), met("none", None))
    )

    assert set(items(found, "События")) == {"a", "b"}
    assert found.undated == 2


def test_a_relation_without_end_reaches_the_edge():
    tie = Tie(
        id="t",
        parties=("m", "o"),
        history=(Stage(kind="partner", since="2002", until="2012"), Stage(kind="twin", since="2012")),
    )
    bars = [item for lane in strip(ties=(tie,)).lanes for item in lane.items]

    assert [bar.type for bar in bars] == ["partner", "twin"]
    assert bars[1].x + bars[1].width == WIDTH - RIGHT
    assert bars[0].x + bars[0].width < WIDTH - RIGHT


def test_a_term_is_a_bar_of_its_length_and_overlapping_ones_stand_apart():
    bars = items(
        strip(
            agreements=(
                AgreementRow(id="a", kind="roadmap", signed="2025-12-01", period="2026/2028"),
                AgreementRow(id="b", kind="plan", period="2027/2028"),
                AgreementRow(id="c", kind="protocol", signed="2020-02-02"),
            )
        ),
        "Соглашения",
    )

    assert bars["b"].width < bars["a"].width
    assert bars["a"].y != bars["b"].y
    assert bars["c"].y == bars["a"].y


def test_today_is_drawn_where_it_lies_on_the_strip():
    assert strip(happenings=(met("a", "2025-01-01"), met("b", "2026-06-01"))).now
    assert strip(happenings=(met("a", "2001-01-01"), met("b", "2002-06-01"))).now is None


def test_centuries_have_fewer_years_written():
    years = strip(happenings=(met("a", "1789-07-14"), met("b", "2024-01-01"))).years

    assert len(years) <= 13
    assert all(b[1] - a[1] >= 50 for a, b in itertools.pairwise(years))


def test_nothing_dated_is_no_strip():
    assert strip() is None
    assert strip(happenings=(met("open", "XXXX-06-24"),)) is None


def test_dots_take_the_highest_free_place():
    day = "2024-05-{:02d}".format
    found = items(strip(happenings=(
        met("a", "2000-01-01"), met("b", day(1)), met("c", day(2)), met("d", "2025-06-01"),
    )), "События")  # fmt: skip

    assert found["d"].y == found["a"].y == found["b"].y < found["c"].y


def narrowed(window: Window, **rows):
    register = Register(places=(MINSK, OMSK), **rows)
    dossier = Dossier(register=register, place=MINSK, other_place=OMSK, **rows)
    return timeline(dossier, TODAY, window)


HELD = (
    Happening(id="h1", kind="meeting", date="2019-05-01", parties=("m", "o")),
    Happening(id="h2", kind="visit", date="2024-05-01", parties=("m", "o")),
)
SIGNED = (AgreementRow(id="a", kind="agreement", period="2018/2025", parties=("m", "o")),)


def test_a_window_shows_what_touches_its_years_and_nothing_else():
    found = narrowed(Window(2023, 2025), happenings=HELD, agreements=SIGNED)

    assert [item.row for lane in found.lanes for item in lane.items] == ["a", "h2"]
    bar = found.lanes[0].items[0]
    assert bar.x == NAMES and bar.x + bar.width <= WIDTH - RIGHT  # cut where the window begins


def test_lanes_can_be_left_out():
    found = narrowed(Window(lanes=frozenset({"happenings"})), happenings=HELD, agreements=SIGNED)

    assert [lane.name for lane in found.lanes] == ["События"]


def test_a_window_in_which_nothing_is_is_an_empty_strip():
    found = narrowed(Window(1990, 1991), happenings=HELD, agreements=SIGNED)

    assert found is not None and found.lanes == ()


@pytest.mark.parametrize(
    "asked",
    [
        {"years_from": "2025", "years_to": "2026"},
        {"years_from": "2026", "years_to": "2025"},
        {"years_from": "давно", "years_to": "99999"},
        {"lane": "нет"},
        {"years_from": "1000", "lane": "agreements"},
    ],
)
def test_the_page_takes_any_window(client, filled, asked):
    response = client.get(f"/ties/{make.MINSK}/{make.OMSK}/", asked)

    assert response.status_code == 200 and b'class="timeline"' in response.content
