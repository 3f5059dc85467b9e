"""Who met whom: people of one side and of the others, and how often they were in one happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from pobratim.model import edtf
from pobratim.register.dossier import Dossier
from pobratim.register.rows import Happening, Person
from pobratim.reports.ledger import Ledger
from pobratim.reports.sections.context import Context
from pobratim.web.words import plural, short

MOST = 14
"""People on each side: those who met most."""
WIDTH, LINE, TOP = 760, 34, 44
LEFT, RIGHT = 250, WIDTH - 250
_WIDEST = 7
"""Pixels of the line between those who met most often."""


@dataclass(frozen=True, slots=True)
class Node:
    person: Person
    y: int
    post: str


@dataclass(frozen=True, slots=True)
class Edge:
    path: str
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Meetings:
    """Two columns of people with lines between them, ready to be drawn, in pixels."""

    height: int
    left_name: str
    left: tuple[Node, ...]
    right_name: str
    right: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: int
    """People for whom there is no room."""


def meetings(dossier: Dossier, others: str) -> Meetings | None:
    """People of the dossier's place, or the person that it is of, at the left; those of the other place (else
    ``others``) at the right.

    None where nobody of the one side is known to have met anybody of the other.
    """
    person = dossier.person
    if dossier.place is None and person is None:
        return None
    context = Context(dossier, date.max, Ledger(dossier.register))
    people = {row.id: row for row in dossier.register.people}
    home = dossier.place.id if dossier.place else context.side(person) if person else None
    side = {row.id: context.side(row) == home for row in people.values()}
    if person:
        side = {row: row == person.id for row, own in side.items() if not own or row == person.id}
    met: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for row in dossier.happenings:
        present = [one for one in dict.fromkeys(row.participants) if one in side]
        for left in (one for one in present if side[one]):
            for right in (one for one in present if not side[one]):
                met[left, right].append(row)
    if not met:
        return None
    often: Counter[str] = Counter()
    for (left, right), rows in met.items():
        often[left] += len(rows)
        often[right] += len(rows)
    ranked = sorted(often, key=lambda one: (-often[one], people[one].name))
    columns = [[one for one in ranked if side[one] is own][:MOST] for own in (True, False)]
    height = TOP + LINE * max(map(len, columns)) + 8
    nodes = [_nodes([people[one] for one in column], context, height) for column in columns]
    place = {node.person.id: node.y for column in nodes for node in column}
    most = max(map(len, met.values()))
    edges = tuple(
        _edge(place[left], place[right], rows, most, f"{people[left].name} — {people[right].name}")
        for (left, right), rows in sorted(met.items()) if left in place and right in place
    )
    left_name = dossier.place.name if dossier.place else ""  # the person's own name stands at the dot
    right_name = dossier.other_place.name if dossier.other_place else others
    return Meetings(height, left_name, nodes[0], right_name, nodes[1], edges, len(often) - len(place))


def _nodes(people: list[Person], context: Context, height: int) -> tuple[Node, ...]:
    """Spread over the height in even steps."""
    step = (height - TOP) / len(people)
    return tuple(
        Node(person, round(TOP + step * (number + 0.5)), context.post_title(person.posts[0]) if person.posts else "")
        for number, person in enumerate(people)
    )


def _edge(left: int, right: int, rows: list[Happening], most: int, who: str) -> Edge:
    middle = (LEFT + RIGHT) / 2
    days = ", ".join(short(row.date) for row in sorted(rows, key=lambda row: edtf.sort_key(row.date)) if row.date)
    times = plural(len(rows), "раз", "раза", "раз")
    return Edge(
        f"M{LEFT + 10} {left}C{middle:.0f} {left} {middle:.0f} {right} {RIGHT - 10} {right}",
        round(1.5 + (_WIDEST - 1.5) * (len(rows) - 1) / max(1, most - 1), 1),
        f"{who}: {times}{f' ({days})' if days else ''}",
    )
