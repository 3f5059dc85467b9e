"""`pobratim bulk` killed at random moments and started again: nothing lost, nothing doubled."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="reading many documents is an optional extra (bulk)")
pytest.importorskip("fastwarc", reason="reading many documents is an optional extra (bulk)")

from pobratim import bulk
from tests.bulk import make
from tests.faults.running import run, start


def test_a_killed_run_started_again_ends_as_if_it_had_never_been_killed(tmp_path):
    documents = make.folder(tmp_path / "in", 40)
    lines = make.lines(tmp_path / "a.jsonl", 60)
    arguments = ("bulk", documents, lines, "--workers", 2, "-o")
    assert run(tmp_path / "home", *arguments, tmp_path / "whole")[0] == 0

    chance, kills = random.Random(5), 0
    manifest = tmp_path / "killed" / "manifest.jsonl"
    while kills < 3:
        before = _done(manifest)
        process = start(tmp_path / "home", *arguments, tmp_path / "killed")
        while _done(manifest) <= before and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.3))
        if process.poll() is None:
            process.kill()
            kills += 1
        elif _done(manifest) >= _done(tmp_path / "whole" / "manifest.jsonl"):
            break  # it came to its end before
        process.communicate()
    assert run(tmp_path / "home", *arguments, tmp_path / "killed")[0] == 0

    assert list(bulk.readings(tmp_path / "killed")) == list(bulk.readings(tmp_path / "whole"))
    assert bulk.totals(tmp_path / "killed") == bulk.totals(tmp_path / "whole")
    told = [line.split(b'"')[3] for line in manifest.read_bytes().splitlines() if line.startswith(b'{"piece"')]
    assert len(told) == len(set(told)), "a piece that was done was done again"
    assert kills


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked for in /proc")
def test_no_process_is_left_of_a_killed_run(tmp_path):
    documents = make.folder(tmp_path / "in", 60)
    process = start(tmp_path / "home", "bulk", documents, "--workers", 2, "-o", tmp_path / "read")
    while not _done(tmp_path / "read" / "manifest.jsonl"):
        time.sleep(0.01)
    below = _below(process.pid)
    process.kill()
    process.communicate()
    assert len(below) >= 3, "two readers, and what they are forked from"
    until = time.monotonic() + 60
    while any(map(_lives, below)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [*filter(_lives, below)]


def _below(pid: int) -> list[int]:
    """The processes that a process has begun, and those that they have."""
    parents = {}
    for found in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(found.parent.name)] = int(found.read_text().rpartition(")")[2].split()[1])
    own = [one for one, parent in parents.items() if parent == pid]
    return own + [other for one in own for other in _below(one)]


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _done(manifest) -> int:
    return manifest.read_bytes().count(b'"piece"') if manifest.exists() else 0
