"""Bodies that go on signing, and bodies called by their sort alone. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts

LEAD = "Псковский государственный университет подписал соглашение с Гродненским государственным университетом. "
FIRST = ["Гродненский государственный университет", "Псковский государственный университет"]


def test_the_body_that_signed_before_signs_again() -> None:
    text = LEAD + "С Тульским государственным университетом документ обновлён, подписан протокол об обменах."
    further = ["Псковский государственный университет", "Тульский государственный университет"]
    assert facts(text, "agreement", "kind", "parties") == [("agreement", FIRST), ("protocol", further)]
    text = LEAD + "Семинар прошёл в Гродно. Договор о практике заключён с заводом «Луч»."
    expected = [(FIRST,), (["Луч", "Псковский государственный университет"],)]
    assert facts(text, "agreement", "parties") == expected


def test_a_rector_signs_for_his_university() -> None:
    lead = "Делегация Псковского государственного университета посетила Гродно. Ректор университета "
    text = lead + "подписал договор с Гродненским государственным университетом."
    assert facts(text, "agreement", "parties") == [(FIRST,)]
    named = lead + "Пётр Лаптев подписал договор с Гродненским государственным университетом."
    assert facts(named, "agreement", "parties", "signatories") == [(FIRST, ["Пётр Лаптев"])]


def test_where_another_acts_nobody_is_thought_of() -> None:
    text = LEAD + "Мэр Омска подписал договор с заводом «Луч»."
    sides = [sides for (sides,) in facts(text, "agreement", "parties")]
    assert FIRST in sides
    assert all("Псковский государственный университет" not in two for two in sides if two != FIRST)
