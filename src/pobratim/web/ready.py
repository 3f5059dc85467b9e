"""The pages made ready before the first of them is asked for."""

from __future__ import annotations

import gc
from importlib import resources

_YOUNG, _OLD = 10_000, 50
"""New objects after which the garbage collector looks through them, and how often it does before it looks at all."""


def make_ready() -> None:
    """Load addresses, templates and the forms of words, and have the garbage collector pass over what is loaded.

    For a server: else it is the first visitor who waits for all of it, and one page in twenty takes a tenth of a
    second longer, because the collector goes through what stays anyway.
    """
    from django.template.loader import get_template
    from django.urls import get_resolver

    from pobratim.reports.cases import genitive

    get_resolver().url_patterns  # noqa: B018  (reading it is what loads the pages)
    for name in _templates():
        get_template(name)
    genitive("Минск")
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, gc.get_threshold()[1], _OLD)


def _templates() -> list[str]:
    """The names of all pages and their parts."""
    found, folders = [], [(resources.files("pobratim.web").joinpath("templates", "web"), "web")]
    while folders:
        folder, path = folders.pop()
        for entry in folder.iterdir():
            if entry.is_dir():
                folders.append((entry, f"{path}/{entry.name}"))
            elif entry.name.endswith(".html"):
                found.append(f"{path}/{entry.name}")
    return sorted(found)
