"""Several programs at work on one register at once: nothing is lost, nothing half-done, who waits says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from benchmarks.kill import write_documents
from tests.faults.running import run, start

HOLD = """
import os, sys, time
from pobratim import storage
from pobratim.model.settings import Settings
from pobratim.storage.locks import alone
storage.setup(Settings.from_environment(os.environ))
with alone():
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def at(tmp_path, database_url):
    """The home and the address of the database."""
    return {"home": tmp_path / "home", "url": database_url}


@pytest.fixture
def documents(tmp_path):
    write_documents(tmp_path / "left", 8, seed=1)
    write_documents(tmp_path / "right", 8, seed=2)
    (tmp_path / "right" / "same.txt").write_bytes((tmp_path / "left" / "000.txt").read_bytes())
    return tmp_path / "left", tmp_path / "right"


def ended(*processes: subprocess.Popen[str]) -> list[tuple[int, str, str]]:
    return [(process.returncode, out, err) for process in processes for out, err in [process.communicate()]]


def exported(at) -> str:
    code, out, err = run(at["home"], "export", "-", url=at["url"])
    assert code == 0, err
    return out


def test_two_runs_at_once_into_a_new_home_share_the_work(at, documents):
    left, right = documents

    endings = ended(
        start(at["home"], "add", left, url=at["url"]),
        start(at["home"], "add", right, left, url=at["url"]),
    )

    assert [code for code, _, _ in endings] == [0, 0], endings
    together = exported(at)
    assert run(at["home"], "rebuild", url=at["url"])[0] == 0
    assert exported(at) == together
    assert together.count('"source":') == 16


def test_one_decides_while_others_add_and_derive(at, documents):
    left, right = documents
    assert run(at["home"], "add", left, url=at["url"])[0] == 0
    register = json.loads(exported(at))
    claims = [(row["id"], row["documents"][0]) for row in register["happenings"]][:2]
    people = [person["id"] for person in register["people"]]
    assert claims and len(people) >= 2

    endings = ended(
        start(at["home"], "add", right, url=at["url"]),
        start(at["home"], "decide", "merge", people[0], people[1], "--by", "Иванова", url=at["url"]),
        start(at["home"], "rebuild", url=at["url"]),
        start(at["home"], "decide", "reject", f"{claims[0][1][:12]}#r1", "--by", "Петров", url=at["url"]),
    )

    assert [code for code, _, _ in endings] == [0, 0, 0, 0], endings
    together = exported(at)
    assert together.count('"source":') == 16
    journal = run(at["home"], "decide", "journal", url=at["url"])[1]
    assert "Иванова" in journal and "Петров" in journal
    assert run(at["home"], "rebuild", url=at["url"])[0] == 0
    assert exported(at) == together


def test_who_waits_for_another_says_so_and_goes_on_when_it_is_killed(at, documents):
    assert run(at["home"], "add", documents[0], url=at["url"])[0] == 0
    environment = {**os.environ, "POBRATIM_HOME": str(at["home"]), "DATABASE_URL": at["url"] or ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    holder = subprocess.Popen([sys.executable, "-c", HOLD], env=environment, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "held\n"

    waiting = start(at["home"], "rebuild", url=at["url"])
    assert waiting.stderr is not None
    said = ""
    while "ждём" not in said:
        line = waiting.stderr.readline()
        assert line, said
        said += line
    time.sleep(0.5)
    assert waiting.poll() is None
    holder.kill()
    holder.wait()

    ((code, _, _),) = ended(waiting)
    assert code == 0
