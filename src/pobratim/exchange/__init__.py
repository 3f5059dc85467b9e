"""The register in the formats of others: one module a format, found by the file's ending."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.exchange import register_json
from pobratim.register.rows import Register

FORMATS: dict[str, Callable[[Register], bytes]] = {".json": register_json.write}
"""What writes a register, by the ending of the file's name."""
