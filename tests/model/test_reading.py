"""The public format of a reading: what goes out comes back the same."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.model.document import Document
from pobratim.model.reading import (
    FORMAT,
    RECORD_TYPES,
    Agreement,
    Entity,
    Event,
    Offer,
    Quote,
    Reading,
    Record,
    record_from_dict,
    record_to_dict,
)

TEXT = "Мэр Энска приехал в Брест."
SPANS = st.tuples(st.integers(0, 100), st.integers(0, 100))
SLOTS_OF_READING_MD = {  # docs/reading.md, in its order
    "post": ["person", "title", "organization", "place"],
    "event": [
        "kind", "date", "date_basis", "place", "parties", "participants", "organizations", "status", "title",
    ],
    "partnership": ["parties", "kind", "since", "since_basis", "status"],
    "agreement": ["kind", "parties", "signed", "signed_basis", "period", "signatories", "subject", "status"],
    "quote": ["speaker", "kind", "span"],
    "offer": ["direction", "from", "to", "kind", "item"],
    "plan": ["actors", "action", "due", "topics"],
    "figure": ["metric", "parties", "value", "unit", "period", "change", "trend"],
    "topic": ["topic", "parties"],
}


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a slot's type, as the annotations of the records write it."""
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of(*map(values_of, get_args(kind)))
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return st.lists(values_of(inner[0]), max_size=3).map(tuple)
        return st.tuples(*map(values_of, inner))
    return {
        str: st.text(max_size=20),
        int: st.integers(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        type(None): st.none(),
    }[kind]


def instances(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any records, entities or documents of a class."""
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{field.name: values_of(hints[field.name]) for field in dataclasses.fields(cls)})


RECORDS = st.one_of(*map(instances, RECORD_TYPES.values()))
READINGS = st.builds(
    Reading,
    document=instances(Document),
    relevance=st.floats(0, 1),
    entities=st.lists(instances(Entity), max_size=3).map(tuple),
    records=st.lists(RECORDS, max_size=4).map(tuple),
    reader=st.text(max_size=10),
    notes=st.lists(st.text(max_size=10), max_size=2).map(tuple),
)


def event(**slots: Any) -> Event:
    return Event(kind="meeting", evidence=((0, 9),), confidence=0.5, rule="example", **slots)


@given(RECORDS)
def test_a_record_comes_back(record: Record):
    values = json.loads(json.dumps(record_to_dict(record, rule=True)))
    assert record_from_dict(values) == record


@given(RECORDS)
def test_without_its_rule_a_record_loses_only_that(record: Record):
    values = record_to_dict(record)
    assert "rule" not in values
    assert record_from_dict(values) == dataclasses.replace(record, rule="")


@given(READINGS)
def test_a_reading_comes_back(reading: Reading):
    twin = Reading.from_dict(json.loads(reading.to_json(rules=True)))
    assert twin == reading
    assert twin.to_json(rules=True) == reading.to_json(rules=True)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_the_slots_are_those_of_the_format(kind):
    fields = [field.name.rstrip("_") for field in dataclasses.fields(RECORD_TYPES[kind])]
    assert [name for name in fields if name in SLOTS_OF_READING_MD[kind]] == SLOTS_OF_READING_MD[kind]
    assert set(fields) == {*SLOTS_OF_READING_MD[kind], "id", "evidence", "confidence", "rule"}


def test_a_record_in_full():
    assert record_to_dict(event(id="r1", parties=("e1", "e2"))) == {
        "id": "r1", "type": "event", "kind": "meeting", "date": None, "date_basis": None, "place": None,
        "parties": ["e1", "e2"], "participants": [], "organizations": [], "status": "held", "title": None,
        "evidence": [[0, 9]], "confidence": 0.5,
    }


def test_a_slot_named_as_a_word_of_the_language():
    said = {"evidence": ((0, 3),), "confidence": 1, "rule": ""}
    offer = Offer(direction="offer", from_="e1", kind="goods", item="сыр", **said)
    values = record_to_dict(offer)
    assert values["from"] == "e1" and "from_" not in values
    assert record_from_dict(values) == offer


@pytest.mark.parametrize("span", [(0, 9), ((0, 3), (5, 9))])
def test_the_words_said_are_one_span_or_several(span):
    quote = Quote(speaker="e1", kind="direct", span=span, evidence=((0, 9),), confidence=1, rule="")
    assert record_from_dict(record_to_dict(quote)) == quote


def test_the_document_of_a_reading():
    document = Document(text=TEXT, source="а.txt", language="ru")
    values = Reading(document=document, relevance=0.5).to_dict()
    assert values["format"] == FORMAT
    assert values["document"]["id"] == document.id
    assert values["document"]["text"] == TEXT
    assert "notes" not in values


def test_offsets_count_characters_and_not_bytes():
    document = Document(text=TEXT, source="а.txt", language="ru")
    reading = Reading(document=document, relevance=1.0, records=(event(),))
    ((start, end),) = Reading.from_dict(reading.to_dict()).records[0].evidence
    assert document.text[start:end] == "Мэр Энска"


@pytest.mark.parametrize("values", [{}, {"format": "pobratim-reading/2"}, {"format": None}])
def test_another_format_is_refused(values):
    with pytest.raises(ValueError, match="expected 'pobratim-reading/1'"):
        Reading.from_dict(values)


def test_an_unknown_type_of_record_is_refused():
    with pytest.raises(KeyError):
        record_from_dict({"type": "rumour", "evidence": [], "confidence": 1})


def test_a_record_has_no_slots_but_its_own():
    with pytest.raises(TypeError):
        record_from_dict({"type": "topic", "topic": "trade", "evidence": [], "confidence": 1, "mood": "good"})


def test_a_record_without_evidence_cannot_be_made():
    with pytest.raises(TypeError):
        Agreement(kind="plan", confidence=1.0, rule="")  # type: ignore[call-arg]
