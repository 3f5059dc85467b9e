"""What a run costs: the processor time of all its processes, and how busy the readers were while they lived.

The machine may be shared, so seconds of the clock say little. Processor time says what a document costs; and a reader
that is neither running nor waiting for a processor waits for work, which is what more workers may suffer from. Linux
only.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: whatever our children leave behind is ours to wait for
_EVERY = 0.2
_DAEMONS = (b"gcs_server", b"raylet/raylet", b"dashboard", b"runtime_env/agent", b"monitor.py", b"log_monitor")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run of `pobratim bulk`."""

    documents: int
    cpu_s: float
    """Of all processes, from their start to their end."""
    daemons_s: float
    """Of it what Ray's own services took: a part of the clock's time, however much or little is read meanwhile."""
    wall_s: float
    busy: float
    """The share of their lives, from the first piece to the last, in which readers ran or waited for a processor."""
    peak_mib: float
    """Of the largest process."""


def cost(source: Path, output: Path, *arguments: str) -> Cost:
    """Run `pobratim bulk SOURCE -o OUTPUT ARGUMENTS…` in processes of its own; the output is gone before and after."""
    shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "benchmarks.scale.cost", str(source), "-o", str(output), *arguments]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{run.stderr[-3000:]}")
    found = Cost(**json.loads(run.stdout.splitlines()[-1]))
    shutil.rmtree(output, ignore_errors=True)
    return found


def _measured(arguments: list[str]) -> Cost:
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    output = Path(arguments[arguments.index("-o") + 1])
    started = time.monotonic()
    program = "from pobratim.cli import main; main()"
    run = subprocess.Popen([sys.executable, "-c", program, "bulk", *arguments], stdout=subprocess.DEVNULL)
    watch = _Watch(os.getpid())
    watch.start()
    pid, left = -1, True
    while left:
        try:
            pid, _ = os.wait()
            if pid == run.pid:
                wall = time.monotonic() - started
                watch.done.set()
        except ChildProcessError:
            left = False
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = [json.loads(line) for line in (output / "manifest.jsonl").read_bytes().splitlines()]
    documents = sum(line.get("documents", 0) + line.get("sifted", 0) for line in told)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(documents, cpu, sum(watch.daemons.values()), wall, watch.busy(), usage.ru_maxrss / 1024)


class _Watch(threading.Thread):
    """Looks now and then at the readers: processes whose parent is the one they are forked from."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.daemons: dict[int, float] = {}
        """Seconds of the processor by process."""
        self._root = str(root)
        self._seen: dict[int, list[tuple[float, int]]] = {}

    def run(self) -> None:
        while not self.done.wait(_EVERY):
            for process in Path("/proc").glob("[0-9]*"):
                with suppress(OSError):  # it has just ended
                    command = (process / "cmdline").read_bytes()
                    reads, serves = b"forkserver" in command, any(name in command for name in _DAEMONS)
                    if (reads or serves) and self._is_ours(process.name):
                        self._look(process, reads)

    def _look(self, process: Path, reads: bool) -> None:
        pid = int(process.name)
        if reads:
            ran, waited, _ = (process / "schedstat").read_text().split()
            self._seen.setdefault(pid, []).append((time.monotonic(), int(ran) + int(waited)))
        else:
            told = (process / "stat").read_text().rpartition(")")[2].split()
            self.daemons[pid] = (int(told[11]) + int(told[12])) / _TICKS

    def _is_ours(self, pid: str) -> bool:
        while pid not in ("0", "1"):
            if pid == self._root:
                return True
            pid = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]
        return False

    def busy(self) -> float:
        """Readers worked for most of the run; the process that they are forked from did not."""
        shares = []
        for looks in self._seen.values():
            working = [look for look in looks if look[1] > looks[0][1]]  # from its first piece on
            if len(working) > 2:
                (first, before), (last, after) = working[0], working[-1]
                shares.append((after - before) / 1e9 / (last - first))
        return sum(share for share in shares if share > 0.1) / max(1, sum(share > 0.1 for share in shares))


if __name__ == "__main__":
    print(json.dumps(asdict(_measured(sys.argv[1:]))))
