"""The sieve lets pass whatever may be about cooperation, and stops most of what is about other things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("hyperscan", reason="the sieve is an optional extra")

from pobratim.reading.sieve import passes, weights

RELEASE = "Новости недели. " * 30 + (
    "Мэр Омска встретился с делегацией из Бреста. Города-побратимы подписали соглашение о сотрудничестве, "
    "администрации будут обмениваться опытом."
)
MATCH = 8 * "Хоккеисты проиграли в овертайме. Единственную шайбу забросил защитник, вернувшийся после травмы. "


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_release_passes(encoding: str) -> None:
    assert passes(RELEASE.encode(encoding))


def test_capitals_pass() -> None:
    assert passes(RELEASE.upper().encode())


def test_other_news_does_not() -> None:
    assert not passes(MATCH.encode())


def test_markup_and_menus_take_nothing_away() -> None:
    menu = "<ul>" + "".join(f"<li><a href='/{n}'>Суд, ДТП, футбол</a></li>" for n in range(50)) + "</ul>"
    assert passes(f"<html><body>{menu}<p>{RELEASE}</p>{menu}</body></html>".encode())
    assert not passes(f"<html><body>{menu}<p>{MATCH}</p>{menu}</body></html>".encode())


def test_a_word_counts_once_however_often_it_stands() -> None:
    assert not passes("соглашение ".encode() * 100)


def test_two_sentences_pass_by_one_word() -> None:
    assert passes("Школьники из Бреста погостили в Омске. Их принимали семьи города-побратима.".encode())


def test_a_truncated_letter_is_no_error() -> None:
    assert passes(RELEASE.encode()[:-1])


@given(st.binary(max_size=300))
def test_any_bytes_are_judged(data: bytes) -> None:
    assert passes(data) in {True, False}


def test_each_listed_beginning_counts_something() -> None:
    assert weights() and all(weight > 0 for weight in weights().values())
