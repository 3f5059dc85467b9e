"""A row as others name it: without what grows with the number of documents.

The city that half of all documents mention would bring their ids along to every page that says its name.
"""

from __future__ import annotations

from dataclasses import replace

from pobratim.register.rows import HeldPost, Organization, Person, Place, Row, Stage, Tie

FEW = 20
"""A row of so few documents is as short as its brief."""
_SENTENCES = 3
"""Kept of what a post or a stage rests on."""


def brief(row: Row) -> Row | None:
    """The row without its documents and claims and with few of its sentences; None where it is short as it is."""
    if len(row.documents) <= FEW:
        return None
    match row:
        case Place() | Organization():
            return replace(row, documents=(), claims=())
        case Person():
            return replace(row, documents=(), claims=(), posts=tuple(map(_post, row.posts)))
        case Tie():
            return replace(row, documents=(), claims=(), history=tuple(map(_stage, row.history)))
    return None


def _post(post: HeldPost) -> HeldPost:
    days = post.attested
    return replace(
        post,
        documents=(),
        attested=days if len(days) < 3 else (days[0], days[-1]),
        evidence=post.evidence[:_SENTENCES],
    )


def _stage(stage: Stage) -> Stage:
    return replace(stage, documents=(), course=(), evidence=stage.evidence[:_SENTENCES])
