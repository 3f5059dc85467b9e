"""What is asked of a record and of what stands around it."""

from __future__ import annotations

from dataclasses import replace

from pobratim.model.reading import Agreement, Entity, Event, Partnership, Post
from pobratim.reading.acceptance.features import features
from pobratim.reading.acceptance.told import Told

TEXT = "Омск. Делегация Бреста посетила Омск. Её принял мэр Олег Лаптев. Раньше там бывала и Тверь."
OMSK = Entity(id="omsk", type="city", name="Омск", mentions=((0, 4), (32, 36)), country="RU")
BREST = Entity(id="brest", type="city", name="Брест", mentions=((16, 22),), country="BY")
TVER = Entity(id="tver", type="city", name="Тверь", mentions=((85, 90),), country="RU")
LAPTEV = Entity(id="laptev", type="person", name="Олег Лаптев", mentions=((52, 63),))
VISIT = Event(
    kind="visit",
    place="omsk",
    parties=("brest", "omsk"),
    participants=("laptev",),
    evidence=((6, 37), (38, 64)),
    confidence=0.9,
    rule="event.visit_verb",
)
MAYOR = Post(person="laptev", title="мэр", place="omsk", evidence=((38, 64),), confidence=0.9, rule="post.told")


def told(*records: Event | Post | Partnership | Agreement) -> Told:
    return Told(TEXT, (OMSK, BREST, TVER, LAPTEV), records)


def test_of_an_event() -> None:
    found = features(told(MAYOR, VISIT), VISIT)
    assert found is not None
    ones = {name for name, value in found.items() if value == 1}
    assert {"kind=visit", "place=of a side", "sides=2", "people=1", "types=city/city", "abroad=True"} <= ones
    assert {"sides named=2 of 2", "places beside=0", "people of a side=1", "people named elsewhere=0"} <= ones
    assert {"rank of the rarest side=1", "events=1", "bound=False", "date=none"} <= ones
    assert found["mentions of the rarest side"] == 1 / 4


def test_sides_named_elsewhere_and_places_beside() -> None:
    event = replace(VISIT, evidence=((65, 91),))
    found = features(told(event), event)
    assert found is not None
    assert {"sides named=0 of 2", "places beside=1", "people named elsewhere=1"} <= found.keys()


def test_beside_other_events_and_ties() -> None:
    other = replace(VISIT, kind="meeting", parties=("brest", "tver"))
    tie = Partnership(parties=("omsk", "brest"), kind="twin", evidence=((0, 4),), confidence=0.9, rule="tie.told")
    found = features(told(VISIT, other, tie), VISIT)
    assert found is not None
    assert {"events=2", "events of the kind=1", "events of the sentence=1", "bound=True"} <= found.keys()
    assert found["share of its sides"] == 1 / 2 and "one side in another event" in found


def test_of_an_agreement() -> None:
    paper = Agreement(
        kind="roadmap", parties=("brest", "omsk"), evidence=((6, 37),), confidence=0.9, rule="agreement.named"
    )
    signing = replace(VISIT, kind="signing", evidence=((6, 37),))
    found = features(told(paper, signing), paper)
    assert found is not None
    assert {"kind=roadmap", "agreements=1", "signing of the sides=True", "signing in the sentence=True"} <= found.keys()
    assert {"partners=False", "words of signing=False", "subject=False"} <= found.keys()


def test_a_party_that_is_no_entity_of_the_text_is_passed_over() -> None:
    event = replace(VISIT, parties=("brest", "gone"), participants=("nobody",))
    found = features(told(event), event)
    assert found is not None and "sides=2" in found and "types=city" in found


def test_other_types_are_not_weighed() -> None:
    assert features(told(MAYOR), MAYOR) is None
