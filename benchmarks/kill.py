"""Kill `pobratim add` at random moments and start it again: nothing may be lost, nothing doubled.

    python -m benchmarks.kill [--documents 200] [--kills 10] [--seed 1] [--server postgresql://…/postgres]

Adds generated documents once without a disturbance, then the same documents into another home with `kill -9`
at random moments, the run started again after each, and compares the two registers byte for byte. A run that
comes to its end before it is killed is compared too, and a new home begun. Exits with 1 if registers differ
or a database is damaged. With a PostgreSQL server (its user must be allowed to make databases) the registers
that are killed are kept there, and compared with one in SQLite; the databases made are dropped.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_POBRATIM = (sys.executable, "-c", "from pobratim.cli import main; main()")

_CITIES = ("Минск", "Омск", "Томск", "Тверь", "Рязань", "Брянск", "Гомель", "Витебск", "Пенза", "Казань")
_SURNAMES = ("Примеров", "Образцов", "Учебников", "Тетрадкин", "Страницын")
_FIELDS = ("культуры", "образования", "здравоохранения", "спорта", "туризма", "торговли")
_SENTENCES = (
    "Делегация города {left} посетила город {right} {day} {month} {year} года.",
    "Мэр города {left} Иван {surname} рассказал о планах в сфере {field}.",
    "{left} и {right} подписали соглашение о сотрудничестве {day} {month} {year} года.",
    "{left} и {right} стали побратимами в {year} году.",
    "Стороны обсудили сотрудничество в сфере {field}.",
    "Товарооборот {left} и {right} вырос на {day} процентов.",
    "{right} планирует закупить у города {left} {day} автобусов.",
)
_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября")


@dataclass(frozen=True, slots=True)
class Kill:
    """One killed run."""

    after: float
    """Seconds from its start."""
    before: int
    """Documents kept when it started."""
    kept: int
    """Documents kept when it was dead."""
    whole: bool
    """Did the database pass SQLite's integrity check then? PostgreSQL's server is not killed, and is not asked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    kills: tuple[Kill, ...]
    given: int
    """Documents there are."""
    kept: int
    """Documents kept at the end."""
    same: bool
    """Was every register that came to its end the same as the undisturbed one?"""

    @property
    def passed(self) -> bool:
        return self.same and self.kept == self.given and all(kill.whole for kill in self.kills)


def write_documents(folder: Path, number: int, seed: int) -> None:
    """Short invented news, some of them in cp1251 and some as HTML; the same seed gives the same files."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    for count in range(number):
        left, right = chance.sample(_CITIES, 2)
        sentences = (
            sentence.format(
                left=left,
                right=right,
                day=chance.randint(2, 28),
                month=chance.choice(_MONTHS),
                year=chance.randint(2010, 2025),
                surname=chance.choice(_SURNAMES),
                field=chance.choice(_FIELDS),
            )
            for sentence in chance.sample(_SENTENCES, 4)
        )
        text = f"Учебный пример {count}.\n\n" + "\n\n".join(sentences)
        if count % 3 == 2:
            body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
            head = f"<head><meta charset='utf-8'><title>Пример {count}</title></head>"
            page = f"<html>{head}<body>{body}</body></html>"
            (folder / f"{count:03}.html").write_text(page, encoding="utf-8")
        else:
            (folder / f"{count:03}.txt").write_text(text, encoding="cp1251" if count % 3 else "utf-8")


@dataclass(frozen=True, slots=True)
class Register:
    """A home, and the PostgreSQL database that goes with it (None: SQLite in the home)."""

    home: Path
    url: str | None = None


def trial(
    folder: Path,
    *,
    documents: int,
    kills: int,
    seed: int,
    server: str | None = None,
    say: Callable[[str], None] = lambda line: None,
) -> Outcome:
    """Do the whole experiment in an empty ``folder``, and in new databases of this server where one is given."""
    write_documents(folder / "documents", documents, seed)
    undisturbed = Register(folder / "undisturbed")
    started = time.monotonic()
    _finish(_add(folder, undisturbed), say)
    seconds = time.monotonic() - started
    expected = _export(undisturbed)
    say(f"undisturbed: {seconds:.1f} s, {_documents(undisturbed)} documents, {len(expected)} bytes")
    chance, done, same, number = random.Random(seed), [], True, 1
    with ExitStack() as dropped:
        register = dropped.enter_context(_new(folder, number, server))
        say(f"{'kill':>4}  {'home':>4}  {'after, s':>8}  {'kept before':>11}  {'kept after':>10}  integrity")
        while len(done) < kills:
            kill = _killed(folder, register, after=chance.uniform(0, seconds * 0.7))
            if kill is None:  # this one came to its end: compare, and go on with a new home
                same = same and _export(register) == expected
                number += 1
                register = dropped.enter_context(_new(folder, number, server))
                continue
            done.append(kill)
            say(
                f"{len(done):>4}  {number:>4}  {kill.after:>8.2f}  {kill.before:>11}  {kill.kept:>10}  "
                f"{'ok' if kill.whole else 'DAMAGED'}"
            )
        _finish(_add(folder, register), say)
        same = same and _export(register) == expected
        return Outcome(tuple(done), documents, _documents(register), same)


@contextmanager
def _new(folder: Path, number: int, server: str | None) -> Iterator[Register]:
    home = folder / f"killed-{number}"
    if server is None:
        yield Register(home)
        return
    import psycopg

    name = f"pobratim_killed_{number}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield Register(home, urlsplit(server)._replace(path=f"/{name}").geturl())
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _add(folder: Path, register: Register) -> subprocess.Popen[bytes]:
    return _pobratim(register, "add", str(folder / "documents"))


def _finish(run: subprocess.Popen[bytes], say: Callable[[str], None]) -> None:
    """Let a run come to its end, and say what it complains of: no input should fail here."""
    _, complaints = run.communicate()
    if run.returncode != 0:
        say(complaints.decode(errors="replace"))


def _export(register: Register) -> bytes:
    run = _pobratim(register, "export", "-", stdout=subprocess.PIPE)
    content, _ = run.communicate()
    return content if run.returncode == 0 else b""


def _pobratim(register: Register, *arguments: str, stdout: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "POBRATIM_HOME": str(register.home), "DATABASE_URL": register.url or ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen([*_POBRATIM, *arguments], env=environment, stdout=stdout, stderr=subprocess.PIPE)


def _killed(folder: Path, register: Register, after: float) -> Kill | None:
    """Start `add`, kill it after so many seconds; None where it was done before."""
    before = _documents(register)
    run = _add(folder, register)
    try:
        run.wait(timeout=after)
        return None
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
    return Kill(after, before, _documents(register), _is_whole(register))


def _documents(register: Register) -> int:
    return int(_ask(register, "SELECT count(*) FROM storage_document") or 0)


def _is_whole(register: Register) -> bool:
    return register.url is not None or _ask(register, "PRAGMA integrity_check") in ("ok", None)


def _ask(register: Register, query: str) -> Any:
    """The one value a query gives; None where there is no database or no table yet."""
    if register.url is not None:
        import psycopg

        with psycopg.connect(register.url) as database:
            try:
                return database.execute(query).fetchone()[0]  # type: ignore[arg-type,index]
            except psycopg.errors.UndefinedTable:
                return None
    if not (register.home / "register.sqlite3").exists():
        return None
    with closing(sqlite3.connect(register.home / "register.sqlite3")) as connection:
        try:
            return connection.execute(query).fetchone()[0]
        except sqlite3.OperationalError:  # killed before there was a table
            return None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server", help="address of a PostgreSQL server on which databases may be made")
    chosen = parser.parse_args()
    print(f"{chosen.documents} documents, {chosen.kills} kills, seed {chosen.seed}")
    with tempfile.TemporaryDirectory(prefix="pobratim-kill-") as folder:
        outcome = trial(
            Path(folder),
            documents=chosen.documents,
            kills=chosen.kills,
            seed=chosen.seed,
            server=chosen.server,
            say=lambda line: print(line, flush=True),
        )
    print(f"documents at the end: {outcome.kept}; register {'the same' if outcome.same else 'DIFFERENT'}")
    sys.exit(0 if outcome.passed else 1)


if __name__ == "__main__":
    main()
