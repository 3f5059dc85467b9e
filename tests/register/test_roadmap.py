"""Measures of a road map beside what the register knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pobratim.register.answers import PROPOSED, TAKEN, ConfirmedAnswer
from pobratim.register.roadmap import Kept, Measure, RoadMap, Term, kept
from pobratim.register.rows import Register
from tests.register.make import derive, forum, offer, place_id, plan, reading, tour

TROLLEYBUSES = Measure(
    number="1", action="Поставить восемь низкопольных троллейбусов", term=Term(text="2026 год", due="2026")
)
FORUM = Measure(number="2", action="Провести форум ремёсел", term=Term(text="ежегодно", due="2026/2028"))
ROADMAP = RoadMap(title="Дорожная карта", signed="2025-12-31", period="2026/2028", measures=(TROLLEYBUSES, FORUM))
SIDES = (place_id("Минск"), place_id("Омск"))
SUPPLY = reading(
    offer("восемь низкопольных троллейбусов", direction="supply", seller="Минск", buyer="Омск"),
    published="2026-08-15", name="поставка",
)


def held(register: Register, roadmap: RoadMap = ROADMAP) -> list[Kept]:
    return list(kept(roadmap, SIDES, register))


def test_measures_in_their_order_with_what_came_of_them() -> None:
    first, second = held(derive(SUPPLY))
    assert (first.measure, first.commitment.status, first.commitment.silent_since) == (
        TROLLEYBUSES, "met", "2026-08-15"
    )
    assert (second.measure, second.commitment.status, second.commitment.follow_ups) == (FORUM, "scheduled", ())


def test_what_was_before_the_road_map_does_not_answer_it() -> None:
    early = reading(forum("Минск", "Омск", date="2025-06-01", title="Форум ремёсел"), published="2026-08-15")
    assert held(derive(early))[1].commitment.follow_ups == ()


def test_the_same_said_elsewhere_with_what_a_person_said_of_it() -> None:
    said = reading(plan("Минск", "Омск", action="провести форум ремёсел"), published="2026-02-01", name="обещание")
    came = reading(forum("Минск", "Омск", date="2026-06-01"), published="2026-06-02", name="форум")
    register = derive(said, came)
    assert [one.id for one in held(register)[1].said] == [register.commitments[0].id]
    answer = ConfirmedAnswer(
        commitment=register.commitments[0].id, answer=register.happenings[0].id, outcome="met", by="А. Проверяющий"
    )
    second = held(derive(said, came, answers=[answer]))[1]
    assert [(one.by, one.score) for one in second.commitment.follow_ups] == [("А. Проверяющий", 1.0)]
    assert second.commitment.status == "met"


def test_the_road_map_itself_is_no_news_of_its_measures() -> None:
    own = reading(
        forum("Минск", "Омск", date="2026-06-01", title="Форум ремёсел"),
        plan("Минск", "Омск", action="провести форум ремёсел"), published="2026-02-01", name="карта",
    )
    register = derive(own)
    (document,) = (row.id for row in register.documents)
    second = kept(ROADMAP, SIDES, register, document)[1]
    assert (second.commitment.status, second.commitment.follow_ups, second.said) == ("scheduled", (), ())
    assert kept(ROADMAP, SIDES, register)[1].commitment.follow_ups, "of another paper it would be"


def test_what_a_person_says_goes_before_what_is_inferred() -> None:
    said = reading(plan("Минск", "Омск", action="поставить восемь низкопольных троллейбусов"),
                   published="2026-02-01", name="обещание")
    fair = reading(forum("Минск", "Омск", date="2026-06-01"), published="2026-06-02", name="форум")
    register = derive(said, SUPPLY, fair)
    answer = ConfirmedAnswer(
        commitment=register.commitments[0].id, answer=register.happenings[0].id, outcome="not met", by="А. Проверяющий"
    )
    register = derive(said, SUPPLY, fair, answers=[answer])
    first = held(register)[0].commitment
    assert {(one.by, one.outcome) for one in first.follow_ups} == {("А. Проверяющий", "not met"), ("words", "met")}
    assert first.status == register.commitments[0].status == "not met"


def test_a_plant_that_a_measure_names_is_no_word_of_what_is_to_be_done() -> None:
    came = reading(
        tour("Минск", "Омск", date="2026-05-20", organizations=["Минский тракторный завод"]),
        published="2026-05-21", name="поездка",
    )
    visit = Measure(
        number="1", action="Организовать визит делегации Омска на Минский тракторный завод", term=Term(due="2026-06")
    )
    [only] = held(derive(came), RoadMap(signed="2025-12-31", measures=(visit,)))
    assert (only.commitment.status, len(only.commitment.named)) == ("met", 1)


def test_a_road_map_that_names_no_day_is_answered_in_its_terms_and_never_for_sure() -> None:
    undated = RoadMap(title="План", measures=(TROLLEYBUSES,))
    row = held(derive(SUPPLY), undated)[0].commitment
    assert [PROPOSED <= one.score < TAKEN for one in row.follow_ups] == [True]
    assert (row.status, row.follow_ups[0].reasons[1]) == ("scheduled", "когда обещано, не сказано; пришлось на срок")


@pytest.mark.parametrize("due", [None, "2025", "2027-01/2027-03"])
def test_what_came_outside_of_the_term_does_not_answer_a_map_without_a_day(due: str | None) -> None:
    measure = replace(TROLLEYBUSES, term=Term(due=due))
    assert held(derive(SUPPLY), RoadMap(title="План", measures=(measure,)))[0].commitment.follow_ups == ()


@pytest.mark.parametrize("published", [None, "2026-02-01"])
def test_a_map_of_the_register_stands_as_its_commitments_do(published: str | None) -> None:
    own = reading(plan("Минск", "Омск", action=TROLLEYBUSES.action, due="2026"), published=published, name="карта")
    register = derive(own, SUPPLY)
    (document,) = (row.id for row in register.documents if row.source == "карта")
    [row] = register.commitments
    [only] = kept(RoadMap(title="План", period="2026/2028", measures=(TROLLEYBUSES,)), SIDES, register, document)
    assert row.follow_ups and only.commitment == row
    assert row.status == ("met" if published else "scheduled")
