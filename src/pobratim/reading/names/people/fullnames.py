"""The words of one person's name: given name, patronymic, surname, and what each may be in the nominative.

«Александра Новикова» reads as a woman in the nominative or a man in the genitive; `readings` gives all
ways with their weights, and `people` decides between them by context and the other mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import path
from pobratim.reading.names.people.palladius import chinese_bases, is_family, sounds_chinese, syllables
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.text.declension import ALL, VOWELS, Base, bases
from pobratim.reading.text.morph import is_known, word


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


def readings(words: Sequence[str]) -> list[Option]:
    """All ways to read the words of one name."""
    if len(words) == 1:
        only = words[0]
        given = [Option(g.given, "", g.gender, g.cases, g.weight - 0.3) for g in given_readings(only)]
        return [*given, *surname_readings(only)]
    if len(words) == 2:
        left, right = words
        family = is_family(left) or (syllables(left) == 1 and sounds_chinese(right))  # «Лэн Сюэфэн»
        if family and (chinese := chinese_bases(right)):
            return [Option(left, base, "", cases, 3.0) for base, cases in chinese]
        if not family and sounds_chinese(right) and (declined := _declined_family(left)):
            return [Option(base, right, "", cases, 2.5) for base, cases in declined]
        if patronymic_gender(right) and given_readings(left):
            named = [g for g in given_readings(left) if g.gender == patronymic_gender(right)]
            if not named:  # «Дарья Адамович»
                return _pairs(given_readings(left), right)
            if right.endswith("ич") and not any("nomn" in g.cases for g in named):
                return _undeclined(named, right)  # «мэра Саши Максимович»
            called = [Option(g.given, "", g.gender, g.cases, g.weight + 2) for g in named]
            return [*called, *_pairs(named, right)]
        second = given_readings(right)
        sure = any(g.weight >= _SURE for g in second) or not _unknown_but_short(left)
        if second and not given_readings(left) and not _surname_like(right) and sure:
            return _pairs(given_readings(right), left)
        given = [*given_readings(left), *_unknown_given(left)]
        undeclined = _undeclined(given, right)
        return [*_pairs(given, right), *undeclined] if right.endswith("ич") else _pairs(given, right) or undeclined
    if len(words) == 3 and all(map(one_syllable, words)) and not patronymic_gender(words[2]):
        front = f"{words[0]} {words[1]}"  # «Нгуен Суан Фука»: only the last declines
        return [Option(front, base.form, "", base.cases, base.weight) for base in bases(words[2], "m")]
    if gender := _patronymic_ending(words[1]):  # between two names, whoever the father («Ирек Ишмухаметович Юсупов»)
        return _pairs(given_readings(words[0]) or _unknown_given(words[0]), words[2], gender)
    if (known := given_readings(words[1])) and (gender := _patronymic_ending(words[2])):
        return _pairs(known, words[0], gender)
    if gender := patronymic_gender(words[2]):
        return _pairs(_unknown_given(words[1]), words[0], gender)
    return [
        Option(
            " ".join([option.given, *(_middle(middle, option) for middle in words[1:-1])]),
            option.surname,
            option.gender,
            option.cases,
            option.weight,
        )
        for option in _pairs(given_readings(words[0]) or _unknown_given(words[0]), words[-1])
    ]


def _middle(form: str, whole: Option) -> str:
    """A second given name or the first of two surnames in the nominative, where it stands in the case of the whole
    («Мехмета | Мурата», «Хайме | Эстрадой»)."""
    if "nomn" in whole.cases:
        return form
    fitting = [g for g in given_readings(form) if g.gender == whole.gender and g.cases & whole.cases]
    if fitting:
        return max(fitting, key=lambda g: g.weight).given
    surnames = [s for s in surname_readings(form) if s.gender in ("", whole.gender) and s.cases & whole.cases]
    return max(surnames, key=lambda s: s.weight).surname if surnames else form


def _undeclined(given: Iterable[Option], surname: str) -> list[Option]:
    """«с Искендером Дурич»: a foreign surname that the text leaves as it is, though its bearer's name declines."""
    likely = [g for g in given if g.weight > 0.5 or surname.endswith("ич")]
    return [Option(g.given, surname, g.gender, g.cases, g.weight + 0.4) for g in likely]


_DIPHTHONGS = re.compile(r"[аиоуыэюя][аеиоэя]")
"""«Нгуен», «Туан», «Тхиен»: two vowels of one syllable."""


_ABLATIVE = 5
"""Letters of a word that ends in «ом», «ем» of its case («Фыонгом»), not of itself («Тхыем»)."""


def one_syllable(form: str) -> bool:
    """May it be one of three words of a Vietnamese name (the last in any case)?"""
    stem = form[:-2] if len(form) > _ABLATIVE and form.endswith(("ом", "ем")) else form
    stem = stem[:-1] if len(stem) > 3 and stem[-1] in VOWELS else stem
    return len(form) < 8 and sum(letter in VOWELS for letter in _DIPHTHONGS.sub("а", stem)) == 1


def _pairs(given: Iterable[Option], surname: str, gender: str = "") -> list[Option]:
    return [
        Option(g.given, s.surname, g.gender, g.cases & s.cases, g.weight + s.weight)
        for g in given
        for s in surname_readings(surname)
        if s.gender in ("", g.gender) and g.cases & s.cases and gender in ("", g.gender)
    ]


@lru_cache(maxsize=10_000)
def given_readings(form: str) -> tuple[Option, ...]:
    """The known given names that ``form`` may be a case form of."""
    found = {}
    for gender in "mf":
        for base in bases(form, gender):
            if weight := given_name_weight(base.form, gender):
                sure = 1.0 if base.form == form else base.weight
                found[base.form, gender, base.cases] = sure * 0.5 + weight
    for parse in word(form).parses:
        gender = {"masc": "m", "femn": "f"}.get(parse.gender or "", "")
        if (
            parse.has("Name")
            and parse.case
            and parse.number == "sing"
            and gender
            and (weight := given_name_weight(parse.lemma, gender))
        ):
            cases = frozenset({parse.case})
            if not any(key[:2] == (parse.lemma, gender) and cases <= key[2] for key in found):
                found[parse.lemma, gender, cases] = 0.5 + weight
    return tuple(Option(name, "", gender, cases, w) for (name, gender, cases), w in found.items())


def _unknown_given(form: str) -> list[Option]:
    """A given name that no list has; a short one may stay undeclined («с Цуй Шаочунем»)."""
    short = [Option(form, "", gender, ALL, 0.1) for gender in "mf"] if len(form) <= _SHORT else []
    return short + [
        Option(base.form, "", gender, base.cases, 0.3 * base.weight)
        for gender in "mf"
        for base in bases(form, gender)
    ]


_SHORT = 4
SURNAME_ENDINGS = (
    "ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "ская", "цкий", "цкая", "енко", "швили", "дзе", "ович", "евич",
)
"""How surnames end, and hardly anything else."""
_SURE = 1.3
"""Weight of a given name that nothing else is likely to be."""


def _unknown_but_short(form: str) -> bool:
    """Can the first of two words be a given name that no list has («Аяс Монгуш»), and is hardly a surname?"""
    return not is_known(form) and not form.endswith((*SURNAME_ENDINGS, "ин", "ын", "ина", "ко", "ук", "юк", "ич", "ян"))



def _declined_family(form: str) -> list[tuple[str, frozenset[str]]]:
    """«(с мэром) Дэном | Вэйюань»: some papers decline the family name and leave the given one."""
    return [(base, cases) for base, cases in chinese_bases(form, 1) if is_family(base)]


@lru_cache(maxsize=10_000)
def surname_readings(form: str) -> tuple[Option, ...]:
    """The surnames that ``form`` may be a case form of."""
    if sounds_chinese(form):
        return tuple(Option("", base, "", cases, 1.0) for base, cases in chinese_bases(form))
    known = {fold(parse.lemma) for parse in word(form).with_tags("Surn")}
    found = [
        Option("", base.form, gender, base.cases, base.weight + _likelihood(base, form, known))
        for gender in "mf"
        for base in bases(form, gender)
    ]
    return (*found, *_nouns(form, {option.surname for option in found}))


def _nouns(form: str, found: set[str]) -> Iterator[Option]:
    """Surnames that are nouns with a fleeting vowel: «Зайца», «Орла» of Заяц, Орёл."""
    if not is_known(form):
        return
    for parse in word(form).parses:
        man = parse.pos == "NOUN" and parse.number == "sing" and parse.gender == "masc"
        if man and parse.case and parse.lemma not in found and parse.tags.isdisjoint({"Name", "Geox"}):
            yield Option("", parse.lemma, "m", frozenset({parse.case}), 1.05)


def _likelihood(base: Base, form: str, known: set[str]) -> float:
    """More for the surnames of the dictionary, and for Georgian and Abkhazian ones that do not decline."""
    undeclined = base.form == form and base.cases == ALL and form.endswith(_UNDECLINED)
    a_man_s = base.cases == ALL and form.endswith(("ов", "ев", "ёв"))  # «Динара Гирсов» is no woman
    return (0.25 if _stem(base.form) in known else 0.0) + (0.9 if undeclined else 0.0) - (0.8 if a_man_s else 0.0)


_UNDECLINED = ("ия", "иа", "уа", "ава", "швили", "дзе", "рба", "шба", "нба", "мба", "улы", "оглы", "кызы", "гызы",
               "уулу")  # fmt: skip


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


def _patronymic_ending(form: str) -> str:
    """The gender that the ending of a patronymic shows, '' for another ending; a surname may end so too."""
    match = _PATRONYMIC.match(fold(form))
    if not match:
        return "m" if form in ("оглы", "улы", "уулу") else "f" if form in ("кызы", "кизи", "гызы") else ""
    return "f" if match["f"] else "m"


@lru_cache(maxsize=10_000)
def patronymic_gender(form: str) -> str:
    """The gender that a patronymic shows, '' for what is none («Дорохович» is a surname)."""
    match = _PATRONYMIC.match(fold(form))
    if not match:
        return _patronymic_ending(form)
    root = match["root"]
    if root in _SHORTENED:
        return "f" if match["f"] else "m"
    stems = {
        root,
        root + "й",
        root + "а",
        root + "я",
        root + "ь",
        root[:-1] + "ий",
        root[:-1] + "ей",
        root + "ий",
    }
    if not any(given_name_weight(stem, "m") for stem in stems):
        return ""
    return "f" if match["f"] else "m"


def _surname_like(form: str) -> bool:
    return any(parse.has("Surn") for parse in word(form).parses[:1])


@cache
def _given_names() -> dict[str, str]:
    lines = path("names/given.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def given_name_weight(name: str, gender: str = "") -> float:
    """How surely a name in the nominative is a given name of that gender; 0 for none."""
    found = _given_names().get(fold(name), "")
    if not found and "-" in name:  # «Анна-Катарина»
        return min(given_name_weight(part, gender) for part in name.split("-"))
    if not found and name.endswith("слава") and gender in ("", "f"):  # «Радослава»: a woman's beside every «Радослав»
        return 0.5 if given_name_weight(name[:-1], "m") else 0.0
    if not found or gender not in found:
        return 0.0
    return 0.5 if found.endswith("?") else 1.0
