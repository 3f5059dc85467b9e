"""How the tests of dates read a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pobratim.model.document import Document
from pobratim.reading.dates import find_dates
from pobratim.reading.text.segments import lay_out

Told = list[tuple[str, str | None, str]]


@pytest.fixture
def told() -> Callable[..., Told]:
    """Words, EDTF and kind of every time expression of a text, published when it is said."""

    def read(text: str, published: str | None = None) -> Told:
        document = Document(text=text, source="test.txt", language="ru", published=published)
        return [(text[d.start : d.end], d.edtf, d.kind) for d in find_dates(lay_out(text), document)]

    return read
