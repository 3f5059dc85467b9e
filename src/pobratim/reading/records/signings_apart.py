"""Several documents in one sentence, each between its own sides: «подписаны меморандумы с Омском и Тарой, а с
Брестом – план», «соглашение между Омском и Брестом и протокол между Тарой и Лидой». Each is a signing of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pobratim.reading.records.document_parties import own_parties, pairs_of_parties, parties_of
from pobratim.reading.records.document_reach import end_of
from pobratim.reading.records.document_states import Documents
from pobratim.reading.records.drafts import Draft, participants, place_in, start_draft
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.signings import is_background, signing
from pobratim.reading.records.story import Story


def signings(scene: Scene, story: Story) -> Iterator[Draft]:
    """The signings of a sentence: one for each pair of sides, where its documents have sides of their own."""
    apart = _apart(scene)
    if len(set(apart.values())) < 2:
        yield from signing(scene, story)
        return
    for (index, _), parties in apart.items():
        draft = start_draft(scene, "signing", index, "event.signing_apart", 0.84)
        if draft is None:
            continue
        by_id = scene.context.by_id
        draft.parties = [party for party in parties if by_id[party].type != "organization"]
        draft.organizations = [party for party in parties if by_id[party].type == "organization"]
        places = scene.stands_of_document.place_of_person
        draft.participants = [p for p in participants(scene, index) if places.get(p) in parties]
        draft.place = place_in(scene, index)
        yield draft


def _apart(scene: Scene) -> dict[tuple[int, tuple[str, ...]], tuple[str, ...]]:
    """Word of signing and sides → those sides, of documents that name at least one of them themselves."""
    told = Documents(scene)
    names = [name for name in told.names if name.first in told.governed]
    found: dict[tuple[int, tuple[str, ...]], tuple[str, ...]] = {}
    limits = [*(name.first for name in names[1:]), scene.sentence.last]
    for name, limit in zip(names, limits, strict=False):
        index = told.governed[name.first].index
        end = min(end_of(scene, name), limit)
        if is_background(scene, index) or not own_parties(scene, name, end):
            continue
        for pair in pairs_of_parties(scene, name, parties_of(scene, name, end)):
            if len(pair) == 2:
                found.setdefault((index, tuple(sorted(pair))), pair)
    return found
