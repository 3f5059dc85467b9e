"""Ties with their stages, agreements, people and organizations of a cluster."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.clusters.cluster import Cluster, Json
from benchmarks.clusters.dates import VERDICTS, judge
from benchmarks.clusters.figures import Figures
from pobratim.model import edtf
from pobratim.register.rows import AgreementRow, Organization, Person, Stage, Tie
from pobratim.register.text import normal


def score_ties(cluster: Cluster, figures: Figures) -> None:
    """Each expected stage; stages nobody expected are invented."""
    stages = [(tie, stage) for tie in cluster.register.ties for stage in tie.history]
    answered: set[tuple[str, str]] = set()
    for wanted in cluster.expected["partnerships"]:
        name = f"{wanted['kind']} {', '.join(wanted['parties'])}"
        fitting = list(_stages(cluster, wanted, stages))
        answered |= {(tie.id, stage.kind) for tie, stage in fitting}
        figures.count("ties")
        if not fitting:
            figures.errors.append(f"no tie: {name}")
            continue
        figures.count("ties_found")
        verdict, stage = min(
            ((judge(one.since, wanted["since"], wanted.get("within")), one) for _, one in fitting),
            key=lambda judged: VERDICTS.index(judged[0]),
        )
        figures.date("slot", verdict, f"since {stage.since}, not {wanted['since']}, of {name}")
        figures.right_or("status", stage.status == wanted["status"], f"status {stage.status} of {name}")
    for tie, stage in stages:
        if (tie.id, stage.kind) not in answered:
            figures.count("ties_invented")
            figures.errors.append(f"invented: {stage.kind} {stage.since} {_parties(cluster, tie)}")


def _stages(cluster: Cluster, wanted: Json, stages: list[tuple[Tie, Stage]]) -> Iterator[tuple[Tie, Stage]]:
    """Of the kind, or any where the kind itself is in dispute."""
    for tie, stage in stages:
        if cluster.same(tie.parties, wanted["parties"]) and wanted["kind"] in (stage.kind, None):
            yield tie, stage


def score_agreements(cluster: Cluster, figures: Figures) -> None:
    """Each expected agreement answers to the row most like it; rows that answer to none are invented."""
    pairs = sorted(
        (
            (-_likeness(cluster, wanted, row), number, row.id, row)
            for number, wanted in enumerate(cluster.expected["agreements"])
            for row in cluster.register.agreements
            if _may_be(cluster, wanted, row)
        ),
        key=lambda one: one[:3],
    )
    found: dict[int, AgreementRow] = {}
    for _, number, _, row in pairs:
        if number not in found and row.id not in {one.id for one in found.values()}:
            found[number] = row
    for number, wanted in enumerate(cluster.expected["agreements"]):
        _score_agreement(cluster, figures, wanted, found.get(number))
    for row in cluster.register.agreements:
        if row.id not in {one.id for one in found.values()}:
            figures.count("agreements_invented")
            what = f"{row.kind} {row.signed} {row.period} {', '.join(map(cluster.register.name, row.parties))}"
            figures.errors.append(f"invented or split: {what} in {', '.join(sorted(cluster.told_by(row)))}")


def _may_be(cluster: Cluster, wanted: Json, row: AgreementRow) -> bool:
    told = cluster.told_by(row) & set(wanted["sources"])
    return row.kind == wanted["kind"] and bool(told) and cluster.common(row.parties, wanted["parties"]) > 0


def _likeness(cluster: Cluster, wanted: Json, row: AgreementRow) -> float:
    return (
        len(cluster.told_by(row) & set(wanted["sources"]))
        + cluster.common(row.parties, wanted["parties"])
        + 2 * (judge(row.signed, wanted["signed"], wanted.get("within")) in ("right", "open"))
        + 3 * (judge(row.period, wanted["period"]) == "right")
    )


def _score_agreement(cluster: Cluster, figures: Figures, wanted: Json, row: AgreementRow | None) -> None:
    name = f"{wanted['kind']} {wanted['signed']} {wanted['period']} {', '.join(wanted['parties'])}"
    figures.count("agreements")
    if row is None:
        figures.errors.append(f"no agreement: {name}")
        return
    figures.count("agreements_found")
    verdict = judge(row.signed, wanted["signed"], wanted.get("within"))
    figures.date("slot", verdict, f"signed {row.signed} of {name}")
    figures.date("slot", judge(row.period, wanted["period"]), f"term {row.period} of {name}")
    figures.right_or("status", row.status == wanted["status"], f"status {row.status} of {name}")
    if "replaces" in wanted:
        old = cluster.register.get(row.replaces or "")
        right = isinstance(old, AgreementRow) and any(
            edtf.compatible(wanted["replaces"], value) for value in (old.signed, old.period) if value
        )
        figures.right_or("status", right, f"replaces {row.replaces}, not that of {wanted['replaces']}: {name}")


def score_people(cluster: Cluster, figures: Figures) -> None:
    """A person is right as one row that no other expected person shares."""
    answers = [_rows_of(cluster, wanted, cluster.register.people) for wanted in cluster.expected["people"]]
    for wanted, rows in zip(cluster.expected["people"], answers, strict=True):
        shared = any(set(rows) & set(other) for other in answers if other is not rows)
        fault = "shared with another" if shared else f"in {len(rows)} rows"
        figures.right_or("people", len(rows) == 1 and not shared, f"person {wanted['name']}: {fault}")
        for post in wanted["posts"]:
            held = any(_holds(cluster, row, post) for row in rows.values() if isinstance(row, Person))
            figures.right_or("posts", held, f"post of {wanted['name']}: {post['title']} {post.get('place') or ''}"
                                            f"{post.get('organization') or ''}")


def score_organizations(cluster: Cluster, figures: Figures) -> None:
    for wanted in cluster.expected.get("organizations", []):
        rows = _rows_of(cluster, wanted, cluster.register.organizations)
        figures.right_or("organizations", len(rows) == 1, f"organization {wanted['name']}: in {len(rows)} rows")


def _rows_of(
    cluster: Cluster, wanted: Json, rows: tuple[Person, ...] | tuple[Organization, ...]
) -> dict[str, Person | Organization]:
    """The rows that go by one of the names in one of the sources."""
    sources = set(wanted.get("sources", ())).union(*(post["sources"] for post in wanted.get("posts", ())))
    names = [wanted["name"], *wanted["variants"]]
    return {
        row.id: row
        for row in rows
        if cluster.told_by(row) & sources and any(cluster.is_called(row.id, name) for name in names)
    }


def _holds(cluster: Cluster, person: Person, wanted: Json) -> bool:
    return any(
        normal(post.title) == normal(wanted["title"])
        and (
            (wanted.get("place") and cluster.is_called(post.place, wanted["place"]))
            or (wanted.get("organization") and cluster.is_called(post.organization, wanted["organization"]))
        )
        for post in person.posts
    )


def _parties(cluster: Cluster, tie: Tie) -> str:
    return ", ".join(map(cluster.register.name, tie.parties))
