"""`pobratim version`"""

from __future__ import annotations


def version() -> None:
    """Показать версию программы."""
    from importlib.metadata import version as version_of

    print(f"Pobratim {version_of('pobratim')}")
