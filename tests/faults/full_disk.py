"""Adds documents while a disk fills up, then when there is room again; run in a mount namespace of its own:

    unshare --mount python -m tests.faults.full_disk FOLDER DOCUMENTS DATABASE BYTES

A disk in memory holds the home (SQLite) or the server (PostgreSQL), and all but so many bytes of it are taken before
anything is added. Prints what the runs said, as JSON, and writes the export to
``FOLDER/export.json``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests import postgres
from tests.faults.running import run

DISK = "160m"


def main(folder: Path, documents: Path, database: str, left: int) -> None:
    small = postgres.folder().parent
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=0755", "tmpfs", small], check=True)
    server = postgres.Server(small / "cluster", options=postgres.DURABLE) if database == "postgresql" else None
    try:
        home = folder / "home" if server else small / "home"
        url = server.create() if server else None
        said = [run(home, "search", "мост", url=url)]  # the tables are made
        ballast = _fill(small, left)
        said.append(run(home, "add", documents, url=url))
        ballast.unlink()
        if server:
            server.start()  # if the full disk has ended it
        said.append(run(home, "add", documents, url=url))
        said.append(run(home, "export", folder / "export.json", url=url))
        print(json.dumps(said))
    finally:
        if server:
            server.stop()
        subprocess.run(["umount", small], check=True)


def _fill(disk: Path, left: int) -> Path:
    """A file that takes all the room of a disk but so many bytes."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize - left)
    return ballast


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
