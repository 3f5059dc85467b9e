"""«Два года назад города стали побратимами», «исполняется 20 лет»: held against the day that others state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Partnership, Record
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint, says_year, written_about
from pobratim.register.rows import Because, Evidence

_YEAR = 365.25
_ROUNDING = {"ago": (0.5, 0.6), "duration": (0.3, 0.99)}
"""How much less and how much more than N years may have passed where the text says «N лет назад», «уже N лет»."""
_WHAT = {"twin": "столько времени стороны — побратимы", "partner": "столько времени стороны — партнёры"}


def years_since(clued: Clued, facts: Facts) -> Iterator[Constraint]:
    """The years that lie as far from a stated beginning or signing as the text says."""
    for record in clued.source.records:
        if not isinstance(record, Partnership | Agreement) or says_year(_began(record)):
            continue
        for clue in clued.clues_for(record):
            for began, what, evidence in _known(clued, record, facts):
                yield Constraint(_years(clue.kind, clue.years, began, clued.day), (
                    clued.because(f"«{clued.words(clue)}»: {what}", clue),
                    Because(
                        reason=f"это было {edtf.in_russian(began)}",
                        document=evidence.document if evidence else None,
                        span=evidence.span if evidence else None,
                    ),
                ), record.id)


def _began(record: Partnership | Agreement) -> str | None:
    return record.since if isinstance(record, Partnership) else record.signed


def _known(
    clued: Clued, record: Record, facts: Facts
) -> Iterator[tuple[str, str, Evidence | None]]:
    """When it began or was signed as others state it, what that is in words, and their sentence."""
    source = clued.source
    if isinstance(record, Partnership):
        parties = frozenset(facts.known.rows(source, record.parties))
        for stage in facts.stages(parties):
            if stage.kind == record.kind and stage.since is not None:
                yield stage.since, _WHAT[stage.kind], _of_others(stage.evidence, source.id)
    elif isinstance(record, Agreement):
        row = facts.agreement(clued.claim(record))
        if row is not None and row.signed is not None:
            yield row.signed, "столько времени прошло с подписания", _of_others(row.evidence, source.id)


def _of_others(evidence: tuple[Evidence, ...], document: str) -> Evidence | None:
    return next((one for one in evidence if one.document != document), None)


@lru_cache(4096)
def _years(kind: str, passed: int, began: str, day: tuple[int, int] | None) -> frozenset[int]:
    """The years of which a text may speak so (``passed`` is negative) of what began then; its own ``day`` if known."""
    return frozenset(year for year in YEARS if _fits(kind, passed, year, began, day))


def _fits(kind: str, passed: int, year: int, began: str, day: tuple[int, int] | None) -> bool:
    first, last = edtf.bounds(began)
    if first is None or last is None:
        return False
    if kind not in _ROUNDING or passed == 0:
        return first.year - passed <= year <= last.year - passed
    less, more = _ROUNDING[kind]
    earliest, latest = written_about(year, day) if day else (date(year, 1, 1), date(year, 12, 31))
    passed_least, passed_most = (earliest - last).days / _YEAR, (latest - first).days / _YEAR
    return passed_most >= -passed - less and passed_least <= -passed + more

