"""The reading that the READMEs show is the one the program makes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_reading_shown_is_the_reading_made(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    quoted = re.search(r"^(?:> .+\n)+", readme, re.MULTILINE)
    shown = re.search(r"<!-- reading:begin -->\n```text\n(.*?)```\n<!-- reading:end -->", readme, re.DOTALL)
    assert quoted and shown, "the README has lost its example"
    sentence = re.sub(r"^> ?|\n", " ", quoted.group(), flags=re.MULTILINE)
    assert _pretty(" ".join(sentence.split())) == shown.group(1).split()


def _pretty(text: str) -> list[str]:
    """The words and lines of the table, blanks apart: the width of the terminal does not count."""
    run = subprocess.run(
        [sys.executable, "-c", "from pobratim.cli import main; main()", "read", "--pretty", "-"],
        input=text,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        check=True,
    )
    return run.stdout.split()
