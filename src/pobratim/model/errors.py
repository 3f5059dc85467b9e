"""One family of errors: what was wrong, where, and what to do next.

Raised below, turned into one plain sentence at the edge (``cli`` and ``web``). Every error carries
its parts as attributes, so that it survives the way between processes (pickle) and into JSON.
"""

from __future__ import annotations

import errno

_OF_THE_DISK = {
    errno.ENOENT: "нет такого файла или папки",
    errno.EEXIST: "там уже что-то есть",
    errno.ENOTDIR: "это не папка",
    errno.EISDIR: "это папка",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "на диске нет места",
    errno.EFBIG: "файл слишком велик",
    errno.EIO: "ошибка диска",
    errno.EBUSY: "занято другой программой",
    errno.ETXTBSY: "занято другой программой",
    errno.EMFILE: "открыто слишком много файлов",
    errno.ENFILE: "открыто слишком много файлов",
    errno.ENAMETOOLONG: "имя слишком длинное",
}


def trouble_of_disk(error: OSError) -> str:
    """What the system says of a file or folder, in Russian; in the system's words where we have none."""
    return _OF_THE_DISK.get(error.errno or 0) or error.strerror or "ошибка диска"


class PobratimError(Exception):
    """Something the user can be told in one sentence."""


class InputError(PobratimError):
    """One input cannot be read; the others of the run go on.

    ``source`` names the input as the user knows it (a path, a path inside an archive, an address),
    ``reason`` says what is wrong with it, ``advice`` what to do next, and ``retry`` whether the same
    input may succeed later (a busy file may, a broken one will not).
    """

    def __init__(self, source: str, reason: str, advice: str = "", *, retry: bool = False) -> None:
        super().__init__(source, reason, advice, retry)
        self.source = source
        self.reason = reason
        self.advice = advice
        self.retry = retry

    def __reduce__(self) -> tuple[object, ...]:
        return _input_error, (self.source, self.reason, self.advice, self.retry)

    def __str__(self) -> str:
        sentence = f"{self.source}: {self.reason}"
        return f"{sentence}; {self.advice}" if self.advice else sentence


class PassedOver(InputError):
    """A file beside the documents that is none itself: nobody asked for it by name, so leaving it out is no failure."""

    def __reduce__(self) -> tuple[object, ...]:
        return PassedOver, (self.source, self.reason, self.advice)


def _input_error(source: str, reason: str, advice: str, retry: bool) -> InputError:
    return InputError(source, reason, advice, retry=retry)


class NotFound(PobratimError):
    """The register has nothing under the name or id asked for."""


class SettingsError(PobratimError):
    """A setting has a value that cannot be used."""
