"""Facts as slots and words: how well some answer others, as the third track of factRuEval compares them.

- An argument answers a gold one of the same slot when its words are one of its wordings, but for a slip of one letter
  (two in nine or more).
- A fact may answer a gold one when an argument other than the position does.
- The quality of an answer is the matched weight of arguments over all weight on both sides (a position weighs .5,
  anything else 1). Several of our facts may answer one gold fact; they lose for arguments of the gold fact that
  none of them tells together. The assignment with the best F1 counts.
- Gold facts marked difficult are neither missed nor false, nor is what answers them.
- Precision is quality over our facts, recall quality over gold facts.

The comparator of Dialogue Evaluation searches all assignments; here a greedy one is improved step by step, which
comes to the same on facts as few as a news item has. It looks normal forms of positions up in a list; here morphology
gives them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pobratim.reading.text.morph import word


@dataclass(frozen=True)
class Stated:
    """A fact of ours: slots and the words they hold."""

    kind: str
    arguments: tuple[tuple[str, tuple[str, ...]], ...]
    """Slot and what stands for it, each in one wording or two."""

    def __str__(self) -> str:
        return ", ".join(f"{slot} «{words[0]}»" for slot, words in self.arguments)


@dataclass(frozen=True)
class Wanted:
    """A gold fact: slots, each with every wording that answers it; ``hard`` ones count for nothing."""

    kind: str
    arguments: tuple[tuple[str, frozenset[str], str], ...]
    """Slot, wordings, and how to show it."""
    hard: bool

    def __str__(self) -> str:
        return ", ".join(f"{slot} «{shown}»" for slot, _, shown in self.arguments)


@dataclass
class Count:
    """Sums over documents."""

    gold: int = 0
    got: int = 0
    quality_of_gold: float = 0.0
    quality_of_got: float = 0.0

    def add(self, other: Count) -> None:
        self.gold += other.gold
        self.got += other.got
        self.quality_of_gold += other.quality_of_gold
        self.quality_of_got += other.quality_of_got

    @property
    def precision(self) -> float:
        return self.quality_of_got / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        return self.quality_of_gold / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


# ---------------------------------------------------------------- comparing words


def plain(words: str) -> str:
    """Small letters, one kind of quotation marks and dashes, no space before signs."""
    words = " ".join(words.lower().replace("ё", "е").split())
    words = words.translate(str.maketrans("«»“”„’`‐−‒–—―", '"""""\'\'' + "-" * 6))
    for before, after in ((" ,", ","), (" .", "."), (" -", "-"), ("- ", "-"), ("( ", "("), (" )", ")")):
        words = words.replace(before, after)
    return words.strip(' "')


def dictionary_forms(words: str) -> str:
    """Each word by its lemma, so that «министром обороны» and «министр обороны» are one position."""
    return " ".join(word(part).lemma.replace("ё", "е") for part in words.split())


@lru_cache(maxsize=100_000)
def alike(left: str, right: str) -> bool:
    """The same but for a slip: none in one letter, one below nine, two from there on."""
    longest = max(len(left), len(right))
    allowed = 0 if longest < 2 else 1 if longest < 9 else 2
    return abs(len(left) - len(right)) <= allowed and _distance(left, right) <= allowed


def _distance(left: str, right: str) -> int:
    """Levenshtein's."""
    previous = list(range(len(right) + 1))
    for row, one in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (one != other)))
        previous = current
    return previous[-1]


def _answers(slot: str, words: tuple[str, ...], wordings: frozenset[str]) -> bool:
    forms = set(map(plain, words))
    if slot == "position":
        forms |= set(map(dictionary_forms, forms))
    return any(alike(form, wording) for form in forms for wording in wordings)


def matches(fact: Stated, gold: Wanted) -> dict[int, int]:
    """Argument of ours → argument of the gold fact it answers, both by number."""
    found = {}
    for number, (slot, words) in enumerate(fact.arguments):
        for index, (gold_slot, wordings, _) in enumerate(gold.arguments):
            if slot == gold_slot and _answers(slot, words, wordings):
                found[number] = index
                break
    return found


# ---------------------------------------------------------------- comparing facts


def _weight(slot: str) -> float:
    return 0.5 if slot == "position" else 1.0


def quality(gold: Wanted, answers: Sequence[Stated]) -> float:
    """How well these facts together answer a gold one, 0 to 1."""
    if not answers or gold.hard:
        return 0.0
    answered = [matches(fact, gold) for fact in answers]
    hit = {index for match in answered for index in match.values()}
    told = sum(_weight(gold.arguments[index][0]) for index in hit)
    missed = sum(_weight(slot) for index, (slot, *_) in enumerate(gold.arguments) if index not in hit)
    false = sum(
        _weight(slot)
        for fact, match in zip(answers, answered, strict=True)
        for number, (slot, _) in enumerate(fact.arguments)
        if number not in match
    )
    share = told / (told + missed + false)
    pairs = list(combinations(sorted(hit), 2))
    if len(answers) == 1 or not pairs:
        return share
    together = sum(any({left, right} <= set(match.values()) for match in answered) for left, right in pairs)
    return share * (1 + together / len(pairs)) / 2


def compare(gold: Sequence[Wanted], got: Sequence[Stated]) -> tuple[Count, list[int | None]]:
    """The figures of one kind in one document, and which gold fact each of ours answers."""
    options: list[list[int | None]] = [
        [None, *(i for i, one in enumerate(gold) if _may_answer(fact, one))] for fact in got
    ]
    best: list[int | None] = [None] * len(got)
    result = _count(gold, got, best)
    improved = True
    while improved:
        improved = False
        for number, choices in enumerate(options):
            for choice in choices:
                other = [*best[:number], choice, *best[number + 1 :]]
                count = _count(gold, got, other)
                if _better(count, result):
                    best, result, improved = other, count, True
    return result, best


def _may_answer(fact: Stated, gold: Wanted) -> bool:
    return any(fact.arguments[number][0] != "position" for number in matches(fact, gold))


def _better(left: Count, right: Count) -> bool:
    return (left.f1, left.quality_of_gold) > (right.f1 + 1e-9, right.quality_of_gold)


def _count(gold: Sequence[Wanted], got: Sequence[Stated], answered: Sequence[int | None]) -> Count:
    count = Count(got=sum(index is None for index in answered))
    for index, one in enumerate(gold):
        answers = [fact for fact, choice in zip(got, answered, strict=True) if choice == index]
        if one.hard:
            continue
        value = quality(one, answers)
        count.gold += 1
        count.got += len(answers)
        count.quality_of_gold += value
        count.quality_of_got += value * len(answers)
    return count
