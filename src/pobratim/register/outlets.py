"""Who publishes a document, and how much that weighs where sources differ.

A kind is told by the words of the publisher and the host of the address, unless a person has set another
(`pobratim.register.decisions.Weigh`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import get_args
from urllib.parse import urlsplit

from pobratim.model.document import Document
from pobratim.register.claims import Kind
from pobratim.register.reprints import is_official
from pobratim.register.rows import DocumentRow
from pobratim.register.text import normal

KINDS: tuple[Kind, ...] = get_args(Kind)
"""The weightiest first; what only reprints confirms nothing."""


def outlet_of(document: Document | DocumentRow) -> str | None:
    """The name under which a person weighs it: the publisher, else the host of the address."""
    if document.publisher and (name := _plain(document.publisher)):
        return name
    host = urlsplit(document.address or "").hostname or ""
    return host.removeprefix("www.") or None


@lru_cache(maxsize=65536)
def _plain(publisher: str) -> str:
    return " ".join(publisher.split())


def kind_of(document: Document | DocumentRow, given: Mapping[str, Kind]) -> Kind:
    """As a person has set it (``given``, by the names of outlets in normal form), else as its words tell."""
    name = outlet_of(document)
    if name and normal(name) in given:
        return given[normal(name)]
    if is_official(document):
        return "official"
    return "agency" if _is_agency(document) else "paper"


def weight(kind: Kind) -> int:
    """The greater the weightier; 0 of what only reprints."""
    return len(KINDS) - 1 - KINDS.index(kind)


def _is_agency(document: Document | DocumentRow) -> bool:
    publishers, hosts = _agencies()
    publisher = f" {normal(document.publisher or '')} "
    host = urlsplit(document.address or "").hostname or ""
    return any(f" {word} " in publisher for word in publishers) or any(
        host == end or host.endswith(f".{end}") for end in hosts
    )


@cache
def _agencies() -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = files("pobratim.register").joinpath("data/agencies.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return tuple(map(normal, data["publisher"])), tuple(data["host"])
