"""What matching finds: a need, who may meet it, on what grounds, and what was tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A row of the register by which the provider may have what is needed."""

    row: str
    kind: Literal["offer", "supply", "maker"]
    item: str
    """What it offers or supplied; of a visited maker its name."""
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A row that tells that the two sides dealt with it already."""

    row: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One side's need and another side that may meet it; names of things are row ids."""

    id: str
    need: str
    """The offer row of the need."""
    item: str
    code: str | None
    needer: str
    provider: str
    score: float
    grounds: tuple[Ground, ...]
    """The likeliest first."""
    tried: tuple[Tried, ...] = ()
    documents: tuple[str, ...] = ()
