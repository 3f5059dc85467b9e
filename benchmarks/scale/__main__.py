"""What do many documents cost, and how does that grow with workers, engine and input?

    python -m benchmarks.scale workers [--documents 600] [--runs 3]     1 and 2 workers, processes and Ray in turn
    python -m benchmarks.scale growth [--sizes 1000 10000 100000] [--sieve]   short documents, one worker
    python -m benchmarks.scale load [--documents 100000] [--server postgresql://…/postgres] [--derive]

Figures are of processor time where they can be, for the machine may be shared; `cost.py` says how they are taken.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from math import nan
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from benchmarks.scale import inputs
from benchmarks.scale.cost import Cost, cost
from benchmarks.scale.load import Loading, load

_FEW = 50
_HEADER = f"{'documents':>11}{'CPU s':>8}{'ms/document':>13}{'busy':>7}{'wall s':>8}{'MiB':>6}"


def workers(folder: Path, documents: int, runs: int) -> None:
    """The same documents by 1 and 2 workers, by processes and by Ray. A tenth of them costs what starting costs."""
    few = inputs.releases(folder / "few.jsonl", documents // 10)
    many = inputs.releases(folder / "many.jsonl", documents)
    engines = ["processes", *(["ray"] if find_spec("ray") else [])]
    found: dict[tuple[str, int], list[float]] = {}
    print(f"{'engine':<11}{'workers':>8}{_HEADER}")
    for _ in range(runs):
        for engine in engines:
            for count in (1, 2):
                arguments = ("--workers", str(count), "--engine", engine)
                start, whole = cost(few, folder / "out", *arguments), cost(many, folder / "out", *arguments)
                more = (whole.cpu_s - whole.daemons_s) - (start.cpu_s - start.daemons_s)
                each = more / (whole.documents - start.documents) * 1000
                found.setdefault((engine, count), []).append(each)
                found.setdefault((f"{engine} busy", count), []).append(whole.busy)
                found.setdefault((f"{engine} services", count), []).append(whole.daemons_s / whole.wall_s)
                print(f"{engine:<11}{count:>8}{_cells(whole, each)}", flush=True)
    middle = {key: median(values) for key, values in found.items()}
    print("\nms/document is of what more documents cost, without starting and Ray's own services; medians:")
    for engine in engines:
        dearer = middle[engine, 1] / middle[engine, 2]
        waits = middle[f"{engine} busy", 2] / middle[f"{engine} busy", 1]
        print(f"{engine}: efficiency of 2 workers {dearer * waits:.3f} (CPU {dearer:.3f}, waiting {waits:.3f})")
    for count in (1, 2) if "ray" in engines else ():
        dearer = middle["ray", count] / middle["processes", count] - 1
        services = middle["ray services", count]
        print(f"Ray against processes, {count} workers: {dearer:+.1%}, and its services {services:.1%} of a processor")


def growth(folder: Path, sizes: list[int], sieve: bool) -> None:
    """One worker over more and more documents; what starting costs is told by a run over a few and taken off."""
    arguments = ("--workers", "1", *(("--sieve",) if sieve else ()))
    times = 4 if sieve else 1  # the sieve lets pass what is short
    start = cost(inputs.short(folder / "few.jsonl", _FEW, times=times), folder / "out", *arguments)
    print(f"{_HEADER}\n{_cells(start, nan)}")
    for size in sizes:
        found = cost(inputs.short(folder / f"{size}.jsonl", size, times=times), folder / "out", *arguments)
        each = (found.cpu_s - start.cpu_s) / (found.documents - start.documents) * 1000
        print(_cells(found, each), flush=True)


def loading(folder: Path, documents: int, server: str | None, derive: bool) -> None:
    head = f"{'':<12}{'documents':>10}{'claims':>9}{'docs/s CPU':>12}{'docs/s':>9}"
    print(f"{head}{'MiB':>7}{'derive s':>10}{'peak MiB':>10}")
    for name in ["SQLite", *(["PostgreSQL"] if server else [])]:
        database = _created(server) if name == "PostgreSQL" and server else None
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            one: Loading = alone.submit(load, folder / name, database, documents, derive=derive).result()
        derived = "" if one.derive_s is None else f"{one.derive_s:.1f}"
        print(
            f"{name:<12}{one.documents:>10}{one.claims:>9}{one.documents / one.cpu_s:>12.0f}"
            f"{one.documents / one.wall_s:>9.0f}{one.bytes_ / 2**20:>7.0f}{derived:>10}{one.peak_mib:>10.0f}",
            flush=True,
        )


def _cells(one: Cost, each: float) -> str:
    return f"{one.documents:>11}{one.cpu_s:>8.1f}{each:>13.2f}{one.busy:>7.2f}{one.wall_s:>8.1f}{one.peak_mib:>6.0f}"


def _created(server: str) -> str:
    """A new database there, in place of what an earlier run left."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS pobratim_scale")
        connection.execute("CREATE DATABASE pobratim_scale ENCODING 'UTF8' TEMPLATE template0")
    return urlsplit(server)._replace(path="/pobratim_scale").geturl()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__.split("\n\n")[0])
    parser.add_argument("what", choices=["workers", "growth", "load"])
    parser.add_argument("--documents", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--sieve", action="store_true", help="growth: only read what the sieve lets pass")
    parser.add_argument("--server", help="address of a PostgreSQL server on which a database may be made")
    parser.add_argument("--derive", action="store_true", help="derive the register too")
    chosen = parser.parse_args()
    with TemporaryDirectory(prefix="pobratim-scale-") as name:
        if chosen.what == "workers":
            workers(Path(name), chosen.documents or 600, chosen.runs)
        elif chosen.what == "growth":
            growth(Path(name), chosen.sizes, chosen.sieve)
        else:
            loading(Path(name), chosen.documents or 100_000, chosen.server, chosen.derive)


if __name__ == "__main__":
    sys.exit(main())
