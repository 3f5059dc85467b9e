"""Why an input is not read: one exception for all reasons, its words in `data/refusals.toml`."""

from __future__ import annotations

import re

from pobratim.gather.tables import table
from pobratim.model.errors import InputError, PassedOver
from pobratim.model.settings import MIB

_HOLE = re.compile(r"\{(\w+)\}")


class Unreadable(Exception):
    """An input cannot be read, for the reason that ``code`` names in `data/refusals.toml`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def as_error(self, source: str) -> InputError:
        """The sentence for the user, about the input named ``source``."""
        words = table("refusals")[self.code]
        reason, advice = (words[one].format(**self.details) for one in ("reason", "advice"))
        if words.get("passed_over"):
            return PassedOver(source, reason, advice)
        return InputError(source, reason, advice, retry=words.get("retry", False))


def templates() -> tuple[str, ...]:
    """The reasons and advices that are filled in, as gettext has them: «файл больше %(limit)s»."""
    said = dict.fromkeys(words[one] for words in table("refusals").values() for one in ("reason", "advice"))
    return tuple(_HOLE.sub(r"%(\1)s", one) for one in said if _HOLE.search(one) and not _HOLE.fullmatch(one))


def in_mebibytes(size: int) -> str:
    """A limit in the user's words: «50 МБ», «0,5 МБ»."""
    return f"{size / MIB:.3g} МБ".replace(".", ",")
