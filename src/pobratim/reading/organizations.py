"""Organizations: authorities, plants, universities, media, and how short and full names belong together.

Names are found by what stands at their head (`words.toml`), by quotation marks behind such a word, by
the list of those the field knows (`known.tsv`), and by the tagger.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from pobratim.reading.data import load_toml, path
from pobratim.reading.gazetteer import fold
from pobratim.reading.morph import inflect, word
from pobratim.reading.names import Name
from pobratim.reading.phrases import nominative
from pobratim.reading.segments import Layout, Sentence, Token
from pobratim.reading.tagger import Tagged

LISTED, RULED, QUOTED, TAGGED = 90, 85, 80, 55
_OPEN, _CLOSE = frozenset("«\"“„"), frozenset("»\"”“")
_LONGEST_QUOTE = 9


def find_organizations(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> list[Name]:
    """The organizations that the text names, each mention by itself; ``places`` are those found in it."""
    return [name for finder in FINDERS for name in finder(layout, tagged, places)]


# ---------------------------------------------------------------- the list of the known


@cache
def _known() -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Folded name → the name, its other names, its seat."""
    table = {}
    for line in path("organizations/known.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, others, *seat = line.split("\t")
            names = tuple(dict.fromkeys([name, *others.split(";")]))
            for each in names:
                table[fold(each)] = (name, names, seat[0] if seat else "")
    return table


@cache
def _known_starts() -> dict[str, tuple[int, ...]]:
    """First three letters → how many words the known names of that beginning have, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in _known():
        lengths.setdefault(name[:3], set()).add(len(name.split()))
    return {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}


def listed(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«техника МТЗ», «Минского автомобильного завода»: names of the list in any case form."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            step = 1
            if token.word is not None and token.capital:
                for length in _known_starts().get(fold(token.text)[:3], ()):
                    found = _listed_at(tokens, i, min(i + length, sentence.last)) if length else None
                    if found:
                        yield found
                        step = found.last - i
                        break
            i += step


def _listed_at(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    words = tokens[first:last]
    texts = [token.text for token in words]
    for form in (fold(" ".join(texts)), fold(" ".join(nominative(texts))), *_abbreviation(words)):
        if form in _known():
            name, names, _ = _known()[form]
            if len(words) == 1 and words[0].word and not _written_as_name(words[0], names):
                continue
            shown = next(n for n in names if fold(n) == form)
            others = tuple(n for n in names if n != shown)
            return Name(first, last, "organization", shown, LISTED, aliases=others)
    return None


def _abbreviation(words: Sequence[Token]) -> Iterator[str]:
    """«МАЗом», «БЕЛАЗа»: an abbreviation with an ending."""
    if len(words) == 1:
        text = words[0].text
        bare = re.sub(r"(?<=[А-ЯЁ])(?:а|у|ом|е|ы)$", "", text)
        yield fold(bare)
        yield from (fold(lemma) for lemma in sorted(words[0].word.lemmas if words[0].word else ()))


def _written_as_name(token: Token, names: Sequence[str]) -> bool:
    """Abbreviations must be written in capitals; «спартак» and «горизонт» need more than a capital."""
    abbreviation = [name for name in names if name.isupper() and len(name) <= 6]
    if abbreviation and fold(token.text)[:2] == fold(abbreviation[0])[:2]:
        return token.text[:2].isupper()
    known = word(token.text)
    return not any(parse.pos == "NOUN" and "Orgn" not in parse.tags and parse.score > 0.3 for parse in known.parses) or (
        len(token.text) > 8
    )


# ---------------------------------------------------------------- executive committees

_COMMITTEE = re.compile(r"(?P<front>[а-яё]*?)(?P<kind>гор|рай|обл)?исполком$")
_KINDS = {"гор": "городской", "рай": "районный", "обл": "областной"}
_SHORT = {full: short for short, full in _KINDS.items()}


def committees(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«Бобруйского горисполкома», «Оршанский районный исполнительный комитет»: one authority, two names."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if token.word is None:
                continue
            if match := _COMMITTEE.match(token.lemma):
                kind = match["kind"] or ""
                if match["front"]:
                    yield Name(i, i + 1, "organization", token.lemma.capitalize(), RULED)
                elif i > sentence.first and _proper_adjective(tokens[i - 1]):
                    yield _committee(tokens, i - 1, i + 1, kind)
            elif token.lemma == "комитет" and i - 1 > sentence.first and tokens[i - 1].lemma == "исполнительный":
                kind = _SHORT.get(tokens[i - 2].lemma, "")
                first = i - 3 if kind else i - 2
                if first >= sentence.first and _proper_adjective(tokens[first]):
                    yield _committee(tokens, first, i + 1, kind)
                elif kind:
                    yield from _with_place(layout, sentence, i - 2, i + 1, places)


def _committee(tokens: Sequence[Token], first: int, last: int, kind: str) -> Name:
    adjective = inflect(_small_caps(tokens[first].text), "nomn", "masc", "sing", like="ADJF")
    full = " ".join(part for part in (adjective, _KINDS.get(kind, ""), "исполнительный комитет") if part)
    short = f"{adjective} {kind}исполком"
    known = _known().get(fold(short)) or _known().get(fold(full))
    names = list(known[1]) if known else [short, full]
    shown = full if last - first > 2 else short
    return Name(
        first, last, "organization", shown, RULED, aliases=tuple(n for n in names if n != shown)
    )


def _small_caps(text: str) -> str:
    return text.title() if text.isupper() and len(text) > 1 else text


def _proper_adjective(token: Token) -> bool:
    return token.capital and token.word is not None and (
        token.word.is_pos("ADJF") or token.lower.endswith(("ский", "ского", "скому", "ским", "ском"))
    )


# ---------------------------------------------------------------- authorities of a place


def authorities(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«мэрия Казани», «администрации города Бреста», «Правительством Омской области»."""
    heads = _words("authority", "heads")
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = layout.tokens[i]
            if token.word is not None and token.lemma in heads:
                first = i
                while first > sentence.first and _proper_adjective(layout.tokens[first - 1]):
                    first -= 1
                yield from _with_place(layout, sentence, first, i + 1, places)


def _with_place(
    layout: Layout, sentence: Sentence, first: int, last: int, places: Sequence[Name]
) -> Iterator[Name]:
    """An authority at tokens ``first`` to ``last`` with the place that follows it."""
    tokens = layout.tokens
    at = last
    while at < sentence.last and (tokens[at].lemma in _words("authority", "between") or tokens[at].text == "."):
        at += 1
    place = max((p for p in places if p.first == at), key=lambda p: (p.strength, p.last), default=None)
    if place is None or at - last > 4:
        if tokens[last - 1].capital and first < last - 1:
            yield Name(first, last, "organization", _phrase(tokens[first:last]), RULED - 20)
        return
    head = _phrase(tokens[first:last])
    shown = " ".join(token.text for token in tokens[place.first : place.last])
    name = f"{head} {shown}"
    aliases = []
    if at > last:
        aliases.append(f"{head} {' '.join(t.text for t in tokens[last:place.last])}")
    yield Name(
        first, place.last, "organization", name, RULED, aliases=tuple(aliases), seat=place, inner=[place]
    )


def _phrase(tokens: Sequence[Token]) -> str:
    return " ".join(nominative([_small_caps(token.text) for token in tokens]))


# ---------------------------------------------------------------- ministries and the like


def departments(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«министерства промышленности Беларуси», «Комитет по внешним связям»: what they look after follows."""
    heads = _words("authority", "departments")
    tokens = layout.tokens
    at = {place.first: place for place in sorted(places, key=lambda p: (p.strength, p.last))}
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            if token.word is None or token.lemma not in heads:
                continue
            first = i
            while first > sentence.first and _proper_adjective(tokens[first - 1]):
                first -= 1
            end, seat = _complement(tokens, i + 1, sentence.last, at)
            proper = token.capital or first < i or (seat is not None and token.lemma == "министерство")
            if end > i + 1 and proper:
                head = _phrase(tokens[first : i + 1])
                name = f"{head} {' '.join(t.text for t in tokens[i + 1 : end])}"
                yield Name(
                    first, end, "organization", name, RULED, seat=seat, inner=[seat] if seat else []
                )


def _complement(
    tokens: Sequence[Token], start: int, stop: int, places: dict[int, Name]
) -> tuple[int, Name | None]:
    """Where the genitive words (or «по …») after a head end, and the place they end with."""
    at, end = start, start
    seat = None
    about = False
    while at < stop:
        token = tokens[at]
        if at in places and at > start - 1:
            seat = places[at]
            end = at = seat.last
            if at < stop and at in places:
                continue
            break
        if token.text == "по" and at == start:
            about = True
            at += 1
            continue
        if token.text in (",", "и") and at > start:
            at += 1
            continue
        wanted = {"datv", "gent"} if about else {"gent"}
        if token.word is None or token.capital or not any(
            p.case in wanted and p.pos in ("NOUN", "ADJF", "PRTF") for p in token.word.parses[:4]
        ):
            break
        at += 1
        end = at
    return end, seat


# ---------------------------------------------------------------- names in quotation marks


def quoted(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """«завод «Белкоммунмаш»», «холдинги «Белкоммунмаш» и «Амкодор»», «ОАО «Горизонт»»."""
    tokens = layout.tokens
    heads = _heads()
    for sentence in layout.sentences:
        following = False
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            if token.text in _OPEN:
                end = _closing(tokens, i + 1, sentence.last)
                if end is not None:
                    org = _descriptor(tokens, i, sentence.first, heads) or (
                        following and _joined(tokens, i)
                    ) or _tagged_inside(tagged, i, end)
                    if org and (name := _quoted_name(tokens, i + 1, end)):
                        yield Name(i + 1, end, "organization", name, QUOTED)
                    following = bool(org)
                    i = end + 1
                    continue
            i += 1


@cache
def _heads() -> frozenset[str]:
    tables = load_toml("organizations/words.toml")
    return frozenset(
        head for table in ("company", "institution", "media") for head in tables[table]["heads"]
    ) | frozenset(tables["dropped"]["legal"]) | frozenset(tables["authority"]["departments"])


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load_toml("organizations/words.toml")[table][key])


def _closing(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    depth = 1
    for i in range(start, min(stop, start + _LONGEST_QUOTE + 4)):
        if tokens[i].text == "«":
            depth += 1
        elif tokens[i].text in _CLOSE:
            depth -= 1 if tokens[i].text != "»" or depth == 1 else 1
            if depth <= 0:
                return i if i > start else None
    return None


def _descriptor(tokens: Sequence[Token], quote: int, start: int, heads: frozenset[str]) -> bool:
    """Does a word for an organization stand before the quotation mark?"""
    before = quote - 1
    if before < start or tokens[before].word is None:
        return False
    return tokens[before].lemma in heads or tokens[before].lower in heads


def _joined(tokens: Sequence[Token], quote: int) -> bool:
    return tokens[quote - 1].text in (",", "и")


def _tagged_inside(tagged: Sequence[Tagged], first: int, last: int) -> bool:
    return any(name.kind == "ORG" and name.first <= first + 1 and name.last >= last for name in tagged)


def _quoted_name(tokens: Sequence[Token], first: int, last: int) -> str:
    words = [token.text for token in tokens[first:last] if token.text not in _OPEN | _CLOSE]
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return ""
    return " ".join(_nominative_alone(words))


def _nominative_alone(words: list[str]) -> list[str]:
    return nominative(words) if len(words) == 1 and word(words[0]).pos == "NOUN" else words


# ---------------------------------------------------------------- what the tagger finds


def by_tagger(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """The tagger's organizations, without quotation marks and legal form, in the nominative."""
    tokens = layout.tokens
    for name in tagged:
        if name.kind != "ORG":
            continue
        first, last = name.first, name.last
        while first < last and (tokens[first].word is None or tokens[first].lower in _words("dropped", "legal")):
            first += 1
        while last > first and tokens[last - 1].word is None:
            last -= 1
        words = tokens[first:last]
        if not words or not any(token.capital for token in words):
            continue
        if any(token.lemma in _words("other", "heads") for token in words[:3]):
            continue
        quotes = [i for i in range(first, last) if tokens[i].text in _OPEN | _CLOSE]
        if quotes:
            continue
        if len(words) == 1 and (words[0].lemma in _heads() or words[0].lemma in _words("authority", "heads")):
            continue
        yield Name(first, last, "organization", _phrase(words), TAGGED)


FINDERS: tuple[Callable[[Layout, Sequence[Tagged], Sequence[Name]], Iterator[Name]], ...] = (
    listed,
    committees,
    authorities,
    departments,
    quoted,
    by_tagger,
)


# ---------------------------------------------------------------- one organization, several names


def same_organization(one: Name, other: Name) -> bool:
    """Have they a name in common?"""
    return not _forms(one).isdisjoint(_forms(other))


def _forms(name: Name) -> frozenset[str]:
    return frozenset(fold(form) for form in (name.name, *name.aliases))
