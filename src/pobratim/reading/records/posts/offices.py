"""Offices settled over the whole document: one record a person and office, and the seats that are meant.

«Мэр города», «глава региона», «председатель горисполкома» name neither the place nor the body: it is the
one the text has named, unless somebody else holds that office there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pobratim.model.reading import Post
from pobratim.reading.context import Context
from pobratim.reading.records.posts.held import Held
from pobratim.reading.records.posts.located import located
from pobratim.reading.records.posts.merging import fuller, same_office


def settle(context: Context, found: Iterable[Held]) -> list[Post]:
    """The posts merged, those that say where first; then the places and bodies of the others."""
    merged: list[Held] = []
    for item in sorted(found, key=lambda h: (not _says_where(h.post), h.post.evidence)):
        for index, other in enumerate(merged):
            if same_office(item.post, other.post):
                merged[index] = replace(
                    other, post=fuller(other.post, item.post), general=other.general or item.general
                )
                break
        else:
            merged.append(item)
    settled: list[Post] = []
    for item in merged:
        post = item.post if _says_where(item.post) else located(context, item, settled)
        twin = next((i for i, p in enumerate(settled) if same_office(post, p)), None)
        if twin is None:
            settled.append(post)
        else:
            settled[twin] = fuller(settled[twin], post)
    return sorted(settled, key=lambda post: post.evidence[0])


def _says_where(post: Post) -> bool:
    return bool(post.place or post.organization)
