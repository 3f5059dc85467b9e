"""Organizations: authorities, plants, universities, media, and how short and full names belong together.

Names are found by the list of those the field knows (`known`), by the word at their head
(`authorities`), by quotation marks behind such a word, and by the tagger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pobratim.reading.authorities import behind_place, committees, generic, headed, phrase, plural, words
from pobratim.reading.gazetteer import fold
from pobratim.reading.known import listed
from pobratim.reading.morph import inflect, is_known, word
from pobratim.reading.names import Name, beyond
from pobratim.reading.phrases import nominative
from pobratim.reading.segments import Layout, Token
from pobratim.reading.tagger import Tagged

QUOTED, ABBREVIATED, TAGGED, DOUBTFUL = 80, 75, 52, 15
_OPEN, _CLOSE = frozenset('«"“„'), frozenset('»"”“')
_JOINING = frozenset({",", "и", "-", "–", "—"})
_LONGEST_QUOTE = 12


def find_organizations(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> list[Name]:
    """The organizations that the text names, each mention by itself; ``places`` are those found in it."""
    return [
        *behind_place(layout, listed(layout), places),
        *committees(layout, places),
        *headed(layout, places),
        *quoted(layout, tagged),
        *behind_place(layout, compounds(layout), places),
        *addresses(layout),
        *behind_place(layout, by_tagger(layout, tagged), places),
    ]


# ---------------------------------------------------------------- names in quotation marks


def quoted(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[Name]:
    """«завод «Белкоммунмаш»», «холдинги «Белкоммунмаш» и «Амкодор»», «ОАО «Горизонт»»."""
    tokens = layout.tokens
    inside = {i for name in tagged if name.kind == "ORG" for i in range(name.first, name.last)}
    for sentence in layout.sentences:
        following: bool | None = None
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            i += 1
            if token.text not in _OPEN:
                if token.text not in _JOINING and token.lower not in _heads():
                    following = None
                continue
            end = _closing(tokens, i, sentence.last)
            if end is None:
                continue
            before = _descriptor(tokens, i - 1, sentence.first)
            if before is None:
                before = following
            fits = before if before is not None else i in inside and end - i <= 5
            following = fits
            if fits and (name := _quoted_name(tokens, i, end)):
                yield name
            i = end + 1


@cache
def _heads() -> frozenset[str]:
    return (
        words("company", "heads")
        | words("institution", "heads")
        | words("media", "heads")
        | words("dropped", "legal")
        | words("authority", "departments")
    )


def _closing(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """The token that closes a quotation begun before ``start``; None where it is too long for a name."""
    depth = 1
    for i in range(start, min(stop, start + _LONGEST_QUOTE)):
        text = tokens[i].text
        if text == "«" or (text in _OPEN and text not in _CLOSE):
            depth += 1
        elif text in _CLOSE:
            if text == '"' and depth == 1 and i == start:
                depth += 1
                continue
            depth -= 1
            if depth == 0:
                return i if i > start else None
    return None


def _descriptor(tokens: Sequence[Token], quote: int, start: int) -> bool | None:
    """What the word before a quotation mark says: an organization follows, something else, or nothing."""
    before = quote - 1
    if before < start or tokens[before].word is None:
        return None
    if tokens[before].lower in _heads() or tokens[before].lemma in _heads():
        return True
    if tokens[before].lemma in words("other", "heads"):
        return False
    for i in range(before - 1, max(start, before - 4) - 1, -1):  # «завод крупнопанельного домостроения «…»»
        if not _in_genitive(tokens[i + 1]):
            return None
        if tokens[i].lemma in words("other", "heads"):
            return False
        if tokens[i].lemma in _heads():
            return True
    return None


def _in_genitive(token: Token) -> bool:
    return token.word is not None and any(
        p.case == "gent" and p.pos in ("NOUN", "ADJF") for p in token.word.parses[:4]
    )


def _quoted_name(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    while first < last and (
        tokens[first].text in _OPEN | _CLOSE or tokens[first].lower in words("dropped", "legal")
    ):
        first += 1
    inner = next((i for i in range(first, last) if tokens[i].text in _CLOSE and i > first), last)
    texts = [token.text for token in tokens[first:inner]]
    whole = [token.text for token in tokens[first:last] if token.text not in _OPEN | _CLOSE]
    if not texts or not (texts[0][0].isupper() or texts[0][0].isdigit()) or texts[-1] in ".!?…":
        return None
    if len(texts) > 1 and any(
        token.word is not None and token.word.pos in ("VERB", "PRED") and is_known(token.text)
        for token in tokens[first:inner]
    ):
        return None
    name = " ".join(_alone(texts))
    if re.split(r"[-– ]*\d", name)[0].lower().strip() in words("other", "events"):
        return None
    aliases = (_spaced(whole),) if whole != texts else ()
    return Name(first, inner, "organization", _spaced([name]), QUOTED, aliases=aliases)


def _alone(texts: list[str]) -> list[str]:
    """One word in quotation marks may be declined («с «Амкодором»»)."""
    if len(texts) != 1:
        return texts
    text = texts[0]
    parses = word(text).parses
    if any(p.case == "nomn" and p.number == "sing" for p in parses if p.pos == "NOUN") or not parses:
        return texts
    return nominative(texts)


def _spaced(texts: Sequence[str]) -> str:
    return re.sub(r"\s+([.,])", r"\1", " ".join(texts))


# ---------------------------------------------------------------- ministries in short, addresses


_MINISTRY = re.compile(
    r"мин(?:[сч]ельхоз|пром|эконом|здрав|обр|спорт|культ|транс|строй|фин|энерго|природ|торг|арх|жкх|жил|цифр|юст"
    r"|обор|наук|связ|труд|соц|лес|рег|вост|тур|информ|имущ|внеш|топ|нефт|сельхозпрод|молод)\w*$",
    re.IGNORECASE,
)
_OFFSHOOT = re.compile(
    r"(?:НИА|РИА|НТА|ИА|АиФ|МК|КП|АПИ|Интерфакс|ИНТЕРФАКС|ТАСС|БЕЛТА|Вести|Новости|Комсомолка)-\w[\w-]*$"
)
_DOMAIN = re.compile(
    r"(?<![\w/@.-])[a-zа-яё0-9-]+(?:\.[a-zа-яё0-9-]+)*\.(?:ru|by|рф|com|kz|uz|org|net|info|am|kg|бел|su|tv)\b(?![/@\w-])",
    re.IGNORECASE,
)


def compounds(layout: Layout) -> Iterator[Name]:
    """«Минсельхозпрода», «Минтранс», «Минскзеленстрой», «НИА-Камчатка»: names known by how they are built."""
    for i, token in enumerate(layout.tokens):
        if token.word is None or not token.capital or len(token.text) < 6:
            continue
        if _OFFSHOOT.match(token.text):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
        elif (_MINISTRY.match(token.text) and not _otherwise_known(token)) or _company(token):
            yield Name(i, i + 1, "organization", _bare(token), ABBREVIATED)


def _otherwise_known(token: Token) -> bool:
    """Has the dictionary the word as a place or a person?"""
    return (
        is_known(token.text)
        and token.word is not None
        and any(p.tags & {"Geox", "Surn", "Name"} for p in token.word.parses)
    )


def _company(token: Token) -> bool:
    stem = _bare(token).lower()
    return not is_known(token.text) and any(
        stem.endswith(end) and len(stem) > len(end) + 2 for end in words("company", "endings")
    )


def _bare(token: Token) -> str:
    """The nominative of a name made of shortened words: masculine in a consonant, or not declined."""
    text = token.text
    for ending in ("ом", "ем", "а", "у", "е"):
        stem = text.removesuffix(ending)
        if stem != text and stem[-1] in "бвгдзйклмнпрстфхцчшщ" and not text.endswith(("культуры", "обороны")):
            return stem
    return text


def addresses(layout: Layout) -> Iterator[Name]:
    """«сообщает 1rnd.ru»: a medium by its address."""
    matches = list(_DOMAIN.finditer(layout.text))
    if not matches:
        return
    starts = {token.start: i for i, token in enumerate(layout.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(layout.tokens)}
    for match in matches:
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None:
            yield Name(first, last, "organization", match.group(), ABBREVIATED)


# ---------------------------------------------------------------- what the tagger finds


def by_tagger(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[Name]:
    """The tagger's organizations, without quotation marks and legal form, in the nominative."""
    tokens = layout.tokens
    for name in tagged:
        if name.kind != "ORG":
            continue
        first = name.first
        last = next((i for i in range(first, name.last) if tokens[i].text in "(—–"), name.last)
        while first < last and (
            tokens[first].word is None or tokens[first].lower in words("dropped", "legal")
        ):
            first += 1
        while last > first and tokens[last - 1].word is None:
            last -= 1
        inside = tokens[first:last]
        if not inside or not any(token.capital for token in inside):
            continue
        if any(token.lemma in words("other", "heads") for token in inside[:3]) or _no_body(inside):
            continue
        if inside[-1].text.islower() and plural(inside[-1]):
            continue
        if generic(inside[:1]) and inside[-1].lemma in words("authority", "heads") | {"депутат"}:
            continue
        if any(token.text in _OPEN | _CLOSE for token in inside) or (
            first and tokens[first - 1].text in _OPEN
        ):
            continue
        if len(inside) == 1 and not _name_alone(inside[0]):
            continue
        strength = TAGGED
        if len(inside) == 1 and inside[0].word is not None and inside[0].word.with_tags("Geox"):
            strength = DOUBTFUL
        yield Name(first, last, "organization", _in_nominative(inside), strength)


def _no_body(inside: Sequence[Token]) -> bool:
    """Is it a state or a part of the world («Советский Союз»)?"""
    return fold(phrase(inside)) in beyond()


def _name_alone(token: Token) -> bool:
    """Can one word by itself be a name? Not «Завод», «Администрация», «СМИ», «Глава»."""
    if token.lower in words("other", "abbreviations") or len(token.text) < 2 or token.text.islower():
        return False
    if token.lemma in _heads() or token.lemma in words("authority", "heads"):
        return False
    if token.text.isupper() or token.text.isascii():
        return True
    return (
        not any(
            p.score > 0.3
            and p.pos in ("NOUN", "ADJF", "VERB", "INFN", "PRTF")
            and not p.tags & {"Orgn", "Abbr", "Name", "Surn", "Trad"}
            for p in token.word.parses[:2]
        )
        if token.word
        else False
    )


def _in_nominative(inside: Sequence[Token]) -> str:
    if len(inside) == 1 and inside[0].text.isupper():
        return inside[0].text
    if len(inside) == 1:
        return inflect(inside[0].text, "nomn", "sing")
    return phrase([*inside[:-1], _mended(inside[-1])])


def _mended(token: Token) -> Token:
    """The head of a name with one letter wrong («Минского часового заводп») as it should be."""
    if token.capital or token.word is None or is_known(token.text):
        return token
    right = next(
        (head for head in sorted(_heads()) if len(head) > 4 and within_one_edit(token.lower, head)), None
    )
    return replace(token, text=right, word=word(right)) if right else token


# ---------------------------------------------------------------- one organization, several names


def same_organization(one: Name, other: Name) -> bool:
    """Have they a name in common, is one the other's abbreviation, or the other with words left out?"""
    mine, its = _forms(one), _forms(other)
    if not mine.isdisjoint(its):
        return True
    return any(
        _misspelt(a, b) or _abbreviates(a, b) or _abbreviates(b, a) or _shortens(a, b) or _shortens(b, a)
        for a in mine
        for b in its
    )


def within_one_edit(one: str, other: str) -> bool:
    """Do two words differ in one letter at most, put in, left out or exchanged?"""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
        or one[start:] == other[start + 1 :]
    )


def _misspelt(one: str, other: str) -> bool:
    """«минчельхозпрод» and «минсельхозпрод»: long names, one letter apart, no figure in it."""
    return (
        min(len(one), len(other)) >= 9 and within_one_edit(one, other) and not re.search(r"\d", one + other)
    )


def _forms(name: Name) -> frozenset[str]:
    return frozenset(fold(form) for form in (name.name, *name.aliases))


def _abbreviates(short: str, full: str) -> bool:
    """«пвт» and «парк высоких технологий»."""
    parts = re.split(r"[ -]", full)
    return 3 <= len(short) <= 6 and len(parts) >= 3 and short == "".join(part[:1] for part in parts if part)


def _shortens(short: str, full: str) -> bool:
    """«министерство краснодарского края» and «министерство сельского хозяйства … краснодарского края»;
    «администрация заводского района» and «администрация заводского района минска»."""
    few, many = short.split(), full.split()
    if not 2 <= len(few) < len(many) or few[0] != many[0]:
        return False
    if few == many[: len(few)]:
        return len(few) > 2
    return few[0] == "министерство" and f" {' '.join(few[1:])} " in f" {full} "
