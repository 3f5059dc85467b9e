"""The text of an article without what its page or its printer put around it.

Two lists hold the whole of it, in the order in which they are applied: `CHARACTERS` works on the text,
`PARAGRAPHS` on its paragraphs, the first of which is the title where there is one. Words and patterns are in
`data/boilerplate.toml`. Nothing is reworded: what stays, stays as it was written, «ё» too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from pobratim.gather.paragraphs import CELLS, paragraphs
from pobratim.gather.tables import table

_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
                     "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff]")
_STRESS = re.compile("(?<=[\u0400-\u045f])[\u0300\u0301]")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_AT_END = re.compile(r" ?\n ?")
_NUMBERED = re.compile(r"(.+?)\s*[-–—]\s*\d{1,3}")
_LONGEST_BOILERPLATE = 700
"""Characters; a longer paragraph says something."""
_LONGEST_HEADLINE = 200
"""Characters; what is longer under «Читайте также» is the article going on."""
_LABEL_WORDS = 4
"""Words: a shorter line may repeat with a purpose, as the name of a speaker does."""
_TITLE_AMONG = 3
"""Paragraphs: a rubric or a date may stand above the title."""


def unify_line_ends(text: str) -> str:
    return _LINE_END.sub("\n", text)


def compose(text: str) -> str:
    """«и» and a breve are one letter «й» (Unicode's form NFC)."""
    return unicodedata.normalize("NFC", text)


def drop_unseen(text: str) -> str:
    """Soft hyphens, zero-width marks and control characters would sit inside words."""
    return _UNSEEN.sub("", text)


def drop_stress(text: str) -> str:
    """«за́мок»: the mark is for learners, and «й» has become one letter before."""
    return _STRESS.sub("", text)


def unify_blanks(text: str) -> str:
    """Every run of blanks, tabs and non-breaking spaces is one blank, none at the ends of lines."""
    return _BLANK_AT_END.sub("\n", _BLANKS.sub(" ", text)).strip()


CHARACTERS: tuple[Callable[[str], str], ...] = (
    unify_line_ends,
    drop_unseen,
    compose,
    drop_stress,
    unify_blanks,
)


def drop_lists(lines: list[str]) -> list[str]:
    """«Материалы по теме» with the headlines under it, up to the next sentence."""
    kept: list[str] = []
    listing = False
    for line in lines:
        if _fits("list", line):
            listing = True
        elif not (listing and len(line) <= _LONGEST_HEADLINE and not line.endswith((".", "…", ":"))):
            listing = False
            kept.append(line)
    return kept


def drop_boilerplate(lines: list[str]) -> list[str]:
    """Share buttons, menus, cookie notices, counters."""
    return [line for line in lines if not _fits("line", line)]


def drop_numbered_captions(lines: list[str]) -> list[str]:
    """«Название статьи-4»: the caption of a picture, made of the title."""
    titles = {folded(line) for line in lines[:_TITLE_AMONG]}
    return [
        line for line in lines
        if not ((caption := _NUMBERED.fullmatch(line)) and folded(caption[1]) in titles)
    ]


def drop_repeated(lines: list[str]) -> list[str]:
    """A paragraph that stood before; labels such as «Мэр Энска:» and rows of tables may repeat."""
    seen: set[str] = set()
    kept: list[str] = []
    for line in lines:
        key = folded(line)
        label = line.endswith(":") or len(line.split()) < _LABEL_WORDS or CELLS in line
        adjacent = bool(kept) and key == folded(kept[-1])
        if adjacent or (key in seen and not label):
            continue
        seen.add(key)
        kept.append(line)
    return kept


PARAGRAPHS: tuple[Callable[[list[str]], list[str]], ...] = (
    drop_lists,
    drop_boilerplate,
    drop_numbered_captions,
    drop_repeated,
)


def clean(text: str, title: str | None = None) -> list[str]:
    """The paragraphs of the article, its title first where it is known and the text lacks it."""
    lines = paragraphs(clean_characters(text))
    if title and folded(title) not in map(folded, lines[:_TITLE_AMONG]):
        lines.insert(0, title)
    for step in PARAGRAPHS:
        lines = step(lines)
    return lines


def clean_characters(text: str) -> str:
    """The text without what cannot be seen in it."""
    for step in CHARACTERS:
        text = step(text)
    return text


def folded(line: str) -> str:
    """The words of a line, for telling whether two lines say the same: «Ёлка!» and «елка»."""
    return " ".join(re.findall(r"\w+", line.casefold().replace("ё", "е")))


def _fits(kind: str, line: str) -> bool:
    if len(line) > _LONGEST_BOILERPLATE:
        return False
    return any(pattern.fullmatch(line) for pattern in boilerplate()[kind])


@cache
def boilerplate() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns of `data/boilerplate.toml` by kind, "line" and "list"."""
    data = table("boilerplate")
    social = f"(?:{'|'.join(data['social'])})[,;|•·]*"
    return {kind: tuple(_compiled(data[kind], social)) for kind in ("line", "list")}


def _compiled(rows: Iterable[dict[str, str]], social: str) -> Iterable[re.Pattern[str]]:
    return (re.compile(row["pattern"].replace("<social>", social), re.IGNORECASE) for row in rows)
