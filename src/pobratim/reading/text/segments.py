"""Text into paragraphs, sentences and tokens, in one pass.

Offsets are cut here once, in characters of the document's text, and carried ever after: for every
token ``text[token.start:token.end] == token.text``. Sentence ends are decided by small rules in one
ordered list (`END_RULES`); each answers True (an end), False (no end) or None (not for me).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from pobratim.reading.data import load_toml
from pobratim.reading.kept import kept
from pobratim.reading.text.morph import Word, word

TOKEN = re.compile(
    r"""
    (?<!\d)(?<!\d\s)\b(?:г|гор)\.(?=\s?[А-ЯЁ])   # г. Минск (2017 г. Минск is a year's)
    | [^\W\d_]+(?:[-‑’'][^\W_]+)*      # Ростов-на-Дону, д’Артаньян, COVID-19
    | \d+-[^\W\d_]+                  # 80-летие
    | \d+(?:[.,]\d+)*                # 24, 1,7, 24.06.2025
    | \.\.\.|[^\w\s]|_               # any other single sign
    """,
    re.VERBOSE,
)
_TOWN = frozenset({"г.", "гор."})
"""Read as «город», so that whoever looks over that word looks over these."""
DASHES = frozenset({"—", "–"})
STROKES = DASHES | {"-"}
"""A dash, or the hyphen that is typed for one."""
LONGEST_SENTENCE = 3000
"""Characters; the longest of 6000 sentences of press releases and news had 590."""
_LINE = re.compile(r"[^\n]+")
# A stop, closing quotes, then a blank; or a stop glued between a word («городами.На встрече», «городами .На встрече»),
# perhaps in quotation marks («завода «Луч».В программе»), and a capital.
_STOP = re.compile(
    r"[.!?…]+[»\"”)\]]*(?=\s|$)"
    r"|(?:(?<=[а-яё]{3})|(?<=[а-яё]{2}[»\"”)])|(?<=[а-яё]{3} ))[.!?…]+[»\"”)\]]*(?=[А-ЯЁ–—][\sа-яё])"
)


@dataclass(slots=True, init=False)
class Token:
    """One word, number or sign. ``word`` is its morphology, None for what is no word."""

    start: int
    end: int
    text: str
    word: Word | None
    lower: str = field(init=False)
    """The text in small letters."""
    lemma: str = field(init=False)
    """The likeliest dictionary form; the text itself where it is no word."""
    capital: bool = field(init=False)
    """Does it begin with a capital letter?"""

    def __init__(self, start: int, end: int, text: str, word: Word | None) -> None:
        self.start, self.end, self.text, self.word = start, end, text, word
        if word is None:
            self.lower = self.lemma = text
        else:
            self.lower, self.lemma = word.form, word.lemma
        self.capital = text[0].isupper()

    def is_mostly(self, parts: frozenset[str]) -> bool:
        """Is it a word that is likelier one of these parts of speech than any other?"""
        return self.word is not None and self.word.is_mostly(parts)

    def is_case(self, *cases: str) -> bool:
        """Is it a word that can stand in one of these cases?"""
        return self.word is not None and self.word.is_case(*cases)

    def may_be_case(self, *cases: str) -> bool:
        """The same, or is it no Russian word («Samsung», «25-летие», «300»), of which nobody knows?"""
        return self.word is None or self.word.may_be_case(*cases)


DESCRIBING = frozenset({"ADJF", "PRTF"})
"""Parts of speech of what describes a noun."""
ADJECTIVE = frozenset({"ADJF"})
NOUN = frozenset({"NOUN"})
INFINITIVE = frozenset({"INFN"})
FINITE = frozenset({"VERB", "PRTS"})
"""«подписали», «подписано»: what a clause has one of."""


def leading(tokens: Sequence[Token], index: int, first: int, parts: frozenset[str] = DESCRIBING) -> int:
    """The token before ``index`` and before the words of these parts that stand right in front of it («в ближайших |
    планах» → «в»); nothing before the token ``first`` is passed over."""
    before = index - 1
    while before > first and tokens[before].is_mostly(parts):
        before -= 1
    return before


@dataclass(slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (excluded) of the layout, and where they stand in the text."""

    index: int
    paragraph: int
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class Paragraph:
    """One line of the clean text; ``first`` and ``last`` (excluded) count sentences."""

    index: int
    start: int
    end: int
    first: int
    last: int


@dataclass
class Layout:
    """The text with its paragraphs, sentences and tokens."""

    text: str
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    @kept
    def answers(self) -> dict[tuple[object, ...], Any]:
        """What was asked of the text (`pobratim.reading.once`)."""
        return {}

    @kept
    def by_lemma(self) -> dict[str, list[int]]:
        """The likeliest dictionary form of a word → the tokens that have it, in order."""
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            found.setdefault(token.lemma, []).append(index)
        return found

    @kept
    def words(self) -> list[tuple[int, Word]]:
        """The tokens that are words, in order, each with its morphology."""
        return [(index, token.word) for index, token in enumerate(self.tokens) if token.word is not None]

    @kept
    def sentence_of_token(self) -> list[int]:
        """The number of each token's sentence."""
        return [sentence.index for sentence in self.sentences for _ in range(sentence.first, sentence.last)]

    @kept
    def capitals(self) -> list[int]:
        """The words that begin with a capital letter, in order."""
        return [index for index, token in enumerate(self.tokens) if token.capital and token.word is not None]

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def token_index(self, position: int) -> int:
        """The first token that begins at or after ``position``."""
        return bisect_left(self._token_starts, position)

    def token_ending_after(self, position: int) -> int:
        """The first token that ends behind ``position``: the one that holds it, or the next."""
        index = bisect_right(self._token_starts, position)
        return index - 1 if index and self.tokens[index - 1].end > position else index

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that begin inside ``text[start:end]``."""
        return self.tokens[self.token_index(start) : self.token_index(end)]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the character at ``position`` (the nearest before it otherwise)."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, position) - 1)]

    @kept
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @kept
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentences_of(self, paragraph: Paragraph) -> list[Sentence]:
        """The sentences of one paragraph."""
        return self.sentences[paragraph.first : paragraph.last]


def lay_out(text: str) -> Layout:
    """Cut ``text`` into paragraphs (lines), sentences and tokens."""
    layout = Layout(text)
    for line in _LINE.finditer(text):
        start, end = _strip(text, line.start(), line.end())
        if start == end:
            continue
        first = len(layout.sentences)
        for left, right in sentence_spans(text, start, end):
            _add_sentence(layout, left, right)
        layout.paragraphs.append(
            Paragraph(len(layout.paragraphs), start, end, first, len(layout.sentences))
        )
    return layout


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of one paragraph ``text[start:end]``.

    What goes on for longer than any sentence does (a table, a list without stops) is cut at its commas.
    """
    end = len(text) if end is None else end
    left = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end:
            break
        if _ends(text, left, stop):
            yield from _of_bearable_length(text, left, stop.end())
            left = _strip(text, stop.end(), end)[0]
    if left < end:
        yield from _of_bearable_length(text, left, end)


def _of_bearable_length(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    while right - left > LONGEST_SENTENCE:
        limit = left + LONGEST_SENTENCE
        cut = max(text.rfind(";", left, limit), text.rfind(",", left, limit)) + 1
        cut = cut or text.rfind(" ", left, limit) + 1 or limit
        yield left, _strip(text, left, cut)[1]
        left = _strip(text, cut, right)[0]
    if left < right:
        yield left, right


# ---------------------------------------------------------------- where a sentence ends


@dataclass(frozen=True, slots=True)
class Stop:
    """A possible end: the words before it and what follows."""

    before: str
    """The last word before the stop, in small letters ('' after a sign)."""
    initial: bool
    """Is that word one capital letter?"""
    mark: str
    """The stop itself, with closing quotes or brackets."""
    after: str
    """The text that follows, blanks skipped (its first 12 characters)."""
    in_name: bool = False
    """Does it stand within a few words in quotation marks («Иннопром. Центральная Азия»)?"""


def no_end_before_small_letter(stop: Stop) -> bool | None:
    """«… сказал он? спросил мэр»: a small letter goes on with the sentence."""
    return False if stop.after[:1].islower() else None


def no_end_after_initial(stop: Stop) -> bool | None:
    """«В. Кухарев», «А. С. Пушкин»."""
    return False if stop.mark == "." and stop.initial else None


def no_end_after_abbreviation(stop: Stop) -> bool | None:
    """«в г. Минске», «корр. БЕЛТА»."""
    always, before_lowercase = _abbreviations()
    if stop.mark != ".":
        return None
    if stop.before in before_lowercase and not (stop.after[:1].isdigit() or stop.after[:1] in "(,;"):
        return None
    return False if stop.before in always or stop.before in before_lowercase else None


def no_end_before_author(stop: Stop) -> bool | None:
    """«… рады гостям!» — сказал мэр: a dash and a small letter are the author's words."""
    return False if re.match(r"[-–—]\s*[а-яё]", stop.after) else None


def no_end_inside_name(stop: Stop) -> bool | None:
    """«на выставке «Иннопром. Центральная Азия»»."""
    return False if stop.in_name else None


def end_otherwise(stop: Stop) -> bool | None:
    """A stop before a capital letter, a figure, a quotation mark or a dash ends the sentence."""
    return True


END_RULES: tuple[Callable[[Stop], bool | None], ...] = (
    no_end_before_small_letter,
    no_end_before_author,
    no_end_after_initial,
    no_end_after_abbreviation,
    no_end_inside_name,
    end_otherwise,
)

_SHORT_NAME = re.compile(r"(?<=[а-яё] )«[^«».!?\n]{2,30}\. [^«».!?\n]{2,30}»")
"""A name of two parts after a noun; an utterance stands after a colon, and is longer."""
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)$")


def _ends(text: str, left: int, match: re.Match[str]) -> bool:
    last = _LAST_WORD.search(text, max(left, match.start() - 40), match.start())
    before = last.group(1) if last else ""
    after = text[match.end() : match.end() + 40].lstrip()[:12]
    opened = text.rfind("«", left, match.start())
    name = _SHORT_NAME.match(text, opened) if opened >= 0 and match.group() == "." else None
    in_name = name is not None and match.end() < name.end()
    stop = Stop(before.lower(), len(before) == 1 and before.isupper(), match.group(), after, in_name)
    return next(answer for rule in END_RULES if (answer := rule(stop)) is not None)


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    tables = load_toml("text/abbreviations.toml")
    return frozenset(tables["always"]), frozenset(tables["before_lowercase"])


# ---------------------------------------------------------------- cutting


def _add_sentence(layout: Layout, start: int, end: int) -> None:
    first = len(layout.tokens)
    append = layout.tokens.append
    for match in TOKEN.finditer(layout.text, start, end):
        form = match.group()
        append(Token(*match.span(), form, _word_of(form)))
    layout.sentences.append(
        Sentence(
            len(layout.sentences), len(layout.paragraphs), start, end, first, len(layout.tokens)
        )
    )


@lru_cache(maxsize=50_000)
def _word_of(form: str) -> Word | None:
    """The morphology of a token; None for a sign."""
    return word("город" if form in _TOWN else form) if form[0].isalnum() else None


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
