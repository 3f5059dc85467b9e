"""A promise in a line: how long is left, who is to do it, what may have answered it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django import template
from django.template.context import Context
from django.template.defaultfilters import slugify
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pobratim.model import edtf
from pobratim.register.answers import BY_WORDS, is_concluded
from pobratim.register.answers.deeds import evidence_of_done, told_as_done
from pobratim.register.rows import AgreementRow, Commitment, Evidence, FollowUp, Happening, OfferRow, Register, Row
from pobratim.web.templatetags.pobratim import names
from pobratim.web.words import plural, ru, short

register = template.Library()
_CLOSED = ("met", "not met")
_MONTH, _YEAR = 30, 365
"""Days."""


@dataclass(frozen=True, slots=True)
class Left:
    """How many days are left until the term ends, in words."""

    words: str
    late: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """What may answer a promise, with who tells of it as done."""

    row: Row | None
    confirmed: bool
    evidence: tuple[Evidence, ...] = ()
    documents: tuple[str, ...] = ()


@register.simple_tag
def standing(row: Commitment) -> SafeString:
    """The status of a promise; one that no person confirmed is marked as concluded, and its tag is hollow."""
    status, concluded = ru(row.status, "status"), is_concluded(row)
    words = _("%(status)s (вывод)") % {"status": status} if concluded else status
    more = " concluded" if concluded else ""
    return format_html('<span class="tag s-{}{}">{}</span>', slugify(row.status), more, words)


@register.simple_tag(takes_context=True)
def left(context: Context, row: Commitment) -> Left | None:
    """«через 12 дней», «40 дней назад»; nothing where the outcome is known or the term is far off."""
    last = edtf.bounds(row.due)[1]
    if last is None or row.status in _CLOSED:
        return None
    days = (last - context.get("today", date.today())).days
    if days == 0:
        return Left(_("сегодня"), late=False)
    if days < 0:
        return Left(_("прошёл %(time)s назад") % {"time": _time(-days)}, late=True)
    return Left(_("осталось %(time)s") % {"time": _time(days)}, late=False)


def _time(days: int) -> str:
    """«12 дней», «5 месяцев», «2 года»: as exact as one says it."""
    if days >= 2 * _YEAR:
        return plural(days // _YEAR, _("год"), _("года"), _("лет"))
    if days >= 2 * _MONTH:
        return plural(days // _MONTH, _("месяц"), _("месяца"), _("месяцев"))
    return plural(days, _("день"), _("дня"), _("дней"))


@register.simple_tag(takes_context=True)
def promise_line(context: Context, row: Commitment) -> SafeString:
    """Who is to do it, in which fields, when it was said."""
    parts: list[str] = []
    if row.actors:
        parts.append(names(context, row.actors, " — "))
    if row.topics:
        parts.append(", ".join(ru(topic, "topic") for topic in row.topics))
    if row.first_said:
        parts.append(_("сказано: %(day)s") % {"day": short(row.first_said)})
    if row.restated:
        parts.append(_("повторено: %(times)s") % {"times": plural(len(row.restated), _("раз"), _("раза"), _("раз"))})
    return format_html_join(" · ", "{}", ((part,) for part in parts))


@register.simple_tag(takes_context=True)
def deed_of(context: Context, follow_up: FollowUp) -> Deed:
    """The deed that may answer a promise, and whether a person said so."""
    rows: Register = context["register"]
    row, confirmed = rows.get(follow_up.row), follow_up.by != BY_WORDS
    if not isinstance(row, Happening | AgreementRow | OfferRow):
        return Deed(row, confirmed)
    done = told_as_done(row)
    return Deed(row, confirmed, evidence_of_done(row), tuple(one for one in row.documents if one in done))
