"""What ails the folder or the database of the register, in a sentence: a full disk, no rights, no server."""

from __future__ import annotations

import errno
import sqlite3
import sys

from pobratim.model.errors import PobratimError

_FULL = "на диске, где лежит реестр, нет места; освободите его и повторите: сохранённое не пропало"
_NO_RIGHTS = "писать в папку реестра нельзя; проверьте права на неё или укажите другую в POBRATIM_HOME"
_BROKEN = (
    "файл register.sqlite3 в папке реестра повреждён; верните его из запасной копии или уберите его "
    "и добавьте документы снова"
)
_NO_TABLES = (
    "в файле register.sqlite3 нет таблиц реестра: файл пропал или подменён; верните его из запасной копии "
    "(pobratim restore) или перезапустите программу, чтобы начать пустой реестр"
)
_CLOSED = (
    "папка реестра не открывается: её нет или она закрыта; верните её на место, проверьте права на неё "
    "или укажите другую в POBRATIM_HOME и перезапустите программу"
)
_BUSY = "реестр слишком долго занят другой программой; повторите, когда она кончит"

_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: "диск, где лежит реестр, полон или неисправен; проверьте его и повторите",
    sqlite3.SQLITE_READONLY: _NO_RIGHTS,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _NO_RIGHTS,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_NO_ANSWER = (
    "PostgreSQL, который назван в DATABASE_URL, не отвечает или прервал связь ({said}); "
    "проверьте, работает ли он и верен ли адрес, и повторите: сохранённое не пропало"
)
_NO_ENTRY = "PostgreSQL не пускает в базу ({said}); проверьте имя, пароль и права, названные в DATABASE_URL"
_OF_POSTGRESQL = {  # SQLSTATE or its class
    "08": _NO_ANSWER,
    "57": _NO_ANSWER,
    "28": _NO_ENTRY,
    "42501": _NO_ENTRY,
    "3D000": "базы, названной в DATABASE_URL, нет ({said}); создайте её (createdb) или исправьте адрес",
    "53100": "на диске PostgreSQL нет места; освободите его и повторите: сохранённое не пропало",
    "53": "PostgreSQL не хватает памяти или соединений ({said}); повторите позже",
    "25006": "PostgreSQL отдаёт базу только для чтения; назовите в DATABASE_URL основной сервер",
    "40": "реестр одновременно меняла другая программа; повторите: сохранённое не пропало",
    "55P03": _BUSY,
    "58": "диск PostgreSQL неисправен ({said}); проверьте его и повторите",
    "XX001": "база PostgreSQL повреждена ({said}); верните её из запасной копии",
    "XX002": "база PostgreSQL повреждена ({said}); верните её из запасной копии",
}
_WHILE_CONNECTING = (  # no SQLSTATE comes with these, only the server's words
    ("does not exist", _OF_POSTGRESQL["3D000"]),
    ("authentication failed", _NO_ENTRY),
    ("pg_hba.conf", _NO_ENTRY),
    ("no password supplied", _NO_ENTRY),
    ("too many clients", _OF_POSTGRESQL["53"]),
)
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _NO_RIGHTS,
    errno.EPERM: _NO_RIGHTS,
    errno.EROFS: _NO_RIGHTS,
}


def trouble(error: BaseException) -> PobratimError | None:
    """The error as a sentence for the user, if it is the disk's or the database's and no bug's.

    Django's errors carry that of the database as their cause.
    """
    cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
    if isinstance(cause, sqlite3.Error):
        # The low byte is the code, the rest says more of it (SQLITE_IOERR_SHMSIZE). Some have none.
        sentence = _OF_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
        if sentence is None and "no such table" in str(cause):
            sentence = _NO_TABLES
    elif isinstance(error, OSError):
        sentence = _OF_SYSTEM.get(error.errno or 0)
    else:
        sentence = _of_postgresql(cause)
    return PobratimError(sentence) if sentence else None


def _of_postgresql(error: BaseException) -> str | None:
    if "psycopg" not in sys.modules:
        return None
    from psycopg import Error, InterfaceError, OperationalError

    if not isinstance(error, Error):
        return None
    if "NUL (0x00)" in str(error):  # what SQLite looks for and does not find
        return "в запросе знак с номером ноль, которого ни в одном имени не бывает; уберите его"
    state = error.sqlstate or ""
    sentence = _OF_POSTGRESQL.get(state) or _OF_POSTGRESQL.get(state[:2])
    if sentence is None and not state and isinstance(error, OperationalError | InterfaceError):
        sentence = next((told for words, told in _WHILE_CONNECTING if words in str(error)), _NO_ANSWER)
    return sentence and sentence.format(said=" ".join(str(error).split()))
