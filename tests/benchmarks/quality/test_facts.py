"""What a reading says in the terms of factRuEval."""

from __future__ import annotations

from benchmarks.quality.facts import stated
from pobratim.model.document import Document
from pobratim.reading.reader import read_document


def test_posts_are_occupations_and_meetings_have_people() -> None:
    text = "Президент Белоруссии Пётр Образцов встретился с президентом Казахстана Иваном Тетрадкиным."
    reading = read_document(Document(text=text, source="1", language="ru"), whatever=True)
    facts = stated(reading)
    assert [fact.kind for fact in facts] == ["Occupation", "Occupation", "Meeting"]
    assert facts[0].arguments == (
        ("who", ("Пётр Образцов", "Пётр Образцов")),
        ("position", ("президент",)),
        ("where", ("Беларусь", "Белоруссии")),
    )
    assert [slot for slot, _ in facts[2].arguments] == ["participant", "participant"]
