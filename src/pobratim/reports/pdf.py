"""A paper as PDF: typeset by typst with the fonts it carries, so that every machine prints the same sheet."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

import typst

from pobratim.reports.columns import shares
from pobratim.reports.paper import Paper, Section
from pobratim.reports.wording import unbroken


def render(paper: Paper) -> bytes:
    """The paper in A4; the same paper gives the same bytes."""
    made = datetime.fromisoformat(paper.iso_date).replace(tzinfo=UTC)
    result = typst.compile(
        _template(),
        format="pdf",
        sys_inputs={"paper": json.dumps(_values(paper), ensure_ascii=False)},
        ignore_system_fonts=True,
        timestamp=made,
    )
    assert isinstance(result, bytes)
    return result


def _values(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "heading": unbroken(paper.title),
        "running_title": paper.running_title,
        "date": paper.date,
        "basis": paper.basis,
        "stamp": paper.stamp,
        "sections": [_section(section) for section in paper.sections],
        "legend": paper.legend,
        "sources_heading": paper.SOURCES,
        "sources": [asdict(source) for source in paper.sources],
        "conclusions_heading": paper.CONCLUSIONS,
        "conclusions": [asdict(note) for note in paper.conclusions],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "layout": section.layout,
        "columns": section.columns,
        "shares": shares(section) if section.layout == "table" else (),
        "lines": [[[asdict(piece) for piece in cell] for cell in line.cells] for line in section.lines],
    }


@cache
def _template() -> bytes:
    return (resources.files("pobratim.reports") / "data" / "paper.typ").read_bytes()
