"""The register: pure decisions over claims. Readings in, rows out; no tables, no network, no clock."""

from pobratim.register.derivation import Derivation, derive, derive_with_judgements

__all__ = ["Derivation", "derive", "derive_with_judgements"]
