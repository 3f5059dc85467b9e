"""People: where the text names them, and their names in the nominative without the patronymic.

The tagger says where; dictionary, endings, the words beside a name and its other mentions say which of
its possible normal forms is meant («Александра Новикова» may be a man in the genitive or a woman).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import path
from pobratim.reading.declension import ALL, bases
from pobratim.reading.gazetteer import fold, gazetteer
from pobratim.reading.morph import is_known, word
from pobratim.reading.names import Name, titles
from pobratim.reading.segments import Layout, Token
from pobratim.reading.tagger import Tagged

NAMED, ALONE, AGAIN = 60, 45, 30
"""Strengths: a given name or initials beside a surname; one word alone, which may as well be a town; the
surname of someone named in full elsewhere, where the tagger saw no person."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a person's name; ``weight`` compares the ways."""

    given: str
    surname: str
    gender: str
    cases: frozenset[str]
    weight: float

    @property
    def key(self) -> tuple[str, str]:
        """Alike for all mentions that may be of one person by full name."""
        return fold(self.given), fold(self.surname)


@dataclass(slots=True)
class _Found:
    first: int
    last: int
    initials: str
    options: list[Option]


def find_people(layout: Layout, tagged: Sequence[Tagged]) -> list[Name]:
    """The people that the text names, each mention by itself."""
    found = [
        mention
        for first, last in _spans(layout, tagged)
        if (mention := _analyse(layout, first, last)) is not None
    ]
    _settle(layout, found)
    found = [mention for mention in found if mention.options]
    full = {
        (fold(best.surname), best.gender): best.surname
        for best in (mention.options[0] for mention in found)
        if best.given and best.surname
    }
    names = []
    for mention in found:
        if not mention.options[0].given and not mention.initials:
            _recall(mention, full)
        name = _name(mention)
        if fold(name.surname) in {surname for surname, _ in full}:
            name.strength = NAMED
        elif name.first + 1 == name.last and not name.given and _common_word(layout, name.first):
            continue
        names.append(name)
    names.extend(_surnames_again(layout, names))
    return names


def _recall(mention: _Found, full: Mapping[tuple[str, str], str]) -> None:
    """Let a surname alone be that of somebody named in full, where its form allows."""
    for number, option in enumerate(mention.options):
        if (fold(option.surname), option.gender) in full:
            mention.options.insert(0, mention.options.pop(number))
            return


def _common_word(layout: Layout, i: int) -> bool:
    """Is a capital at the beginning of a sentence all that makes a name of it («Гости приехали»)?"""
    token = layout.tokens[i]
    opening = i == 0 or layout.tokens[i - 1].text in ".!?…—–-«\"" or any(s.first == i for s in layout.sentences)
    if not opening or token.word is None or not is_known(token.text):
        return False
    return not any(parse.tags & {"Name", "Surn", "Patr"} for parse in token.word.parses)


def _name(mention: _Found) -> Name:
    best = mention.options[0]
    given = _capitals(best.given) or mention.initials
    surname = _capitals(best.surname)
    return Name(
        mention.first, mention.last, "person", " ".join(part for part in (given, surname) if part),
        NAMED if given and surname else ALONE,
        given=given, surname=surname, gender="" if _open_gender(mention) else best.gender,
    )


def _open_gender(mention: _Found) -> bool:
    """May the surname without a given name be a man's as well as a woman's («Саакашвили»)?"""
    best = mention.options[0]
    return not best.given and any(o.surname == best.surname and o.gender != best.gender for o in mention.options)


def _capitals(name: str) -> str:
    return " ".join("-".join(part[:1].upper() + part[1:] for part in piece.split("-")) for piece in name.split())


# ---------------------------------------------------------------- where a name stands


def _spans(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[tuple[int, int]]:
    """The tagger's persons, joined to the initials and capitalised words that belong to them, and pairs
    of a known given name and a capitalised word that it missed."""
    tokens = layout.tokens
    taken: set[int] = set()
    other = {i for name in tagged if name.kind != "PER" for i in range(name.first, name.last)}
    for name in tagged:
        if name.kind != "PER":
            continue
        first, last = name.first, name.last
        while first > 1 and tokens[first - 1].text == "." and _is_initial(tokens[first - 2]):
            first -= 2
        while last + 1 < len(tokens) and _is_initial(tokens[last]) and tokens[last + 1].text == ".":
            last += 2
        while first < last and not (tokens[first].capital and tokens[first].word):
            first += 1
        last = next((i for i in range(first, last) if tokens[i].text == "("), last)
        while last > first and not (tokens[last - 1].word or tokens[last - 1].text == "."):
            last -= 1
        first = _behind_title(tokens, first, last)
        if first < last and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last
    for first, last in _initialled(layout, taken | other):
        taken.update(range(first, last))
        yield first, last
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last - 1):
            if i in taken or i in other or i + 1 in taken or i + 1 in other:
                continue
            if _is_name_word(tokens[i]) and _is_name_word(tokens[i + 1]) and _given(tokens[i].lower):
                follower = tokens[i + 1].word
                if follower and not follower.with_tags("Geox") and any(
                    option.weight > 1 for option in _given_options(tokens[i].lower)
                ):
                    last = i + 2
                    if last < sentence.last and _is_name_word(tokens[last]) and _patronymic(tokens[i + 1].lower):
                        last += 1
                    taken.update(range(i, last))
                    yield i, last


def _initialled(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """«Фото П. ВЕРБИЦКОГО»: initials and a surname that the tagger missed."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        i = sentence.first
        while i + 2 < sentence.last:
            last = i
            while last + 2 < sentence.last and _is_initial(tokens[last]) and tokens[last + 1].text == ".":
                last += 2
            if last > i and _is_name_word(tokens[last]) and taken.isdisjoint(range(i, last + 1)):
                yield i, last + 1
                last += 1
            i = max(last, i + 1)


def _behind_title(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name begins in «Бургомистр Хайльбронна Харри Мергель», «Бухары Жамшид Носиров»."""
    while last - first > 1 and tokens[first].lemma in titles():
        first += 1
    words = tokens[first:last]
    if len(words) == 3 and all(_is_name_word(token) for token in words):
        left, middle, right = (token.lower for token in words)
        if _given(middle) and not _patronymic(right) and not _patronymic(middle) and not any(
            "nomn" in option.cases or option.weight > 1.4 for option in _given_options(left)
        ):
            return first + 1
        if not _given(left) and not _patronymic(middle) and _town_in_genitive(words[0]):
            return first + 1
    return first


def _town_in_genitive(token: Token) -> bool:
    return token.word is not None and any(
        key != fold(token.text) and place.population > 20_000 for key, place in gazetteer().inflected(token.lower)
    )


def _is_initial(token: Token) -> bool:
    return len(token.text) <= 2 and token.text[0].isupper() and token.text.isalpha() and (
        len(token.text) == 1 or token.text in ("Дж", "Ю", "Ян")
    )


def _is_name_word(token: Token) -> bool:
    return token.word is not None and token.capital and len(token.text) > 2 and not token.text.isascii()


# ---------------------------------------------------------------- what it may mean


def _analyse(layout: Layout, first: int, last: int) -> _Found | None:
    words, initials = [], ""
    for token in layout.tokens[first:last]:
        if _is_initial(token):
            initials += token.text + "."
        elif token.word is not None:
            words.append(token.lower)
        elif token.text not in ".":
            break
    if not words:
        return None
    if all(text.isascii() for text in words):
        form = " ".join(words)
        return _Found(first, last, "", [Option(" ".join(words[:-1]), words[-1], "", ALL, 1.0)]) if form else None
    if initials:
        options = list(_surname_options(words[-1])) if len(words) == 1 else _options(words)
        return _Found(first, last, initials[:2], options)
    return _Found(first, last, "", _options(words))


def _options(words: Sequence[str]) -> list[Option]:
    """All ways to read the words of one name."""
    if len(words) == 1:
        only = words[0]
        given = [Option(g.given, "", g.gender, g.cases, g.weight - 0.3) for g in _given_options(only)]
        return [*given, *_surname_options(only)]
    if len(words) == 2:
        left, right = words
        if _patronymic(right) and _given_options(left):
            named = [g for g in _given_options(left) if g.gender == _patronymic(right)]
            called = [Option(g.given, "", g.gender, g.cases, g.weight + 0.5) for g in named]
            return [*called, *_pairs(named, right)]
        if _given_options(right) and not _given_options(left) and not _surname_like(right):
            return _pairs(_given_options(right), left)
        return _pairs([*_given_options(left), *_unknown_given(left)], right)
    if _patronymic(words[1]):
        return _pairs(_given_options(words[0]) or _unknown_given(words[0]), words[2], _patronymic(words[1]))
    if _patronymic(words[2]):
        return _pairs(_given_options(words[1]) or _unknown_given(words[1]), words[0], _patronymic(words[2]))
    return [
        Option(" ".join([option.given, *words[1:-1]]), option.surname, option.gender, option.cases, option.weight)
        for option in _pairs(_given_options(words[0]) or _unknown_given(words[0]), words[-1])
    ]


def _pairs(given: Iterable[Option], surname: str, gender: str = "") -> list[Option]:
    return [
        Option(g.given, s.surname, g.gender, g.cases & s.cases, g.weight + s.weight)
        for g in given
        for s in _surname_options(surname)
        if s.gender == g.gender and g.cases & s.cases and gender in ("", g.gender)
    ]


@lru_cache(maxsize=10_000)
def _given_options(form: str) -> tuple[Option, ...]:
    """The known given names that ``form`` may be a case form of."""
    found = {}
    for gender in "mf":
        for base in bases(form, gender):
            if weight := _given(base.form, gender):
                sure = 1.0 if base.form == form else base.weight
                found[base.form, gender, base.cases] = sure * 0.5 + weight
    for parse in word(form).parses:
        gender = {"masc": "m", "femn": "f"}.get(parse.gender or "", "")
        if parse.has("Name") and parse.case and parse.number == "sing" and gender and (weight := _given(parse.lemma, gender)):
            cases = frozenset({parse.case})
            if not any(key[:2] == (parse.lemma, gender) and cases <= key[2] for key in found):
                found[parse.lemma, gender, cases] = 0.5 + weight
    return tuple(Option(name, "", gender, cases, w) for (name, gender, cases), w in found.items())


def _unknown_given(form: str) -> list[Option]:
    return [
        Option(base.form, "", gender, base.cases, 0.3 * base.weight)
        for gender in "mf"
        for base in bases(form, gender)
    ]


@lru_cache(maxsize=10_000)
def _surname_options(form: str) -> tuple[Option, ...]:
    """The surnames that ``form`` may be a case form of."""
    known = {fold(parse.lemma) for parse in word(form).with_tags("Surn")}
    return tuple(
        Option("", base.form, gender, base.cases, base.weight + (0.25 if _stem(base.form) in known else 0))
        for gender in "mf"
        for base in bases(form, gender)
    )


def _stem(surname: str) -> str:
    """A woman's surname as the dictionary has it: the man's."""
    folded = fold(surname)
    if folded.endswith(("ова", "ева", "ина", "ына")):
        return folded[:-1]
    return folded[:-2] + "ий" if folded.endswith(("ская", "цкая")) else folded


_PATRONYMIC = re.compile(
    r"(?P<root>\w+?)(?:(?:ович|евич|ич)(?:|а|у|ем|е)|(?P<f>овн|евн|ичн|иничн)(?:а|ы|е|у|ой|ою))$"
)


_SHORTENED = frozenset({"яковл", "павл", "льв"})
"""Roots of patronymics that lost or gained a letter (Яковлевич, Павлович, Львович)."""


@lru_cache(maxsize=10_000)
def _patronymic(form: str) -> str:
    """The gender that a patronymic shows, '' for what is none («Дорохович» is a surname)."""
    match = _PATRONYMIC.match(fold(form))
    if not match:
        return "m" if form in ("оглы", "улы", "уулу") else "f" if form in ("кызы", "кизи", "гызы") else ""
    root = match["root"]
    if root in _SHORTENED:
        return "f" if match["f"] else "m"
    stems = {root, root + "й", root + "а", root + "я", root + "ь", root[:-1] + "ий", root[:-1] + "ей", root + "ий"}
    if not any(_given(stem, "m") for stem in stems):
        return ""
    return "f" if match["f"] else "m"


def _surname_like(form: str) -> bool:
    return any(parse.has("Surn") for parse in word(form).parses[:1])


@cache
def _given_names() -> dict[str, str]:
    lines = path("names/given.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def _given(name: str, gender: str = "") -> float:
    """How surely a name in the nominative is a given name of that gender; 0 for none."""
    found = _given_names().get(fold(name), "")
    if not found or gender not in found:
        return 0.0
    return 0.5 if found.endswith("?") else 1.0


# ---------------------------------------------------------------- which of them it is


def _settle(layout: Layout, found: list[_Found]) -> None:
    """Sort every mention's options, the likeliest first: by weight, context and the other mentions."""
    support: dict[str, dict[int, float]] = defaultdict(dict)
    for number, mention in enumerate(found):
        for option in mention.options:
            for key in (option.key[1], " ".join(option.key)):
                best = support[key].get(number, 0.0)
                support[key][number] = max(best, option.weight * (1.2 if "nomn" in option.cases else 1.0))
    surnamed = {
        fold(option.given)
        for mention in found
        for option in mention.options[:1]
        if option.given and option.surname and not _patronymic(option.surname)
    }
    for mention in found:  # «Игорь Маркович» is no Игорь of this text: Маркович is the surname
        if any(not option.surname and fold(option.given) not in surnamed for option in mention.options[:1]):
            mention.options = [option for option in mention.options if option.surname] or mention.options
    for number, mention in enumerate(found):
        expected = _expected_cases(layout, mention.first)

        def rank(option: Option, number: int = number, expected: frozenset[str] = expected) -> float:
            others = sum(
                min(1.0, sum(weight for other, weight in support[key].items() if other != number)) * 0.4
                for key in {option.key[1], " ".join(option.key)}
                if key.strip()
            )
            context = 0.5 if option.cases & expected else -0.4 if expected else 0.0
            return option.weight + others + context

        mention.options.sort(key=lambda option: (-rank(option), option.key, option.gender))


_PREPOSITIONS = {
    "с": {"ablt"}, "со": {"ablt"}, "к": {"datv"}, "ко": {"datv"}, "о": {"loct"}, "об": {"loct"},
    "от": {"gent"}, "для": {"gent"}, "у": {"gent"}, "из": {"gent"}, "до": {"gent"}, "без": {"gent"},
    "между": {"ablt"}, "перед": {"ablt"}, "при": {"loct"}, "по": {"datv"},
}


def _expected_cases(layout: Layout, first: int) -> frozenset[str]:
    """The cases that the words before a name let one expect; empty where they say nothing."""
    tokens = layout.tokens
    start = max(
        (s.first for s in layout.sentences if s.first <= first), default=0
    )
    if first > start and (cases := _PREPOSITIONS.get(tokens[first - 1].lower)):
        return frozenset(cases)
    office: Token | None = None
    for token in reversed(tokens[max(start, first - 12) : first]):
        if token.word is None and token.text not in "«»\"-–()":
            break
        if token.word is not None and token.word.pos in ("VERB", "CONJ", "PRTS", "GRND"):
            break
        if token.lemma in titles():
            office = token
        elif token.lower in ("о", "обязанности"):  # «и. о. главы», «исполняющий обязанности мэра»
            return frozenset()
    if office is None or office.word is None:
        return _expected_alone(tokens[first - 1] if first > start else None)
    return frozenset(p.case for p in office.word.parses if p.case and p.number == "sing" and "anim" in p.tags)


def _expected_alone(before: Token | None) -> frozenset[str]:
    """The genitive behind a noun that cannot be one itself («письмо Александра …»), else the nominative,
    unless a verb or another noun leaves it open."""
    if before is None or before.word is None:
        return frozenset({"nomn"})
    nouns = [p for p in before.word.parses if p.pos == "NOUN"]
    if nouns and not before.capital and all(p.case != "gent" for p in nouns):
        return frozenset({"gent"})
    return frozenset() if nouns or before.word.pos in ("VERB", "INFN") else frozenset({"nomn"})


# ---------------------------------------------------------------- again by surname


def _surnames_again(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """Further mentions by surname alone of those named in full."""
    known = {fold(name.surname): name for name in names if name.surname and name.given}
    taken = {i for name in names for i in range(name.first, name.last)}
    starts = {surname[:3] for surname in known}
    for i, token in enumerate(layout.tokens):
        if i in taken or not token.capital or token.word is None or token.lower[:3] not in starts:
            continue
        for option in _surname_options(token.lower):
            person = known.get(fold(option.surname))
            if person and person.gender in ("", option.gender):
                yield Name(
                    i, i + 1, "person", person.surname, AGAIN,
                    surname=person.surname, gender=person.gender,
                )
                break


# ---------------------------------------------------------------- one person, several forms


def same_person(one: Name, other: Name) -> bool:
    """May both be names of one person? («В. Кухарев» and «Владимир Кухарев»; «Кухарев» and either)."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if one.surname and other.surname:
        if fold(one.surname) != fold(other.surname):
            return False
        return _same_given(one.given, other.given)
    return bool(one.given) and fold(one.given) == fold(other.given)


def _same_given(one: str, other: str) -> bool:
    if not one or not other:
        return True
    if one.endswith(".") or other.endswith("."):
        return one[0] == other[0]
    return fold(one) == fold(other)
