"""A pytest plugin, loaded before Django's settings: the tests get a home of their own, gone with the run."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="pobratim-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["POBRATIM_HOME"] = _home
os.environ["POBRATIM_ACCESS"] = "desk"  # what `pobratim serve` chooses on one's own machine
os.environ.pop("DATABASE_URL", None)  # tests never touch the database of whoever runs them
