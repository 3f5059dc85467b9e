"""Figures: turnover, export, investment, population and the like, with value, unit, period and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pobratim.model.reading import Figure
from pobratim.reading.context import Context
from pobratim.reading.records.figures.clauses import clauses_in, is_meant, is_part
from pobratim.reading.records.figures.measures import MEASURED, STATED, Clause, Trend, vocabulary
from pobratim.reading.records.figures.sides import names_a_place, parties_of
from pobratim.reading.records.figures.twins import twins_counted
from pobratim.reading.text.amounts import Amount

_FEWEST = 2
_NEXT_WORDS = 40
_LARGE = 1e5
_ADJECTIVES = 4
_TO_LEVEL = re.compile(r"\s*(?:к|от)\s+(?:уровн|аналогичн|соответствующ|показател|прошл|январ|20)")
_HALF = 50
_FLOWING = frozenset({"tourists", "students"})
_FOUNDING = frozenset({"основать", "возникнуть", "образовать", "упоминаться", "упомянуть", "построить"})
_FROM = frozenset({"с", "со", "от"})
_CHANGED = frozenset(
    ["на", "составил", "составило", "составила", "плюс", "–", "—", "рост", "роста", "прибавил", "прибавила"]
)
_SIGNS = {"+": 1, "−": -1, "-": -1, "плюс": 1, "минус": -1}
_YEAR_BEFORE = re.compile(r"\s*годом\s+(?:ранее|раньше)")
_YEAR = re.compile(r"\d{4}")
_MORE = re.compile(r"\s*(?:(?P<more>больше|выше)|меньше|ниже)\b")


def find_figures(context: Context, pair: Sequence[str] = ()) -> list[Figure]:
    """The figures of a document; ``pair`` are the places it is about, for figures that name none."""
    figures: list[Figure] = []
    before: Clause | None = None
    carried: str | None = None
    between = pair
    for sentence in context.layout.sentences:
        if before is None or before.sentence.paragraph != sentence.paragraph:
            if before is None or before.sentence.index != sentence.index - 1 or context.is_title(before.sentence):
                before = None  # «Товарооборот растёт. | Он составил …»: the line right before is meant still
            carried, between = None, pair
        for clause in clauses_in(context, sentence, before.named if before else None):
            if before is not None and is_meant(clause) and not is_meant(before):
                told = parties_of(before, pair)  # «Товарооборот с Омском растёт. | Он составил …»
                between = told if len(told) > 1 else between
            carried = clause.period or (None if clause.has_own_time else carried)
            if before is None or not (clause.goes_on and is_part(context.layout.tokens, clause.first)):
                before = clause  # «…, в том числе с Омском – 30 млн. | Он вырос»: the whole did
            counted = _is_of_today(clause)  # «сегодня работает 14 заводов»: not of last year
            when = (None if _founded(clause) else clause.period) if counted else carried
            for figure in _figures_of(clause, when, between):
                between = figure.parties if len(figure.parties) > 1 else between
                known = next((number for number, other in enumerate(figures) if _same(figure, other)), None)
                if known is not None:
                    figures[known] = _together(figures[known], figure)
                else:
                    figures = [other for other in figures if not _says_less(other, figure)]
                    figures.append(figure)
    return [*figures, *twins_counted(context)]


def _is_of_today(clause: Clause) -> bool:
    """Things that are there, and what was put in so far, are not of the time told of trade before."""
    return clause.named.metric == "investment" or clause.named.metric in vocabulary().counted


def _founded(clause: Clause) -> bool:
    """«город с населением 300 тысяч основан в 1566 году»: the year is not that of the count."""
    return any(token.lemma in _FOUNDING for token in clause.context.layout.tokens_of(clause.sentence))


def _together(one: Figure, other: Figure) -> Figure:
    """One value told twice: «составил 70 млн» of the headline, «в 2018 году составил почти 70 млн, увеличившись …»."""
    if one.value is None or (one.period and other.period) or len(other.parties) > len(one.parties):
        return one
    period, change, trend = one.period or other.period, one.change or other.change, one.trend or other.trend
    if (period, change, trend) == (one.period, one.change, one.trend):
        return one
    evidence = (*one.evidence, *(span for span in other.evidence if span not in one.evidence))
    return replace(one, period=period, change=change, trend=trend, evidence=evidence)


def _says_less(one: Figure, other: Figure) -> bool:
    """«вырос на 60 %» of a headline, where the text has «вырос на 60 % и составил 557 млн»."""
    if one.value is not None or one.change is None or other.value is None or one.change != other.change:
        return False
    return one.metric == other.metric and set(one.parties) == set(other.parties)


# ---------------------------------------------------------------- what the words say


def _figures_of(clause: Clause, period: str | None, pair: Sequence[str]) -> Iterator[Figure]:
    if clause.is_aim:
        return
    metric = clause.named.metric
    if metric in vocabulary().counted:
        yield from _counted(clause, period, pair)
        return
    change = _change(clause)
    money = [amount for amount in clause.amounts if amount.kind == "money"] or [
        amount for amount in clause.amounts if _is_sum(clause, amount)
    ]
    values = [
        amount
        for amount in money
        if clause.is_act == (clause.before(amount) == "на" and not clause.reaches(amount))
        and clause.before(amount) not in _FROM
        and not clause.is_difference(amount)
    ]
    if clause.goes_on and not clause.has_own_time and not names_a_place(clause):
        return  # «…, с Гродненской – 25 млн»: nobody knows between whom
    now = [amount for amount in values if not _is_of_year_before(clause, amount)]
    grown = [a for a in money if values and clause.before(a) in _FROM and not clause.is_difference(a)]
    for amount in grown:
        if (own := clause.period_right_after(amount)) is not None:  # «с 41 млн в 2022 году до 58 млн в 2023-м»
            yield replace(_figure(clause, pair, own, amount.value, amount.unit, None), trend=None)
    for number, amount in enumerate(now):
        own = clause.period_at(amount.start) if len(now) > 1 else period
        if grown:
            own = clause.period_right_after(amount)
        yield _figure(clause, pair, own, amount.value, amount.unit, None if number else change)
    for amount in values:
        if amount not in now:
            earlier = _year_before(period)
            yield replace(_figure(clause, pair, earlier, amount.value, amount.unit, None), trend=None)
    if not values and (change is not None or clause.trend is not None):
        yield _figure(clause, pair, period, None, None, change)


def _is_sum(clause: Clause, amount: Amount) -> bool:
    """«в том числе экспорт – 120 млн»: a large number of nothing else («120 тысяч тонн»)."""
    following = clause.context.tokens_in(amount.end, amount.end + _NEXT_WORDS)[:2]
    things = any(token.word is not None and token.word.pos in {"NOUN", "ADJF"} for token in following[:1])
    return amount.kind == "number" and amount.value >= _LARGE and not things


def _is_of_year_before(clause: Clause, amount: Amount) -> bool:
    """«… против 90 млн долларов годом ранее», «годом ранее было 90 млн»."""
    text = clause.context.layout.text
    return clause.before(amount) == "против" or bool(_YEAR_BEFORE.match(text[amount.end : amount.end + 30]))


def _year_before(period: str | None) -> str | None:
    """The same time a year before: «2024-01/2024-09» → «2023-01/2023-09»."""
    if period is None or "X" in period:
        return None
    return _YEAR.sub(lambda match: str(int(match.group()) - 1), period)


def _counted(clause: Clause, period: str | None, pair: Sequence[str]) -> Iterator[Figure]:
    """«200 тысяч жителей», «население – 1,1 млн человек», «работает более 20 предприятий»."""
    tokens = clause.context.layout.tokens
    noun = tokens[clause.named.first]
    metric = clause.named.metric
    found = False
    for amount in clause.amounts:
        if amount.kind not in ("number", "people") or amount.value < _FEWEST:
            continue
        gap = [t for t in clause.context.tokens_in(amount.end, noun.start) if t.text != "."]
        qualified = all(t.text[0].isdigit() or (t.word and t.word.is_pos("ADJF", "PRTF", "CONJ")) for t in gap)
        before = amount.end <= noun.end and len(gap) <= _ADJECTIVES and qualified
        after = noun.lemma in MEASURED and amount.start > noun.start and _counts_people(clause, amount)
        if (before and (metric != "enterprises" or _says_that_they_are(clause))) or after:
            unit = "people" if metric != "enterprises" else None
            grown = _change(clause) if metric in _FLOWING else None
            yield _figure(clause, pair, period, amount.value, unit, grown)
            found = True
            if not any(t.text[0].isdigit() for t in gap):
                break  # «54 чешских и 17 польских предприятий» are two
    if found:
        return
    change = _change(clause) if noun.lemma in MEASURED else None
    if change is not None or (clause.trend is not None and noun.lemma in STATED):  # «поток туристов растёт»
        yield _figure(clause, pair, period, None, None, change)


def _counts_people(clause: Clause, amount: Amount) -> bool:
    """«живёт 75 тысяч человек», «учатся 36 ребят»; «население – 40 тысяч»."""
    named = clause.named
    if amount.kind == "people" or clause.context.layout.tokens[named.first].lemma in STATED:
        return True
    if named.metric == "population":
        return False
    following = clause.context.tokens_in(amount.end, amount.end + _NEXT_WORDS)[:3]
    return any(t.word is not None and t.word.pos == "NOUN" and "anim" in t.word.parses[0].tags for t in following)


def _says_that_they_are(clause: Clause) -> bool:
    tokens = clause.context.layout.tokens_of(clause.sentence)
    return any(token.lemma in vocabulary().there_are for token in tokens)


def _change(clause: Clause) -> float | None:
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
        more = _MORE.match(after)
        if more and before == "на":
            return round(amount.value if more["more"] else -amount.value, 4)
        signed = _SIGNS.get(clause.context.layout.text[amount.start - 1]) or _SIGNS.get(before)
        if signed and amount.kind == "percent":
            return round(signed * amount.value, 4)
        if clause.trend and (before in _CHANGED or clause.grows_right_before(amount)):
            if amount.value > 100 and before != "на":
                return round(amount.value - 100, 4)
            return round(sign * amount.value, 4)
    told = [vocabulary().growth[t.lemma] for t in clause.tokens if t.lemma in vocabulary().growth]
    if not told and (share := _share(clause)) is not None and clause.trend is not None:
        return float(sign * share)  # «сократился на четверть»
    growth = told[0] if told else None
    if growth is None or clause.trend is None:
        return None
    return float(growth) if sign > 0 else round(-100 * growth / (100 + growth), 4)


def _share(clause: Clause) -> float | None:
    """«на треть», «на четверть», «пятую часть»."""
    shares = vocabulary().shares
    for before, token in pairwise(clause.tokens):
        share = shares.get(token.lower)
        if share is not None and before.lower == "на":
            return share
        both = shares.get(f"{before.lower} {token.lower}")
        if both is not None:
            return both
    return None


def _figure(
    clause: Clause,
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
        parties=parties_of(clause, pair),
        value=value,
        unit=unit,
        period=period,
        change=change,
        trend=trend,
        evidence=((clause.sentence.start, clause.sentence.end),),
        confidence=0.8 if value is not None else 0.7 if change is not None else 0.6,
        rule=f"figure.{'value' if value is not None else 'trend' if change is None else 'change'}",
    )


def _same(one: Figure, other: Figure) -> bool:
    """Does one say what the other says, or less?"""
    if one.metric != other.metric:
        return False
    if _says_less(one, other):
        return True
    if one.value is not None or other.value is not None:
        return one.value == other.value and one.unit == other.unit
    return one.change == other.change and one.trend == other.trend
