"""What a name found tells of the rest of the text: its abbreviation or foreign form in brackets, its other mentions.

«Череповецкий литейно-механический завод (ЧЛМЗ)» makes ЧЛМЗ a name wherever it stands; a company that one sentence
introduces («компания «Вега»») is the same in the next («сотрудники Веги»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pobratim.reading.names.names import Name
from pobratim.reading.names.organizations.heads import describes, words
from pobratim.reading.names.organizations.known import known_names
from pobratim.reading.names.organizations.quoted import CLOSE, OPEN, is_thing
from pobratim.reading.names.places.gazetteer import fold
from pobratim.reading.text.segments import Layout, Token

BRACKETED, REPEATED, REPEATED_WORD = 75, 72, 45
_LONGEST_BRACKET = 7
_LEAST = 50
"""Strength from which on a name is sure enough to be looked for elsewhere."""


def bracketed(layout: Layout, names: Sequence[Name], places: Sequence[Name]) -> Iterator[Name]:
    """The abbreviation or foreign name that stands in brackets behind a name, closing quotation marks between."""
    tokens = layout.tokens
    located = {place.first for place in places}
    for name in names:
        at = name.last
        if at < len(tokens) and tokens[at].text in CLOSE:
            at += 1
        if at + 2 >= len(tokens) or tokens[at].text != "(" or at + 1 in located:
            continue
        end = next((i for i in range(at + 1, min(len(tokens), at + _LONGEST_BRACKET + 2)) if tokens[i].text == ")"), 0)
        if end and _another_name(tokens[at + 1 : end], name):
            first, last = at + 1, end
            while tokens[first].text in OPEN:
                first += 1
            while tokens[last - 1].text in CLOSE:
                last -= 1
            text = " ".join(token.text for token in tokens[first:last])
            yield Name(first, last, "organization", text, BRACKETED, aliases=(name.name, *name.aliases))


def _another_name(inside: Sequence[Token], name: Name) -> bool:
    """Is it an abbreviation of several words, or the name in Latin letters?"""
    spelled = [token for token in inside if token.text not in OPEN | CLOSE]
    if not spelled or any(token.word is None for token in spelled) or not spelled[0].text[0].isupper():
        return False
    if all(token.text.isascii() for token in spelled):
        return True
    text = spelled[0].text
    several = len(name.name.split()) > 1
    return len(spelled) == 1 and several and len(text) > 1 and sum(c.isupper() for c in text) > 1


def repeated(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """The other mentions of the names found, in any case form."""
    tokens = layout.tokens
    wanted: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for name in names:
        key = _key(tokens[name.first : name.last])
        if key not in seen and name.strength >= _LEAST and _distinctive(tokens, name):
            seen.add(key)
            wanted[key[0]].append((key, name))
    taken = {i for name in names for i in range(name.first, name.last)}
    for i, token in enumerate(tokens):
        if not token.capital or i in taken:
            continue
        for key, name in wanted.get(fold(token.lemma), ()):
            last = i + len(key)
            if _key(tokens[i:last]) == key and _stands_so(tokens, i, last):
                strength = REPEATED if len(key) > 1 or token.text.isupper() else REPEATED_WORD
                yield Name(
                    i, last, "organization", name.name, strength, aliases=name.aliases, seat=name.seat, inner=name.inner
                )
                break


def without_things(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """Without what the text calls a ship, a festival, a programme somewhere («на фестивале «Венок»», then «Венок»)
    and nowhere a company."""
    tokens = layout.tokens
    things, bodies = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for i, token in enumerate(tokens):
        if token.text not in OPEN or not i or tokens[i - 1].word is None:
            continue
        end = next((k for k in range(i + 1, min(len(tokens), i + _LONGEST_BRACKET + 2)) if tokens[k].text in CLOSE), 0)
        if is_thing(tokens, i - 1) and _nominative(tokens[i + 1 : end]):
            things.add(_key(tokens[i + 1 : end]))
        elif describes(tokens[i - 1]):
            bodies.add(_key(tokens[i + 1 : end]))
    things -= bodies
    return [name for name in names if _key(tokens[name.first : name.last]) not in things]


def _nominative(tokens: Sequence[Token]) -> bool:
    """Not «инициатива «Яблока»»: that names whose it is."""
    return len(tokens) != 1 or tokens[0].lower == tokens[0].lemma


def _key(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(fold(token.lemma) for token in tokens)


def by_head(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """«Палата», «Дума», «Университет» with a capital, inside a sentence: the only one of the text; a parliament may be
    named so by itself («в Сенате»)."""
    tokens = layout.tokens
    referred = words("authority", "referred")
    bodies: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in names:
        for token in tokens[name.first : name.last]:
            if token.lemma in referred:
                bodies[token.lemma].setdefault(fold(name.name), name)
                break
    taken = {i for name in names for i in range(name.first, name.last)}
    for sentence in layout.sentences:
        for i in range(sentence.first + 1, sentence.last):
            token = tokens[i]
            if i in taken or not token.capital or token.text.isupper() or tokens[i - 1].word is None:
                continue
            found = bodies.get(token.lemma, {})
            after = tokens[i + 1] if i + 1 < sentence.last else None
            named_behind = after is not None and (after.capital or after.text in OPEN)
            if not found and not named_behind and token.lemma in words("authority", "by_itself"):
                yield Name(i, i + 1, "organization", token.lemma.capitalize(), REPEATED_WORD)
            elif len(found) == 1 and not named_behind:
                name = next(iter(found.values()))
                yield Name(i, i + 1, "organization", name.name, REPEATED_WORD, aliases=name.aliases, seat=name.seat)


def _distinctive(tokens: Sequence[Token], name: Name) -> bool:
    first = tokens[name.first]
    alone = name.last - name.first == 1
    return first.capital and not (alone and (describes(first) or fold(first.text) in words("other", "abbreviations")))


def _stands_so(tokens: Sequence[Token], first: int, last: int) -> bool:
    """May the words here be that name? A common word only in quotation marks again."""
    if last - first > 1 or tokens[first].text.isupper() or fold(tokens[first].text) in known_names():
        return True
    if first and tokens[first - 1].text in OPEN and last < len(tokens) and tokens[last].text in CLOSE:
        return True
    word = tokens[first].word
    common = word is not None and any(
        p.score > 0.3 and p.pos in ("NOUN", "ADJF", "VERB", "PRTF") and not p.tags & {"Orgn", "Abbr"}
        for p in word.parses[:2]
    )
    return tokens[first].text.isascii() or not common
