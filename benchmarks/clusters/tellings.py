"""Happenings: which of the documents' reports the register holds for one, and when it was.

A *telling* is a document that tells of an expected event. It answers to the happening of its kind that rests on that
document and whose sides, people and days are most alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from benchmarks.clusters.cluster import Cluster, Json
from benchmarks.clusters.dates import judge
from benchmarks.clusters.figures import Figures
from pobratim.model import edtf
from pobratim.register.rows import Happening

Telling = tuple[int, str]
"""The number of the expected event, and the document."""


def match(cluster: Cluster) -> dict[Telling, Happening]:
    """The happening of each telling that the register has."""
    found: dict[Telling, Happening] = {}
    for document in cluster.documents:
        told = [
            (_likeness(cluster, event, row), number, row)
            for number, event in enumerate(cluster.expected["events"])
            for row in cluster.register.happenings
            if document in event["sources"] and row.kind == event["kind"] and document in cluster.told_by(row)
        ]
        taken: set[str] = set()
        for score, number, row in sorted(told, key=lambda one: (-one[0], one[1], one[2].id)):
            if score > 0 and (number, document) not in found and row.id not in taken:
                found[number, document] = row
                taken.add(row.id)
    return found


def _likeness(cluster: Cluster, event: Json, row: Happening) -> float:
    """0 where they have neither a side nor a person in common."""
    parties = cluster.common(row.parties, event["parties"]) / max(1, len(event["parties"]))
    people = cluster.common(row.participants, event["participants"]) / max(1, len(event["participants"]))
    wanted = event.get("organizations", [])
    organizations = cluster.common(row.organizations, wanted) / max(1, len(wanted))
    if not (parties or people or organizations):
        return 0.0
    days = 1.0 if row.date == event["date"] else 0.5 if edtf.compatible(row.date, event["date"]) else 0.0
    place = event["place"] is not None and cluster.is_called(row.place, event["place"])
    return 2 * parties + people + organizations + days + 0.5 * place


def score(cluster: Cluster, figures: Figures) -> dict[Telling, Happening]:
    """Count what the register makes of the expected events; the happening of each telling."""
    events = cluster.expected["events"]
    found = match(cluster)
    own = {key: row for key, row in found.items() if not events[key[0]].get("optional")}
    for number, event in enumerate(events):
        if not event.get("optional"):
            rows = {document: own.get((number, document)) for document in event["sources"]}
            _score_event(cluster, figures, event, rows)
    _score_pairs(cluster, figures, own)
    _score_invented(cluster, figures, found)
    return found


def _score_event(cluster: Cluster, figures: Figures, event: Json, rows: dict[str, Happening | None]) -> None:
    name = describe(event)
    figures.count("events")
    figures.count("tellings", len(rows))
    for document, row in rows.items():
        if row is None:
            figures.errors.append(f"not read in {document}: {name}")
    told = [row for row in rows.values() if row]
    figures.count("told", len(told))
    if not told:
        return
    figures.count("events_found")
    by_id = {row.id: row for row in told}
    counts = Counter(row.id for row in told)
    if len(counts) > 1:
        figures.errors.append(f"in {len(counts)} happenings: {name}")
    row = by_id[min(counts, key=lambda one: (-counts[one], one))]
    figures.date("date", judge(row.date, event["date"], event.get("within")), f"date {row.date} of {name}")
    figures.right_or("status", row.status == event["status"], f"status {row.status} of {name}")


def _score_pairs(cluster: Cluster, figures: Figures, found: dict[Telling, Happening]) -> None:
    """Of each two tellings in different documents: one event, and one happening?"""
    for (left, a), (right, b) in combinations(sorted(found.items()), 2):
        wanted, got = left[0] == right[0], a.id == b.id
        if left[1] == right[1] or not (wanted or got):
            continue
        figures.count("pairs_wanted", wanted)
        figures.count("pairs_got", got)
        figures.count("pairs_right", wanted and got)
        if got and not wanted:
            told = (f"{describe(cluster.expected['events'][event])} in {document}" for event, document in (left, right))
            figures.errors.append(f"joined: {' with '.join(told)}")


def _score_invented(cluster: Cluster, figures: Figures, found: dict[Telling, Happening]) -> None:
    answered = {row.id for row in found.values()}
    # A document beyond the sources expected may tell of the event as well: no invention.
    for row in cluster.register.happenings:
        if row.id not in answered and not any(_is_of(cluster, event, row) for event in cluster.expected["events"]):
            figures.count("events_invented")
            names = ", ".join(map(cluster.register.name, row.parties))
            documents = ", ".join(sorted(cluster.told_by(row)))
            figures.errors.append(f"invented: {row.kind} {row.date} {names} in {documents}")


def _is_of(cluster: Cluster, event: Json, row: Happening) -> bool:
    same = event["kind"] == row.kind and event["date"] is not None and row.date == event["date"]
    return same and cluster.same(row.parties, event["parties"])


def of_document(cluster: Cluster, found: dict[Telling, Happening], document: str) -> Iterator[tuple[Json, Happening]]:
    """The expected events that a document tells of, with the happenings they answer to."""
    for (number, name), row in sorted(found.items()):
        if name == document:
            yield cluster.expected["events"][number], row


def describe(event: Json) -> str:
    """«meeting 2025-06-24 Минск, Омск»."""
    return f"{event['kind']} {event['date'] or event.get('within')} {', '.join(event['parties'])}"


def by_kind(told: Iterator[tuple[Json, Happening]]) -> dict[str, list[tuple[Json, Happening]]]:
    result: dict[str, list[tuple[Json, Happening]]] = defaultdict(list)
    for event, row in told:
        result[event["kind"]].append((event, row))
    return result
