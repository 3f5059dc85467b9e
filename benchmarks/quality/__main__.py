"""How good is the reader? One command, one table.

    python -m benchmarks.quality [--only PART ...] [--quick] [--errors [--examples N]]
                                 [--dev-texts DIR] [--gold TEXTS GOLD] [--plot FILE]

Parts that lack their data are left out with a word. Exits with 1 when a figure is below its floor
(`benchmarks/quality/floors.toml`).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from benchmarks.quality.parts import PARTS
from benchmarks.quality.report import Report, fallen, grouped, table
from benchmarks.quality.sources import Sources

_SHARED = Path(__file__).resolve().parents[3] / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description=__doc__.split("\n\n")[0], epilog=_parts()
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder with data/, gold/ and score/")
    parser.add_argument("--errors", action="store_true", help="list the errors, the largest group first")
    parser.add_argument("--examples", type=int, default=1000, help="how many of each group")
    parser.add_argument(
        "--dev-texts",
        type=Path,
        default=os.environ.get("POBRATIM_DEV_TEXTS"),
        help="folder with the texts of gold/dev (or the variable POBRATIM_DEV_TEXTS)",
    )
    parser.add_argument(
        "--gold",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("TEXTS", "GOLD"),
        help="further folders of texts and gold; may be given several times",
    )
    parser.add_argument("--plot", type=Path, metavar="FILE", help="write the reliability plot as SVG")
    parser.add_argument("--quick", action="store_true", help="without NEREL train and other systems")
    options = parser.parse_args()
    report = Report()
    sources = Sources(options.shared, options.dev_texts, options.gold, options.quick, options.plot)
    for name in options.only or PARTS:
        PARTS[name](sources, report)
    print(*table(report), *report.drawings, sep="\n")
    if options.errors:
        print(*grouped(report.errors, options.examples), sep="\n")
    low = fallen(report)
    print(*low, sep="\n")
    return int(bool(low))


def _parts() -> str:
    return "parts: " + "; ".join(f"{name}: {measure.__doc__}" for name, measure in PARTS.items())


if __name__ == "__main__":
    sys.exit(main())
