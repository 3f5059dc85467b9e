"""What stands under keys as things come, change and go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.growing.index import Index
from pobratim.register.growing.meetings import Meetings
from pobratim.register.resolving import Meeting

KEYS = st.integers(0, 31).map(lambda bits: frozenset(key for key in range(5) if bits >> key & 1))
THINGS = st.sampled_from(["a", "b", "c", "d"])
CHANGES = st.lists(st.tuples(THINGS, KEYS), max_size=20)


@given(CHANGES)
def test_under_a_key_stand_the_things_that_have_it(changes: list[tuple[str, frozenset[int]]]) -> None:
    index, has = Index[int](), dict[str, frozenset[int]]()
    for thing, keys in changes:
        index.put(thing, keys)
        has[thing] = keys
        assert all(index.keys(one) == found for one, found in has.items())
        assert all(index.under(key) == {one for one, found in has.items() if key in found} for key in range(5))


@given(st.lists(st.tuples(THINGS, st.none() | st.tuples(KEYS, KEYS, KEYS, KEYS), st.booleans()), max_size=20))
def test_two_steps_meet_as_one_that_keeps_all(
    changes: list[tuple[str, tuple[frozenset[int], ...] | None, bool]],
) -> None:
    first = Meetings()
    second = Meetings(first)
    here: dict[str, Meeting] = {}
    for thing, keys, same in changes:
        if keys is None:
            first.drop(thing)
            second.drop(thing)
            here.pop(thing, None)
            continue
        meeting = Meeting(keys[0], keys[1] - keys[0], *keys[2:])
        if same:
            first.put(thing, meeting)
            second.put_as_before(thing)
        else:
            first.drop(thing)
            second.put(thing, meeting)
        here[thing] = meeting
    for thing, meeting in here.items():
        assert second[thing] == meeting
        assert second.met(meeting) - {thing} == {
            one for one, other in here.items() if one != thing and meeting.meets(other)
        }
