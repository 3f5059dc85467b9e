"""Which documents repeat which, kept up as documents come and go (`pobratim.register.reprints` says when one does)."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pobratim.model.document import Document
from pobratim.register.growing.parts import Parts, itself
from pobratim.register.reprints import MOST_HOLDERS, Runs, Standing, is_reprint, root_of, runs_of, sample, standing
from pobratim.register.table import Table


@dataclass(frozen=True, slots=True)
class _Text:
    document: Document
    standing: Standing
    sampled: tuple[int, ...]


class Reprints:
    """The original of each document that repeats another."""

    def __init__(self) -> None:
        self._texts: Table[str, _Text] = Table()
        self._holders: Table[int, list[Standing]] = Table()
        """Who has a run, those of the highest standing first."""
        self._repeats: Table[str, set[str]] = Table()
        self._repeated_by: Table[str, set[str]] = Table()
        self._parts: Parts[str, dict[str, str]] = Parts(self._links, itself, self._originals)
        self.original: Table[str, str] = Table()

    def update(self, changed: Mapping[str, Document | None]) -> set[str]:
        """Documents that are new, have changed, or are no more (None); returns those whose original is another now."""
        asked: set[tuple[str, str]] = set()
        touched: set[str] = set()
        for one in changed:
            if one in self._texts:
                asked |= self._taken_out(one, touched)
        for one, document in changed.items():
            if document is not None:
                asked |= self._put_in(one, document, touched)
        runs: dict[str, Runs] = {}
        for one, other in sorted(asked):
            if one in self._texts and other in self._texts:
                self._compare(one, other, runs, touched)
        redone = self._parts.update(
            {one: None if document is None else one for one, document in changed.items()},
            [one for one in touched if one in self._texts],
        )
        before = {one: root for found in redone.gone for one, root in found.items()}
        after = {one: root for found in redone.new for one, root in found.items()}
        for one in before.keys() - after.keys():
            del self.original[one]
        self.original.update(after)
        return {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}

    def _put_in(self, one: str, document: Document, touched: set[str]) -> set[tuple[str, str]]:
        """Returns the pairs to be compared: what it may repeat, and what may repeat it."""
        text = self._texts[one] = _Text(document, standing(document), tuple(sample(runs_of(document.text))))
        asked: set[tuple[str, str]] = set()
        shared: Counter[str] = Counter()
        for run in text.sampled:
            holders = self._holders.setdefault(run, [])
            insort(holders, text.standing)
            if text.standing <= holders[min(len(holders), MOST_HOLDERS) - 1]:
                shared.update(map(_document, holders))
                if len(holders) > MOST_HOLDERS:  # one of them no longer leads here
                    out = _document(holders[MOST_HOLDERS])
                    asked.update((other, out) for other in self._repeated_by.get(out, ()))
        del shared[one]
        asked.update((other, one) for other, count in shared.items() if 2 * count >= len(self._texts[other].sampled))
        asked.update((one, other) for other in self._sharing_half(text, one))
        return asked

    def _taken_out(self, one: str, touched: set[str]) -> set[tuple[str, str]]:
        text = self._texts.pop(one)
        asked: set[tuple[str, str]] = set()
        for run in text.sampled:
            holders = self._holders[run]
            number = bisect_left(holders, text.standing)
            del holders[number]
            if number < MOST_HOLDERS <= len(holders):  # another one leads here now
                moved = _document(holders[MOST_HOLDERS - 1])
                asked.update((other, moved) for other in map(_document, holders) if other != moved)
            if not holders:
                del self._holders[run]
        for other in self._repeats.pop(one, set()):
            self._repeated_by[other].discard(one)
            touched.add(other)
        for other in self._repeated_by.pop(one, set()):
            self._repeats[other].discard(one)
            touched.add(other)
        return asked

    def _sharing_half(self, text: _Text, one: str) -> list[str]:
        leading = (self._holders[run][:MOST_HOLDERS] for run in text.sampled)
        shared = Counter(other for holders in leading for other in map(_document, holders))
        return [other for other, count in shared.items() if other != one and 2 * count >= len(text.sampled)]

    def _compare(self, one: str, other: str, runs: dict[str, Runs], touched: set[str]) -> None:
        """See whether ``one`` repeats ``other``."""
        ours, theirs = self._texts[one], self._texts[other]
        shared = len([run for run in ours.sampled if _leads(theirs.standing, self._holders[run])])
        repeats = shared > 0 and 2 * shared >= len(ours.sampled)
        if repeats:
            for document in (ours.document, theirs.document):
                if document.id not in runs:
                    runs[document.id] = runs_of(document.text)
            repeats = is_reprint(ours.document, theirs.document, runs)
        if repeats != (other in self._repeats.get(one, ())):
            touched |= {one, other}
            if repeats:
                self._repeats.setdefault(one, set()).add(other)
                self._repeated_by.setdefault(other, set()).add(one)
            else:
                self._repeats[one].discard(other)
                self._repeated_by[other].discard(one)

    def _links(self, one: str) -> Iterable[str]:
        return [*self._repeats.get(one, ()), *self._repeated_by.get(one, ())]

    def _originals(self, documents: Sequence[str]) -> dict[str, str]:
        if len(documents) == 1:
            return {}
        original: dict[str, str] = {}
        for one in sorted(documents, key=self._standing):
            for other in sorted(self._repeats.get(one, ()), key=self._standing):
                root = root_of(other, original)
                if root != one:
                    original[one] = root
                    break
        return {one: root_of(one, original) for one in original}

    def _standing(self, one: str) -> Standing:
        return self._texts[one].standing


def _document(standing: Standing) -> str:
    return standing[-1]


def _leads(standing: Standing, holders: Sequence[Standing]) -> bool:
    """Whether a run leads to the document of that standing."""
    number = bisect_left(holders, standing)
    return number < min(len(holders), MOST_HOLDERS) and holders[number] == standing
