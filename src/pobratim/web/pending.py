"""Uploads between being looked at and being kept: the bytes as they came, in a folder of the register's home.

They are read again when they are kept: the reader gives the same reading for the same text, so what is kept
is what was shown, and nothing derived has to be trusted on its way through the browser.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from pobratim.model.errors import NotFound

DAY = 24 * 60 * 60
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,40}")
_LIST = "uploads.json"


class Gone(NotFound):
    """An upload that is no more."""

    advice = "Если вы её сохранили, документы уже в реестре; если нет, дайте их ещё раз."


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file, or a text that was pasted."""

    name: str
    data: bytes
    published: str | None = None
    """The date of publication as the user states it (EDTF), where they do."""
    address: str | None = None
    """The address it was fetched from."""


def put(uploads: Sequence[Upload]) -> str:
    """Set the uploads aside; the token finds them again. Those of yesterday are thrown away."""
    _sweep()
    token = secrets.token_urlsafe(18)
    folder = _root() / token
    folder.mkdir(mode=0o700, parents=True)
    for number, upload in enumerate(uploads):
        (folder / str(number)).write_bytes(upload.data)
    names = [{name: value for name, value in asdict(upload).items() if name != "data"} for upload in uploads]
    (folder / _LIST).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
    return token


def get(token: str) -> list[Upload]:
    """The uploads set aside under the token. Raises NotFound."""
    folder = _folder(token)
    names = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    return [Upload(data=(folder / str(number)).read_bytes(), **name) for number, name in enumerate(names)]


def drop(token: str) -> None:
    """Forget them. Raises NotFound."""
    shutil.rmtree(_folder(token))


def _root() -> Path:
    return Path(settings.POBRATIM_HOME) / "pending"


def _folder(token: str) -> Path:
    folder = _root() / token
    if not _TOKEN.fullmatch(token) or not (folder / _LIST).is_file():
        raise Gone("Загрузка не найдена: её уже сохранили, отменили или с тех пор прошли сутки.")
    return folder


def _sweep() -> None:
    for folder in _root().glob("*"):
        if time.time() - folder.stat().st_mtime > DAY:
            shutil.rmtree(folder, ignore_errors=True)
