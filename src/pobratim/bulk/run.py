"""A run: what the inputs hold and is not done yet is done by an engine, and the manifest told of each piece."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from pobratim.bulk import parts, processes, sources
from pobratim.bulk.parts import Manifest, Totals
from pobratim.bulk.pieces import Piece
from pobratim.bulk.reading import Options
from pobratim.model.errors import InputError, PobratimError, trouble_of_disk
from pobratim.reading import READER

Engine = Literal["processes", "ray"]
Complain = Callable[[InputError], None]
Tell = Callable[[Totals], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be done where."""

    inputs: tuple[str, ...]
    folder: Path
    options: Options
    workers: int | None = None
    """None: as many as there are processors."""
    engine: Engine = "processes"
    address: str | None = None
    """Of a Ray cluster; None: a cluster of this machine alone."""


def run(job: Job, complain: Complain, tell: Tell) -> Totals:
    """Do what is not done yet. Raises PobratimError where that cannot begin.

    ``complain`` hears of inputs that cannot be opened at all, ``tell`` how far the whole is whenever a piece is done.
    """
    missing: list[InputError] = []

    def complain_too(error: InputError) -> None:
        missing.append(error)
        complain(error)

    _check_installed(job)
    about = {
        "inputs": list(job.inputs),
        "places": [str(Path(path).absolute()) for path in job.inputs],
        "reader": READER,
        "sieve": job.options.sieve,
        "originals": job.options.originals,
    }
    manifest = parts.open_manifest(job.folder, about)
    try:
        seen: set[str] = set()
        tell(manifest.totals)
        if job.engine == "ray":
            from pobratim.bulk import cluster

            done = cluster.work(job, manifest, seen, complain_too)
        else:
            waiting = _waiting(job, manifest, seen, complain_too)
            done = processes.work(waiting, job.folder, job.options, job.workers or processors())
        for one in done:
            manifest.add(one)
            tell(manifest.totals)
        manifest.finish(None if missing else seen)  # what cannot be opened today may be there tomorrow
    except OSError as error:
        raise PobratimError(
            f"в папку {job.folder} не записать ({trouble_of_disk(error)}); "
            "освободите место и запустите ту же команду: сделанное не повторится"
        ) from error
    finally:
        manifest.close()
    return manifest.totals


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _waiting(job: Job, manifest: Manifest, seen: set[str], complain: Complain) -> Iterator[Piece]:
    """The pieces that are not done, in their order."""
    settings = job.options.settings
    for source in sources.sources(job.inputs, settings):
        for piece in [source] if isinstance(source, InputError) else sources.cut(source, settings):
            if isinstance(piece, InputError):
                complain(piece)
            else:
                seen.add(piece.name)
                if not manifest.has(piece):
                    yield piece


def _check_installed(job: Job) -> None:
    wanted = [("pyarrow", "bulk"), ("fastwarc", "bulk")]
    wanted += [("hyperscan", "sieve")] if job.options.sieve else []
    wanted += [("ray", "ray")] if job.engine == "ray" else []
    for package, extra in wanted:
        if find_spec(package) is None:
            raise PobratimError(f"нет пакета {package}; поставьте его: pip install 'pobratim[{extra}]'")
