"""The day of the signing that a document is about: told once, it is that of the documents signed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Span
from pobratim.reading.records.agreements.governed import documents_of
from pobratim.reading.records.agreements.states import Day, signing_day
from pobratim.reading.records.dating import LONG_AGO, days_before_publication
from pobratim.reading.records.scenes import Scene

_NEWS = frozenset({"agreement.signed", "agreement.by_signatories", "agreement.similar"})
_BACKGROUND = re.compile(
    r"\b(?:ранее|уже|напомн\w+|прежде|тогда|до этого|первое|первый|прошл\w+|предыдущ\w+|(?<!не )(?:только|лишь))\b",
    re.I,
)
_REMINDING = re.compile(r"\b(?:напомн\w+|ранее|прежде|до этого)\b", re.I)


def with_day_of_news(told: Sequence[Scene], found: list[Agreement]) -> list[Agreement]:
    """«Пять документов подписали накануне … Омск и Брест подписали план»: on the one day that is told of signings."""
    if not any(_may_be_dated(agreement) for agreement in found):
        return found
    days = list(_days(told))
    if len({day.edtf for _, day in days}) != 1:
        return found
    spans, day = [span for span, _ in days], days[0][1]
    open_ = [one for one in found if _may_be_dated(one) and _is_news(told, one)]
    taking = [one for one in open_ if not is_of_later(spans, day.edtf, one, found)]
    taking = [one for one in taking if not is_told_beside(told, spans, day.edtf, one, found)]
    return [replace(one, signed=day.edtf, signed_basis=day.basis) if one in taking else one for one in found]


def is_of_later(spans: Sequence[Span], day: str | None, agreement: Agreement, found: Sequence[Agreement]) -> bool:
    """«(Города подписали план.) Договор о побратимстве заключили 26 июля 2025 года»: do all the spans that tell the day
    tell of a document of another kind behind this one?"""
    theirs = told_of_others(day, agreement, found)
    return theirs.issuperset(spans) and all(start > agreement.evidence[0][0] for start, _ in spans)


def is_told_beside(
    told: Sequence[Scene], spans: Sequence[Span], day: str | None, agreement: Agreement, found: Sequence[Agreement]
) -> bool:
    """«5 мая подписан протокол к договору, | заключённому городами»: only a participle tells that it was signed, and
    the day is that of another."""
    scene = next((scene for scene in told if scene.span == agreement.evidence[0]), None)
    if scene is None or told_of_others(day, agreement, found).isdisjoint(spans):
        return False
    documents = documents_of(scene)
    governed = [name for name in documents.names if name.first in documents.governed and name.kind == agreement.kind]
    signings = [documents.governed[name.first] for name in governed]
    return bool(signings) and all(signing.participle for signing in signings)


def told_of_others(day: str | None, agreement: Agreement, found: Sequence[Agreement]) -> set[Span]:
    """The spans that tell of documents of other kinds signed on the day."""
    others = (one for one in found if one.kind != agreement.kind and one.signed == day)
    return {span for one in others for span in one.evidence}


def _days(told: Sequence[Scene]) -> Iterator[tuple[Span, Day]]:
    for scene in told:
        if not scene.dates or is_reminder(scene.context.text(scene.span)):
            continue
        signing = documents_of(scene).signing
        if signing is None or signing.status != "signed" or signing.participle:
            continue
        day = signing_day(scene, signing.index)
        if day.edtf is not None and edtf.is_day(day.edtf) and not _is_long_ago(scene, day.edtf):
            yield scene.span, day


def is_reminder(sentence: str) -> bool:
    """«Напомним, …», «ранее …»: what it tells is not the news."""
    return _REMINDING.search(sentence) is not None


def _is_long_ago(scene: Scene, day: str) -> bool:
    before = days_before_publication(scene.context, day)
    return before is not None and abs(before) > LONG_AGO


def _may_be_dated(agreement: Agreement) -> bool:
    return agreement.signed is None and agreement.status == "signed" and agreement.rule in _NEWS


def _is_news(told: Sequence[Scene], agreement: Agreement) -> bool:
    """Neither «ранее», nor any other time in its sentence, nor somebody's words."""
    scene = next((scene for scene in told if scene.span in agreement.evidence), None)
    if scene is None or scene.speaker is not None or _BACKGROUND.search(scene.context.text(scene.span)) is not None:
        return False
    return not any(date.kind == "point" and date.edtf for date in scene.dates)
