"""Figures: turnover, export, investment, population and the like, with value, unit, period and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, cast

from pobratim.model.reading import Figure
from pobratim.reading.amounts import Amount, amounts_in
from pobratim.reading.context import Context, DateMention
from pobratim.reading.data import load_toml
from pobratim.reading.segments import Sentence, Token

Trend = Literal["up", "down", "flat"]
Metric = Literal[
    "trade_turnover", "export", "import", "investment", "population", "enterprises", "students",
    "tourists", "other",
]  # fmt: skip

_BASE = frozenset(
    {"сравнение", "уровень", "относительно", "чем", "аналогичный", "против", "база", "сравнить"}
)
_BASE_REACH = 4
_MEASURED = frozenset({"население", "турпоток"})
_FEWEST = 2
_ADJECTIVES = 4
_COMMA = 80
"""A comma between a number and a time counts as so many characters."""
_TO_LEVEL = re.compile(r"\s*(?:к|от)\s+(?:уровн|аналогичн|соответствующ|показател|прошл|январ|20)")
_HALF = 50
_NOT_VALUES = frozenset({"на", "с", "со", "от"})
_CHANGED = frozenset({"на", "составил", "составило", "составила", "плюс", "–", "—", "рост", "прирост"})
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class _Words:
    metrics: dict[tuple[str, ...], Metric]
    firsts: frozenset[str]
    counted: frozenset[str]
    trends: dict[str, Trend]
    growth: dict[str, float]
    aims: frozenset[str]
    wishes: frozenset[str]
    seen: frozenset[str]
    about: frozenset[str]
    there_are: frozenset[str]


@cache
def _words() -> _Words:
    tables = load_toml("figures/words.toml")
    metrics = {tuple(name.split()): metric for name, metric in tables["metrics"].items()}
    return _Words(
        metrics=metrics,
        firsts=frozenset(name[0] for name in metrics),
        counted=frozenset(tables["counted"]["metrics"]),
        trends={lemma: cast(Trend, trend) for trend, lemmas in tables["trend"].items() for lemma in lemmas},
        growth=tables["growth"],
        aims=frozenset(tables["aims"]["infinitives"]),
        wishes=frozenset(tables["aims"]["wishes"]),
        seen=frozenset(tables["seen"]["lemmas"]),
        about=frozenset(tables["about"]["lemmas"]),
        there_are=frozenset(tables["counted"]["there_are"]),
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """A metric at tokens ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    metric: Metric


def find_figures(context: Context, pair: Sequence[str] = ()) -> list[Figure]:
    """The figures of a document; ``pair`` are the places it is about, for figures that name none."""
    figures: list[Figure] = []
    carried: tuple[int, str | None] = (-1, None)
    for sentence in context.layout.sentences:
        for clause in _clauses(context, sentence):
            period = clause.period or (carried[1] if carried[0] == sentence.paragraph else None)
            for figure in _figures_of(clause, period, pair):
                if not any(_same(figure, other) for other in figures):
                    figures.append(figure)
            carried = (sentence.paragraph, period)
    return figures


# ---------------------------------------------------------------- what rules which words


@dataclass(frozen=True)
class _Clause:
    """A metric and the words it rules: tokens ``first`` to ``last`` (excluded)."""

    context: Context
    sentence: Sentence
    named: _Named
    first: int
    last: int
    amounts: tuple[Amount, ...]
    before_it: _Clause | None
    """The clause of the metric named before in the sentence."""

    @cached_property
    def tokens(self) -> list[Token]:
        return self.context.layout.tokens[self.first : self.last]

    @cached_property
    def periods(self) -> list[DateMention]:
        """The times that are no base of comparison («к уровню 2023 года»)."""
        dates = self.context.dates_in(self.sentence.start, self.sentence.end)
        return [d for d in dates if d.kind in ("period", "point") and d.edtf and not self._is_base(d)]

    def _is_base(self, mention: DateMention) -> bool:
        before = self.context.tokens_in(mention.start - 45, mention.start)[-_BASE_REACH:]
        return any(token.lemma in _BASE or token.lower in _BASE for token in before)

    @cached_property
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

    @cached_property
    def trend(self) -> Trend | None:
        """What a verb says of it: grew, fell, stayed; a noun («рост») only beside a number."""
        for token in self.tokens:
            trend = _words().trends.get(token.lemma)
            if trend is None or token.word is None or (token.lemma == "превысить" and not self.changes_by):
                continue
            parse = token.word.parses[0]
            if parse.pos in ("VERB", "PRTS", "GRND", "ADJS") and "futr" not in parse.tags:
                return trend
            if parse.pos in ("NOUN", "ADJF", "PRTF") and (self.change_amounts or self._is_seen):
                return trend
        return self.before_it.trend if self.before_it and self.changes_by else None

    @cached_property
    def changes_by(self) -> list[Amount]:
        """«на 12 %»."""
        return [amount for amount in self.change_amounts if self.before(amount) == "на"]

    @cached_property
    def _is_seen(self) -> bool:
        """«наблюдается рост»."""
        return any(token.lemma in _words().seen for token in self.tokens)

    @cached_property
    def change_amounts(self) -> list[Amount]:
        return [a for a in self.amounts if a.kind in ("percent", "times")]

    @cached_property
    def is_aim(self) -> bool:
        """Is it meant to be, not measured: «довести товарооборот до», «составит»?"""
        return any(
            token.word is not None
            and (
                (token.word.pos == "INFN" and token.word.lemma in _words().aims)
                or (token.word.pos == "VERB" and "futr" in token.word.parses[0].tags)
                or token.lemma in _words().wishes
            )
            for token in self.context.layout.tokens_of(self.sentence)
        )

    def before(self, amount: Amount) -> str:
        """The word before an amount, «более», «свыше» and the like passed over."""
        for token in reversed(self.context.tokens_in(amount.start - 40, amount.start)):
            if token.lemma not in _words().about:
                return token.lower
        return ""


def _clauses(context: Context, sentence: Sentence) -> Iterator[_Clause]:
    names = _metrics_in(context, sentence)
    if not names:
        return
    amounts = _amounts(context, sentence)
    clause: _Clause | None = None
    for number, named in enumerate(names):
        first = sentence.first if number == 0 else named.first
        last = names[number + 1].first if number + 1 < len(names) else sentence.last
        tokens = context.layout.tokens
        own = tuple(a for a in amounts if tokens[first].start <= a.start < tokens[last - 1].end)
        clause = _Clause(context, sentence, named, first, last, own, clause)
        yield clause


def _amounts(context: Context, sentence: Sentence) -> list[Amount]:
    """The amounts of the sentence that are no dates."""
    dates = context.dates_in(sentence.start, sentence.end)
    found = amounts_in(context.layout.text, sentence.start, sentence.end)
    return [a for a in found if not any(d.start < a.end and a.start < d.end for d in dates)]


def _metrics_in(context: Context, sentence: Sentence) -> list[_Named]:
    words, tokens = _words(), context.layout.tokens
    found: list[_Named] = []
    index = sentence.first
    while index < sentence.last:
        word = tokens[index].word
        metric = None
        if word is not None and not word.lemmas.isdisjoint(words.firsts):
            metric = _metric_at(tokens, index, sentence.last)
        if metric is not None:
            found.append(metric)
        index = metric.last if metric else index + 1
    return found


def _metric_at(tokens: list[Token], index: int, limit: int) -> _Named | None:
    for length in range(_LONGEST_NAME, 0, -1):
        window = tokens[index : min(limit, index + length)]
        for name, metric in _words().metrics.items():
            if len(name) == length == len(window) and all(
                token.word is not None and lemma in token.word.lemmas
                for lemma, token in zip(name, window, strict=True)
            ):
                return _Named(index, index + length, metric)
    return None


# ---------------------------------------------------------------- what the words say


def _figures_of(clause: _Clause, period: str | None, pair: Sequence[str]) -> Iterator[Figure]:
    if clause.is_aim:
        return
    metric = clause.named.metric
    if metric in _words().counted:
        yield from _counted(clause, period, pair)
        return
    change = _change(clause)
    money = [amount for amount in clause.amounts if amount.kind == "money"]
    values = [amount for amount in money if clause.before(amount) not in _NOT_VALUES]
    for number, amount in enumerate(values):
        own = clause.period_at(amount.start) if len(values) > 1 else period
        yield _figure(clause, pair, own, amount.value, amount.unit, None if number else change)
    if not values and (change is not None or clause.trend is not None):
        yield _figure(clause, pair, period, None, None, change)


def _counted(clause: _Clause, period: str | None, pair: Sequence[str]) -> Iterator[Figure]:
    """«200 тысяч жителей», «население – 1,1 млн человек», «работает более 20 предприятий»."""
    tokens = clause.context.layout.tokens
    noun = tokens[clause.named.first]
    metric = clause.named.metric
    for amount in clause.amounts:
        if amount.kind not in ("number", "people") or amount.value < _FEWEST:
            continue
        gap = clause.context.tokens_in(amount.end, noun.start)
        qualified = all(t.word is not None and t.word.is_pos("ADJF", "PRTF", "CONJ") for t in gap)
        before = amount.end <= noun.end and len(gap) <= _ADJECTIVES and qualified
        after = noun.lemma in _MEASURED and amount.start > noun.start
        if (before and (metric != "enterprises" or _says_that_they_are(clause))) or after:
            unit = "people" if metric != "enterprises" else None
            yield _figure(clause, pair, period, amount.value, unit, None)
            return
    change = _change(clause) if clause.context.layout.tokens[clause.named.first].lemma in _MEASURED else None
    if change is not None:
        yield _figure(clause, pair, period, None, None, change)


def _says_that_they_are(clause: _Clause) -> bool:
    tokens = clause.context.layout.tokens_of(clause.sentence)
    return any(token.lemma in _words().there_are for token in tokens)


def _change(clause: _Clause) -> float | None:
    """Signed percent: «на 12 %» +12, «в 1,7 раза» +70, «темп роста 112 %» +12, «удвоился» +100."""
    sign = -1 if clause.trend == "down" else 1
    for amount in clause.change_amounts:
        before = clause.before(amount)
        if amount.kind == "times":
            if clause.trend and amount.value > 1:
                change = amount.value - 1 if sign > 0 else 1 / amount.value - 1
                return round(100 * change, 4)
            continue
        after = clause.context.layout.text[amount.end : amount.end + 20]
        if _TO_LEVEL.match(after) and amount.value > _HALF:
            return round(amount.value - 100, 4)
        if clause.trend and before in _CHANGED:
            if amount.value > 100 and before != "на":
                return round(amount.value - 100, 4)
            return round(sign * amount.value, 4)
    growth = next((_words().growth[t.lemma] for t in clause.tokens if t.lemma in _words().growth), None)
    return float(growth) if growth is not None and (clause.trend or growth) else None


def _figure(
    clause: _Clause,
    pair: Sequence[str],
    period: str | None,
    value: float | None,
    unit: str | None,
    change: float | None,
) -> Figure:
    trend: Trend | None = clause.trend
    if trend is None and change:
        trend = "up" if change > 0 else "down"
    return Figure(
        metric=clause.named.metric,
        parties=_parties(clause, pair),
        value=value,
        unit=unit,
        period=period,
        change=change,
        trend=trend,
        evidence=((clause.sentence.start, clause.sentence.end),),
        confidence=0.8 if value is not None else 0.7 if change is not None else 0.6,
        rule=f"figure.{'value' if value is not None else 'trend' if change is None else 'change'}",
    )


def _parties(clause: _Clause, pair: Sequence[str]) -> tuple[str, ...]:
    """The places named in the clause, else in the sentence, made two from those the document is about."""
    tokens = clause.context.layout.tokens
    words = (tokens[clause.first].start, tokens[clause.last - 1].end)
    for span in (words, (clause.sentence.start, clause.sentence.end)):
        mentions = clause.context.places_in(*span)
        named = tuple(dict.fromkeys(m.entity for m in mentions if not _names_currency(tokens, m.first)))
        if clause.named.metric == "population" and named:
            return named[:1]
        if len(named) >= 2:
            return named[:2]
    others = tuple(place for place in pair if place not in named)
    return (*named, *others)[: max(2, len(named))]


def _names_currency(tokens: list[Token], index: int) -> bool:
    """«долларов США»."""
    return index > 0 and tokens[index - 1].lower.startswith("долл")


def _same(one: Figure, other: Figure) -> bool:
    """Does one say what the other says, or less?"""
    if one.metric != other.metric:
        return False
    if one.value is not None or other.value is not None:
        return one.value == other.value and one.unit == other.unit
    return one.change == other.change and one.trend == other.trend
