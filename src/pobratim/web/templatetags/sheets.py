"""Papers on a page: texts with references, notes that lead to their sentences."""

from __future__ import annotations

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from pobratim.register.during import Days
from pobratim.register.rows import Person
from pobratim.reports.paper import Note, Section, Source, Text
from pobratim.reports.wording import short
from pobratim.web.links import page_at, place_in

register = template.Library()


@register.simple_tag
def paper_text(text: Text) -> SafeString:
    """The words of a text with references to its notes on the same page."""
    raised = any(piece.text for piece in text)
    parts = []
    for piece in text:
        words = escape(piece.text)
        parts.append(f"<em>{words}</em>" if piece.mark else words)
        links = ", ".join([f'<a href="#n{ref:d}">{ref:d}</a>' for ref in piece.refs])
        if links:
            parts.append(f"<sup>{links}</sup>" if raised else links)
    return mark_safe("".join(parts))  # words are escaped, references are numbers


@register.simple_tag
def column(section: Section, number: int) -> str:
    """The heading of a column, for narrow windows."""
    return section.columns[number]


@register.simple_tag
def sheet_source(source: Source) -> str:
    """A source, as a link to its document."""
    if not _in_register(source):
        return source.title
    return mark_safe(f'<a href="{escape(page_at("document", str(source.document)))}">{escape(source.title)}</a>')


@register.simple_tag
def sheet_notes(source: Source) -> SafeString:
    """The notes of a source, each a link to its sentence in the document; a paper has hundreds of them."""
    items = "".join(
        f'<li id="n{note.number:d}" value="{note.number:d}">{_note(source, note)}</li>' for note in source.notes
    )
    return mark_safe(f"<ol>{items}</ol>" if items else "")  # words are escaped


def _note(source: Source, note: Note) -> str:
    text = paper_text(note.text)
    if note.span is None or not _in_register(source):
        return text
    return f'<a href="{escape(place_in(str(source.document), note.span))}">{text}</a>'


@register.simple_tag
def post_line(person: Person) -> str:
    """The first post of a person."""
    return person.posts[0].title if person.posts else ""


@register.filter
def days(value: Days) -> str:
    """«24–26.06.2025»."""
    first, last = value.first.isoformat(), value.last.isoformat()
    return short(first if first == last else f"{first}/{last}")


def _in_register(source: Source) -> bool:
    """Whether it is a document: the plan of a visit is not."""
    return source.document is not None and not source.document.startswith("visit-")
