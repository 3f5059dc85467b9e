"""What people decided of each claim of one document, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pobratim.model.reading import Reading, Record
from pobratim.register.decisions.applying import apply
from pobratim.register.decisions.decision import Accept, Correct, Decision, Reject, State


@dataclass(frozen=True)
class History:
    """A reading as people decided it, with what they rejected and who decided what."""

    reading: Reading
    rejected: tuple[Record, ...]
    """The records that give nothing any more, as they stood then."""
    decisions: Mapping[str, tuple[Decision, ...]]
    """By the id of the record they are about, the earlier first."""


def history(reading: Reading, decisions: Iterable[Decision]) -> History:
    """Carry the decisions on the claims of ``reading`` out one by one; those on anything else are passed over."""
    rejected: list[Record] = []
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda one: one.number):
        act = decision.act
        if not isinstance(act, Accept | State | Correct | Reject) or act.claim.document != reading.document.id:
            continue
        applied = apply([reading], [decision])
        after = applied.readings[0]
        left = {record.id for record in after.records}
        gone = [record for record in reading.records if record.id not in left]
        rejected += gone
        for record_id in (*applied.confirmed.get(reading.document.id, ()), *(record.id for record in gone)):
            about[record_id].append(decision)
        reading = after
    return History(reading, tuple(rejected), {record: tuple(found) for record, found in about.items()})
