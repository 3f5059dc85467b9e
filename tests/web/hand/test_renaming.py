"""A name put right in one fact, and in the others that have it."""

from __future__ import annotations

from typing import Any

from pobratim.register.decisions import Told
from pobratim.web.hand.renaming import corrections, renamed, shares_a_name


def thing(name: str, kind: str = "city") -> dict[str, Any]:
    return {"type": kind, "name": name}


def told(of: str, **slots: Any) -> Told:
    return Told(document="d", type=of, evidence=((0, 5),), slots=slots)


MEETING = told("event", parties=[thing("Минск"), thing("Омск")], place=thing("Омск"), date="2025")
TIE = told("partnership", parties=[thing("Омск"), thing("Минск")], kind="twin")


def test_the_one_that_went_is_the_one_that_came() -> None:
    tomsk = {**thing("Томск"), "geonames": 1489425}
    (found,) = renamed(MEETING, {"parties": [thing("Минск"), tomsk], "place": thing("Омск")})
    assert found.before == ("city", "Омск") and found.after["name"] == "Томск"
    assert list(corrections(TIE, [found])) == [("parties", [found.after, thing("Минск")])]
    assert list(corrections(MEETING, [found])) == [("parties", [thing("Минск"), found.after]), ("place", found.after)]


def test_of_several_nobody_knows_which_stands_for_which() -> None:
    assert list(renamed(MEETING, {"parties": [thing("Брест"), thing("Томск")], "place": thing("Омск")})) == []
    assert list(renamed(MEETING, {"parties": [thing("Минск")], "place": thing("Омск")})) == [], "one left out"


def test_a_region_of_the_name_is_another() -> None:
    assert not shares_a_name(MEETING, told("partnership", parties=[thing("Омск", "region"), thing("Гродно")]))
    assert shares_a_name(MEETING, TIE)
