"""In which cases a person's name may stand."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.context import Mention
from pobratim.reading.morph import is_known
from pobratim.reading.segments import Token


def name_cases(tokens: Sequence[Token], person: Mention) -> set[str] | None:
    """The cases of the given name, or of the surname where there is none; None where morphology cannot tell."""
    for tag in ("Name", "Surn"):
        for token in tokens[person.first : person.last]:
            parses = token.word.with_tags(tag) if token.word else ()
            if parses:
                return {parse.case for parse in parses if parse.case} if is_known(token.lower) else None
    return None
