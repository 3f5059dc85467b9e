"""The documents of the inputs: what `read` and `add` have in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

if TYPE_CHECKING:
    from pobratim.gather import Gathered


def gathered(paths: list[str], published: str | None, settings: Settings) -> Iterator[Gathered | InputError]:
    """Every document of the inputs, or why one cannot be read; ``published`` goes before what they say."""
    from pobratim.gather import gather

    for item in gather(paths, settings):
        if isinstance(item, InputError) or published is None:
            yield item
        else:
            document = dataclasses.replace(item.document, published=published, published_basis="stated")
            yield dataclasses.replace(item, document=document)
