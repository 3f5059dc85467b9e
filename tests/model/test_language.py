"""Languages told apart, neighbours above all."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import django
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.model.language import UNKNOWN, detect

SENTENCES = {
    "ru": [
        "Мэр Энска приехал в Брест.",
        "Делегация города прибыла утром.",
        "Стороны подписали соглашение о сотрудничестве.",
        "Вчера обсудили поставки техники и обмен опытом.",
        "Речь шла о школах, больницах и благоустройстве набережной.",
        "ГОРОДА ДОГОВОРИЛИСЬ О ДРУЖБЕ",
    ],
    "be": [
        "Дэлегацыя горада наведала завод.",
        "Мэр Энска прыехаў у Брэст.",
        "Бакі падпісалі пагадненне аб супрацоўніцтве.",
        "Гарады дамовіліся пра сяброўства",
        "Новая дарожная карта падпісана ў ратушы.",
        "Госці агледзелі набярэжную, школу і бальніцу.",
    ],
    "uk": [
        "Делегація міста відвідала завод.",
        "Мер прибув до побратима вранці.",
        "Сторони підписали угоду про співпрацю.",
        "Міста домовилися про дружбу та обмін досвідом.",
    ],
    "bg": [
        "Кметът на града посети завода.",
        "Градовете подписаха договор за сътрудничество.",
        "Делегацията пристигна сутринта и разгледа училището.",
    ],
    "sr": [
        "Градоначелник је посетио фабрику.",
        "Градови су потписали споразум о сарадњи.",
    ],
    "kk": [
        "Қала әкімі зауытқа барды.",
        "Тараптар ынтымақтастық туралы келісімге қол қойды.",
    ],
    "en": ["The mayor visited the twin city on Monday.", "Both sides signed a memorandum of cooperation."],
    "de": ["Der Bürgermeister besuchte die Partnerstadt."],
    "pl": ["Burmistrz odwiedził miasto partnerskie."],
}
NEIGHBOURS = ("be", "uk", "bg", "sr", "kk", "mk", "ky", "mn", "tg", "tt")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [(sentence, language) for language, sentences in SENTENCES.items() for sentence in sentences],
)
def test_one_sentence_is_enough(sentence, language):
    assert detect(sentence) == language


@pytest.mark.parametrize("text", ["", "   ", "12 345,6", "Минск", "* * *", "!?", "Минск Омск", "A", "ҫӳӗӑ ӗӗӑ"])
def test_too_little_is_undetermined(text):
    assert detect(text) == UNKNOWN


def test_names_and_words_of_others_do_not_change_the_language():
    russian = "Об этом сообщает «Мінск-Навіны». " + " ".join(SENTENCES["ru"])
    belarusian = "Пра гэта паведамляе «Вечерний Энск». " + " ".join(SENTENCES["be"])
    assert (detect(russian), detect(belarusian)) == ("ru", "be")


def test_a_foreign_heading_over_a_long_text_does_not_decide():
    assert detect("Мэр Энска прыехаў у Брэст. " * 20 + " ".join(SENTENCES["ru"] * 60)) == "ru"


def test_latin_words_in_a_russian_text():
    text = "На форуме Smart City компания Digital Systems показала гостям из Энска новую систему."
    assert detect(text) == "ru"


def catalogue(language: str) -> list[str]:
    """Sentences of three words and more from Django's own messages, whatever they speak of."""
    root = Path(django.__file__).parent
    files = sorted(root.glob(f"**/locale/{language}/LC_MESSAGES/django.po"))
    found = re.findall(r'^msgstr(?:\[0\])?((?:\s*".*"\n)+)', "\n".join(map(reading, files)), re.MULTILINE)
    texts = ("".join(map(ast.literal_eval, re.findall(r'".*"', lines))) for lines in found)
    plain = (re.sub(r"%\(\w+\)\w|%\w|\{.*?\}|<.*?>|&\w+;", " ", text) for text in texts)
    words = re.compile("[\u0400-\u04ff]{2,}")
    return [text for text in plain if len(words.findall(text)) > 2 and "charset" not in text]


def reading(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_neighbours_are_not_called_russian(language):
    texts = catalogue(language)
    taken = [text for text in texts if detect(text) == "ru"]
    assert len(texts) > 50
    assert len(taken) <= len(texts) // 200, taken  # one Ukrainian message has only letters both languages use


def test_russian_and_belarusian_are_recognised():
    for language in ("ru", "be"):
        texts = [text for text in catalogue(language) if len(text.split()) > 5]
        right = sum(detect(text) == language for text in texts)
        assert right >= 0.97 * len(texts)


@given(st.text())
def test_any_text_has_a_code(text):
    assert re.fullmatch("[a-z]{2}|und", detect(text))


def test_plain_russian_needs_no_model():
    script = (
        f"import sys; from pobratim.model.language import detect; print(detect({SENTENCES['ru'][4]!r}), "
        "'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ru", "False"]
