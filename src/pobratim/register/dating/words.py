"""The words by which undated texts are dated (`data/dating.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon() -> dict[str, Any]:
    """Lists of words, small letters, «е» for «ё»; read once."""
    return tomllib.loads(files("pobratim.register").joinpath("data/dating.toml").read_text(encoding="utf-8"))
