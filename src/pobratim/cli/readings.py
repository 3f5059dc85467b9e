"""Inputs made readings: what `read` and `add` have in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from pobratim.gather import Gathered
    from pobratim.model.reading import Reading


def gathered(paths: list[str], published: str | None, settings: Settings) -> Iterator[Gathered | InputError]:
    """Every document of the inputs, or why one cannot be read; ``published`` goes before what they say."""
    from pobratim.gather import gather

    for item in gather(paths, settings):
        if isinstance(item, InputError) or published is None:
            yield item
        else:
            document = dataclasses.replace(item.document, published=published, published_basis="stated")
            yield dataclasses.replace(item, document=document)


def read_or_explain(item: Gathered, settings: Settings) -> Reading | InputError:
    """The reading, with the measures of a road map; a text on which the reader itself fails is one failed input."""
    from pobratim.exchange.roadmap.claims import with_measures
    from pobratim.reading import read_document

    try:
        return with_measures(read_document(item.document), item.original, settings)
    except Exception as error:
        failed = InputError(
            item.document.source,
            f"сбой программы при чтении текста ({type(error).__name__}: {error})",
            "сообщите о нём разработчикам, приложив файл",
        )
        failed.__cause__ = error
        return failed
