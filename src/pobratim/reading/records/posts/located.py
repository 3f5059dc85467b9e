"""Where an office is held whose title does not say so: in the place that the text has named, unless somebody else
holds that office there."""

from __future__ import annotations

from dataclasses import replace

from pobratim.model.reading import Post
from pobratim.reading.context import Context
from pobratim.reading.records.posts.held import Held
from pobratim.reading.records.posts.merging import seats
from pobratim.reading.records.posts.named_bodies import named_body
from pobratim.reading.records.posts.nearby_bodies import body_beside
from pobratim.reading.records.posts.nearest import nearest_place


def located(context: Context, item: Held, settled: list[Post]) -> Post:
    """The post with the body or the place that the text named last before it."""
    post = item.post
    body = named_body(context, post)
    if body is not None:
        organization, words = body
        seat = context.found.seats.get(organization)
        return replace(
            post, title=words, organization=organization, place=seat, rule=post.rule + "+named_body", confidence=0.8
        )
    beside = body_beside(context, post)
    if beside is not None:
        return replace(post, organization=beside, rule=post.rule + "+body_beside", confidence=0.75)
    if item.elsewhere or not _governs(item):
        return post
    place = nearest_place(context, item, settled)
    return post if place is None else replace(post, place=place, rule=post.rule + "+nearest_place", confidence=0.75)


def _governs(item: Held) -> bool:
    words = max(item.post.title.split(" – "), key=_names_seat).split()
    if words[-1] in seats().ungoverning or (
        words[0] in seats().of_anything and words[1:] and words[-1] not in seats().of_places
    ):
        return False  # «глава ведомства», «президент ассоциации малых городов»
    if item.general or item.post.title.endswith(tuple(seats().authorities)):
        return True
    return bool(words) and (
        words[0] in seats().governing or any(word in seats().governing for word in words[-2:])
    )


def _names_seat(title: str) -> bool:
    """«заместитель председателя правительства – министр транспорта»: which part of the title governs a place."""
    return not seats().governing.isdisjoint(title.split())
