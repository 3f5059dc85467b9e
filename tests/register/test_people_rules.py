"""What is told at a glance of two profiles is what the rules say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.identity import UNSURE
from pobratim.register.people import METHOD
from pobratim.register.people_rules import hopeless
from pobratim.register.profiles import Name, Profile

NAMES = [Name(surname, given) for surname in ("вербицкий", "вербицкому", "вербицкии", "verbitski", "громов")
         for given in ("игорь", "игорю", "илья", "igor", "и", "i", "")]
CITIES = st.frozensets(st.sampled_from(["омск", "минск", "брест"]), max_size=2)
PAIRS = st.frozensets(st.sampled_from([("минск", "омск"), ("брест", "омск")]), max_size=1)


@st.composite
def profiles(draw: st.DrawFn, one: str) -> Profile:
    homes, named = draw(CITIES), draw(CITIES)
    day = draw(st.integers(730000, 732000))
    return Profile(
        mentions=(one,),
        spellings=frozenset(),
        names=draw(st.frozensets(st.sampled_from(NAMES), min_size=1, max_size=2)),
        offices=frozenset(("мэр", home) for home in draw(CITIES)),
        homes=homes,
        towns=homes,
        around=draw(CITIES),
        organizations=draw(CITIES),
        ties=draw(PAIRS),
        documents=draw(st.frozensets(st.sampled_from("абвгд"), max_size=4)),
        named=named,
        days=draw(st.sampled_from([None, (day, day)])),
    )


@given(profiles("а#1"), profiles("б#1"))
def test_of_whom_there_is_no_hope_no_rule_says_that_they_may_be_one(left: Profile, right: Profile) -> None:
    found = METHOD.judged(left, right)
    if found is not None and found.verdict.score >= UNSURE:
        assert not hopeless(left, right)
    assert hopeless(left, right) == hopeless(right, left)


def test_there_is_hope_for_full_namesakes_without_anything_in_common() -> None:
    nobody = Profile(("а#1",), frozenset(), frozenset({Name("громов", "павел")}), *[frozenset()] * 8, None)
    assert not hopeless(nobody, nobody)
