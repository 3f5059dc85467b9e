"""Contradictions, dates that follow from several documents, and what must stay open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from benchmarks.clusters.cluster import Cluster, Json
from benchmarks.clusters.figures import Figures
from benchmarks.clusters.tellings import Telling, of_document
from pobratim.register.rows import AgreementRow, Conflict, DocumentRow, FigureRow, Happening, Tie

_WORD = re.compile(r"[a-z]+")


def score_conflicts(cluster: Cluster, figures: Figures) -> None:
    """Those expected with a slot. One told in prose alone allows a conflict among its documents."""
    found: set[str] = set()
    for wanted in cluster.expected["conflicts"]:
        if "slot" not in wanted:
            found |= {one.id for one in cluster.register.conflicts if _documents(cluster, one) == set(wanted["values"])}
            continue
        fitting = [one for one in cluster.register.conflicts if _is(cluster, wanted, one)]
        found |= {one.id for one in fitting}
        figures.count("conflicts")
        figures.count("conflicts_found", bool(fitting))
        if not fitting:
            figures.errors.append(f"no conflict: {wanted['what']}")
    for one in cluster.register.conflicts:
        if one.id not in found:
            figures.count("conflicts_invented")
            values = "; ".join(f"{v.value} in {', '.join(cluster.names[d] for d in v.documents)}" for v in one.values)
            figures.errors.append(f"invented conflict: {one.slot} of {one.on}: {values}")


def _documents(cluster: Cluster, conflict: Conflict) -> set[str]:
    return {cluster.names[document] for value in conflict.values for document in value.documents}


def _is(cluster: Cluster, wanted: Json, conflict: Conflict) -> bool:
    row = cluster.register.get(conflict.on)
    if not isinstance(row, Tie | AgreementRow | Happening | FigureRow) or conflict.slot != wanted["slot"]:
        return False
    said = {cluster.names[document]: value.value for value in conflict.values for document in value.documents}
    right = all(_alike(said.get(document), value) for document, value in wanted["values"].items())
    return right and cluster.same(row.parties, wanted["parties"])


def _alike(got: str | None, wanted: str) -> bool:
    """A number may be written «9» or «9.0»."""
    return got == wanted or (got is not None and got.removesuffix(".0") == wanted)


def score_inferred(cluster: Cluster, figures: Figures, found: dict[Telling, Happening]) -> None:
    """`what` names kinds of happenings or agreements of the document, or `published`, its own day."""
    for wanted in cluster.expected.get("inferred", []):
        for what, dates in _dates(cluster, found, wanted, wanted["date"]):
            right = wanted["date"] in dates
            told = ", ".join(sorted(map(str, dates)))
            figures.right_or("inferred", right, f"{what} of {wanted['document']} is {told}, not {wanted['date']}")


def score_undecided(cluster: Cluster, figures: Figures, found: dict[Telling, Happening]) -> None:
    for wanted in cluster.expected.get("undecided", []):
        for what, dates in _dates(cluster, found, wanted, None):
            known = dates - {None}
            figures.right_or("undecided", not known, f"{what} of {wanted['document']} is {known}, and nobody can know")


def _dates(
    cluster: Cluster, found: dict[Telling, Happening], wanted: Json, date: str | None
) -> Iterator[tuple[str, set[str | None]]]:
    """For each thing named: the dates of the document's rows of that kind, as far as they should be that one."""
    document = wanted["document"]
    told = list(of_document(cluster, found, document))
    for what in _WORD.findall(wanted["what"].lower()):
        if what == "published":
            rows: Iterable[object] = cluster.register.documents
            yield what, {
                row.published for row in rows if isinstance(row, DocumentRow) and cluster.names[row.id] == document
            }
        elif what == "agreement":
            yield what, {row.signed for row in cluster.register.agreements if document in cluster.told_by(row)}
        elif kinds := {event["kind"] for event in cluster.expected["events"]} & {what}:
            yield what, {row.date for event, row in told if event["kind"] in kinds and event["date"] == date}
