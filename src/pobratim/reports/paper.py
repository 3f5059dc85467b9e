"""What a report says, free of how it looks: sections of lines, numbered notes, sources.

`briefing` makes a `Paper`; `markdown`, `html`, `docx` and `pdf` print it. Texts are plain: no markup, no
control characters, spaces single.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Layout = Literal["facts", "list", "table"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with the numbers of the notes that prove it.

    A ``mark`` is a word of caution beside a fact («расхождение», «планируется») and is printed apart from it.
    """

    text: str
    refs: tuple[int, ...] = ()
    mark: bool = False


INFERRED = "*"
"""Stands behind what no source says in so many words; the note beside it has the reasoning."""
_RUNNING = 72
"""Characters of a running title beside the date."""

MOST_REFS = 9
"""Of one statement on a page: nobody looks up a hundred."""
Text: TypeAlias = tuple[Piece, ...]


def plain(text: Text) -> str:
    """The words of a text without its references."""
    return "".join(piece.text for piece in text)


def _fewer(piece: Piece) -> Text:
    beyond = len(piece.refs) - MOST_REFS
    if beyond <= 0:
        return (piece,)
    return replace(piece, refs=piece.refs[:MOST_REFS]), Piece(f" и ещё {beyond}", mark=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the paper: two cells (label or date, and what is said), or a table's row."""

    cells: tuple[Text, ...]

    @property
    def refs(self) -> tuple[int, ...]:
        """Every note that the line rests on, in ascending order."""
        return tuple(sorted({ref for cell in self.cells for piece in cell for ref in piece.refs}))

    def shortened(self) -> Line:
        """With the first `MOST_REFS` references of each piece, and how many more there are."""
        if all(len(piece.refs) <= MOST_REFS for cell in self.cells for piece in cell):
            return self
        return Line(tuple(tuple(one for piece in cell for one in _fewer(piece)) for cell in self.cells))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its lines.

    ``facts`` are labels with values, a ``list`` has a date or name (or nothing) before each line, a ``table``
    has ``columns``.
    """

    heading: str
    layout: Layout
    lines: tuple[Line, ...]
    columns: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    """How wide the columns of a table are, together 1; empty where what stands in them tells."""

    def shortened(self, most: int) -> Section:
        """The first ``most`` lines with their first references, and a line that says how many more there are."""
        beyond = len(self.lines) - most
        kept = tuple(line.shortened() for line in self.lines[:most])
        if beyond <= 0:
            return replace(self, lines=kept)
        told: Text = (Piece(f"… и ещё {beyond}: целиком — в файле", mark=True),)
        cells = max(1, len(self.columns) or len(self.lines[0].cells))
        last = Line((*[()] * (cells - 1), told)) if self.layout != "table" else Line((told, *[()] * (cells - 1)))
        return replace(self, lines=(*kept, last))


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: the sentence of a source, or the reasoning behind what is inferred."""

    number: int
    text: Text
    span: tuple[int, int] | None = None
    """Where the sentence stands in the text of its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document with the sentences that the paper takes from it."""

    title: str
    origin: str
    """Publisher, date of publication, what is known of both."""
    address: str
    """The web address, or the file's name where the document has no address."""
    link: str | None
    """The address once more where it may be followed (http and https only)."""
    notes: tuple[Note, ...]
    document: str | None = None
    """The id of the document in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole report. Notes are numbered without gaps: those of the sources first, then the conclusions."""

    title: str
    date: str
    """The day the paper shows, in words."""
    iso_date: str
    basis: str
    """On how many documents it rests, in words."""
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    conclusions: tuple[Note, ...]
    stamp: tuple[str, ...] = ()
    """Lines at the upper right, for whoever approves the paper to sign."""

    SOURCES = "Источники и подтверждения"
    CONCLUSIONS = "Ход рассуждений"

    @property
    def running_title(self) -> str:
        """The title as it fits on one line above later pages."""
        return self.title if len(self.title) <= _RUNNING else f"{self.title[: _RUNNING - 1]}…"

    @property
    def legend(self) -> str:
        """How to read the numbers and marks."""
        words = "Номера при строках ведут к предложениям источников, на которых строка основана."
        if self.conclusions:
            words += (
                f" Звёздочкой отмечено то, чего источники прямо не говорят: основания в части «{self.CONCLUSIONS}»."
            )
        return words

    def shortened(self, most: int) -> Paper:
        """The first ``most`` lines of each section, with the notes that they rest on; numbers stay as they are."""
        sections = tuple(section.shortened(most) for section in self.sections)
        if sections == self.sections:
            return self
        cited = {ref for section in sections for line in section.lines for ref in line.refs}
        conclusions = tuple(note for note in self.conclusions if note.number in cited)
        cited |= {ref for note in conclusions for piece in note.text for ref in piece.refs}
        kept = (replace(one, notes=tuple(note for note in one.notes if note.number in cited)) for one in self.sources)
        sources = tuple(one for one in kept if one.notes)
        return replace(self, sections=sections, sources=sources, conclusions=conclusions)

    def notes(self) -> tuple[Note, ...]:
        """All notes by number."""
        return tuple(note for source in self.sources for note in source.notes) + self.conclusions
