"""What the tests of pages share: a register to look at, and one whose every name is hostile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pobratim import storage
from pobratim.register.rows import Register
from pobratim.storage import shelf
from tests.registers import derives
from tests.web import make

Fill = Callable[[Register], None]


@pytest.fixture
def fill(home: Path, monkeypatch: pytest.MonkeyPatch) -> Fill:
    """Keeps the documents of `make` and shows the given register as what was derived from them."""

    def fill_with(register: Register) -> None:
        storage.keep(make.READING, make.ORIGINAL, make.DOCUMENT.source)
        storage.keep(make.OTHER_READING, None, make.OTHER.source)
        storage.keep(make.BELARUSIAN_READING, None, make.BELARUSIAN.source)
        monkeypatch.setattr("pobratim.register.derive_with_judgements", derives(register))
        storage.derive()
        shelf.forget()  # of the same readings another register, which only tests can have

    return fill_with


@pytest.fixture
def filled(fill: Fill, home: Path) -> Path:
    """The home of the register of `make`."""
    fill(make.REGISTER)
    return home


@pytest.fixture
def hostile(fill: Fill, home: Path) -> Path:
    """The same with a script in every name, title and sentence."""
    fill(make.hostile(make.REGISTER))
    return home
