"""Planned visits on a page."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.template.context import Context

from pobratim.register.rows import Register
from pobratim.reports import programme
from pobratim.web.words import when

register = template.Library()
register.filter("hours", programme.hours)


@register.filter
def weekday(day: date) -> str:
    return programme.WEEKDAYS[day.weekday()]


@register.filter
def on_day(at: datetime) -> str:
    """The day of a moment, here."""
    return when(at.astimezone().date().isoformat())


@register.simple_tag(takes_context=True)
def name_of(context: Context, place: str) -> str:
    """The name of a place without a link."""
    rows: Register = context["register"]
    return rows.name(place)
