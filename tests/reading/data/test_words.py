"""Lists of words: each names its origin, and the example of a word shows the word itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

import pytest

from pobratim.reading.data import path
from pobratim.reading.text.segments import lay_out

FILES = sorted(file.name for file in path("records").iterdir() if file.name.endswith(".toml"))
MEANINGS = {"appointments.toml", "seats.toml"}
"""Word → what it means, instead of an example."""


def examples(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each word of a table and of the tables inside it, with its example."""
    for word, told in table.items():
        if isinstance(told, dict):
            yield from examples(told)
        elif isinstance(told, str):
            yield word, told


def plain(text: str) -> str:
    return text.replace("ё", "е")


def shows(word: str, example: str) -> bool:
    """Do the words of the entry stand in the example as a form, a lemma, or its beginning or end?"""
    known = {plain(form) for token in lay_out(example).tokens for form in _forms(token)}
    return all(
        any(form.startswith(part) or form.endswith(part) for form in known) for part in plain(word).split()
    ) or plain(word) in plain(example.lower())


def _forms(token: Any) -> set[str]:
    return {token.lower, *(token.word.lemmas if token.word is not None else ())}


def source(name: str) -> Traversable:
    return path("records").joinpath(name)


@pytest.mark.parametrize("name", FILES)
def test_a_list_names_its_origin(name: str) -> None:
    head = [line for line in source(name).read_text(encoding="utf-8").splitlines()[:6] if line.startswith("#")]
    assert any("rigin" in line or "our own" in line for line in head), head


@pytest.mark.parametrize("name", sorted(set(FILES) - MEANINGS))
def test_the_example_of_a_word_shows_it(name: str) -> None:
    tables = tomllib.loads(source(name).read_text(encoding="utf-8"))
    assert [(word, told) for word, told in examples(tables) if not shows(word, told)] == []
