"""Matches on a page: how well the sides fit, and the sentences behind each ground."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from pobratim.register.decisions import Decision
from pobratim.register.matching import Match
from pobratim.register.rows import OfferRow, Register
from pobratim.reports.deeds import deed
from pobratim.reports.wording import clean, percent
from pobratim.web.headlines import headline
from pobratim.web.rights import may_undo
from pobratim.web.templatetags.pobratim import cite
from pobratim.web.words import ru

register = template.Library()


@register.simple_tag
def score(match: Match) -> str:
    """«85 %»."""
    return percent(round(match.score * 100))


@register.filter
def unlocalized(number: float) -> str:
    """A number as attributes want it."""
    return f"{number:.2f}"


@register.simple_tag(takes_context=True)
def deed_words(context: Context, row_id: str) -> str:
    """What a row tells, in a line; nothing for rows that tell of no deed."""
    rows: Register = context["register"]
    row = rows.get(row_id)
    if isinstance(row, OfferRow):
        sides = " → ".join(clean(rows.name(one)) for one in (row.from_, row.to) if one)
        return f"{ru(row.direction, 'direction')}: {clean(row.item)}" + (f" ({sides})" if sides else "")
    return deed(row, rows) if (get_language() or "ru") == "ru" or row is None else headline(rows, row)


@register.filter
def of(match: Match, notes: Mapping[str, tuple[Decision, ...]]) -> tuple[Decision, ...]:
    """What people say was tried of the match."""
    return notes.get(match.id, ())


@register.simple_tag(takes_context=True)
def may_take_back(context: Context, note: Decision) -> bool:
    """Whether the actor may undo the note."""
    actor = context["actor"]
    return may_undo(actor.role, actor.name, note)


@register.simple_tag(takes_context=True)
def cited(context: Context, row_id: str) -> SafeString:
    """Links to the sentences on which a row rests."""
    rows: Register = context["register"]
    row = rows.get(row_id)
    evidence = getattr(row, "evidence", ())
    return cite(context, evidence, row.documents if row else ())
