"""One round of deriving: what documents as they are dated so far say together, and which others that dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pobratim.register.claims import Source
from pobratim.register.growing.dating import Dating
from pobratim.register.growing.deeds import Deeds
from pobratim.register.growing.forking import fork
from pobratim.register.growing.identity import GrowingIdentity
from pobratim.register.growing.joining import Given
from pobratim.register.growing.offices import Offices
from pobratim.register.growing.once import Once
from pobratim.register.growing.rows import Rows
from pobratim.register.growing.statements import Statements
from pobratim.register.growing.tally import Tally
from pobratim.register.growing.ties import Ties
from pobratim.register.rows import DocumentRow
from pobratim.register.table import Table


class Round:
    """Everything but places and organizations, on which no date has a say."""

    def __init__(self, identity: GrowingIdentity, once: Once) -> None:
        known = identity.known
        self._once = once
        self.sources: Table[str, Source] = Table()
        """The documents as they are dated when the round begins."""
        self.rows = Rows()
        self.tally = Tally()
        self._deeds = Deeds(known, identity.people.homes, self.rows, self.tally, once)
        self._statements = Statements(known, self.rows, self.tally, once)
        self._ties = Ties(known, self.rows, once)
        self._offices = Offices(known, identity.people, self.rows, once)
        self._dating = Dating(known, self.rows)

    def update(
        self, sources: Mapping[str, Source | None], people: Collection[str], given: Given
    ) -> dict[str, Source | None]:
        """Documents that changed, or whose mentions are others now; people who are others, and what people judged.

        Returns the documents that are dated, dated otherwise or (None) not any more.
        """
        for document, source in sources.items():
            if source is None:
                self.sources.pop(document, None)
            else:
                self.sources[document] = source
            self.rows.put(("document", document), [document_row(source)] if source else ())
        self._deeds.update(sources, given, self.sources)
        self._ties.update(sources, list(self.rows.changed()))
        self._offices.update(sources, people)
        self._statements.update(sources, given)
        changed = self._dating.update(sources, list(self.rows.changed()))
        return {document: self.dated.get(document) for document in changed}

    def settle(self) -> None:
        """What has changed so far is known."""
        self.rows.settle()
        self.tally.settle()

    def next(self, identity: GrowingIdentity, given: Given) -> Round:
        """The round that begins with the documents that this one dates."""
        following = fork(self, (identity.people, identity.people.homes, given, self._once))
        following.settle()
        following.update(dict(self.dated), (), given)
        return following

    @property
    def dated(self) -> Mapping[str, Source]:
        """The documents that the round dates."""
        return self._dating.dated


def document_row(source: Source) -> DocumentRow:
    """The row of a document."""
    document = source.document
    return DocumentRow(
        id=source.id,
        source=document.source,
        address=document.address,
        publisher=document.publisher,
        title=document.title,
        language=document.language,
        published=source.published,
        published_basis=document.published_basis if source.published else None,
        published_because=source.dating,
        reprint_of=source.original if source.original != source.id else None,
        relevance=source.reading.relevance,
    )
