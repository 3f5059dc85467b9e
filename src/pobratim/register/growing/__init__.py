"""The register, kept up as documents and decisions come and go: what a change does not touch is not derived again."""

from pobratim.register.growing.register import Growing

__all__ = ["Growing"]
