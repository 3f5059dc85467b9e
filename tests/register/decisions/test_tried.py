"""What somebody tried to have a need met: kept, and of no weight for the register."""

from __future__ import annotations

import pytest

from pobratim.register.decisions import Decision, Told, Tried, act_from_dict, act_to_dict, apply, check, documents_of
from tests.register.make import event, reading

NEED = Told(document="d", type="offer", evidence=((0, 9),), slots={"item": "троллейбусы", "direction": "need"})
ACT = Tried(need=NEED, provider="Белкоммунмаш")


def test_an_act_comes_back() -> None:
    assert act_from_dict(act_to_dict(ACT)) == ACT
    check(ACT)


def test_it_changes_no_reading_and_is_about_its_document() -> None:
    decision = Decision(number=1, act=ACT, by="Анна", at="2026-11-22T10:00:00", why="писали")
    readings = (reading(event("meeting", "Минск", "Омск"), name="d"),)
    applied = apply(readings, [decision])
    assert applied.readings == readings and applied.idle == ()
    assert documents_of([decision]) == frozenset({"d"})


@pytest.mark.parametrize(("need", "provider", "said"), [
    ("plan", "Белкоммунмаш", "потребность"),
    ("offer", " — ", "не сказано, у кого"),
    ("offer", "", "не сказано, у кого"),
])
def test_nonsense_is_refused(need: str, provider: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check(Tried(need=Told(document="d", type=need, evidence=((0, 9),), slots={}), provider=provider))
