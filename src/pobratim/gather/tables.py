"""The data files of this package: words and patterns, each file with its origin and examples."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of `data/NAME.toml`."""
    import tomllib  # here, for importing this package must cost nothing until a file comes
    from importlib.resources import files

    return tomllib.loads(files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def months() -> dict[str, int]:
    """Names of the months as dates have them, and their numbers."""
    found: dict[str, int] = table("stated")["months"]
    return found


def issues() -> dict[str, int]:
    """Names of the months as issues of a monthly have them, and their numbers."""
    found: dict[str, int] = table("stated")["issues"]
    return found


def pattern(name: str) -> str:
    """The regular expression under ``name`` of `data/stated.toml`, to be put in brackets."""
    found: str = table("stated")["words"][name]
    return found
