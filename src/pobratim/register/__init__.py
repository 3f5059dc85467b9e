"""The register: pure decisions over claims. Readings in, rows out; no tables, no network, no clock."""

from pobratim.register.derivation import derive

__all__ = ["derive"]
