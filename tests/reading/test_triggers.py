"""A rule that waits for a word is left out where the word is missing, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pobratim.gather import Gathered, gather
from pobratim.model.settings import Settings
from pobratim.reading import read
from pobratim.reading.context import Context
from pobratim.reading.reader import read_document
from pobratim.reading.records.events.events import EVENT_RULES
from pobratim.reading.records.offers.offers import OFFER_RULES
from pobratim.reading.records.plans.plans import PLAN_RULES
from pobratim.reading.records.ties.partnerships import PARTNERSHIP_RULES
from pobratim.reading.text.segments import lay_out
from pobratim.reading.triggers import Gate, needs

ROOT = Path(__file__).parents[2]
ELSEWHERE = ROOT.parent / "shared" / "seeds"

TEXTS = (
    "Омск и Брест обменялись делегациями. Завод «Луч» поставит Омску десять автобусов. В планах – создание музея.",
    "Делегацию Омска возглавил мэр. Стороны обсудили открытие центра. Омск готов предложить Бресту новые технологии.",
    "Гомель представлял вице-мэр Пётр Лаптев. Церемония состоялась накануне. Омичи могут поучиться чистоте улиц.",
)
"""Rules that hardly a sample needs. The deputy mayor is invented."""


def documents():
    folders = [ROOT / "samples" / "documents", *([ELSEWHERE] if ELSEWHERE.is_dir() else [])]
    return [item.document for item in gather(folders, Settings()) if isinstance(item, Gathered)]


def test_rules_are_left_out_where_their_words_are_missing():
    @needs(frozenset({"подписать"}))
    def signed(told: object) -> str:
        return "signed"

    def always(told: object) -> str:
        return "always"

    gate = Gate((signed, always))
    layout = lay_out("Города подписали план. Гости осмотрели музей.")
    document = read("Города подписали план.").document
    context = Context(document, layout, None, ())  # type: ignore[arg-type]
    first, second = layout.sentences
    assert gate.open_for(context, first) == (signed, always)
    assert gate.open_for(context, second) == (always,)


@pytest.mark.parametrize("rules", [EVENT_RULES, OFFER_RULES, PARTNERSHIP_RULES, PLAN_RULES])
def test_most_sentences_need_few_rules(rules):
    gate = Gate(rules)
    layout = lay_out("Погода была хорошей.")
    context = Context(read("Погода.").document, layout, None, ())  # type: ignore[arg-type]
    left = gate.open_for(context, layout.sentences[0])
    assert len(left) < len(gate.rules)
    assert [rule for rule in gate.rules if rule in left] == list(left)


def test_readings_are_the_same_without_gates(monkeypatch):
    read_so = [read_document(document, whatever=True, proposed=True).to_json(rules=True) for document in documents()]
    texts_so = [read(text).to_json(rules=True) for text in TEXTS]
    monkeypatch.setattr(Gate, "open_for", lambda gate, context, sentence: gate.rules)
    for document, reading in zip(documents(), read_so, strict=True):
        assert read_document(document, whatever=True, proposed=True).to_json(rules=True) == reading
    assert [read(text).to_json(rules=True) for text in TEXTS] == texts_so
