"""A road map read: its heading, and every measure with its number, term and executors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn

from pobratim.exchange.roadmap.opening import Line, Opened, open_docx
from pobratim.exchange.roadmap.terms import dates_in, term
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings
from pobratim.register.roadmap import Measure, RoadMap, Term

_NEXT_EXECUTOR = re.compile(r";|,(?=\s*[А-ЯЁA-Z«\"])")
"""«администрация Омска, Минский горисполком; завод» are three; «управление культуры, спорта и туризма» is one."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def read(data: bytes, source: str, settings: Settings) -> RoadMap:
    """The road map of a DOCX file, its words as they are written.

    Raises InputError where there is none or a row cannot be understood; the message names the row.
    """
    opened = open_docx(data, source, settings)
    before = tuple(_before(opened))
    title = " ".join(before)
    dates = dates_in(title)
    period = next((value for value, kind in dates if kind == "period"), None)
    signed = next((value for value, _ in dates if _DAY.match(value)), None)
    measures = tuple(measure for measure, _ in measured(opened, period))
    if not measures:
        raise InputError(source, "в таблице мероприятий нет ни одной строки с мероприятием", "проверьте файл")
    _unlike_numbers(opened, source)
    heading = " ".join(one for one in before if not one.endswith("."))
    return RoadMap(title=title, heading=heading or title, signed=signed, period=period, measures=measures)


def measured(opened: Opened, period: str | None = None) -> Iterator[tuple[Measure, tuple[Line, ...]]]:
    """The measures in their order, each with the rows that tell of it."""
    section: str | None = None
    lines: list[Line] = []
    for line in (line for table in opened.tables for line in table.lines):
        if line.role == "continued" and lines:
            lines.append(line)
            continue
        if line.role == "measure" and lines:
            yield _measure(lines, section, period), tuple(lines)
            lines = []
        if line.role == "measure":
            lines = [line]
        elif line.role == "section":
            if lines:
                yield _measure(lines, section, period), tuple(lines)
                lines = []
            section = line.action
    if lines:
        yield _measure(lines, section, period), tuple(lines)


def _measure(lines: list[Line], section: str | None, period: str | None) -> Measure:
    first = lines[0]
    terms = list(dict.fromkeys(line.term for line in lines if line.term))
    executors = dict.fromkeys(one for line in lines for said in line.executors for one in _executors(said))
    return Measure(
        number=first.number,
        action=first.action,
        term=term("; ".join(terms), period) if terms else Term(),
        executors=tuple(executors),
        section=section,
    )


def _executors(said: str) -> Iterator[str]:
    for one in _NEXT_EXECUTOR.split(said):
        if name := one.strip(" ,;"):
            yield name


def _before(opened: Opened) -> Iterable[str]:
    """The paragraphs before the first table of measures."""
    for child in opened.document.element.body:
        if child is opened.tables[0].element or any(one is opened.tables[0].element for one in child.iter(qn("w:tbl"))):
            return
        text = " ".join("".join(node.text or "" for node in child.iter(qn("w:t"))).split())
        if text:
            yield text


def _unlike_numbers(opened: Opened, source: str) -> None:
    """Raise InputError where two rows of a table have one number, unless it is one cell."""
    for table in opened.tables:
        seen: dict[str, Line] = {}
        section = ""
        for line in table.lines:
            if line.role == "section":
                section = line.action
            merged = any(cell.continues for cell in table.header.cells(line.row, "number"))
            if line.role != "measure" or not line.number or merged:
                continue
            key = f"{section}\n{line.number.rstrip('. ')}"
            if key in seen:
                raise InputError(
                    source,
                    f"{line.place}: номер {line.number} уже стоит выше ({seen[key].place})",
                    "дайте каждому мероприятию свой номер",
                )
            seen[key] = line
