"""A report's paper in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pobratim.reports.paper import Note, Paper, Section, Source
from pobratim.reports.paper import Text as PaperText


def show_paper(paper: Paper, console: Console) -> None:
    """Print a paper: its sections, then the numbered sentences of each source."""
    console.print(Text(paper.title, "bold"))
    console.print(Text(f"{paper.date}. {paper.basis}.", "dim"))
    for section in paper.sections:
        _heading(section.heading, console)
        console.print(_section(section))
    _heading(paper.SOURCES, console)
    for source in paper.sources:
        _source(source, console)
    if paper.conclusions:
        _heading(paper.CONCLUSIONS, console)
        console.print(_notes(paper.conclusions))


def _heading(words: str, console: Console) -> None:
    console.print("", Text(words, "bold blue"), sep="\n")


def _section(section: Section) -> Table:
    """Labels beside values, or a table with its columns."""
    if section.layout == "table":
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
        for column in section.columns:
            table.add_column(column, overflow="fold")
    else:
        table = Table.grid(padding=(0, 2, 0, 0))
        if any(len(line.cells) > 1 for line in section.lines):
            table.add_column(style="dim", max_width=28)
        table.add_column(overflow="fold")
    for line in section.lines:
        table.add_row(*(_text(cell) for cell in line.cells))
    return table


def _source(source: Source, console: Console) -> None:
    console.print(Text(source.title, "bold"))
    console.print(Text(". ".join(filter(None, (source.origin, source.address))), "dim"))
    if source.notes:
        console.print(_notes(source.notes))


def _notes(notes: tuple[Note, ...]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="yellow", justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for note in notes:
        table.add_row(str(note.number), _text(note.text))
    return Padding(table, (0, 0, 0, 2))


def _text(text: PaperText) -> Text:
    """The words, cautions apart from them, references in brackets."""
    shown = Text()
    for piece in text:
        shown.append(
            f" {piece.text.strip()}" if piece.mark else piece.text, "italic red" if piece.mark else ""
        )
        if piece.refs:
            shown.append(f" [{', '.join(map(str, piece.refs))}]", "yellow")
    return shown
