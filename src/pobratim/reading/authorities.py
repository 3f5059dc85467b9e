"""Authorities and institutions by the word at their head: «Бобруйский горисполком», «мэрия Казани»,
«министерство промышленности Беларуси», «Минское отделение Белорусской торгово-промышленной палаты»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.declension import bases
from pobratim.reading.gazetteer import fold, of_a_town
from pobratim.reading.known import known_names
from pobratim.reading.morph import inflect, is_known, recase
from pobratim.reading.names import Name, beyond
from pobratim.reading.phrases import nominative
from pobratim.reading.segments import Layout, Sentence, Token

RULED = 85
_SKI = (
    "ский",
    "ского",
    "скому",
    "ским",
    "ском",
    "ская",
    "ской",
    "скую",
    "ское",
    "цкий",
    "цкого",
    "цкому",
    "цком",
)


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of ``organizations/words.toml``."""
    return frozenset(load_toml("organizations/words.toml")[table][key])


def small_caps(text: str) -> str:
    """A word in capitals as it is written elsewhere («МИНСКОГО» → «Минского»); abbreviations stay."""
    return text.capitalize() if text.isupper() and len(text) > 5 else text


def phrase(tokens: Sequence[Token]) -> str:
    """The words of a name with their head in the nominative."""
    texts = [small_caps(token.text) for token in tokens]
    head = texts[-1]
    if len(texts) > 1 and not is_known(head) and all(_adjectival(token) for token in tokens[:-1]):
        return " ".join(_foreign(texts, tokens))
    return " ".join(nominative(texts))


def _foreign(texts: list[str], tokens: Sequence[Token]) -> list[str]:
    """«Павлодарского городского маслихата»: a head that no dictionary has, taken for masculine."""
    cases = frozenset.intersection(*(_cases(token) for token in tokens[:-1]))
    fitting = [base for base in bases(texts[-1].lower(), "m") if base.cases & cases or not cases]
    head = recase(fitting[0].form, texts[-1]) if fitting else texts[-1]
    return [*(inflect(text, "nomn", "masc", "sing", like="ADJF") for text in texts[:-1]), head]


def _cases(adjective: Token) -> frozenset[str]:
    parses = adjective.word.parses if adjective.word else ()
    return frozenset(p.case for p in parses if p.case and p.pos == "ADJF" and p.gender == "masc")


def proper_adjective(token: Token) -> bool:
    """Is it an adjective with a capital letter («Минского»)?"""
    return (
        token.capital
        and token.word is not None
        and not token.word.form.isascii()
        and (any(p.pos == "ADJF" for p in token.word.parses[:4]) or token.lower.endswith(_SKI))
    )


def adjectives_before(tokens: Sequence[Token], head: int, start: int) -> int:
    """Where the adjectives before ``head`` begin that belong to its name: at the leftmost capitalised one
    of an unbroken row («новый Минский городской технопарк» → at «Минский»); ``head`` itself if none."""
    first = head
    at = head
    while at > start:
        token = tokens[at - 1]
        if not _adjectival(token):
            break
        at -= 1
        if proper_adjective(token):
            first = at
    return first


def generic(adjectives: Sequence[Token]) -> bool:
    """Do the adjectives alone make no name («Городской совет»)?"""
    return all(token.lemma in words("authority", "generic") for token in adjectives)


def _adjectival(token: Token) -> bool:
    return token.word is not None and (
        any(p.pos in ("ADJF", "PRTF") for p in token.word.parses[:4]) or token.lower.endswith(_SKI)
    )


def behind_place(layout: Layout, names: Iterable[Name], places: Sequence[Name]) -> Iterator[Name]:
    """Names that go on with a place in the genitive: «МИД | России», «Конгресс | США», «Минсельхоз | РФ»."""
    starts = _by_first(places)
    tokens = layout.tokens
    for name in names:
        place = starts.get(name.last)
        if place is not None and in_genitive(tokens[place.first]):
            name.name = (
                f"{name.name} {' '.join(small_caps(t.text) for t in tokens[place.first : place.last])}"
            )
            name.last, name.seat, name.inner = place.last, place, [*name.inner, place]
        yield name


def in_genitive(token: Token) -> bool:
    """May it be a genitive (an abbreviation always)?"""
    return token.text.isupper() or token.word is None or any(p.case == "gent" for p in token.word.parses)


def plural(token: Token) -> bool:
    """Is it certainly a plural («заводы», «министерств»)?"""
    nouns = [p for p in token.word.parses if p.pos == "NOUN"] if token.word else []
    return bool(nouns) and all(p.number == "plur" for p in nouns)


# ---------------------------------------------------------------- executive committees

_COMMITTEE = re.compile(r"(?P<front>[а-яё]*?)(?P<kind>гор|рай|обл)?исполком$")
_KINDS = {"гор": "городской", "рай": "районный", "обл": "областной"}
_SHORT = {full: short for short, full in _KINDS.items()}


def committees(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """«Бобруйского горисполкома», «Оршанский районный исполнительный комитет»: one authority, two names."""
    tokens = layout.tokens
    starts = _by_first(places)
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if token.word is None:
                continue
            if match := _COMMITTEE.match(token.lemma):
                kind = match["kind"] or ""
                if match["front"]:
                    yield Name(i, i + 1, "organization", token.lemma.capitalize(), RULED)
                elif i > sentence.first and proper_adjective(tokens[i - 1]):
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
                if first >= sentence.first and proper_adjective(tokens[first]):
                    yield _committee(tokens, first, i + 1, kind)
                elif kind:
                    yield from with_place(tokens, sentence, i - 2, i + 1, starts)


def _committee(tokens: Sequence[Token], first: int, last: int, kind: str) -> Name:
    adjective = inflect(small_caps(tokens[first].text), "nomn", "masc", "sing", like="ADJF")
    full = " ".join(part for part in (adjective, _KINDS.get(kind, ""), "исполнительный комитет") if part)
    short = f"{adjective} {kind}исполком"
    known = known_names().get(fold(short)) or known_names().get(fold(full))
    names = list(known.names) if known else [short, full]
    shown = full if last - first > 2 else short
    return Name(first, last, "organization", shown, RULED, aliases=tuple(n for n in names if n != shown))


# ---------------------------------------------------------------- a head, adjectives, what follows


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a head and belongs to its name: tokens up to ``end``, the place it ends with."""

    end: int
    seat: Name | None
    inner: tuple[Name, ...]


def headed(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """Authorities, ministries, chambers, institutions: a head with a capital adjective, a place, or what
    it looks after."""
    heads = words("authority", "heads") | words("authority", "departments") | _institutions()
    starts = _by_first(places)
    covered = {i for place in places for i in range(place.first, place.last)}
    tokens = layout.tokens
    for sentence in layout.sentences:
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            i += 1
            if token.word is None or token.lemma not in heads or i - 1 in covered:
                continue
            name = _headed_at(tokens, sentence, i - 1, starts)
            if name is not None:
                yield name
                i = max(i, name.last)


def _headed_at(tokens: Sequence[Token], sentence: Sentence, i: int, starts: dict[int, Name]) -> Name | None:
    token = tokens[i]
    first = adjectives_before(tokens, i, sentence.first)
    if token.lemma == "федерация" and i > sentence.first and tokens[i - 1].lemma == "субъект":
        return None
    if plural(token) or (first < i and _COMMITTEE.match(token.lemma)):
        return None
    authority = token.lemma in words("authority", "heads")
    found = with_place(tokens, sentence, first, i + 1, starts) if authority else iter(())
    if name := next(found, None):
        return name
    about = _complement(tokens, token.lemma, i + 1, sentence.last, starts)
    if about.end < sentence.last and tokens[about.end].text in '«"“„' and not authority:
        return None  # the name stands in the quotation marks behind
    if authority and not about.inner and generic(tokens[first:i]):
        return None
    if first == sentence.first and first + 1 == i == about.end - 1 and not of_a_town(tokens[first].lemma):
        return None  # «Американская компания …»: the sentence begins, and that is all
    capital = token.capital and i > sentence.first and not token.text.isupper()
    adjectival = first < i
    governs = about.seat is not None and token.lemma in words("authority", "plain")
    opening = (
        token.capital and about.seat is not None and (authority or token.lemma in words("authority", "plain"))
    )
    if not (adjectival or (about.end > i + 1 and (capital or governs or opening))):
        return None
    if adjectival and about.end == i + 1 and not authority and token.lemma not in _institutions():
        return None
    head = phrase(tokens[first : i + 1])
    if fold(head) in beyond():
        return None
    rest = [small_caps(t.text) for t in tokens[i + 1 : about.end]]
    return Name(
        first,
        about.end,
        "organization",
        _tidy(" ".join([head, *rest])),
        RULED - (0 if about.seat or adjectival else 10),
        aliases=tuple(_tidy(" ".join([full, *rest])) for full in _expanded(head)),
        seat=about.seat,
        inner=list(about.inner),
    )


def _expanded(head: str) -> list[str]:
    """«Псковская гордума» in full: «Псковская городская Дума»."""
    front, _, last = head.rpartition(" ")
    full = _in_full().get(last.lower())
    if not full:
        return []
    if front and not _same_gender(front, full):
        front = inflect(front.split()[0], "nomn", "sing", _gender(full), like="ADJF")
    return [f"{front} {full}".strip()]


@cache
def _in_full() -> dict[str, str]:
    return dict(load_toml("organizations/words.toml")["authority"]["expanded"])


def _gender(name: str) -> str:
    return {"а": "femn", "о": "neut", "е": "neut"}.get(name.split()[0][-1:].replace("я", "а"), "masc")


def _same_gender(adjective: str, name: str) -> bool:
    return _gender(adjective) == _gender(name)


@cache
def _institutions() -> frozenset[str]:
    return (
        words("company", "heads")
        | words("institution", "heads")
        | frozenset({"министерство", "департамент", "комитет", "управление", "палата", "отделение", "суд"})
    )


def with_place(
    tokens: Sequence[Token], sentence: Sentence, first: int, last: int, starts: dict[int, Name]
) -> Iterator[Name]:
    """An authority at tokens ``first`` to ``last`` with the place that follows it, if one does."""
    at = last
    while (
        at < sentence.last
        and at - last < 4
        and (tokens[at].lower in words("authority", "between") or tokens[at].text == ".")
    ):
        at += 1
    place = starts.get(at) or starts.get(last)
    if place is None:
        return
    head = phrase(tokens[first:last])
    end, inner = place.last, [place]
    if end < sentence.last and _stands_abroad(tokens, tokens[last - 1].lemma, end, starts):
        inner.append(starts[end + 1])
        end = inner[-1].last
    whole = [small_caps(token.text) for token in tokens[last:end]]
    names = [_tidy(" ".join([head, *whole]))]
    if in_genitive(tokens[place.first]):  # «администрация города Бреста» is that of Brest
        shown = [small_caps(t.text) for t in tokens[place.first : end] if t.text not in ("г", ".", "города")]
        names.insert(0, " ".join([head, *shown]))
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


def _complement(
    tokens: Sequence[Token], head: str, start: int, stop: int, starts: dict[int, Name]
) -> Complement:
    """The genitive words (or «по …») that say what a body looks after, up to its place."""
    at = end = start
    seat: Name | None = None
    inner: list[Name] = []
    about = False
    free = head in words("authority", "subjects")
    while at < stop:
        token = tokens[at]
        if place := starts.get(at):
            inner.append(place)
            seat = seat or place
            end = at = place.last
            if at < stop and (at in starts or _stands_abroad(tokens, head, at, starts)):
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
            if at < stop and tokens[at].lower == "по" and not about:
                about, at = True, at + 1
                continue
            break
        if token.lower == "по" and at == start:
            about = True
        elif token.text in (",", "и") and at > start and at + 1 < stop:
            if tokens[at + 1].capital or not _depends(tokens[at + 1], about=about):
                break
        elif at + 1 < stop and (token.lower, tokens[at + 1].lower) in _FIELDS:
            about, free, at = False, True, at + 1
        elif token.lower in ("имени", "им"):
            at = end = _honoured(tokens, at, stop)
            continue
        elif _stands_abroad(tokens, head, at, starts):
            pass
        elif not _depends(token, about=about) or not (about or free or _embedded(tokens, at)):
            break
        elif any(p.pos == "NOUN" for p in (token.word.parses[:3] if token.word else ())):
            end = at + 1
        at += 1
    return Complement(end, seat, tuple(inner))


def _embedded(tokens: Sequence[Token], at: int) -> bool:
    """Does another name begin or go on here («отделение | Белорусской торгово-промышленной палаты»)?"""
    if _abbreviation(tokens[at]):
        return True
    while at > 0 and not tokens[at].capital and _adjectival(tokens[at - 1]):
        at -= 1
    return proper_adjective(tokens[at])


def _stands_abroad(tokens: Sequence[Token], head: str, at: int, starts: dict[int, Name]) -> bool:
    """«Посольство КНР | в России», «Русский дом | в Белграде»."""
    return head in words("authority", "abroad") and tokens[at].lower in ("в", "во") and at + 1 in starts


_FIELDS = frozenset({("в", "сфере"), ("в", "области")})
_PARTICLES = frozenset({"и", "ван", "фон", "де", "да", "аль", "святой", "святого"})


def _honoured(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where «имени В. П. Чкалова», «имени Станиславского и Немировича-Данченко» ends."""
    end = at + 1
    while end < stop and end - at < 9:
        token = tokens[end]
        if token.text == "." and not (tokens[end - 1].lower == "им" or len(tokens[end - 1].text) == 1):
            break
        particle = token.lower in _PARTICLES and end + 1 < stop and tokens[end + 1].capital
        if not (token.text == "." or token.capital or particle):
            break
        end += 1
    return end


def _depends(token: Token, *, about: bool) -> bool:
    """Can it be one of the words that say what a body looks after?"""
    if token.word is None or token.lower in words("dropped", "legal"):
        return False
    if _abbreviation(token):
        return token.lower not in words("other", "abbreviations")
    if len(token.text) < 3 or token.word.pos in ("PREP", "CONJ", "PRCL", "VERB"):
        return False
    if token.capital and not proper_adjective(token) and token.lemma not in words("authority", "departments"):
        return False
    wanted = {"datv", "gent"} if about else {"gent"}
    return any(p.case in wanted and p.pos in ("NOUN", "ADJF", "PRTF") for p in token.word.parses[:6])


def _abbreviation(token: Token) -> bool:
    return (token.text.isupper() and 2 <= len(token.text) <= 5) or (
        sum(letter.isupper() for letter in token.text) > 2 and fold(token.text) in known_names()
    )


def _tidy(text: str) -> str:
    return re.sub(r"\s+([.,])", r"\1", text)


def _by_first(places: Sequence[Name]) -> dict[int, Name]:
    """First token → the strongest and longest place that starts there."""
    return {place.first: place for place in sorted(places, key=lambda p: (p.strength, p.last))}
