"""What is counted of a cluster, and the table of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.clusters.dates import Verdict

Columns = Sequence[tuple[str, str]]

COLUMNS: Columns = (
    ("read", "{told}/{tellings}"),
    ("joined P", "{pairs_right/pairs_got}"),
    ("R", "{pairs_right/pairs_wanted}"),
    ("happenings", "{events_found}/{events} +{events_invented}"),
    ("dates", "{date_right}/{date_open}/{date_wrong}/{date_wrong_year}"),
    ("ties", "{ties_found}/{ties} +{ties_invented}"),
    ("agreements", "{agreements_found}/{agreements} +{agreements_invented}"),
    ("since, signed, term", "{slot_right}/{slot_open}/{slot_wrong}/{slot_wrong_year}"),
    ("status", "{status_right}/{status}"),
    ("people", "{people_right}/{people}"),
    ("posts", "{posts_right}/{posts}"),
    ("organizations", "{organizations_right}/{organizations}"),
    ("conflicts", "{conflicts_found}/{conflicts} +{conflicts_invented}"),
    ("inferred", "{inferred_right}/{inferred}"),
    ("left open", "{undecided_right}/{undecided}"),
)
"""Heading, and the counts under it; `a/b` inside one pair of braces is a share."""

LEGEND = """\
read: of the documents' tellings of expected happenings, those the reader finds (the rest cannot be joined)
joined: of the pairs of tellings read, precision and recall of which are one happening
happenings, ties, agreements, conflicts: found/expected +invented
dates, and since, signed, term: right/open/wrong within the right year/wrong year
people, organizations: those that are one row, and no other's; posts with title and place
inferred: dates that follow from several documents; left open: what must stay undated"""


@dataclass
class Figures:
    """The counts of one cluster, and a line for each error."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        self.counts[what] += number

    def right_or(self, what: str, right: bool, error: str) -> None:
        """One more expected, and right or an error."""
        self.counts[what] += 1
        self.counts[f"{what}_right"] += right
        if not right:
            self.errors.append(error)

    def date(self, what: str, verdict: Verdict, error: str) -> None:
        """A date slot: ``what`` is `date` or `slot`."""
        self.counts[f"{what}_{verdict.replace(' ', '_')}"] += 1
        if verdict != "right":
            self.errors.append(f"{error}: {verdict}")

    def share(self, part: str, whole: str) -> float | None:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None


def total(all_figures: Iterable[Figures], name: str = "all") -> Figures:
    result = Figures(name)
    for one in all_figures:
        result.counts += one.counts
        result.errors += one.errors
    return result


def table(all_figures: Sequence[Figures]) -> list[str]:
    """The lines of the table, one a cluster and one of all."""
    rows = [["cluster", *(heading for heading, _ in COLUMNS)]]
    for one in (*all_figures, total(all_figures)):
        rows.append([one.name, *(_cell(one, cell) for _, cell in COLUMNS)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _cell(figures: Figures, cell: str) -> str:
    result = cell
    for part in cell.split("{")[1:]:
        name = part.split("}")[0]
        if "/" in name:
            share = figures.share(*name.split("/"))
            value = "–" if share is None else f"{share:.2f}"
        else:
            value = str(figures.counts[name])
        result = result.replace(f"{{{name}}}", value)
    return result
