"""Russian unless another language is chosen; the catalogues are whole and fit what they translate."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.utils import translation

from pobratim.web import words
from tests.web.pages import text_of

LOCALE = Path(words.__file__).parent / "locale"
HOLE = re.compile(r"%\(\w+\)s|%%")


def catalogue(language: str) -> dict[str, str]:
    """The messages of a .po file."""
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid (".*")\nmsgstr (".*")$', text, re.M)
    return {ast.literal_eval(ours): ast.literal_eval(theirs) for ours, theirs in pairs if ours != '""'}


def choose(client, language: str):
    return client.post("/language/", {"language": language, "next": "/"})


def test_russian_whatever_the_browser_prefers(client, filled):
    response = client.get("/", headers={"accept-language": "en"})
    assert response.headers["Content-Language"] == "ru" and b'<html lang="ru">' in response.content


@pytest.mark.parametrize(("language", "menu", "kind", "day"), [
    ("en", "Commitments", "Meeting", "29 September 2025"), ("be", "Намеры", "Сустрэча", "29 верасня 2025"),
])
def test_the_language_that_was_chosen(client, filled, language, menu, kind, day):
    cookie = choose(client, language).cookies["django_language"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    response = client.get("/happenings/")
    page = text_of(response.content)
    assert f'<html lang="{language}">' in response.content.decode() and response.headers["Content-Language"] == language
    assert menu in page and kind in page and day in page
    assert "Намерения" not in page


@pytest.mark.parametrize("language", ["", "xx", "../../etc", "en<script>"])
def test_a_language_that_there_is_not(client, home, language):
    choose(client, language)
    assert b'<html lang="ru">' in client.get("/language/").content
    client.cookies["django_language"] = language
    assert b'<html lang="ru">' in client.get("/language/").content


def test_nothing_of_one_answer_is_left_for_the_next(client, home):
    choose(client, "en")
    client.get("/")
    assert translation.get_language() == "ru"


def test_both_catalogues_have_the_same_messages():
    assert catalogue("be").keys() == catalogue("en").keys() and len(catalogue("be")) > 500


@pytest.mark.parametrize("language", ["be", "en"])
def test_a_catalogue_fits_what_it_translates(language):
    for ours, theirs in catalogue(language).items():
        assert theirs.strip(), ours
        assert sorted(HOLE.findall(ours)) == sorted(HOLE.findall(theirs)), ours
        assert ours.count("|") == theirs.count("|"), ours
        assert ours.endswith(" ") == theirs.endswith(" ") and ours.startswith(" ") == theirs.startswith(" "), ours


@pytest.mark.parametrize("language", ["be", "en"])
def test_what_is_compiled_is_what_is_written(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for ours, theirs in catalogue(language).items():
        assert compiled.gettext(ours) == theirs


@pytest.mark.parametrize(("language", "date", "told"), [
    ("ru", "2025-06-24", "24 июня 2025 года"), ("en", "2025-06-24", "24 June 2025"),
    ("be", "2025-06-24", "24 чэрвеня 2025"), ("en", "2025-06", "June 2025"), ("en", "2025", "2025"),
    ("en", "XXXX-06-24", "24 June"), ("en", "2026/2028", "2026 – 2028"),
    ("en", "../2025", "by 2025"),
    ("be", "2025-06/..", "з чэрвеня 2025"), ("be", "2025-09-28/2025-09-30", "28–30 верасня 2025"),
    ("en", "2025-09-28/2025-10-02", "28 September – 2 October 2025"),
    ("en", "2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
    ("en", "2025-09/2025-10", "September – October 2025"), ("en", "XXXX-09-28/XXXX-09-30", "28–30 September"),
    ("en", "2025?", "~ 2025"), ("en", "198X", "198X"), ("be", "2025-06", "чэрвень 2025"),
])
def test_dates(language, date, told):
    with translation.override(language):
        assert words.when(date).replace("\N{NO-BREAK SPACE}", " ") == told


@pytest.mark.parametrize(("language", "number", "told"), [
    ("ru", 21, "21 a"), ("ru", 2, "2 b"), ("ru", 5, "5 c"), ("en", 1, "1 a"), ("en", 21, "21 c"), ("en", 2, "2 c"),
    ("be", 21, "21 a"),
])
def test_nouns_beside_numbers(language, number, told):
    with translation.override(language):
        assert words.plural(number, "a", "b", "c").replace("\N{NO-BREAK SPACE}", " ") == told
