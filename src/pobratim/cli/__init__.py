"""The command line: one file a command, errors made one plain sentence, heavy parts loaded when needed."""

from __future__ import annotations

import os
import sys

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code.

    0 done · 1 an error, or part of the input could not be read · 2 wrong usage · 130 interrupted (Ctrl-C).
    """
    for variable in _ONE_THREAD:  # the names network is small: threads would spend their time on waiting
        os.environ.setdefault(variable, "1")
    from pobratim.cli.edge import run

    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
