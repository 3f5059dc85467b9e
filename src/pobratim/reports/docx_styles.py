"""The look of a paper in DOCX, as named styles that an editor can change in one place."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

FONT = "Times New Roman"
"""What official papers are set in; LibreOffice has its metric twin (Liberation Serif)."""
INK, SOFT, ACCENT, HAIR = "1C2126", "5B6670", "1F4E79", "C9D0D6"
PAGE_MM = (210, 297)
LEFT_MM, RIGHT_MM = 25, 15
TEXT_MM = PAGE_MM[0] - LEFT_MM - RIGHT_MM
_BUILT_IN = ("Normal", "Title", "Subtitle", "heading 1", "heading 2", "List", "header", "footer")
"""The template's styles that stay, by how their names begin."""
_MEANING = frozenset({qn("w:numPr"), qn("w:outlineLvl"), qn("w:keepNext"), qn("w:lang")})
LABEL_MM = 36
"""From the margin to the words behind a label or a date."""


def set_styles(document: Docx) -> None:
    """The styles of a paper: built-in ones where Word has them, so that its outline and lists work."""
    _language(document)
    _strip(document)
    normal = _paragraph(document, "Normal", size=11, after=2)
    normal.paragraph_format.widow_control = True
    _paragraph(document, "Title", size=18, bold=True, after=2)
    subtitle = _paragraph(document, "Subtitle", size=11, color=SOFT, after=6)
    _rule_below(subtitle, ACCENT)
    for name, size in (("Heading 1", 12), ("Heading 2", 10.5)):
        heading = _paragraph(document, name, size=size, bold=True, color=ACCENT, before=10, after=3)
        heading.paragraph_format.keep_with_next = True
    _paragraph(document, "Fact", size=11)
    bullet = _paragraph(document, "List Bullet", size=11, after=2)
    bullet.paragraph_format.left_indent, bullet.paragraph_format.first_line_indent = Mm(5), Mm(-5)
    _paragraph(document, "Cell", size=10, after=0)
    source = _paragraph(document, "Source", size=8.5, before=5, after=1)
    source.paragraph_format.keep_with_next = True
    note = _paragraph(document, "Note", size=8.5, after=1)
    _hanging(note, 6.5)
    legend = _paragraph(document, "Legend", size=8.5, color=SOFT, after=3)
    legend.paragraph_format.keep_with_next = True
    _paragraph(document, "End", size=1)
    for name in ("Header", "Footer"):
        margin = _paragraph(document, name, size=9, color=SOFT)
        margin.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT)
    _character(document, "Label", color=SOFT)
    _character(document, "Mark", color=SOFT).font.italic = True
    _character(document, "Reference", color=ACCENT).font.superscript = True
    _character(document, "Note Number", color=ACCENT)
    _character(document, "Address", color=ACCENT)
    _table(document, "Facts", air=15)
    _table(document, "Register", air=30, ruled=True)


def _paragraph(
    document: Docx,
    name: str,
    *,
    size: float,
    bold: bool = False,
    color: str = INK,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = _style(document, name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor.from_string(color)
    _font(style)
    style.paragraph_format.line_spacing = 1.0
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _character(document: Docx, name: str, *, color: str) -> CharacterStyle:
    style = _style(document, name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.color.rgb = RGBColor.from_string(color)
    return style


def _style(document: Docx, name: str, kind: WD_STYLE_TYPE) -> object:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, kind)
    style.quick_style = True
    return style


def _font(style: ParagraphStyle) -> None:
    """One font for every script; the theme's fonts of the built-in styles would win over its name."""
    style.font.name = FONT
    fonts = style._element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _hanging(style: ParagraphStyle, indent_mm: float) -> None:
    style.paragraph_format.left_indent = Mm(indent_mm)
    style.paragraph_format.first_line_indent = Mm(-indent_mm)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(indent_mm), WD_TAB_ALIGNMENT.LEFT)


def _strip(document: Docx) -> None:
    """Leaves of the template's styles what a paper uses, and of their look only what carries meaning.

    Lists stay, as the template's numbering names them. Fewer styles also spare python-docx time, which looks
    through all of them for every run.
    """
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1" and not style.name_val.startswith(_BUILT_IN):
            styles.remove(style)
            continue
        for link in style.findall(qn("w:link")):
            style.remove(link)
        for name in ("w:pPr", "w:rPr"):
            for properties in style.findall(qn(name)):
                for look in list(properties):
                    if look.tag not in _MEANING:
                        properties.remove(look)


def _language(document: Docx) -> None:
    """Russian for the spelling checker."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "ru-RU")


def _rule_below(style: ParagraphStyle, color: str) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(_rule("bottom", color, 8, 4))
    style._element.get_or_add_pPr().insert_element_before(
        borders, "w:tabs", "w:spacing", "w:ind", "w:outlineLvl"
    )


def _rule(side: str, color: str, width: int, space: int = 0) -> BaseOxmlElement:
    """A line: its width in eighths of a point, the air beside it in points."""
    rule = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", width), ("space", space), ("color", color)):
        rule.set(qn(f"w:{name}"), str(value))
    return rule


def _table(document: Docx, name: str, *, air: int, ruled: bool = False) -> None:
    """A table style without vertical lines, with ``air`` (twentieths of a point) above and below each cell.

    ``ruled``: thin rules between the rows and a darker one under the head.
    """
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    if ruled:
        borders = OxmlElement("w:tblBorders")
        borders.extend([_rule("bottom", HAIR, 4), _rule("insideH", HAIR, 4)])
        properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", air), ("left", 0), ("bottom", air), ("right", 100)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)
    style.element.append(properties)
    if ruled:
        head, cell, borders = OxmlElement("w:tblStylePr"), OxmlElement("w:tcPr"), OxmlElement("w:tcBorders")
        head.set(qn("w:type"), "firstRow")
        borders.append(_rule("bottom", SOFT, 6))
        cell.append(borders)
        head.append(cell)
        style.element.append(head)
