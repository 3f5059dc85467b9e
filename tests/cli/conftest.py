"""Commands run in this process, against a home of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


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
