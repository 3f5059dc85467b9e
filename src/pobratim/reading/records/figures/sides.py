"""Between whom a figure holds: the places told around what is measured, by name, adjective or «область», «регионы»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pobratim.model.reading import Span
from pobratim.reading.context import Context, Mention
from pobratim.reading.names.places.adjectives import country_of, place_of_adjective
from pobratim.reading.names.places.placenames import names_currency
from pobratim.reading.records.figures.clauses import is_part
from pobratim.reading.records.figures.measures import Clause
from pobratim.reading.records.place_kinds import KINDS, TWIN_NOUNS, is_kind
from pobratim.reading.text.segments import Token

_STOPS = frozenset({"—", "–", ":", ";", "(", "."})
_INTRODUCING = frozenset({"что", ":"})


def parties_of(clause: Clause, pair: Sequence[str]) -> tuple[str, ...]:
    """The places named with what is measured, made two from those told around and those the document is about."""
    if clause.named.metric == "population":
        return _inhabited(clause, pair)
    named, partner_of = _complements(clause)
    if len(named) >= 2:
        return named[:2]
    owner = _owner(clause, partner_of, named, pair)
    if clause.goes_on and clause.before_it is not None:
        partners = _complements(clause.before_it)[0]
        kept = tuple(place for place in parties_of(clause.before_it, pair) if place not in partners or not named)
        owner = owner or (kept[:1] if named else kept)
    told = tuple(dict.fromkeys((*owner, *named)))
    if len(told) < 2:
        near = _places(clause.context, _clause_words(clause))
        told = tuple(dict.fromkeys((*told, *(place for place in near if _is_other(clause.context, place, told)))))[:2]
    if len(told) < 2:
        far = _places(clause.context, (clause.sentence.start, _end_of_whole(clause)))
        told = tuple(dict.fromkeys((*told, *(place for place in far if _is_abroad(clause.context, place, told)))))[:2]
    abroad = [place for place in pair if _is_abroad(clause.context, place, told)]
    others = [place for place in pair if _is_other(clause.context, place, told)]
    return tuple(dict.fromkeys((*told, *abroad, *others)))[: max(2, len(told))]


def names_a_place(clause: Clause) -> bool:
    """Does the clause name a place of its own?"""
    return bool(_named_in(clause.context, clause.first, clause.last))


def _inhabited(clause: Clause, pair: Sequence[str]) -> tuple[str, ...]:
    """Whose people are counted: the place named in the clause, or «в округе» meant by its kind."""
    tokens = clause.context.layout.tokens
    near = [i for i in range(clause.first, clause.last) if tokens[i].word is not None]
    named = _named_in(clause.context, clause.first, clause.last)
    twins = tuple(place for place in named if _is_of_twin(clause, place))
    named = tuple(place for place in named if place not in twins)
    if named:
        return named[:1]
    if any(tokens[i].lower in {"нём", "нем", "ней"} for i in near):  # «Генуя – порт. В нём живут 600 тысяч»
        before = clause.context.places_in(0, tokens[clause.first].start)
        told = [m.entity for m in before if clause.context.by_id[m.entity].type != "country"]
        if told:
            return tuple(told[-1:])
    for i in near:
        kinds = KINDS.get(tokens[i].lemma)
        if kinds is not None and (own := _meant(clause.context, kinds, tokens[i].start, twins, pair)):
            return own[:1]
    around = (*_places(clause.context, (clause.sentence.start, clause.sentence.end)), *pair)
    return tuple(dict.fromkeys(place for place in around if place not in twins))[:1]


def _is_of_twin(clause: Clause, place: str) -> bool:
    """«город с населением 80 тысяч – побратим | Бреста»: not the people of Brest."""
    tokens = clause.context.layout.tokens
    told = [m for m in _mentions(clause.context, clause.first, clause.last) if m.entity == place]
    return bool(told) and all(m.first > 0 and tokens[m.first - 1].lemma in TWIN_NOUNS for m in told)


def _complements(clause: Clause) -> tuple[tuple[str, ...], list[Token]]:
    """The places right after the metric («… области с краем»), and the common nouns that mean one."""
    tokens = clause.context.layout.tokens
    last = clause.named.last
    while last < clause.last:
        word = tokens[last].word
        ends = tokens[last].text in _STOPS or tokens[last].text[0].isdigit()
        if ends or (word is not None and word.parses and word.parses[0].pos in {"VERB", "PRTS", "GRND"}):
            break
        last += 1
    first = clause.named.first if clause.goes_on else clause.named.last
    named = _named_in(clause.context, first, last)
    if clause.goes_on and not named and is_part(tokens, clause.first):
        named = _named_in(clause.context, clause.first, clause.last)  # «из которых 300 млн – с Омском»
    taken = {i for m in _mentions(clause.context, first, last) for i in range(m.first, m.last)}
    return named, [tokens[i] for i in range(first, last) if i not in taken and tokens[i].lemma in KINDS]


def _owner(clause: Clause, nouns: list[Token], named: tuple[str, ...], pair: Sequence[str]) -> tuple[str, ...]:
    """«… области с краем»: whose area it is; «… регионов»: both."""
    for token in nouns:
        kinds = KINDS[token.lemma]
        parse = token.word.parses[0] if token.word is not None and token.word.parses else None
        own = _meant(clause.context, kinds, clause.sentence.start, named, pair)
        return own[:2] if parse is not None and parse.number == "plur" else own[:1]
    return ()


def _meant(
    context: Context, kinds: tuple[str, ...], position: int, named: tuple[str, ...], pair: Sequence[str]
) -> tuple[str, ...]:
    """The places of that kind, in another country than those named and each other: of the pair, else nearest before."""
    before = [m.entity for m in context.places_in(0, position)]
    found: list[str] = []
    implied = context.found.seats.values()
    for place in (*pair, *reversed(before), *implied):
        entity = context.by_id[place]
        if is_kind(entity, kinds) and place not in named and _is_abroad(context, place, (*named, *found)):
            found.append(place)
    return tuple(dict.fromkeys(found))


def _is_abroad(context: Context, place: str, others: tuple[str, ...]) -> bool:
    """In another country than each of the others, as far as that is known."""
    country = context.by_id[place].country
    return all(country is None or context.by_id[other].country != country for other in others)


def _is_other(context: Context, place: str, others: tuple[str, ...]) -> bool:
    """Another place, and not the country that one of the others lies in."""
    if place in others:
        return False
    entity = context.by_id[place]
    return entity.type != "country" or _is_abroad(context, place, others)


def _end_of_whole(clause: Clause) -> int:
    """The sentence's end, or where a part of the amount is told («…, из которых 300 млн – с Омском»)."""
    tokens = clause.context.layout.tokens
    parted = clause.last + 2 < clause.sentence.last and is_part(tokens, clause.last + 1)
    return tokens[clause.last].start if parted else clause.sentence.end


def _clause_words(clause: Clause) -> Span:
    """The words of the clause, without who says so («Аким Семея сообщил, что …»)."""
    tokens = clause.context.layout.tokens
    first = clause.first
    for i in range(clause.named.first - 1, clause.first, -1):
        if tokens[i].lower in _INTRODUCING:
            first = i + 1
            break
    return tokens[first].start, tokens[clause.last - 1].end


def _named_in(context: Context, first: int, last: int) -> tuple[str, ...]:
    if first >= last:
        return ()
    tokens = context.layout.tokens
    return tuple(dict.fromkeys(_places(context, (tokens[first].start, tokens[last - 1].end))))


def _mentions(context: Context, first: int, last: int) -> list[Mention]:
    tokens = context.layout.tokens
    return context.places_in(tokens[first].start, tokens[last - 1].end) if first < last else []


def _places(context: Context, span: Span) -> Iterator[str]:
    """Places by name or adjective («белорусский экспорт»), in order."""
    tokens = context.layout.tokens
    mentions = context.places_in(*span)
    found = [(m.start, m.entity) for m in mentions if not names_currency(tokens, m.first)]
    for token in context.tokens_in(*span):
        place = _of_kind(context, token) or place_of_adjective(context, token)
        if place is not None and not any(m.start <= token.start < m.end for m in mentions):
            found.append((token.start, place))
    yield from (place for _, place in sorted(found))


def _of_kind(context: Context, token: Token) -> str | None:
    """«российский | регион»: the only place of that kind in the country that the text names."""
    country = country_of(token)
    if country is None:
        return None
    tokens = context.layout.tokens
    index = context.layout.token_index(token.end)
    kinds = KINDS.get(tokens[index].lemma) if index < len(tokens) else None
    if kinds is None:
        return None
    named = [e for e in context.found.entities if e.type != "country" and e.country == country and is_kind(e, kinds)]
    return named[0].id if len(named) == 1 else None
