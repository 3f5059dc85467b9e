"""Quotation marks: which opening mark belongs to which closing one, nested and over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.model.reading import Span
from pobratim.reading.text.segments import Layout, Paragraph

_MARK = re.compile(r"[«»„“”\"]")
_AUTHOR = re.compile(r"\s*[,.!?…]*\s*[-–—]\s*[а-яё]")
_PREFIX = 25
"""Characters at most between the marks of «НПФ «Луч»»."""
_LONGEST = 8
"""So many paragraphs at most may stand between one pair of marks."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between outer quotation marks: one span a paragraph, without the marks."""

    spans: tuple[Span, ...]
    after: int
    """Behind the closing mark."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.spans[-1][1]


def marked(layout: Layout) -> Iterator[Marked]:
    """The words between outer quotation marks, in the order of the text."""
    waiting: list[Span] = []
    for paragraph in layout.paragraphs:
        pairs, unclosed, closing = _pairs(layout.text, paragraph, bool(waiting))
        if waiting and closing is not None:
            yield Marked((*waiting, (paragraph.start, closing)), closing + 1)
            waiting = []
        elif waiting and (pairs or unclosed is not None or len(waiting) >= _LONGEST):
            yield Marked((waiting[0],), waiting[0][1])  # never closed: as far as its own paragraph goes
            waiting = []
        elif waiting:
            waiting.append((paragraph.start, paragraph.end))
        for start, end, after in pairs:
            if start < end:
                yield Marked(((start, end),), after)
        if unclosed is not None and unclosed < paragraph.end:
            waiting = [(unclosed, paragraph.end)]
    if waiting:
        yield Marked((waiting[0],), waiting[0][1])


def _pairs(
    text: str, paragraph: Paragraph, open_before: bool
) -> tuple[list[tuple[int, int, int]], int | None, int | None]:
    """Outer pairs of the paragraph, where one opens that stays open, where one from before closes."""
    pairs: list[tuple[int, int, int]] = []
    stack: list[int] = []
    closing: int | None = None
    last: int | None = None
    lacking = _lacking(text, paragraph)
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        if _opens(text, match, stack, paragraph):
            stack.append(match.end())
        elif stack:
            start = stack.pop()
            last = match.start()
            end = match.start()
            if stack and _AUTHOR.match(text, match.end()):
                start, end = stack[0], match.end()  # one mark closes both: «… завод «Луч», – сказал он
                stack = []
            elif lacking > 0 and len(stack) == 1 and _is_prefix(text[stack[0] : start]):
                start, end, lacking = stack.pop(), match.end(), lacking - 1  # «НПФ «Луч», closed by one mark
            if not stack:
                pairs.append((start, end, match.end()))
        elif open_before and closing is None and not pairs:
            closing = match.start()
    if stack and last is not None and last >= paragraph.end - 2 and stack[0] < last:
        pairs.append((stack[0], last + 1, last + 1))
        stack = []
    return pairs, (stack[0] if stack else None), closing


def _lacking(text: str, paragraph: Paragraph) -> int:
    """How many closing marks the paragraph lacks (of straight marks, one where their number is odd)."""
    told = text[paragraph.start : paragraph.end]
    return told.count("«") - told.count("»") + told.count('"') % 2


def _is_prefix(words: str) -> bool:
    """Is it what stands before a name inside a name («НПФ «Луч»», «Торговый дом «Нива»»)?"""
    return len(words) <= _PREFIX and not re.search(r"[.!?:;,–—]", words)


def _opens(text: str, match: re.Match[str], stack: list[int], paragraph: Paragraph) -> bool:
    mark = match.group()
    if mark in "«„":
        return True
    if mark in "»”":
        return False
    if mark == "“":
        return not (stack and text[stack[-1] - 1] == "„")
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return (before.isspace() or before in "([{«„“—–-:") and not after.isspace()
