"""A paper as DOCX: real styles, page numbers, references that lead to their notes, everything editable."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph

from pobratim.reports.columns import shares
from pobratim.reports.docx_styles import LABEL_MM, LEFT_MM, PAGE_MM, RIGHT_MM, TEXT_MM, set_styles
from pobratim.reports.paper import Note, Paper, Section, Source, Text, plain
from pobratim.reports.wording import unbroken

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of every part inside the file: the same paper gives the same bytes."""

_STAMP_MM = 65
"""The width of the place for whoever approves a paper."""


def render(paper: Paper) -> bytes:
    """The paper in A4; the same paper gives the same bytes."""
    document = Document()
    set_styles(document)
    # python-docx looks through all styles for each run that has one; none comes after this.
    document.part.get_style_id = cache(document.part.get_style_id)  # type: ignore[method-assign]
    _properties(document, paper)
    _page(document, paper)
    for line in paper.stamp:
        stamp = document.add_paragraph(line)
        last = line is paper.stamp[-1]
        stamp.paragraph_format.left_indent = Mm(TEXT_MM - _STAMP_MM)
        stamp.paragraph_format.space_after = Mm(8 if last else 1)
    document.add_paragraph(unbroken(paper.title), style="Title")
    document.add_paragraph(f"{paper.date}. {paper.basis}.", style="Subtitle")
    for section in paper.sections:
        document.add_heading(section.heading, level=1)
        if section.layout == "table":
            _table(document, section)
        else:
            _lines(document, section)
    if paper.sources:
        _evidence(document, paper)
    return _packed(document)


def _properties(document: Docx, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = paper.title, "Pobratim", "ru-RU"
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.fromisoformat(paper.iso_date)


def _page(document: Docx, paper: Paper) -> None:
    """A4, a running title from the second page on, «page of pages» at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].add_run(f"{paper.running_title}\t{paper.date}")
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        paragraph.add_run("\t")
        _field(paragraph, "PAGE")
        paragraph.add_run(" из ")
        _field(paragraph, "NUMPAGES")


# ---------------------------------------------------------------- sections


def _lines(document: Docx, section: Section) -> None:
    """Labels and dates beside what is said, in a table without rules; or a list."""
    if len(section.lines[0].cells) > 1:
        table = _grid(document, "Facts", (LABEL_MM, TEXT_MM - LABEL_MM))
        for line in section.lines:
            label, said = _row(table, "Fact")
            _write(label, line.cells[0], style="Label")
            _write(said, line.cells[1])
    else:
        style = "List Bullet" if len(section.lines) > 1 else "Normal"
        for line in section.lines:
            _write(document.add_paragraph(style=style), line.cells[0])


def _table(document: Docx, section: Section) -> None:
    table = _grid(document, "Register", [TEXT_MM * share for share in shares(section)])
    for paragraph, title in zip(_row(table, "Cell", "w:tblHeader"), section.columns, strict=True):
        paragraph.add_run(title, style="Label")
        paragraph.paragraph_format.keep_with_next = True
    for line in section.lines:
        for paragraph, text in zip(_row(table, "Cell"), line.cells, strict=True):
            _write(paragraph, text)


def _grid(document: Docx, style: str, widths_mm: Sequence[float]) -> Table:
    table: Table = document.add_table(rows=0, cols=len(widths_mm), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return table


def _row(table: Table, style: str, *properties: str) -> list[Paragraph]:
    """A new row that no page tears apart: the paragraph of each of its cells."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    for name in ("w:cantSplit", *properties):
        row._tr.get_or_add_trPr().append(OxmlElement(name))
    paragraphs = [cell.paragraphs[0] for cell in row.cells]
    for paragraph in paragraphs:
        paragraph.style = style
    return paragraphs


def _evidence(document: Docx, paper: Paper) -> None:
    """Sources with their notes, in two columns that begin on the page where the sections end."""
    section = document.add_section(WD_SECTION.CONTINUOUS)
    document.paragraphs[-1].style = "End"  # the break's own paragraph, too small to be seen
    section.different_first_page_header_footer = False
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), str(Mm(7).twips))
    document.add_heading(paper.SOURCES, level=1)
    document.add_paragraph(paper.legend, style="Legend")
    for source in paper.sources:
        _source(document, source)
    if paper.conclusions:
        document.add_heading(paper.CONCLUSIONS, level=2)
        _notes(document, paper.conclusions)


def _source(document: Docx, source: Source) -> None:
    paragraph = document.add_paragraph(style="Source")
    paragraph.add_run(source.title).bold = True
    paragraph.add_run().add_break()
    paragraph.add_run(source.origin, style="Label").add_break()
    if source.link:
        target = paragraph.part.relate_to(source.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        _link(paragraph, source.address, "Address", {"r:id": target})
    else:
        paragraph.add_run(source.address, style="Label")
    paragraph.paragraph_format.keep_with_next = bool(source.notes)
    _notes(document, source.notes)


def _notes(document: Docx, notes: tuple[Note, ...]) -> None:
    for note in notes:
        paragraph = document.add_paragraph(style="Note")
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(note.number))
        start.set(qn("w:name"), _bookmark(note.number))
        paragraph._p.append(start)
        paragraph.add_run(f"{note.number}.", style="Note Number")
        paragraph._p.append(end)
        paragraph.add_run("\t")
        _write(paragraph, note.text)


# ---------------------------------------------------------------- words


def _write(paragraph: Paragraph, text: Text, style: str | None = None) -> None:
    raised = bool(plain(text))
    for piece in text:
        if piece.text:
            paragraph.add_run(piece.text, style="Mark" if piece.mark else style)
        for index, ref in enumerate(piece.refs):
            if index:
                paragraph.add_run(", ", style="Reference" if raised else "Note Number")
            _link(paragraph, str(ref), "Reference" if raised else "Note Number", {"w:anchor": _bookmark(ref)})


def _bookmark(number: int) -> str:
    return f"note_{number}"


def _link(paragraph: Paragraph, words: str, style: str, target: dict[str, str]) -> None:
    run = paragraph.add_run(words, style=style)
    link = OxmlElement("w:hyperlink")
    for name, value in target.items():
        link.set(qn(name), value)
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that the word processor fills in, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _packed(document: Docx) -> bytes:
    """The file with every part stamped alike."""
    written, result = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _STAMP)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return result.getvalue()
