"""Words put into another form, their capitals kept."""

from __future__ import annotations

from functools import lru_cache

from pobratim.reading.text import dictionary
from pobratim.reading.text.morph import listed_or_analysed


@lru_cache(maxsize=50_000)
def inflect(text: str, *grammemes: str, like: str | None = None) -> str:
    """The word in the form that ``grammemes`` ask for, its capitals kept.

    ``like`` names a lemma or a part of speech to choose among parses («Surn», «ADJF»). A word that
    cannot be inflected so comes back unchanged. Hyphenated words inflect as pymorphy3 knows them.
    """
    form = text.lower()
    for number, parse in enumerate(listed_or_analysed(form)):
        if like and like not in parse.tags and like != parse.lemma:
            continue
        changed = dictionary.changed(form, number, parse.lemma, parse.tags, grammemes)
        if changed is not None:
            return recase(changed, text)
    return text


def recase(form: str, model: str) -> str:
    """``form`` with the capitals of ``model`` (all, none, the first, or those of hyphenated parts)."""
    if model.isupper() and len(model) > 1:
        return form.upper()
    if "-" in model and form.count("-") == model.count("-"):
        return "-".join(
            _recase_part(part, other)
            for part, other in zip(form.split("-"), model.split("-"), strict=True)
        )
    return _recase_part(form, model)


def _recase_part(form: str, model: str) -> str:
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
