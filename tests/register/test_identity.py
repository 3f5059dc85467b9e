from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.growing.joining import NOTHING_GIVEN, Joining
from pobratim.register.growing.once import Once
from pobratim.register.identity import Groups, Judgement, Key, Verdict, join_by_keys
from pobratim.register.resolving import Block, Blocking, Method, Rule


@dataclass(frozen=True)
class Word:
    """An item of these tests: letters seen, and how much is known of it."""

    id: str
    letters: str
    rank: tuple[int, ...] = (1,)

    @property
    def members(self) -> tuple[str, ...]:
        """Whose ids a decision may name: its own."""
        return (self.id,)


def block(word: Word) -> Iterator[Block]:
    yield from (Block(letter) for letter in word.letters)


def merge(words: Sequence[Word]) -> Word:
    return Word(min(word.id for word in words), "".join(sorted({c for word in words for c in word.letters})))


def shared_letters(a: Word, b: Word) -> Verdict | None:
    if "!" in a.letters + b.letters:
        return Verdict(0.0, "разные")
    shared = len(set(a.letters) & set(b.letters))
    return Verdict(min(1.0, 0.35 * shared), "общие буквы")


def resolved(
    *words: Word, blocks: Blocking[Word] = block, rule: Rule[Word] = shared_letters, portion: int = 99
) -> tuple[frozenset[Word], frozenset[Judgement]]:
    """The words, come in portions, as far as they are one, and the judgements that hold in the end."""
    joining = Joining(Method(blocks, [rule], merge), Once())
    items: dict[str, Word] = {}
    judgements: set[Judgement] = set()
    for start in range(0, len(words), portion):
        found = joining.update({word.id: word for word in words[start : start + portion]}, NOTHING_GIVEN)
        items.update((one, word) for one, word in found.items.items() if word)
        for one in [one for one, word in found.items.items() if word is None]:
            del items[one]
        judgements = judgements - set(found.gone) | set(found.new)
    return frozenset(items.values()), frozenset(judgements)


def joined(*words: Word) -> set[str]:
    return {word.letters for word in resolved(*words)[0]}


def test_sure_pairs_are_joined() -> None:
    assert joined(Word("1", "абв"), Word("2", "абвг")) == {"абвг"}


def test_a_likely_pair_is_joined_where_nothing_else_fits() -> None:
    assert joined(Word("1", "аб", (0,)), Word("2", "абвг")) == {"абвг"}


def test_two_likely_matches_that_differ_join_neither_and_stay_unsure() -> None:
    poor, one, other = Word("1", "абвг", (0,)), Word("2", "абд"), Word("3", "вге")
    items, judgements = resolved(poor, one, other)
    assert len(items) == 3
    assert {(j.left, j.right, j.judgement) for j in judgements} == {("1", "2", "unsure"), ("1", "3", "unsure")}


def test_pairs_held_apart_never_meet_through_a_third() -> None:
    groups = Groups()
    groups.hold_apart("a", "c")
    assert groups.join("a", "b")
    assert not groups.join("b", "c")
    assert groups.gather("abc") == [["a", "b"], ["c"]]


def test_items_that_share_no_block_are_never_compared() -> None:
    compared = []

    def rule(a: Word, b: Word) -> None:
        compared.append((a.id, b.id))

    resolved(Word("1", "а"), Word("2", "б"), Word("3", "б"), rule=rule)
    assert set(compared) == {("2", "3")}


def test_two_who_only_wait_are_not_compared() -> None:
    compared = []

    def rule(a: Word, b: Word) -> None:
        compared.append((a.id, b.id))

    def waiting(word: Word) -> Iterator[Block]:
        yield Block("x", seeks=word.id == "3")

    resolved(Word("1", ""), Word("2", ""), Word("3", ""), blocks=waiting, rule=rule)
    assert set(compared) == {("1", "3"), ("2", "3")}


def test_joining_by_keys_is_linear_and_says_why() -> None:
    groups = Groups()
    keys = {"1": "ab", "2": "b", "3": "c", "4": "ca"}
    judgements = list(
        join_by_keys(sorted(keys), lambda one: (Key(k, 0.9, "общий ключ", "key") for k in keys[one]), groups)
    )
    assert groups.gather(keys) == [["1", "2", "3", "4"]]
    assert [(j.left, j.right, j.judgement) for j in judgements] == [
        ("1", "2", "same"), ("3", "4", "same"), ("1", "4", "same"),
    ]


@pytest.mark.parametrize("portion", [1, 2, 5])
def test_the_order_of_items_and_their_portions_do_not_matter(portion: int) -> None:
    words = [Word("1", "абв"), Word("2", "бвг"), Word("3", "вгд"), Word("4", "гдеж", (0,)), Word("5", "ежз")]
    results = {resolved(*order, portion=portion) for order in permutations(words)}
    assert results == {resolved(*words)}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))), st.data())
def test_groups_are_the_components_in_any_order(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    def gathered(ordered: Sequence[tuple[int, int]]) -> list[list[str]]:
        groups = Groups()
        for left, right in ordered:
            groups.join(str(left), str(right))
        return groups.gather(map(str, range(21)))

    sets = gathered(pairs)
    assert gathered(data.draw(st.permutations(pairs))) == sets
    together = {one: frozenset(found) for found in sets for one in found}
    assert all(together[str(left)] == together[str(right)] for left, right in pairs)
    assert sum(map(len, sets)) == 21
