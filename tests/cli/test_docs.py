"""Documentation that cannot fall behind: every command, option and setting has help and is in the docs."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
import typer

from pobratim.cli.app import app
from pobratim.model.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
PROGRAM = typer.main.get_command(app)
CYRILLIC = re.compile("[а-яё]{3}")


def section(command: str) -> str:
    """What docs/commands.md says of one command."""
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    found = re.search(rf"^## pobratim {command}\b.*?(?=^## |\Z)", text, re.S | re.M)
    assert found, f"docs/commands.md has no section on {command}"
    return found[0]


@pytest.mark.parametrize("name", PROGRAM.commands)
def test_a_command_has_help_and_a_section(name):
    assert CYRILLIC.search(PROGRAM.commands[name].help or "")
    assert len(section(name).splitlines()) > 2


@pytest.mark.parametrize(
    ("name", "parameter"),
    [(name, parameter) for name, command in PROGRAM.commands.items() for parameter in command.params],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_an_option_has_help_and_is_in_the_section(name, parameter):
    assert CYRILLIC.search(parameter.help or "")
    if parameter.param_type_name == "option":
        for option in parameter.opts:
            assert f"`{option}" in section(name)


def test_the_options_of_the_program_are_there_too():
    text = (DOCS / "commands.md").read_text(encoding="utf-8").partition("\n## ")[0]

    for parameter in PROGRAM.params:
        assert CYRILLIC.search(parameter.help or "")
        assert f"`{parameter.opts[0]}`" in text


def test_no_section_is_left_of_a_command_that_is_gone():
    text = (DOCS / "commands.md").read_text(encoding="utf-8")

    assert re.findall(r"^## pobratim (\w+)", text, re.M) == list(PROGRAM.commands)


def test_every_setting_is_in_the_table_with_its_default():
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]*) \|", text, re.M))

    assert list(rows) == [f.metadata["variable"] for f in dataclasses.fields(Settings)]
    for f in dataclasses.fields(Settings):
        assert f.metadata["about"]
        if isinstance(f.default, int):
            assert rows[f.metadata["variable"]].split()[0] == str(f.default)
