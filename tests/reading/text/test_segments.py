"""Sentences and tokens: each example is a text with bars where cuts belong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.reading.text.segments import LONGEST_SENTENCE, lay_out, sentence_spans

SENTENCES = [
    "Мэр приехал в Минск.|Его встретили на вокзале.",
    "Делегация прибыла в г. Минск в 10.30.|Затем гости посетили завод.",
    "Дорожную карту на 2026–2028 гг. подписали мэры.",
    "Гостей принял И. П. Сидоров.|В. Иванов отсутствовал.",
    "Встреча прошла вчера!|Что дальше?|Увидим…",
    "«Мы рады гостям!» — сказал мэр.",
    "— Поедем в мае? — спросил гость.",
    "Поставлено 5 тыс. тонн цемента и т. д.|Цены не назвали.",
    "Об этом сообщил корр. БЕЛТА.",
    "Стороны подписали договор.На встрече говорили о спорте.",
    "Завод открыли в 1946 г. на окраине.",
    "Были обсуждены культура, спорт и др.|Итоги подведут осенью.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_the_bars_stand(marked: str) -> None:
    text = marked.replace("|", " ") if ".На" not in marked else marked
    expected = marked.split("|") if ".На" not in marked else marked.replace(".На", ".|На").split("|")
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@pytest.mark.parametrize("parts", ["Омск, Минск и Тула, ", "Омск; Минск; ", "Омск Минск ", "Омск"])
def test_what_never_ends_is_cut_all_the_same(parts: str) -> None:
    text = (parts * (3 * LONGEST_SENTENCE // len(parts))).strip()
    spans = list(sentence_spans(text))
    assert len(spans) >= 3
    assert all(0 < end - start <= LONGEST_SENTENCE for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


TOKENS = [
    "Ростов-на-Дону| |и| |Набережные| |Челны",
    "80-летие| |Победы|,| |24.06.2025",
    "рост| |на| |1,7| |%",
    "завод| |«|Белкоммунмаш|»",
    "2026|–|2028| |годы",
    "мэр| |г.| |Бреста| |и| |г.|Минск",  # a town's abbreviation is one word, read as «город»
    "в| |2017| |г|.| |Минск| |встретил",  # a year's is not
]


@pytest.mark.parametrize("marked", TOKENS)
def test_tokens_are_words_numbers_and_signs(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [piece for piece in marked.split("|") if piece != " "]
    assert [token.text for token in lay_out(text).tokens] == expected


def test_paragraphs_are_lines_and_blank_lines_count_for_nothing() -> None:
    layout = lay_out("Заголовок без точки\n\n  Первый абзац. Второе предложение.  \n\n\nКонец.")
    texts = [layout.text[p.start : p.end] for p in layout.paragraphs]
    assert texts == ["Заголовок без точки", "Первый абзац. Второе предложение.", "Конец."]
    assert [len(layout.sentences_of(p)) for p in layout.paragraphs] == [1, 2, 1]


@given(st.text(alphabet="абвАБВ .,!?«»—-\n0123456789гт", max_size=200))
def test_offsets_are_cut_once_and_right_for_any_text(text: str) -> None:
    layout = lay_out(text)
    for token in layout.tokens:
        assert text[token.start : token.end] == token.text
    for sentence in layout.sentences:
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        assert layout.tokens_of(sentence)[0].start == sentence.start
    ends = [sentence.end for sentence in layout.sentences]
    starts = [sentence.start for sentence in layout.sentences]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    layout = lay_out(text)
    assert all(text[token.start : token.end] == token.text for token in layout.tokens)


def test_a_stop_behind_a_blank_ends_a_sentence_too() -> None:
    text = "Появился ещё один город-партнёр .Был подписан протокол."
    assert [text[s.start : s.end] for s in lay_out(text).sentences][1:] == ["Был подписан протокол."]
