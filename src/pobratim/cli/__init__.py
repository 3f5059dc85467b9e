"""The command line: one file a command, errors made one plain sentence, heavy parts loaded when needed."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code.

    0 done · 1 an error, or part of the input could not be read · 2 wrong usage · 130 interrupted (Ctrl-C).
    """
    from pobratim.cli.edge import run

    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
