"""Nothing but Unreadable comes out of the parsers, whatever their libraries raise."""

from __future__ import annotations

import pytest

from pobratim.gather import parsing
from pobratim.gather.kind import Kind
from pobratim.gather.refusal import Unreadable

from .making import SETTINGS, TEXT


def broken(*_: object) -> None:
    raise RecursionError("as a library may")


@pytest.mark.parametrize("kind", parsing.PARSERS)
def test_whatever_a_parser_raises_is_a_broken_file(kind: Kind, monkeypatch):
    name = parsing.PARSERS[kind][0]
    monkeypatch.setitem(parsing.PARSERS, kind, (name, broken))
    with pytest.raises(Unreadable) as refusal:
        parsing.parse(b"x", kind, source="а", settings=SETTINGS)
    assert (refusal.value.code, refusal.value.details) == ("broken", {"kind": name})


def test_whatever_the_mail_parser_raises_is_a_broken_letter(monkeypatch):
    monkeypatch.setattr(parsing, "read_mail", broken)
    with pytest.raises(Unreadable) as refusal:
        parsing.parse_mail(b"x", source="а", settings=SETTINGS)
    assert refusal.value.code == "broken"


@pytest.mark.parametrize("kind", parsing.PARSERS)
def test_bytes_of_another_kind_are_refused_or_read_but_never_crash(kind: Kind):
    for data in (b"\x00\xff" * 50, TEXT.encode(), b"%PDF-1.4", b"PK\x03\x04"):
        try:
            assert parsing.parse(data, kind, source="а", settings=SETTINGS).text
        except Unreadable as refusal:
            assert refusal.as_error("а").reason
