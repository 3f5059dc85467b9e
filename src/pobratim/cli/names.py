"""Names typed on the command line, made rows of the register."""

from __future__ import annotations

from pobratim import storage
from pobratim.model.errors import NotFound, PobratimError
from pobratim.register.dossier import Dossier
from pobratim.register.moment import NOW, Moment
from pobratim.register.rows import Organization, Person, Place, Row
from pobratim.reports.words import ru


def place_named(name: str) -> Place:
    """The place meant by ``name``. Raises NotFound, or an error that lists the candidates."""
    try:
        return storage.find_one(name, Place)
    except storage.Ambiguous as error:
        raise _with_candidates(error) from error


def person_named(name: str) -> Person:
    """The person meant by ``name``; errors as of `place_named`."""
    try:
        return storage.find_one(name, Person)
    except storage.Ambiguous as error:
        raise _with_candidates(error) from error


def tie_named(left: str, right: str, moment: Moment = NOW) -> Dossier:
    """What joins the two places meant.

    Errors as of `place_named`; also where both names mean one place, and where nothing is known to join them.
    """
    place, other = place_named(left), place_named(right)
    if place.id == other.id:
        raise PobratimError(f"«{left}» и «{right}» — одно место ({place.name}); назовите два разных")
    dossier = storage.tie(place.id, other.id, moment)
    if not dossier.documents:
        raise NotFound(
            f"что связывает {place.name} и {other.name}, в реестре не сказано; добавьте документы об этом"
            if not moment
            else f"что связывало {place.name} и {other.name} на этот день, в реестре не сказано"
        )
    return dossier


def subject_named(name: str) -> Place | Person | Organization:
    """The place, person or organization meant by ``name``; errors as of `place_named`."""
    kinds: tuple[type[Place | Person | Organization], ...] = (Place, Person, Organization)
    try:
        return storage.find_one(name, *kinds)
    except storage.Ambiguous as error:
        raise _with_candidates(error) from error


def _with_candidates(error: storage.Ambiguous) -> PobratimError:
    lines = [f"  {_described(row)}\n      {row.id}" for row in error.candidates]
    return PobratimError("\n".join([f"{error}:", *lines]))


def _described(row: Row) -> str:
    match row:
        case Place():
            where = f", {row.country}" if row.country else ""
            return f"{row.name} — {ru(row.type, 'entity')}{where}"
        case Person():
            posts = "; ".join(post.title for post in row.posts)
            return f"{row.name} — {posts or ru('person', 'entity')}"
        case Organization():
            return f"{row.name} — {ru('organization', 'entity')}"
    raise TypeError(f"a {row.table} row has no name")
