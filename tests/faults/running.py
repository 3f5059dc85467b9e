"""`pobratim` as processes of its own, as users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

POBRATIM = (sys.executable, "-c", "from pobratim.cli import main; main()")


def start(home: Path, *arguments: object, url: str | None = None) -> subprocess.Popen[str]:
    """A command on the register in this home and this PostgreSQL (None: SQLite)."""
    environment = {**os.environ, "POBRATIM_HOME": str(home), "DATABASE_URL": url or "", "COLUMNS": "200"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen(
        [*POBRATIM, *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(home: Path, *arguments: object, url: str | None = None) -> tuple[int, str, str]:
    """Its exit code and what it printed, results and what is said beside them."""
    process = start(home, *arguments, url=url)
    out, err = process.communicate()
    return process.returncode, out, err
