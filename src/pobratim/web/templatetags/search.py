"""What a search found, row by row."""

from __future__ import annotations

from django import template
from django.template.context import Context

from pobratim.register.rows import Row
from pobratim.storage import Hit
from pobratim.web.headlines import day_of

register = template.Library()
register.simple_tag(day_of)


@register.simple_tag(takes_context=True)
def hit_of(context: Context, row: Row) -> Hit | None:
    """The place of a document in which the words stand."""
    found: Hit | None = context["hits"].get(row.id)
    return found
