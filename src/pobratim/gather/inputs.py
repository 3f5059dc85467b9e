"""From what the user names (files, folders, archives, standard input) to documents, or to one error each."""

from __future__ import annotations

import errno
import io
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pobratim.gather.kind import Kind, beside, kind_of, packed_kind
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import Allowance, is_junk, members, open_zip, too_large
from pobratim.model.document import Document
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "стандартный ввод"
_MOST_ARCHIVES = 2
"""An archive inside an archive is opened, one inside that is not."""
_DEEPEST = 5
"""Archives and mails within one another in which files are looked for."""
_HEAD = 8


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document with the bytes it was made of, and the name by which the user knows them."""

    document: Document
    original: bytes
    name: str


def gather(inputs: Iterable[str | Path], settings: Settings) -> Iterator[Gathered | InputError]:
    """Documents and errors for files, folders (with all in them, sorted), zip archives and "-".

    Every file that cannot be read gives one InputError, and the rest goes on. A mail with attachments and an
    archive give several documents.
    """
    for item in inputs:
        if item == STANDARD_INPUT:
            yield from _standard_input(settings)
            continue
        for found in _files(item):
            yield from [found] if isinstance(found, InputError) else _file(found, settings)


def gather_bytes(data: bytes, name: str, settings: Settings) -> Iterator[Gathered | InputError]:
    """Documents and errors for one upload or pasted text; an archive or a mail may give several."""
    yield from _bytes(data, name, Allowance(settings))


def gather_member(data: bytes, name: str, settings: Settings) -> Iterator[Gathered | InputError]:
    """The same for one file of an archive, as `packed` gives it."""
    yield from _bytes(data, name, Allowance(settings), ("zip",))


def files(inputs: Iterable[str | Path]) -> Iterator[Path | InputError]:
    """Every file that is named or lies in a folder named, in the order in which `gather` takes them; none is opened.

    Files of records are among those in folders, which `gather` passes over.
    """
    for item in inputs:
        yield from _files(item, records=True)


def count_packed(path: Path, settings: Settings) -> int | None:
    """How many files a zip archive on disk holds; None where the file is no archive. Raises InputError."""
    try:
        with path.open("rb") as file:
            if not _is_archive(file, path.name, settings):
                return None
            with open_zip(file, path.name, settings) as archive:
                found = members(archive)
                if not found:
                    raise Unreadable("archive_empty")
                Allowance(settings).take([member.info for member in found])
                return len(found)
    except (OSError, Unreadable) as error:
        raise _as_error(error, str(path)) from error


def packed(path: Path, first: int, last: int, settings: Settings) -> Iterator[tuple[str, bytes] | InputError]:
    """Names and bytes of an archive's files ``[first, last)``, in the order of their names. Raises InputError."""
    try:
        with path.open("rb") as file, open_zip(file, path.name, settings) as archive:
            for member in members(archive)[first:last]:
                name = f"{path}/{member.name}"
                try:
                    yield name, member.read(archive, settings)
                except Unreadable as refusal:
                    yield refusal.as_error(name)
    except (OSError, Unreadable) as error:
        raise _as_error(error, str(path)) from error


def count(inputs: Iterable[str | Path], settings: Settings) -> int:
    """How many files `gather` will try: what is in archives is counted by their directories.

    Attachments of mails and archives inside archives count as nothing more, so that it stays cheap.
    """
    total = 0
    for item in inputs:
        if item == STANDARD_INPUT:
            total += 1
            continue
        for found in _files(item):
            total += 1 if isinstance(found, InputError) else _count_in(found, settings)
    return total


def _count_in(path: Path, settings: Settings) -> int:
    try:
        with path.open("rb") as file:
            if not _is_archive(file, path.name, settings):
                return 1
            with open_zip(file, path.name, settings) as archive:
                return max(1, len(members(archive)))
    except (OSError, Unreadable):
        return 1


def _standard_input(settings: Settings) -> Iterator[Gathered | InputError]:
    name = _STANDARD_INPUT_NAME
    try:
        data = _read(sys.stdin.buffer, settings)
    except (OSError, Unreadable) as error:
        yield _as_error(error, name)
        return
    yield from gather_bytes(data, name, settings)


def _files(item: str | Path, *, records: bool = False) -> Iterator[Path | InputError]:
    """The files under a path in the order of their names, or errors in place of what cannot be opened."""
    path = Path(item)
    try:
        if not str(item):
            raise FileNotFoundError  # Path("") would be the current folder
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            yield path
        elif stat.S_ISDIR(mode):
            yield from _in_folder(path, records=records)
        else:
            yield Unreadable("special").as_error(str(item))
    except (OSError, ValueError) as error:
        yield _as_error(error, str(item))


def _in_folder(folder: Path, *, records: bool) -> Iterator[Path | InputError]:
    entries = sorted(entry for entry in folder.iterdir() if not is_junk(entry.name))
    if not entries:
        yield Unreadable("empty_folder").as_error(str(folder))
    for entry in entries:
        if entry.is_symlink() and entry.is_dir():
            yield Unreadable("linked_folder").as_error(str(entry))
        elif entry.is_file() and (kind := beside(entry.name, records=records)):
            yield kind.as_error(str(entry))
        else:
            yield from _files(entry, records=records)


def _file(path: Path, settings: Settings) -> Iterator[Gathered | InputError]:
    """The documents of a file on disk; an archive is read member by member, never whole."""
    name = str(path)
    try:
        with path.open("rb") as file:
            if _is_archive(file, path.name, settings):
                yield from _archive(file, name, Allowance(settings))
                return
            data = _read(file, settings)
    except (OSError, Unreadable) as error:
        yield _as_error(error, name)
        return
    yield from gather_bytes(data, name, settings)


def _is_archive(file: IO[bytes], name: str, settings: Settings) -> bool:
    """Whether an open file is an archive and no document that is a zip file inside."""
    head = file.read(_HEAD)
    file.seek(0)
    if not head.startswith(b"PK"):
        return False
    with open_zip(file, name, settings) as package:
        archive = packed_kind(package.namelist()) == "zip"
    file.seek(0)
    return archive


def _read(file: IO[bytes], settings: Settings) -> bytes:
    """All of the file. Raises Unreadable when it is larger than allowed, having read no more than that."""
    data = file.read(settings.max_file_bytes + 1)
    _check_size(data, settings)
    return data


def _check_size(data: bytes, settings: Settings) -> None:
    if len(data) > settings.max_file_bytes:
        raise too_large(settings)


def _bytes(
    data: bytes, name: str, allowance: Allowance, inside: tuple[Kind, ...] = ()
) -> Iterator[Gathered | InputError]:
    """The documents of one file's bytes; ``inside`` are the kinds of the files that hold it."""
    try:
        if len(inside) > _DEEPEST:
            raise Unreadable("archive_nested")
        kind = kind_of(data, name)
        if kind == "zip":
            with open_zip(io.BytesIO(data), name, allowance.settings) as package:
                kind = packed_kind(package.namelist())
        if kind == "zip":
            yield from _archive(io.BytesIO(data), name, allowance, inside)
        elif kind == "mail":
            yield from _mail(data, name, allowance, inside)
        else:
            yield _document(data, name, kind, allowance.settings)
    except Unreadable as refusal:
        yield refusal.as_error(name)


def _document(data: bytes, name: str, kind: Kind, settings: Settings) -> Gathered:
    from pobratim.gather.parsing import parse

    _check_size(data, settings)
    return Gathered(parse(data, kind, source=name, settings=settings), data, name)


def _mail(
    data: bytes, name: str, allowance: Allowance, inside: tuple[Kind, ...]
) -> Iterator[Gathered | InputError]:
    """The letter and its files, each a document of its own."""
    from pobratim.gather.parsing import parse_mail

    _check_size(data, allowance.settings)
    document, attachments = parse_mail(data, source=name, settings=allowance.settings)
    if document:
        yield Gathered(document, data, name)
    elif not attachments:
        raise Unreadable("no_text")
    for file_name, content in attachments:
        yield from _bytes(content, f"{name}/{file_name}", allowance, (*inside, "mail"))


def _archive(
    file: IO[bytes], name: str, allowance: Allowance, inside: tuple[Kind, ...] = ()
) -> Iterator[Gathered | InputError]:
    """The documents of an archive's files."""
    if inside.count("zip") >= _MOST_ARCHIVES:
        raise Unreadable("archive_nested")
    with open_zip(file, name, allowance.settings) as archive:
        found = members(archive)
        if not found:
            raise Unreadable("archive_empty")
        allowance.take([member.info for member in found])
        for member in found:
            source = f"{name}/{member.name}"
            try:
                if kind := beside(member.name):
                    raise kind
                data = member.read(archive, allowance.settings)
            except Unreadable as refusal:
                yield refusal.as_error(source)
            else:
                yield from _bytes(data, source, allowance, (*inside, "zip"))


def _as_error(error: Exception, name: str) -> InputError:
    """The sentence for what the file system or a parser refused."""
    if isinstance(error, Unreadable):
        return error.as_error(name)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Unreadable("address" if "://" in name else "missing").as_error(name)
    if isinstance(error, PermissionError):
        return Unreadable("no_access").as_error(name)
    number = error.errno if isinstance(error, OSError) else None
    return Unreadable("busy", detail=errno.errorcode.get(number or 0, "ошибка диска")).as_error(name)
