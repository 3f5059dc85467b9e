"""A paper that is not in the register: what it is and what it says, kept as a document like any other."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from pobratim.model.document import Document
from pobratim.model.errors import PobratimError
from pobratim.model.reading import Reading
from pobratim.web.below import told_of
from pobratim.web.hand.typed import date_typed

FIELDS = ("title", "publisher", "date")
READER = "by hand"
_LONGEST_TITLE = 300
_LONGEST_WORDS = 20_000


def paper_of(typed: Mapping[str, str], *, by: str) -> tuple[Reading | None, dict[str, str]]:
    """The paper as a document that nobody but a person has read, or what is wrong, by field.

    Its text is its title and the words in which it says the fact, which are the fact's evidence.
    """
    wrong: dict[str, str] = {}
    title = " ".join(typed.get("paper_title", "").split())
    words = typed.get("words", "").strip().replace("\r\n", "\n")
    if not title or len(title) > _LONGEST_TITLE:
        wrong["paper_title"] = _("Назовите бумагу: что это, номер, между кем.")
    if not words or len(words) > _LONGEST_WORDS:
        wrong["words"] = _("Напишите словами бумаги, что в ней об этом сказано.")
    published = None
    if date := typed.get("paper_date", "").strip():
        try:
            published = date_typed(date)
        except PobratimError as error:
            wrong["paper_date"] = told_of(error)
    if wrong:
        return None, wrong
    document = Document(
        text=f"{title}\n\n{words}",
        source=_("бумага, внесена вручную: %(by)s") % {"by": by},
        language="ru",
        title=title,
        publisher=" ".join(typed.get("paper_publisher", "").split())[:_LONGEST_TITLE] or None,
        published=published,
        published_basis="stated" if published else None,
    )
    return Reading(document=document, relevance=1.0, reader=READER), {}
