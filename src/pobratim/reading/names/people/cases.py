"""The cases and genders in which the words around a name let one expect it."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.reading.names.names import titles
from pobratim.reading.names.people.fullnames import (
    Option,
)
from pobratim.reading.text.morph import Parse
from pobratim.reading.text.segments import Layout, Token

_PREPOSITIONS = {
    "с": {"ablt"},
    "со": {"ablt"},
    "к": {"datv"},
    "ко": {"datv"},
    "о": {"loct"},
    "об": {"loct"},
    "от": {"gent"},
    "для": {"gent"},
    "у": {"gent"},
    "из": {"gent"},
    "до": {"gent"},
    "без": {"gent"},
    "между": {"ablt"},
    "перед": {"ablt"},
    "при": {"loct"},
    "по": {"datv"},
}


def expected_cases(layout: Layout, first: int) -> frozenset[str]:
    """The cases that the words before a name let one expect; empty where they say nothing."""
    tokens = layout.tokens
    start = layout.sentence_at(tokens[first].start).first
    if first > start and (cases := _PREPOSITIONS.get(tokens[first - 1].lower)):
        return frozenset(cases)
    at = office_before(layout, first)
    if at is not None and any(t.lower in ("о", "обязанности") for t in tokens[max(start, at - 3) : at]):
        return frozenset()  # «и. о. главы», «исполняющий обязанности мэра»
    office = None if at is None else tokens[at]
    if office is None or office.word is None:
        return _expected_alone(tokens[first - 1] if first > start else None)
    return frozenset(p.case for p in office.word.parses if p.case and p.number == "sing" and "anim" in p.tags)


def office_before(layout: Layout, first: int) -> int | None:
    """Where the office of whoever is named at ``first`` begins («заместитель | мэра Омска …»); None where none stands
    there."""
    tokens = layout.tokens
    start = layout.sentence_at(tokens[first].start).first
    office = None
    for i in range(first - 1, max(start, first - 12) - 1, -1):
        token = tokens[i]
        shortened = token.text == "." and len(tokens[i - 1].text) <= 3 and tokens[i - 1].text.islower()
        if token.word is None and token.text not in '«»"-–()' and not shortened:
            break
        if token.word is not None and token.word.pos in ("VERB", "CONJ", "PRTS", "GRND"):
            if office is None and _joins_alike(tokens, i):  # «член Ассоциации туризма | и | отдыха Анна …»
                continue
            break
        if token.lemma in titles():
            office = i
    return office


def _joins_alike(tokens: Sequence[Token], i: int) -> bool:
    """Does «и» join two common nouns in the genitive, as names of bodies have them?"""
    pair = (tokens[i - 1], tokens[i + 1])
    if tokens[i].lower != "и" or any(token.capital or token.lemma in titles() for token in pair):
        return False
    return all(token.is_case("gent") for token in pair)


def cases_behind(layout: Layout, last: int) -> frozenset[str]:
    """The cases of the office behind a name and a comma («Александра Лысова, | начальника отдела»); none if none."""
    tokens = layout.tokens
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return frozenset()
    office = next((t for t in tokens[last + 1 : last + 4] if t.lemma in titles()), None)
    if office is None or office.word is None:
        return frozenset()
    return frozenset(p.case for p in office.word.parses if p.case and p.number == "sing" and "anim" in p.tags)


def verb_before(layout: Layout, first: int, last: int) -> Parse | None:
    """The verb right before a name or its office, unless several are its subjects («выступили Иван Петров и …»)."""
    office = office_before(layout, first)
    at = first if office is None else office  # «подписала | заместитель мэра Омска Анна …»
    if layout.sentence_at(layout.tokens[first].start).first == at:
        return None
    word = layout.tokens[at - 1].word
    parse = word.parses[0] if word and word.parses else None
    if parse is None or parse.pos != "VERB":
        return None
    joined = last < len(layout.tokens) and layout.tokens[last].text in {",", "и", "–", "—"}
    return None if parse.number == "plur" and joined else parse


def agreement(option: Option, verb: Parse | None) -> float:
    """A subject agrees with the verb before it in number and gender: «поздравил Лосева» speaks of a man."""
    if verb is None or "nomn" not in option.cases:
        return 0.0
    fits = verb.number != "plur" and verb.gender in (None, {"m": "masc", "f": "femn"}.get(option.gender))
    if fits or not option.gender:
        return 0.3
    return -0.6 if option.cases == {"nomn"} else 0.0


def _expected_alone(before: Token | None) -> frozenset[str]:
    """The genitive behind a noun that cannot be one itself («письмо Александра …»), else the nominative,
    unless a verb or another noun leaves it open."""
    if before is None or before.word is None:
        return frozenset({"nomn"})
    if before.lower in ("памяти", "имени"):
        return frozenset({"gent"})
    if before.lemma in ("памятник", "монумент", "бюст", "мемориал"):  # «памятник Гирсу»
        return frozenset({"datv", "gent"})
    if before.word.pos == "PRTS":  # «документ подписан Иваном Петровым»
        return frozenset({"ablt"})
    nouns = [p for p in before.word.parses if p.pos == "NOUN"]
    if any("anim" in p.tags and p.score > 0.3 for p in nouns):  # «его коллега Алиреза …»
        return frozenset(p.case for p in nouns if p.case and "anim" in p.tags)
    if nouns and not before.capital and all(p.case != "gent" for p in nouns):
        return frozenset({"gent"})
    return frozenset() if nouns or before.word.pos in ("VERB", "INFN") else frozenset({"nomn"})
