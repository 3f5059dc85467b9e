"""Writing results to files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pobratim.model.errors import PobratimError, trouble_of_disk


def write_whole(path: Path, content: bytes) -> None:
    """Write the file whole or not at all. Raises PobratimError where it cannot be written."""
    with whole(path) as file:
        file.write(content)


@contextmanager
def whole(path: Path, *, private: bool = False) -> Iterator[IO[bytes]]:
    """A file to write, there under its name once it is whole; ``private``: readable by its owner only.

    Raises PobratimError where it cannot be written.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
        if not private:
            # A new file gets the rights any new file gets, not the private ones of a temporary one.
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        Path(temporary).unlink(missing_ok=True)


def _not_written(path: Path, error: OSError) -> PobratimError:
    return PobratimError(
        f"файл {path} не записать ({trouble_of_disk(error)}); проверьте место, папку и права или назовите другой файл"
    )
