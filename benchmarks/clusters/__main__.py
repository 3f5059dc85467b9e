"""What does the register make of clusters of documents? One table.

    python -m benchmarks.clusters [--errors] [--texts DIR] [FOLDER ...]

A FOLDER holds clusters: the samples' (`samples/clusters`, the default), or JSON files in their manner whose texts are
in DIR (or the variable POBRATIM_DEV_TEXTS). What has no texts is left out with a word. Exits with 1 when a figure of
the samples is worse than its floor (`benchmarks/clusters/floors.toml`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from pathlib import Path

from benchmarks.clusters.cluster import SAMPLES, Cluster, clusters
from benchmarks.clusters.doubts import score_conflicts, score_inferred, score_undecided
from benchmarks.clusters.figures import LEGEND, Figures, table, total
from benchmarks.clusters.standing import score_agreements, score_organizations, score_people, score_ties
from benchmarks.clusters.tellings import score as score_happenings

FLOORS = Path(__file__).parent / "floors.toml"


def score(cluster: Cluster) -> Figures:
    """All figures of a cluster."""
    figures = Figures(cluster.name)
    found = score_happenings(cluster, figures)
    score_ties(cluster, figures)
    score_agreements(cluster, figures)
    score_people(cluster, figures)
    score_organizations(cluster, figures)
    score_conflicts(cluster, figures)
    score_inferred(cluster, figures, found)
    score_undecided(cluster, figures, found)
    return figures


def fallen(figures: Figures) -> list[str]:
    """A line for each figure of all samples that is worse than its floor or ceiling."""
    limits = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    low = []
    for name, floor in limits["floor"].items():
        share = figures.share(*name.split("/")) if "/" in name else figures.counts[name]
        if share is None or share < floor:
            low.append(f"{name} is {share}, below {floor}")
    for name, ceiling in limits["ceiling"].items():
        if figures.counts[name] > ceiling:
            low.append(f"{name} is {figures.counts[name]}, above {ceiling}")
    return low


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clusters", description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="clusters; the samples' by default")
    parser.add_argument("--errors", action="store_true", help="list the errors")
    parser.add_argument(
        "--texts",
        type=Path,
        default=os.environ.get("POBRATIM_DEV_TEXTS"),
        help="folder with the texts of clusters that are JSON files",
    )
    options = parser.parse_args()
    status = 0
    for folder in options.folders or [SAMPLES]:
        scored = []
        for one in clusters(folder, options.texts and Path(options.texts)):
            if isinstance(one, Cluster):
                scored.append(score(one))
            else:
                print(one)
        if not scored:
            continue
        print(*table(scored), "", LEGEND, sep="\n")
        if options.errors:
            print(*(f"- {figures.name}: {error}" for figures in scored for error in figures.errors), sep="\n")
        if folder.resolve() == SAMPLES:
            low = fallen(total(scored))
            print(*low, sep="\n")
            status |= bool(low)
    return status


if __name__ == "__main__":
    sys.exit(main())
