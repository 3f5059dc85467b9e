"""In which cases a person's name may stand."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.context import Mention
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Token


def name_cases(tokens: Sequence[Token], person: Mention) -> set[str] | None:
    """The cases that given name and surname share; None where morphology cannot tell."""
    shared: set[str] | None = None
    for token in tokens[person.first : person.last]:
        if token.word is None or not is_known(token.lower):
            continue
        parses = [p for p in token.word.parses if p.number != "plur" and not p.tags.isdisjoint(_NAMES)]
        own = {parse.case for parse in parses if parse.case}
        if own:
            shared = own if shared is None else shared & own
    return shared or None


_NAMES = frozenset({"Name", "Surn"})
