"""In which cases a person's name may stand."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.context import Mention
from pobratim.reading.names.people.fullnames import one_syllable
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Token


def name_cases(tokens: Sequence[Token], person: Mention) -> set[str] | None:
    """The cases that given name and surname share; None where morphology cannot tell."""
    shared: set[str] | None = None
    words = tokens[person.first : person.last]
    if len(words) == 3 and all(one_syllable(token.lower) for token in words):
        words = words[-1:]  # «с послом Данг Минь Кхоем»: only the last word declines
    for token in words:
        if token.word is None or not is_known(token.lower):
            continue
        parses = [p for p in token.word.parses if p.number != "plur" and not p.tags.isdisjoint(_NAMES)]
        own = {parse.case for parse in parses if parse.case}
        if own:
            shared = own if shared is None else shared & own
    return shared or None


_NAMES = frozenset({"Name", "Surn"})
