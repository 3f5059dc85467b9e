"""Rules that wait for a word: each says without which words it tells nothing, and is tried only where one stands.

    @needs(frozenset({"обменяться"}))
    def exchange(scene: Scene, story: Story) -> Iterator[Draft]: ...

    EVENT_RULES = (meeting_verb, exchange, …)          # the visible list, in order; what says nothing is always tried
    for rule in Gate(EVENT_RULES).open_for(scene.context, scene.sentence): ...

One pass over the lemmas of a document tells it for all its sentences and all rules of a list: each rule is a bit.
Leaving a rule out must never change what is read; `tests/reading/test_triggers.py` reads with and without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from pobratim.reading.context import Context
from pobratim.reading.kept import kept
from pobratim.reading.once import once
from pobratim.reading.text.segments import Sentence

Lemmas = frozenset[str] | Callable[[], frozenset[str]]
"""Words, or what gives them once they are asked for (word lists are loaded at the first reading)."""
Rule = TypeVar("Rule", bound=Callable[..., Any])

_NEEDS: dict[Callable[..., Any], Lemmas] = {}


def needs(lemmas: Lemmas) -> Callable[[Rule], Rule]:
    """The rule tells nothing of a sentence without a word that can have one of these lemmas."""

    def declare(rule: Rule) -> Rule:
        _NEEDS[rule] = lemmas
        return rule

    return declare


class Gate(Generic[Rule]):
    """A list of rules, and on which sentences each has to be tried."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._chosen = lru_cache(maxsize=10_000)(self._choose)

    def open_for(self, context: Context, sentence: Sentence) -> tuple[Rule, ...]:
        """The rules that may tell something of the sentence, in their order."""
        return self._chosen(_bits(context, self)[sentence.index])

    @kept
    def always(self) -> int:
        """The bits of the rules that need no word."""
        return sum(1 << number for number, rule in enumerate(self.rules) if rule not in _NEEDS)

    @kept
    def bits(self) -> dict[str, int]:
        """Lemma → the bits of the rules that may tell something where it stands."""
        found: dict[str, int] = {}
        for number, rule in enumerate(self.rules):
            lemmas = _NEEDS.get(rule, frozenset())
            for lemma in lemmas() if callable(lemmas) else lemmas:
                found[lemma] = found.get(lemma, 0) | 1 << number
        return found

    def _choose(self, bits: int) -> tuple[Rule, ...]:
        return tuple(rule for number, rule in enumerate(self.rules) if bits >> number & 1)


@once
def _bits(context: Context, gate: Gate[Any]) -> list[int]:
    """Of each sentence of the document the bits of the rules to be tried."""
    found = [gate.always] * len(context.layout.sentences)
    sentences = context.layout.sentence_of_token
    bits = gate.bits
    for lemma, tokens in context.places_of_lemma.items():
        if lemma in bits:
            for token in tokens:
                found[sentences[token]] |= bits[lemma]
    return found
