"""The register's home is made on first use, and can be changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time

import pytest

from pobratim import storage
from pobratim.model.errors import SettingsError
from pobratim.model.settings import Settings
from tests.readings import reading


def test_setup_can_be_called_again(home, database_url):
    storage.keep(reading(), None, "paste")

    storage.setup(Settings(home=home, database=database_url))

    assert storage.is_known(reading().document.id, "hand 1")


def test_another_home_is_another_register(home, tmp_path, database_url):
    storage.keep(reading(), b"bytes", "news.txt")

    storage.setup(Settings(home=tmp_path / "other"))
    assert not storage.is_known(reading().document.id, "hand 1")

    storage.setup(Settings(home=home, database=database_url))
    assert storage.original_of(reading().document.id)[0].read_bytes() == b"bytes"


def test_a_home_that_cannot_be_made_is_named_with_advice(home, tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(SettingsError, match=r"file/register.*POBRATIM_HOME"):
        storage.setup(Settings(home=tmp_path / "file" / "register"))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_sqlite_writes_ahead_checks_keys_and_waits(home):
    from django.db import connection

    def pragma(name: str) -> object:
        with connection.cursor() as cursor:
            return cursor.execute(f"PRAGMA {name}").fetchone()[0]

    normal = 1
    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == normal
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 60_000


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_postgresql_keeps_times_in_utc_wherever_it_runs(home):
    from django.db import connection

    with connection.cursor() as cursor:
        assert cursor.execute("SHOW timezone").fetchone() == ("UTC",)


def test_what_killed_runs_left_is_swept_but_not_what_is_on_its_way(home, database_url):
    folder = home / "originals"
    folder.mkdir()
    left, coming = folder / ".incoming-old", folder / ".incoming-new"
    for path in (left, coming):
        path.write_bytes(b"half")
    os.utime(left, (time.time() - 7200,) * 2)

    storage.setup(Settings(home=home, database=database_url))

    assert not left.exists()
    assert coming.exists()


SETUP = """
from pobratim import storage
from pobratim.model.settings import Settings
import os
storage.setup(Settings.from_environment(os.environ))
from django.conf import settings
print(settings.SECRET_KEY)
"""


def test_several_processes_set_up_one_home_at_once(tmp_path, database, request):
    url = "" if database == "sqlite" else request.getfixturevalue("postgresql").create()  # without any table
    environment = {**os.environ, "POBRATIM_HOME": str(tmp_path / "home"), "DATABASE_URL": url}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    runs = [
        subprocess.Popen([sys.executable, "-c", SETUP], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]

    keys = {run.communicate()[0] for run in runs}

    assert [run.returncode for run in runs] == [0, 0, 0]
    assert len(keys) == 1
    assert stat.S_IMODE((tmp_path / "home" / "secret.key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_a_new_file_has_its_log_before_tables_are_made(tmp_path):
    journal = """
import sqlite3, sys
from pathlib import Path
from pobratim import storage
from pobratim.model.settings import Settings
from pobratim.storage import home
made = Path(sys.argv[1])
home._migrate = lambda: print(*sqlite3.connect(made / "register.sqlite3").execute("PRAGMA journal_mode").fetchone())
home._index_anew = lambda: None
storage.setup(Settings(home=made))
print(sorted(path.name for path in made.glob("*sqlite3")))
"""
    environment = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "POBRATIM_HOME")}
    run = subprocess.run(
        [sys.executable, "-c", journal, tmp_path / "home"], env=environment, capture_output=True, text=True, check=True
    )

    assert run.stdout.splitlines() == ["wal", "['lock.sqlite3', 'register.sqlite3']"]


def test_the_package_can_be_imported_before_setup():
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    code = "from pobratim.storage import *; import sys; assert 'django' not in sys.modules"

    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_the_models_have_their_migrations(home):
    from django.core.management import call_command

    call_command("makemigrations", "storage", check=True, dry_run=True, verbosity=0, skip_checks=True)
