"""The words at the head of organizations' names and before them: lists, adjectives, the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import Name, nationalities
from pobratim.reading.names.organizations.known import known_names
from pobratim.reading.names.places.adjectives import is_ordinary
from pobratim.reading.names.places.gazetteer import fold, of_a_town
from pobratim.reading.once import once, union
from pobratim.reading.text.declension import bases
from pobratim.reading.text.inflection import inflect, recase
from pobratim.reading.text.morph import is_known, word
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import Layout, Token

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

_FEMININE = ("ая", "ой", "ую", "яя", "ей", "юю")


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of ``organizations/words.toml``."""
    return frozenset(load_toml("organizations/words.toml")[table][key])


def small_caps(text: str) -> str:
    """A word in capitals as it is written elsewhere («МИНСКОГО» → «Минского»); abbreviations stay."""
    return text.capitalize() if text.isupper() and len(text) > 5 else text


def masculine(adjective: str) -> str:
    """«Слуцкого» → «Слуцкий», though the dictionary has it as a surname only."""
    for ending in _SKI:
        if adjective.lower().endswith(ending):
            return adjective[: -len(ending)] + ending[0] + "кий"
    return inflect(adjective, "nomn", "masc", "sing", like="ADJF")


def phrase(tokens: Sequence[Token]) -> str:
    """The words of a name with their head in the nominative."""
    tokens = [*tokens[:-1], _joined(tokens[-1])]
    texts = [small_caps(token.text) for token in tokens]
    if "(" in texts:
        opening, closing = texts.index("("), texts.index(")")
        whole = phrase([*tokens[:opening], *tokens[closing + 1 :]]).split()
        inner = phrase([*tokens[opening + 1 : closing], tokens[-1]]).rpartition(" ")[0]
        return " ".join([*whole[:opening], f"({inner})", *whole[opening:]])
    head = texts[-1]
    if len(texts) == 1 and head.isupper():
        return head
    if len(texts) > 1 and _already_nominative(tokens):
        return " ".join(texts)
    if abbreviation(tokens[0]) and len(texts) > 1:
        return " ".join(texts)
    if len(texts) > 1 and abbreviation(tokens[-1]) and all(adjectival(token) for token in tokens[:-1]):
        gender = "femn" if texts[0].lower().endswith(_FEMININE) else "neut" if texts[0].endswith("ое") else "masc"
        if gender == "masc":
            return " ".join([*(masculine(text) for text in texts[:-1]), head])
        return " ".join([*(inflect(text, "nomn", gender, "sing", like="ADJF") for text in texts[:-1]), head])
    if len(texts) > 1 and not is_known(head) and all(adjectival(token) for token in tokens[:-1]):
        return " ".join(_foreign(texts, tokens))
    return " ".join(_with_tails(texts))


def _joined(token: Token) -> Token:
    """«Дома-интерната» → «Дом-интернат», which the dictionary declines in its second part only."""
    head = head_of(token) if "-" in token.text else ""
    if "-" not in head or head == token.lower or head == token.lemma:
        return token
    return replace(token, text=head.capitalize() if token.capital else head, word=word(head))


def _with_tails(texts: list[str]) -> list[str]:
    """The nominative of words that may have a tail («Комсомольском-на-Амуре авиационном заводе»)."""
    parts = [text.partition("-на-") for text in texts]
    fronts = nominative([front for front, _, _ in parts])
    return [front + dash + tail for front, (_, dash, tail) in zip(fronts, parts, strict=True)]


def _already_nominative(tokens: Sequence[Token]) -> bool:
    """«Комсомольский-на-Амуре авиационный завод»: adjectives and head as they stand in the dictionary."""
    last = tokens[-1].word
    return (
        last is not None
        and last.form == last.lemma
        and any(p.pos == "NOUN" and p.case == "nomn" for p in last.parses)
        and all(t.lower.split("-на-")[0].endswith(("ий", "ый", "ая", "ое")) for t in tokens[:-1])
    )


def _foreign(texts: list[str], tokens: Sequence[Token]) -> list[str]:
    """«Павлодарского городского маслихата»: a head that no dictionary has, taken for masculine."""
    cases = frozenset.intersection(*(_cases(token) for token in tokens[:-1]))
    fitting = [base for base in bases(texts[-1].lower(), "m") if base.cases & cases or not cases]
    known = head_of(tokens[-1])  # «в Ташкентском хокимияте»
    head = recase(known or fitting[0].form, texts[-1]) if known or fitting else texts[-1]
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
        and not pronoun(token)
        and (any(p.pos == "ADJF" for p in token.word.parses[:4]) or token.lower.endswith(_SKI))
    )


def pronoun(token: Token) -> bool:
    """«наш», «каждый», «другой»."""
    return token.word is not None and any("Apro" in p.tags for p in token.word.parses[:1])


def adjectives_before(tokens: Sequence[Token], head: int, start: int) -> int:
    """Where the adjectives before ``head`` begin that belong to its name: at the leftmost capitalised one
    of an unbroken row («новый Минский городской технопарк» → at «Минский»); ``head`` itself if none."""
    first = head
    at = head
    lemma = tokens[head].lemma
    owns = lemma in words("authority", "owning") or (lemma == "комитет" and tokens[head - 1].lemma == "народный")
    while at > start:
        token = tokens[at - 1]
        if token.text == ")" and at - 3 > start and tokens[at - 3].text == "(" and adjectival(tokens[at - 4]):
            at -= 3  # «Казанский (Приволжский) федеральный университет»
            continue
        if not adjectival(token):
            break
        at -= 1
        if proper_adjective(token) or (owns and first == at + 1 and token.lemma in words("authority", "own")):
            first = at
    return first


def of_its_town(token: Token) -> bool:
    """Is it the adjective of a town in small letters: «пермский», and neither «белорусский» nor «советский»."""
    return (
        token.text.islower()
        and token.word is not None
        and token.lemma.endswith(("ский", "цкий"))
        and of_a_town(token.lemma)
        and token.lemma not in nationalities()
        and not is_ordinary(token.lemma)
    )


def generic(adjectives: Sequence[Token]) -> bool:
    """Do the adjectives alone make no name («Городской совет»)?"""
    return all(token.lemma in words("authority", "generic") for token in adjectives)


def adjectival(token: Token) -> bool:
    return token.word is not None and (
        any(p.pos in ("ADJF", "PRTF") for p in token.word.parses[:4]) or token.lower.endswith(_SKI)
    )


def in_genitive(token: Token) -> bool:
    """May it be a genitive (an abbreviation always)?"""
    return token.text.isupper() or token.word is None or token.word.is_case("gent")


def plural(token: Token) -> bool:
    """Is it certainly a plural («заводы», «министерств»)?"""
    nouns = [p for p in token.word.parses if p.pos == "NOUN"] if token.word else []
    return bool(nouns) and is_known(token.text) and all(p.number == "plur" for p in nouns)


def abbreviation(token: Token) -> bool:
    return (token.text.isupper() and 2 <= len(token.text) <= 5) or (
        sum(letter.isupper() for letter in token.text) > 2 and fold(token.text) in known_names()
    )


def spelled(tokens: Sequence[Token], *, small: bool = False) -> str:
    """The words as the text has them, one blank where it has any («Onliner.by», «Ак Барс Холдинг»); ``small``
    for those in capitals as they are written elsewhere."""
    text = ""
    for i, token in enumerate(tokens):
        gap = " " if i and token.start > tokens[i - 1].end else ""
        text += gap + (small_caps(token.text) if small else token.text)
    return text


def tidy(text: str) -> str:
    return re.sub(r"\s+([.,])", r"\1", text)


def by_first(places: Sequence[Name]) -> dict[int, Name]:
    """First token → the strongest and longest place that starts there."""
    return {place.first: place for place in sorted(places, key=lambda p: (p.strength, p.last))}


@cache
def institutions() -> frozenset[str]:
    """Heads that make a name with a capitalised adjective alone («Минский часовой завод»)."""
    return (
        words("company", "heads")
        | words("institution", "heads")
        | frozenset({"министерство", "департамент", "комитет", "управление", "палата", "тпп", "отделение", "суд"})
    )


def head_of(token: Token) -> str:
    """The dictionary form of a word that may be at the head of an organization's name, '' for any other."""
    return _head(token.word.form, token.word.lemma) if token.word is not None else ""


@once
def heads_in(layout: Layout) -> dict[int, str]:
    """The tokens of the text that may be at the head of an organization's name, in order, with that head."""
    heads = ((i, head_of(token)) for i, token in enumerate(layout.tokens))
    return {i: head for i, head in heads if head}


@lru_cache(maxsize=50_000)
def _head(form: str, lemma: str) -> str:
    if lemma in _all_heads():
        return lemma
    if form.startswith(_foreign_heads()):
        return next(head for head in _foreign_heads() if form.startswith(head))
    if "-" in form and (joined := "-".join(word(part).lemma for part in form.split("-"))) in _all_heads():
        return joined  # «дома-интерната»
    if lemma.endswith(_compounded()):
        return next(head for head in _compounded() if lemma.endswith(head))
    return ""


def governs(token: Token) -> bool:
    """Is it the head of an authority's name («мэрия», «министерство», «облисполком»)?"""
    head = head_of(token)
    return head in words("authority", "heads") or head == "министерство" or token.lemma.endswith("исполком")


@cache
def _all_heads() -> frozenset[str]:
    return union(words("authority", "heads"), words("authority", "departments"), institutions())


@cache
def _compounded() -> tuple[str, ...]:
    return tuple(sorted(words("company", "compounded")))


@cache
def _foreign_heads() -> tuple[str, ...]:
    """Heads that the dictionary lacks (маслихат, хокимият), which have no sure dictionary form."""
    return tuple(sorted(head for head in _all_heads() if len(head) > 4 and not is_known(head)))


def singular(head: Token) -> str:
    """The head of a name in the nominative singular («палаты» → «палата»)."""
    return head_of(head) if head_of(head) and "-" not in head.text else inflect(head.lower, "nomn", "sing", like="NOUN")


def of_gender(adjectives: Sequence[str], noun: str) -> list[str]:
    """The adjectives in the nominative singular, of the noun's gender."""
    gender = next((p.gender for p in word(noun).parses if p.pos == "NOUN" and p.gender), "masc")
    return [inflect(text, "nomn", "sing", gender, like="ADJF") for text in adjectives]


def gender_of(name: str) -> str:
    """The gender that the end of a name's first word shows."""
    return {"а": "femn", "о": "neut", "е": "neut"}.get(name.split()[0][-1:].replace("я", "а"), "masc")


def legal_form(token: Token) -> bool:
    """Is it «ОАО», «РУП», «учреждение»?"""
    return token.lower in words("dropped", "legal") and (token.text.isupper() or len(token.text) > 5)


def describes(token: Token) -> bool:
    """May the name of an organization follow in quotation marks?"""
    return token.word is not None and (_describing(token.word.form, token.word.lemma) or legal_form(token))


@lru_cache(maxsize=50_000)
def _describing(form: str, lemma: str) -> bool:
    return not {form, lemma, _head(form, lemma)}.isdisjoint(union(described(), words("company", "zones")))


@cache
def described() -> frozenset[str]:
    """Words behind which the name of an organization may stand in quotation marks (legal forms besides)."""
    return (
        words("company", "heads")
        | words("institution", "heads")
        | words("media", "heads")
        | words("authority", "departments")
    )
