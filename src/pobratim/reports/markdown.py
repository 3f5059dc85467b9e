"""A paper as Markdown: readable as it stands, printable by any renderer."""

from __future__ import annotations

import re

from pobratim.reports.paper import Line, Note, Paper, Section, Source, Text

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^&@!])")
_LIST_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(paper: Paper) -> bytes:
    """The paper in UTF-8."""
    parts = [f"# {_escape(paper.title)}", f"{paper.date}. {paper.basis}."]
    for section in paper.sections:
        parts += [f"## {section.heading}", _section(section)]
    if paper.sources:
        parts += [f"## {paper.SOURCES}", f"*{paper.legend}*"]
    parts += [_source(source) for source in paper.sources]
    if paper.conclusions:
        parts += [f"### {paper.CONCLUSIONS}", _notes(paper.conclusions)]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _section(section: Section) -> str:
    if section.layout == "table":
        head = " | ".join(section.columns)
        rule = " | ".join("---" for _ in section.columns)
        rows = [" | ".join(_text(cell) for cell in line.cells) for line in section.lines]
        return "\n".join(f"| {row} |" for row in [head, rule, *rows])
    return "\n".join(_item(line) for line in section.lines)


def _item(line: Line) -> str:
    *lead, said = (_text(cell) for cell in line.cells)
    label = lead[0] if lead else ""
    return f"- **{label}.** {said}" if label else f"- {said}"


def _source(source: Source) -> str:
    address = f"<{source.link}>" if source.link else _escape(source.address)
    head = f"**{_escape(source.title)}**. {_escape(source.origin)}. {address}".rstrip()
    return f"{head}\n\n{_notes(source.notes)}" if source.notes else head


def _notes(notes: tuple[Note, ...]) -> str:
    return "\n".join(f"{note.number}. {_start(_text(note.text))}" for note in notes)


def _text(text: Text) -> str:
    words = ""
    for piece in text:
        words += f" *{_escape(piece.text.strip())}*" if piece.mark else _escape(piece.text)
        if piece.refs:
            numbers = ", ".join(map(str, piece.refs))
            words += f" \\[{numbers}\\]" if words else numbers
    return words


def _escape(text: str) -> str:
    """Plain words: nothing in them is read as markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _start(text: str) -> str:
    """The same at the start of a line, where more signs mean something."""
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
