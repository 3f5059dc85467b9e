"""Writing results to files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pobratim.model.errors import PobratimError


def write_whole(path: Path, content: bytes) -> None:
    """Write the file whole or not at all. Raises PobratimError where it cannot be written."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            # A new file gets the rights any new file gets, not the private ones of a temporary one.
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise PobratimError(
            f"файл {path} не записать ({error.strerror}); проверьте папку и права или назовите другой файл"
        ) from error
