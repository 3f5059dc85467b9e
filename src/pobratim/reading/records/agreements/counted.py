"""Documents told in the plural, then each by its number: «Подписаны два соглашения. Первое заключили Омск и Брест,
второе – Тара и Лида»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pobratim.model.reading import Agreement
from pobratim.reading.once import once
from pobratim.reading.records.agreements.governed import Signing, documents_of
from pobratim.reading.records.agreements.signatories import of_these_places, signatories_of
from pobratim.reading.records.agreements.states import signing_day
from pobratim.reading.records.agreements.subjects import subject_of
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.clauses import is_noun
from pobratim.reading.records.documents import DocumentName, document_at
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import named_sides
from pobratim.reading.records.sides.reach import end_of
from pobratim.reading.text.segments import DASHES, FINITE


@dataclass(frozen=True, slots=True)
class Counted:
    """The documents that a sentence tells of by their numbers: where they were told of in the plural, the word of their
    signing, and the sides of each that names them."""

    told: Scene
    name: DocumentName
    signing: Signing
    pairs: tuple[tuple[str, str], ...]


@once
def counted(scene: Scene) -> Counted | None:
    """«Первое заключили Омск и Брест, второе – Тара и Лида» behind «подписаны два соглашения»."""
    numbers = [i for i in range(scene.sentence.first, scene.sentence.last - 2) if _is_number(scene, i)]
    signing = documents_of(scene).signing if numbers[:1] == [scene.sentence.first] else None
    if signing is None or signing.index >= min([*numbers[1:], scene.sentence.last]):
        return None
    plural = _told_before(scene)
    sides = [_pair(scene, first, last) for first, last in pairwise([*numbers, scene.sentence.last])]
    pairs = tuple(pair for pair in sides if pair is not None)
    return Counted(*plural, signing, pairs) if plural is not None and pairs else None


def with_counted(found: list[Agreement], scene: Scene, told: Counted) -> list[Agreement]:
    """Each of the documents in place of those in the plural, whose sides could but be guessed."""
    guessed = [one for one in found if one.evidence == (told.told.span,) and one.kind == told.name.kind]
    return [*(one for one in found if one not in guessed), *_agreements(scene, told)]


def _agreements(scene: Scene, told: Counted) -> Iterator[Agreement]:
    before, day = documents_of(told.told).governed[told.name.first], signing_day(scene, told.signing.index)
    if day.edtf is None and before.status == "signed":
        day = signing_day(told.told, before.index)
    signed = told.signing.status == "signed"
    people = signatories_of(scene, told.signing.index) if signed and told.signing.active else ()
    for pair in told.pairs:
        yield Agreement(
            kind=told.name.kind,  # type: ignore[arg-type]
            parties=pair,
            signed=day.edtf if signed else None,
            signed_basis=day.basis if signed else None,
            signatories=of_these_places(scene, people, pair),
            subject=subject_of(told.told, told.name, end_of(told.told, told.name)),
            status=told.signing.status,
            evidence=(told.told.span, scene.span),
            confidence=0.8,
            rule="agreement.signed",
        )


def _is_number(scene: Scene, index: int) -> bool:
    """«Первый | документ», «Одно | заключили», «, второе | –», «, а другое | подписали»: where one of them begins."""
    first, word, following = scene.sentence.first, scene.tokens[index].word, scene.tokens[index + 1]
    if word is None or word.lemmas.isdisjoint(documents().counting):
        return False
    if index > first and scene.tokens[index - 1].lower not in {",", ";", "а", "и"}:
        return False
    if following.text in DASHES or following.lower == "из" or following.is_mostly(FINITE):
        return True
    return document_at(scene.tokens, index + 1) is not None


def _told_before(scene: Scene) -> tuple[Scene, DocumentName] | None:
    """The documents in the plural of the sentence before, or of the one that it counts on from."""
    before = scene.told_before
    if before is None:
        return None
    further = counted(before)
    if further is not None:
        return further.told, further.name
    told = documents_of(before)
    names = [name for name in told.names if name.kind != "unnamed" and name.first in told.governed]
    plural = [name for name in names if is_noun(before, name.first) and not before.is_singular(name.first)]
    return (before, plural[0]) if len(plural) == len(names) == 1 else None


def _pair(scene: Scene, first: int, last: int) -> tuple[str, str] | None:
    """The two places, else the two bodies, named between the tokens."""
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    places = tuple(dict.fromkeys(stand.place for stand in named_sides(scene, start, end)))
    by_id = scene.context.by_id
    named = scene.context.mentions_in(start, end, "organization")
    bodies = tuple(dict.fromkeys(m.entity for m in named if not is_authority(by_id[m.entity])))
    two = places if len(places) == 2 and not bodies else bodies
    return (two[0], two[1]) if len(two) == 2 else None
