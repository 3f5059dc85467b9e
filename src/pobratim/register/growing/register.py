"""The register, kept up as documents and decisions come and go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pobratim.model.reading import Reading
from pobratim.register.answers import ConfirmedAnswer
from pobratim.register.claims import Kind, Source
from pobratim.register.decisions import Decision, apply, documents_of
from pobratim.register.growing.answers import Answered
from pobratim.register.growing.identity import ChangedIdentity, GrowingIdentity
from pobratim.register.growing.joining import NOTHING_GIVEN, Given
from pobratim.register.growing.once import Once
from pobratim.register.growing.reprints import Reprints
from pobratim.register.growing.round import Round
from pobratim.register.growing.tally import Tally
from pobratim.register.identity import Judgement
from pobratim.register.outlets import kind_of
from pobratim.register.places import Gazetteer
from pobratim.register.rows import TABLES, Commitment, Register, Row
from pobratim.register.table import Table


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did to a register."""

    rows: Mapping[str, tuple[Row | None, Row | None]]
    """The rows that have come, changed or gone, by their ids: as they were, and as they are."""
    gone: Collection[Judgement]
    """What is no longer judged."""
    new: Collection[Judgement]
    """What is judged now."""


class Growing:
    """A register that can be added to."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._readings: Table[str, Reading] = Table()
        self._applied: Table[str, tuple[Reading, frozenset[str], Mapping[str, tuple[str, ...]]]] = Table()
        """The readings as people decided them, with the records that they confirmed and the places they told apart."""
        self._decided: frozenset[str] = frozenset()
        """The documents about which people decided something."""
        self._decisions: tuple[Decision, ...] = ()
        self._given = NOTHING_GIVEN
        self._outlets: Mapping[str, Kind] = {}
        """What kinds people say that sources are."""
        self._reprints = Reprints()
        self._sources: Table[str, Source] = Table()
        self._tally = Tally()
        self._judged: Table[Judgement, None] = Table()
        self._once = Once()
        self._identity = GrowingIdentity(gazetteer, self._once)
        self._rounds = [Round(self._identity, self._once)]
        self._base: Table[str, Row] = Table()
        """Commitments without answers, all other rows as they are."""
        self._answers: tuple[ConfirmedAnswer, ...] = ()
        self._answered = Answered(self._base, self._identity.places.countries)
        self.rows: Table[str, Row] = Table()
        """All rows by their ids."""
        self.idle: tuple[Decision, ...] = ()

    def update(
        self,
        readings: Mapping[str, Reading | None],
        decisions: Sequence[Decision] = (),
        answers: Iterable[ConfirmedAnswer] = (),
    ) -> Changes:
        """Documents that are new, are read anew, or are no more (None), by their ids; and all decisions that hold.

        ``answers`` are what people say came of commitments, beside those among the decisions.
        """
        sources = self._apply(readings, decisions)
        self._answers = (*self._answers, *answers)
        self._once.begin(len(sources))
        changed = self._identity.update(sources, self._given, self._tally)
        last = len(self._rounds) - 1
        self._derive(changed)
        # A round that has been begun now was a copy of the one before: what it changed comes on top of that.
        rounds = self._rounds[last:]
        judged = self._tally.touched.union(*(this.tally.touched for this in rounds))
        rows = {*changed.places, *changed.organizations}.union(*(this.rows.before for this in rounds))
        changes = Changes(self._settle(sorted(rows)), *self._judge(judged))
        self._once.end()
        self._tally.settle()
        for this in self._rounds:
            this.settle()
        return changes

    def _judge(self, touched: set[Judgement]) -> tuple[set[Judgement], set[Judgement]]:
        """What of these is no longer judged, and what is now."""
        now = {one for one in touched if one in self._tally or one in self._rounds[-1].tally}
        known = self._judged.keys()
        gone, new = {one for one in touched if one in known} - now, {one for one in now if one not in known}
        for one in gone:
            del self._judged[one]
        self._judged.update(dict.fromkeys(new))
        return gone, new

    def _derive(self, changed: ChangedIdentity) -> None:
        """Round by round, until nothing more is dated.

        A round that has once been begun stays: where nothing is dated before it, it holds what that holds, and is there
        when something is dated again. To drop it would be to hold all of it against the round before.
        """
        dirty: dict[str, Source | None] = {one: self._sources.get(one) for one in changed.documents}
        people = changed.people
        for this in self._rounds:
            dated = this.update(dirty, people, self._given)
            dirty = {one: this.dated.get(one) or this.sources.get(one) for one in {*dirty, *dated}}
        while this.dated:
            this = this.next(self._identity, self._given)
            self._rounds.append(this)

    def _settle(self, touched: Iterable[str]) -> dict[str, tuple[Row | None, Row | None]]:
        """The rows that may have changed, with what came of promises."""
        found: list[tuple[Row | None, Row | None]] = []
        for one in touched:
            was, now = self._base.get(one), self._row(one)
            if was != now:
                found.append((was, now))
                if now is None:
                    del self._base[one]
                else:
                    self._base[one] = now
        answered = self._answered.update(found, self._answers)
        derived = {row.id: after for before, after in found if (row := after or before)}
        derived.update((one, self._answered.commitments.get(one)) for one in answered)
        for one in [one for one, row in derived.items() if isinstance(row, Commitment)]:
            derived[one] = self._answered.commitments[one]
        changed = {one: (self.rows.get(one), row) for one, row in derived.items() if self.rows.get(one) != row}
        for one, (_, row) in changed.items():
            if row is None:
                del self.rows[one]
            else:
                self.rows[one] = row
        return changed

    def _row(self, one: str) -> Row | None:
        identity = self._identity
        return (
            self._rounds[-1].rows.by_id.get(one)
            or identity.places.rows.get(one)
            or identity.organizations.rows.get(one)
        )

    @property
    def of_mention(self) -> Mapping[str, str]:
        """The row of each mention (``<document>#<entity>``) of a place, person or organization."""
        return self._identity.of_mention

    def judgements(self) -> list[Judgement]:
        """All judgements on identity, sorted."""
        return sorted(self._judged, key=lambda one: (one.left, one.right, one.by, one.judgement))

    @property
    def countries(self) -> Mapping[str, str]:
        """The place of each country, by its code."""
        return self._identity.places.countries

    @property
    def newest(self) -> str | None:
        """The document that came out last."""
        return self._answered.newest

    def register(self) -> Register:
        """All rows."""
        tables: dict[str, list[Row]] = {table.table: [] for table in TABLES}
        for one in sorted(self.rows):
            tables[self.rows[one].table].append(self.rows[one])
        return Register(**{table: tuple(rows) for table, rows in tables.items()})  # type: ignore[arg-type]

    def _apply(self, readings: Mapping[str, Reading | None], decisions: Sequence[Decision]) -> dict[str, Source | None]:
        """Carry out what people decided; returns the sources that differ from what they were."""
        for one, reading in readings.items():
            if reading is None:
                self._readings.pop(one, None)
            else:
                self._readings[one] = reading
        decided = documents_of(decisions)
        looked_at = {*readings, *self._decided, *decided}
        applied = apply([self._readings[one] for one in sorted(looked_at) if one in self._readings], decisions)
        self._decided, self._decisions, self.idle = decided, tuple(decisions), applied.idle
        self._answers = applied.answers
        if applied.judgements != self._given.judgements:
            self._given = Given(applied.judgements)
        now = {
            (one := reading.document.id): (reading, applied.confirmed.get(one, frozenset()), applied.apart.get(one, {}))
            for reading in applied.readings
        }
        changed = {one for one in looked_at if self._applied.get(one) != now.get(one)}
        for one in changed:
            if one in now:
                self._applied[one] = now[one]
            else:
                self._applied.pop(one, None)
        documents = {one: now[one][0].document if one in now else None for one in changed}
        changed |= self._reprints.update(documents) | self._weighed(applied.outlets)
        return {one: self._source(one) for one in changed}

    def _weighed(self, outlets: Mapping[str, Kind]) -> set[str]:
        """The documents whose sources count otherwise now."""
        before, self._outlets = self._outlets, outlets
        if before == outlets:
            return set()
        documents = [reading.document for reading, *_ in self._applied.values()]
        return {one.id for one in documents if kind_of(one, before) != kind_of(one, outlets)}

    def _source(self, one: str) -> Source | None:
        if one not in self._applied:
            self._sources.pop(one, None)
            return None
        reading, confirmed, apart = self._applied[one]
        original = self._reprints.original.get(one, one)
        kind = kind_of(reading.document, self._outlets)
        source = Source(reading, original, kind, confirmed=confirmed, apart=apart)
        self._sources[one] = source
        return source
