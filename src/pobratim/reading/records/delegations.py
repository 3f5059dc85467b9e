"""Who comes for a place: «делегация Омска», «гости из Омска», «омские коллеги», «омичи»; and the lands of towns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pobratim.reading.context import Context, Mention
from pobratim.reading.names.places.adjectives import is_made_from, place_meant, place_of_adjective, place_of_country
from pobratim.reading.names.places.inhabitants import place_of_inhabitants
from pobratim.reading.once import union
from pobratim.reading.records.authorities import is_authority
from pobratim.reading.records.lexicon import events, listed
from pobratim.reading.records.place_kinds import PLACE_NOUNS, TWIN_NOUNS
from pobratim.reading.records.titles.heads import lists
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import Sentence, Token


@dataclass(frozen=True, slots=True)
class Coming:
    """Tokens ``first`` to ``last`` (excluded) that stand for a place."""

    first: int
    last: int
    place: str


_OVER = frozenset({"из", "город", "регион", "город-побратим", "побратим"})
"""Words between those who come and their place: «делегация города Омска», «гости из Омска»."""


def delegations(context: Context, sentence: Sentence, covered: set[int]) -> Iterator[Coming]:
    """«делегация (города) Омска», «врачи из Омска», «омская делегация», «белорусская сторона», «омичи».

    Tokens already ``covered`` by titles are left out; those of the delegations are added.
    """
    tokens = context.layout.tokens
    places = {m.first: m for m in context.places_in(sentence.start, sentence.end)}
    for index in range(sentence.first, sentence.last):
        word = tokens[index].word
        if word is None or index in covered:
            continue
        if word.lemmas.isdisjoint(events().delegation):
            coming = _people_of_place(context, places, index, sentence)
            if coming is not None:
                covered.update(range(coming.first, coming.last))
                yield coming
            continue
        own = place_meant(context, tokens[index - 1]) if "сторона" in word.lemmas and index > sentence.first else None
        mention = _place_after(context, places, index + 1, sentence) if own is None else None
        if mention is not None:
            covered.update(range(index, mention.last))
            yield Coming(index, mention.last, mention.entity)
        elif (twin := _twin_after(context, index + 1, sentence)) is not None:
            covered.update(range(index, twin[0]))
            yield Coming(index, *twin)
        elif index > sentence.first:
            place = place_meant(context, tokens[index - 1])
            if place is not None:
                if word.lemmas & _GROUPS:
                    yield from _by_adjectives_before(context, index - 1, sentence)
                yield Coming(index - 1, index + 1, place)


def from_list(context: Context, sentence: Sentence) -> Iterator[Coming]:
    """«первые лица городов-побратимов: | Омска (и Бреста)», «делегации трёх городов – | Омска …»: the first of a list
    of those whose people come."""
    tokens = context.layout.tokens
    for mention in context.places_in(sentence.start, sentence.end):
        at = mention.first - 1
        while at > sentence.first and (_is_adjective(tokens[at]) or tokens[at].lower in _CALLED):
            at -= 1
        if tokens[at].text not in _LISTING or at <= sentence.first:
            continue
        noun = tokens[at - 1].word
        if noun is None or noun.lemmas.isdisjoint(TWIN_NOUNS | PLACE_NOUNS):
            continue
        if not any(parse.case == "gent" and parse.number == "plur" for parse in noun.parses):
            continue
        back = range(at - 2, max(sentence.first, at - 2 - _BACK) - 1, -1)
        head = next((i for i in back if _is_people(tokens, i)), None)
        if head is not None and not context.places_in(tokens[head].start, tokens[at].start):
            yield Coming(head, mention.last, mention.entity)


_GROUPS = listed("sides", "groups")
"""Nouns of which each adjective has its own: «омская и брестская делегации»."""


def _by_adjectives_before(context: Context, index: int, sentence: Sentence) -> Iterator[Coming]:
    """«омская, | тарская | и брестская делегации»: the adjectives in one row before the one at ``index``."""
    tokens = context.layout.tokens
    at = index - 2
    while at >= sentence.first and tokens[at + 1].lower in {"и", ","}:
        place = place_meant(context, tokens[at])
        if place is None:
            return
        yield Coming(at, at + 1, place)
        at -= 2


_LISTING = frozenset({":", "–", "—", "-"})
_CALLED = frozenset({"города", "городов", "город"})
_BACK = 4
"""Words between those who come and the common noun of their places."""


def _is_people(tokens: list[Token], index: int) -> bool:
    """«делегации», «представители», «главы», «первые лица»."""
    word = tokens[index].word
    if word is None or word.pos != "NOUN":
        return False
    first = "лицо" in word.lemmas and tokens[index - 1].lower.startswith("перв")
    return first or not word.lemmas.isdisjoint(union(events().delegation, lists().representing))


def _is_adjective(token: Token) -> bool:
    return token.word is not None and token.word.is_pos("ADJF")


def lands(context: Context, sentence: Sentence) -> Iterator[Coming]:
    """«на Оршанщине», «по Смоленщине», «на Лидчине»: the land around a place that the text names."""
    tokens = context.layout.tokens
    for index in range(sentence.first, sentence.last):
        word = tokens[index].word
        if word is None or not tokens[index].capital or not word.lemma.endswith(_LANDS):
            continue
        adjective = word.lemma.removesuffix("щина").removesuffix("чина")
        names = [e for e in context.found.entities if e.type in {"region", "city"}]
        around = [e for e in names if any(is_made_from(adjective + end, e.name) for end in ("ский", "цкий"))]
        if around and not context.mentions_in(tokens[index].start, tokens[index].end):
            yield Coming(index, index + 1, around[0].id)


_LANDS = ("щина", "чина")
"""«Смоленщина», «Лидчина»."""


def _people_of_place(
    context: Context, places: dict[int, Mention], index: int, sentence: Sentence
) -> Coming | None:
    """«борцы из Омска», «педагоги Омска», «группа врачей из Омска»; «омичи»."""
    word = context.layout.tokens[index].word
    if word is None or word.pos != "NOUN" or index in places:
        return None
    following = context.layout.tokens[index + 1 : index + 2]
    people = [parse.number == "plur" and "anim" in parse.tags for parse in word.parses]
    from_there = bool(following) and following[0].lower == "из"  # «учителя» are one or many, «учителя из Омска» many
    if any(people) and (from_there or (people[0] and word.lemmas.isdisjoint(events().residents))):
        mention = _place_after(context, places, index + 1, sentence)
        if mention is not None:
            return Coming(index, mention.last, mention.entity)
    if not people or not people[0]:
        return None
    before = place_of_adjective(context, context.layout.tokens[index - 1]) if index > sentence.first else None
    if before is not None:
        return Coming(index - 1, index + 1, before)  # «омские шахматисты»
    home = place_of_inhabitants(context, context.layout.tokens[index])
    return Coming(index, index + 1, home) if home else None


def leaders(context: Context) -> Iterator[tuple[str, str]]:
    """«могилёвская делегация во главе с …»: who leads a delegation stands for its place, whatever the office."""
    tokens = context.layout.tokens
    for sentence in context.layout.sentences:
        places = {m.first: m for m in context.places_in(sentence.start, sentence.end)}
        for index in range(sentence.first, sentence.last - 3):
            if tokens[index].lower != "во" or tokens[index + 1].lower != "главе":
                continue
            led = context.mentions_in(tokens[index].start, sentence.end, "person")
            for group in range(index - 1, max(sentence.first, index - 6) - 1, -1):
                word = tokens[group].word
                if word is None or "делегация" not in word.lemmas:
                    continue
                mention = _place_after(context, places, group + 1, sentence)
                before = place_of_adjective(context, tokens[group - 1]) if group > sentence.first else None
                home = mention.entity if mention is not None else before
                if led and home is not None:
                    yield led[0].entity, home
                break


def _place_after(context: Context, places: dict[int, Mention], index: int, sentence: Sentence) -> Mention | None:
    """The place in «(делегация) города Омска», «(гости) из Омска», «(делегация) правительства области»: some
    words on at most.
    """
    tokens = context.layout.tokens
    people = tokens[index - 1].word is not None and not tokens[index - 1].word.lemmas.isdisjoint(_OF_PEOPLE)  # type: ignore[union-attr]
    for step in range(7 if people else 5):
        if index + step >= sentence.last:
            return None
        if index + step in places:
            return places[index + step]
        word = tokens[index + step].word
        body = _seat_of_body(context, index + step) if people else None
        if body is not None:
            from_there = tokens[min(body.last, sentence.last - 1)].lower == "из"  # «городского Совета | из Лиды»
            return places.get(body.last + 1, body) if from_there else body
        joins = people and word is not None and word.form == "и" and step > 0
        if word is None or not (joins or word.is_pos("ADJF") or word.lemmas & _OVER or (people and _is_whose(word))):
            return None
    return None


def _twin_after(context: Context, index: int, sentence: Sentence) -> tuple[int, str] | None:
    """«(делегация) из белорусского города-побратима»: its last token, and the one place that the adjective means."""
    tokens = context.layout.tokens
    for at in range(index, min(index + 4, sentence.last - 1)):
        following = tokens[at + 1].word
        if following is None or following.lemmas.isdisjoint(TWIN_NOUNS):
            continue
        place = place_of_country(context, tokens[at]) or place_of_adjective(context, tokens[at])
        return (at + 2, place) if place is not None else None
    return None


_OF_PEOPLE = _GROUPS | {"представитель", "депутат", "хор", "ансамбль", "оркестр", "труппа", "участник"}
"""Nouns that name after them whose or of whom they are: «делегация депутатов совета Омска», «хор ветеранов Омска»."""


def _is_whose(word: Word) -> bool:
    """«(делегация) правительства, депутатов»: a noun that can stand in the genitive."""
    return any(parse.pos == "NOUN" and parse.case == "gent" and parse.score > _LIKELY for parse in word.parses)


_LIKELY = 0.1


def _seat_of_body(context: Context, index: int) -> Mention | None:
    """«администрации Омского района» beginning at the token: the body as its place."""
    token = context.layout.tokens[index]
    for mention in context.mentions_in(token.start, token.start + _BODY, "organization"):
        seat = context.found.seats.get(mention.entity)
        if mention.first == index and seat is not None and is_authority(context.by_id[mention.entity]):
            return replace(mention, entity=seat)
    return None


_BODY = 120
"""Characters of the longest name of a body."""
