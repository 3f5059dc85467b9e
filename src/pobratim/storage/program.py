"""Which program derives: what other code or other data derived counts no more."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import resources


@cache
def program() -> str:
    """The sha256 of the package that derives, code and data: any change of it makes old rows stale."""
    return _digest("pobratim.register")


@cache
def way_of_keeping() -> str:
    """The same of all that says what a register looks like while it is derived, in this Python."""
    return f"{program()} {_digest('pobratim.model')} {_digest('pobratim.reading', 'data', 'places')} {sys.version}"


def _digest(package: str, *within: str) -> str:
    digest = hashlib.sha256()
    folders = [resources.files(package).joinpath(*within)]
    while folders:
        for found in sorted(folders.pop().iterdir(), key=lambda found: found.name):
            if found.is_file():
                digest.update(f"{found.name}\0".encode() + hashlib.sha256(found.read_bytes()).digest())
            elif found.name != "__pycache__":
                folders.append(found)
    return digest.hexdigest()
