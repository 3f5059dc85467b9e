"""The ledger of a paper: what its lines cite, numbered at the end so that notes stand by source.

While sections are written each citation gets a provisional number; `settle` turns these into the final ones:
sources in the order of their first mention, inside a source the sentences in the order of its text, then the
conclusions. A sentence inside a longer cited one shares its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from pobratim.model.document import called, file_name
from pobratim.register.rows import Because, DocumentRow, Evidence, Person, Register, Row, Tie
from pobratim.reports.paper import Line, Note, Piece, Section, Source, Text
from pobratim.reports.wording import clean, quoted, sentence, short

Refs = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Whole:
    """A document as a whole, where no single sentence is to be shown."""

    document: str


@dataclass(frozen=True, slots=True)
class _Conclusion:
    """Reasoning: its text with provisional references."""

    text: Text


_Entry = Evidence | _Whole | _Conclusion


class Ledger:
    """Gives out reference numbers and, when the paper is written, its notes and sources."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._numbers: dict[_Entry, int] = {}

    @property
    def documents(self) -> frozenset[str]:
        """The documents cited so far."""
        return frozenset(entry.document for entry in self._numbers if not isinstance(entry, _Conclusion))

    def cite(self, evidence: Iterable[Evidence]) -> Refs:
        """References to these sentences."""
        return tuple(self._number(item) for item in evidence)

    def whole(self, documents: Iterable[str]) -> Refs:
        """References to documents as a whole."""
        return tuple(self._number(_Whole(document)) for document in documents)

    def row(self, row: Row, documents: Iterable[str] | None = None) -> Refs:
        """References to the sentences that a row rests on, or to its documents where it carries none.

        With ``documents`` only what these say; a document of them without a sentence is cited as a whole.
        """
        evidence = [item for item in evidence_of(row) if self._register.get(item.document)]
        if documents is None:
            known = [document for document in _documents_of(row) if self._register.get(document)]
            return self.cite(evidence) or self.whole(known or _documents_of(row)[:1])
        refs: Refs = ()
        for document in documents:
            said = [item for item in evidence if item.document == document]
            refs += self.cite(said) or self.whole([document])
        return refs

    def conclude(self, because: Iterable[Because]) -> Refs:
        """A reference to the reasoning, none where there is none."""
        grounds: dict[str, Refs] = {}
        for step in because:  # several documents may give one reason
            reason = clean(step.reason).rstrip(".")
            grounds[reason] = tuple(dict.fromkeys((*grounds.get(reason, ()), *self._grounds(step))))
        pieces: list[Piece] = []
        for reason, refs in grounds.items():
            pieces.append(Piece(f"; {reason}" if pieces else sentence(reason), refs))
        return (self._number(_Conclusion((*pieces, Piece(".")))),) if pieces else ()

    def settle(
        self, sections: Iterable[Section]
    ) -> tuple[tuple[Section, ...], tuple[Source, ...], tuple[Note, ...]]:
        """The sections with final numbers, the sources with their notes, and the conclusions."""
        final, by_document = self._final_numbers()

        def settled(text: Text) -> Text:
            return tuple(
                replace(piece, refs=tuple(sorted({final[ref] for ref in piece.refs}))) for piece in text
            )

        numbered = tuple(
            replace(
                section,
                lines=tuple(Line(tuple(settled(cell) for cell in line.cells)) for line in section.lines),
            )
            for section in sections
        )
        sources = tuple(self._source(document, entries, final) for document, entries in by_document.items())
        conclusions = tuple(
            Note(final[number], settled(entry.text))
            for entry, number in self._numbers.items()
            if isinstance(entry, _Conclusion)
        )
        return numbered, sources, conclusions

    # ---------------------------------------------------------------- inside

    def _number(self, entry: _Entry) -> int:
        return self._numbers.setdefault(entry, len(self._numbers))

    def _grounds(self, step: Because) -> Refs:
        """The sentence that a step of reasoning rests on: the shortest known one around its span."""
        if step.document is None:
            return ()
        if step.span is not None:
            start, end = step.span
            said = self._said.get(step.document, ())
            around = [item for item in said if item.span[0] < end and start < item.span[1]]
            if around:
                return self.cite([min(around, key=lambda item: (item.span[1] - item.span[0], item.span))])
        return self.whole([step.document])

    @cached_property
    def _said(self) -> dict[str, list[Evidence]]:
        """All sentences that rows rest on, by document."""
        said: dict[str, list[Evidence]] = defaultdict(list)
        for row in self._register.rows():
            for item in evidence_of(row):
                said[item.document].append(item)
        return said

    def _final_numbers(self) -> tuple[dict[int, int], dict[str, list[_Entry]]]:
        by_document: dict[str, list[_Entry]] = {}
        for entry in self._numbers:
            if not isinstance(entry, _Conclusion):
                by_document.setdefault(entry.document, []).append(entry)
        final: dict[int, int] = {}
        count = 0
        for document, entries in by_document.items():
            kept: list[_Entry] = []
            reach = -1
            for entry in sorted(entries, key=_position):
                inside = isinstance(entry, Evidence) and entry.span[1] <= reach
                if not inside:
                    kept.append(entry)
                    count += 1
                    reach = entry.span[1] if isinstance(entry, Evidence) else reach
                final[self._numbers[entry]] = count
            by_document[document] = kept
        for entry, number in self._numbers.items():
            if isinstance(entry, _Conclusion):
                count += 1
                final[number] = count
        return final, by_document

    def _source(self, document: str, entries: list[_Entry], final: dict[int, int]) -> Source:
        row = self._register.get(document)
        notes = tuple(
            Note(
                final[self._numbers[entry]],
                (Piece(quoted(clean(entry.text)) if isinstance(entry, Evidence) else "Документ в целом."),),
                entry.span if isinstance(entry, Evidence) else None,
            )
            for entry in entries
        )
        return source(row, notes) if isinstance(row, DocumentRow) else _unknown(document, notes)


def source(row: DocumentRow, notes: tuple[Note, ...] = ()) -> Source:
    """How a document is named among the sources."""
    address = clean(row.address or file_name(row.source))
    followable = address.lower().startswith(("https://", "http://")) and not set(address) & set(' "<>\\^`{|}')
    return Source(
        title=clean(called(row.title, row.source)),
        origin=_origin(row),
        address=address,
        link=address if followable else None,
        notes=notes,
        document=row.id,
    )


def _origin(row: DocumentRow) -> str:
    if row.published is None:
        published = "дата публикации неизвестна"
    elif row.published_basis == "inferred":
        reasons = "; ".join(clean(step.reason).rstrip(".") for step in row.published_because)
        published = f"{short(row.published)} (вывод{': ' + reasons if reasons else ''})"
    else:
        published = short(row.published)
    parts = (clean(row.publisher or ""), published, "перепечатка" if row.reprint_of else "")
    return sentence(", ".join(part for part in parts if part))


def _unknown(document: str, notes: tuple[Note, ...]) -> Source:
    return Source(
        title=f"Документ {clean(document)[:12]}", origin="Нет в реестре", address="", link=None, notes=notes
    )


def _position(entry: _Entry) -> tuple[int, int]:
    """Whole documents before their sentences, a longer sentence before those inside it."""
    return (entry.span[0], -entry.span[1]) if isinstance(entry, Evidence) else (-1, 0)


def evidence_of(row: Row) -> Iterator[Evidence]:
    """Every sentence that a row carries, those of its posts and stages included."""
    if isinstance(row, Person):
        for post in row.posts:
            yield from post.evidence
    elif isinstance(row, Tie):
        for stage in row.history:
            yield from stage.evidence
    else:
        yield from getattr(row, "evidence", ())


def _documents_of(row: Row) -> tuple[str, ...]:
    return (row.id,) if isinstance(row, DocumentRow) else row.documents
