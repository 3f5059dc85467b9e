"""Several documents in one sentence, each between its own sides: «подписаны меморандумы с Омском и Тарой, а с
Брестом – план», «соглашение между Омском и Брестом и протокол между Тарой и Лидой». Each is a signing of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.agreements.counted import Counted, counted
from pobratim.reading.records.agreements.governed import Documents, Signing, documents_of
from pobratim.reading.records.documents import DocumentName
from pobratim.reading.records.events.drafts import Draft, start_draft
from pobratim.reading.records.events.signings import (
    is_background,
    is_had,
    is_signed_already,
    is_subject_of_other,
    signing,
)
from pobratim.reading.records.events.story import Story
from pobratim.reading.records.events.taking_part import participants
from pobratim.reading.records.events.where import place_in
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.bodies import bodies_between
from pobratim.reading.records.sides.further_bodies import bodies_cooperating
from pobratim.reading.records.sides.gapped import gapped_pairs
from pobratim.reading.records.sides.of_documents import parties_of
from pobratim.reading.records.sides.own import own_parties
from pobratim.reading.records.sides.pairs import date_of_pair, of_several_times, pairs_of_parties
from pobratim.reading.records.sides.reach import end_of
from pobratim.reading.text.segments import STROKES


def signings(scene: Scene, story: Story) -> Iterator[Draft]:
    """The signings of a sentence: one for each pair of sides, where its documents have sides of their own."""
    if not [*scene.trigger_verbs("signing"), *scene.trigger_nouns("signing")]:
        return
    told, by_number = documents_of(scene), counted(scene)
    if by_number is not None:
        yield from _by_number(scene, by_number)
        return
    if _of_unknown(told):
        return
    apart = _apart(told)
    if len({parties for parties, _ in apart.values()}) < 2:
        yield from signing(scene, story)
        return
    for (index, _), (parties, name) in apart.items():
        draft = start_draft(scene, "signing", index, "event.signing_apart", 0.84)
        if draft is None:
            continue
        if of_several_times(scene, index):
            draft.date = draft.basis = None
        _between(scene, draft, parties)
        places = scene.stands_of_document.place_of_person
        draft.participants = [p for p in participants(scene, index) if places.get(p) in parties]
        draft.place = place_in(scene, index)
        if told.has_own_words(name):
            day = date_of_pair(scene, parties)
            draft.date, draft.basis = (day.edtf, day.basis) if day is not None else (None, None)
            draft.place = _place_behind(scene, name)
        yield draft


def _by_number(scene: Scene, told: Counted) -> Iterator[Draft]:
    """«Первое заключили Омск и Брест, второе – Тара и Лида»: a signing each."""
    for pair in told.pairs:
        draft = start_draft(scene, "signing", told.signing.index, "event.signing_apart", 0.84)
        if draft is not None:
            _between(scene, draft, pair)
            yield draft


def _between(scene: Scene, draft: Draft, pair: tuple[str, ...]) -> None:
    """Places are the sides of the signing, companies and universities its organizations."""
    by_id = scene.context.by_id
    draft.parties = [party for party in pair if by_id[party].type != "organization"]
    draft.organizations = [party for party in pair if by_id[party].type == "organization"]


def _place_behind(scene: Scene, name: DocumentName) -> str | None:
    """«а договор с Лидой – 5 мая | в Омске»: the place behind the document's noun."""
    start = scene.tokens[name.last - 1].end
    return next((s.place for s in scene.outer_stands if s.start > start and s.role == "in"), None)


def _of_unknown(told: Documents) -> bool:
    """«протокол между заводом «Луч» и фондом»: the one document is between bodies of which one has no name."""
    scene = told.scene
    names = [name for name in told.names if name.first in told.governed and name.kind != "unnamed"]
    if len(names) != 1:
        return False
    name, end = names[0], end_of(scene, names[0])
    between = any(token.lower == "между" for token in scene.tokens[name.last : end])
    heads = scene.context.mentions_in(scene.tokens[name.last - 1].end, scene.tokens[end - 1].end, "person")
    return between and len(heads) < 2 and len(parties_of(scene, name, end)) < 2


def _apart(told: Documents) -> dict[tuple[int, tuple[str, ...]], tuple[tuple[str, ...], DocumentName]]:
    """Word of signing and sides → those sides and the document, of those that name at least one of them themselves."""
    scene = told.scene
    names = _signed(told)
    found: dict[tuple[int, tuple[str, ...]], tuple[tuple[str, ...], DocumentName]] = {}
    limits = [*(name.first for name in names[1:]), scene.sentence.last]
    for name, limit in zip(names, limits, strict=False):
        index = _governor(told, name).index
        end = min(end_of(scene, name), limit)
        if is_background(scene, index) or is_subject_of_other(scene, index) or is_had(scene, index):
            continue
        if is_signed_already(scene, name, index):
            continue
        parties = parties_of(scene, name, end)
        pairs = [*pairs_of_parties(scene, name, parties), *gapped_pairs(scene, name, end, parties)]
        own = own_parties(scene, name, end) or bodies_between(scene, name, end) or bodies_cooperating(scene, name, end)
        for pair in pairs if len(pairs) > 1 or own else []:
            if len(pair) == 2:
                found.setdefault((index, tuple(sorted(pair))), (pair, name))
    return found


def _signed(told: Documents) -> list[DocumentName]:
    """The documents that a word of signing governs, with «а с Брестом – план», whose verb is left out."""
    names: list[DocumentName] = []
    for name in told.names:
        dash = told.scene.tokens[name.first - 1].text in STROKES
        if name.first in told.governed or (names and dash):
            names.append(name)
    return names


def _governor(told: Documents, name: DocumentName) -> Signing:
    """The signing of a document, of one whose verb is left out the last before it."""
    firsts = [first for first in told.governed if first <= name.first]
    return told.governed[max(firsts)]
