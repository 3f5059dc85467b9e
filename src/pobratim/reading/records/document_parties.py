"""Between whom a document is, and who put their names under it."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.context import Mention
from pobratim.reading.quotes.words import vocabulary
from pobratim.reading.records.clauses import clause_of, has_lemma_between
from pobratim.reading.records.documents import DocumentName
from pobratim.reading.records.lexicon import documents
from pobratim.reading.records.partnership_places import couples, pair_before
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides import meant_pair, only_locates
from pobratim.reading.records.signings import signing_companies
from pobratim.reading.records.stands import Stand, is_authority

_ACCORDING = frozenset({"словам", "мнению", "данным", "информации"})
_TAKING_PART = frozenset({"other", "with", "between"})


def _stands(scene: Scene) -> list[Stand]:
    """Who stands for places, without what only says where a place lies («Варна (Болгария)»)."""
    return [stand for stand in scene.outer_stands if not only_locates(scene, stand)]


def own_parties(scene: Scene, name: DocumentName, end: int) -> tuple[str, ...]:
    """Places and seats of authorities named inside the document's own words («между X и Y»)."""
    start, stop = scene.tokens[name.first].start, scene.tokens[end - 1].end
    inside = [s for s in _stands(scene) if start <= s.start < stop and s.role != "in"]
    return tuple(dict.fromkeys(stand.place for stand in inside))


def parties_of(scene: Scene, name: DocumentName, end: int) -> tuple[str, ...]:
    """The places (or companies) in its own words, else those of the sentence, else the document's pair."""
    own = own_parties(scene, name, end)
    bodies = _bodies_between(scene, name, end) or signing_companies(scene, name.first)
    if len(bodies) >= 2 and (len(own) < 2 or bodies == _bodies_between(scene, name, end)):
        return tuple(bodies)
    if len(own) >= 2:
        return _with_hub(scene, name, end, own)
    if name.kind == "contract" and not _companies(scene):
        return ()
    strong = [s.place for s in _stands(scene) if s.kind != "place" and not _comments(scene, s)]
    everywhere = tuple(dict.fromkeys([*own, *strong]))
    if len(everywhere) < 2:
        weak = (s.place for s in _stands(scene) if s.role in _TAKING_PART and not _comments(scene, s))
        everywhere = tuple(dict.fromkeys([*everywhere, *weak]))
    if len(everywhere) >= 2:
        return everywhere[:2] if len(everywhere) > 4 else everywhere
    companies = _companies(scene)
    if companies and scene.speaker is None:
        return tuple(dict.fromkeys([*everywhere, *companies]))
    if not everywhere and (bodies := _bodies_before(scene)):
        return tuple(bodies)
    pair = (pair_before(scene) if not everywhere else ()) or scene.stands_of_document.pair
    if set(everywhere) <= set(pair):
        return tuple(pair)
    others = [place for place in scene.stands_of_document.focus if place not in everywhere]
    return (*everywhere, others[0]) if len(everywhere) == 1 and others else everywhere


def _with_hub(scene: Scene, name: DocumentName, end: int, own: tuple[str, ...]) -> tuple[str, ...]:
    """«Омск подписал меморандумы с Павлодаром и Астаной»: the subject is a party to each."""
    start, stop = scene.tokens[name.first].start, scene.tokens[end - 1].end
    roles = {s.role for s in _stands(scene) if start <= s.start < stop and s.place in own}
    if roles != {"with"}:
        return own
    others = [s.place for s in _stands(scene) if s.start < start and s.role != "in" and s.place not in own]
    hub = next(iter(others), None) or next((p for p in scene.stands_of_document.focus if p not in own), None)
    return (hub, *own) if hub is not None else own


def _companies(scene: Scene) -> list[str]:
    by_id = scene.context.by_id
    named = [m for m in scene.organizations if not is_authority(by_id[m.entity]) and not _is_location(scene, m)]
    return list(dict.fromkeys(mention.entity for mention in named))


def _bodies_between(scene: Scene, name: DocumentName, end: int) -> list[str]:
    """«соглашение между заводом «Конус» и предприятием «Профиль»»: bodies that govern nothing."""
    tokens = scene.tokens
    lead = next((i for i in range(name.last, end) if tokens[i].lower == "между"), None)
    if lead is None:
        return []
    start, stop = tokens[lead].start, tokens[end - 1].end
    inside = [m for m in scene.organizations if start < m.start < stop]
    if any(is_authority(scene.context.by_id[m.entity]) for m in inside):
        return []
    return list(dict.fromkeys(m.entity for m in inside))


def _bodies_before(scene: Scene) -> list[str]:
    """«По итогам встречи ректоров подписан договор»: the two bodies that the sentence before names."""
    index = scene.sentence.index - 1
    sentences = scene.context.layout.sentences
    if not has_lemma_between(scene, scene.sentence.first, scene.sentence.last, documents().bodies) or index < 0:
        return []
    before = sentences[index]
    mentions = scene.context.mentions_in(before.start, before.end, "organization")
    bodies = list(dict.fromkeys(m.entity for m in mentions if not is_authority(scene.context.by_id[m.entity])))
    return bodies if before.paragraph == scene.sentence.paragraph and len(bodies) == 2 else []


def _is_location(scene: Scene, mention: Mention) -> bool:
    """«на ВДНХ», «в «Экспоцентре»»: where it was signed, not who signed."""
    before = scene.tokens[mention.first - 1] if mention.first > scene.sentence.first else None
    return before is not None and before.lower in {"на", "в", "во", "«"}


def pairs_of_parties(scene: Scene, name: DocumentName, parties: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Of documents in the plural, those between two each: «меморандумы с Омском и Тарой», «A и B, C и D»."""
    noun = scene.tokens[name.last - 1].word
    plural = noun is not None and not scene.is_singular(name.last - 1)
    if len(parties) < 3 or not plural:
        return [parties]
    stands = _first_of_each(_stands(scene), parties)
    twos = couples(scene, stands)
    if twos:
        return list(twos)
    joined = [s.place for s in stands if s.role == "with"]
    alone = [place for place in parties if place not in joined]
    if len(alone) == 1 and joined:
        return [(alone[0], place) for place in joined]
    return [parties]


def _first_of_each(stands: Sequence[Stand], places: Sequence[str]) -> list[Stand]:
    first: dict[str, Stand] = {}
    for stand in stands:
        if stand.place in places:
            first.setdefault(stand.place, stand)
    return list(first.values())


# ---------------------------------------------------------------- who signs


def signatories_of(scene: Scene, index: int) -> tuple[str, ...]:
    """The persons of the sentence beside a verb of signing, without those who only tell of it."""
    return tuple(person for person in scene.people if not _tells(scene, person, index))


def of_these_places(scene: Scene, people: tuple[str, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    """Of the signatories those who stand for one of the parties, or for no known place."""
    place_of = scene.stands_of_document.place_of_person
    return tuple(person for person in people if place_of.get(person) is None or place_of[person] in parties)


def _comments(scene: Scene, stand: Stand) -> bool:
    """«…, сообщил губернатор области»: the person only tells of it."""
    if stand.kind != "person":
        return False
    first, last = clause_of(scene, _token_at(scene, stand.start))
    before = scene.context.tokens_in(scene.tokens[first].start, stand.start)
    if any(token.lower in _ACCORDING for token in before):
        return True
    return first > scene.sentence.first and has_lemma_between(scene, first, last, vocabulary().speech)


def _tells(scene: Scene, person: str, index: int) -> bool:
    """«…, рассказала руководитель пресс-службы Анна Белова»: another clause, with a verb of speech."""
    for mention in scene.context.mentions_in(*scene.span, "person"):
        if mention.entity == person:
            first, last = clause_of(scene, mention.first)
            if not first <= index < last and has_lemma_between(scene, first, last, vocabulary().speech):
                return True
    return False


def _token_at(scene: Scene, start: int) -> int:
    for index in range(scene.sentence.first, scene.sentence.last):
        if scene.tokens[index].start >= start:
            return index
    return scene.sentence.last - 1
