"""What the words of an article say of it: its title, its source, its author.

The lines stay where they are, for they are evidence too; only the fields are filled from them.
"""

from __future__ import annotations

import re
from functools import cache

from pobratim.gather.dateline import is_dateline
from pobratim.gather.paragraphs import CELLS
from pobratim.gather.tables import pattern

_LONGEST_TITLE = 250
"""Characters."""
_LONGEST_NAME = 120
"""Characters of a publisher or an author."""
_TITLE_AMONG = 4
"""Paragraphs: a date, a source or a rubric may stand above the title."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"]+"
    r"|(?<![\w@.])(?:[\w-]+\.)+(?:by|ru|рф|бел|com|org|net|info|kz|kg|uz|tj|tm|az|am|ge|md|ua|su|lv|lt|ee|pl|cn|rs|bg|eu)"
    r"(?![\w.-])(?:/[^\s<>«»\"]*)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[А-ЯЁЎІA-Z][\w’'-]*\.? ?){1,4}")


def headline(lines: list[str]) -> str | None:
    """The title of a plain text: a short first line that is no sentence, with sentences under it.

    Of several such lines the only one in capitals is the title, and what is above it a rubric.
    """
    found: list[str] = []
    for number, line in enumerate(lines[:_TITLE_AMONG]):
        if is_dateline(line) or _label("source").match(line) or _ADDRESS.fullmatch(line) or is_no_title(line):
            continue
        if not (_looks_like_title(line) and _has_body(lines[number + 1 :])):
            break
        found.append(line)
    capitals = [line for line in found if line.isupper()]
    return capitals[0] if len(capitals) == 1 else found[0] if found else None


def is_no_title(title: str) -> bool:
    """Whether a subject or a file's title says nothing: «Пресс-релиз», «Документ1», «Microsoft Word - …»."""
    return bool(_whole("no_title").fullmatch(title.strip(" .!:«»\"'")))


def is_office(name: str) -> bool:
    """Whether a sender is an office, «Пресс-служба администрации», and not a person."""
    return bool(_whole("office").fullmatch(name))


def source(lines: list[str]) -> tuple[str | None, str | None]:
    """The publisher and the address that «Источник: …» and bare addresses name."""
    publisher = address = None
    for line in lines:
        label = _label("source").match(line)
        if not label or len(line) > 2 * _LONGEST_NAME:
            continue
        said = line[label.end() :].strip()
        if found := _ADDRESS.search(said):
            address = address or _full(found[0])
            said = said[: found.start()].strip(" ,;:—–-(")
        if said and len(said) <= _LONGEST_NAME:
            publisher = publisher or said.rstrip(".")
    bare = {_full(line) for line in lines if _ADDRESS.fullmatch(line)}
    if not address and len(bare) == 1:
        address = bare.pop()
    return publisher, address


def author(lines: list[str]) -> str | None:
    """Whom «Автор: …» names."""
    for line in lines:
        label = _label("author").match(line)
        if label and len(line) <= _LONGEST_NAME and _NAME.fullmatch(name := line[label.end() :].strip(" .")):
            return name
    return None


def _looks_like_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE
        and CELLS not in line
        and len(line.split()) > 1
        and not line.endswith((".", ",", ";", ":", "…"))
        and (line[0].isupper() or line[0].isdigit() or line[0] in "«\"“„(")
    )


def _has_body(lines: list[str]) -> bool:
    """Whether sentences follow, not only more short lines."""
    return any(line.rstrip("»\"”").endswith((".", "!", "?", "…", ":")) and " " in line for line in lines[:3])


def _full(address: str) -> str:
    """The address with its scheme, without the full stop of the sentence."""
    address = address.rstrip(".,;:!?)")
    return address if address.lower().startswith(("http://", "https://")) else f"https://{address}"


@cache
def _label(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(name)}) ?: ?", re.IGNORECASE)


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(pattern(name), re.IGNORECASE)
