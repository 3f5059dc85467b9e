"""Between whom a document is, and who put their names under it."""

from __future__ import annotations

from pobratim.reading.names.places.adjectives import is_of_two_states, places_of_pair
from pobratim.reading.once import once
from pobratim.reading.records.clauses import has_lemma_between, span_between
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
    bodies_of_people,
    companies_of,
    follows_with,
    is_signed_by_another,
    is_with_body,
    place_and_body_between,
    signed_for_body,
    signing_companies,
)
from pobratim.reading.records.sides.further_bodies import with_signer_before
from pobratim.reading.records.sides.hubs import outer_hub, owner_of_ties, side_of_tie_before
from pobratim.reading.records.sides.meant import meant_pair, meant_sides, or_twins
from pobratim.reading.records.sides.named import is_of_unnamed, named_sides, one_taking_part, only_tells
from pobratim.reading.records.sides.own import JOINING, own_parties, own_stands
from pobratim.reading.records.sides.pairs import in_a_row, pair_before, tie_before
from pobratim.reading.records.sides.reach import end_of
from pobratim.reading.records.sides.sorts import of_one_sort
from pobratim.reading.records.stand import Stand
from pobratim.reading.text.segments import DESCRIBING, leading

_TAKING_PART = frozenset({"other", "with", "between"})


def parties_of(scene: Scene, name: DocumentName, end: int, *, signed: bool = True) -> tuple[str, ...]:
    """The places (or companies) in its own words, else those of the sentence, else the document's pair.

    The bodies of a sentence are sides only of what is ``signed`` in it; what is done under a document tells nothing.
    """
    return of_one_sort(scene, _parties(scene, name, end, signed=signed))


def _parties(scene: Scene, name: DocumentName, end: int, *, signed: bool) -> tuple[str, ...]:
    own = own_parties(scene, name, end)
    if (only := one_taking_part(scene)) is not None:
        return (only,)
    if told_before := _signed_before(scene, name):
        return told_before
    if signed and (both := place_and_body_between(scene, name, end)):
        return tuple(both)
    inside = (mention for mention in scene.organizations if name.last <= mention.first < end)
    told = signed or any(follows_with(scene, mention) for mention in inside)
    bodies = bodies_between(scene, name, end)
    if told and not bodies and not _another_between(scene, end):
        bodies = signing_companies(scene, name.first) or bodies_of_people(scene)
    companies = companies_of(scene, name) if told and not _another_between(scene, end) else []
    if companies and not own and (further := with_signer_before(scene, name)):
        return further
    if name.kind == "contract" and len(bodies) < 2:
        bodies = companies
        if not bodies:
            return ()
    if len(bodies) >= 2 and (len(own) < 2 or bodies == bodies_between(scene, name, end)):
        return tuple(bodies)
    if (bodies or between_at(scene, name, end) is not None) and not own and bodies_follow(scene, name, end):
        return ()  # «протокол между заводом «Луч» и омским фондом»: one of the bodies is not known
    joined = _with_hub(scene, name, end, own)
    if len(joined) >= 2:
        return joined
    clause = span_between(scene, *scene.clauses.stretch_at(name.first))
    until = _until_next(scene, end)
    joined_to = (s for s in named_sides(scene, *clause) if s.role == "with" and s.start < until)
    with_whom = tuple(dict.fromkeys(stand.place for stand in joined_to))
    one_each = len(with_whom) == 1 or (len(with_whom) > 1 and not scene.is_singular(name.first))
    if not own and one_each and not companies and (hub := _hub(scene, name, with_whom)) is not None:
        return hub, *with_whom
    between = tuple(dict.fromkeys(s.place for s in named_sides(scene, clause[0], until) if s.role == "between"))
    if len(between) == 2 and set(own) <= set(between):
        return between
    if not own and bodies_act(scene, name):
        return tuple(bodies_before(scene) or bodies_meant(scene))
    if not own and (there := _of_occasion(scene, name)):
        return there
    meant = meant_pair(scene, *_clause_about(scene, name))
    if not meant and not named_sides(scene, *clause):
        meant = meant_pair(scene, scene.sentence.first, name.first)  # «районы переписывались, а позже подписали …»
    if meant and set(own) <= set(meant):
        return meant
    stands = [s for s in named_sides(scene, *scene.span) if s.start < until]
    strong = [s.place for s in stands if s.kind != "place" and not only_tells(scene, s)]
    everywhere = tuple(dict.fromkeys([*own, *strong]))
    if len(everywhere) < 2:
        weak = (s.place for s in stands if s.role in _TAKING_PART and not only_tells(scene, s))
        everywhere = tuple(dict.fromkeys([*everywhere, *weak]))
    if len(everywhere) == 2 and hold_forum(scene, everywhere):
        everywhere = ()
    if len(everywhere) >= 2:
        return everywhere[:2] if len(everywhere) > 4 and not in_a_row(scene, everywhere) else everywhere
    if not everywhere and (states := _of_states(scene, name)) is not None:
        return states
    if companies and scene.speaker is None and (len(companies) > 1 or acts_itself(scene, companies[0])):
        return tuple(dict.fromkeys([*everywhere, *companies]))
    if not everywhere and (bodies := bodies_before(scene) or bodies_meant(scene)):
        return tuple(bodies)
    if between_at(scene, name, end) is not None and len(own) < 2 and not between_known(scene, name, end):
        return own
    if (everywhere and (signed_for_body(scene) or is_signed_by_another(scene, name))) or is_with_body(scene, name, end):
        return everywhere  # «мэр Омска и директор музея подписали»: the other side is the museum
    if any(stand.kind == "place" and is_of_unnamed(scene, stand) for stand in scene.outer_stands):
        return everywhere  # «с районом Минской области»: the other side has no name here
    if len(everywhere) == 1 and (side := _meant_beside(scene, name, end, everywhere[0])) is not None:
        return side, *everywhere
    pair = tie_before(scene, everywhere) if everywhere else pair_before(scene)
    if not everywhere and has_lemma_between(scene, name.first, end, partnerships().twin):
        pair = or_twins(scene, pair)  # «(Омск и Брест станут побратимами.) Договор о побратимстве готов»
    pair = pair or scene.stands_of_document.pair
    if not everywhere and hold_forum(scene, pair):
        return ()
    if set(everywhere) <= set(pair):
        return tuple(pair)
    contain = scene.stands_of_document.contain
    focus = scene.stands_of_document.focus
    others = [place for place in focus if not any(place == one or contain(place, one) for one in everywhere)]
    return (*everywhere, others[0]) if len(everywhere) == 1 and others else everywhere


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


def hold_forum(scene: Scene, pair: tuple[str, ...]) -> bool:
    """«Соглашение подписано на форуме регионов | Беларуси и России»: two lands that only the forum's name tells."""
    forums = scene.with_lemmas(_FORUMS)
    if not forums or any(scene.context.by_id[place].type != "country" for place in pair):
        return False
    told = [scene.index_at(stand.start) for stand in scene.stands if stand.place in pair]
    return bool(told) and all(
        any(at - _NAMED_AFTER <= forum < at and not scene.clauses.has_verb(forum + 1, at) for forum in forums)
        for at in told
    )


_FORUMS = frozenset({"форум", "съезд"})
_NAMED_AFTER = 6
"""Tokens from «форум» to the second land of its name."""


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


def _until_next(scene: Scene, end: int) -> int:
    """The character where the next document of the sentence begins, «между» of which tells nothing of this one, or
    «, а с Брестом – план»."""
    following = document_between(scene.context, end, scene.sentence.last)
    last = scene.sentence.last - 1 if following is None else following
    contrast = next((i for i in range(end + 1, last) if _contrasts(scene, i)), None)
    return scene.tokens[last if contrast is None else contrast - 1].end


def _contrasts(scene: Scene, index: int) -> bool:
    """«…, | а | с Брестом – план»."""
    words = [token.lower for token in scene.tokens[index - 1 : index + 2]]
    return words[:2] == [",", "а"] and words[2] in JOINING


@once
def _another_between(scene: Scene, end: int) -> bool:
    """«протокол | и договор между больницами»: the bodies of the document behind are not those of this one."""
    if end >= scene.sentence.last or scene.sentence.first >= end:
        return False
    following = document_between(scene.context, end, scene.sentence.last)
    return following is not None and any(
        token.lower == "между" for token in scene.tokens[following : scene.sentence.last]
    )


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
    if {stand.role for stand in stands} != {"with"} and not half:
        return own
    hub = _hub(scene, name, own)
    return (hub, *own) if hub is not None else own


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
