"""How does the register fare as it grows, and what does it join rightly? On generated claims whose truth is known.

    python -m benchmarks.register [--sizes 1000 3000 10000] [--seed 1] [--plot growth.svg] [--json figures.json]

What the claims are like: docs/register.md, "Generated claims". Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.register.measure import Figures, measure
from benchmarks.register.plot import plot

SIZES = (1000, 3000, 10000)
ONE_MORE, TIE_PAGE = 50, 100
"""Milliseconds that one more document (median) and the data of a tie page (p95) may take, at 100 000 documents."""


def table(found: Figures) -> str:
    """A line of the table."""
    shares = "  ".join(
        f"{pairs.precision:.3f}/{pairs.recall:.3f}/{pairs.f1:.3f}"
        for pairs in (found.people, found.organizations, found.happenings)
    )
    return (
        f"{found.documents:>9}  {found.derive_s:>9.1f}  {found.derive_s / found.documents * 1000:>6.2f}  "
        f"{found.one_more_median_ms:>12.0f}  {found.one_more_p95_ms:>7.0f}  {found.memory_mib:>6}  "
        f"{found.tie_median_ms:>7.0f}  {found.tie_p95_ms:>7.0f}  "
        f"{shares}  {found.cross_level:>5}"
    )


HEADER = (
    "documents  derive, s  ms/doc  one more, ms  p95, ms     MiB  tie, ms  p95, ms  "
    "people P/R/F1      organizations      happenings         cross-level"
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register", description=__doc__.split("\n\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path, help="where to draw the growth (SVG)")
    parser.add_argument("--json", type=Path, help="where to write all figures")
    options = parser.parse_args()
    print(HEADER)
    found = []
    for size in options.sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            found.append(alone.submit(measure, size, options.seed).result())
        print(table(found[-1]), flush=True)
    if options.json:
        options.json.write_text(json.dumps([one.as_dict() for one in found], indent=1) + "\n", encoding="utf-8")
    if options.plot:
        lines = {
            "all at once, s": [(one.documents, one.derive_s) for one in found],
            "memory, MiB": [(one.documents, one.memory_mib) for one in found],
            "tie page p95, ms": [(one.documents, one.tie_p95_ms) for one in found],
            "one more, ms": [(one.documents, one.one_more_median_ms) for one in found],
            f"asked of one more: {ONE_MORE} ms": [(one.documents, ONE_MORE) for one in found],
            f"asked of a tie page: {TIE_PAGE} ms": [(one.documents, TIE_PAGE) for one in found],
        }
        options.plot.write_text(plot(lines, "documents"), encoding="utf-8")


if __name__ == "__main__":
    main()
