"""How rows look in a page: names as links, sentences as citations, dates and words in Russian."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date as day
from html import escape
from typing import Any
from zlib import crc32

from django import template
from django.forms.utils import flatatt
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pobratim.model.document import file_name
from pobratim.model.edtf import bounds
from pobratim.register import agreement_terms
from pobratim.register.attention import Item
from pobratim.register.moment import NOW, Moment
from pobratim.register.questions import OpenQuestion
from pobratim.register.rows import (
    AgreementRow,
    Because,
    Evidence,
    Happening,
    Organization,
    Person,
    Place,
    Register,
    Row,
)
from pobratim.reports import decided, wording
from pobratim.web import figures, headlines, moments, rights, words
from pobratim.web import suggesting as suggestions
from pobratim.web.below import told
from pobratim.web.decided import Said, Standing
from pobratim.web.heat import Cell
from pobratim.web.links import address_of, page_at, place_in

register = template.Library()

MOST_CITES = 6
"""Of one row; further ones are counted."""
MOST_NAMES = 12
"""Of one row, too."""
_ASKED = {
    "conflict": "Источники расходятся: %(what)s",
    "no_since": "С какого времени: %(what)s?",
    "no_period": "На какой срок: %(what)s?",
    "planned_past": "Состоялось ли намеченное: %(what)s?",
    "undated": "Когда это было: %(what)s?",
}
"""Questions by their kind."""
LETTERS = "абвгдежиклмнопрстуфхцчшэюя"

register.filter("sentence", wording.sentence)
register.filter("quoted", wording.quoted)
register.filter("amount", figures.amount)
register.filter("local", decided.local)
register.filter("told", told)
register.filter("called", headlines.title)
register.filter("file_name", file_name)
register.filter("origin", headlines.origin)


@register.filter
def ru(code: str, group: str | None = None) -> str:
    """The Russian word for a code of the register."""
    return words.ru(code, group)


@register.filter
def edtf(value: str | None) -> str:
    """An EDTF date in words."""
    return words.when(value) if value else ""


@register.filter
def short(value: str | None) -> str:
    """An EDTF date as tables have it."""
    return words.short(value) if value else ""


@register.filter
def since(value: str | None) -> str:
    """«с 2022 года»."""
    return words.since(value) if value else ""


@register.filter
def until(value: str | None) -> str:
    """«до 24 июня 2022 года»."""
    return words.until(value) if value else ""


@register.filter
def count(number: int, forms: str) -> str:
    """The number with its noun; ``forms`` are the noun's forms with bars: «документ|документа|документов»."""
    one, few, many = forms.split("|")
    return words.plural(number, one, few, many)


@register.filter
def noun(number: int, forms: str) -> str:
    """The noun alone in the form that fits the number."""
    return count(number, forms).split(wording.NBSP, 1)[1]


@register.simple_tag(takes_context=True)
def name(context: Context, row_id: str | None) -> SafeString:
    """What the id names, as a link to its page."""
    rows: Register = context["register"]
    text, url = escape(rows.name(row_id)), _then(context, rows.get(row_id or ""))
    return mark_safe(f'<a href="{escape(url)}">{text}</a>' if url else text)  # what is not ours is escaped


@register.simple_tag(takes_context=True)
def names(context: Context, ids: Iterable[str], by: str = ", ") -> SafeString:
    """Several of them; the first, where they are very many."""
    ids = tuple(ids)
    named = mark_safe(escape(by).join(name(context, row_id) for row_id in ids[:MOST_NAMES]))
    return named if len(ids) <= MOST_NAMES else format_html(_("{} и ещё {}"), named, len(ids) - MOST_NAMES)


@register.simple_tag(takes_context=True)
def parties(context: Context, ids: Iterable[str]) -> SafeString:
    """The sides of a row, with a dash; nothing on the page of the tie whose sides they are."""
    ids = tuple(ids)
    if set(ids) == context.get("sides"):
        return SafeString("")
    return names(context, ids, " — ")


@register.simple_tag(takes_context=True)
def headline(context: Context, row: Row | str) -> str:
    """Any row in a few words: «встреча Минск — Омск, 24 июня 2025 года»."""
    return headlines.headline(context["register"], row)


@register.simple_tag(takes_context=True)
def about(context: Context, row: Row) -> str:
    """The headline as a link to where the row is told in full."""
    text, url = headline(context, row), _then(context, row)
    return format_html('<a href="{}">{}</a>', url, text) if url else text


@register.simple_tag(takes_context=True)
def standing(context: Context, row: AgreementRow) -> str:
    """How an agreement stands on the day of the page, in a word; nothing of one signed without a term."""
    rows: Register = context["register"]
    moment: Moment = context.get("moment") or NOW
    after = next((one for one in rows.agreements if one.replaces == row.id and one.status == "signed"), None)
    stands = agreement_terms.standing(row, after, moment.as_of or day.today())
    return "" if stands == "signed" else words.ru(stands, "status")


@register.simple_tag(takes_context=True)
def event_standing(context: Context, row: Happening) -> str:
    """What became of a happening, in a word: what was planned for a day that is over is no more planned."""
    moment: Moment = context.get("moment") or NOW
    last = bounds(row.date)[1]
    over = row.status == "planned" and last is not None and last < (moment.as_of or day.today())
    return _("планировалось, вестей нет") if over else words.ru(row.status, "status")


@register.simple_tag(takes_context=True)
def waiting(context: Context, item: Item) -> str:
    """What needs a person, as a link to the row it is about."""
    rows: Register = context["register"]
    row = rows.get(item.row)
    url, what = _then(context, row), item.what if row is None else _said(item.what, headlines.headline(rows, row))
    return format_html('<a href="{}">{}</a>', url, what) if url else what


@register.simple_tag(takes_context=True)
def asked(context: Context, question: OpenQuestion) -> str:
    """What the register does not know, as a question."""
    rows: Register = context["register"]
    return _said(question.text, _(_ASKED[question.kind]) % {"what": headlines.headline(rows, question.row)})


def _said(russian: str, otherwise: str) -> str:
    """The Russian words of the parts below; in other languages what can be said without them."""
    return russian if (get_language() or "ru") == "ru" else otherwise


@register.simple_tag(takes_context=True)
def at(context: Context, url: str) -> str:
    """The address at the moment that the page shows."""
    return moments.at(url, context.get("moment"))


@register.simple_tag
def heat_cells(cells: Iterable[Cell]) -> SafeString:
    """A line of a table of years: how much, and as dark as it is much."""
    zero = '<span class="unseen">0</span>'
    return mark_safe("".join(f'<td class="h{cell.level:d}">{cell.count or zero}</td>' for cell in cells))  # numbers


@register.simple_tag
def options(rows: Iterable[Place | Person | Organization], chosen: str = "") -> SafeString:
    """The rows to choose one of by name: hundreds, so they are written here and not by a template."""
    parts = (
        f'<option value="{escape(row.id)}"{" selected" if row.id == chosen else ""}>{escape(row.name)}</option>'
        for row in rows
    )
    return mark_safe("".join(parts))  # what is not ours is escaped


@register.simple_tag(takes_context=True)
def moment_words(context: Context) -> str:
    """«по состоянию на 1 мая 2024 года»."""
    moment: Moment = context["moment"]
    days = ((_("по состоянию на %(day)s"), moment.as_of), (_("по документам, известным на %(day)s"), moment.known_on))
    return ", ".join(said % {"day": words.when(day.isoformat())} for said, day in days if day)


def _then(context: Context, row: Row | None) -> str | None:
    """The row's address at the moment that the page shows, if it has one."""
    url = address_of(row) if row else None
    return moments.at(url, context.get("moment")) if url else None


@register.simple_tag(takes_context=True)
def row_of(context: Context, record: str) -> str | None:
    """The address of the row that a record went into (``filed`` in the context), if it has one."""
    row = context.get("filed", {}).get(record)
    return address_of(row) if row else None


@register.inclusion_tag("web/parts/rest.html", takes_context=True)
def rest(context: Context, table: str) -> dict[str, Any]:
    """A way to the rows of a kind for which the page has no room at first (``rests`` in the context)."""
    return {"rest": context["rests"].get(table)}


@register.simple_tag(takes_context=True)
def line(context: Context, row_id: str) -> str:
    """The address of a row's line: on the page where it has one (``here`` in the context), else where it is told."""
    away = row_id not in context.get("here", ())
    row = context["register"].get(row_id) if away else None
    return (_then(context, row) if row else None) or f"#{row_id}"


@register.simple_tag(takes_context=True)
def number(context: Context, document: str) -> int | None:
    """The number of a document in the page's list of sources."""
    found: int | None = (context.get("sources") or {}).get(document)
    return found


@register.simple_tag(takes_context=True)
def telling(context: Context, row: Row) -> int:
    """How many documents tell of a row; of one in brief they were counted apart (``telling`` in the context)."""
    return int(context.get("telling", {}).get(row.id, 0)) or len(row.documents)


@register.simple_tag(takes_context=True)
def may(context: Context, view: str, method: str = "GET") -> bool:
    """Whether whoever looks at the page may open, or (``POST``) change by, the page of that name."""
    return bool(context["actor"].may(view, method))


@register.simple_tag(takes_context=True)
def standing_of(context: Context, fact: str) -> Standing:
    """What people decided of a fact of the document (``decided`` in the context)."""
    found: Standing = context["decided"].of(fact)
    return found


@register.simple_tag(takes_context=True)
def may_take_back(context: Context, said: Said) -> bool:
    """Whether whoever looks at the page may undo that decision."""
    return rights.may_undo(context["actor"].role, context["actor"].name, said.decision)


@register.simple_tag(takes_context=True)
def value(context: Context, slot: str, text: str) -> str:
    """A value of a contradiction in words."""
    return headlines.value(context["register"], slot, text)


@register.simple_tag(takes_context=True)
def cite(context: Context, evidence: Iterable[Evidence], documents: Iterable[str] = ()) -> SafeString:
    """Links to the sentences; to ``documents`` as a whole where there is no sentence.

    Numbered like the page's list of sources (``sources`` in the context) where it has one; several sentences
    of one source are 1а, 1б, 1в. Sentences of documents beyond that list stay away unless there is no other.
    A page has hundreds of them, so they are written here and not by a template.
    """
    numbers: dict[str, int] = context.get("sources") or {}
    rows: Register = context["register"]
    sentences = {(one.document, one.span): one for one in evidence}
    everything: list[tuple[str, Evidence | None]] = [(document, one) for (document, _span), one in sentences.items()]
    everything = everything or [(document, None) for document in documents]
    places = [place for place in everything if place[0] in numbers] or everything[: 1 if numbers else None]
    places.sort(key=lambda place: numbers.get(place[0], 0))
    often = Counter(document for document, _sentence in places)
    seen: Counter[str] = Counter()
    parts, word = [], _("Источник:")
    for document, sentence in places[:MOST_CITES]:
        letter = LETTERS[seen[document] % len(LETTERS)] if often[document] > 1 else ""
        seen[document] += 1
        text = sentence.text if sentence else _("Документ целиком")
        href = place_in(document, sentence.span) if sentence else page_at("document", document)
        title = escape(f"{text} — {rows.name(document)}")
        number = f"{numbers[document]}{letter}" if document in numbers else "¶"
        parts.append(
            f'<a class="cite" href="{escape(href)}" title="{title}"><span class="unseen">{word} </span>{number}</a>'
        )
    if more := len(everything if context.get("partly") else places) - len(parts):
        parts.append(f' <span class="soft small nowrap">{_("и ещё %(more)s") % {"more": more}}</span>')
    return mark_safe("<wbr>".join(parts))  # what is not ours is escaped


@register.simple_tag
def date(
    edtf_date: str | None, basis: str | None = None, because: Iterable[Because] = (), none: str = ""
) -> SafeString:
    """A date in words; an inferred one says so and why."""
    text = escape(edtf(edtf_date) or none)
    if basis == "inferred":
        why = escape(wording.sentence(told("; ".join(step.reason for step in because))))
        said = f"{_('Вывод, в тексте прямо не сказано.')}{' ' if why else ''}{why}"
        number = f"why-{crc32(said.encode()):x}"  # one that is said twice is the same
        text = (
            f'<span class="inferred" title="{said}">{text}</span> '
            f'<button type="button" class="tag" popovertarget="{number}">{_("вывод")}</button>'
            f'<span class="said-why" id="{number}" popover>{said}</span>'
        )
    elif not edtf_date:
        text = f'<span class="soft">{text}</span>'
    return mark_safe(text)  # what is not ours is escaped


@register.filter
def web_address(address: str | None) -> bool:
    """Whether the address may be a link: http and https only."""
    return bool(address) and str(address).startswith(("http://", "https://"))


@register.simple_tag(takes_context=True)
def here(context: Context, *starts: str) -> SafeString | str:
    """``aria-current`` where the page's address begins with one of these."""
    path = context["request"].path
    if any(path == start or (start != "/" and path.startswith(start)) for start in starts):
        return SafeString(' aria-current="page"')
    return ""


@register.filter
def suggesting(tables: str) -> SafeString:
    """The attributes of a field that suggests names of the tables, which are parted by plus signs."""
    return flatatt(suggestions.suggesting(*tables.split("+")))


@register.filter
def marked(text: str, marks: Iterable[tuple[int, int]]) -> SafeString:
    """The text with its ``[start, end)`` marks as <mark>."""
    parts, end = [], 0
    for start, stop in marks:
        parts.append(format_html("{}<mark>{}</mark>", text[end:start], text[start:stop]))
        end = stop
    return format_html_join("", "{}", ((part,) for part in [*parts, text[end:]]))
