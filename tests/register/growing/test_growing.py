"""A register that grows is the one that all documents give at once, whatever came when and was decided between."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.clusters.cluster import SAMPLES, Cluster, clusters
from benchmarks.register.telling import tellings
from benchmarks.register.world import world
from pobratim.model.reading import Reading
from pobratim.register.decisions import (
    Accept,
    Act,
    Answer,
    Correct,
    Decision,
    Merge,
    Reject,
    Split,
    seen_claim,
    seen_thing,
)
from pobratim.register.derivation import reader_gazetteer
from pobratim.register.growing import Growing
from tests.register.make import Saying, days, gazetteer, mention, offer, plan, post, reading, twins, visit
from tests.register.test_derivation import readings

CLUSTERS = {one.name: one for one in clusters(SAMPLES, None) if isinstance(one, Cluster)}
DATE_OF = {"event": "date", "agreement": "signed", "partnership": "since", "plan": "due"}


def whole(growing: Growing) -> tuple[object, ...]:
    """All that a register holds; ``repr``, for rows that differ in their claims alone are equal."""
    return repr(growing.register()), growing.judgements(), dict(growing.of_mention), growing.idle


def at_once(pages: list[Reading], decisions: tuple[Decision, ...] = (), places=gazetteer) -> tuple[object, ...]:
    """The register of the pages, derived from nothing."""
    growing = Growing(places)
    growing.update({page.document.id: page for page in pages}, decisions)
    return whole(growing)


@st.composite
def acts(draw: st.DrawFn, pages: list[Reading]) -> Act | None:
    """Something that a person may decide of what these pages say."""
    page, other = draw(st.sampled_from(pages)), draw(st.sampled_from(pages))
    records = [(one, record) for one in (page, other) for record in one.records]
    if records and draw(st.booleans()):
        source, record = draw(st.sampled_from(records))
        claim = seen_claim(source, record)
        found: list[Act] = [Reject(claim=claim), Accept(claim=claim)]
        if record.type in DATE_OF:
            day = draw(st.sampled_from(["2025-06-24", "2024-06-24", "2023"]))
            found.append(Correct(claim=claim, slot=DATE_OF[record.type], value=day))
        same = [seen_claim(one, also) for one, also in records if also.type == record.type and also is not record]
        if same and record.type in DATE_OF and record.type != "partnership":
            found += [Merge(left=claim, right=same[0]), Split(left=claim, others=(same[0],))]
        deeds = [seen_claim(one, also) for one, also in records if also.type in ("event", "agreement", "offer")]
        if record.type == "plan" and deeds:
            found.append(Answer(commitment=claim, answer=draw(st.sampled_from(deeds)), outcome="met"))
        return draw(st.sampled_from(found))
    pairs = [
        (seen_thing(page, one), seen_thing(other, also))
        for one in page.entities for also in other.entities
        if one.type == also.type and (page is not other or one is not also)
    ]
    if not pairs:
        return None
    left, right = draw(st.sampled_from(pairs))
    return Split(left=left, others=(right,)) if draw(st.booleans()) else Merge(left=left, right=right)


class Course:
    """What comes, goes and is decided, step after step, of these pages; and what is there by then."""

    def __init__(self, pages: list[Reading], data: st.DataObject) -> None:
        self._pages, self._data = pages, data
        self._here: dict[str, Reading] = {}
        self._decisions: list[Decision] = []

    def steps(self) -> Iterator[dict[str, Reading | None]]:
        """What changes among the documents; what a person does is in `decisions` by then."""
        draw = self._data.draw
        for number in range(draw(st.integers(1, 8))):
            chosen = draw(st.lists(st.sampled_from(self._pages), max_size=3))
            changed = {
                page.document.id: None if page.document.id in self._here and draw(st.booleans()) else page
                for page in chosen
            }
            self._here = {one: page for one, page in {**self._here, **changed}.items() if page is not None}
            act = draw(acts(self._pages)) if draw(st.booleans()) else None
            if act is not None:
                self._decisions.append(Decision(number=number, act=act, by="Иванова", at="2025-07-01T10:00:00+03:00"))
            elif self._decisions and draw(st.booleans()):
                self._decisions.remove(draw(st.sampled_from(self._decisions)))  # undone
            yield changed

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self._decisions)

    def at_once(self) -> tuple[object, ...]:
        """The register of what is there, derived from nothing."""
        return at_once(list(self._here.values()), self.decisions)


def portions(pages: list[Reading], chance: random.Random) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """The pages shuffled, some at a time, with those of them that go again at once and come later."""
    left = list(pages)
    chance.shuffle(left)
    while left:
        portion = [left.pop() for _ in range(min(len(left), chance.choice((1, 1, 2, 30))))]
        gone = chance.sample(portion, 1) if chance.random() < 0.2 and len(left) > 10 else []
        yield portion, gone
        left = gone + left


@settings(max_examples=150, deadline=None)
@given(readings(), st.data())
def test_whatever_comes_goes_and_is_decided_in_any_order(pages: list[Reading], data: st.DataObject) -> None:
    growing, course = Growing(gazetteer), Course(pages, data)
    for changed in course.steps():
        growing.update(changed, course.decisions)
        assert whole(growing) == course.at_once()


def test_a_tie_is_told_of_by_more_documents_and_by_fewer() -> None:
    """What is known of its partnership stays where only others of its documents come and go."""
    pages = [
        reading(twins("Минск", "Омск", since="2002"), name="а", published="2020-05-01"),
        reading(twins("Минск", "Омск", since="2004"), name="б", published="2021-05-01"),
        reading(visit("Минск", "Омск", date="2022-05-20"), name="в", published="2022-05-21"),
        reading(twins("Минск", "Омск"), visit("Минск", "Омск", date="XXXX-05-20"), name="г"),
        reading(visit("Минск", "Омск", date="2019-03-01"), name="д", published="2019-03-02"),
    ]
    growing, here = Growing(gazetteer), dict[str, Reading]()
    for page, comes in [*((page, True) for page in pages), *((page, False) for page in pages[::-1])]:
        if comes:
            here[page.document.id] = page
        else:
            del here[page.document.id]
        growing.update({page.document.id: page if comes else None})
        assert whole(growing) == at_once(list(here.values()))


def test_promises_and_deeds_are_told_of_by_more_documents_and_by_fewer() -> None:
    """What tells of both takes the answer away; where an organization is settles to whom
    something was promised, and when a deed was whether it was after the promise."""
    pages = [
        promise_to_a_plant("а", "2024-03-18"),
        reading(supply("Омск"), name="б", published="2025-03-17"),
        promise_to_a_plant("в", "2024-03-19"),
        reading(supply("Брест"), name="г", published="2025-03-18"),
        reading(post("Павел Громов", "директор", organization="Сибирь", place="Омск"), name="д", published="2024-05"),
        promise_to_a_plant("е", "2025-03-19", supply("Омск")),
        reading(plan("Минск", "Омск", action="провести дни Омска"), name="ж", published="2024-03-18"),
        reading(days("Минск", "Омск", title="Дни Омска"), name="з", published="2025-03-20"),
        reading(days("Минск", "Омск", title="Дни Омска", date="2024-02-01"), name="и", published="2025-03-21"),
    ]
    chance = random.Random(1)
    for order in (chance.sample(pages, len(pages)) for _ in range(60)):
        growing = Growing(gazetteer)
        for number, page in enumerate(order, 1):
            growing.update({page.document.id: page})
            assert whole(growing) == at_once(order[:number])
        growing.update({order[0].document.id: None})
        assert whole(growing) == at_once(order[1:])


def supply(buyer: str) -> Saying:
    return offer("восемь автобусов", direction="supply", seller="Минск", buyer=buyer)


def promise_to_a_plant(name: str, published: str, *besides: Saying) -> Reading:
    """Минск promises buses to the plant «Сибирь», which the sentence names."""
    promise = plan("Минск", action="поставить восемь автобусов заводу Сибирь")
    page = reading(promise, mention("Сибирь", "organization"), *besides, name=name, published=published)
    return replace(page, entities=tuple(
        replace(one, mentions=page.records[0].evidence) if one.name == "Сибирь" else one for one in page.entities
    ))


@pytest.mark.parametrize("seed", range(3))
def test_a_generated_register_in_portions(seed: int) -> None:
    pages = [one.reading for one in tellings(world(110, seed), 110, seed)]
    growing = Growing(reader_gazetteer())
    for portion, gone in portions(pages, random.Random(seed)):
        growing.update({page.document.id: page for page in portion})
        growing.update({page.document.id: None for page in gone})
    assert whole(growing) == at_once(pages, places=reader_gazetteer())


@pytest.mark.parametrize("name", CLUSTERS)
def test_the_documents_of_a_sample_one_by_one(name: str) -> None:
    pages = list(CLUSTERS[name].readings.values())
    for order in (pages, pages[::-1]):
        growing = Growing(reader_gazetteer())
        for page in order:
            growing.update({page.document.id: page})
        assert whole(growing) == at_once(pages, places=reader_gazetteer())


def test_a_change_names_the_rows_it_touches_and_no_others() -> None:
    pages = [one.reading for one in tellings(world(60, 5), 60, 5)]
    growing = Growing(gazetteer)
    growing.update({page.document.id: page for page in pages[:-1]})
    before = dict(growing.rows)
    judged = set(growing.judgements())
    changes = growing.update({pages[-1].document.id: pages[-1]})
    changed = changes.rows
    assert changed == {one: (before.get(one), growing.rows.get(one)) for one in changed}
    assert judged - set(changes.gone) | set(changes.new) == set(growing.judgements())
    assert all(repr(before[one]) == repr(row) for one, row in growing.rows.items() if one not in changed)
    assert before.keys() - growing.rows.keys() <= changed.keys()
