"""Everything that reading needs, loaded before the first document comes."""

from __future__ import annotations

import gc

from pobratim.reading.reader import read

_TEXT = """Делегация Омска посетила Минск

3 марта 2025 года делегация администрации Омска прибыла в Минск. Стороны подписали соглашение на 2025–2027 годы.

«Мы рады гостям», – сказал мэр Омска Пётр Лаптев. Товарооборот вырос на 12 %."""
"""It asks for all that is loaded when it is first needed. The mayor is invented."""


_YOUNG = 10_000
"""New objects after which the collector looks through them: a few documents' instead of a tenth of one's (700)."""


def prepare() -> None:
    """Load the reader's data, and have the garbage collector pass over it from now on (`gc.freeze`).

    For programs that read many documents: the collector would go through a hundred thousand objects that stay, in
    the middle of some document. It passes over what else the program holds by then as well, so call this early.
    What is new it looks through less often (`gc.set_threshold`), as readings leave hardly anything to collect.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        read(_TEXT)
        gc.freeze()
        gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
    finally:
        if collecting:
            gc.enable()
