"""Bodies that go on signing: «Академия «Луч» заключила договор с вузом «Весна». Подписан договор с вузом «Заря»»."""

from __future__ import annotations

from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.documents import DocumentName, document_at, document_between
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.bodies import bodies_between, companies_of, follows_with, signing_companies
from pobratim.reading.records.sides.reach import end_of


def with_signer_before(scene: Scene, name: DocumentName) -> tuple[str, ...]:
    """The body that the paragraph tells to sign before, with the one that «с» leads to; nothing where others act."""
    bodies = companies_of(scene, name)
    if len(bodies) != 1 or any(stand.kind != "place" for stand in scene.outer_stands):
        return ()
    named = [mention for mention in scene.organizations if mention.entity == bodies[0]]
    if not any(follows_with(scene, mention) for mention in named):
        return ()
    signer = _signer_before(scene, bodies[0])
    return (signer, bodies[0]) if signer is not None else ()


def _signer_before(scene: Scene, other: str) -> str | None:
    """Of the two that signed before, the one that the text has named most often."""
    before = scene.before
    while before is not None:
        first = document_between(scene.context, before.sentence.first, before.sentence.last)
        name = document_at(before.tokens, first) if first is not None else None
        bodies = _signed_by(before, name) if name is not None else []
        if other not in bodies and len(bodies) > 1:
            told = [m.entity for m in scene.context.mentions_in(0, scene.sentence.start, "organization")]
            return max(bodies, key=told.count)
        before = before.before
    return None


def _signed_by(scene: Scene, name: DocumentName) -> list[str]:
    """The bodies between which a document is, as its sentence names them."""
    bodies = bodies_between(scene, name, end_of(scene, name)) or signing_companies(scene, name.first)
    bodies = bodies or companies_of(scene, name)
    return [body for body in bodies if not is_authority(scene.context.by_id[body])]


def bodies_cooperating(scene: Scene, name: DocumentName, end: int) -> list[str]:
    """«меморандум о сотрудничестве | Омского и Томского университетов»: the two whose cooperation it is on."""
    inside = [mention for mention in scene.organizations if name.last <= mention.first < end]
    bodies = list(dict.fromkeys(m.entity for m in inside if not is_authority(scene.context.by_id[m.entity])))
    if len(bodies) != 2 or len(inside) != 2:
        return []
    before = scene.tokens[inside[0].first - 1].word
    on = before is not None and not before.lemmas.isdisjoint(_COOPERATION) and before.is_case("loct")
    return bodies if on else []


_COOPERATION = frozenset({"сотрудничество", "взаимодействие", "партнёрство", "партнерство", "дружба"})
