"""What a person decided, in Russian."""

from __future__ import annotations

from pobratim.register.decisions import Thing, Told
from pobratim.reports.decided import seen_words

SPEAKER = {"type": "person", "name": "Павел Образцов"}


def test_a_fact_is_told_by_whom_it_names() -> None:
    sides = [{"type": "city", "name": "Минск"}, {"type": "city", "name": "Омск"}]
    told = Told(document="d", type="event", evidence=((0, 5),), slots={"parties": sides, "place": sides[0]})
    assert seen_words(told).endswith(" — Минск, Омск")
    assert seen_words(Thing(document="d", type="person", name="Павел Образцов")) == "Павел Образцов"


def test_neither_places_in_the_text_nor_codes_are_names() -> None:
    quote = Told(document="d", type="quote", evidence=((0, 5),), slots={"speaker": SPEAKER, "span": [2003, 2051]})
    plan = Told(document="d", type="plan", evidence=((0, 5),), slots={"actors": [], "topics": ["education", "sport"]})
    assert seen_words(quote).endswith(" — Павел Образцов")
    assert "education" not in seen_words(plan) and "—" not in seen_words(plan)
