"""Register rows as JSON-ready dictionaries and back, driven by the dataclasses themselves.

A slot whose Python name ends in ``_`` (``from_``) goes without it; tuples are lists. A round trip gives an
equal row.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pobratim.register.rows import TABLES, Row

T = TypeVar("T")

ROW_OF_TABLE: dict[str, type[Row]] = {row.table: row for row in TABLES}


def to_dict(value: Any) -> dict[str, Any]:
    """The dictionary of a row, or of another dataclass of `rows`, with all its slots in their order."""
    names, values, others = _writers(type(value))  # type: ignore[arg-type]
    found = dict(zip(names, values(value), strict=True))
    for name, write in others:
        found[name] = write(found[name])
    return found


def from_dict(cls: type[T], values: dict[str, Any]) -> T:
    """The inverse of `to_dict`. Raises TypeError on a slot that ``cls`` lacks or misses."""
    slots = dict(values)
    for name, slot, read in _readers(cls):  # type: ignore[arg-type]
        if name in slots:
            slots[slot] = read(slots.pop(name))
    return cls(**slots)


Reader = Callable[[Any], Any]
Writer = Callable[[Any], Any]


@cache
def _writers(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[tuple[str, Writer], ...]]:
    """The names of the slots outside, what gives their values, and how to write those that JSON has in another form."""
    hints = get_type_hints(cls)
    slots = [f.name for f in dataclasses.fields(cls)]
    names = tuple(slot.rstrip("_") for slot in slots)
    writers = [(name, _writer(hints[slot])) for name, slot in zip(names, slots, strict=True)]
    return names, attrgetter(*slots), tuple(one for one in writers if one[1] is not _as_it_is)


def _writer(hint: Any) -> Writer:
    if dataclasses.is_dataclass(hint):
        return to_dict
    if get_origin(hint) is tuple:
        item = _writer(get_args(hint)[0])
        return list if item is _as_it_is else lambda value: [item(element) for element in value]
    if get_origin(hint) in (Union, types.UnionType):
        inner = _writer(next(arg for arg in get_args(hint) if arg is not types.NoneType))
        return inner if inner is _as_it_is else lambda value: None if value is None else inner(value)
    return _as_it_is


@cache
def _readers(cls: type) -> tuple[tuple[str, str, Reader], ...]:
    """The slots whose values or names JSON has in another form: the name outside, the slot, and how to read it."""
    hints = get_type_hints(cls)
    found = ((f.name.rstrip("_"), f.name, _reader(hints[f.name])) for f in dataclasses.fields(cls))
    return tuple(one for one in found if one[0] != one[1] or one[2] is not _as_it_is)


def _reader(hint: Any) -> Reader:
    if dataclasses.is_dataclass(hint):
        return lambda value: from_dict(hint, value)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return tuple if item is _as_it_is else lambda value: tuple([item(element) for element in value])
    if get_origin(hint) in (Union, types.UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not types.NoneType))
        return inner if inner is _as_it_is else lambda value: None if value is None else inner(value)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    """Of what JSON has a form for."""
    return value
