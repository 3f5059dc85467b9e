"""Rows as JSON and back."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.register import rows, serial
from pobratim.register.rows import Because, Happening, HeldPost, OfferRow, Person

st.register_type_strategy(float, st.floats(allow_nan=False))


def every_slot(cls: type) -> st.SearchStrategy[Any]:
    """Instances of ``cls`` with no slot left at its default."""
    return st.builds(cls, **{f.name: ... for f in dataclasses.fields(cls)})


for nested in (rows.Because, rows.ConflictValue, rows.Evidence, rows.FollowUp, rows.Turn, rows.HeldPost,
               rows.Stage):
    st.register_type_strategy(nested, every_slot(nested))


@pytest.mark.parametrize("cls", rows.TABLES, ids=lambda cls: cls.table)
@given(data=st.data())
def test_a_row_comes_back_from_json_as_it_was(cls, data):
    row = data.draw(every_slot(cls))

    assert serial.from_dict(cls, json.loads(json.dumps(serial.to_dict(row)))) == row


def test_a_row_is_written_with_all_its_slots_in_their_order():
    post = HeldPost(title="мэр", from_="2021", attested=("2022-05-20",))
    person = Person(id="person:1", name="Сергей Шелест", posts=(post,))

    assert serial.to_dict(person) == {
        "id": "person:1",
        "documents": [],
        "claims": [],
        "name": "Сергей Шелест",
        "variants": [],
        "posts": [
            {
                "title": "мэр",
                "organization": None,
                "place": None,
                "from": "2021",
                "from_basis": None,
                "from_because": [],
                "until": None,
                "until_basis": None,
                "until_because": [],
                "attested": ["2022-05-20"],
                "documents": [],
                "evidence": [],
            }
        ],
    }


def test_nested_rows_are_read_at_any_depth():
    happening = serial.from_dict(
        Happening,
        {"id": "h1", "kind": "visit", "date_because": [{"reason": "год назван в другой", "span": [3, 9]}]},
    )

    assert happening == Happening(
        id="h1", kind="visit", date_because=(Because(reason="год назван в другой", span=(3, 9)),)
    )


@pytest.mark.parametrize(
    "values",
    [
        {"id": "o1", "direction": "need", "kind": "goods", "item": "трамваи", "colour": "red"},
        {"id": "o1", "direction": "need"},
    ],
    ids=["a slot too many", "a slot too few"],
)
def test_what_is_no_such_row_is_refused(values):
    with pytest.raises(TypeError):
        serial.from_dict(OfferRow, values)
