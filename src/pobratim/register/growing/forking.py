"""A copy of what is kept, to go on from in another way: containers are copied, what never changes is shared."""

from __future__ import annotations

import types
from collections.abc import Iterable
from typing import Any, TypeVar

from pobratim.register.dating import Facts
from pobratim.register.table import Table

T = TypeVar("T")


def fork(value: T, shared: Iterable[object]) -> T:
    """A copy of ``value``: both can change from now on, each for itself, but for what is ``shared``."""
    copy: T = _copied(value, {id(one): one for one in shared})
    return copy


def _copied(value: Any, copies: dict[int, Any]) -> Any:
    """``copies`` are those made so far, by the identity of what they are of."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if id(value) in copies:
        return copies[id(value)]
    if isinstance(value, dict):
        made = copies[id(value)] = Table() if isinstance(value, Table) else kind()
        for key, held in value.items():
            made[key] = _copied(held, copies)
    elif kind is set:
        made = copies[id(value)] = set(value)  # of what never changes: only that can be in a set
    elif kind is list:
        made = copies[id(value)] = []
        made.extend(_copied(held, copies) for held in value)
    elif kind is types.MethodType:
        made = types.MethodType(value.__func__, _copied(value.__self__, copies))
    elif _is_kept(kind):
        made = copies[id(value)] = object.__new__(kind)
        for name, held in vars(value).items():
            setattr(made, name, _copied(held, copies))
    else:
        return value
    return made


def _is_kept(kind: type) -> bool:
    """Whether things of that class change."""
    if kind is Facts:
        return True
    return kind.__module__.startswith(__package__) and not hasattr(kind, "__dataclass_fields__")


_PLAIN = frozenset((str, int, float, bool, type(None), tuple, frozenset))
