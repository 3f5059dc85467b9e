"""Rows in memory are chosen as one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.chosen import Chosen
from pobratim.register.facets import Among, Between, Condition, Facets, Lacks, holds
from pobratim.register.rows import Commitment, Register

ROWS = tuple(
    Commitment(id=f"promise:{number}", action=action, actors=actors, due=due, first_said=due or "2024", status=status)
    for number, (action, actors, due, status) in enumerate([
        ("поставить трамваи", ("omsk",), "2024-05", "scheduled"),
        ("поставить трамваи", ("minsk", "omsk"), "2025", "met"),
        ("провести ярмарку", ("minsk",), None, "no news"),
        ("открыть выставку", (), "2024-05-09", "no news"),
    ])
)
FACETS = Facets(Register(commitments=ROWS).by_id)
OF = {row.id: FACETS.of(row) for row in ROWS}

names = st.sampled_from(("status", "due", "year", "field", "word"))
values = st.sampled_from(("no news", "met", "2024", "2024-05-09", "2024-05-31", "2025-12-31", "трамваи", ""))
conditions: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Among, names, st.frozensets(values)), st.builds(Between, names, values, values), st.builds(Lacks, names)
)


@given(st.lists(conditions, max_size=3))
def test_what_meets_all_conditions_is_found_in_its_order(wanted):
    one_by_one = [row for row in ROWS if all(holds(one, OF[row.id]) for one in wanted)]
    assert Chosen(ROWS, FACETS).found(wanted) == one_by_one


def test_values_are_told_once_each_and_sorted():
    assert Chosen(ROWS, FACETS).values("status") == ["met", "no news", "scheduled"]
    assert Chosen(ROWS, FACETS).values("colour") == []
