"""«Два года назад города стали побратимами», «исполняется 20 лет»: held against the day that others state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Clue, Partnership, Record
from pobratim.register.claims import Claim
from pobratim.register.dating.facts import Facts
from pobratim.register.dating.narrowing import YEARS, Clued, Constraint, says_year
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
                years = frozenset(year for year in YEARS if _fits(clue, year, began, clued))
                yield Constraint(years, (
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
        row = facts.agreement(Claim(source, record).id)
        if row is not None and row.signed is not None:
            yield row.signed, "столько времени прошло с подписания", _of_others(row.evidence, source.id)


def _of_others(evidence: tuple[Evidence, ...], document: str) -> Evidence | None:
    return next((one for one in evidence if one.document != document), None)


def _fits(clue: Clue, year: int, began: str, clued: Clued) -> bool:
    """May a text of that year speak so of what began then?"""
    first, last = edtf.bounds(began)
    if first is None or last is None:
        return False
    if clue.kind not in _ROUNDING or clue.years == 0:
        return first.year - clue.years <= year <= last.year - clue.years
    less, more = _ROUNDING[clue.kind]
    whole = date(year, 1, 1), date(year, 12, 31)
    earliest, latest = clued.written_about(year, clued.day) if clued.day else whole
    passed_least, passed_most = (earliest - last).days / _YEAR, (latest - first).days / _YEAR
    return passed_most >= -clue.years - less and passed_least <= -clue.years + more

