import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.reading.quotes.marks import marked
from pobratim.reading.text.segments import lay_out


def read(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in words.spans] for words in marked(lay_out(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Он сказал: «Рады гостям».", [["Рады гостям"]]),
        ('Он сказал: "Рады гостям".', [["Рады гостям"]]),
        ("Он сказал: “Рады гостям”.", [["Рады гостям"]]),
        ("Он сказал: „Рады гостям“.", [["Рады гостям"]]),
        ("«Завод «Луч» растёт», – сказал он.", [["Завод «Луч» растёт"]]),
        ("«Это завод «Луч», – сказал он.", [["Это завод «Луч»"]]),
        ("«Рады гостям», – сказал он. «Ждём».", [["Рады гостям"], ["Ждём"]]),
        ("«Рады гостям.\n\nЖдём снова», – сказал он.", [["Рады гостям.", "Ждём снова"]]),
        ("«Рады гостям.\n\n«Ждём снова», – сказал он.", [["Рады гостям."], ["Ждём снова"]]),
        ("ООО «НПФ «Луч», завод и другие. «Рады гостям», – сказал он.", [["НПФ «Луч»"], ["Рады гостям"]]),
        ("Гости» уехали", []),
        ("«»", []),
    ],
)
def test_which_marks_belong_together(text, words):
    assert read(text) == words


@given(st.text(alphabet="аб «»\"“”„,.–\n", max_size=40))
def test_any_text_gives_spans_in_order(text):
    end = 0
    for words in marked(lay_out(text)):
        for start, stop in words.spans:
            assert end <= start <= stop <= len(text)
            end = stop
