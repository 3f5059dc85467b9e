"""Names typed on the command line, made rows of the register."""

from __future__ import annotations

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.register.rows import Organization, Person, Place, Row
from pobratim.reports.words import ru


def place_named(name: str) -> Place:
    """The place meant by ``name``. Raises NotFound, or an error that lists the candidates."""
    try:
        return storage.find_one(name, Place)
    except storage.Ambiguous as error:
        raise _with_candidates(error) from error


def two_places_named(left: str, right: str) -> tuple[Place, Place]:
    """The places of a tie. Errors as of `place_named`, and where both names mean one place."""
    places = place_named(left), place_named(right)
    if places[0].id == places[1].id:
        raise PobratimError(f"«{left}» и «{right}» — одно место ({places[0].name}); назовите два разных")
    return places


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
