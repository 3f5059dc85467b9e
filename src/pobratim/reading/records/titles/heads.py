"""The heads of titles («председатель», «зам.», «экс-глава»), and the words that belong to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.context import Mention
from pobratim.reading.data import load_toml
from pobratim.reading.text.morph import word as word_of
from pobratim.reading.text.segments import Token

HEADS_OF_STATE = frozenset({"президент", "глава государства"})
"""Offices that a state has one of, as titles have them."""


@dataclass(frozen=True, slots=True)
class _Lists:
    heads: frozenset[str]
    trades: frozenset[str]
    short: frozenset[str]
    modifiers: frozenset[str]
    representing: frozenset[str]
    of_bodies: frozenset[str]
    honours: frozenset[str]
    never: frozenset[str]
    deputies: frozenset[str]
    degrees: frozenset[str]


@cache
def lists() -> _Lists:
    """The title words of `data/records/titles.toml`."""
    tables = load_toml("records/titles.toml")
    of_bodies = frozenset(tables["of_bodies"])
    return _Lists(
        heads=frozenset(tables["heads"]) | frozenset(tables["trades"]) | of_bodies,
        trades=frozenset(tables["trades"]),
        short=frozenset(tables["short"]),
        modifiers=frozenset(tables["modifiers"]) | frozenset(tables["former"]),
        representing=frozenset(tables["representing"]["heads"]),
        of_bodies=of_bodies,
        honours=frozenset(tables["honours"]),
        never=frozenset(tables["never"]),
        deputies=frozenset(tables["deputies"]),
        degrees=frozenset(tables["degrees"]),
    )


_AGED = re.compile(r"\d+-летн")


def is_modifier(token: Token) -> bool:
    """Is it a word that belongs to the head after it («первый», «генеральный»)?"""
    return token.word is not None and not token.word.lemmas.isdisjoint(lists().modifiers)


def is_honour(token: Token) -> bool:
    """Is it a word between an office and a name that is no part of either («господин», «45-летний»)?"""
    return token.word is not None and (
        not token.word.lemmas.isdisjoint(lists().honours)
        or token.lower in lists().honours
        or bool(_AGED.match(token.lower))
    )


def is_head(tokens: list[Token], index: int, spans: dict[int, Mention]) -> bool:
    """Is the token a title's head (and not «во главе с», not part of a name)?"""
    word = tokens[index].word
    if word is None or index in spans or not may_be_head(word.form):
        return False
    if word.form in lists().short and word.form != "зам":
        return index + 1 < len(tokens) and tokens[index + 1].text == "."
    if not known_head(word.form):
        return False
    if word.form == "премьера" and tokens[index - 1].lower not in {"вице", "и"}:
        return any(i in spans for i in (index + 1, index + 2))  # a first night, unless a country or a name follows
    if word.pos in {"PREP", "CONJ", "PRCL"}:
        return False  # «после» is no ambassador
    if not any(p.pos == "NOUN" or "Subx" in p.tags or p.pos == "PRTF" for p in word.parses):
        return False
    return not (word.form == "главе" and index and tokens[index - 1].lower == "во")


@lru_cache(maxsize=50_000)
def may_be_head(form: str) -> bool:
    """Is the form one that begins a title somewhere?"""
    return form in lists().short or bool(known_head(form))


@lru_cache(maxsize=50_000)
def known_head(form: str) -> str:
    """The form by which the list of heads knows a word ('' if it does not), or that of what it is made from:
    «экс-глава», «вице-староста», «обербургомистр», «советник-консул», «начальница», «заведующая»."""
    heads = lists().heads
    found = word_of(form)
    lemmas = tuple(dict.fromkeys((form, found.lemma, *sorted(found.lemmas))))
    for lemma in lemmas:
        if lemma in heads or (lemma.startswith("экс-") and lemma.removeprefix("экс-") in heads):
            return lemma
    for lemma in filter(_MADE_FROM.search, lemmas):
        if "-" in lemma and set(lemma.split("-", 1)) <= heads:
            return lemma
        if lemma.startswith(_RANKED) and office_of(lemma) in heads:
            return lemma
        if lemma.endswith(_OF_WOMEN):
            men = (lemma.removesuffix(end) + of_men for end, of_men in _WOMEN if lemma.endswith(end))
            man = next((man for man in men if man in heads), "")
            if man:
                return man
    return next((stem + "ий" for stem in _LED if form.startswith(stem)), "") if form.startswith(_LED) else ""


def office_of(lemma: str) -> str:
    """The office without what its rank adds: «вице-староста» → «староста»."""
    rank = _RANKS.match(lemma)
    return lemma[rank.end() :] if rank else lemma


_RANKS = re.compile(r"(?:(?:экс|вице|обер|супер|лорд)-?|(?:генерал|пресс)-|под(?=старост)|со(?=\w{6}))+")
_RANKED = ("экс", "вице", "обер", "супер", "лорд", "генерал", "пресс", "под", "со")
"""How such words begin."""
_WOMEN = (("тельница", "тель"), ("ница", "ник"), ("ница", ""))
_OF_WOMEN = tuple(end for end, _ in _WOMEN)
_MADE_FROM = re.compile(rf"-|^(?:{'|'.join(_RANKED)})|(?:{'|'.join(_OF_WOMEN)})$")
"""Words that may be made from others."""
_LED = ("заведующ", "управляющ", "командующ")


def is_degree(token: Token) -> bool:
    """Does it begin a degree or an honour («кандидат исторических наук», «заслуженный артист России»)?"""
    return token.word is not None and not token.word.lemmas.isdisjoint(lists().degrees)


def heads_end(tokens: list[Token], first: int, limit: int, spans: dict[int, Mention]) -> int:
    """Where the chain of heads ends: «заместителя | председателя», «зам. | генерального директора»;
    ``first`` if none begins there."""
    if not is_head(tokens, first, spans):
        return first
    end = _behind(tokens, first)
    while end < limit:
        index = end
        while index + 1 < limit and index not in spans and is_modifier(tokens[index]) and index - end < 3:
            index += 1
        if not is_head(tokens, index, spans) or not _may_be(tokens[index], "gent", "ablt"):
            break
        if index > end and not _may_be(tokens[index], "gent"):
            break
        end = _behind(tokens, index)
    return end


def _behind(tokens: list[Token], head: int) -> int:
    """The token after a head and the stop of its abbreviation («зам.»)."""
    stop = head + 1 < len(tokens) and tokens[head + 1].text == "."
    return head + 1 + (stop and tokens[head].lower in lists().short)


def _may_be(token: Token, *cases: str) -> bool:
    return token.lower in lists().short or token.is_case(*cases)


def head_lemma(token: Token) -> str:
    """The form by which the list of heads knows the token ('' if it does not)."""
    return known_head(token.lower)


def represents(lemma: str) -> bool:
    """Does who holds the office stand for its place («мэр», «вице-староста»)?"""
    return not lemma.startswith("экс") and office_of(lemma) in lists().representing
