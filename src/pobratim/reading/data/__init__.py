"""Word lists, gazetteer and weights of the reader; each file names its origin."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def path(name: str) -> Traversable:
    """The data file ``name`` (with its folder) inside the package."""
    return files(__name__).joinpath(name)


@cache
def load_toml(name: str) -> dict[str, Any]:
    """The tables of one TOML file, parsed once for all who ask: not to be changed."""
    return tomllib.loads(path(name).read_text(encoding="utf-8"))
