"""Institutions in small letters that the words beside them tell apart: whose they are («пермский фонд капитального
ремонта»), what they do («камвольно-прядильная фабрика», «клинический центр Крагуеваца»), and, where guests are shown
round, what they make or keep («осмотрели вагоноремонтный завод», «побывали в музее пряника»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import (
    by_first,
    head_of,
    heads_in,
    of_its_town,
    phrase,
    plural,
    pronoun,
    words,
)
from pobratim.reading.names.organizations.quoted import OPEN
from pobratim.reading.text.segments import Layout, Sentence, Token

TOLD_APART, WITH_PLACE = 45, 84
_LONGEST_SUBJECT = 4


def told_apart(layout: Layout, places: Sequence[Name]) -> Iterator[Name]:
    """One institution of its kind, by its town, its trade, its subject or its place."""
    tokens, heads = layout.tokens, heads_in(layout)
    starts = by_first(places)
    for sentence in layout.sentences:
        found = [i for i in range(sentence.first, sentence.last) if i in heads and _institution(tokens[i], heads[i])]
        tour = _tour(tokens, sentence) if found else 0
        for i in found:
            if plural(tokens[i]) or i in starts:
                continue
            name = _at(tokens, sentence, i, starts, shown=i > tour)
            if name is not None:
                yield name


def _tour(tokens: Sequence[Token], sentence: Sentence) -> int:
    """Where the sentence begins to tell what guests are shown; its end where it does not."""
    spans = range(sentence.first, sentence.last)
    return next(
        (i for i in spans if tokens[i].lemma in words("visited", "verbs") and tokens[i].lower != "показать"),
        sentence.last,
    )  # «готовы показать центр управления дорогами» is an offer


def _at(
    tokens: Sequence[Token], sentence: Sentence, i: int, starts: dict[int, Name], *, shown: bool
) -> Name | None:
    first = i
    while first > sentence.first and _of_a_trade(tokens[first - 1], begins=first - 1 == sentence.first):
        first -= 1
    own = first > sentence.first and of_its_town(tokens[first - 1])
    end = _subject_end(tokens, i + 1, sentence.last)
    if end < sentence.last and tokens[end].text in OPEN:
        return None  # the name stands in the quotation marks behind
    head = head_of(tokens[i])
    seat = starts.get(end) if end < sentence.last else None
    trade = first < i
    kept = head in words("visited", "heads")
    alone = tokens[i].lemma in words("visited", "alone") or (head != tokens[i].lemma and head not in ("больница",))
    if not (
        (own and (trade or end > i + 1 or alone))
        or (trade and seat is not None and kept)
        or (trade and head in words("visited", "works") and _double(tokens[first:i]))
        or (shown and kept and (trade or (end > i + 1 and head not in words("visited", "grounds"))))
    ):
        return None
    ranked = not own and first > sentence.first and tokens[first - 1].lemma in words("visited", "ranks")
    begin = first - (own or ranked)
    last = seat.last if seat is not None and not own else end
    rest = [token.text for token in tokens[i + 1 : last]]
    name = " ".join([phrase([*_small(tokens[begin]), *tokens[begin + 1 : i + 1]]), *rest])
    short = " ".join([phrase(tokens[first : i + 1]), *rest]) if begin < first and (trade or rest) else ""
    inner = [seat] if seat is not None and not own else []
    strength = WITH_PLACE if inner else TOLD_APART
    return Name(begin, last, "organization", name, strength, aliases=(short,) if short else (), inner=inner)


def _small(token: Token) -> tuple[Token]:
    """The token without the capital that the sentence gives it."""
    return (replace(token, text=token.lower),)


def _institution(token: Token, head: str) -> bool:
    return token.text.islower() and (head in words("visited", "heads") or head in words("visited", "owned"))


def _of_a_trade(token: Token, *, begins: bool = False) -> bool:
    return (
        (begins or token.text.islower())
        and token.word is not None
        and token.word.pos == "ADJF"
        and not pronoun(token)
        and token.lemma not in words("visited", "common")
        and (not token.lemma.endswith(("ский", "цкий")) or token.lemma in words("visited", "trades"))
    )


def _cases(token: Token) -> set[str]:
    return {p.case for p in token.word.parses[:3] if p.case} if token.word else set()


def _double(adjectives: Sequence[Token]) -> bool:
    """«литейно-механический»: so long a word tells one works from all others."""
    return any("-" in adjective.text for adjective in adjectives)


def _subject_end(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Where the genitive ends that says what is made or kept there («фабрика | инкрустации»)."""
    at = end = start
    while at < min(stop, start + _LONGEST_SUBJECT):
        token = tokens[at]
        if token.word is None or not token.text.islower() or token.lemma in words("visited", "nowhere"):
            break
        genitive = [p for p in token.word.parses[:3] if p.case == "gent" and p.score > 0.1]
        before = tokens[at - 1]
        managed = at > start and (before.lemma == "управление" or (at > end and "ablt" in _cases(before)))
        if managed and "ablt" in _cases(token):  # «центр управления | городским хозяйством»
            end = at + 1 if token.word.pos == "NOUN" else end
            at += 1
            continue
        if not genitive or token.word.pos not in ("NOUN", "ADJF") or pronoun(token):
            break
        if any(p.pos == "NOUN" for p in genitive):
            end = at + 1
        at += 1
    return end
