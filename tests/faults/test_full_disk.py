"""A disk that fills up on the way: nothing is half-done, the message is clear, and with room again all goes on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.kill import write_documents
from tests.faults.running import run

KIB = 1024
_APART = ("unshare", "--mount")


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "documents"
    write_documents(folder, 25, seed=3)
    return folder


@pytest.fixture(scope="module")
def expected(documents) -> bytes:
    """What the documents give where nothing is in the way."""
    home = documents.parent / "home"
    assert run(home, "add", documents)[0] == 0
    assert run(home, "export", documents.parent / "expected.json")[0] == 0
    return (documents.parent / "expected.json").read_bytes()


@pytest.mark.parametrize(
    ("database", "left"),
    [("sqlite", 0), ("sqlite", 200 * KIB), ("sqlite", 1500 * KIB), ("postgresql", 0), ("postgresql", 700 * KIB)],
)
def test_a_disk_that_fills_up(tmp_path, documents, expected, database, left, request):
    if database == "postgresql":
        request.getfixturevalue("postgresql")  # is there one?
    if not shutil.which("unshare"):
        pytest.skip("no disk of our own can be mounted: there is no unshare")
    probe = subprocess.run([*_APART, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, text=True)
    if probe.returncode:
        pytest.skip(f"no disk of our own can be mounted: {probe.stderr.strip()}")

    program = [*_APART, sys.executable, "-m", "tests.faults.full_disk"]
    trial = subprocess.run(
        [*program, tmp_path, documents, database, str(left)],
        capture_output=True, text=True, env=dict(os.environ), cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert trial.returncode == 0, trial.stderr
    made, full, roomy, exported = json.loads(trial.stdout)

    assert made[0] == 0
    assert full[0] == 1
    last = full[2].strip().splitlines()[-1]
    assert last.startswith("Ошибка: "), full
    assert "нет места" in last or "полон" in last or "прервал связь" in last, full
    assert "повторите" in last
    assert (roomy[0], exported[0]) == (0, 0), roomy
    assert (tmp_path / "export.json").read_bytes() == expected
