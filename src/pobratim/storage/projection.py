"""The register as rows: derived from all current readings, and written where it differs from what is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence

from pobratim.model import edtf
from pobratim.model.reading import Reading
from pobratim.register.decisions import Decision
from pobratim.register.derivation import Derivation
from pobratim.register.rows import DocumentRow
from pobratim.storage import kept, putting, sql
from pobratim.storage.claims import as_reading, current_readings
from pobratim.storage.decisions import standing_decisions, standing_numbers
from pobratim.storage.differences import write_all, write_changes, write_judgements
from pobratim.storage.drawer import UnreadableError
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.kept import Kept, Stand
from pobratim.storage.locks import Waiting, alone
from pobratim.storage.program import program

Progress = Callable[[int, int], None]
"""Called with how many readings are done and how many there are."""
_WORTH_IT = 5
"""To bring up to date what was put away takes so many times as long a document as to derive all."""


def is_stale() -> bool:
    """Has anything been kept, or the program changed, since the register was derived?"""
    written = sql.rows("SELECT standing FROM storage_derivation ORDER BY id LIMIT 1")
    return written != [(_standing(kept.stand(), standing_numbers()),)]


def derive(progress: Progress | None = None, waiting: Waiting | None = None) -> None:
    """Derive the register from all current readings, and make its rows those and no others, all or none.

    One process at a time: who comes second waits, told so by ``waiting``, and derives what has come since.
    """
    with alone(waiting):
        _derive(progress)


def catch_up(progress: Progress | None = None, waiting: Waiting | None = None) -> None:
    """Bring the register up to date if that is still needed once nobody else is at it.

    Where this process has derived it before, only what has changed since is derived.
    """
    if is_stale():
        with alone(waiting):
            if (known := kept.take()) is not None:
                _go_on(known)
            while is_stale():  # where nobody else has derived it, and again where somebody has added meanwhile
                if (known := kept.take()) is None:
                    _begin(progress)
                else:
                    _go_on(known)


def derivation_from(documents: Collection[str]) -> Derivation:
    """What the readings of these documents alone give, as people decided them. Nothing is stored."""
    from pobratim import register

    readings = (as_reading(row) for row in current_readings() if row.document.id in documents)
    return register.derive_with_judgements(readings, standing_decisions())


def _derive(progress: Progress | None) -> None:
    """Derive from nothing, and see of every row that it is written so."""
    from django.db import transaction

    kept.forget()
    stand = kept.stand()  # first: what is kept meanwhile leaves the register stale, as a decision made meanwhile does
    digests, readings = _read(progress)
    decisions = standing_decisions()
    derivation = _derived(readings, decisions)
    found = derivation.register
    known = Kept.of(stand, digests, derivation.growing)
    with transaction.atomic():
        write_all(found.by_id, derivation.judgements)
        _note(known, decisions, _newest(found.documents))
    putting.put(known)
    kept.keep(known)


def _begin(progress: Progress | None) -> None:
    """Go on from what was put away, or from what the tables hold, where it is known that this program derived it."""
    from pobratim.storage import models

    kept.forget()
    written = models.Derivation.objects.first()
    before = Stand.of(written.standing) if written else None
    if before is None or written is None:
        _derive(progress)
        return
    known = _taken_out(before, written.fingerprint)
    if known is not None:
        _go_on(known)
        return
    decisions = standing_decisions()
    earlier = models.Reading.objects.filter(current=True, id__lte=before.last).values_list("digest", flat=True)
    held = _fingerprint(kept.sum_of(earlier), [decision.number for decision in decisions])
    if written.fingerprint != held:
        _derive(progress)
    else:
        digests, readings = _read(progress, before.last)
        known = Kept.of(before, digests, _derived(readings, decisions).growing)
        known.fingerprint = held
        _go_on(known)


def _taken_out(written: Stand, fingerprint: str) -> Kept | None:
    """What was put away, brought to what the tables hold; None where deriving anew takes no longer."""
    known = putting.take()
    if known is None:
        return None
    if (known.stand, known.fingerprint) == (written, fingerprint):
        return known
    try:
        readings = kept.changed_since(known, last=written.last)
        if len(readings) > known.stand.readings // _WORTH_IT:
            return None
        decisions = standing_decisions()
        known.growing.update(readings, decisions)
    except UnreadableError:
        putting.forget(known)
        return None
    known.fingerprint = _fingerprint(known.sum_of_digests, [decision.number for decision in decisions])
    return known


def _read(progress: Progress | None, last: int | None = None) -> tuple[dict[str, str], list[Reading]]:
    """All current readings, or those up to the ``last``, and their digests by document."""
    from pobratim.storage import models

    total = models.Reading.objects.filter(current=True).count()
    digests, readings = {}, []
    for done, row in enumerate(current_readings(last=last), start=1):
        digests[row.document.id] = row.digest
        readings.append(as_reading(row))
        if progress:
            progress(done, max(done, total))
    return digests, readings


def _derived(readings: list[Reading], decisions: Sequence[Decision]) -> Derivation:
    from pobratim import register

    with kept.nothing_thrown_away():
        return register.derive_with_judgements(readings, decisions)


def _go_on(known: Kept) -> None:
    """Derive what has changed since, and write what that changes; or forget what cannot be gone on from."""
    try:
        _go_on_from(known)
    except UnreadableError:
        putting.forget(known)  # nothing is written, and the register is as stale as it was


def _go_on_from(known: Kept) -> None:
    from django.db import transaction

    growing = known.growing
    is_written = derived_from() == known.fingerprint  # else another process has derived meanwhile
    readings = kept.changed_since(known)
    decisions = known.decisions()
    changes = growing.update(readings, decisions)
    with transaction.atomic():
        if is_written:
            write_changes(changes.rows, growing.rows, growing.countries)
            write_judgements(changes.gone, changes.new)
        else:
            write_all(growing.rows, growing.judgements())
        _note(known, decisions, growing.newest)
    putting.put(known)
    kept.keep(known)


def _note(known: Kept, decisions: Iterable[Decision], newest: str | None) -> None:
    """Write down what the rows were derived from, and remember it."""
    numbers = [decision.number for decision in decisions]
    known.fingerprint = _fingerprint(known.sum_of_digests, numbers)
    said = known.fingerprint, _standing(known.stand, numbers), newest
    if not sql.run("UPDATE storage_derivation SET fingerprint = %s, standing = %s, newest = %s", said):
        sql.run("INSERT INTO storage_derivation (fingerprint, standing, newest) VALUES (%s, %s, %s)", said)


def _standing(stand: Stand, decisions: Iterable[int]) -> str:
    """How far readings and decisions have come: the same until something is kept, decided or undone."""
    return f"{stand} {_fingerprint(0, decisions)}"


def _fingerprint(digests: int, decisions: Iterable[int]) -> str:
    """Of the readings, of the numbers of the decisions that hold (none ever changes), and of the program."""
    parts = [program(), f"{digests:x}", *(f"decision {number}" for number in sorted(decisions))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _newest(documents: Iterable[DocumentRow]) -> str | None:
    """The id of the document that came out last."""
    dated = [(last, row.id) for row in documents if (last := edtf.bounds(row.published)[1])]
    return max(dated)[1] if dated else None
