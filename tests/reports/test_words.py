"""The Russian words for codes."""

import typing

import pytest

from pobratim.model import reading
from pobratim.reports.words import ru, unit_forms


@pytest.mark.parametrize(
    ("code", "group", "word"),
    [
        ("roadmap", None, "дорожная карта"),
        ("tour", None, "посещение предприятия"),
        ("twin", "tie", "побратимы"),
        ("plan", "agreement", "план мероприятий"),
        ("plan", "record", "намерение"),
        ("other", None, "событие"),
        ("other", "metric", "показатель"),
        ("tourism", "topic", "туризм"),
        ("not met", "status", "не выполнено"),
    ],
)
def test_a_code_has_a_russian_word(code: str, group: str | None, word: str) -> None:
    assert ru(code, group) == word


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert ru("barter") == "barter"
    assert ru("roadmap", "topic") == "roadmap"


def test_units_and_lists_of_names_are_no_codes() -> None:
    assert ru("USD") == "USD"
    assert ru("telling") == "telling"


def literals(cls: type, slot: str) -> tuple[str, ...]:
    hint = typing.get_type_hints(cls)[slot]
    choices = [part for part in (hint, *typing.get_args(hint)) if typing.get_origin(part) is typing.Literal]
    return typing.get_args(choices[0])


@pytest.mark.parametrize(
    ("cls", "slot", "group"),
    [
        (reading.Event, "kind", "event"),
        (reading.Event, "status", "status"),
        (reading.Agreement, "kind", "agreement"),
        (reading.Agreement, "status", "status"),
        (reading.Partnership, "kind", "tie"),
        (reading.Partnership, "status", "status"),
        (reading.Offer, "direction", "direction"),
        (reading.Offer, "kind", "offer"),
        (reading.Figure, "metric", "metric"),
        (reading.Figure, "trend", "trend"),
        (reading.Quote, "kind", "quote"),
        (reading.Entity, "type", "entity"),
    ],
)
def test_every_code_of_a_reading_has_a_word(cls: type, slot: str, group: str) -> None:
    missing = [code for code in literals(cls, slot) if ru(code, group) == code]
    assert missing == []


def test_every_field_of_cooperation_and_record_type_has_a_word() -> None:
    assert [topic for topic in reading.TOPICS if ru(topic, "topic") == topic] == []
    assert [name for name in reading.RECORD_TYPES if ru(name, "record") == name] == []


def test_a_unit_has_three_forms() -> None:
    assert unit_forms("USD") == ("доллар США", "доллара США", "долларов США")
    assert unit_forms("parsec") is None
