"""Measured quantities in a sentence: what is measured, which numbers belong to it, whether it grows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from pobratim.reading.context import Context, DateMention
from pobratim.reading.data import load_toml
from pobratim.reading.kept import kept
from pobratim.reading.records.figures.times import own_times
from pobratim.reading.text.amounts import Amount
from pobratim.reading.text.segments import Sentence, Token

Trend = Literal["up", "down", "flat"]
Metric = Literal[
    "trade_turnover", "export", "import", "investment", "population", "enterprises", "students",
    "tourists", "other",
]  # fmt: skip

_BASE = frozenset(
    {"сравнение", "уровень", "относительно", "чем", "аналогичный", "против", "база", "сравнить"}
)
_BASE_REACH = 4
_DIFFERENCE = frozenset({"прирост", "рост", "увеличение", "снижение", "больше", "меньше"})
_BESIDE = 30
"""Characters between a number and the time told right after it."""
_COMMA = 80
"""A comma between a number and a time counts as so many characters."""
STATED = frozenset({"население", "турпоток", "туристический", "поток", "число", "количество"})
MEASURED = STATED | {"проживать", "жить", "учиться", "обучаться"}
"""Words whose number stands after them; behind a verb it counts people."""
EXCEEDS = frozenset({"превысить", "превышать"})
_REACHING = frozenset({"выйти", "выходить"})
_VERB_REACH = 3
"""Tokens from «вышел» to its number: «вышел | на более чем | 90 млн»."""
_COMPARED = {"больше": "up", "выше": "up", "меньше": "down", "ниже": "down"}
_TREND_REACH = 12
"""A word of growth farther from the metric than so many tokens tells of something else."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of `data/figures/words.toml`."""

    metrics: dict[tuple[str, ...], Metric]
    firsts: frozenset[str]
    counted: frozenset[str]
    trends: dict[str, Trend]
    growth: dict[str, float]
    shares: dict[str, float]
    aims: frozenset[str]
    wishes: frozenset[str]
    seen: frozenset[str]
    about: frozenset[str]
    there_are: frozenset[str]
    other_things: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """What is measured, and what says that it grows or falls."""
    tables = load_toml("figures/words.toml")
    metrics = {tuple(name.split()): metric for name, metric in tables["metrics"].items()}
    return Vocabulary(
        metrics=metrics,
        firsts=frozenset(name[0] for name in metrics),
        counted=frozenset(tables["counted"]["metrics"]),
        trends={lemma: cast(Trend, trend) for trend, lemmas in tables["trend"].items() for lemma in lemmas},
        growth=tables["growth"],
        shares=tables["shares"],
        aims=frozenset(tables["aims"]["infinitives"]),
        wishes=frozenset(tables["aims"]["wishes"]),
        seen=frozenset(tables["seen"]["lemmas"]),
        about=frozenset(tables["about"]["lemmas"]),
        there_are=frozenset(tables["counted"]["there_are"]),
        other_things=frozenset(tables["other_things"]["lemmas"]),
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A metric at tokens ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    metric: Metric


@dataclass(frozen=True)
class Clause:
    """A metric and the words it rules: tokens ``first`` to ``last`` (excluded)."""

    context: Context
    sentence: Sentence
    named: Named
    first: int
    last: int
    amounts: tuple[Amount, ...]
    before_it: Clause | None
    """The clause of the metric named before in the sentence."""
    goes_on: bool = False
    """Does it go on with that metric («…, но за полгода снизился на 9 %», «…, с Омском – 30 млн»)?"""

    @kept
    def tokens(self) -> list[Token]:
        """The words it rules."""
        return self.context.layout.tokens[self.first : self.last]

    @kept
    def has_own_time(self) -> bool:
        """Is a time told behind the joint («…, но за полгода снизился»), be it known or not?"""
        return self.goes_on and bool(self.context.dates_in(self.tokens[0].start, self.tokens[-1].end))

    @kept
    def periods(self) -> list[DateMention]:
        """The times that are no base of comparison («к уровню 2023 года»)."""
        dates = self.context.dates_in(self.sentence.start, self.sentence.end)
        if self.has_own_time:
            dates = self.context.dates_in(self.tokens[0].start, self.tokens[-1].end)
        told = [d for d in dates if d.kind in ("period", "point") and d.edtf and not self._is_base(d)]
        if self.has_own_time or not told:
            return told
        goes_on = self.before_it is not None
        return own_times(self.context, self.sentence, told, self._anchors, goes_on=goes_on)

    @kept
    def _anchors(self) -> list[int]:
        """Where it is measured: its name, its numbers, the words of growth."""
        name = self.context.layout.tokens[self.named.first].start
        grows = [token.start for token in self.tokens if token.lemma in vocabulary().trends]
        return [name, *(amount.start for amount in self.amounts), *grows]

    def _is_base(self, mention: DateMention) -> bool:
        before = self.context.tokens_in(mention.start - 45, mention.start)[-_BASE_REACH:]
        return any(token.lemma in _BASE or token.lower in _BASE for token in before)

    @kept
    def period(self) -> str | None:
        """The time nearest to the metric."""
        return self.period_at(self.context.layout.tokens[self.named.first].start)

    def period_at(self, position: int) -> str | None:
        """The time nearest to ``position``; every comma between puts it farther."""
        text = self.context.layout.text

        def distance(mention: DateMention) -> int:
            left, right = sorted((mention.start, position))
            return right - left + _COMMA * text.count(",", left, right)

        near = min(self.periods, key=distance, default=None)
        return near.edtf if near else None

    def period_right_after(self, amount: Amount) -> str | None:
        """«41 млн долларов в 2022 году»: the time told beside the number, no other number between."""
        text = self.context.layout.text
        following = [d for d in self.periods if 0 <= d.start - amount.end <= _BESIDE]
        near = min(following, key=lambda mention: mention.start, default=None)
        if near is None or any(char.isdigit() or char == "," for char in text[amount.end : near.start]):
            return None
        return near.edtf

    @kept
    def trend(self) -> Trend | None:
        """What a verb says of it: grew, fell, stayed; a noun («рост») only beside a number."""
        start = max(self.first, self.named.first - _TREND_REACH)
        stops = (i for i in range(self.named.first, start, -1) if self.context.layout.tokens[i].text in {":", ";"})
        start = next(stops, start)
        for token in self.context.layout.tokens[start : min(self.last, self.named.last + _TREND_REACH)]:
            trend = vocabulary().trends.get(token.lemma)
            if trend is None or token.word is None:
                continue
            if token.lemma in EXCEEDS and not self.changes_by and not self.changes_times:
                continue
            if trend == "flat" and (going_on := self._goes_on_as) is not None:
                return going_on
            parse = token.word.parses[0]
            if parse.pos in ("VERB", "PRTS", "GRND", "ADJS") and "futr" not in parse.tags:
                return trend
            if parse.pos in ("NOUN", "ADJF", "PRTF") and (self.change_amounts or self._is_seen):
                return trend
        for amount in self.change_amounts:
            beside = self.context.tokens_in(amount.start - _BESIDE, amount.start)[-_VERB_REACH:]
            told = next((token.lemma for token in reversed(beside) if token.lemma in vocabulary().trends), None)
            if told is not None:
                return vocabulary().trends[told]  # «темп роста – 107,5 %»
        for amount in self.change_amounts:
            behind = self.context.tokens_in(amount.end, amount.end + _BESIDE)[:1]
            if behind and behind[0].lower in _COMPARED:
                return cast(Trend, _COMPARED[behind[0].lower])  # «в 1,4 раза больше»
        for token, following in pairwise(self.tokens):
            parts = vocabulary().growth.keys() | vocabulary().shares.keys()
            if following.lower in _COMPARED and token.lower in parts:
                return cast(Trend, _COMPARED[following.lower])  # «почти вдвое больше»
        return self.before_it.trend if self.before_it and self.changes_by else None

    @kept
    def _goes_on_as(self) -> Trend | None:
        """«положительная динамика товарооборота сохраняется», «рост сохраняется»: it is no standstill that lasts."""
        told = {token.lemma for token in self.context.layout.tokens_of(self.sentence)}
        if told & {"рост", "прирост"} or ("динамика" in told and told & {"положительный", "позитивный"}):
            return "up"
        return "down" if told & {"спад", "падение"} or ("динамика" in told and "отрицательный" in told) else None

    @kept
    def changes_by(self) -> list[Amount]:
        """«на 12 %»."""
        return [amount for amount in self.change_amounts if self.before(amount) == "на"]

    @kept
    def changes_times(self) -> list[Amount]:
        """«в 1,7 раза»."""
        return [amount for amount in self.change_amounts if amount.kind == "times"]

    def is_difference(self, amount: Amount) -> bool:
        """«с приростом к уровню прошлого года $400 млн»: by how much it grew."""
        earlier = [other.end for other in self.amounts if other.end <= amount.start]
        between = self.context.tokens_in(max(earlier, default=amount.start), amount.start)
        return any(token.lemma in _DIFFERENCE for token in between)

    @kept
    def is_act(self) -> bool:
        """Is it a verb («экспортировала на $4 млрд»)?"""
        word = self.context.layout.tokens[self.named.first].word
        return word is not None and word.pos in ("VERB", "PRTS", "GRND") and self.named.metric != "investment"

    def reaches(self, amount: Amount) -> bool:
        """«вышел на 90 млн долларов», «на 90 млн долларов вышел»: the number behind «на» is the value."""
        before = self.context.tokens_in(amount.start - _BESIDE, amount.start)[-_VERB_REACH:]
        after = self.context.tokens_in(amount.end, amount.end + _BESIDE)[:1]
        return any(token.lemma in _REACHING for token in (*before, *after))

    @kept
    def _is_seen(self) -> bool:
        """«наблюдается рост»."""
        return any(token.lemma in vocabulary().seen for token in self.tokens)

    @kept
    def change_amounts(self) -> list[Amount]:
        """Percents and «в … раза», but how much more it is than another («в шесть раз превысил экспорт»)."""
        found = [a for a in self.amounts if a.kind in ("percent", "times")]
        return [] if found and self._exceeds_other else found

    @kept
    def _exceeds_other(self) -> bool:
        lemmas = {name[0] for name in vocabulary().metrics}
        return any(one.lemma in EXCEEDS and other.lemma in lemmas for one, other in pairwise(self.tokens))

    @kept
    def is_aim(self) -> bool:
        """Is it meant to be, not measured: «довести товарооборот до», «составит»?"""
        tokens = self.context.layout.tokens_of(self.sentence)
        opening = self.context.clauses_of(self.sentence).begin_at(self.named.first)
        if self.context.layout.tokens[opening].lower in {"чтобы", "чтоб", "дабы"}:
            return True  # «добьёмся, чтобы товарооборот вырос»
        told = max((amount.end for amount in self.amounts), default=tokens[-1].end)
        return any(
            token.word is not None
            and (
                (token.word.pos == "INFN" and token.word.lemma in vocabulary().aims)
                or (token.word.pos == "VERB" and "futr" in token.word.parses[0].tags and token.start < told)
                or token.lemma in vocabulary().wishes
            )
            for token in tokens
        )

    def before(self, amount: Amount) -> str:
        """The word before an amount, «более», «свыше» and the like passed over."""
        token = self._word_before(amount)
        return token.lower if token is not None else ""

    def grows_right_before(self, amount: Amount) -> bool:
        """«прибавив 12 %», «рост 5 %»: the word of growth stands beside the number."""
        token = self._word_before(amount)
        return token is not None and token.lemma in vocabulary().trends

    def _word_before(self, amount: Amount) -> Token | None:
        for token in reversed(self.context.tokens_in(amount.start - 40, amount.start)):
            if token.lemma not in vocabulary().about:
                return token
        return None
