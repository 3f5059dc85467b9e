"""Plans of visits: every version kept, the last one counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.visits import VisitPlan

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)
PLAN = VisitPlan(guests="city:omsk", hosts="city:minsk", first=date(2026, 12, 14), last=date(2026, 12, 15))


def keep(**slots) -> int:
    return storage.plan_visit(replace(PLAN, **slots), by="А. Учебный", at=AT)


def test_a_plan_gets_a_number_and_comes_back(home):
    first, second = keep(), keep(purpose="ярмарка")

    assert (first, second) == (1, 2)
    found = storage.visit(2)
    assert (found.plan.number, found.plan.purpose, found.by, found.at) == (2, "ярмарка", "А. Учебный", AT)


def test_a_change_adds_a_version_and_loses_none(home):
    number = keep()
    storage.change_visit(number, replace(PLAN, purpose="ярмарка"), by="Б. Примерова", at=AT)

    assert storage.visit(number).plan.purpose == "ярмарка"
    assert [(one.plan.purpose, one.by) for one in storage.versions(number)] == [
        ("ярмарка", "Б. Примерова"), ("", "А. Учебный"),
    ]


def test_what_is_given_up_is_in_no_list_and_can_be_taken_up_again(home):
    number = keep()
    storage.change_visit(number, PLAN, by="А. Учебный", at=AT, dropped=True)
    assert storage.visits_ahead(TODAY) == [] and storage.visit(number).dropped

    storage.change_visit(number, PLAN, by="А. Учебный", at=AT)
    assert [one.number for one in storage.visits_ahead(TODAY)] == [number]


def test_the_next_visit_leads_and_the_last_past_one(home):
    for first, last in ((1, 2), (20, 25), (24, 24), (10, 11)):
        keep(first=date(2026, 11, first), last=date(2026, 11, last))

    assert [one.first.day for one in storage.visits_ahead(TODAY)] == [20, 24]
    assert [one.first.day for one in storage.visits_past(TODAY)] == [10, 1]
    assert [one.first.day for one in storage.visits_past(TODAY, start=1, count=1)] == [1]
    assert storage.count_past_visits(TODAY) == 2


def test_there_is_no_other(home):
    for asked in (storage.visit, storage.versions):
        with pytest.raises(NotFound, match="№ 7"):
            asked(7)
    with pytest.raises(NotFound):
        storage.change_visit(7, PLAN, by="А. Учебный", at=AT)


def test_deriving_the_register_leaves_plans_alone(home):
    keep()
    storage.derive()

    assert len(storage.visits_ahead(TODAY)) == 1
