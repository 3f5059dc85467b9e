"""The engine for many machines: Ray Data streams pieces to workers, each with a reading process of its own.

All machines see the inputs and the folder of results under the same names. What a machine that is lost was at is done
anew by another; its files have the same names and are written whole, so nothing is lost and nothing doubled.
"""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pobratim.bulk import parts, sources
from pobratim.bulk.hand import Hand
from pobratim.bulk.parts import Done, Manifest
from pobratim.bulk.pieces import Piece, Source
from pobratim.bulk.reading import Options
from pobratim.model.errors import InputError, PobratimError

if TYPE_CHECKING:
    from pobratim.bulk.run import Complain, Job

_SOURCES = 10_000
"""Handed to Ray at once: their names are held in memory."""
_CUTTING = 4
"""Workers for one that cuts."""
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing leaves the machines
    "RAY_TQDM": "0",
    "RAY_DEDUP_LOGS": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
}

Row = dict[str, Any]
"""One pickled thing: Ray Data would take ours apart into columns."""


def work(job: Job, manifest: Manifest, seen: set[str], complain: Complain) -> Iterator[Done]:
    """Do all pieces that are not done, and yield each when its files are there. Raises PobratimError."""
    os.environ.update(QUIET)
    import ray

    _connect(job)
    done = ray.put({name: one.digest for name, one in manifest.done.items()})
    given: Iterator[Source] = _sources(job, complain)
    while some := list(islice(given, _SOURCES)):
        for answer in _answers(job, some, done):
            if isinstance(answer, InputError):
                complain(answer)
            elif isinstance(answer, str):
                seen.add(answer)
            else:
                seen.add(answer.piece)
                yield answer


def _connect(job: Job) -> None:
    import ray
    import ray.data

    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    if ray.is_initialized():
        return
    try:
        ray.init(
            address=job.address,
            num_cpus=None if job.address else job.workers,
            include_dashboard=None if job.address else False,
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        where = job.address or "на этой машине"
        raise PobratimError(
            f"кластер Ray ({where}) не отвечает ({str(error).splitlines()[0]}); "
            "запустите его: ray start --head, и укажите адрес в --address"
        ) from error


def _sources(job: Job, complain: Complain) -> Iterator[Source]:
    for source in sources.sources(job.inputs, job.options.settings):
        if isinstance(source, InputError):
            complain(source)
        else:
            yield source


def _answers(job: Job, given: list[Source], done: Any) -> Iterator[Done | InputError | str]:
    """What comes back of some sources: pieces done now, names of those done before, and errors."""
    import ray
    from ray.data import ActorPoolStrategy, DataContext, TaskPoolStrategy

    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = 1  # each piece by itself, so that whoever is free gets it
    workers = job.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    here = str(Path.cwd())
    cutting: Any = _cut
    told = ray.data.from_items([_packed(source) for source in given], override_num_blocks=len(given))
    cut = told.flat_map(
        cutting,
        fn_kwargs={"options": job.options, "done": done, "here": here},
        num_cpus=0,  # the workers have taken all processors, and would wait for it
        compute=TaskPoolStrategy(size=max(1, workers // _CUTTING)),
    )
    read = cut.map_batches(
        _Worker,
        fn_constructor_kwargs={"folder": str(job.folder.absolute()), "options": job.options, "here": here},
        batch_size=1,
        num_cpus=1,
        compute=ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=2),
    )
    for row in read.iter_rows():
        yield pickle.loads(row["pickled"])


def _cut(row: Row, options: Options, done: Any, here: str) -> Iterator[Row]:
    """The pieces of a source; of those that are done only the names."""
    import ray

    os.chdir(here)  # names are relative to where the run was started
    source: Source = pickle.loads(row["pickled"])
    known: dict[str, str] = ray.get(done)  # digests
    for piece in sources.cut(source, options.settings):
        before = isinstance(piece, Piece) and known.get(piece.name) == piece.digest
        yield _packed(piece.name if before and isinstance(piece, Piece) else piece)


class _Worker:
    """Made once a worker: its reading process keeps its data from piece to piece."""

    def __init__(self, folder: str, options: Options, here: str) -> None:
        os.chdir(here)
        self._folder = Path(folder)
        self._hand = Hand(options)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        answers = (self._answer(pickle.loads(one)) for one in batch["pickled"])
        return {"pickled": [pickle.dumps(answer) for answer in answers]}

    def _answer(self, told: Piece | InputError | str) -> Done | InputError | str:
        return parts.write(self._folder, told, self._hand.work(told)) if isinstance(told, Piece) else told


def _packed(thing: object) -> Row:
    return {"pickled": pickle.dumps(thing)}
