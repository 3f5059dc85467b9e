"""Dossiers over the part of the register that they need."""

from __future__ import annotations

from collections.abc import Callable

from pobratim.model import edtf
from pobratim.model.errors import NotFound
from pobratim.register import dossier
from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.register.rows import Organization, Person, Place, Register, Row
from pobratim.storage.moments import known_register, whole_register
from pobratim.storage.rows import newest_document, part, part_on_tie, row


def tie(left: str, right: str, moment: Moment = NOW) -> Dossier:
    """All that joins the places with ids ``left`` and ``right``. Raises NotFound."""
    register = _whole(moment) or part_on_tie(left, right, besides=_newest())
    return _dossier(dossier.tie_dossier, register, moment, left, right)


def place(place_id: str, moment: Moment = NOW) -> Dossier:
    """All that is known of one place. Raises NotFound."""
    return _dossier(dossier.place_dossier, _whole(moment) or _part(place_id), moment, place_id)


def person(person_id: str, moment: Moment = NOW) -> Dossier:
    """All that is known of one person. Raises NotFound."""
    return _dossier(dossier.person_dossier, _whole(moment) or _part(person_id), moment, person_id)


def organization(organization_id: str, moment: Moment = NOW) -> Dossier:
    """All that is known of one organization. Raises NotFound."""
    return _dossier(dossier.organization_dossier, _whole(moment) or _part(organization_id), moment, organization_id)


def _whole(moment: Moment) -> Register | None:
    """The whole register of the moment, if it is another than now."""
    return whole_register(moment) if moment else None


def _part(*ids: str) -> Register:
    """The part about these rows, with the newest document: it tells what is past."""
    return part(ids, besides=_newest())


def _newest() -> list[str]:
    newest = newest_document()
    return [newest] if newest else []


def _dossier(build: Callable[..., Dossier], register: Register, moment: Moment, *ids: str) -> Dossier:
    if moment.known_on is not None:
        known = known_register(moment)
        ids = tuple(_then(known, one, moment) for one in ids)
    return build(register, *ids, day=moment.as_of)


def _then(register: Register, row_id: str, moment: Moment) -> str:
    """The id by which what is now ``row_id`` was known then: namesakes that came later change the ids of people."""
    if register.get(row_id) is not None:
        return row_id
    now = row(row_id)
    if not isinstance(now, Place | Person | Organization):
        raise NotFound(f"записи «{row_id}» в реестре нет")
    found = _same(register, now)
    if found is None:
        assert moment.known_on is not None
        day = edtf.in_russian(moment.known_on.isoformat())
        raise NotFound(f"{now.name}: ни один документ, известный на {day}, об этом не говорит")
    return found.id


def _same(register: Register, now: Place | Person | Organization) -> Row | None:
    """The person who rests on most of the same claims, the only organization of that name."""
    if isinstance(now, Person):
        claims = set(now.claims)
        shared = {one.id: len(claims.intersection(one.claims)) for one in register.people}
        best = max(shared, key=lambda one: (shared[one], one), default=None)
        return register.get(best) if best and shared[best] else None
    named = [one for one in register.organizations if one.name == now.name]
    return named[0] if len(named) == 1 else None
