"""What every page is asked."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client

from tests.web.make import SCRIPT


def text_of(content: bytes) -> str:
    """The words of a page as one line, without tags."""
    html = re.sub(r"(?s)<(script|style|title)\b.*?</\1>", "", content.decode())
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


def assert_only_reads(client: Client, address: str) -> None:
    """Whatever would change something is refused."""
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(address).status_code == 405


def assert_escapes(client: Client, address: str) -> None:
    """A script in a name arrives as words."""
    response = client.get(address)
    assert response.status_code == 200
    page = response.content.decode()
    assert SCRIPT not in page
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page
