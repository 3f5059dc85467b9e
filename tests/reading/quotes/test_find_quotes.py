"""Any text: spans inside it, people that exist, direct speech that never overlaps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.reading.quotes import find_quotes, spoken_spans
from tests.reading.quotes.conftest import context_of

PIECES = st.sampled_from([
    "Мэр Орши Иван Петров", "Анна Сидорова", "отметил", ", что", "города дружат", "—", "– ", "«", "»", '"',
    "“", "”", ":", ". ", ", ", "\n\n", "сказала она", "По словам", "По его словам,", "Как отметил", "!",
    "Мы рады гостям", "в администрации", "отметили", "внимание", "на", "выразил надежду",
])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=16).map(" ".join) | st.text(max_size=60))
def test_no_text_breaks_the_rules(text: str) -> None:
    context = context_of(text)
    quotes = find_quotes(context)
    for quote in quotes:
        assert quote.speaker in context.by_id
        assert all(0 <= start < end <= len(text) for start, end in (*quote.spans, *quote.evidence))
    spans = spoken_spans(quotes)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_spoken_spans_are_those_of_direct_speech() -> None:
    text = "Иван Петров отметил, что парк готов. «Рады гостям, – добавил он. – Ждём снова»."
    spans = spoken_spans(find_quotes(context_of(text)))
    assert [text[start:end] for start, end in spans] == ["Рады гостям", "Ждём снова"]
