"""What the user is told of an input that cannot be read."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from pobratim.gather.refusal import Unreadable, in_mebibytes
from pobratim.gather.tables import table
from pobratim.model.errors import InputError

REFUSALS = table("refusals")
DETAILS = {
    "limit": "50 МБ", "setting": "POBRATIM_X", "kind": "документ", "advice": "ждите", "detail": "EIO",
}
ROOT = Path(__file__).parents[2]
SOURCES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/pobratim/gather").rglob("*.py"))


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_names_the_input_the_reason_and_the_next_step(code):
    error = Unreadable(code, **DETAILS).as_error("архив.zip/план.docx")
    assert isinstance(error, InputError)
    assert str(error) == f"архив.zip/план.docx: {error.reason}; {error.advice}"
    assert re.search("[а-я]", error.reason) and re.search("[а-я]", error.advice)
    assert not re.search(r"[{}]|\.$", error.reason + error.advice)


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_is_used_and_explained_in_the_docs(code):
    page = (ROOT / "docs/gather.md").read_text(encoding="utf-8")
    fields = {name for part in REFUSALS[code].values() for name in fields_of(part)}
    assert fields <= DETAILS.keys()
    assert f'"{code}"' in SOURCES
    assert f"`{code}`" in page


def fields_of(value: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(value)) if name}


def test_only_what_may_pass_is_worth_a_second_try():
    assert [code for code, words in REFUSALS.items() if words.get("retry")] == ["busy"]


def test_sizes_in_words():
    assert in_mebibytes(50 * 1024 * 1024) == "50 МБ"
    assert in_mebibytes(512 * 1024) == "0,5 МБ"
