"""Only what differs is written, and the tables hold what deriving and writing everything would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim import register, storage
from pobratim.model.reading import Entity, Reading
from pobratim.register.decisions import Merge, Reject, seen_claim, seen_thing
from pobratim.storage import kept, models

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def pages():
    return [one.reading for one in tellings(world(70, 11), 30, 11)]


@pytest.fixture(autouse=True)
def forgotten(home):
    kept.forget()
    yield
    kept.forget()


def tables() -> tuple[object, ...]:
    """All that is written of the register, but for the numbers of what is written by the way."""
    return (
        list(models.Row.objects.order_by("position").values_list("id", "table", "position", "data", "digest")),
        set(models.Link.objects.values_list("row", "role", "target")),
        set(models.Word.objects.values_list("row", "word")),
        set(models.Facet.objects.values_list("row", "name", "value")),
        storage.judgements(),
        list(models.Derivation.objects.values_list("fingerprint", "standing", "newest")),
    )


def counts() -> list[int]:
    return [model.objects.count() for model in (models.Row, models.Link, models.Word, models.Facet, models.Judgement)]


def all_anew() -> tuple[object, ...]:
    """What the tables hold when everything is derived and written from nothing."""
    for model in (models.Facet, models.Word, models.Link, models.Row, models.Judgement, models.Derivation):
        model.objects.all().delete()
    storage.derive()
    return tables()


def two_people(readings: Sequence[Reading]) -> list[tuple[Reading, Entity]]:
    """The first person of each of the first two readings that name one."""
    named = ((one, next((e for e in one.entities if e.type == "person"), None)) for one in readings)
    return [(reading, person) for reading, person in named if person is not None][:2]


def test_portions_decisions_and_their_undoing_end_in_the_same_tables(home, pages):
    for start in (0, 10, 11, 12, 20, 21):
        for page in pages[start : start + (10 if start in (0, 12, 21) else 1)]:
            storage.keep(page, None, "paste")
        if start == 11:
            (first, person), (second, other) = two_people(pages)
            merge = Merge(left=seen_thing(first, person), right=seen_thing(second, other))
            number = storage.decide(merge, by="Иванова", at=AT)
            storage.decide(Reject(claim=seen_claim(pages[2], pages[2].records[0])), by="Иванова", at=AT)
        if start == 20:
            storage.undo(number, by="Иванова", at=AT)
        storage.catch_up()
        assert not storage.is_stale()
        written, sizes = tables(), counts()
        assert [len(one) for one in written[:5]] == sizes  # nothing twice
    assert written == all_anew()


def test_one_more_document_is_not_derived_with_all_others(home, pages, monkeypatch):
    for page in pages[:-1]:
        storage.keep(page, None, "paste")
    storage.catch_up()
    monkeypatch.setattr(register, "derive_with_judgements", None)

    storage.keep(pages[-1], None, "paste")
    storage.catch_up()

    monkeypatch.undo()
    assert tables() == all_anew()


def test_a_new_process_writes_only_what_came_since(home, pages, monkeypatch):
    for page in pages[:-2]:
        storage.keep(page, None, "paste")
    storage.catch_up()
    for page in pages[-2:]:
        storage.keep(page, None, "paste")
    kept.forget()  # as a new process begins
    monkeypatch.setattr("pobratim.storage.projection.write_all", None)

    storage.catch_up()

    monkeypatch.undo()
    assert not storage.is_stale()
    assert tables() == all_anew()


@pytest.mark.parametrize("written", [{"fingerprint": "of another program"}, {"standing": ""}, {"standing": "7 1 x"}])
def test_a_new_process_writes_all_where_it_does_not_know_what_is_written(home, pages, written):
    for page in pages[:5]:
        storage.keep(page, None, "paste")
    storage.catch_up()
    models.Derivation.objects.update(**written)
    models.Row.objects.update(digest="")  # as another program would have written them
    models.Link.objects.all().delete()
    storage.keep(pages[5], None, "paste")
    kept.forget()

    storage.catch_up()

    assert tables() == all_anew()


def test_a_new_process_finds_what_was_read_anew_and_what_was_decided(home, pages):
    for page in pages[:8]:
        storage.keep(page, None, "paste")
    storage.catch_up()
    storage.keep(replace(pages[3], reader="a newer one", records=pages[3].records[:1]), None, "paste")
    storage.keep(pages[8], None, "paste")
    kept.forget()
    storage.catch_up()
    assert tables() == all_anew()

    storage.decide(Reject(claim=seen_claim(pages[2], pages[2].records[0])), by="Иванова", at=AT)
    storage.keep(pages[9], None, "paste")
    kept.forget()
    storage.catch_up()
    assert tables() == all_anew()


def test_of_a_register_that_did_not_change_nothing_is_written(home, pages):
    for page in pages[:10]:
        storage.keep(page, None, "paste")
    storage.derive()
    numbers = set(models.Link.objects.values_list("pk", flat=True))
    storage.derive()
    assert set(models.Link.objects.values_list("pk", flat=True)) == numbers


def test_what_another_process_derived_meanwhile_is_found(home, pages):
    for page in pages[:10]:
        storage.keep(page, None, "paste")
    storage.catch_up()
    ours = kept.take()
    for page in pages[10:15]:
        storage.keep(page, None, "paste")
    storage.derive()  # theirs
    kept.keep(ours)

    storage.keep(pages[15], None, "paste")
    storage.catch_up()

    assert tables() == all_anew()


def test_a_failure_half_way_leaves_nothing_half_done(home, pages, monkeypatch):
    for page in pages[:10]:
        storage.keep(page, None, "paste")
    storage.catch_up()
    before = tables()
    storage.keep(pages[10], None, "paste")

    def failing(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr("pobratim.storage.projection.write_judgements", failing)
        with pytest.raises(OSError, match="disk full"):
            storage.catch_up()
    assert tables() == before
    assert storage.is_stale()

    storage.catch_up()
    assert not storage.is_stale()
    assert tables() == all_anew()


def test_a_reading_that_came_late_with_a_lesser_number_is_found(home, pages):
    for page in pages[:3]:
        storage.keep(page, None, "paste")
    row = models.Reading.objects.order_by("id")[1]  # another process had taken this number and is slow to write
    claims = list(row.claims.all())
    row.claims.all().delete()
    models.Reading.objects.filter(pk=row.pk).delete()
    storage.catch_up()
    row.save(force_insert=True)
    models.Claim.objects.bulk_create(claims)

    storage.catch_up()

    assert len(storage.documents()) == 3
    assert tables() == all_anew()
