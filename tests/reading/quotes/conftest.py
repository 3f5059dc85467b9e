"""How the tests of quotes read a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pobratim.model.document import Document
from pobratim.reading.context import Context
from pobratim.reading.dates import find_dates
from pobratim.reading.names.entities import find_entities
from pobratim.reading.quotes import find_quotes
from pobratim.reading.text.segments import lay_out

Said = list[tuple[str, str, str]]


def context_of(text: str) -> Context:
    """The text as the record rules see it."""
    document = Document(text=text, source="test.txt", language="ru")
    layout = lay_out(text)
    return Context(document, layout, find_entities(layout), find_dates(layout, document))


@pytest.fixture
def said() -> Callable[[str], Said]:
    """Speaker, kind and words of every quote of a text; « … » between the pieces of broken speech."""

    def read(text: str) -> Said:
        context = context_of(text)
        return [
            (
                context.by_id[quote.speaker].name,
                quote.kind,
                " … ".join(text[start:end] for start, end in quote.spans),
            )
            for quote in find_quotes(context)
        ]

    return read
