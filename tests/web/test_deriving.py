"""The register is brought up to date beside the answers: one round at a time, none lost."""

from __future__ import annotations

import threading

import pytest

from pobratim.web import deriving


@pytest.fixture
def rounds(home, settings, monkeypatch):
    """Derivations that begin and end when the test says so."""
    settings.POBRATIM_DERIVE_APART = True
    monkeypatch.setattr(deriving, "PATIENCE", 0.05)
    begun, go, most = threading.Semaphore(0), threading.Semaphore(0), []
    running = []

    def derive() -> None:
        running.append(1)
        most.append(len(running))
        begun.release()
        assert go.acquire(timeout=30)
        running.pop()

    monkeypatch.setattr("pobratim.storage.catch_up", derive)
    return begun, go, most


def done() -> bool:
    for thread in threading.enumerate():
        if thread.name == "derive":
            thread.join(30)
    return not deriving.busy()


def test_what_is_quick_is_waited_for(rounds, monkeypatch):
    monkeypatch.setattr(deriving, "PATIENCE", 30)
    _begun, go, most = rounds
    go.release()
    assert deriving.derive_soon() is True
    assert most == [1] and not deriving.busy()


def test_what_takes_long_goes_on_by_itself(rounds):
    begun, go, most = rounds
    assert deriving.derive_soon() is False
    assert begun.acquire(timeout=30) and deriving.busy()
    go.release()
    assert done() and most == [1]


def test_what_is_decided_meanwhile_is_derived_in_one_more_round(rounds):
    begun, go, most = rounds
    deriving.derive_soon()
    assert begun.acquire(timeout=30)
    for _ in range(3):
        assert deriving.derive_soon() is False
    for _ in range(5):
        go.release()
    assert done()
    assert most == [1, 1], "two rounds, never side by side"


def test_a_round_that_fails_does_not_stop_the_next(home, settings, monkeypatch):
    settings.POBRATIM_DERIVE_APART = True
    monkeypatch.setattr(threading, "excepthook", lambda _failed: None)
    calls = []

    def derive() -> None:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError

    monkeypatch.setattr("pobratim.storage.catch_up", derive)
    assert deriving.derive_soon() and deriving.derive_soon()
    assert len(calls) == 2 and not deriving.busy()


def test_a_page_says_when_it_will_be_a_while(client, filled, monkeypatch):
    from tests.web import make
    from tests.web.pages import text_of

    monkeypatch.setattr("pobratim.web.deciding.derive_soon", lambda: False)
    response = client.post(f"/documents/{make.NEWS}/facts/r1/accept", follow=True)
    assert "Реестр обновляется" in text_of(response.content)
