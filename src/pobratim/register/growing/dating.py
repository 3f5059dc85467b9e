"""Which undated documents the register dates, asked anew only of those to which a change may matter."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from pobratim.register.claims import Source
from pobratim.register.dating import Facts, asked, date_document, is_open
from pobratim.register.growing.index import Index
from pobratim.register.growing.rows import Rows
from pobratim.register.known import Known
from pobratim.register.rows import Row
from pobratim.register.table import Table


class Dating:
    """The documents of one round that its register dates."""

    def __init__(self, known: Known, rows: Rows) -> None:
        self._known = known
        self._facts = Facts(known, rows.by_id)
        self._open: Table[str, Source] = Table()
        self._asks: Index[Hashable] = Index()
        """Undated documents by what could date them."""
        self.dated: Table[str, Source] = Table()

    def update(
        self, sources: Mapping[str, Source | None], changed: Iterable[tuple[Row | None, Row | None]]
    ) -> set[str]:
        """Look at these documents anew; ``changed`` are rows as they were and as they are.

        Returns those that are dated, dated otherwise or not dated any more.
        """
        asking: set[str] = set()
        for document, source in sources.items():
            for key in self._facts.read(document, source):
                asking |= self._asks.under(key)
        for document, source in sources.items():
            if source is not None and is_open(source):
                self._open[document] = source
                self._asks.put(document, asked(source, self._known))
                asking.add(document)
            elif self._open.pop(document, None) is not None:
                self._asks.put(document, ())
                asking.add(document)
        for key in self._facts.update(changed):
            asking |= self._asks.under(key)
        return {document for document in asking if self._date(document)}

    def _date(self, document: str) -> bool:
        """Date a document as far as can be; whether that is different from before."""
        source, before = self._open.get(document), self.dated.get(document)
        now = date_document(source, self._facts) if source else None
        if before is not None and now is not None and (before.reading, before.dating) == (now.reading, now.dating) and (
            (before.original, before.kind, before.confirmed) == (now.original, now.kind, now.confirmed)
        ):
            return False
        if now is not None:
            self.dated[document] = now
        else:
            self.dated.pop(document, None)
        return before is not now
