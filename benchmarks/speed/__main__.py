"""How fast is a full reading against others and against bare floors, on the same documents in the same run?

    python -m benchmarks.speed [--runs 3] [--texts FOLDER] [--sides pobratim natasha]

Each side runs in processes of its own, one thread each, in turn (ours, Natasha's, …, ours, …). What counts is
the CPU time of the process, so that other work on the machine disturbs less; the ratios printed are medians of
those of each turn. Start-up (imports, models, two first sentences) is told apart from reading, and
Python's compiled files lie ready, as they do where a package is installed. Documents: the press releases of
`samples/`, and the news of factRuEval where `../shared/data` is there (most of those are irrelevant to us, so their
records are not looked for: the first table is the one that counts).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed import stages
from benchmarks.speed.sides import SIDES
from benchmarks.speed.texts import FACTRUEVAL, ROOT, folder_texts, sample_texts

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
FIRST_TEXT = "3 марта 2025 года делегация Омска прибыла в Минск. «Мы рады гостям», – сказал мэр Пётр Лаптев."
"""It asks for what is loaded when it is first needed. The mayor is invented."""

Figures = dict[str, float]


def timed(side: str, texts: list[str]) -> Figures:
    """Seconds (CPU) of start-up and reading and the highest memory, measured in this process."""
    started = time.process_time()
    read = SIDES[side]()
    read(FIRST_TEXT)
    ready = time.process_time()
    for text in texts:
        read(text)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"startup_s": ready - started, "reading_s": done - ready, "peak_mib": peak}


def apart(side: str, texts: list[str], compiled: str) -> Figures | str:
    """The figures of one side in a process of its own; why there are none where it is not installed.

    ``compiled`` is the folder of Python's compiled files.
    """
    ready = {**ONE_THREAD, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--side", side],
        input=json.dumps(texts), capture_output=True, text=True, cwd=ROOT, env={**os.environ, **ready},
    )  # fmt: skip
    if answer.returncode:
        sys.exit(f"{side} failed:\n{answer.stderr[-2000:]}")
    figures: Figures | str = json.loads(answer.stdout)
    return figures


def compare(name: str, texts: list[str], sides: list[str], runs: int, compiled: str) -> float:
    """Print one table; returns how many times faster we are than Natasha's full chain (nan without it)."""
    characters = sum(map(len, texts))
    print(f"\n{name}: {len(texts)} documents, {characters / max(1, len(texts)):.0f} characters each on average")
    found: dict[str, list[Figures]] = {}
    for side in list(sides):
        tried = apart(side, [], compiled)
        if isinstance(tried, str):
            print(f"{side}: left out, {tried}")
            sides = [other for other in sides if other != side]
    for _ in range(runs):
        for side in sides:
            figures = apart(side, texts, compiled)
            assert isinstance(figures, dict)
            found.setdefault(side, []).append(figures)
    print(f"{'':<12}{'documents/s':>12}{'characters/s':>14}{'ratio':>9}{'start-up s':>12}{'peak MiB':>10}")
    ratios = {side: _ratio(found.get("pobratim", []), results) for side, results in found.items()}
    for side, results in found.items():
        middle = {key: statistics.median(result[key] for result in results) for key in results[0]}
        print(
            f"{side:<12}{len(texts) / middle['reading_s']:>12.1f}{characters / middle['reading_s']:>14.0f}"
            f"{ratios[side]:>9.2f}{middle['startup_s']:>12.2f}{middle['peak_mib']:>10.0f}"
        )
    print("ratio: how many times longer that side takes than we do; start-up and reading are CPU time")
    return ratios.get("natasha", float("nan"))


def _ratio(ours: list[Figures], theirs: list[Figures]) -> float:
    pairs = [other["reading_s"] / own["reading_s"] for own, other in zip(ours, theirs, strict=False)]
    return statistics.median(pairs) if pairs else float("nan")


def main() -> int:
    parser = argparse.ArgumentParser(description="A full reading against others, and against bare floors.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--texts", type=Path, help="a folder of .txt files instead of the samples")
    parser.add_argument("--sides", nargs="+", choices=SIDES, default=list(SIDES))
    parser.add_argument("--min", type=float, default=1.0, help="how many times faster than Natasha; exit 1 below")
    parser.add_argument("--side", choices=[*SIDES, "stages"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(_one_side(options.side, json.load(sys.stdin))))
        return 0
    texts = folder_texts(options.texts) if options.texts else sample_texts()
    with TemporaryDirectory() as compiled:
        first = compare("press releases", texts, options.sides, options.runs, compiled)
        spent = apart("stages", texts, compiled)
        assert isinstance(spent, dict)
        print(f"\nwhere the time of a reading goes, when the words are known\n{stages.table(spent, len(texts))}")
        if FACTRUEVAL.is_dir():
            compare("news of factRuEval", folder_texts(FACTRUEVAL), options.sides, options.runs, compiled)
        else:
            print("\nnews of factRuEval: left out, ../shared/data is not there")
    return int(first < options.min)


def _one_side(side: str, texts: list[str]) -> Figures | str:
    if side == "stages":
        return stages.profile(texts)
    try:
        return timed(side, texts)
    except ImportError as error:
        return f"not installed ({error})"


if __name__ == "__main__":
    sys.exit(main())
