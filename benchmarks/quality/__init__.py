"""The quality of the reader in one table: see `benchmarks/quality/__main__.py`."""
