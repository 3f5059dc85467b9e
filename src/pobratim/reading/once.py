"""Questions that are answered once for each thing they are asked of: many rules ask the same of a sentence.

    @once
    def own_parties(scene: Scene, name: DocumentName, end: int) -> tuple[str, ...]: ...

The first argument keeps the answers as long as it lives; the others must be hashable and are given by their places.
An answer belongs to all who ask: whoever wants to change a list makes one of his own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Keeper(Protocol):
    """What can be asked: it has a place for answers."""

    @property
    def answers(self) -> dict[tuple[object, ...], Any]:
        """Question and further arguments → the answer."""


Asked = TypeVar("Asked", bound=Keeper)
Further = ParamSpec("Further")
Answer = TypeVar("Answer")


_NOT_ASKED: Any = object()


def once(question: Callable[Concatenate[Asked, Further], Answer]) -> Callable[Concatenate[Asked, Further], Answer]:
    """A pure function of something that keeps answers: asked the same again it is not run again."""

    @wraps(question)
    def ask(asked: Asked, /, *about: Further.args, **_: Further.kwargs) -> Answer:
        key = (question, *about)
        answer: Answer = asked.answers.get(key, _NOT_ASKED)
        if answer is _NOT_ASKED:
            answer = asked.answers[key] = question(asked, *about)  # type: ignore[call-arg]
        return answer

    return ask


@lru_cache(maxsize=1000)
def union(*lists: frozenset[str]) -> frozenset[str]:
    """Words of several lists as one, joined once."""
    return frozenset().union(*lists)
