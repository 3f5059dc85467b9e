"""A program that reads many documents has everything loaded first, and kept from the garbage collector."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import gc
import pobratim
from pobratim.reading.names.places import gazetteer
before = gc.get_freeze_count()
pobratim.prepare()
assert gc.isenabled()
assert gc.get_freeze_count() > before + 50_000, gc.get_freeze_count()
assert gazetteer.gazetteer.cache_info().currsize == 1
print(pobratim.read("Омск и Брест подписали соглашение.").records[0].type)
"""


def test_what_is_loaded_is_passed_over() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"agreement", "event"}


_READ_AGAIN = """
import gc
import pobratim
text = "3 марта мэр Омска Пётр Лаптев посетил Брест. Города-побратимы подписали соглашение о сотрудничестве."
pobratim.read(text)
gc.collect()
gc.disable()
assert pobratim.read(text).records
print(gc.collect())
"""


def test_nothing_is_left_to_the_garbage_collector() -> None:
    done = subprocess.run([sys.executable, "-c", _READ_AGAIN], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
