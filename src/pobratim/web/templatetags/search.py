"""What a search found, row by row."""

from __future__ import annotations

from django import template
from django.template.context import Context

from pobratim.register.rows import AgreementRow, Commitment, DocumentRow, FigureRow, Happening, Row, Tie
from pobratim.storage import Hit

register = template.Library()


@register.simple_tag
def day_of(row: Row) -> str | None:
    """When it was, is due, or came out."""
    match row:
        case Happening():
            return row.date
        case AgreementRow():
            return row.signed
        case Commitment():
            return row.due
        case FigureRow():
            return row.period
        case DocumentRow():
            return row.published
        case Tie():
            return row.last_seen
    return None


@register.simple_tag(takes_context=True)
def hit_of(context: Context, row: Row) -> Hit | None:
    """The place of a document in which the words stand."""
    found: Hit | None = context["hits"].get(row.id)
    return found
