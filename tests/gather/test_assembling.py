"""From drafts to documents."""

from __future__ import annotations

import hashlib

import pytest

from pobratim.gather.assembling import to_document
from pobratim.gather.draft import Draft
from pobratim.gather.refusal import Unreadable

from .making import NEWS, SETTINGS, SMALL, TEXT


def made(**parts):
    return to_document(Draft(**{"text": TEXT, **parts}), source="а.txt", original=b"x", settings=SETTINGS)


def test_plain_text():
    document = made()
    assert (document.text, document.title, document.language) == (TEXT, NEWS[0], "ru")
    assert document.source == "а.txt"
    assert document.original_sha256 == hashlib.sha256(b"x").hexdigest()
    assert document.id == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_same_words_are_the_same_document_whatever_their_dress():
    dressed = TEXT.replace(" ", "\u00a0").replace("школу", "шко\u00adлу").replace("\n\n", "\r\n\r\n\r\n")
    assert made(text=dressed).id == made().id


def test_what_the_words_state_fills_what_the_format_does_not():
    text = f"{TEXT}\n\nОпубликовано: 19.11.2025\n\nОбновлено: 20.11.2025\n\nИсточник: Вестник, https://ensk.example.by/5"
    document = made(text=f"{text}\n\nАвтор: Анна Примерова")
    assert (document.published, document.published_basis) == ("2025-11-19", "stated")
    assert (document.modified, document.modified_basis) == ("2025-11-20", "stated")
    assert (document.publisher, document.author) == ("Вестник", "Анна Примерова")
    assert document.address == "https://ensk.example.by/5"
    assert document.text.endswith("Автор: Анна Примерова")  # the lines are evidence and stay


def test_what_the_format_states_goes_first():
    text = f"{TEXT}\n\nОпубликовано: 19.11.2025\n\nИсточник: Вестник"
    document = made(text=text, published="2025-11-18", publisher="Мэрия Энска")
    assert (document.published, document.publisher) == ("2025-11-18", "Мэрия Энска")


def test_a_title_is_written_as_the_text_writes_it():
    assert made(title=NEWS[0].upper() + "!").title == NEWS[0]


def test_a_title_that_says_nothing_is_none():
    assert made(title="Новости").title == NEWS[0]
    assert made(text=NEWS[1], title="Документ1").title is None


def test_fields_are_one_clean_line():
    document = made(text=NEWS[1], title=" Визит\n в\u00a0Энск ", publisher="Вест\u00adник", author="\t")
    assert (document.title, document.publisher, document.author) == ("Визит в Энск", "Вестник", None)
    assert document.text == f"Визит в Энск\n\n{NEWS[1]}"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(text=" \n\u200b"), "blank"),
        (Draft(text="* * *\n\n12 345"), "blank"),
        (Draft(text="Поделиться", title=NEWS[0]), "no_text"),
        (Draft(text="Мэр приехал в Энск. " * 101), "too_long"),
        (Draft(text="Мэр." + " " * 10_000), "too_long"),
    ],
)
def test_refusals(draft, code):
    with pytest.raises(Unreadable) as refusal:
        to_document(draft, source="а", original=b"", settings=SMALL)
    assert refusal.value.code == code
