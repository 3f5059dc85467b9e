"""Reports: what a briefing says, then how it looks in Markdown, HTML, DOCX and PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.reports import docx, html, markdown, pdf
from pobratim.reports.briefing import briefing
from pobratim.reports.paper import Paper
from pobratim.reports.sections.occasion import Occasion
from pobratim.reports.visit import visit_report
from pobratim.reports.year import yearly_report

__all__ = ["FORMATS", "Format", "Occasion", "Paper", "brief", "briefing", "render", "visit_report", "yearly_report"]

Format = Literal["md", "html", "docx", "pdf"]

_RENDER: dict[str, Callable[[Paper], bytes]] = {
    "md": markdown.render,
    "html": html.render,
    "docx": docx.render,
    "pdf": pdf.render,
}

FORMATS: tuple[str, ...] = tuple(_RENDER)
"""The formats of papers; each is also the ending of their files."""


def render(paper: Paper, format: str) -> bytes:
    """The paper as a file; the same paper gives the same bytes. Raises ValueError on an unknown format."""
    if format not in _RENDER:
        raise ValueError(f"format is {format!r}; it must be one of {', '.join(FORMATS)}")
    return _RENDER[format](paper)


def brief(dossier: Dossier, *, today: date, format: Format, moment: Moment = NOW) -> bytes:
    """The briefing («справка») on a dossier as a file; the same input gives the same bytes.

    ``today`` is the day printed on the paper: agreements are in force and plans are past as of it, or as of the
    ``moment`` for which the dossier was asked, which the paper names. Raises ValueError on an unknown format or a
    dossier of nothing.
    """
    return render(briefing(dossier, today, moment), format)
