"""Where a person's name stands: the tagger's persons, mended, and those that it missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pobratim.reading.fullnames import given_name_weight, given_readings, patronymic_gender
from pobratim.reading.gazetteer import fold, gazetteer
from pobratim.reading.names import titles
from pobratim.reading.segments import Layout, Sentence, Token
from pobratim.reading.tagger import Tagged


def person_spans(layout: Layout, tagged: Sequence[Tagged]) -> Iterator[tuple[int, int]]:
    """The tagger's persons, joined to the initials and capitalised words that belong to them, and pairs
    of a known given name and a capitalised word that it missed."""
    tokens = layout.tokens
    taken: set[int] = set()
    other = {i for name in tagged if name.kind != "PER" for i in range(name.first, name.last)}
    for name in tagged:
        if name.kind != "PER":
            continue
        first, last = name.first, name.last
        while first > 1 and tokens[first - 1].text == "." and is_initial(tokens[first - 2]):
            first -= 2
        while last + 1 < len(tokens) and is_initial(tokens[last]) and tokens[last + 1].text == ".":
            last += 2
        while first < last and not (tokens[first].capital and tokens[first].word):
            first += 1
        last = next((i for i in range(first, last) if tokens[i].text == "("), last)
        while last > first and not (tokens[last - 1].word or tokens[last - 1].text == "."):
            last -= 1
        first = _behind_title(tokens, first, last)
        while (
            last - first > 1
            and tokens[last - 1].text.islower()
            and not patronymic_gender(tokens[last - 1].text)
        ):
            last -= 1
        if first < last and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            yield first, last
    for first, last in _initialled(layout, taken | other):
        taken.update(range(first, last))
        yield first, last
    yield from _missed(layout, taken | other)


def _missed(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Given names with a patronymic or a surname behind them that the tagger missed."""
    yield from _beside(layout, taken, _with_patronymic)
    yield from _beside(layout, taken, _with_surname)


def _beside(
    layout: Layout, taken: set[int], find: Callable[[Sequence[Token], int, Sentence, set[int]], range | None]
) -> Iterator[tuple[int, int]]:
    """What ``find`` makes of every pair of capitalised words whose first may be a given name."""
    tokens = layout.tokens
    named = [_is_name_word(token) for token in tokens]
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last - 1):
            if not (named[i] and named[i + 1] and taken.isdisjoint((i, i + 1))):
                continue
            if any(option.weight > 1 for option in given_readings(tokens[i].lower)):
                found = find(tokens, i, sentence, taken)
                if found is not None and taken.isdisjoint(found):
                    taken.update(found)
                    yield found.start, found.stop


def _with_patronymic(tokens: Sequence[Token], i: int, sentence: Sentence, taken: set[int]) -> range | None:
    if not patronymic_gender(tokens[i + 1].lower):
        return None
    if i + 2 < sentence.last and i + 2 not in taken and _is_name_word(tokens[i + 2]):
        return range(i, i + 3)
    if i > sentence.first and i - 1 not in taken and _is_name_word(tokens[i - 1]):
        return range(i - 1, i + 2)
    return range(i, i + 2)


def _with_surname(tokens: Sequence[Token], i: int, sentence: Sentence, taken: set[int]) -> range | None:
    follower = tokens[i + 1].word
    if not given_name_weight(tokens[i].lower) or follower is None or follower.with_tags("Geox"):
        return None
    return range(i, i + 2)


def _initialled(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """«Фото П. ВЕРБИЦКОГО»: initials and a surname that the tagger missed."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        i = sentence.first
        while i + 2 < sentence.last:
            last = i
            while last + 2 < sentence.last and is_initial(tokens[last]) and tokens[last + 1].text == ".":
                last += 2
            if last > i and _is_name_word(tokens[last]) and taken.isdisjoint(range(i, last + 1)):
                yield i, last + 1
                last += 1
            i = max(last, i + 1)


def _behind_title(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name begins in «Бургомистр Хайльбронна Харри Мергель», «Бухары Жамшид Носиров»."""
    while last - first > 1 and tokens[first].lemma in titles():
        first += 1
    if last - first == 3 and first and tokens[first - 1].lemma in ("район", "город", "село", "посёлок"):
        first += 1
    words = tokens[first:last]
    if len(words) == 3 and all(_is_name_word(token) for token in words):
        left, middle, right = (token.lower for token in words)
        if (
            given_name_weight(middle)
            and not patronymic_gender(right)
            and not patronymic_gender(middle)
            and not any("nomn" in option.cases or option.weight > 1.4 for option in given_readings(left))
        ):
            return first + 1
        if not given_name_weight(left) and not patronymic_gender(middle) and _town_in_genitive(words[0]):
            return first + 1
    return first


def _town_in_genitive(token: Token) -> bool:
    return token.word is not None and any(
        key != fold(token.text) and place.population > 20_000
        for key, place in gazetteer().inflected(token.lower)
    )


def is_initial(token: Token) -> bool:
    return (
        len(token.text) <= 2
        and token.text[0].isupper()
        and token.text.isalpha()
        and (len(token.text) == 1 or token.text in ("Дж", "Ю", "Ян"))
    )


def _is_name_word(token: Token) -> bool:
    return token.word is not None and token.capital and len(token.text) > 2 and not token.text.isascii()
