"""What the date rules look at: the text in small letters, the document's own day, the tenses around."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.reading.dates import words as w
from pobratim.reading.dates.anchor import Anchor, Tense
from pobratim.reading.kept import kept
from pobratim.reading.text.segments import Layout, Sentence, Token

_SAME_YEAR_REACH = 3
"""Sentences back in which «того же года» looks for its year."""
_LEAD = 3
"""So many paragraphs at the head of a text are its title and lead."""
_FULL_DAY = re.compile(rf"({w.DAY})\s+({w.MONTH_OF})\s+({w.YEAR})")
_REPORTED = re.compile(rf"\b(?:итог\w*|отч[её]т\w* за|обзор\w* за)\s+({w.YEAR})(?=\s*{w.YEAR_WORD})")
_LOOKED_BACK_ON = re.compile(rf"\b(?:за|в)\s+({w.YEAR})(?=\s*{w.YEAR_WORD})")
_WEEKDAY_BEFORE = re.compile(rf"\b{w.WEEKDAY} ?,? ?\(?$")
_WEEKDAY_BEHIND = re.compile(rf" ?{w.WEEKDAY_BEHIND}")
_WEEKDAY_NEAR = 16
"""Characters before a day in which its weekday stands."""
_TERM = re.compile(rf"\bна (?:период |срок )?(?:(?P<first>{w.YEAR})\s?[–—-]\s?)?$")
_TERM_NEAR = 20
"""Characters before a year in which «на», and the first year of its term, stand."""
_REACH = 12
"""So many tokens around a date may hold the verb it belongs to."""


class Value(NamedTuple):
    """What a rule makes of its match; ``start`` moves the mention's beginning.

    ``years`` is how far from the text's own year it lies, where that year is what is missing («два года назад» −2).
    """

    edtf: str | None
    basis: Basis
    kind: str = "point"
    start: int | None = None
    years: int | None = None


def is_name(match: re.Match[str], scene: Scene) -> bool:
    """«комплекс «20 января»»: the whole of the words in quotation marks is a day without a year, which is a name."""
    text = scene.text
    quoted = text[match.start() - 1 : match.start()] in _OPENING and text[match.end() : match.end() + 1] in _CLOSING
    return quoted and _OWN_YEAR.search(match.group()) is None and any(sign.isalpha() for sign in match.group())


_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_OWN_YEAR = re.compile(r"\d{4}")

OPEN = Value(None, "inferred")
"""A time expression that nothing resolves."""


def inferred(edtf: str | None, kind: str = "point") -> Value:
    """A value concluded, not written."""
    return Value(edtf, "inferred", kind)


class Year(NamedTuple):
    """A year as far as it is known, and whether the text states it."""

    digits: str
    basis: Basis


@dataclass
class Scene:
    """One document as the date rules see it. ``text`` is in small letters, its offsets unchanged."""

    text: str
    layout: Layout
    anchor: Anchor | None

    # ------------------------------------------------------------ years

    def year(self, match: re.Match[str], month: int, day: int | None = None) -> Year:
        """The year of a day or month: of its tail, of the text's own dates, of the document's day."""
        tail = match if has_tail(match) else self._shared_tail(match)
        if tail is not None:
            return self._year_of_tail(tail)
        years = {self._resolved(month, day, match.start())} - {None}
        if self.anchor is None and day is not None:
            years = self._lead_days.get((month, day), set())
        year = years.pop() if len(years) == 1 else None
        if year is None or (self._other_year_before(match.start(), year) and not self._is_ahead(match.start())):
            return Year("XXXX", "stated")
        if day is not None and self._is_another_weekday(match, year, month, day):
            return Year("XXXX", "stated")
        return Year(f"{year:04d}", "inferred")

    def _is_another_weekday(self, match: re.Match[str], year: int, month: int, day: int) -> bool:
        """«в субботу, 3 августа»: no day of a year in which the third was a Sunday."""
        if match.groupdict().get("first"):
            return False  # of a run the weekday is that of the first day
        before = _WEEKDAY_BEFORE.search(self.text, max(0, match.start() - _WEEKDAY_NEAR), match.start())
        told = before or _WEEKDAY_BEHIND.match(self.text, match.end())
        return told is not None and not edtf.falls_on(year, month, day, w.weekday(told["weekday"]))

    def _resolved(self, month: int, day: int | None, position: int) -> int | None:
        tense = self.tense(position)
        year = self.anchor.year_of(month, day, tense) if self.anchor else None
        unlikely = year is None or (self.anchor is not None and self.anchor.is_ahead(year, month, day))
        return self._reviewed if tense < 0 and unlikely and self._reviewed is not None else year

    @kept
    def _reviewed(self) -> int | None:
        """«Итоги 2023 года», «В 2023 году …» at the head of a text of 2024: the year that it looks back on."""
        paragraphs = self.layout.paragraphs
        end = paragraphs[min(_LEAD, len(paragraphs)) - 1].end if paragraphs else 0
        told = {int(found[1]) for found in _REPORTED.finditer(self.text, 0, end)}
        if not told and self.anchor is not None:
            told = {int(found[1]) for found in _LOOKED_BACK_ON.finditer(self.text, 0, end)}
        year = told.pop() if len(told) == 1 else None
        before = year is not None and (self.anchor is None or self.anchor.year(-1) == year)
        return year if before else None

    def _year_of_tail(self, match: re.Match[str]) -> Year:
        if match["year"]:
            return Year(match["year"], "stated")
        if match["same"]:
            return self.year_before(match.start())
        year = self.anchor.year(w.step(match["step"]) if match["step"] else 0) if self.anchor else None
        return Year(f"{year:04d}", "inferred") if year else Year("XXXX", "stated")

    def _shared_tail(self, match: re.Match[str]) -> re.Match[str] | None:
        """«28 мая и 2 июня 2025 года»: one year for both."""
        return _SHARED.match(self.text, match.end())

    def year_before(self, position: int) -> Year:
        """The year of «того же года»: the last one of its sentence, else the only one told just before.

        Where the sentences before tell of several years («договор 2019 года … за 2018 год …») it stays open.
        """
        before = self._stated_years[: bisect_right(self._stated_years, (position, 0))]
        sentence = self.sentence(position)
        near = [year for at, year in before if at >= sentence.start][-1:]
        if not near:
            earlier = self.layout.sentences[max(0, sentence.index - _SAME_YEAR_REACH)].start
            near = sorted({year for at, year in before if at >= earlier})
        return Year(f"{near[0]:04d}", "inferred") if len(near) == 1 else Year("XXXX", "stated")

    def year_in_sentence(self, position: int) -> int | None:
        """The only year that the sentence at ``position`` states."""
        sentence = self.sentence(position)
        years = {year for at, year in self._stated_years if sentence.start <= at < sentence.end}
        return years.pop() if len(years) == 1 else None

    def tells_of_years_before(self, position: int) -> bool:
        """Is any year told of in the sentence before ``position``, or in the one before it?"""
        return self._other_year_before(position, 0)

    def _other_year_before(self, position: int, year: int) -> bool:
        """Is another year told of just before («В 2019 году прошёл форум. 15 мая его открыли»)?

        In the sentence or the one before it; not beside a participle («подписанный в 2019 году план»).
        """
        sentence = self.sentence(position)
        earlier = self.layout.sentences[max(0, sentence.index - 1)]
        start = earlier.start if earlier.paragraph == sentence.paragraph else sentence.start
        return any(
            start <= at < position and stated != year and not self._follows_participle(at)
            for at, stated in self._stated_years
            if not (year and self._is_of_term_ahead(at, year))
        )

    def _is_of_term_ahead(self, position: int, year: int) -> bool:
        """«Карта на 2026–2028 годы подписана 29 сентября» of 2025: a term that begins after ``year`` dates nothing."""
        before = self.text[max(0, position - _TERM_NEAR) : position]
        term = _TERM.search(before)
        return term is not None and int(term["first"] or self.text[position : position + 4]) > year

    def _is_ahead(self, position: int) -> bool:
        """«В 2014 году был визит. Подписание состоится 10 октября»: what is to come is in none of the years before."""
        start = self.sentence(position).start
        return self.tense(position) > 0 and not any(start <= at < position for at, _ in self._stated_years)

    def _follows_participle(self, position: int) -> bool:
        here = self.token_index(position)
        words = [token.word for token in self.layout.tokens[max(0, here - 3) : here] if token.word]
        return any(word.parses and word.parses[0].pos in ("PRTF", "PRTS") for word in words)

    @kept
    def _stated_years(self) -> list[tuple[int, int]]:
        return [(found.start(), int(found[1])) for found in w.STATED_YEAR.finditer(self.text)]

    @kept
    def _lead_days(self) -> dict[tuple[int, int], set[int | None]]:
        """Month and day → years of the full dates in title and lead."""
        paragraphs = self.layout.paragraphs
        end = paragraphs[min(_LEAD, len(paragraphs)) - 1].end if paragraphs else 0
        days: dict[tuple[int, int], set[int | None]] = {}
        for found in _FULL_DAY.finditer(self.text, 0, end):
            days.setdefault((w.month_number(found[2]), int(found[1])), set()).add(int(found[3]))
        return days

    # ------------------------------------------------------------ sentences and tenses

    def sentence(self, position: int) -> Sentence:
        """The sentence at ``position``."""
        return self.layout.sentence_at(position)

    def token_index(self, position: int) -> int:
        """The first token that begins at or after ``position``."""
        return self.layout.token_index(position)

    def tokens_after(self, position: int, count: int) -> list[Token]:
        """The next tokens from ``position`` on."""
        index = self.token_index(position)
        return self.layout.tokens[index : index + count]

    def tense(self, position: int) -> Tense:
        """Of the verb nearest to ``position`` in its sentence: −1 past, 1 to come, 0 neither."""
        sentence, here = self.sentence(position), self.token_index(position)
        if here > sentence.first and self.layout.tokens[here - 1].lower in {"с", "со"}:
            return 0  # «перенесена с марта»
        first, last = max(sentence.first, here - _REACH), min(sentence.last, here + _REACH)
        near = sorted(range(first, last), key=lambda index: abs(index - here))
        tenses = (1 if self._will_be(index) else _tense(self.layout.tokens[index]) for index in near)
        return next((tense for tense in tenses if tense), 0)

    def _will_be(self, index: int) -> bool:
        """«будет | подписано», «будут ли | открыты»: a participle of what is to come."""
        word = self.layout.tokens[index].word
        before = {token.lower for token in self.layout.tokens[max(0, index - 2) : index]}
        return word is not None and word.pos == "PRTS" and not before.isdisjoint({"будет", "будут"})


_SHARED = re.compile(
    rf"\s*(?:,|и|или|,\s*а\s+также)\s+(?:{w.DAY}\s+{w.MONTH_OF}|(?:в\s+)?{w.MONTH_NAME}){w.YEAR_TAIL}"
)


def has_tail(match: re.Match[str]) -> bool:
    """Does the match end with a year («2025 года», «прошлого года»)?"""
    return any(match[name] for name in ("year", "step", "same", "now"))


def _tense(token: Token) -> Tense:
    if token.word is None or not token.word.parses:
        return 0
    parse = token.word.parses[0]
    if parse.lemma in w.FORWARD or "futr" in parse.tags:
        return 1
    return -1 if any("past" in one.tags and one.score > _LIKELY for one in token.word.parses) else 0


_LIKELY = 0.15
"""Of a parse: «прибыли» may be of «прибыль», and still tells that somebody came."""
