"""What functions give is remembered of the same things, as long as an update lasts."""

from __future__ import annotations

from pobratim.register.growing.once import Once


class Thing:
    """Something that never changes."""


def test_of_the_same_things_it_is_found_once() -> None:
    once, left, right, asked = Once(), Thing(), Thing(), []

    def pair(a: Thing, b: Thing, word: str) -> tuple[Thing, Thing, str]:
        asked.append(word)
        return a, b, word

    once.begin(1)
    first = once(pair, left, right, "и", of=(left, right), by="и")
    assert once(pair, left, right, "и", of=(left, right), by="и") is first
    assert once(pair, right, left, "и", of=(right, left), by="и") == (right, left, "и")
    assert once(pair, left, right, "с", of=(left, right), by="с") == (left, right, "с")
    assert asked == ["и", "и", "с"]
    once.end()
    once.begin(1)
    assert once(pair, left, right, "и", of=(left, right), by="и") is not first


def test_a_thing_that_takes_the_place_of_another_is_not_taken_for_it() -> None:
    once = Once()

    def another(_: Thing) -> object:
        return object()

    once.begin(1)
    found = [once(another, thing := Thing(), of=(thing,)) for _ in range(100)]
    assert len(set(map(id, found))) == 100


def test_of_many_documents_nothing_is_remembered() -> None:
    once, thing = Once(), Thing()
    once.begin(1000)
    assert once(list, of=(thing,)) is not once(list, of=(thing,))
