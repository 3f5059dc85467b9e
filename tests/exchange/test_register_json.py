"""The public format of the register, key by key."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from pobratim.exchange import FORMATS, register_json
from pobratim.register.rows import Register
from tests.registers import NEWS, OTHER, REGISTER

SPECIFICATION = Path(__file__).parents[3] / "shared" / "register.md"


@pytest.fixture
def exported() -> dict:
    return json.loads(register_json.write(REGISTER))


def test_the_format_is_named_and_every_list_is_there_even_empty():
    empty = json.loads(register_json.write(Register()))

    assert empty.pop("format") == "pobratim-register/1"
    assert list(empty) == [
        "documents",
        "places",
        "people",
        "organizations",
        "happenings",
        "ties",
        "agreements",
        "commitments",
        "offers",
        "figures",
        "quotes",
        "topics",
        "conflicts",
        "judgements",
    ]
    assert all(rows == [] for rows in empty.values())


def test_rows_are_sorted_by_id_whatever_the_order_they_come_in(exported):
    shuffled = dataclasses.replace(
        REGISTER,
        documents=REGISTER.documents[::-1],
        places=REGISTER.places[::-1],
        people=REGISTER.people[::-1],
    )

    assert [row["id"] for row in exported["documents"]] == [NEWS, OTHER]
    assert register_json.write(shuffled) == register_json.write(REGISTER)


def test_an_inferred_date_says_why(exported):
    document = exported["documents"][0]

    assert (document["published"], document["published_basis"]) == ("2022", "inferred")
    assert document["published_because"] == [
        {"reason": "в тексте назван 2022 год", "document": NEWS, "span": [3, 9]}
    ]


def test_a_post_has_from_and_until_and_the_days_that_attest_it(exported):
    shelest = next(person for person in exported["people"] if person["id"] == "person:shelest")

    assert shelest["posts"] == [
        {
            "title": "мэр",
            "organization": None,
            "place": "city:omsk",
            "from": None,
            "from_basis": None,
            "from_because": [],
            "until": None,
            "until_basis": None,
            "until_because": [],
            "attested": ["2022-05-20"],
            "documents": [NEWS],
        }
    ]


def test_evidence_is_document_span_and_text(exported):
    assert exported["offers"][0]["evidence"] == [
        {"document": NEWS, "span": [0, 38], "text": "Минск и Омск подписали дорожную карту."}
    ]
    assert exported["offers"][0]["from"] == "city:omsk"


def test_a_quote_spans_from_its_first_word_to_its_last(exported):
    assert exported["quotes"] == [
        {
            "id": "quote:1",
            "speaker": "person:shelest",
            "kind": "indirect",
            "text": "сотрудничество растёт",
            "document": NEWS,
            "span": [40, 66],
        }
    ]


def test_a_follow_up_names_what_kind_of_row_answers(exported):
    assert exported["commitments"][0]["follow_ups"] == [
        {"agreement": "agreement:map", "score": 0.5, "by": "words", "outcome": "met", "reasons": []}
    ]


def test_cyrillic_is_written_as_it_is_and_the_file_ends_with_a_line_end():
    written = register_json.write(REGISTER)

    assert "Омская область".encode() in written
    assert written.endswith(b"}\n")


def test_the_ending_of_the_file_chooses_the_format():
    assert FORMATS[".json"](REGISTER) == register_json.write(REGISTER)


def keys_of_tables(specification: str) -> dict[str, set[str]]:
    """The keys of each list of the JSON outline, without those of lists inside."""
    outline = re.search(r"```json\n(.*?)```", specification, re.S)[1]
    tables = dict(re.findall(r'^  "(\w+)":\s*\[(.*?)\](?=,\n  "|\n\})', outline, re.S | re.M))
    for table, keys in tables.items():
        while "[" in keys:
            keys = re.sub(r"\[[^][]*\]", "", keys)
        tables[table] = set(re.findall(r'"(\w+)"', keys))
    return tables


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the format's outline is not beside the checkout")
def test_every_key_of_the_specification_is_there(exported):
    specified = keys_of_tables(SPECIFICATION.read_text(encoding="utf-8"))
    del specified["judgements"]

    assert len(specified) == 13
    for table, keys in specified.items():
        assert keys - set(exported[table][0]) == set(), table
