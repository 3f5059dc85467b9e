"""Finding a place, person or organization by a name as people type it.

Any case form («Минска»), initials («В. Кухарев»), «е» for «ё», a patronymic the register does not keep,
part of the name, or the row's id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from pobratim.model.errors import NotFound, PobratimError
from pobratim.register.rows import Organization, Person, Place, Row
from pobratim.storage.rows import briefs_named, count_telling
from pobratim.storage.words import WORD, is_given, is_patronymic, lemmas, lemmas_of_one, plain

if TYPE_CHECKING:
    from django.db.models import Q

Named = Place | Person | Organization
N = TypeVar("N", Place, Person, Organization, Named)
MOST_HELD = 200
"""Rows that are held against what was typed."""
_LAST = chr(0x10FFFF)
"""The letter that comes after all others."""

# How well a typed word fits a word of a name.
_SAME, _CASE_FORM, _BEGINNING = 3, 2, 1


class Ambiguous(PobratimError):
    """Several rows go by the name asked for; ``candidates`` are they, likeliest first."""

    def __init__(self, name: str, candidates: tuple[Row, ...]) -> None:
        super().__init__(name, candidates)
        self.name = name
        self.candidates = candidates

    def __str__(self) -> str:
        return f"под именем «{self.name}» в реестре несколько записей; уточните имя или назовите номер записи"


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a row's name fits what was typed; the greater the better."""

    whole: bool
    """Nothing of the name is left over."""
    likeness: int
    main: bool
    """The row's own name, not an alias."""
    documents: int


def find(name: str) -> list[Row]:
    """Places, people and organizations, in brief, that may be meant by ``name``, best first."""
    return [row for _, row in _ranked(name, (Place, Person, Organization))]


def find_one(name: str, *kinds: type[N]) -> N:
    """The one row of these kinds, in brief, that ``name`` means.

    A whole name goes before a part of one, and among whole names one written as it is typed before one in
    another case form. A person is meant by the surname: a first name alone says nothing. Raises NotFound, or
    Ambiguous with the candidates.
    """
    ranked = [(fit, row) for fit, row in _ranked(name, kinds) if isinstance(row, kinds) and _says_who(name, row)]
    if not ranked:
        raise NotFound(f"имени «{name}» в реестре нет; проверьте написание или добавьте документы о нём")
    likest = ranked[0][0].likeness
    candidates = [row for fit, row in ranked if fit.whole and fit.likeness == likest]
    candidates = candidates or [row for _, row in ranked]
    if len(candidates) > 1:
        raise Ambiguous(name, tuple(candidates))
    return candidates[0]


def beginning(typed: str, *kinds: type[Named], count: int) -> list[Named]:
    """The rows of these kinds, in brief, of whose names a word begins like each that was typed: first those of which
    most documents tell, and with nothing typed all such."""
    from pobratim.storage import models

    tables = [kind.table for kind in kinds]
    told = models.Facet.objects.filter(table__in=tables, name="told")
    for word in _words(typed.encode(errors="replace").decode().replace("\0", " ")):
        told = told.filter(row__in=models.Word.objects.filter(beginning_with(word)).values("row"))
    ids = list(told.order_by("-value", "row_id").values_list("row_id", flat=True)[:count])
    rows = {row.id: row for row in briefs_named(ids)}
    return [row for one in ids if isinstance(row := rows.get(one), Named)]


def beginning_with(letters: str) -> Q:
    """The words of names that begin so, by the index: SQLite takes it for a stretch of letters alone."""
    from django.db import connection
    from django.db.models import Q

    if connection.vendor == "sqlite":
        return Q(word__gte=letters, word__lt=f"{letters}{_LAST}")
    return Q(word__startswith=letters)


def words_of(row: Row) -> set[str]:
    """Under which words a row can be found: those of its names and their dictionary forms."""
    words = {word for name in _names(row) for word in _words(name)}
    return words | {lemma for word in words for lemma in lemmas(word)}


def _ranked(name: str, kinds: tuple[type[Named], ...]) -> list[tuple[_Fit, Named]]:
    # The command line may hand over what is no UTF-8, an address a zero that PostgreSQL refuses.
    name = name.encode(errors="replace").decode().replace("\0", " ")
    typed = _typed(name)
    candidates = _candidates(name, typed, kinds)
    told = count_telling(row.id for row in candidates)
    if len(candidates) > MOST_HELD:  # hundreds of universities: whoever is called just so, then the best known
        called = plain(name.strip())
        known = {row.id: (called in map(plain, _names(row)), told.get(row.id, 0), row.id) for row in candidates}
        candidates = sorted(candidates, key=lambda row: known[row.id], reverse=True)[:MOST_HELD]
    fits = ((_fit(name, typed, row, told.get(row.id, 0)), row) for row in candidates)
    fitting = [(fit, row) for fit, row in fits if fit is not None]
    return sorted(fitting, key=lambda pair: (pair[0], pair[1].name, pair[1].id), reverse=True)


def _candidates(name: str, typed: list[str], kinds: tuple[type[Named], ...]) -> list[Named]:
    """The rows, in brief, of whose names a word fits each that was typed, or that have it as their id."""
    from django.db.models import Q

    from pobratim.storage import models

    if known := [row for row in briefs_named([name.strip()]) if isinstance(row, kinds)]:
        return known
    fitting: set[str] | None = None
    for word in sorted(typed, key=len, reverse=True):
        if len(word) > 1:  # initials fit so many that `_fit` looks at them alone
            fits = beginning_with(word) | Q(word__in=[word[0], *lemmas(word)])
            rows = models.Word.objects.filter(fits).values_list("row_id", flat=True)
            fitting = set(rows) if fitting is None else fitting.intersection(rows)
    return [row for row in briefs_named(fitting or ()) if isinstance(row, kinds)]


def _fit(name: str, typed: list[str], row: Named, told: int) -> _Fit | None:
    """How well the row fits, of which so many documents tell."""
    if row.id == name.strip():
        return _Fit(True, 0, True, 0)
    fits, of_person = [], isinstance(row, Person)
    for number, full in enumerate(_names(row)):
        words = _words(full)
        likeness = [max([_likeness(word, other, of_person) for other in words], default=0) for word in typed]
        if typed and all(likeness) and _says_more_than_initials(typed, words, of_person):
            whole = len(words) == len(typed) and min(likeness) > _BEGINNING
            fits.append(_Fit(whole, sum(likeness), number == 0, told))
    return max(fits, default=None)


def _says_more_than_initials(typed: list[str], words: Sequence[str], of_person: bool) -> bool:
    """Whether a whole word fits a whole word: «Кухарев» is not yet «К. Мурашко»."""
    whole = ((word, other) for word in typed for other in words if len(word) > 1 and len(other) > 1)
    return any(_likeness(word, other, of_person) for word, other in whole)


def _says_who(name: str, row: Named) -> bool:
    """Whether what fits the row tells of a person more than a first name or the beginning of a surname."""
    if not isinstance(row, Person) or row.id == name.strip():
        return True
    typed = _typed(name)
    if sorted(typed) == sorted(_words(row.name)):
        return True
    alone = len(typed) == 1 and is_given(typed[0])  # «Марина» is nobody of the name of Марин
    least = _CASE_FORM if not alone else _SAME
    return any(
        len(word) > 1 and len(other) > 1 and _likeness(word, other, True) >= least
        for full in _names(row) for other in _surname(full, row) for word in typed
    )


def _surname(full: str, row: Person) -> tuple[str, ...]:
    """The words of the surname in a name of the person; none where that name is a first name alone."""
    parts = full.split()
    own = row.name.split()
    if len(parts) == 1 and len(own) > 1 and plain(full) == plain(own[0]) and is_given(full):
        return ()
    return _words(parts[-1]) if parts else ()


@lru_cache(maxsize=65536)  # the names of all universities have that word
def _likeness(typed: str, word: str, of_person: bool) -> int:
    """Of two words of names; 0 where they do not fit."""
    if typed == word:
        return _SAME
    if len(typed) == 1 or len(word) == 1:  # an initial
        return _CASE_FORM if typed[0] == word[0] else 0
    forms = lemmas_of_one if of_person else lemmas
    if not forms(typed).isdisjoint(forms(word)):
        return _CASE_FORM
    return _BEGINNING if word.startswith(typed) else 0


def _typed(name: str) -> list[str]:
    """The words that count; a patronymic does only where it is all there is."""
    words = _words(name)
    return [word for word in words if not is_patronymic(word)] or list(words)


def _names(row: Row) -> tuple[str, ...]:
    match row:
        case Person():
            return row.name, *row.variants
        case Place() | Organization():
            return row.name, *row.aliases
        case _:
            return ()


@lru_cache(maxsize=65536)  # a common word is held against the names of hundreds
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in WORD.findall(name))
