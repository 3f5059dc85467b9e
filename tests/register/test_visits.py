"""Planned visits: in their order, as JSON and back, as lines of a calendar."""

from __future__ import annotations

import json
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.visits import Item, Member, VisitPlan, diary, from_dict, to_dict

DAY = date(2026, 12, 14)
words = st.text(max_size=20)
hours = st.none() | st.times().map(lambda one: one.replace(microsecond=0))
items = st.builds(Item, day=st.dates(), starts=hours, ends=hours, what=words, place=words, host=words,
                  responsible=words, papers=words)
plans = st.builds(
    VisitPlan, number=st.integers(1, 99), guests=words, hosts=words, first=st.dates(), last=st.dates(), purpose=words,
    members=st.lists(st.builds(Member, name=words, post=words, head=st.booleans()), max_size=3).map(tuple),
    programme=st.lists(items, max_size=3).map(tuple), documents=st.lists(words, max_size=2).map(tuple),
)


@given(plans)
def test_a_plan_comes_back_from_json_as_it_was(plan: VisitPlan) -> None:
    assert from_dict(json.loads(json.dumps(to_dict(plan))), plan.number) == plan


def plan(*programme: Item) -> VisitPlan:
    return VisitPlan(number=3, guests="omsk", hosts="minsk", first=DAY, last=date(2026, 12, 15), programme=programme)


LATE = Item(day=DAY, starts=time(15), what="осмотр завода")
EARLY = Item(day=DAY, starts=time(9, 30), ends=time(11), what="встреча", place="ратуша", host="мэр", papers="план")
NEXT = Item(day=date(2026, 12, 15), what="отъезд")


def test_the_programme_goes_day_by_day_and_hour_by_hour() -> None:
    assert plan(NEXT, LATE, EARLY).by_day() == ((DAY, (EARLY, LATE)), (date(2026, 12, 15), (NEXT,)))


def test_days_are_one_day_or_two_ends() -> None:
    assert plan().days == "2026-12-14/2026-12-15"
    assert VisitPlan(guests="a", hosts="b", first=DAY, last=DAY).days == "2026-12-14"


def test_a_calendar_has_the_visit_and_each_line_of_its_programme() -> None:
    whole, first, second = diary(plan(EARLY, NEXT), "Визит", lambda item: [f"принимает {item.host}"])

    assert (whole.id, whole.first, whole.last) == ("visit-3", DAY, date(2026, 12, 15))
    assert (first.starts, first.ends) == (datetime(2026, 12, 14, 9, 30), datetime(2026, 12, 14, 11))
    assert first.place == "ратуша"
    assert first.about == "Визит\nпринимает мэр"
    assert second.starts is None and second.first == date(2026, 12, 15)
