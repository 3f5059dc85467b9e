"""Agreements: documents between sides, signed, in force or meant."""
