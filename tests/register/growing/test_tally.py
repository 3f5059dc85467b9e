"""Judgements that come and go are counted right, whatever of them stays the same."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.growing.tally import Tally
from pobratim.register.identity import Judgement, Verdict, judgement

ONES = [judgement(f"d#{n}", "d#9", Verdict(0.95, "то же имя"), "same_name") for n in range(5)]


@given(st.lists(st.lists(st.sampled_from(ONES), max_size=6), max_size=8))
def test_what_is_made_is_what_the_last_change_made(parts: list[list[Judgement]]) -> None:
    tally, before = Tally(), list[Judgement]()
    for now in parts:
        tally.settle()
        tally.update(before, now)
        assert set(tally.all()) == set(now)
        differing = {one for one in ONES if Counter(before)[one] != Counter(now)[one]}
        assert differing <= tally.touched
        before = now
