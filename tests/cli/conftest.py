"""Commands run in this process, against a home of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pobratim.model.document import Document
from pobratim.model.reading import Reading


@dataclass(frozen=True)
class Run:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def pobratim(home: Path, monkeypatch, capsys) -> Callable[..., Run]:
    """Run a command: ``pobratim("add", path)``."""
    from pobratim.cli.edge import run

    monkeypatch.setenv("COLUMNS", "120")

    def command(*arguments: object) -> Run:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return command


@pytest.fixture
def hand_made(monkeypatch) -> None:
    """A reader that knows one sentence by heart, and a register made by hand whatever was read."""
    from pobratim import reading, register
    from pobratim.exchange.roadmap import parties  # noqa: F401  it takes the true reader once and for all
    from tests.readings import MINSK_OMSK
    from tests.readings import reading as hand_reading
    from tests.registers import REGISTER, derives

    def read_document(document: Document) -> Reading:
        if "непонятно" in document.text:
            raise ZeroDivisionError("what is this?")
        text = MINSK_OMSK if document.text == MINSK_OMSK else document.text
        known = hand_reading(text, reader="hand 1")
        relevance = 0.1 if "матч" in text else 0.9
        return dataclasses.replace(known, document=document, relevance=relevance)

    monkeypatch.setattr(reading, "READER", "hand 1")
    monkeypatch.setattr(reading, "read_document", read_document)
    monkeypatch.setattr(register, "derive_with_judgements", derives(REGISTER))
