"""What several sources say of one slot: the likelier value, and the others kept beside it.

Values that agree are narrowed to one; where they do not, the order of likelihood is: confirmed by a person, more
independent sources (a reprint is none), a weightier one among them, told when it happened, said outright, more exact,
told later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pobratim.model import edtf
from pobratim.register.claims import Claim, Kind, Source
from pobratim.register.outlets import weight
from pobratim.register.rows import Because, Conflict, ConflictValue
from pobratim.register.text import digest

_WEEKS = 45
"""Days within which what happened is news."""


@dataclass(frozen=True)
class Said:
    """One claim's value for a slot."""

    value: str
    claim: Claim[Any]
    basis: str | None = None

    @property
    def source(self) -> Source:
        return self.claim.source


@dataclass(frozen=True)
class Settled:
    """The likelier value of a slot, and all values where sources differ."""

    value: str | None = None
    basis: str | None = None
    because: tuple[Because, ...] = ()
    values: tuple[ConflictValue, ...] = ()
    said: tuple[Said, ...] = ()

    def conflict(self, on: str, slot: str, part: str | None = None) -> Conflict | None:
        """The row of the contradiction; None where all agree. ``part`` tells two slots of one name apart."""
        if not self.values:
            return None
        return Conflict(
            id=f"conflict-{digest(on, slot, part)}",
            on=on,
            slot=slot,
            values=self.values,
            preferred=self.value,
            documents=tuple(sorted({one.source.id for one in self.said})),
            claims=tuple(sorted({one.claim.id for one in self.said})),
        )


def settle_date(said: Iterable[Said], *, lasting: bool = False) -> Settled:
    """The date that the claims give together.

    With ``lasting`` a stretch of days is kept where another source names one of them: a festival of three
    days is not narrowed to the day of its opening.
    """
    own = _without_echoes(list(said))
    ordered = sorted(own, key=lambda one: (_vagueness(one.value), one.value, one.claim.id))
    settled = _settle(ordered, _stretched if lasting else edtf.merge, _vagueness)
    if settled.value is None:
        return settled
    agreeing = [one for one in ordered if edtf.compatible(one.value, settled.value)]
    basis, because = _basis(settled.value, agreeing)
    return replace(settled, basis=basis, because=because)


def settle_value(said: Iterable[Said]) -> Settled:
    """The value that most speaks for; values agree when they are equal."""
    ordered = sorted(said, key=lambda one: (one.value, one.claim.id))
    return _settle(ordered, lambda a, b: a if a == b else None, lambda value: 0, dates=False)


def _without_echoes(said: Sequence[Said]) -> Iterator[Said]:
    """Without what was inferred from the day of a reprint («вчера»), where its original says a date too."""
    speaking = {one.source.id for one in said}
    for one in said:
        echo = one.source.original != one.source.id and one.source.original in speaking
        if not (echo and one.basis == "inferred"):
            yield one


@dataclass
class _Group:
    """Claims whose values agree."""

    value: str
    said: list[Said]
    vagueness: Callable[[str], int]
    dates: bool
    """Whether the values are dates."""

    @property
    def independent(self) -> int:
        """A source that only reprints confirms nothing."""
        return len({one.source.original for one in self.said if one.source.kind != "reprint"})

    @property
    def confirmed(self) -> bool:
        return any(one.claim.record.id in one.source.confirmed for one in self.said)

    @property
    def kind(self) -> Kind:
        """Of its weightiest source."""
        return max((one.source.kind for one in self.said), key=weight)

    @property
    def at_once(self) -> bool:
        """Whether a source of those days says it: it knows better than one that looks back."""
        return self.dates and any(_came_out_then(one) for one in self.said)

    @property
    def stated(self) -> bool:
        return any(one.basis != "inferred" for one in self.said)

    @property
    def exactness(self) -> int:
        return -self.vagueness(self.value)

    @property
    def told(self) -> int:
        """The latest day on which a source said it."""
        days = (edtf.bounds(one.source.published)[1] for one in self.said)
        return max((day.toordinal() for day in days if day), default=0)

    def documents(self) -> tuple[str, ...]:
        return tuple(sorted({one.source.id for one in self.said}))


_KINDS: dict[Kind, str] = {
    "official": "официальный источник", "agency": "сообщило информационное агентство", "paper": "есть и не перепечатка",
}
_CRITERIA: tuple[tuple[Callable[[_Group], int], Callable[[_Group, _Group], str]], ...] = (
    (lambda g: g.confirmed, lambda g, other: "подтверждено человеком"),
    (lambda g: g.independent, lambda g, other: f"независимых источников больше: {g.independent} против "
                                               f"{other.independent}"),
    (lambda g: weight(g.kind), lambda g, other: _KINDS[g.kind]),
    (lambda g: g.at_once, lambda g, other: "сообщено тогда же, когда это было"),
    (lambda g: g.stated, lambda g, other: "сказано прямо, а не выведено из других слов"),
    (lambda g: g.exactness, lambda g, other: "сказано точнее"),
    (lambda g: g.told, lambda g, other: "сообщено позже"),
)
"""What makes a value likelier than another, the weightiest first, with the words for it."""


def _settle(
    ordered: Sequence[Said],
    together: Callable[[str, str], str | None],
    vagueness: Callable[[str], int],
    *,
    dates: bool = True,
) -> Settled:
    groups: list[_Group] = []
    for one in ordered:
        fitting = [group for group in groups if together(group.value, one.value) is not None]
        if not fitting:
            groups.append(_Group(one.value, [one], vagueness, dates))
        elif len(fitting) == 1:  # what fits several («в августе») speaks for none of them
            fitting[0].value = together(fitting[0].value, one.value) or one.value
            fitting[0].said.append(one)
    if len(groups) == 1:  # all agree: nobody asks who is likelier
        return Settled(groups[0].value, said=tuple(ordered))
    groups.sort(key=lambda group: ([-criterion(group) for criterion, _ in _CRITERIA], group.value))
    if not groups:
        return Settled()
    values = tuple(
        ConflictValue(value=group.value, documents=group.documents(), reason=_reason(group, groups))
        for group in groups
    )
    return Settled(groups[0].value, values=values, said=tuple(ordered))


def _reason(group: _Group, groups: Sequence[_Group]) -> str:
    if group is not groups[0]:
        return _sources(group.independent)
    second = groups[1]
    for criterion, words in _CRITERIA:
        if criterion(group) > criterion(second):
            return words(group, second)
    return "источники равноценны"


def _came_out_then(one: Said) -> bool:
    """Whether its document came out within weeks after that date began."""
    began, _ = edtf.bounds(one.value)
    told, _ = edtf.bounds(one.source.published)
    return began is not None and told is not None and 0 <= (told - began).days <= _WEEKS


def _sources(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return f"{count} источник"
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return f"{count} {'источника' if few else 'источников'}"


def _basis(value: str, said: Sequence[Said]) -> tuple[str, tuple[Because, ...]]:
    """Whether a source states the date as it is; else the words from which it follows."""
    exact = [one for one in said if one.value == value]
    if any(one.basis != "inferred" for one in exact):
        return "stated", ()
    grounds = {one.source.original: one for one in reversed(exact or said)}
    steps = [_because(one, bool(exact)) for _, one in sorted(grounds.items())]
    chains = [step for _, one in sorted(grounds.items()) for step in one.source.dating]
    return "inferred", tuple(dict.fromkeys([*steps, *chains]))


def _because(one: Said, whole: bool) -> Because:
    published = one.source.published
    if one.source.dating and whole:
        reason = f"здесь назван день без года; год документа — {edtf.in_russian(published)}"
    elif not whole:
        reason = f"здесь сказано: {edtf.in_russian(one.value)}"
    elif published:
        reason = f"выведено из слов текста и даты публикации: {edtf.in_russian(published)}"
    else:
        reason = "выведено из слов текста"
    return Because(reason=reason, document=one.source.id, span=one.claim.record.evidence[0])


def _stretched(a: str, b: str) -> str | None:
    """What both say together; of a stretch and a day in it the stretch, in the year of whichever tells one."""
    both = edtf.merge(a, b)
    for stretch, day in ((a, b), (b, a)):
        if both == day and _is_stretch_of_days(stretch) and not _is_stretch_of_days(day):
            year = edtf.year_of(day)
            return edtf.merge(stretch, f"{year:04d}") if year else stretch
    return both


def _is_stretch_of_days(value: str) -> bool:
    """Written by its first and last day."""
    parsed = edtf.parse(value)
    return isinstance(parsed, edtf.Interval) and all(end and end.day for end in (parsed.start, parsed.end))


@lru_cache(maxsize=65536)
def _vagueness(value: str) -> int:
    """0 for a day, 2 for a month, 4 for a year, 6 for a decade, 8 without a year; a stretch one more.

    How long a stretch is says nothing of how exact it is: its ends do.
    """
    parsed = edtf.parse(value)
    if isinstance(parsed, edtf.Interval):
        return 1 + max(_vagueness(str(end)) if end else 8 for end in (parsed.start, parsed.end))
    if not parsed.knows_year:
        return 8 if parsed.year == "XXXX" else 6
    return 0 if parsed.day else 2 if parsed.month else 4
