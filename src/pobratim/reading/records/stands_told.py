"""What stands for which place in one sentence: titles, people, authorities, delegations, places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pobratim.reading.context import Context, Mention
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.delegations import delegations, from_list, lands
from pobratim.reading.records.landmarks import is_landmark, is_seat_of_mission, is_slogan
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.roles import role_before
from pobratim.reading.records.rows import locates, with_shared_roles
from pobratim.reading.records.stand import Kind, Stand
from pobratim.reading.records.titles.heads import represents
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.segments import STROKES, Sentence

if TYPE_CHECKING:
    from pobratim.reading.records.stands import Stands


def stands_of(context: Context, sentence: Sentence, stands: Stands) -> list[Stand]:
    """The stands of the sentence in its order; ``stands`` tells who holds which office in the document."""
    titles = titles_in(context, sentence)
    covered = {index for title in titles for index in range(title.first, title.last)}
    found = [*_of_titles(context, sentence, stands, titles), *_of_names(context, sentence, stands, titles, covered)]
    coming = list(delegations(context, sentence, covered))
    of_list = list(from_list(context, sentence))
    found += [_stand(context, one.first, one.last, one.place, "delegation", None) for one in (*coming, *of_list)]
    covered.update(index for one in of_list for index in range(one.first, one.last))
    found += [_stand(context, land.first, land.last, land.place, "place", None) for land in lands(context, sentence)]
    _add_places(context, sentence, covered, found)
    found = _without_sides_of_signers(context, sorted(found, key=lambda stand: (stand.start, stand.end)))
    return with_shared_roles(context, found)


def _of_titles(context: Context, sentence: Sentence, stands: Stands, titles: list[Title]) -> Iterator[Stand]:
    """«мэр Омска», «представители Омска», «учителя Омска» without a name beside: who holds the office, who comes."""
    people = context.mentions_in(sentence.start, sentence.end, "person")
    for title in titles:
        named = any(p.first <= title.last + 1 and p.last > title.last for p in people)
        beside = [p for p in people if p.last + 1 == title.first and context.layout.tokens[p.last].word is None]
        if named or any(stands.holds(p.entity, title) for p in beside):  # «Пётр Лаптев, мэр Омска»
            continue
        holder = stands.person_with(title)
        place = stands.party_of(title.place) if title.place else None
        place = place or (stands.place_of_person.get(holder) if holder else None)
        if place and represents(title.lemma):
            several = title.plural and title.lemma in _DELEGATES
            kind: Kind = "delegation" if several else "person"  # «представители Омска» come, «представитель» is one
            row = _row_of_places(context, title) if holder is None else []
            yield from _of_title(context, title, [(m, stands.party_of(m.entity)) for m in row], place, kind, holder)
        elif title.plural and _are_people_of_place(context, title):
            assert title.place is not None
            row = _row_of_places(context, title)  # «учителя Омска», «члены советов Омска | и Бреста»
            yield from _of_title(context, title, [(m, m.entity) for m in row], title.place, "delegation", None)


def _of_names(
    context: Context, sentence: Sentence, stands: Stands, titles: list[Title], covered: set[int]
) -> Iterator[Stand]:
    """«Пётр Лаптев», «мэрия Омска»: the people whose place is known, and the authorities outside of titles."""
    for mention in context.mentions_in(sentence.start, sentence.end):
        entity = context.by_id[mention.entity]
        if entity.type == "person" and entity.id in stands.place_of_person:
            place = stands.place_of_person[entity.id]
            stand = _stand(context, mention.first, mention.last, place, "person", entity.id)
            office = next((title for title in titles if title.last == mention.first), None)
            role = role_before(context, office.first, office.last, place) if office is not None else stand.role
            yield replace(stand, role=role)
        elif entity.type == "organization" and mention.first not in covered and is_authority(entity):
            seat = context.found.seats.get(entity.id)
            if seat:
                place = stands.party_of(seat)
                yield _stand(context, mention.first, mention.last, place, "organization", entity.id)


def _add_places(context: Context, sentence: Sentence, covered: set[int], found: list[Stand]) -> None:
    """The places themselves, without those that only say where a place or a body lies, or name a street."""
    places = context.places_in(sentence.start, sentence.end)
    bodies = context.mentions_in(sentence.start, sentence.end, "organization")
    bodies = [body for body in bodies if body.entity in context.found.seats]
    seated = {at: body for body in bodies for at in (body.last, body.last + 1)}
    for before, mention in zip([None, *places], places, strict=False):
        capital = _called_capital(context, before, mention)
        if capital is not None and found and found[-1].place == before.entity:  # type: ignore[union-attr]
            found[-1] = _stand(context, capital, mention.last, mention.entity, "place", None)
        elif not (
            mention.first in covered
            or _is_named_again(context, before, mention)
            or any(told(context, mention) for told in (is_landmark, is_slogan, is_seat_of_mission))
            or locates(context, seated.get(mention.first, before), mention)
        ):
            found.append(_stand(context, mention.first, mention.last, mention.entity, "place", None))


def _of_title(
    context: Context, title: Title, row: list[tuple[Mention, str]], place: str, kind: Kind, holder: str | None
) -> list[Stand]:
    """The stand of a title, or of a title in the plural one for each place of its row."""
    if not row:
        return [_stand(context, title.first, title.last, place, kind, holder)]
    (first, place), *others = row
    return [
        _stand(context, title.first, first.last, place, kind, holder),
        *(_stand(context, mention.first, mention.last, other, kind, None) for mention, other in others),
    ]


def _without_sides_of_signers(context: Context, found: list[Stand]) -> list[Stand]:
    """«со стороны России (подписал мэр Омска П. Лаптев)», «с китайской стороны – вице-мэр …»: the land only says from
    where he is whose town is the side."""
    sides = [stand for stand in found if _is_side_of_land(context, stand)]
    told = set()
    for side in sides:
        until = min((other.start for other in sides if other.start > side.start), default=None)
        behind = (s for s in found if s.start > side.end and (until is None or s.start < until))
        if any(s.kind in ("person", "organization") and context.by_id[s.place].type != "country" for s in behind):
            told.add(side.start)
    return [stand for stand in found if stand.start not in told]


def _is_side_of_land(context: Context, stand: Stand) -> bool:
    """«со стороны | России», «с | китайской стороны»."""
    if context.by_id[stand.place].type != "country" or stand.kind != "delegation":
        return False
    first = context.layout.token_index(stand.start)
    said = context.layout.tokens[max(0, first - 1)].lower in ("с", "со")
    return said and any(token.lower == "стороны" for token in context.tokens_in(stand.start, stand.end))


def _are_people_of_place(context: Context, title: Title) -> bool:
    """«учителя Омска», «члены правительства Омска», but neither «главы Омска и Бреста» nor «артисты театра Омска»."""
    of_body = title.organization is not None and not is_authority(context.by_id[title.organization])
    return bool(title.place) and not of_body and title.lemma not in events().residents


_DELEGATES = frozenset({"представитель", "делегат"})


def _called_capital(context: Context, before: Mention | None, mention: Mention) -> int | None:
    """«в столицу Бурятии | Улан-Удэ»: the token of the word for a capital, whose land only says what the city is."""
    if before is None or before.last != mention.first or context.by_id[before.entity].type == "city":
        return None
    word = context.layout.tokens[before.first - 1].word if before.first else None
    named = context.by_id[mention.entity].type == "city" and word is not None
    return before.first - 1 if named and not word.lemmas.isdisjoint({"столица", "центр"}) else None  # type: ignore[union-attr]


def _is_named_again(context: Context, before: Mention | None, mention: Mention) -> bool:
    """«Ханты-Мансийского автономного округа – | Югры»: a second name of the same place behind a dash."""
    if before is None or before.entity != mention.entity:
        return False
    between = context.layout.tokens[before.last : mention.first]
    return len(between) == 1 and between[0].text in STROKES


def _row_of_places(context: Context, title: Title) -> list[Mention]:
    """«мэры городов-побратимов Омска | и Бреста»: a title in the plural stands for each of its places."""
    tokens = context.layout.tokens
    if len(title.places) < 2 or title.organization is not None or not title.plural:
        return []
    mentions = context.places_in(tokens[title.first].start, tokens[title.last - 1].end)
    row = mentions[:1]
    row += [mention for mention in mentions[1:] if tokens[mention.first - 1].lower in {"и", ","}]
    return row if len(row) > 1 else []


def _stand(context: Context, first: int, last: int, place: str, kind: Kind, entity: str | None) -> Stand:
    tokens = context.layout.tokens
    role = role_before(context, first, last, place)
    return Stand(tokens[first].start, tokens[last - 1].end, place, kind, role, entity)
