"""Names of people that the tagger missed: by given names with a patronymic or a surname behind them, initials, words of
politeness, and the syllables of Chinese, Korean and Vietnamese names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from pobratim.reading.data import load_toml
from pobratim.reading.names.names import titles
from pobratim.reading.names.people.fullnames import given_name_weight, given_readings, one_syllable, patronymic_gender
from pobratim.reading.names.people.namewords import are_towns, is_initial, is_name_word, listed, may_be_surname
from pobratim.reading.names.people.palladius import are_names
from pobratim.reading.text.declension import VOWELS
from pobratim.reading.text.morph import is_known
from pobratim.reading.text.segments import Layout, Sentence, Token


def missed(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Given names with a patronymic or a surname behind them that the tagger missed."""
    named = [token.capital and is_name_word(token) for token in layout.tokens]
    yield from _beside(layout, taken, named, _with_patronymic)
    yield from _beside(layout, taken, named, _with_surname)


def _beside(
    layout: Layout,
    taken: set[int],
    named: Sequence[bool],
    find: Callable[[Sequence[Token], int, Sentence, set[int]], range | None],
) -> Iterator[tuple[int, int]]:
    """What ``find`` makes of every pair of capitalised words (``named``) whose first may be a given name."""
    tokens = layout.tokens
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
    if i + 2 < sentence.last and i + 2 not in taken and is_name_word(tokens[i + 2]):
        return range(i, i + 3)
    if i > sentence.first and i - 1 not in taken and is_name_word(tokens[i - 1]):
        return range(i - 1, i + 2)
    return range(i, i + 2)


def _with_surname(tokens: Sequence[Token], i: int, sentence: Sentence, taken: set[int]) -> range | None:
    follower = tokens[i + 1].word
    if follower is None or follower.with_tags("Geox") or are_towns(tokens[i : i + 2]):
        return None
    if tokens[i + 1].text.isupper():  # «Алеся ГЕТМАН», but no «Анна МЧС»
        read_aloud = len(follower.form) > 4 and not VOWELS.isdisjoint(follower.form)
        shouted = read_aloud and not tokens[i].text.isupper()
        return range(i, i + 2) if shouted and given_name_weight(tokens[i].lower) >= 1 else None
    if given_name_weight(tokens[i].lower) or follower.with_tags("Surn") or not is_known(follower.form):
        return range(i, i + 2)
    return None


def chinese(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """«Гао Фэн»: a family name and a given name by their syllables."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last - 1):
            family, given = tokens[i], tokens[i + 1]
            if (
                family.capital
                and given.capital
                and taken.isdisjoint((i, i + 1))
                and not (i == sentence.first and len(family.text) == 1)
                and not is_known(given.text)
                and are_names(family.lower, given.lower, held=_is_held(tokens, sentence.first, i))
            ):
                taken.update((i, i + 1))
                yield i, i + 2


def _is_held(tokens: Sequence[Token], first: int, i: int) -> bool:
    """«мэр города | Пань Лиго», «мэр | Ли Мин»: an office right before the name."""
    before = tokens[max(first, i - 2) : i]
    return any(token.lemma in titles() for token in before) and all(token.text not in {",", "("} for token in before)


_POLITE = listed("polite")


def polite(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """«господин Рот»: whoever is called so, whatever else the word means."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        for i in range(sentence.first, sentence.last - 1):
            if not (tokens[i].lemma in _POLITE or tokens[i].lower in _POLITE) or i + 1 in taken:
                continue
            last = i + 1
            while last < min(sentence.last, i + 4) and last not in taken and may_be_surname(tokens[last]):
                last += 1
            if last > i + 1:
                yield i + 1, last


@cache
def _families() -> frozenset[str]:
    """Korean and Vietnamese family names."""
    return frozenset().union(*load_toml("names/families.toml").values())


def syllabic(layout: Layout) -> Iterator[tuple[int, int]]:
    """«Пак Чон Хун», «Нгуен Тхи Тху Ха»: a family name and two or three words of one syllable."""
    tokens = layout.tokens
    for sentence in layout.sentences:
        i = sentence.first
        while i < sentence.last - 2:
            if not (tokens[i].capital and tokens[i].lower in _families()):
                i += 1
                continue
            last = i + 1
            while last < min(sentence.last, i + 4) and _is_syllable(tokens[last]):
                last += 1
            if last - i > 2:
                yield i, last
                i = last
            i += 1


def _is_syllable(token: Token) -> bool:
    return token.capital and not token.text.isupper() and token.word is not None and one_syllable(token.lower)


def initialled(layout: Layout, taken: set[int]) -> Iterator[tuple[int, int]]:
    """«Фото П. ВЕРБИЦКОГО»: initials and a surname that the tagger missed."""
    tokens = layout.tokens
    texts = [token.text for token in tokens]
    for sentence in layout.sentences:
        if "." not in texts[sentence.first : sentence.last - 1]:
            continue
        i = sentence.first
        while i + 2 < sentence.last:
            last = i
            while last + 2 < sentence.last and is_initial(tokens[last]) and tokens[last + 1].text == ".":
                last += 2
            if last > i and is_name_word(tokens[last]) and taken.isdisjoint(range(i, last + 1)):
                yield i, last + 1
                last += 1
            elif last == i and (end := _initials_behind(tokens, i, sentence.last)) and taken.isdisjoint(range(i, end)):
                yield i, end
                last = end
            i = max(last, i + 1)


def _initials_behind(tokens: Sequence[Token], i: int, stop: int) -> int:
    """Where «Рощина И. А.» ends; 0 where no two initials stand behind the word."""
    if i + 4 >= stop or not tokens[i].capital or tokens[i + 2].text != "." or tokens[i + 4].text != ".":
        return 0
    told = is_initial(tokens[i + 1]) and is_initial(tokens[i + 3]) and may_be_surname(tokens[i])
    return i + 5 if told else 0
