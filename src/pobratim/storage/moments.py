"""The register as of a day and as known on a day."""

from __future__ import annotations

from functools import lru_cache

from pobratim.register.as_of import as_of
from pobratim.register.derivation import Derivation
from pobratim.register.identity import Judgement
from pobratim.register.known_on import known_by
from pobratim.register.moment import NOW, Moment
from pobratim.register.rows import Register
from pobratim.storage import decisions
from pobratim.storage.fingerprint import derived_from
from pobratim.storage.projection import derivation_from
from pobratim.storage.rows import all_rows, documents

_REMEMBERED = 4
"""Derivations from what was known on a day: a person looks at several pages of one."""


MOMENTS = 2
"""Registers of other days that are remembered whole."""


def whole_register(moment: Moment = NOW) -> Register:
    """Every row of the register as of the moment; that of another day is remembered."""
    return _then(derived_from(), moment) if moment else all_rows()


@lru_cache(maxsize=MOMENTS)
def _then(fingerprint: str | None, moment: Moment) -> Register:
    """The same for the same register."""
    return viewed(all_rows() if moment.known_on is None else _known(moment).register, moment)


def judgements(*kinds: str, moment: Moment = NOW) -> list[Judgement]:
    """The judgements behind it, all or those of some kinds (``same``, ``different``, ``unsure``)."""
    if moment.known_on is None:
        return decisions.judgements(*kinds)
    return [one for one in _known(moment).judgements if not kinds or one.judgement in kinds]


def viewed(register: Register, moment: Moment) -> Register:
    """The register, or a part of it, as of the moment's day."""
    return register if moment.as_of is None else as_of(register, moment.as_of)


def known_register(moment: Moment) -> Register:
    """Every row that the documents known on the moment's day give."""
    return _known(moment).register


def _known(moment: Moment) -> Derivation:
    from pobratim.storage import models

    assert moment.known_on is not None
    added = dict(models.Document.objects.values_list("id", "added"))
    published = {row.id: row.published for row in documents()}
    return _derived(derived_from(), known_by(moment.known_on, published, added))


@lru_cache(maxsize=_REMEMBERED)
def _derived(fingerprint: str | None, known: frozenset[str]) -> Derivation:
    """The same for the same register and documents."""
    return derivation_from(known)


def forget() -> None:
    """Derive anew what was known on a day."""
    _derived.cache_clear()
    _then.cache_clear()
