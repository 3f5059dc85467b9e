"""The organizations of the field that everybody knows under several names (``known.tsv``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pobratim.reading.data import path
from pobratim.reading.names.names import Name
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.text.morph import word
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import Layout, Token

LISTED = 85


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """The names of one organization, the usual one first, and the place it governs ('' for none)."""

    names: tuple[str, ...]
    seat: str


@cache
def known_names() -> dict[str, KnownOrganization]:
    """Folded name → the organization."""
    table: dict[str, KnownOrganization] = {}
    for line in path("organizations/known.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, others, *seat = line.split("\t")
            known = KnownOrganization(
                tuple(dict.fromkeys([name, *others.split(";")])), seat[0] if seat else ""
            )
            for each in known.names:
                table.setdefault(fold(each), known)
    return table


@cache
def _starts() -> dict[tuple[str, str], tuple[int, ...]]:
    """First three letters and first letter of the second word ('' where there is none) → how many words the
    known names of that beginning have, the longest first."""
    lengths: dict[tuple[str, str], set[int]] = {}
    for name in known_names():
        words = name.split()
        lengths.setdefault((name[:3], words[1][0] if len(words) > 1 else ""), set()).add(len(words))
    return {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}


def listed(layout: Layout) -> Iterator[Name]:
    """«техника МТЗ», «МАЗом», «Минского автомобильного завода»: names of the list in any case form."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            i += 1
            if token.word is None or not token.capital:
                continue
            start, following = fold(token.text)[:3], fold(tokens[i].text[0]) if i < sentence.last else ""
            for length in (*_starts().get((start, following), ()), *_starts().get((start, ""), ())):
                if found := _listed_at(tokens, i - 1, min(i - 1 + length, sentence.last)):
                    yield found
                    i = found.last
                    break


def _listed_at(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    texts = [token.text for token in tokens[first:last]]
    quoted = first > 0 and tokens[first - 1].text in '«"“„'
    for form in _forms(tokens[first:last], texts):
        known = known_names().get(form)
        if known is None:
            continue
        shown = next(name for name in known.names if fold(name) == form)
        if last - first == 1 and not quoted and not _written_so(texts[0], shown):
            return None
        if not quoted and texts[1:] == ["сегодня"]:
            return None  # «Беларусь сегодня входит в тройку партнёров»
        others = tuple(name for name in known.names if name != shown)
        return Name(first, last, "organization", shown, LISTED, aliases=others)
    return None


def _forms(words: Sequence[Token], texts: Sequence[str]) -> Iterator[str]:
    """What the words may be in the nominative, folded."""
    yield fold(" ".join(texts))
    if len(words) > 1:
        yield fold(" ".join(nominative(texts)))
    elif words[0].word is not None:
        for ending in ("а", "у", "ом", "е", "ы"):
            if words[0].lower.endswith(ending):
                yield fold(words[0].lower.removesuffix(ending))
        yield from (fold(lemma) for lemma in sorted(words[0].word.lemmas))


def _written_so(text: str, name: str) -> bool:
    """Is a single word written as that name is? An abbreviation wants capitals («МАЗом», «БелТА», not «маз»);
    a name that is also a common word («Горизонт») wants quotation marks."""
    if name.isupper() and not name.isascii():
        return any(letter.isupper() for letter in text[1:])
    parses = word(text).parses
    return not any(
        p.pos == "NOUN" and not p.tags & {"Orgn", "Abbr", "Geox"} and p.score > 0.3 for p in parses
    ) or (len(text) > 9)
