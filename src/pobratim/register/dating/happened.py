"""What the text tells of without a year, and a dated outlet with one: the same visit, session or signing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import Clued, Constraint, from_year, says_year
from pobratim.register.papers import HEAD
from pobratim.register.rows import Because, Evidence, Happening

_HALF = 6
"""A day without a year is the nearest: what is planned for the first half a text of the year before may tell so."""
_STILL_NAMED = 150
"""Days after which nobody names a day without its year any more."""
_ANY_YEAR = 2024  # it has a 29 February
_ONE_NEWS = 3
"""Days that what one text tells as its news lies apart."""
_LAST_MONTH = 12


def same_happening(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """The year of a happening of which the text names the day alone, or the next one, or the one before."""
    for event in clued.source.records:
        if isinstance(event, Event) and (event.participants or event.organizations):
            yield from _of_the_day(event, clued, facts)


def same_day_of_signing(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """As above of a signing, where the text names nobody who was there."""
    for event in clued.source.records:
        if isinstance(event, Event) and event.kind == "signing" and not (event.participants or event.organizations):
            yield from _of_the_day(event, clued, facts)


def _of_the_day(event: Event, clued: Clued, facts: Facts) -> Iterator[Constraint]:
    clue = clued.clue_of(event.date)
    row = facts.happening(clued.claim(event))
    if event.date is None or not event.date.startswith("XXXX") or row is None or clue is None:
        return
    text, month = _year(row.date) - clue.years, int(event.date[5:7])
    years = {text}
    if clue.years == 0 and event.status == "held" and not clued.is_today(clue):
        years |= {text + 1} if all(map(_is_late, _told_by_day(clued))) else set()
    if clue.years == 0 and event.status == "planned" and month <= _HALF:
        years.add(text - 1)
    told = clued.because(f"«{clued.words(clue)}»: о том же событии рассказывает другой источник", clue)
    yield Constraint(frozenset(years), (told, _was(clued, row.date, row.evidence)))


def same_news(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """Two happenings of the same days, told without any date: the text came out with them."""
    rows: dict[str, tuple[Event, Happening]] = {}
    for record in clued.source.records:
        row = facts.happening(clued.claim(record)) if isinstance(record, Event) else None
        if row is not None and isinstance(record, Event) and record.date is None and record.status == "held":
            rows.setdefault(row.id, (record, row))
    found = sorted(rows.values(), key=lambda one: (edtf.sort_key(one[1].date), one[1].id))
    if len(found) < 2 or not (_of_the_same_days(found[0][1], found[-1][1]) or _told_together(found, clued.source.id)):
        return
    (first, row), (second, _) = found[0], found[-1]
    year = _year(found[-1][1].date)
    late = edtf.bounds(found[-1][1].date)[1]
    years = {year, year + 1} if late and late.month == _LAST_MONTH else {year}
    yield Constraint(frozenset(years), (
        Because(reason="о том же рассказывает другой источник", document=clued.source.id, span=first.evidence[0]),
        Because(reason="и об этом в те же дни", document=clued.source.id, span=second.evidence[0]),
        _was(clued, row.date, row.evidence),
    ))


def _of_the_same_days(first: Happening, last: Happening) -> bool:
    return _last_day(last) - _first_day(first) <= _ONE_NEWS


def _told_together(found: Sequence[tuple[Event, Happening]], document: str) -> bool:
    """Whether all are of one month, and another document tells of all."""
    months = {row.date for _, row in found}
    others = set.intersection(*(set(row.documents) for _, row in found)) - {document}
    return len(months) == 1 and bool(others) and all(len(row.date or "") == len("2025-06") for _, row in found)


def just_signed(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """A signing without a day that stands at the head of the text, and of a dated one: news of the same weeks."""
    for record in clued.source.records:
        if not isinstance(record, Event) or record.kind != "signing" or record.status != "held" or record.date:
            continue
        row = facts.told_of(clued.claim(record))
        looks_back = any(True for _ in clued.clues_for(record))
        if row is None or row.date or looks_back or len(record.participants) < 2 or record.evidence[0][0] > HEAD:
            continue
        heads = [one for one in row.evidence if one.document != clued.source.id and one.span[0] <= HEAD]
        told = {one.document: (published, one) for one in heads if (published := facts.published(one.document))}
        years = {year for published, _ in told.values() for year in _years_of_news(published)}
        if told and len({_year(published) for published, _ in told.values()}) == 1:
            published, other = min(told.values(), key=lambda one: (edtf.sort_key(one[0]), one[1].document))
            yield Constraint(frozenset(years), (
                Because(reason="подписание — новость и здесь", document=clued.source.id, span=record.evidence[0]),
                Because(reason=f"и в документе, который вышел: {edtf.in_russian(published)}", document=other.document,
                        span=other.span),
            ))


def _years_of_news(published: str) -> set[int]:
    """The year of a document, at its turn the one beside as well."""
    first, last = edtf.bounds(published)
    assert first is not None and last is not None
    return {first.year - (first.month == 1), first.year, last.year + (last.month == _LAST_MONTH)}


def known_as_past(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """No text is older than what it tells of as done, by the year that another document gives it.

    What tells its own year is left out: no other document said that, and what is only inferred proves nothing.
    """
    for record in clued.source.records:
        done: tuple[str | None, tuple[Evidence, ...]] | None = None
        claim = clued.claim(record)
        if isinstance(record, Event) and record.status == "held" and not says_year(record.date):
            row = facts.happening(claim)
            done = (row.date, row.evidence) if row else None
        elif isinstance(record, Agreement) and record.status == "signed" and not says_year(record.signed):
            paper = facts.agreement(claim)
            done = (paper.signed, paper.evidence) if paper else None
        if done is not None:
            date, evidence = done
            years = from_year(_year(date))
            told = Because(reason="здесь об этом — как о прошлом", document=clued.source.id, span=record.evidence[0])
            yield Constraint(years, (told, _was(clued, date, evidence)))


def _was(clued: Clued, when: str | None, evidence: tuple[Evidence, ...]) -> Because:
    """The sentence of another document that dates it."""
    other = next((one for one in evidence if one.document != clued.source.id), None)
    return Because(
        reason=f"это было {edtf.in_russian(when)}",
        document=other.document if other else None,
        span=other.span if other else None,
    )


def _told_by_day(clued: Clued) -> Iterator[str]:
    """The days and months without a year, «24 июня», «в июне», that the text tells as past."""
    for record in clued.source.records:
        if isinstance(record, Event) and record.status == "held" and (record.date or "").startswith("XXXX-"):
            clue = clued.clue_of(record.date)
            if clue is not None and clue.years == 0 and record.date is not None:
                yield record.date


def _is_late(day: str) -> bool:
    """Whether a text of the next year may still name the day («XXXX-11-14») without its year."""
    _, last = edtf.bounds(day.replace("XXXX", f"{_ANY_YEAR}"))
    return last is None or last.toordinal() + _STILL_NAMED > date(_ANY_YEAR, _LAST_MONTH, 31).toordinal()


def _year(when: str | None) -> int:
    year = edtf.year_of(when)
    assert year is not None
    return year


def _first_day(row: Happening) -> int:
    first, _ = edtf.bounds(row.date)
    assert first is not None
    return first.toordinal()


def _last_day(row: Happening) -> int:
    _, last = edtf.bounds(row.date)
    assert last is not None
    return last.toordinal()
