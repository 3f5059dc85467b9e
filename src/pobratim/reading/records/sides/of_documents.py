"""Between whom a document is, and who put their names under it."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.reading.names.places.adjectives import is_of_two_states, places_of_pair
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.documents import DocumentName, document_at, document_between
from pobratim.reading.records.lexicon import partnerships
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.bodies import (
    acts_itself,
    authority_between,
    between_at,
    between_known,
    bodies_act,
    bodies_before,
    bodies_between,
    bodies_follow,
    bodies_meant,
    is_signed_by_another,
    is_with_body,
    place_and_body_between,
    signed_for_body,
)
from pobratim.reading.records.sides.candidates import Candidates, Sides, hold_forum
from pobratim.reading.records.sides.further_bodies import with_signer_before
from pobratim.reading.records.sides.hubs import outer_hub, owner_of_ties, side_of_tie_before
from pobratim.reading.records.sides.meant import meant_pair, meant_sides, or_twins, with_own_place
from pobratim.reading.records.sides.named import is_of_unnamed, named_sides, one_taking_part
from pobratim.reading.records.sides.own import own_parties, own_stands
from pobratim.reading.records.sides.pairs import in_a_row, pair_before, tie_before
from pobratim.reading.records.sides.reach import end_of
from pobratim.reading.records.sides.sorts import of_one_sort
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import DESCRIBING, leading


def parties_of(scene: Scene, name: DocumentName, end: int, *, signed: bool = True) -> Sides:
    """The places (or companies) in its own words, else those of the sentence, else the document's pair.

    The bodies of a sentence are sides only of what is ``signed`` in it; what is done under a document tells nothing.
    """
    document = Candidates(scene, name, end, signed)
    told = (sides for rule in SIDE_RULES if (sides := rule(document)) is not None)
    return of_one_sort(scene, next(told, ()))


def _one_taking_part(of: Candidates) -> Sides | None:
    """«подписано соглашение с участием Лидского района»: of the sides one alone is named."""
    only = one_taking_part(of.scene)
    return (only,) if only is not None else None


def _with_own_place(of: Candidates) -> Sides | None:
    """«Омская и Томская области заключили | с нашим регионом | соглашения»: with the place of the document."""
    return with_own_place(of.scene, of.name.first) or None


def _told_before(of: Candidates) -> Sides | None:
    """«… договор между Омском и Брестом. | Подписание договора прошло …»: those of the sentence before."""
    return _signed_before(of.scene, of.name) or None


def _place_and_body(of: Candidates) -> Sides | None:
    """«между Омском и заводом «Луч»»: a place and a body."""
    return tuple(place_and_body_between(of.scene, of.name, of.end)) or None if of.signed else None


def _with_signer_before(of: Candidates) -> Sides | None:
    """«университет подписал договор с заводом «Луч». | Ещё один подписан с …»: who goes on signing."""
    return with_signer_before(of.scene, of.name) or None if of.companies and not of.own else None


def _contract_of_nobody(of: Candidates) -> Sides | None:
    """«заключил контракт с тренером»: no place is a side of it."""
    return () if of.name.kind == "contract" and not of.bodies else None


def _two_bodies(of: Candidates) -> Sides | None:
    """«протокол между больницами», whatever place is told besides as the one where a body lies."""
    alone = len(of.own) < 2 or of.bodies == bodies_between(of.scene, of.name, of.end)
    return tuple(of.bodies) if len(of.bodies) >= 2 and alone else None


def _with_unknown_body(of: Candidates) -> Sides | None:
    """«протокол между заводом «Луч» и омским фондом»: one of the bodies is not known."""
    between = bool(of.bodies) or between_at(of.scene, of.name, of.end) is not None
    return () if between and not of.own and bodies_follow(of.scene, of.name, of.end) else None


def _own_with_hub(of: Candidates) -> Sides | None:
    """«(Омск подписал) соглашения | с Брестом и Лидой»: those in its own words, with whose documents they are."""
    joined = _with_hub(of.scene, of.name, of.end, of.own)
    return joined if len(joined) >= 2 else None


def _hub_with_others(of: Candidates) -> Sides | None:
    """«Омск подписал договор и программу | с Брестом»: with whom, as the clause tells."""
    joined_to = (s for s in named_sides(of.scene, *of.clause) if s.role == "with" and s.start < of.until)
    with_whom = tuple(dict.fromkeys(stand.place for stand in joined_to))
    one_each = len(with_whom) == 1 or (len(with_whom) > 1 and not of.scene.is_singular(of.name.first))
    if of.own or not one_each or of.companies:
        return None
    hub = _hub(of.scene, of.name, with_whom)
    return (hub, *with_whom) if hub is not None else None


def _between_places(of: Candidates) -> Sides | None:
    """«между Омском и Брестом | подписан план»."""
    named = named_sides(of.scene, of.clause[0], of.until)
    between = tuple(dict.fromkeys(s.place for s in named if s.role == "between"))
    return between if len(between) == 2 and set(of.own) <= set(between) else None


def _acting_bodies(of: Candidates) -> Sides | None:
    """«университеты | подписали договор»: the bodies told of, named before or meant."""
    if of.own or not bodies_act(of.scene, of.name):
        return None
    return tuple(bodies_before(of.scene) or bodies_meant(of.scene))


def _those_of_occasion(of: Candidates) -> Sides | None:
    """«визит делегации Омска в Лиду, в ходе которого | подписан план»: of a document without places of its own."""
    return _of_occasion(of.scene, of.name) or None if not of.own else None


def _two_meant(of: Candidates) -> Sides | None:
    """«города», «стороны», «два района | подписали план»."""
    meant = meant_pair(of.scene, *_clause_about(of.scene, of.name))
    if not meant and not named_sides(of.scene, *of.clause):
        meant = meant_pair(of.scene, of.scene.sentence.first, of.name.first)  # «районы переписывались, а позже …»
    return meant if meant and set(of.own) <= set(meant) else None


def _all_of_sentence(of: Candidates) -> Sides | None:
    """«мэр Омска и глава Лиды | подписали план»: two or more that the sentence names."""
    if len(of.everywhere) < 2:
        return None
    many = len(of.everywhere) > 4 and not in_a_row(of.scene, of.everywhere)
    return of.everywhere[:2] if many else of.everywhere


def _two_states(of: Candidates) -> Sides | None:
    """«российско-монгольское | соглашение»: where no place is told, the two states."""
    return _of_states(of.scene, of.name) if not of.everywhere else None


def _acting_companies(of: Candidates) -> Sides | None:
    """«Омск и завод «Луч» | подписали меморандум»."""
    acting = len(of.companies) > 1 or (of.companies and acts_itself(of.scene, of.companies[0]))
    return tuple(dict.fromkeys([*of.everywhere, *of.companies])) if acting and of.scene.speaker is None else None


def _bodies_told_before(of: Candidates) -> Sides | None:
    """«Они | подписали договор», of bodies, where no place is told."""
    return tuple(bodies_before(of.scene) or bodies_meant(of.scene)) or None if not of.everywhere else None


def _between_unknown(of: Candidates) -> Sides | None:
    """«между Омском и соседями»: only those that are known."""
    between = between_at(of.scene, of.name, of.end) is not None and len(of.own) < 2
    return of.own if between and not between_known(of.scene, of.name, of.end) else None


def _with_a_body(of: Candidates) -> Sides | None:
    """«мэр Омска и директор музея подписали»: the other side is the museum; «с районом Минской области» has no name."""
    scene = of.scene
    for_body = bool(of.everywhere) and (signed_for_body(scene) or is_signed_by_another(scene, of.name))
    if for_body or is_with_body(scene, of.name, of.end):
        return of.everywhere
    unnamed = any(stand.kind == "place" and is_of_unnamed(scene, stand) for stand in scene.outer_stands)
    return of.everywhere if unnamed else None


def _one_and_meant(of: Candidates) -> Sides | None:
    """«Омск | и область | подписали соглашение»: the one named, and what the common noun means."""
    if len(of.everywhere) != 1:
        return None
    side = _meant_beside(of.scene, of.name, of.end, of.everywhere[0])
    return (side, *of.everywhere) if side is not None else None


def _pair_of_document(of: Candidates) -> Sides | None:
    """The two that the sentences before or the whole document are about; of one that is named the other."""
    scene, told = of.scene, of.everywhere
    known = scene.stands_of_document
    pair = tie_before(scene, told) if told else pair_before(scene)
    if not told and has_lemma_between(scene, of.name.first, of.end, partnerships().twin):
        pair = or_twins(scene, pair)  # «(Омск и Брест станут побратимами.) Договор о побратимстве готов»
    pair = pair or known.pair
    if not told and hold_forum(scene, pair):
        return ()
    if set(told) <= set(pair):
        return tuple(pair)
    others = [place for place in known.focus if not any(place == one or known.contain(place, one) for one in told)]
    return (*told, others[0]) if len(told) == 1 and others else told


SIDE_RULES: tuple[Callable[[Candidates], Sides | None], ...] = (
    _one_taking_part,
    _with_own_place,
    _told_before,
    _place_and_body,
    _with_signer_before,
    _contract_of_nobody,
    _two_bodies,
    _with_unknown_body,
    _own_with_hub,
    _hub_with_others,
    _between_places,
    _acting_bodies,
    _those_of_occasion,
    _two_meant,
    _all_of_sentence,
    _two_states,
    _acting_companies,
    _bodies_told_before,
    _between_unknown,
    _with_a_body,
    _one_and_meant,
    _pair_of_document,
)
"""The first that tells them decides; None is none of its business, ``()`` that the sides are not told."""


def _of_occasion(scene: Scene, name: DocumentName) -> tuple[str, ...]:
    """«визит делегации Омска в Лиду, | в ходе которого подписан план»: between those whose visit or meeting it was."""
    clause = scene.clauses.below_at(name.first)
    if clause is None or clause.first <= scene.sentence.first:
        return ()
    opening = [token.lower for token in scene.tokens[clause.first : clause.first + 3]]
    which = opening[-1:] and opening[-1].startswith("котор")
    if not which or opening[:2] not in (["в", "ходе"], ["во", "время"], ["в", "рамках"], ["по", "итогам"]):
        return ()
    before = [stand for stand in scene.outer_stands if stand.end <= scene.tokens[clause.first].start]
    places = tuple(dict.fromkeys(stand.place for stand in before))
    return places if len(places) == 2 and not scene.stands_of_document.akin(*places) else ()


def _of_states(scene: Scene, name: DocumentName) -> tuple[str, ...] | None:
    """«подписано российско-монгольское | соглашение»: between the two states, or nobody where they are not named."""
    before = scene.tokens[leading(scene.tokens, name.first, scene.sentence.first, DESCRIBING) + 1 : name.first]
    token = next((token for token in before if is_of_two_states(token)), None)
    return places_of_pair(scene.context, token) if token is not None else None


def _signed_before(scene: Scene, name: DocumentName) -> tuple[str, ...]:
    """«… соглашение между Омском и Брестом. | Подписание соглашения прошло в рамках визита …»: the sides of the one
    told just before, whoever else is there."""
    lead = scene.tokens[name.first - 1]
    if name.first - 1 > scene.sentence.first + 1 or lead.lemma != "подписание" or scene.before is None:
        return ()
    if name.last >= scene.sentence.last or not scene.clauses.has_verb(name.last, name.last + 1):
        return ()
    if not any(parse.case == "nomn" for parse in (lead.word.parses if lead.word is not None else ())):
        return ()
    before = scene.before
    first = document_between(scene.context, before.sentence.first, before.sentence.last)
    if first is None:
        return ()
    earlier = document_at(before.tokens, first)
    sides = own_parties(before, earlier, end_of(before, earlier)) if earlier is not None else ()
    return sides if len(sides) == 2 else ()


def _meant_beside(scene: Scene, name: DocumentName, end: int, other: str) -> str | None:
    """«соглашение | область и Армения | подписали»: what a common noun means that «и» joins to the other side."""
    for stand in meant_sides(scene, name.last, end):
        after = scene.context.tokens_in(stand.end, min(scene.sentence.end, stand.end + 4))
        if stand.place != other and after and after[0].lower == "и":
            return stand.place
    return None


def _clause_about(scene: Scene, name: DocumentName) -> tuple[int, int]:
    """The clause of the document with the one about it («соглашение, которое два города заключили»)."""
    first, last = scene.clauses.stretch_at(name.first)
    return first, scene.clauses.stretch_at(last + 1)[1] if last + 1 < scene.sentence.last else last


def _with_hub(scene: Scene, name: DocumentName, end: int, own: tuple[str, ...]) -> tuple[str, ...]:
    """«Омск подписал меморандумы с Павлодаром и Астаной»: the subject is a party to each."""
    if meant_pair(scene, *_clause_about(scene, name)):
        return own
    stands = own_stands(scene, name, end)
    half = len(own) == 1 and authority_between(scene, name, end)  # «между облисполкомом и Омском»
    if {stand.role for stand in stands} != {"with"} and not half and not _lists_those(scene, name, stands):
        return own
    hub = _hub(scene, name, own)
    return (hub, *own) if hub is not None else own


def _lists_those(scene: Scene, name: DocumentName, stands: list[Stand]) -> bool:
    """«соглашения | с десятью городами, среди которых | Тула и Псков»: named behind those whom «с» brings in."""
    if not stands or scene.is_singular(name.first):
        return False
    between = [token.lower for token in scene.context.tokens_in(scene.tokens[name.last].start, stands[0].start)]
    brought = next((i for i, word in enumerate(between) if word in {"с", "со"}), len(between))
    return not _LISTING.isdisjoint(between[brought:])


_LISTING = frozenset({"среди", "числе", ":"})


def _hub(scene: Scene, name: DocumentName, own: tuple[str, ...]) -> str | None:
    """Whose documents with others they are: named before them, meant by «город», or the document's own."""
    start = scene.tokens[name.first].start
    sides = [s for s in named_sides(scene, *scene.span) if s.start < start and s.role != "with"]
    before = [stand.place for stand in sides if stand.place not in own]
    owner = owner_of_ties(scene) if len(before) > 1 else None
    if owner in before:  # «Брест – побратим | Омска, | договор с Гомелем …»
        return owner
    meant = [s.place for s in meant_sides(scene, scene.sentence.first, name.first) if s.place not in own]
    told = [*before, *_of_pronoun(scene, own), *meant, *_hub_before(scene, own), *_of_signing_before(scene, own)]
    return next(iter(told), None) or outer_hub(scene, list(own))


def _of_signing_before(scene: Scene, own: tuple[str, ...]) -> list[str]:
    """«Договор подписали мэры Омска и Бреста. | Также | подписаны меморандумы с Тарой и Лидой»: the side of what was
    signed just before that the text is about most."""
    before = scene.before
    added = any(token.lower in _ADDING for token in scene.tokens[scene.sentence.first : scene.sentence.last])
    if before is None or not added or not [*before.trigger_verbs("signing")]:
        return []
    first = document_between(scene.context, before.sentence.first, before.sentence.last)
    name = document_at(before.tokens, first) if first is not None else None
    sides = parties_of(before, name, end_of(before, name)) if name is not None else ()
    return [place for place in scene.stands_of_document.focus if place in sides and place not in own][:1]


_ADDING = frozenset({"также", "тоже", "ещё", "еще"})


def _of_pronoun(scene: Scene, own: tuple[str, ...]) -> list[str]:
    """«С мэром Омска | он | подписал договор»: the place of the official of the sentence before."""
    place = scene.stands_of_document.place_of_person.get(scene.antecedent or "")
    return [place] if place is not None and place not in own else []


def _hub_before(scene: Scene, own: tuple[str, ...]) -> list[str]:
    """Whose documents they are, as the sentence before tells: «Брест стал партнёром Омска. Такие же соглашения
    заключены с Варной», «Беларусь связана договорами со многими. Соглашение с Омском действует с 1999 года»."""
    before = scene.before
    if before is None:
        return []
    owner = owner_of_ties(before)
    if owner is not None:
        return [owner]
    if abroad := side_of_tie_before(scene, own):
        return abroad
    contain = scene.stands_of_document.contain
    subjects = [s for s in named_sides(before, *before.span) if s.role == "other" and s.kind == "place"]
    places = list(dict.fromkeys(s.place for s in subjects if s.place not in own and not _is_of(before, s)))
    return places if len(places) == 1 and not any(contain(places[0], place) for place in own) else []


def _is_of(scene: Scene, stand: Stand) -> bool:
    """«субъекты | России», «дружба Омска и | Бреста»: the noun before has the place as its attribute."""
    before = scene.context.tokens_in(scene.sentence.start, stand.start)
    if len(before) > 1 and before[-1].lower == "и":
        joined = next((s for s in named_sides(scene, *scene.span) if s.end == before[-2].end), None)
        return joined is not None and _is_of(scene, joined)
    name = scene.context.tokens_in(stand.start, stand.end)[-1].word
    if not before or before[-1].word is None or name is None:
        return False
    return before[-1].word.pos == "NOUN" and name.is_case("gent")
