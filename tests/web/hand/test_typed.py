"""What people type into a fact's form, and what becomes of it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim import storage
from pobratim.model import edtf
from pobratim.model.errors import PobratimError
from pobratim.model.reading import RECORD_TYPES
from pobratim.register.decisions import State, Told, check
from pobratim.web.hand.slots import SLOTS, options
from pobratim.web.hand.typed import date_typed, slots_of, span_of, typed_of
from tests.register.make import meeting, post, reading

TEXT = "Стороны договорились о многом.\nОни построят мост."


@pytest.fixture
def kept(home) -> None:
    page = reading(meeting("Минск", "Омск", people=["Пётр Громов"]), post("Пётр Громов", "мэр", place="Омск"))
    storage.keep(page, None, "новость.txt")
    storage.derive()


def slots(record_type: str, /, **typed: str):
    return slots_of(record_type, {name.rstrip("_"): [value] for name, value in typed.items()}, TEXT)


@pytest.mark.parametrize(("typed", "date"), [
    ("24.06.2025", "2025-06-24"), ("4.6.2025", "2025-06-04"), ("06.2025", "2025-06"), ("2025", "2025"),
    ("24.06", "XXXX-06-24"), ("2025-06-24", "2025-06-24"), ("2026–2028", "2026/2028"), ("2026-2028", "2026/2028"),
    ("24.06.2025 – 26.06.2025", "2025-06-24/2025-06-26"), ("XXXX-06-24", "XXXX-06-24"),
])
def test_dates_as_people_write_them(typed, date):
    assert date_typed(typed) == date


@pytest.mark.parametrize("typed", ["вчера", "31.02.2025", "2025-13", "1.2.3.4", "–", "2025–2026–2027", "0.0.0000"])
def test_what_is_no_date_is_said(typed):
    with pytest.raises(PobratimError, match="не дата"):
        date_typed(typed)


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(st.text(alphabet="0123456789.-–—/X? ", max_size=25))
def test_a_date_is_one_or_an_error(typed):
    with contextlib.suppress(PobratimError):
        assert edtf.is_valid(date_typed(typed))


def test_names_become_those_of_the_register_of_the_gazetteer_or_new_ones(kept):
    people = "П. Громов; Анна Нова"
    found, wrong = slots("event", kind="meeting", status="held", parties="минск; Казань", participants=people)
    assert not wrong
    assert [(one["name"], one.get("geonames")) for one in found["parties"]] == [("Минск", 625144), ("Казань", 551487)]
    assert [one["name"] for one in found["participants"]] == ["Пётр Громов", "Анна Нова"]


@pytest.mark.parametrize(("typed", "thing"), [
    ("Новоград (город)", {"type": "city", "name": "Новоград"}),
    ("Учебный союз (организация)", {"type": "organization", "name": "Учебный союз"}),
])
def test_who_is_not_known_yet_is_told_with_what_it_is(kept, typed, thing):
    found, wrong = slots("agreement", kind="agreement", status="signed", parties=typed)
    assert not wrong and found["parties"] == [thing]


@pytest.mark.parametrize(("typed", "said"), [
    ("Новоград", "пока неизвестно"), ("Новоград (человек)", "здесь нужен не человек"),
])
def test_a_slip_of_the_pen_makes_no_new_city(kept, typed, said):
    _found, wrong = slots("agreement", kind="agreement", status="signed", parties=typed)
    assert said in wrong["parties"]


@pytest.mark.parametrize(("kind", "typed", "slot"), [
    ("event", {"kind": "чаепитие", "status": "held"}, "kind"),
    ("plan", {"action": " "}, "action"),
    ("plan", {"action": "x", "topics": "колдовство"}, "topics"),
    ("plan", {"action": "x" * 3000}, "action"),
    ("figure", {"metric": "export", "value": "много"}, "value"),
    ("figure", {"metric": "export", "value": "1e999"}, "value"),
    ("quote", {"speaker": "Пётр Громов", "span": "этого нет", "kind": "direct"}, "span"),
    ("event", {"kind": "meeting", "status": "held"}, "form"),
])
def test_what_will_not_do_is_said_at_its_field(kept, kind, typed, slot):
    assert slot in slots(kind, **typed)[1]


@pytest.mark.parametrize(("typed", "number"), [("1 234,5", 1234.5), ("12 %", 12.0), ("−3", -3.0), ("412.5", 412.5)])
def test_numbers_as_people_write_them(kept, typed, number):
    assert slots("figure", metric="export", value=typed)[0]["value"] == number


def test_words_are_found_whatever_the_line_breaks():
    assert span_of("о многом. Они  построят", TEXT) == (21, 43)
    with pytest.raises(PobratimError, match="Нужно предложение"):
        span_of("", TEXT)


@pytest.mark.parametrize("kind", SLOTS)
def test_every_form_asks_for_slots_that_there_are_and_all_that_are_needed(kind):
    names = {name.rstrip("_") for name in RECORD_TYPES[kind].__dataclass_fields__}
    assert {slot.name for slot in SLOTS[kind]} <= names
    for slot in SLOTS[kind]:
        if slot.kind in ("choice", "choices"):
            assert options(kind, slot)


def test_what_was_typed_is_what_is_shown_for_correcting(kept):
    typed = {"metric": "export", "parties": "Минск; Омск", "value": "12,5", "unit": "USD", "period": "2024"}
    found, wrong = slots("figure", **typed)
    assert not wrong
    check(State(claim=Told(document="0" * 64, type="figure", evidence=((0, 1),), slots=found)))
    assert typed_of(found, TEXT) == {name: [value] for name, value in typed.items()}
    assert typed_of({"date": "2025-06-24", "span": [0, 7], "title": None}, TEXT) == {
        "date": ["24.06.2025"], "span": ["Стороны"],
    }
