"""Authorities and institutions by the word at their head: «Бобруйский горисполком», «мэрия Казани»,
«министерство промышленности Беларуси», «Минское отделение Белорусской торгово-промышленной палаты»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name, beyond, nationalities
from pobratim.reading.names.organizations.complements import HONOURING, Complement, complement, stands_abroad
from pobratim.reading.names.organizations.heads import (
    adjectival,
    adjectives_before,
    by_first,
    gender_of,
    generic,
    governs,
    heads_in,
    in_genitive,
    institutions,
    masculine,
    phrase,
    plural,
    proper_adjective,
    small_caps,
    spelled,
    tidy,
    words,
)
from pobratim.reading.names.organizations.known import known_names
from pobratim.reading.names.organizations.quoted import CLOSE, OPEN
from pobratim.reading.names.places.gazetteer import fold, of_a_town
from pobratim.reading.names.places.genitives import genitive, town_adjective
from pobratim.reading.once import union
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.segments import Layout, Sentence, Token

RULED = 85


# ---------------------------------------------------------------- executive committees

_COMMITTEE = re.compile(r"(?P<front>[а-яё]*?)(?P<kind>гор|рай|обл)?исполком$")
_GOVERNING = ("исполком", "комитет", "орган")
_KINDS = {"гор": "городской", "рай": "районный", "обл": "областной"}
_SHORT = {full: short for short, full in _KINDS.items()}


def committees(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """«Бобруйского горисполкома», «Оршанский районный исполнительный комитет»: one authority, two names."""
    tokens = layout.tokens
    starts = by_first(places)
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if token.word is None or not (token.lemma.endswith(_GOVERNING) or token.lower == "министров"):
                continue
            if match := _COMMITTEE.match(token.lemma):
                kind = match["kind"] or ""
                if match["front"]:
                    yield Name(i, i + 1, "organization", token.lemma.capitalize(), RULED)
                elif i > sentence.first and (proper_adjective(tokens[i - 1]) or _of_town(tokens[i - 1], kind)):
                    yield _committee(tokens, i - 1, i + 1, kind)
                else:
                    yield from with_place(tokens, sentence, i, i + 1, starts)
            elif (
                token.lemma == "комитет"
                and i - 1 > sentence.first
                and tokens[i - 1].lemma == "исполнительный"
            ):
                kind = _SHORT.get(tokens[i - 2].lemma, "")
                first = i - 3 if kind else i - 2
                if first >= sentence.first and (proper_adjective(tokens[first]) or _of_town(tokens[first], kind)):
                    yield _committee(tokens, first, i + 1, kind)
                elif kind:
                    yield from with_place(tokens, sentence, i - 2, i + 1, starts)
            elif token.lemma == "орган" and i > sentence.first and tokens[i - 1].lemma == "исполнительный":
                power = [t.lower for t in tokens[i + 1 : i + 3]] == ["государственной", "власти"]
                yield from with_place(tokens, sentence, i - 1, i + 3, starts) if power else ()
            elif token.lower == "министров" and i > sentence.first and tokens[i - 1].lemma in ("кабинет", "совет"):
                yield from with_place(tokens, sentence, i - 1, i + 1, starts)


def _of_town(adjective: Token, kind: str) -> bool:
    """«гродненского облисполкома» in small letters, not «городского исполкома» or «белорусского горисполкома»."""
    if not kind or adjective.word is None or not adjective.text.islower():
        return False
    lemmas = adjective.word.lemmas
    return adjective.lemma.endswith(("ский", "цкий")) and lemmas.isdisjoint(nationalities() | _OF_NO_TOWN)


_OF_NO_TOWN = frozenset({"городской", "областной", "районный", "соседский", "братский", "здешний"})


def _committee(tokens: Sequence[Token], first: int, last: int, kind: str) -> Name:
    adjective = masculine(small_caps(tokens[first].text))
    adjective = adjective[:1].upper() + adjective[1:]
    full = " ".join(part for part in (adjective, _KINDS.get(kind, ""), "исполнительный комитет") if part)
    short = f"{adjective} {kind}исполком"
    known = known_names().get(fold(short)) or known_names().get(fold(full))
    names = list(known.names) if known else [short, full]
    shown = full if last - first > 2 else short
    return Name(first, last, "organization", shown, RULED, aliases=tuple(n for n in names if n != shown))


# ---------------------------------------------------------------- a head, adjectives, what follows


def headed(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """Authorities, ministries, chambers, institutions: a head with a capital adjective, a place, or what
    it looks after."""
    starts = by_first(places)
    covered = {i for place in places for i in range(place.first, place.last)}
    end = 0
    for i, head in heads_in(layout).items():
        if i in covered or i < end:
            continue
        sentence = layout.sentence_at(layout.tokens[i].start)
        name = _headed_at(layout.tokens, sentence, i, head, starts)
        if name is not None:
            yield name
            end = name.last


def _headed_at(
    tokens: Sequence[Token], sentence: Sentence, i: int, head: str, starts: dict[int, Name]
) -> Name | None:
    """The name whose head is token ``i``, if what stands around it makes one."""
    first = adjectives_before(tokens, i, sentence.first)
    if _is_another_matter(tokens, sentence.first, i, head, first):
        return None
    authority = head in words("authority", "heads") or _people_s_committee(tokens, i, head)
    found = with_place(tokens, sentence, first, i + 1, starts) if authority else iter(())
    if name := next(found, None):
        return name
    subject = _makes_things(tokens, first, i, head)
    about = complement(tokens, head, i + 1, sentence.last, starts, subject=subject)
    if not _makes_a_name(tokens, sentence, first, i, head, about):
        return None
    if head in words("authority", "parts") and _within_authority(tokens[i + 1 : about.end]):
        return None
    if tokens[about.end - 1].text.islower() and tokens[about.end - 1].lemma == "делегация":
        return None  # «Первая группа южной делегации»
    text = phrase(tokens[first : i + 1])
    if fold(text) in beyond() or fold(f"{text} {spelled(tokens[i + 1 : about.end])}") in words("authority", "nobody"):
        return None
    rest = [spelled(tokens[i + 1 : about.end], small=True)] if about.end > i + 1 else []
    return Name(
        first,
        about.end,
        "organization",
        tidy(" ".join([text, *rest])),
        RULED - (0 if about.seat or first < i else 10),
        aliases=tuple(tidy(" ".join([full, *rest])) for full in _expanded(text)),
        seat=about.seat,
        inner=list(about.inner),
    )


def _people_s_committee(tokens: Sequence[Token], i: int, head: str) -> bool:
    """«народный комитет провинции»: the authority of a place in Vietnam."""
    return head == "комитет" and i > 0 and tokens[i - 1].lemma == "народный"


def _makes_things(tokens: Sequence[Token], first: int, i: int, head: str) -> bool:
    """May any genitive behind the head say what it makes («Брестский завод бытовых приборов»)? Not where an
    adjective says so already («Минским тракторным заводом»), nor where the head is a doer or receiver."""
    between = [token.lemma for token in tokens[first + 1 : i]]
    return (
        (first < i or (tokens[i].capital and i > 0 and tokens[i - 1].word is not None))
        and head in union(words("company", "heads"), words("institution", "heads"))
        and all(lemma in words("authority", "generic") for lemma in between)
        and not _only(tokens[i], "datv", "ablt")
    )


def _only(token: Token, *cases: str) -> bool:
    """Can the token stand in none but these cases?"""
    return token.word is not None and all(p.case in cases for p in token.word.parses if p.pos == "NOUN")


def _is_another_matter(tokens: Sequence[Token], start: int, i: int, head: str, first: int) -> bool:
    """«заводы» are none in particular (but «Ижорские заводы» are); «субъекты Федерации» and executive committees
    are not looked for here."""
    before = tokens[i - 1].lemma if i else ""
    return (
        (_several(tokens, start, i) and not (first < i and first > start and head in words("authority", "many")))
        or (head == "федерация" and before == "субъект")
        or (head == "комитет" and before == "исполнительный")
        or (head == "правительство" and before == "дом")  # a building
        or (head == "центр" and before in ("административный", "областной", "районный", "краевой", "исторический"))
        or (first < i and bool(_COMMITTEE.match(head)))
    )


def _several(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Is the head a plural, by itself or by its adjective («торгово-промышленные палаты»)?"""
    before = tokens[i - 1].word if i > start and not tokens[i].capital and adjectival(tokens[i - 1]) else None
    numbers = {p.number for p in before.parses if p.pos in ("ADJF", "PRTF")} if before is not None else set()
    return plural(tokens[i]) or numbers == {"plur"}


def _makes_a_name(
    tokens: Sequence[Token], sentence: Sentence, first: int, i: int, head: str, about: Complement
) -> bool:
    """Is it a name, and not «Американская компания», «городской совет», «компания «Луч»»?"""
    authority, qualified = head in words("authority", "heads"), first < i
    alone = about.end == i + 1
    if about.end < sentence.last and tokens[about.end].text in '«"“„' and not authority:
        return False  # the name stands in the quotation marks behind
    of_people = not alone and tokens[i].capital and head in words("bare", "whose")  # «Хурал представителей граждан»
    if authority and not about.inner and generic(tokens[first:i]) and not of_people:
        return False
    if first == sentence.first and first < i and about.seat is None and _begins_sentence(tokens, first, i, alone):
        return False
    if qualified and alone and tokens[first].lemma in words("visited", "common"):
        return False  # «Новый завод», «Средняя школа»
    if qualified:
        return authority or not alone or head in institutions()
    if not alone and tokens[i + 1].lower in HONOURING and head in institutions():
        return True
    if head == "министерство" and not alone:
        return True
    plain = head in words("authority", "plain")
    capital = tokens[i].capital and i > sentence.first and not tokens[i].text.isupper()
    named = tokens[i].capital and (authority or head in words("authority", "seated"))
    seated = about.seat is not None and (plain or named)
    return not alone and (capital or seated)


def _within_authority(behind: Sequence[Token]) -> bool:
    """Is it a part of an authority named behind it («управление культуры | администрации Тамбова»)?"""
    committee = any(a.lemma == "исполнительный" and b.lemma == "комитет" for a, b in pairwise(behind))
    return committee or any(governs(token) and in_genitive(token) for token in behind)


def _begins_sentence(tokens: Sequence[Token], first: int, head: int, alone: bool) -> bool:
    """Has the adjective its capital because the sentence begins («Рабочая группа по …», «Новый завод»)?"""
    adjective = tokens[first].lemma
    if first + 1 == head and alone:
        return adjective in nationalities() or not of_a_town(adjective)
    return not adjective.endswith(("ский", "цкий")) and adjective not in words("authority", "generic")


def _expanded(head: str) -> list[str]:
    """«Псковская гордума» in full: «Псковская городская Дума»."""
    front, _, last = head.rpartition(" ")
    full = _in_full().get(last.lower())
    if not full:
        return []
    if front and not _same_gender(front, full):
        front = inflect(front.split()[0], "nomn", "sing", gender_of(full), like="ADJF")
    return [f"{front} {full}".strip()]


@cache
def _in_full() -> dict[str, str]:
    return dict(load_toml("organizations/words.toml")["authority"]["expanded"])


def _same_gender(adjective: str, name: str) -> bool:
    return gender_of(adjective) == gender_of(name)


def with_place(
    tokens: Sequence[Token], sentence: Sentence, first: int, last: int, starts: dict[int, Name]
) -> Iterator[Name]:
    """An authority at tokens ``first`` to ``last`` with the place that follows it, if one does."""
    at, quoted = last, False
    while at < sentence.last and at - last < 5:
        token = tokens[at]
        if at > last and not quoted and token.text in OPEN:  # «городского округа «Город Энск»»
            quoted = True
        elif token.lower not in words("authority", "between") and not (
            token.text == "." and tokens[at - 1].lower in ("го", "мо")
        ):
            break
        at += 1
    place = starts.get(at) or starts.get(last)
    if place is None or (place.first == last and not in_genitive(tokens[last])):
        return
    if tokens[last - 1].lemma == "префектура" and place.country != "RU":
        return  # «губернатор префектуры Акита»: a region
    if tokens[place.first - 1].lower == "района" and place.last - place.first > 1:
        return  # «администрации муниципального района Энский район»
    head = phrase(tokens[first:last])
    end, inner = place.last, [place]
    quoted = quoted and end < sentence.last and tokens[end].text in CLOSE
    if quoted:
        end += 1
    if end < sentence.last and stands_abroad(tokens, tokens[last - 1].lemma, end, starts):
        inner.append(starts[end + 1])
        end = inner[-1].last
    whole = spelled(tokens[last:end], small=True)
    names = [f"{head} {whole}"]
    if in_genitive(tokens[place.first]):  # «администрация города Бреста» is that of Brest
        shown = [small_caps(t.text) for t in tokens[place.first : end] if t.lemma != "город"]
        names.insert(0, " ".join([head, *shown]))
    elif quoted or tokens[place.first - 1].text == "г.":
        names.insert(0, f"{head} {genitive(place.name)}")  # «администрация г. Витебск»
    if place.geonames and place.type == "city" and place.last - place.first > 1:
        names.append(f"{head} {genitive(place.name)}")  # «администрация столицы Абхазии»
    if tokens[last - 1].lemma.endswith("исполком") and (adjective := town_adjective(place.name)):
        names.append(f"{adjective} {tokens[last - 1].lemma}")  # «горисполком Борисова» is the Борисовский one
    yield Name(
        first,
        end,
        "organization",
        names[0],
        RULED,
        aliases=tuple(dict.fromkeys(names[1:])),
        seat=place,
        inner=inner,
    )
