"""A register that was put away goes on as if it had never been: no matter what is asked for first, and what changes."""

from __future__ import annotations

import json
import pickle
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.reading import Reading
from pobratim.register.derivation import reader_gazetteer
from pobratim.register.growing import Growing
from pobratim.register.growing.away import Away, Page, Thing
from pobratim.register.growing.paged import Entries, Paged, place_of
from pobratim.register.table import Table
from tests.register.growing.test_growing import Course, at_once, portions, whole
from tests.register.make import gazetteer
from tests.register.test_derivation import readings


class Box:
    """A drawer in memory, which knows what was asked for."""

    def __init__(self) -> None:
        self.packed_root = b""
        self.pages: dict[tuple[int, int], bytes] = {}
        self.things: dict[int, bytes] = {}
        self.asked: set[tuple[int, int]] = set()

    def root(self) -> bytes:
        return self.packed_root

    def page(self, table: int, page: int) -> bytes:
        self.asked.add((table, page))
        return self.pages[table, page]

    def thing(self, number: int) -> bytes:
        return self.things[number]

    def last(self) -> int:
        return max(self.things, default=0)

    def put(self, root: bytes, pages: Iterable[Page], things: Iterable[Thing]) -> None:
        self.packed_root = root
        self.pages.update(((table, page), packed) for table, page, packed in pages)
        self.things.update(things)


def told(growing: Growing, *what: object) -> tuple[object, ...]:
    """What a change does, as it can be compared."""
    changes = growing.update(*what)
    return repr(sorted(changes.rows.items())), set(changes.gone), set(changes.new), growing.idle


@settings(max_examples=100, deadline=None)
@given(readings(), st.data())
def test_whatever_comes_goes_and_is_decided_between(pages: list[Reading], data: st.DataObject) -> None:
    growing, twin = Growing(gazetteer), Growing(gazetteer)
    away, course = Away(Box()), Course(pages, data)
    for changed in course.steps():
        if data.draw(st.booleans()):
            away.put(growing)
            away = Away(away.drawer)
            growing = away.take()
        assert told(growing, changed, course.decisions) == told(twin, changed, course.decisions)
    assert whole(growing) == course.at_once()


@pytest.mark.parametrize("seed", range(3))
def test_a_generated_register_in_portions(seed: int) -> None:
    pages = [one.reading for one in tellings(world(110, seed), 110, seed)]
    chance = random.Random(seed)
    away = Away(Box())
    growing = Growing(reader_gazetteer())
    for portion, gone in portions(pages, chance):
        growing.update({page.document.id: page for page in portion})
        if chance.random() < 0.5:
            away.put(growing)
            if chance.random() < 0.5:  # else it goes on, and is put away again
                away = Away(away.drawer)
                growing = away.take()
        growing.update({page.document.id: None for page in gone})
    assert whole(growing) == at_once(pages, places=reader_gazetteer())


def test_one_more_document_asks_for_little() -> None:
    pages = [one.reading for one in tellings(world(300, 5), 300, 5)]
    growing = Growing(reader_gazetteer())
    growing.update({page.document.id: page for page in pages[:-1]})
    box = Box()
    Away(box).put(growing)
    asked = Away(box).take()
    assert not box.asked
    asked.update({pages[-1].document.id: pages[-1]})
    assert 0 < len(box.asked) < len(box.pages) / 4
    growing.update({pages[-1].document.id: pages[-1]})
    assert whole(asked) == whole(growing)


def grows(value: object, seen: set[int]) -> Iterable[dict[object, object] | set[object]]:
    """Mappings and sets within the register that are in no table."""
    if id(value) in seen or isinstance(value, Table):
        return
    seen.add(id(value))
    if isinstance(value, dict | set):
        yield value
        for one in value.values() if isinstance(value, dict) else ():
            yield from grows(one, seen)
    elif isinstance(value, list):
        for one in value:
            yield from grows(one, seen)
    elif type(value).__module__.startswith("pobratim.register") and hasattr(value, "__dict__"):
        for one in vars(value).values():
            yield from grows(one, seen)


def test_what_grows_with_the_documents_stands_in_tables() -> None:
    growing = Growing(reader_gazetteer())
    growing.update({one.reading.document.id: one.reading for one in tellings(world(200, 1), 200, 1)})
    assert max(map(len, grows(growing, set()))) < 40


@given(st.dictionaries(st.text(max_size=3), st.integers()), st.integers(1, 9), st.data())
def test_a_table_is_the_same_whatever_is_asked_first(entries: dict[str, int], pages: int, data: st.DataObject) -> None:
    on: dict[int, Entries] = {page: {} for page in range(pages)}
    for one, value in entries.items():
        on[place_of(one) % pages][place_of(one)] = json.dumps({one: value}).encode()
    table: Paged[str, int] = Paged(pages, on.__getitem__, json.loads)
    plain = dict(entries)
    keys = st.sampled_from([*entries, "another"])
    for _ in range(data.draw(st.integers(0, 6))):
        key = data.draw(keys)
        match data.draw(st.sampled_from(["get", "in", "put", "pop", "setdefault", "and", "update", "[]"])):
            case "get":
                assert table.get(key, -1) == plain.get(key, -1)
            case "in":
                assert (key in table) == (key in plain)
            case "put":
                table[key] = plain[key] = 7
            case "pop":
                assert table.pop(key, None) == plain.pop(key, None)
            case "setdefault":
                assert table.setdefault(key, 8) == plain.setdefault(key, 8)
            case "and":
                assert table.keys() & {key, "more"} == plain.keys() & {key, "more"}
            case "update":
                table.update({key: 9}, another=1)
                plain.update({key: 9}, another=1)
            case "[]":
                assert (table[key] if key in plain else None) == plain.get(key)
    changed = {place_of(key) % pages for key in {*entries, *plain} if entries.get(key) != plain.get(key)}
    assert changed <= table.touched
    assert dict(table) == plain == {**table} and len(table) == len(plain) and set(table) == set(plain)
    assert sorted(table.values()) == sorted(plain.values()) and bool(table) == bool(plain) and table == plain


def test_a_page_that_is_asked_for_in_vain_is_no_key() -> None:
    table: Paged[str, int] = Paged(2, lambda _: {}, json.loads)
    with pytest.raises(KeyError):
        table["nobody"]
    with pytest.raises(KeyError):
        del table["nobody"]


def test_what_can_change_counts_as_changed_once_somebody_looks_at_it() -> None:
    on = {place_of(one): json.dumps({one: value}).encode() for one, value in (("a", [1]), ("b", [2]), ("c", 3))}
    table: Paged[str, Any] = Paged(1, lambda _: dict(on), json.loads)
    assert table["c"] == 3 and "nobody" not in table
    assert not table.touched
    assert table["a"] == [1]
    assert table.touched == {0}
    assert table.on({0}) == {0: ({"a": [1], "c": 3}, {place_of("b"): on[place_of("b")]})}  # nobody has looked at it


def test_keys_of_one_place_stay_together() -> None:
    one, other = ("a", 1), ("a", 1 + (1 << 64))
    assert place_of(one) == place_of(other)
    packed = pickle.dumps({one: "one", other: "other"})
    table: Paged[tuple[str, int], str] = Paged(1, lambda _: {place_of(one): packed}, pickle.loads)
    del table[one]
    assert table == {other: "other"} and one not in table and len(table) == 1


@given(st.recursive(st.text() | st.integers() | st.none(), lambda of: st.tuples(of, of) | st.frozensets(of)))
def test_equal_keys_are_in_one_place(key: object) -> None:
    assert place_of(key) >= 0
    if isinstance(key, frozenset):
        assert place_of(frozenset(sorted(key, key=repr))) == place_of(key)


def test_what_is_no_key_is_said_to_be_none() -> None:
    with pytest.raises(TypeError, match="no key"):
        place_of(object())
