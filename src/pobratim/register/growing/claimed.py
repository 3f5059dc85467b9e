"""Things that claims tell of (agreements, happenings, commitments), kept up as documents come and go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from pobratim.model.reading import Record
from pobratim.register.claims import Claim, Source
from pobratim.register.growing.index import Naming
from pobratim.register.growing.joining import Given, Joining
from pobratim.register.growing.once import Once
from pobratim.register.growing.tally import Tally
from pobratim.register.resolving import Item, Method
from pobratim.register.table import Table

I = TypeVar("I", bound=Item)  # noqa: E741
R = TypeVar("R", bound=Record)


class Claimed(Generic[R, I]):
    """The things that claims of one type tell of; ``draft`` is what one claim says, None where it says nothing."""

    def __init__(
        self, record_type: type[R], draft: Callable[[Claim[R]], I | None], method: Method[I], tally: Tally, once: Once
    ) -> None:
        self._type = record_type
        self._draft = draft
        self._tally = tally
        self._joining: Joining[I] = Joining(method, once)
        self._told: Table[str, list[str]] = Table()
        """The claims of each document."""
        self.items: Table[str, I] = Table()

    def update(self, sources: Mapping[str, Source | None], given: Given) -> set[str]:
        """Look at these documents anew (None where one is no more); returns the ids of things that have changed."""
        changed: dict[str, I | None] = {}
        for document, source in sources.items():
            changed.update(dict.fromkeys(self._told.pop(document, ())))
            claims: Sequence[Claim[R]] = source.claims.get(self._type, ()) if source else ()
            drafts = [draft for claim in claims if (draft := self._draft(claim)) is not None]
            changed.update({draft.id: draft for draft in drafts})
            if drafts:
                self._told[document] = [draft.id for draft in drafts]
        found = self._joining.update(changed, given)
        self._tally.update(found.gone, found.new)
        for one, item in found.items.items():
            if item is None:
                del self.items[one]
            else:
                self.items[one] = item
        return set(found.items)


class Named(Generic[I]):
    """Ids for the rows of things, by their own ids."""

    def __init__(self, wish: Callable[[I], str]) -> None:
        self._wish = wish
        self._naming: Naming[str] = Naming()
        self.ids = self._naming.ids

    def update(self, changed: Mapping[str, I | None]) -> set[str]:
        """Returns the things whose rows have another id now, beside those that have changed."""
        wishes = {one: None if item is None else (self._wish(item), one) for one, item in changed.items()}
        return self._naming.update(wishes).keys() | changed.keys()
