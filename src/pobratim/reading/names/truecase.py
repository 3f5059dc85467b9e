"""Headlines in capitals, written as they would stand in a sentence.

«ПРЕДСЕДАТЕЛЬ ГОМЕЛЬСКОГО ГОРИСПОЛКОМА ПРИНЯЛ ДЕЛЕГАЦИЮ» reads «Председатель Гомельского горисполкома
принял делегацию». Offsets stay; only the words that the finders of names look at change.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pobratim.reading.names.places.gazetteer import base_forms, gazetteer, of_a_town
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Sentence, Token

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_FEWEST_WORDS = 3
_SURNAME = re.compile(
    r"^[А-ЯЁ]{2,}(?:[ОЕЁ]В(?:А|У|ЫМ|ОЙ)?|[ИЫ]Н(?:А|У|ЫМ|ОЙ)?|[ЦС]КИ[ЙМ]|[ЦС]КО(?:ГО|МУ|Й)|[ЦС]КАЯ|[ЦС]КУЮ"
    r"|(?:[УЮ]К|ИЧ|[ЯА]Н|ЧИК|ЕЦ)(?:А|У|ОМ|ЕМ)?|ЕНКО|КО)$"
)


def truecase(layout: Layout) -> Layout:
    """The layout with sentences and surnames in capitals rewritten; itself where there is none."""
    shouting = [sentence for sentence in layout.sentences if _in_capitals(layout.tokens_of(sentence))]
    surnames = _surnames(layout.tokens)
    if not shouting and not surnames:
        return layout
    tokens = list(layout.tokens)
    for index in surnames:
        tokens[index] = replace(tokens[index], text=tokens[index].text.capitalize())
    for sentence in shouting:
        _rewrite(tokens, sentence)
    return replace(layout, tokens=tokens)


def _surnames(tokens: list[Token]) -> list[int]:
    """The surnames of «аким Нурбол САДУАКАСОВ»: in capitals behind a name that is not, and where they stand again."""
    shouted = [index for index, token in enumerate(tokens) if token.text.isupper() and _SURNAME.search(token.text)]
    named = {tokens[index].text for index in shouted if index and _is_given(tokens[index - 1])}
    return [index for index in shouted if tokens[index].text in named]


def _is_given(token: Token) -> bool:
    """A word with a capital and no other sense that is known."""
    if token.word is None or len(token.text) < 3 or not (token.text[0].isupper() and token.text[1:].islower()):
        return False
    return not is_known(token.text) or bool(token.word.with_tags("Name"))


def _in_capitals(tokens: list[Token]) -> bool:
    words = [token for token in tokens if token.word is not None and len(token.text) > 2]
    return len(words) >= _FEWEST_WORDS and all(token.text.isupper() for token in words)


def _rewrite(tokens: list[Token], sentence: Sentence) -> None:
    begun = _beginnings(tokens, sentence)
    for i in range(sentence.first, sentence.last):
        token = tokens[i]
        if token.word is None or token.word.form.isascii():
            continue
        if len(token.text) < 2:  # «И» and «В» are words unless a stop makes initials of them
            if i > sentence.first and not (i + 1 < len(tokens) and tokens[i + 1].text == "."):
                tokens[i] = replace(token, text=token.lower)
            continue
        if i > sentence.first and i not in begun and not _is_name(token):
            tokens[i] = replace(token, text=token.lower)
        elif not _is_abbreviation(token):
            tokens[i] = replace(token, text="-".join(part.capitalize() for part in token.text.split("-")))


def _beginnings(tokens: list[Token], sentence: Sentence) -> set[int]:
    """The common words that towns' names of several words begin with: «НИЖНЕГО НОВГОРОДА»."""
    begun: set[int] = set()
    for i in range(sentence.first, sentence.last - 1):
        length, _ = gazetteer().phrases([token.lower for token in tokens[i : min(i + 4, sentence.last)]])
        if length > 1 and _is_name(tokens[i + length - 1]):
            begun.update(range(i, i + length - 1))
    return begun


def _is_name(token: Token) -> bool:
    """A name, an abbreviation, a town, or an adjective of a town («ГОМЕЛЬСКОГО»)."""
    if token.word is None or not is_known(token.text) or _is_abbreviation(token):
        return True
    if any(p.tags & _NAMES and p.score > 0.2 for p in token.word.parses):
        return True
    return any(p.pos == "ADJF" and of_a_town(p.lemma) for p in token.word.parses[:2])


def _is_abbreviation(token: Token) -> bool:
    if token.word is not None and any("Abbr" in p.tags for p in token.word.parses[:1]):
        return True
    return (
        len(token.text) <= 5
        and not is_known(token.text)
        and not any(gazetteer().lookup(form) for form in base_forms(token.lower))
    )
