"""How well could anybody join the reports of the generated world who sees only what they say? A bound from above.

A judge knows far more than any register: everything that happened, all chances of the noise, who each name is, which of
its reports a document gives as news and which as a look back. What he cannot know is which of the true happenings that
fit a report was meant. For each pair of reports he reckons how likely both were of one happening, and joins the pairs
that make the expected F1 greatest. A register, which has to find out the happenings themselves, cannot do better.

    python -m benchmarks.register.ceiling [--sizes 1000 3000] [--seed 1]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from benchmarks.register.telling import CHANCES, NO_YEAR, REMEMBERED, Told, remembered, slips, tellings
from benchmarks.register.world import Deed, Encounter, World, world
from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event

Posterior = Mapping[int, float]
"""How likely each true happening is, by its number."""

LEAST = 0.01
"""Happenings less likely than this are left aside."""
_CONFUSED = {"visit", "meeting"}
"""What is called the one or the other."""


class Judge:
    """Knows the world; tells of which happening a report may be."""

    def __init__(self, made: World) -> None:
        self.deeds = {deed.number: deed for one in made.encounters for deed in one.deeds}
        self.of_deed = {deed.number: one for one in made.encounters for deed in one.deeds}
        self.of_tie: dict[int, list[Encounter]] = defaultdict(list)
        for one in made.encounters:
            self.of_tie[one.tie].append(one)

    def posteriors(self, told: Told) -> Iterator[tuple[str, Posterior]]:
        """Each report of a happening that there was, and of which it may be."""
        events = {one.id: one for one in told.reading.records if isinstance(one, Event)}
        true = {one: self.deeds[number] for one, number in told.deeds.items() if number >= 0}
        if not true:
            return
        main = self.of_deed[told.deeds[next(iter(told.deeds))]]
        news = {one: deed for one, deed in true.items() if self.of_deed[deed.number] is main}
        found: dict[str, dict[int, float]] = {one: {} for one in news}
        for encounter in self.of_tie[main.tie]:
            weight = _published(told, encounter, events[next(iter(news))].status)
            if not weight:
                continue
            fits = {
                one: {deed.number: _fits(events[one], told, deed) for deed in encounter.deeds} for one in news
            }
            sums = {one: sum(shares.values()) for one, shares in fits.items()}
            for total in sums.values():
                weight *= total
            for one, shares in fits.items() if weight else ():
                found[one] |= {number: weight * share / sums[one] for number, share in shares.items() if share}
        for one in true:
            if one not in news:
                past = [remembered(e) for e in self.of_tie[main.tie] if e.day < main.day - 30 and not e.cancelled]
                found[one] = {deed.number: REMEMBERED[deed.kind] * _fits(events[one], told, deed) for deed in past}
        for one, weights in found.items():
            yield one, _shares(weights)


def _kind(event: Event, deed: Deed) -> float:
    """How likely the happening was called so."""
    both = {event.kind, deed.kind}
    if len(both) == 1:
        return 1 - CHANCES["wrong_kind"] if both <= _CONFUSED else 1.0
    return CHANCES["wrong_kind"] if both == _CONFUSED else 0.0


def _shares(weights: Mapping[int, float]) -> Posterior:
    total = sum(weights.values())
    return {one: weight / total for one, weight in weights.items() if weight / total >= LEAST} if total else {}


def _published(told: Told, encounter: Encounter, status: str) -> float:
    """How likely a document of that day is news of the encounter."""
    if status == "cancelled" and not encounter.cancelled:
        return 0.0
    value = told.reading.document.published
    if value is None or value.startswith(NO_YEAR):
        return 1.0 if value is None or any(
            _likely_gap(_ordinal(f"{year}{value[4:]}") - encounter.day, encounter, status)
            for year in (date.fromordinal(encounter.day).year, date.fromordinal(encounter.day).year + 1)
            if edtf.is_valid(f"{year}{value[4:]}")
        ) else 0.0
    return _likely_gap(_ordinal(value) - encounter.day, encounter, status)


def _likely_gap(gap: int, encounter: Encounter, status: str) -> float:
    if status == "planned":
        return 1.0 if encounter.planned and -30 < gap < 0 else 0.0
    late = gap - (encounter.deeds[0].days - 1) // 2
    return 0.6 * 0.4 ** late if late >= 0 else 0.0


def _fits(event: Event, told: Told, deed: Deed) -> float:
    """How likely the happening was told so."""
    people = {term.person for term in deed.people}
    bodies = set(deed.bodies)
    if not {told.people[one] for one in event.participants} <= people or event.title != deed.title:
        return 0.0
    if not {told.bodies[one] for one in event.organizations} <= bodies:
        return 0.0
    names = {entity.id: entity.name for entity in told.reading.entities}
    if deed.subject is not None and not _same_subject(told, event, deed):
        return 0.0
    fits = _kind(event, deed) * _place(event, names, deed, told)
    return fits and fits * _date(event.date, deed, planned=event.status == "planned")


def _same_subject(told: Told, event: Event, deed: Deed) -> bool:
    signed = (one for one in told.reading.records if isinstance(one, Agreement) and one.evidence == event.evidence)
    subjects = {one.subject for one in signed}
    return not subjects or deed.subject in subjects


def _place(event: Event, names: Mapping[str, str], deed: Deed, told: Told) -> float:
    return 1.0 if event.place is None or told.places[event.place] == deed.place else 0.0


def _date(said: str | None, deed: Deed, *, planned: bool) -> float:
    if said is None:
        return 0.4
    day = date.fromordinal(deed.day)
    if len(said) == len("2025"):
        return 1.0 if said == f"{day:%Y}" else 0.0
    if len(said) == len("2025-06"):
        return 0.03 if said[5:] == f"{day:%m}" and said[:4] in (NO_YEAR, f"{day:%Y}") else 0.0
    if said.startswith(NO_YEAR):
        said = f"{day:%Y}{said[4:]}"
        return _off(_ordinal(said), deed.day, planned) if edtf.is_valid(said) else 0.0
    return _off(_ordinal(said[:10]), deed.day, planned)


def _off(said: int, day: int, planned: bool) -> float:
    if said == day:
        return 0.53
    if abs(said - day) == 1:
        return 0.012
    return 0.003 if said in slips(day) else 0.01 if planned and abs(said - day) <= 4 else 0.0


def _ordinal(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def ceiling(documents: int, seed: int) -> tuple[float, float, float]:
    """Precision, recall and F1 that the judge may expect."""
    made = world(documents, seed)
    judge = Judge(made)
    by_deed: dict[int, list[tuple[int, float]]] = defaultdict(list)
    texts: dict[tuple[str, str], list[int]] = defaultdict(list)
    reports = 0
    for told in tellings(made, documents, seed):
        first_words = told.reading.document.text[:300]
        for one, posterior in judge.posteriors(told):
            for number, share in posterior.items():
                by_deed[number].append((reports, share))
            texts[first_words, one].append(reports)
            reports += 1
    likely: dict[tuple[int, int], float] = defaultdict(float)
    for found in by_deed.values():
        for (a, share), (b, other) in combinations(found, 2):
            likely[a, b] += share * other
    for copies in texts.values():  # whoever reads sees that the words are the same
        likely.update(dict.fromkeys(combinations(copies, 2), 1.0))
    return _best(sorted(likely.values(), reverse=True))


def _best(chances: list[float]) -> tuple[float, float, float]:
    true, right, best = sum(chances), 0.0, (0.0, 0.0, 0.0)
    for joined, chance in enumerate(chances, 1):
        right += chance
        found = right / joined, right / true, 2 * right / (joined + true)
        best = max(best, found, key=lambda one: one[2])
    return best


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.ceiling", description=__doc__.split("\n\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=(1000, 3000), help="numbers of documents")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("documents  happenings at best, P/R/F1")
    for size in options.sizes:
        precision, recall, f1 = ceiling(size, options.seed)
        print(f"{size:>9}  {precision:.3f}/{recall:.3f}/{f1:.3f}", flush=True)


if __name__ == "__main__":
    main()
