"""Bytes into text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pobratim.gather.encoding import decode
from pobratim.gather.refusal import Unreadable

SENTENCES = (
    "Мэр Энска встретился с гостями из Бреста.",
    "Стороны подписали дорожную карту на 2026–2028 годы",
    "ДЕЛЕГАЦИЯ ГОРОДА ПОСЕТИЛА ТРАКТОРНЫЙ ЗАВОД",
    "Ещё в мае речь шла об объёме поставок.",
    "Гарады дамовіліся пра супрацоўніцтва",  # Belarusian
    "Міста домовилися про співпрацю",  # Ukrainian
)
NOUNS = ("мэр", "делегация", "завод", "выставка", "соглашение", "школа", "губернатор", "встреча", "площадь")
VERBS = ("посетила", "подписал", "обсудили", "открылась", "прошла", "поблагодарил", "предложили", "наградили")
TAILS = ("города Энска", "в Бресте", "с гостями", "на форуме", "дорожную карту", "по итогам года", "весной")
RUSSIAN = st.builds(
    lambda *words: " ".join(words).capitalize() + ".",
    st.sampled_from(NOUNS), st.sampled_from(VERBS), st.sampled_from(TAILS),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_read_in_whatever_it_was_written(sentence, encoding):
    assert decode(sentence.encode(encoding)) == sentence


@pytest.mark.parametrize("encoding", ["koi8-u", "cp866", "iso8859_5"])
@pytest.mark.parametrize("sentence", SENTENCES[:4])
def test_old_encodings_are_told_apart(sentence, encoding):
    sentence = sentence.replace("–", "-")
    assert decode(sentence.encode(encoding)) == sentence


@given(RUSSIAN, st.sampled_from(["utf-8", "utf-16", "cp1251", "koi8-r", "cp866"]))
def test_three_russian_words_are_enough(sentence, encoding):
    assert decode(sentence.encode(encoding)) == sentence


def test_utf_16_without_a_character_is_refused():
    with pytest.raises(Unreadable) as refusal:
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x41")
    assert refusal.value.code == "undecodable"


def test_a_download_cut_inside_a_character_loses_only_that():
    assert decode("Мэр Энска".encode()[:-1]) == "Мэр Энск"


def test_one_wrong_byte_in_a_long_utf_8_text_is_shown_as_such():
    data = ("Стороны подписали план. " * 20).encode()
    assert decode(data[:100] + b"\xff" + data[100:]).count("\ufffd") == 1


def test_utf_8_that_is_broken_everywhere_is_not_read_as_another_encoding():
    data = b"\xd0".join(bytes([byte]) for byte in "Стороны подписали план".encode())
    with pytest.raises(Unreadable):
        decode(data)


def test_a_declared_encoding_is_believed_in_doubt():
    assert decode("Ŝanĝo de urboj".encode("iso8859_3"), "iso-8859-3") == "Ŝanĝo de urboj"


def test_a_wrongly_declared_encoding_is_not_believed():
    assert decode(SENTENCES[0].encode("koi8-r"), "windows-1251") == SENTENCES[0]


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "", "\x00", "utf-16", "идиш"])
def test_an_unusable_declaration_does_no_harm(declared):
    assert decode(SENTENCES[0].encode("cp1251"), declared) == SENTENCES[0]


def test_western_text_is_not_read_as_russian():
    assert decode("Der Bürgermeister besuchte die Partnerstädte".encode("cp1252")).endswith("Partnerstädte")


@given(st.binary(), st.none() | st.text(max_size=20))
def test_any_bytes_are_text_or_refused(data, declared):
    assume(data)
    try:
        assert isinstance(decode(data, declared), str)
    except Unreadable as refusal:
        assert refusal.code == "undecodable"
