"""Killed programs and killed servers: nothing lost, nothing doubled. `benchmarks/kill.py` does more."""

from __future__ import annotations

import time

from benchmarks.kill import trial, write_documents
from tests import postgres
from tests.faults.running import run, start


def test_a_killed_run_started_again_ends_as_if_it_had_never_been_killed(tmp_path, database, request):
    server = None if database == "sqlite" else request.getfixturevalue("postgresql").url("postgres")
    said: list[str] = []
    outcome = trial(tmp_path, documents=10, kills=3, seed=7, server=server, say=said.append)

    assert len(outcome.kills) == 3
    assert all(kill.whole for kill in outcome.kills)
    assert all(kill.before <= kill.kept <= 10 for kill in outcome.kills)
    assert outcome.kept == 10, said
    assert outcome.same, said
    assert outcome.passed


def test_a_server_that_is_killed_while_documents_are_added_loses_none(tmp_path, postgresql):
    """As a power cut would: PostgreSQL comes up again from what it had written."""
    write_documents(tmp_path / "documents", 20, seed=4)
    server = postgres.Server(postgres.folder(), options=postgres.DURABLE)
    try:
        url = server.create()
        assert run(tmp_path / "home", "search", "мост", url=url)[0] == 0
        adding = start(tmp_path / "home", "add", tmp_path / "documents", url=url)
        while not _documents(url):
            time.sleep(0.02)
        server.kill()
        _, said = adding.communicate()
        assert adding.returncode == 1
        assert "не отвечает или прервал связь" in said
        server.start()
        assert run(tmp_path / "home", "add", tmp_path / "documents", url=url)[0] == 0
        there = run(tmp_path / "home", "export", "-", url=url)[1]
    finally:
        server.stop()

    assert run(tmp_path / "here", "add", tmp_path / "documents")[0] == 0
    assert run(tmp_path / "here", "export", "-")[1] == there
    assert there.count('"source":') == 20


def _documents(url: str) -> int:
    import psycopg

    with psycopg.connect(url) as connection:
        (count,) = connection.execute("SELECT count(*) FROM storage_document").fetchone() or (0,)
    return int(count)
