"""The address of styles, scripts and pictures: another one for each state of them, so that nothing old is ever shown.

One number stands for all files, in front of their paths: what they say of one another («../img/band.svg») stays true,
and no step of collecting is needed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

_DIGITS = 12


def fingerprint(folder: Path) -> str:
    """A number of the contents and names of all files below the folder."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:_DIGITS]
