"""Topics: the fields of cooperation that a document names as such.

A field's word counts in a sentence that speaks of cooperation (a cue word stands in it) or that goes
on with a list begun in the sentence before («Это и промышленность, это и …»).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pobratim.model.reading import Span, Topic
from pobratim.reading.context import Context
from pobratim.reading.data import load_toml
from pobratim.reading.records.stands import Stands
from pobratim.reading.segments import Sentence, Token


@dataclass(frozen=True, slots=True)
class _Lexicon:
    first: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First lemma of a phrase → the phrases (lemmas) that begin with it and their codes."""
    cues: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    tables = load_toml("records/topics.toml")
    cues = frozenset(tables.pop("cues"))
    first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, phrases in tables.items():
        for phrase in phrases:
            lemmas = tuple(phrase.split())
            first.setdefault(lemmas[0], []).append((lemmas, code))
    return _Lexicon({lemma: tuple(found) for lemma, found in first.items()}, cues)


def find_topics(context: Context, stands: Stands) -> list[Topic]:
    """One record a field, with every sentence that names it as evidence."""
    evidence: dict[str, list[Span]] = {}
    cued = False
    for sentence in context.layout.sentences:
        tokens = context.layout.tokens_of(sentence)
        cued = _speaks_of_cooperation(tokens) or (cued and _goes_on(context, sentence))
        if cued:
            for code in topics_in(_outside_names(context, sentence)):
                evidence.setdefault(code, []).append((sentence.start, sentence.end))
    return [
        Topic(
            topic=code,
            parties=stands.pair,
            evidence=tuple(spans),
            confidence=min(0.94, 0.84 + 0.04 * len(spans)),
            rule="topic.named",
        )
        for code, spans in evidence.items()
    ]


def topics_in(tokens: list[Token]) -> tuple[str, ...]:
    """The codes of the fields that the tokens name, in their order."""
    lexicon = _lexicon()
    codes: dict[str, None] = {}
    for index, token in enumerate(tokens):
        if token.word is None:
            continue
        for lemma in sorted(token.word.lemmas):
            for phrase, code in lexicon.first.get(_bare(lemma), ()):
                if _matches(tokens, index, phrase) and not _is_of_something(tokens, index, phrase):
                    codes[code] = None
    return tuple(codes)


def _bare(lemma: str) -> str:
    """«80-летие» counts as «летие»."""
    return "летие" if lemma.endswith("-летие") else lemma


def _matches(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """The phrase's lemmas follow each other; one word may stand between («80-летие Великой Победы»)."""
    position = index + 1
    for lemma in phrase[1:]:
        for step in range(2):
            word = tokens[position + step].word if position + step < len(tokens) else None
            if word is not None and lemma in word.lemmas:
                position += step + 1
                break
        else:
            return False
    return True


def _is_of_something(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """«строительство завода», «муниципальное образование» name no field of cooperation."""
    if phrase == ("строительство",):
        following = tokens[index + 1].word if index + 1 < len(tokens) else None
        return following is not None and any(p.case == "gent" for p in following.parses)
    if phrase == ("образование",):
        before = tokens[index - 1].word if index else None
        return before is not None and "муниципальный" in before.lemmas
    return False


def _outside_names(context: Context, sentence: Sentence) -> list[Token]:
    """The tokens that are no part of an organization's name («министерство промышленности»)."""
    names = context.mentions_in(sentence.start, sentence.end, "organization")
    taken = {index for name in names for index in range(name.first, name.last)}
    tokens = context.layout.tokens
    return [tokens[i] for i in range(sentence.first, sentence.last) if i not in taken]


def _speaks_of_cooperation(tokens: list[Token]) -> bool:
    cues = _lexicon().cues
    return any(token.word and not token.word.lemmas.isdisjoint(cues) for token in tokens)


def _goes_on(context: Context, sentence: Sentence) -> bool:
    """A sentence that begins with «это», «и», «в частности», «также» goes on with the one before."""
    first = context.layout.tokens[sentence.first]
    return first.lower in {"это", "и", "также", "например", "кроме", "среди"} or first.lower == "в"
