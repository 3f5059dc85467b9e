"""A question is answered once for each thing it is asked of."""

from __future__ import annotations

from typing import Any

from pobratim.reading.once import once, union


class Sentence:
    def __init__(self, text: str) -> None:
        self.text = text
        self.answers: dict[tuple[object, ...], Any] = {}


def test_the_same_question_is_run_once():
    asked: list[str] = []

    @once
    def has(sentence: Sentence, word: str) -> bool:
        asked.append(word)
        return word in sentence.text

    one, other = Sentence("Делегация прибыла"), Sentence("Форум открылся")
    assert has(one, "прибыла")
    assert has(one, "прибыла")
    assert not has(other, "прибыла")
    assert not has(one, "Форум")
    assert asked == ["прибыла", "прибыла", "Форум"]


def test_two_questions_do_not_mix():
    @once
    def length(sentence: Sentence) -> int:
        return len(sentence.text)

    @once
    def words(sentence: Sentence) -> int:
        return len(sentence.text.split())

    sentence = Sentence("Делегация прибыла")
    assert (length(sentence), words(sentence)) == (17, 2)


def test_lists_of_words_as_one():
    assert union(frozenset({"мэр"}), frozenset({"глава", "мэр"})) == {"мэр", "глава"}
    assert union() == frozenset()
