"""Zip files without harm: how much they would unpack to, where their names lead, what is one's own.

Sizes are judged by the directory before anything is unpacked, and no member is read further than the
directory says, so that a lying directory gains nothing.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import IO

from pobratim.gather.refusal import Unreadable, in_mebibytes
from pobratim.model.settings import MIB, Settings

_SMALL = MIB
"""Bytes: a file that unpacks to less harms nobody, however well it was packed."""
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_DIRECTORY_PER_FILE = 1024
"""Bytes of directory for each file allowed; names are rarely longer than a tenth of that."""
_JUNK = re.compile(
    r"(?:^|[/\\])(?:__MACOSX[/\\]|\.(?!\.?[/\\])|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)
_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800


@dataclass(slots=True)
class Allowance:
    """What an archive and the archives in it may still unpack to; it shrinks as they do."""

    settings: Settings
    files: int = 0
    size: int = 0

    def take(self, members: list[zipfile.ZipInfo]) -> None:
        """Count the members in. Raises Unreadable when they are too many or too large together."""
        self.files += len(members)
        self.size += sum(member.file_size for member in members)
        settings = self.settings
        if self.files > settings.max_archive_files:
            raise _too_many(settings)
        if self.size > settings.max_archive_bytes:
            raise Unreadable(
                "archive_too_large",
                limit=in_mebibytes(settings.max_archive_bytes),
                setting="POBRATIM_MAX_ARCHIVE_BYTES",
            )


@dataclass(frozen=True)
class Member:
    """One file of an archive."""

    info: zipfile.ZipInfo

    @cached_property
    def name(self) -> str:
        """The name as its author wrote it: old archivers wrote cp866, some wrote UTF-8 without saying so."""
        if self.info.flag_bits & _UTF8_NAME:
            return self.info.filename
        try:
            raw = self.info.filename.encode("cp437")
        except UnicodeEncodeError:
            return self.info.filename
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp866")

    def read(self, archive: zipfile.ZipFile, settings: Settings) -> bytes:
        """The bytes of the member. Raises Unreadable where it is unsafe, locked, broken or too large."""
        check_member(self.info, self.name, settings)
        try:
            with archive.open(self.info) as file:
                data = file.read(settings.max_file_bytes + 1)
        except Exception as error:  # zipfile lets through those of zlib, bz2, lzma and the file system
            raise Unreadable("broken", kind="файл в архиве") from error
        if len(data) > settings.max_file_bytes:
            raise too_large(settings)
        return data


def open_zip(file: IO[bytes], name: str, settings: Settings) -> zipfile.ZipFile:
    """The archive with its directory read. Raises Unreadable when it is broken or its directory too long.

    ``name`` tells what to call a broken one: a DOCX is a zip file too.
    """
    if _directory_size(file) > settings.max_archive_files * _DIRECTORY_PER_FILE:
        raise _too_many(settings)
    try:
        file.seek(0)
        return zipfile.ZipFile(file)
    except Exception as error:  # a broken directory may raise nearly anything from struct and zipfile
        document = name.lower().endswith((".docx", ".docm"))
        raise Unreadable("broken", kind="документ Word" if document else "архив ZIP") from error


def is_junk(name: str) -> bool:
    """Whether a file is hidden, an office program's lock, or one that the operating system left."""
    return bool(_JUNK.search(name))


def members(archive: zipfile.ZipFile) -> list[Member]:
    """The files of the archive by name, without folders and what operating systems leave in them."""
    found = [Member(info) for info in archive.infolist() if not info.is_dir()]
    return sorted((one for one in found if not is_junk(one.name)), key=lambda member: member.name)


def check_sizes(infos: Iterable[zipfile.ZipInfo], settings: Settings) -> None:
    """Raise Unreadable where a package (a DOCX) would unpack to too much or is locked."""
    infos = list(infos)
    Allowance(settings).take(infos)
    for info in infos:
        check_member(info, "", settings)


def check_member(info: zipfile.ZipInfo, name: str, settings: Settings) -> None:
    """Raise Unreadable where a member leaves the archive, is a link, locked, too large or a bomb."""
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/"):
        raise Unreadable("archive_escape")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unreadable("archive_link")
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable("encrypted", kind="файл в архиве")
    if info.file_size > settings.max_file_bytes:
        raise too_large(settings)
    if info.file_size > max(_SMALL, info.compress_size * settings.max_archive_ratio):
        raise Unreadable(
            "archive_bomb", limit=settings.max_archive_ratio, setting="POBRATIM_MAX_ARCHIVE_RATIO"
        )


def too_large(settings: Settings) -> Unreadable:
    """The refusal of a file above the limit."""
    return Unreadable(
        "too_large", limit=in_mebibytes(settings.max_file_bytes), setting="POBRATIM_MAX_FILE_BYTES"
    )


def _too_many(settings: Settings) -> Unreadable:
    return Unreadable(
        "archive_too_many", limit=settings.max_archive_files, setting="POBRATIM_MAX_ARCHIVE_FILES"
    )


def _directory_size(file: IO[bytes]) -> int:
    """Bytes of the archive's directory as its end record tells; 0 where there is none (it is broken then)."""
    length = file.seek(0, 2)
    start = max(0, length - _END.size - 0xFFFF)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        return 0
    size = int(_END.unpack_from(tail, at)[5])
    at64 = tail.rfind(b"PK\x06\x06", 0, at)
    if 0 <= at64 <= len(tail) - _END64.size:
        size = max(size, int(_END64.unpack_from(tail, at64)[8]))
    return size
