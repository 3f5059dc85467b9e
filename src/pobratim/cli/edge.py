"""Where errors become one plain sentence and an exit code."""

from __future__ import annotations

from typer import TyperException

from pobratim.cli import console
from pobratim.cli.app import app
from pobratim.cli.console import complain, complain_of, err, note
from pobratim.cli.russian import usage_error
from pobratim.model.errors import PobratimError

WRONG_USAGE = 2
INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """The exit code of one command. ``--debug`` may stand anywhere; with it tracebacks are shown."""
    console.debug = "--debug" in arguments
    try:
        rest = [argument for argument in arguments if argument != "--debug"]
        code = app(rest, prog_name="pobratim", standalone_mode=False)
    except TyperException as error:
        return _wrong_usage(error)
    except PobratimError as error:
        complain_of(error)
        return 1
    except Exception as error:
        if console.debug:
            raise
        complain(_unforeseen(error))
        return 1
    if code == INTERRUPTED:
        note("Прервано.")
    return code or 0


def _unforeseen(error: Exception) -> str:
    from pobratim import storage

    known = storage.trouble(error)
    return str(known) if known else (
        f"сбой программы ({type(error).__name__}: {error}); "
        "повторите с параметром --debug и отправьте вывод разработчикам"
    )


def _wrong_usage(error: TyperException) -> int:
    message = error.format_message()
    if not message or "\n" in message:  # called without a command: typer has the help ready
        return WRONG_USAGE
    complain(usage_error(message))
    context = getattr(error, "ctx", None)
    if context is not None:
        err().print(f"Подробнее: {context.command_path} --help", markup=False)
    return WRONG_USAGE
