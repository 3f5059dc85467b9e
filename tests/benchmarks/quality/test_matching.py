"""Comparing facts: which of ours answers which gold one, and how well."""

from __future__ import annotations

import pytest

from benchmarks.quality.matching import Stated, Wanted, alike, compare, quality


def post(who: str, position: str, where: str) -> Stated:
    return Stated("Occupation", (("who", (who,)), ("position", (position,)), ("where", (where,))))


def gold(who: str, position: str, where: str, *, hard: bool = False) -> Wanted:
    values = {"who": who, "position": position, "where": where}
    return Wanted("Occupation", tuple((slot, frozenset({words}), words) for slot, words in values.items()), hard)


SAIL = gold("пётр образцов", "капитаном сборной", "примерск")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (post("Пётр Образцов", "капитан сборной", "Примерск"), 1.0),  # the position by its dictionary form
        (post("Петр Образцова", "капитан сборной", "Примерск"), 1.0),  # a slip of a letter
        (post("Пётр Образцов", "вратарь", "Примерск"), 2 / 3),  # 2 of 2 + .5 missed + .5 false
        (post("Пётр Образцов", "капитан сборной", "Учебск"), 1.5 / 3.5),
    ],
)
def test_the_quality_of_one_answer_is_the_weight_it_shares(answer: Stated, expected: float) -> None:
    assert quality(SAIL, [answer]) == pytest.approx(expected)


def test_what_two_facts_tell_apart_counts_less_than_what_one_tells_together() -> None:
    halves = [
        Stated("Occupation", (("who", ("Пётр Образцов",)), ("position", ("капитан сборной",)))),
        Stated("Occupation", (("who", ("Пётр Образцов",)), ("where", ("Примерск",)))),
    ]
    assert quality(SAIL, halves) == pytest.approx((1 + 2 / 3) / 2)


def test_a_position_alone_answers_nothing() -> None:
    count, answered = compare([SAIL], [post("Иван Тетрадкин", "капитан сборной", "Учебск")])
    assert (answered, count.f1) == ([None], 0)


def test_difficult_facts_and_their_answers_count_for_nothing() -> None:
    hard = gold("иван тетрадкин", "мэр", "учебск", hard=True)
    found = [post("Пётр Образцов", "капитан сборной", "Примерск"), post("Иван Тетрадкин", "мэр", "Учебск")]
    count, _ = compare([SAIL, hard], found)
    assert (count.gold, count.got, count.f1) == (1, 1, 1)


def test_of_two_gold_facts_of_a_person_each_gets_its_own_answer() -> None:
    other = gold("пётр образцов", "директор", "школа № 1")
    found = [post("Пётр Образцов", "директор", "школа № 1"), post("Пётр Образцов", "капитан сборной", "Примерск")]
    count, answered = compare([SAIL, other], found)
    assert (answered, count.f1) == ([1, 0], 1)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("мэр", "мэра", True),
        ("оон", "о", False),
        ("примерский завод", "примерского завод", False),
        ("министр труда", "министром труда", True),
        ("я", "ы", False),
    ],
)
def test_words_are_alike_but_for_a_slip(left: str, right: str, expected: bool) -> None:
    assert alike(left, right) is expected
