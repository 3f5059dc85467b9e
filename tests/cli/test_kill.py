"""Killed runs and runs side by side: nothing lost, nothing doubled. `benchmarks/kill.py` does more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from benchmarks.kill import trial, write_documents

POBRATIM = [sys.executable, "-c", "from pobratim.cli import main; main()"]


def test_a_killed_run_started_again_ends_as_if_it_had_never_been_killed(tmp_path):
    said: list[str] = []
    outcome = trial(tmp_path, documents=10, kills=2, seed=7, say=said.append)

    assert len(outcome.kills) == 2
    assert all(kill.whole for kill in outcome.kills)
    assert all(kill.before <= kill.kept <= 10 for kill in outcome.kills)
    assert outcome.kept == 10, said
    assert outcome.same, said
    assert outcome.passed


@pytest.fixture
def start(tmp_path):
    environment = {**os.environ, "POBRATIM_HOME": str(tmp_path / "home")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    def run(*arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*POBRATIM, *map(str, arguments)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return run


def test_two_runs_at_once_into_a_new_home_share_the_work(tmp_path, start):
    write_documents(tmp_path / "left", 8, seed=1)
    write_documents(tmp_path / "right", 8, seed=2)
    (tmp_path / "right" / "same.txt").write_bytes((tmp_path / "left" / "000.txt").read_bytes())
    runs = [
        start("add", tmp_path / "left"),
        start("add", tmp_path / "right", tmp_path / "left"),
    ]

    endings = [run.communicate() for run in runs]

    assert [run.returncode for run in runs] == [0, 0], endings
    together = start("export", "-").communicate()[0]
    start("rebuild").communicate()
    assert start("export", "-").communicate()[0] == together
    assert together.count('"source":') == 16
