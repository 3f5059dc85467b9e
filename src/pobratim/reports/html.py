"""A paper as one HTML file: no scripts, nothing loaded from elsewhere, made to be printed."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources

from pobratim.reports.paper import Line, Note, Paper, Section, Source, Text


def render(paper: Paper) -> bytes:
    """The page in UTF-8."""
    title = escape(paper.title)
    body = [
        f'<p class="stamp">{"<br>".join(map(escape, paper.stamp))}</p>' if paper.stamp else "",
        f"<header><h1>{title}</h1><p>{escape(paper.date)}. {escape(paper.basis)}.</p></header>",
        *(_section(section) for section in paper.sections),
        *(_evidence(paper) if paper.sources else ()),
    ]
    page = f"""<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{_style()}</style>
</head>
<body>
<main>
{chr(10).join(body)}
</main>
</body>
</html>
"""
    return page.encode("utf-8")


def _evidence(paper: Paper) -> tuple[str, ...]:
    return (
        f'<section class="evidence"><h2>{paper.SOURCES}</h2>',
        f'<p class="legend">{paper.legend}</p><div class="notes">',
        *(_source(source) for source in paper.sources),
        f"<h3>{paper.CONCLUSIONS}</h3>{_notes(paper.conclusions)}" if paper.conclusions else "",
        "</div></section>",
    )


def _section(section: Section) -> str:
    write = {"facts": _facts, "list": _list, "table": _table}[section.layout]
    return f"<section><h2>{escape(section.heading)}</h2>\n{write(section)}\n</section>"


def _facts(section: Section) -> str:
    rows = (
        f'<tr><th scope="row">{_text(line.cells[0])}</th><td>{_text(line.cells[1])}</td></tr>'
        for line in section.lines
    )
    return f'<table class="facts">{"".join(rows)}</table>'


def _list(section: Section) -> str:
    return f'<ul class="{_kind(section.lines)}">{"".join(map(_item, section.lines))}</ul>'


def _kind(lines: tuple[Line, ...]) -> str:
    return "dated" if len(lines[0].cells) > 1 else "plain"


def _item(line: Line) -> str:
    *lead, said = line.cells
    before = f"<b>{_text(lead[0])}</b>" if lead else ""
    return f"<li>{before}<span>{_text(said)}</span></li>"


def _table(section: Section) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in section.columns)
    rows = ("".join(f"<td>{_text(cell)}</td>" for cell in line.cells) for line in section.lines)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table class="rows"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _source(source: Source) -> str:
    shown = escape(source.address)
    address = f'<a href="{escape(source.link)}" rel="noreferrer">{shown}</a>' if source.link else shown
    return f"<h4>{escape(source.title)}</h4><p>{escape(source.origin)}<br>{address}</p>{_notes(source.notes)}"


def _notes(notes: tuple[Note, ...]) -> str:
    items = (f'<li id="n{note.number}" value="{note.number}">{_text(note.text)}</li>' for note in notes)
    return f"<ol>{''.join(items)}</ol>" if notes else ""


def _text(text: Text) -> str:
    words = ""
    for piece in text:
        said = escape(piece.text)
        words += f"<em>{said}</em>" if piece.mark else said
        if piece.refs:
            links = ", ".join(f'<a href="#n{ref}">{ref}</a>' for ref in piece.refs)
            words += f"<sup>{links}</sup>" if words else links
    return words


@cache
def _style() -> str:
    return (resources.files("pobratim.reports") / "data" / "paper.css").read_text(encoding="utf-8")
