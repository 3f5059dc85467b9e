"""The engine for many machines, on a cluster whose machines are processes here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="reading many documents is an optional extra (bulk)")
pytest.importorskip("fastwarc", reason="reading many documents is an optional extra (bulk)")
pytest.importorskip("ray", reason="reading on many machines is an optional extra (ray)")

from pobratim import bulk
from pobratim.bulk import Job, Options, Totals
from pobratim.bulk.cluster import QUIET
from pobratim.model.errors import InputError, PobratimError
from tests.bulk import make


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A head that does no work, and two machines with a processor each."""
    os.environ.update(QUIET)
    os.environ["PYTHONPATH"] = os.pathsep.join(str(Path(path).absolute()) for path in sys.path)
    import ray
    from ray.cluster_utils import Cluster

    small = {"object_store_memory": 80 * 1024 * 1024}
    try:
        made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, **small})
        for _ in range(2):
            made.add_node(num_cpus=1, **small)
        made.wait_for_nodes()
    except Exception as error:  # what Ray raises where its processes cannot run is not told
        pytest.skip(f"no Ray cluster to be had here: {error}")
    yield made
    ray.shutdown()
    made.shutdown()


def run(
    cluster: Any, output: Path, *inputs: Path, after: Any = lambda totals: None
) -> tuple[Totals, list[InputError]]:
    """A run on the cluster; ``after`` is called whenever a piece is done."""
    complaints: list[InputError] = []
    job = Job(
        inputs=tuple(map(str, inputs)), folder=output, options=Options(), workers=2, engine="ray",
        address=cluster.address,
    )  # fmt: skip
    return bulk.run(job, complaints.append, after), complaints


def test_the_result_is_that_of_processes(cluster, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make.folder(tmp_path / "in", 10)
    make.lines(tmp_path / "a.jsonl.gz", 20)
    make.warc(tmp_path / "a.warc.gz", 20, packed="records")
    (tmp_path / "b.parquet").write_bytes(b"no table")
    inputs = [Path(name) for name in ("in", "a.jsonl.gz", "a.warc.gz", "b.parquet", "nowhere")]
    found, complaints = run(cluster, tmp_path / "by-ray", *inputs)
    here, here_complaints = make.run(tmp_path / "by-processes", *inputs, workers=2)

    assert list(bulk.readings(tmp_path / "by-ray")) == list(bulk.readings(tmp_path / "by-processes"))
    assert found == here
    assert sorted(map(str, complaints)) == sorted(map(str, here_complaints))
    assert len(complaints) == 2

    again, _ = run(cluster, tmp_path / "by-ray", *inputs)
    assert again == found


def test_a_machine_that_is_lost_in_the_middle_loses_nothing(cluster, tmp_path):
    lines = make.lines(tmp_path / "a.jsonl", 120)
    lost: list[Any] = []

    def lose_a_machine(totals: Totals) -> None:
        if totals.pieces >= 3 and not lost:
            lost.append(sorted(cluster.worker_nodes, key=lambda node: node.node_id)[0])
            cluster.remove_node(lost[0], allow_graceful=False)

    found, complaints = run(cluster, tmp_path / "out", lines, after=lose_a_machine)
    assert lost
    assert complaints == []
    assert (found.documents, found.repeated, found.errors) == (120, 0, 0)
    assert make.texts(tmp_path / "out") == [make.text(number) for number in range(120)]


def test_nothing_is_told_to_the_makers_of_ray(cluster):
    import ray

    told = ray.remote(lambda: os.environ.get("RAY_USAGE_STATS_ENABLED"))
    assert ray.get(told.remote()) == "0"


def test_a_cluster_that_does_not_answer_is_said_so(tmp_path, monkeypatch):
    import ray

    def refuse(**_: object) -> None:
        raise ConnectionError("Failed to connect to GCS at 127.0.0.1:1\nwith many details")

    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    monkeypatch.setattr(ray, "init", refuse)
    job = Job(
        inputs=(str(make.lines(tmp_path / "a.jsonl", 1)),), folder=tmp_path / "out", options=Options(), engine="ray",
        address="127.0.0.1:1",
    )  # fmt: skip
    with pytest.raises(PobratimError, match=r"кластер Ray \(127\.0\.0\.1:1\) не отвечает .*ray start --head"):
        bulk.run(job, lambda error: None, lambda totals: None)
