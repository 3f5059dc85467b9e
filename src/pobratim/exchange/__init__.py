"""The register in the formats of others: one module a format, found by the file's ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pobratim.exchange import register_json
from pobratim.register.identity import Judgement
from pobratim.register.rows import Register

FORMATS: dict[str, Callable[[Register, Iterable[Judgement]], bytes]] = {".json": register_json.write}
"""What writes a register and the judgements on identity, by the ending of the file's name."""
