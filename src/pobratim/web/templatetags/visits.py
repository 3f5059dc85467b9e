"""Planned visits on a page."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.template.context import Context
from django.utils.translation import gettext as _

from pobratim.register.rows import Register
from pobratim.reports import programme
from pobratim.web.templatetags.pobratim import name
from pobratim.web.words import when

register = template.Library()
register.filter("hours", programme.hours)


@register.filter
def weekday(day: date) -> str:
    return _(programme.WEEKDAYS[day.weekday()])


@register.filter
def on_day(at: datetime) -> str:
    """The day of a moment, here."""
    return when(at.astimezone().date().isoformat())


@register.simple_tag(takes_context=True)
def side(context: Context, place: str) -> str:
    """A side of the visit as a link, but for one that the register has nothing about (``strangers`` in the context)."""
    known = all(place != one.id for one in context["strangers"])
    rows: Register = context["register"]
    return name(context, place) if known else rows.name(place)
