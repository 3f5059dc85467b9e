"""The key that signs cookies, made once for a home and readable by its owner only."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path


def secret_key(home: Path) -> str:
    """The key in ``home/secret.key``; made there on first use, folder included.

    Safe when several processes start at once: the key is written to a file of its own (mode 600 from birth)
    and linked to its name, which only the first can do; the others read the first one's key.
    """
    path = home / "secret.key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(prefix=".secret-", dir=home)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(48))
            os.link(temporary, path)
        except FileExistsError:
            pass
        finally:
            Path(temporary).unlink(missing_ok=True)
    return path.read_text(encoding="ascii")
