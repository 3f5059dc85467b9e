"""The vocabulary of speech: verbs, what follows them, who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pobratim.reading.data import load_toml
from pobratim.reading.text.morph import Parse, Word


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lemmas of `data/quotes/verbs.toml`."""

    speech: frozenset[str]
    with_that: frozenset[str]
    after: frozenset[str]
    """What may stand after what is told: «…, предложил мэр»."""
    noted: frozenset[str]
    attention: frozenset[str]
    not_said: frozenset[str]
    according: frozenset[str]
    information: frozenset[str]
    """«по информации пресс-службы мэрии»."""
    roles: frozenset[str]
    news: frozenset[str]
    offices: frozenset[str]
    leaders: frozenset[str]
    """Offices at the head of a place."""
    channels: frozenset[str]
    """Through which an authority speaks: its press service, its page."""
    short_offices: dict[str, str]
    """Offices in their short form and the word of the full one («премьер» → «премьер-министр»)."""
    leads: frozenset[str]
    """What opens a sentence and is part of nothing that is told («Правда, подчеркнул он, …»)."""
    facts: frozenset[str]
    """What may be announced before a colon: «начал с цифр: …»."""
    levels: dict[str, str]
    """Words that tell of what kind of place somebody is the head: city, district or region."""


@cache
def vocabulary() -> Vocabulary:
    """The words of speech, «ё» and «е» alike."""
    tables = load_toml("quotes/verbs.toml")
    return Vocabulary(
        speech=_both(tables["speech"]),
        with_that=_both(tables["with_that"]["lemmas"]),
        after=_both((*tables["with_that"]["lemmas"], *tables["after"]["lemmas"])),
        noted=_both(tables["noted"]["lemmas"]),
        attention=_both(tables["noted"]["attention"]),
        not_said=_both(tables["noted"]["not_said"]),
        according=_both(tables["according"]["lemmas"]),
        information=_both(tables["according"]["information"]),
        roles=_both(tables["roles"]["lemmas"]),
        news=_both(tables["news"]["lemmas"]),
        offices=_both(tables["offices"]["lemmas"]),
        leaders=_both(tables["leaders"]["lemmas"]),
        channels=_both(tables["channels"]["lemmas"]),
        short_offices=dict(tables["short_offices"]),
        leads=_both(tables["leads"]["words"]),
        facts=_both(tables["facts"]["lemmas"]),
        levels={lemma: level for level, lemmas in tables["levels"].items() for lemma in _both(lemmas)},
    )


def _both(lemmas: Iterable[str]) -> frozenset[str]:
    words = frozenset(lemmas)
    return words | {word.replace("ё", "е") for word in words}


_STATES = frozenset({"уверенный", "убеждённый", "убедить", "уверить"})


@lru_cache(maxsize=50_000)
def speaks(word: Word | None) -> Parse | None:
    """The parse that makes the word one of saying by somebody else: «отметил», «уверена», «подчеркнув».

    Not the passive («было отмечено»), nor what a speaker says of himself («отмечу»).
    """
    if word is None or word.lemmas.isdisjoint(vocabulary().speech):
        return None
    return next((p for p in word.parses if p.lemma in vocabulary().speech and _is_told(p)), None)


def acts(word: Word | None) -> Parse | None:
    """The likeliest parse, where it is a verb of what somebody else does."""
    parse = word.parses[0] if word is not None and word.parses else None
    return parse if parse is not None and parse.pos == "VERB" and _is_told(parse) else None


def _is_told(parse: Parse) -> bool:
    if parse.pos in ("ADJS", "PRTS"):
        return parse.lemma in _STATES
    if parse.pos == "GRND":
        return True
    return parse.pos == "VERB" and parse.tags.isdisjoint({"1per", "2per", "impr", "neut"})
