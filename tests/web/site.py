"""Serves the register of `make` to a browser: ``python -m tests.web.site HOME PORT [users|empty]``.

With ``users`` there is one a role, named like it, as in `tests.web.people`; ``empty`` has no documents and derives what
is added.
"""

from __future__ import annotations

import sys
from pathlib import Path

from waitress import serve

from pobratim import register, storage
from pobratim.model.settings import Settings
from tests.registers import derives
from tests.web import make
from tests.web.people import let_in


def main(home: Path, port: int, *, users: bool = False, empty: bool = False) -> None:
    storage.setup(Settings(home=home))
    if not empty:
        _fill()
    if users:
        let_in()

    from pobratim.web.wsgi import application

    serve(application, host="127.0.0.1", port=port, threads=4)


def _fill() -> None:
    storage.keep(make.READING, make.ORIGINAL, make.DOCUMENT.source)
    storage.keep(make.OTHER_READING, None, make.OTHER.source)
    storage.keep(make.BELARUSIAN_READING, None, make.BELARUSIAN.source)
    register.derive_with_judgements = derives(make.REGISTER)  # type: ignore[assignment]
    storage.derive()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), users="users" in sys.argv[3:], empty="empty" in sys.argv[3:])
