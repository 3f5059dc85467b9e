"""What follows the head of an organization's name and belongs to it: its subject, its place, its patron.

«министерство | сельского хозяйства Омской области», «комитет | по внешним связям Санкт-Петербурга»,
«Посольство | КНР в России», «театр | имени Янки Купалы».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pobratim.reading.names.names import Name, beyond, nationalities
from pobratim.reading.names.organizations.heads import (
    abbreviation,
    adjectival,
    by_first,
    described,
    governs,
    head_of,
    in_genitive,
    legal_form,
    proper_adjective,
    small_caps,
    spelled,
    words,
)
from pobratim.reading.names.people.fullnames import given_readings
from pobratim.reading.names.places.adjectives import irregular_place
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.names.places.genitives import genitive
from pobratim.reading.text.segments import Layout, Token


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a head and belongs to its name: tokens up to ``end``, the place it ends with."""

    end: int
    seat: Name | None
    inner: tuple[Name, ...]


def complement(
    tokens: Sequence[Token],
    head: str,
    start: int,
    stop: int,
    starts: dict[int, Name],
    *,
    subject: bool = False,
) -> Complement:
    """The genitive words (or «по …») that say what a body looks after, up to its place; ``subject`` where
    they may follow any head («Брестский завод | бытовых приборов»)."""
    at = end = start
    seat: Name | None = None
    inner: list[Name] = []
    about = False
    free = subject or head in words("authority", "subjects")
    while at < stop:
        token = tokens[at]
        if place := starts.get(at):
            inner.append(place)
            seat = seat or place
            end = at = place.last
            if at < stop and (at in starts or stands_abroad(tokens, head, at, starts)):
                at += at not in starts
                continue
            if (
                free
                and at + 1 < stop
                and tokens[at].text == "и"
                and at + 1 in starts
                and in_genitive(tokens[at + 1])
            ):
                at += 1
                continue
            if at < stop and tokens[at].lower == "по" and not about and not _of_manner(tokens, at, stop):
                about, at = True, at + 1
                continue
            break
        if at > start and token.lemma in words("authority", "kinds") and _names_its_place(token, at, starts):
            at += 1
            continue
        if at == start and (token.lower == "по" or (token.lower == "для" and head in words("institution", "serving"))):
            if _of_manner(tokens, at, stop):
                break
            about = True
        elif token.text in (",", "и") and at > start and at + 1 < stop:
            if (
                tokens[at + 1].capital
                or not _depends(tokens[at + 1], about=about, behind=token)
                or _another_body(tokens, at + 1, stop)
            ):
                break
        elif at + 1 < stop and (token.lower, tokens[at + 1].lower) in _FIELDS:
            about, free, at = False, True, at + 1
        elif token.lower in HONOURING:
            at = end = _honoured(tokens, at, stop)
            continue
        elif stands_abroad(tokens, head, at, starts):
            pass
        elif not _depends(token, about=about, behind=tokens[at - 1]) or not (about or free or _embedded(tokens, at)):
            break
        elif abbreviation(token) or _noun(token) or tokens[at - 1].lower == "для":
            end = at + 1  # «для престарелых»
            free = free or (at > start and token.lemma == "академия")  # «филиал Энской академии | музыки»
        at += 1
    return Complement(end, seat, tuple(inner))


def _names_its_place(kind: Token, at: int, starts: dict[int, Name]) -> bool:
    """«провинции | Хэйлунцзян», «города | Лунинец»: what the place is, its name behind."""
    return in_genitive(kind) and at + 1 in starts


def _of_manner(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """«по поручению президента», «по итогам встречи»: no field of anybody's."""
    return at + 1 < stop and tokens[at + 1].lemma in words("authority", "manner")


def _noun(token: Token) -> bool:
    return token.word is not None and any(p.pos == "NOUN" for p in token.word.parses[:3])


def _another_body(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Does the next noun head a name of its own («завода приборов и | часовой фабрики», «Совета депутатов и |
    администрации»)?"""
    while at < stop and not tokens[at].capital and adjectival(tokens[at]) and not head_of(tokens[at]):
        at += 1
    return at < stop and (
        head_of(tokens[at]) in described() or governs(tokens[at]) or tokens[at].lemma in words("authority", "parts")
    )


def _embedded(tokens: Sequence[Token], at: int) -> bool:
    """Does another name begin or go on here («отделение | Белорусской торгово-промышленной палаты»)?"""
    if abbreviation(tokens[at]) or (tokens[at].capital and tokens[at].lemma in words("authority", "departments")):
        return True
    if tokens[at].lemma in words("authority", "abroad") and in_genitive(tokens[at]):
        return True  # «отделение | посольства Беларуси в Энске»
    while at > 0 and not tokens[at].capital and adjectival(tokens[at - 1]):
        at -= 1
    return proper_adjective(tokens[at])


def stands_abroad(tokens: Sequence[Token], head: str, at: int, starts: dict[int, Name]) -> bool:
    """«Посольство КНР | в России», «Русский дом | в Белграде»."""
    return head in words("authority", "abroad") and tokens[at].lower in ("в", "во") and at + 1 in starts


_OTHER_PARTS = frozenset(
    {"PREP", "CONJ", "PRCL", "VERB", "ADJS", "PRTS", "ADVB", "INFN", "GRND", "PRED", "NPRO"}
)
_LIKELY = 0.2
_FIELDS = frozenset({("в", "сфере"), ("в", "области")})
HONOURING = frozenset({"имени", "им"})
_PARTICLES = frozenset({"и", "ван", "фон", "де", "да", "аль", "святой", "святого"})


def _honoured(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where «имени В. П. Чкалова», «им. академика Вавилова», «имени Станиславского и Немировича-Данченко» ends."""
    at = _behind_honours(tokens, at, stop)
    end = at + 1
    while end < stop and end - at < 9:
        token = tokens[end]
        if token.text == "." and not (tokens[end - 1].lower == "им" or len(tokens[end - 1].text) == 1):
            break
        particle = token.lower in _PARTICLES and end + 1 < stop and _surname_goes_on(tokens[end + 1])
        if token.lower == "и" and particle and _heads_a_name(tokens, end + 1):
            break
        if not (token.text == "." or token.capital or particle):
            break
        if token.capital and end - at > 1 and tokens[end - 1].text != "." and _begins_a_name(token):
            break  # «имени П. И. Баранова | Олег Рак»
        if token.capital and end - at > 1 and tokens[end - 1].text != "." and _is_named_with(token):
            break  # «с ректором университета имени Минина | Олегом Раком»
        if end - at > 3 and tokens[end - 1].text != "." and _is_initial(tokens, end):
            break  # «ректор университета имени П. М. Минина | О. П. Рак»
        end += 1
    return end


def _behind_honours(tokens: Sequence[Token], at: int, stop: int) -> int:
    """The last word of «имени | Героя Советского Союза», where the name of who is honoured follows; else ``at``."""
    end = at + 2 if at + 1 < stop and tokens[at + 1].text == "." else at + 1
    first = end
    while end < stop and end - first < _HONOURS:
        goes_on = end > first and tokens[end].lemma in words("honoured", "of")
        if not goes_on and tokens[end].lemma not in words("honoured", "titles"):
            break
        end += 1
    return end - 1 if first < end < stop and tokens[end].capital else at


_HONOURS = 7
"""Words between «имени» and the name."""


def _surname_goes_on(token: Token) -> bool:
    return token.capital and not abbreviation(token) and (not proper_adjective(token) or in_genitive(token))


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    return len(tokens[at].text) == 1 and at + 1 < len(tokens) and tokens[at + 1].text == "."


def _begins_a_name(token: Token) -> bool:
    """Is it a given name in the nominative?"""
    return any(option.weight > 1 and "nomn" in option.cases for option in given_readings(token.lower))


def _is_named_with(token: Token) -> bool:
    """Is it a given name in another case than the genitive of who is honoured?"""
    options = [option for option in given_readings(token.lower) if option.weight > 1]
    return bool(options) and not any({"gent", "nomn"} & option.cases for option in options)


def _heads_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Does another body begin here («имени Горького и | Центр моды», «… и | Гродненского государственного театра»)?"""
    while at + 1 < len(tokens) and adjectival(tokens[at]) and not head_of(tokens[at]):
        at += 1
    return bool(head_of(tokens[at])) or governs(tokens[at])


def _depends(token: Token, *, about: bool, behind: Token) -> bool:
    """Can it be one of the words that say what a body looks after, ``behind`` the word before it?"""
    if token.word is None or legal_form(token):
        return False
    if abbreviation(token):
        return token.lower not in words("other", "abbreviations")
    if len(token.text) < 3 or token.word.pos in _OTHER_PARTS:
        return False
    if token.capital and fold(token.lemma) in beyond():
        return in_genitive(token)  # «Совет Европы»
    if token.capital and not proper_adjective(token) and token.lemma not in words("authority", "departments"):
        return False
    if token.lemma in words("authority", "general"):
        return False  # «министерство туризма | региона»
    if not about and not token.capital and not _surely_genitive(token) and not _owned(behind, token):
        return False
    wanted = {"datv", "gent"} if about else {"gent"}
    return any(p.case in wanted and p.pos in ("NOUN", "ADJF", "PRTF") for p in token.word.parses[:6])


def _owned(adjective: Token, noun: Token) -> bool:
    """«иностранных | дел»: an adjective in the genitive makes its noun one, whatever else that may be."""
    genitive = [{p.number for p in t.word.parses if p.case == "gent"} if t.word else set() for t in (adjective, noun)]
    return adjectival(adjective) and not genitive[0].isdisjoint(genitive[1])


def _surely_genitive(token: Token) -> bool:
    """Is it more likely a genitive than a verb or a short adjective («в театре кукол», but «в театре рады»)?"""
    parses = token.word.parses if token.word else ()
    genitive = sum(p.score for p in parses if p.case == "gent")
    return genitive >= _LIKELY and not any(p.pos in _OTHER_PARTS for p in parses)


def behind_place(layout: Layout, names: Iterable[Name], places: Sequence[Name]) -> Iterator[Name]:
    """Names that go on with a place in the genitive («МИД | России», «Минсельхоз | РФ») or with whom they
    honour («ГрГУ | имени Янки Купалы»)."""
    starts = by_first(places)
    tokens = layout.tokens
    for name in with_whom_they_honour(layout, names):
        place = starts.get(name.last)
        if place is not None and in_genitive(tokens[place.first]):
            name.name = (
                f"{name.name} {' '.join(small_caps(t.text) for t in tokens[place.first : place.last])}"
            )
            name.last, name.seat, name.inner = place.last, place, [*name.inner, place]
        yield name


def with_whom_they_honour(layout: Layout, names: Iterable[Name]) -> Iterator[Name]:
    """«ГрГУ | имени Янки Купалы», «школа № 5 | им. Ленина»."""
    tokens = layout.tokens
    for name in names:
        if name.last < len(tokens) and tokens[name.last].lower in HONOURING:
            end = _honoured(tokens, name.last, len(tokens))
            name.aliases = (*name.aliases, name.name)
            name.name = f"{name.name} {spelled(tokens[name.last : end])}"
            name.last = end
        yield name


def of_a_country(layout: Layout, names: Sequence[Name]) -> None:
    """Ministries with the adjective of their country: «белорусский | Минпром» is the Минпром Беларуси too."""
    tokens = layout.tokens
    taken = {i for name in names for i in range(name.first, name.last)}
    for name in names:
        before = tokens[name.first - 1] if name.first and name.first - 1 not in taken else None
        if before is None or before.word is None or not before.text.islower() or name.seat is not None:
            continue
        if before.lemma in nationalities() and name.name.lower().startswith(("мин", "мид", "мвд")):
            name.first -= 1
            if country := irregular_place(before.lemma):
                name.aliases = (*name.aliases, f"{name.name} {genitive(country)}")
