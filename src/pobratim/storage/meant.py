"""Who or what may be meant by words that find nothing: a slip of the pen, another alphabet."""

from __future__ import annotations

from difflib import get_close_matches

from pobratim.register.latin import is_latin, skeleton
from pobratim.register.rows import Row
from pobratim.storage.fulltext import documents_with, forms_beginning
from pobratim.storage.names import beginning_with, find
from pobratim.storage.words import WORD, is_small, lemmas, plain

MOST = 6
_LEAST = 4
"""Letters of a word that a slip can be told in."""
_ALIKE = 0.78
"""What two words must share, of all their letters, as `difflib` counts it: two of «Екатеринбурх» may differ."""
_BEGINNING = 2
"""Letters that a word of the documents begins with like the one that was typed: they have very many."""
_MOST_HELD = 20_000
"""Of these."""
_MOST_STRANGE = 3
"""Words of a query for which others are looked for."""


def meant(query: str) -> tuple[Row, ...]:
    """Places, people and organizations, in brief, that have a name nearly like one of the words, the likest first."""
    found: dict[str, Row] = {}
    for typed in (plain(word) for word in WORD.findall(query) if not is_small(word)):
        if len(typed) < _LEAST:
            continue
        for near in _latin(typed) if is_latin(typed) else _slips(typed):
            for row in find(near):
                found.setdefault(row.id, row)
    return tuple(found.values())[:MOST]


def meant_words(query: str) -> tuple[str, ...]:
    """The query with words of the documents in place of those that none has, such as «троллейбус» for «тралейбус».

    Each of them finds documents.
    """
    told = [query]
    strange = [word for word in WORD.findall(query) if not is_small(word) and not documents_with(word, 1)]
    for word in strange[:_MOST_STRANGE]:
        near = [form for typed in sorted(lemmas(word)) if len(typed) >= _LEAST for form in _near(typed)]
        told = [one.replace(word, form, 1) for one in told for form in dict.fromkeys(near)][:MOST]
    return tuple(one for one in told if one != query and documents_with(one, 1))


def _near(typed: str) -> list[str]:
    """Words of documents that begin the same and differ in little."""
    known = forms_beginning(typed[:_BEGINNING], _MOST_HELD)
    return get_close_matches(typed, [form for form in known if len(form) >= _LEAST], n=3, cutoff=_ALIKE)


def _slips(typed: str) -> list[str]:
    """Words of names with the same first letter that differ in little."""
    return get_close_matches(typed, _known(typed[0]), n=3, cutoff=_ALIKE)


def _latin(typed: str) -> list[str]:
    """Words of names that sound the same: «Minsk» and «Минск»."""
    sounds = skeleton(typed)
    return [word for word in _known("") if skeleton(word) == sounds][:3] if sounds else []


def _known(beginning: str) -> list[str]:
    from pobratim.storage import models

    words = models.Word.objects.filter(beginning_with(beginning)).order_by("word")
    return [word for word in words.values_list("word", flat=True).distinct() if len(word) >= _LEAST]
