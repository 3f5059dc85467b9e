"""What ails the folder of the register, in a sentence: a full disk, no rights, a file that is no database."""

from __future__ import annotations

import errno
import sqlite3

from pobratim.model.errors import PobratimError

_FULL = "на диске, где лежит реестр, нет места; освободите его и повторите: сохранённое не пропало"
_NO_RIGHTS = "писать в папку реестра нельзя; проверьте права на неё или укажите другую в POBRATIM_HOME"
_BROKEN = (
    "файл register.sqlite3 в папке реестра повреждён; верните его из запасной копии или уберите его "
    "и добавьте документы снова"
)
_BUSY = "реестр слишком долго занят другой программой; повторите, когда она кончит"

_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: "диск, где лежит реестр, полон или неисправен; проверьте его и повторите",
    sqlite3.SQLITE_READONLY: _NO_RIGHTS,
    sqlite3.SQLITE_CANTOPEN: _NO_RIGHTS,
    sqlite3.SQLITE_PERM: _NO_RIGHTS,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NO_RIGHTS,
    errno.EPERM: _NO_RIGHTS,
    errno.EROFS: _NO_RIGHTS,
}


def trouble(error: BaseException) -> PobratimError | None:
    """The error as a sentence for the user, if it is the disk's or the database file's and no bug's.

    Django's errors carry that of SQLite as their cause.
    """
    cause = error if isinstance(error, sqlite3.Error) else error.__cause__
    if isinstance(cause, sqlite3.Error):
        # The low byte is the code, the rest says more of it (SQLITE_IOERR_SHMSIZE). Some have none.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        sentence = _OF_SQLITE.get(code)
    else:
        sentence = _OF_SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else None
    return PobratimError(sentence) if sentence else None
