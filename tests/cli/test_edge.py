"""Errors are one plain Russian sentence with an exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from pobratim.cli import version
from pobratim.model.errors import InputError

POBRATIM = [sys.executable, "-c", "from pobratim.cli import main; main()"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fly"], "нет команды «fly»"),
        (["serach"], "нет команды «serach»"),
        (["add"], "не указано: ПУТЬ"),
        (["add", "--colour"], "нет параметра --colour"),
        (["add", "x", "--publishd", "2025"], "нет параметра --publishd"),
        (["add", "x", "--published"], "параметру --published нужно значение"),
        (["add", "x", "--published", "вчера"], "дата пишется как 2025-06-24"),
        (["add", "x", "--published", "31.02.2025"], "а это «31.02.2025»"),
        (["read", "x", "--pretty=yes"], "параметр --pretty пишется без значения"),
        (["show"], "не указано: ИМЯ"),
        (["show", "a", "b", "c"], "лишнее в команде: c"),
        (["show", "a", "b", "c", "d"], "лишнее в команде: c d"),
        (["brief", "a", "b"], "не указан обязательный параметр --output"),
        (["brief", "a", "b", "-o", "x.odt"], "кончаться на .md, .html, .docx, .pdf"),
        (["export", "register.xml"], "кончаться на .json, а это «register.xml»"),
        (["serve", "--port", "0"], "нужно целое число больше нуля, а это «0»"),
        (["serve", "--port", "70000"], "порты нумеруются до 65535, а это «70000»"),
        (["search", "x", "--limit", "много"], "а это «много»"),
        (["--loud", "version"], "нет параметра --loud"),
    ],
)
def test_wrong_usage_is_explained_in_russian(pobratim, arguments, sentence):
    run = pobratim(*arguments)

    assert run.code == 2
    assert run.out == ""
    error, *more = run.err.splitlines()
    assert error.startswith("Ошибка: ")
    assert sentence in error
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", error), "no English left"
    assert all(line.startswith("Подробнее: pobratim") for line in more)


def test_without_a_command_the_help_is_shown(pobratim):
    run = pobratim()

    assert run.code == 2
    assert "Вызов: pobratim" in run.out


def test_help_is_in_russian(pobratim):
    for arguments in (["--help"], ["add", "--help"]):
        run = pobratim(*arguments)

        assert run.code == 0
        assert "Показать эту справку." in run.out
        assert not re.search("Usage|Options|Arguments|Commands|required|Show this", run.out)


def test_a_setting_that_cannot_be_used_is_an_error(pobratim, monkeypatch):
    monkeypatch.setenv("POBRATIM_MAX_FILE_BYTES", "many")

    run = pobratim("rebuild")

    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("Ошибка: POBRATIM_MAX_FILE_BYTES: значение «many»")


def failing(error: BaseException):
    def version_of(_: str) -> str:
        raise error

    return version_of


def test_a_bug_is_one_sentence_too_and_a_traceback_on_demand(pobratim, monkeypatch):
    monkeypatch.setattr("importlib.metadata.version", failing(KeyError("[odd]")))

    run = pobratim("version")
    assert run.code == 1
    assert run.err == (
        "Ошибка: сбой программы (KeyError: '[odd]'); "
        "повторите с параметром --debug и отправьте вывод разработчикам\n"
    )

    for arguments in (["--debug", "version"], ["version", "--debug"]):
        with pytest.raises(KeyError):
            pobratim(*arguments)


def test_an_error_of_the_house_is_its_sentence_alone(pobratim, monkeypatch):
    error = InputError("новость.pdf", "файл зашифрован", "снимите пароль")
    monkeypatch.setattr("importlib.metadata.version", failing(error))

    run = pobratim("version")

    assert (run.code, run.err) == (1, "Ошибка: новость.pdf: файл зашифрован; снимите пароль\n")


def test_ctrl_c_ends_with_130(pobratim, monkeypatch):
    monkeypatch.setattr("importlib.metadata.version", failing(KeyboardInterrupt()))

    run = pobratim("version")

    assert (run.code, run.err) == (130, "Прервано.\n")


def test_the_exit_code_reaches_the_shell(home):
    environment = {**os.environ, "POBRATIM_HOME": str(home)}

    assert subprocess.run([*POBRATIM, "version"], env=environment, capture_output=True).returncode == 0
    assert subprocess.run([*POBRATIM, "fly"], env=environment, capture_output=True).returncode == 2


def test_the_version_is_the_one_of_the_package(pobratim):
    from importlib.metadata import version as version_of

    assert pobratim("version").out == f"Pobratim {version_of('pobratim')}\n"
    assert version.version.__doc__


def test_help_comes_without_loading_what_commands_need(home):
    code = (
        "import sys; from pobratim.cli.edge import run; run(['--help']);"
        "heavy = {'django', 'numpy', 'pymorphy3', 'trafilatura', 'docx', 'typst'} & set(sys.modules);"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )

    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_register_that_is_no_database_is_said_so(pobratim, home, tmp_path, monkeypatch):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "register.sqlite3").write_bytes(b"no database at all" * 100)
    monkeypatch.setenv("POBRATIM_HOME", str(broken))

    run = pobratim("show", "Минск")

    assert run.code == 1
    assert "повреждён; верните его из запасной копии" in run.err
    assert "сбой программы" not in run.err


def test_the_module_is_the_command_as_well() -> None:
    run = subprocess.run([sys.executable, "-m", "pobratim", "--help"], capture_output=True, text=True, check=False)
    assert run.returncode == 0 and "Вызов: pobratim" in run.stdout
