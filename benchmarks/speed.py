"""How fast is a full reading against Natasha's full chain, on the same documents in the same run?

    python -m benchmarks.speed [--runs 3] [--texts FOLDER]

Each side runs in processes of its own, one thread each, in turn (ours, Natasha's, ours, …). Start-up is
told apart from reading; the ratio printed is the median of the pairs. Documents: the press releases of
`samples/`, and the news of factRuEval where `../shared/data` is there (most of those are irrelevant to us,
so their records are not looked for: the first figure is the one that counts).

Natasha's full chain is segment, morph, syntax, NER and normalization of the names' spans.
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

ROOT = Path(__file__).parent.parent
FACTRUEVAL = ROOT.parent / "shared" / "data" / "factrueval-devset"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def sample_texts() -> list[str]:
    """The clean texts of the project's own press releases."""
    from pobratim.gather import Gathered, gather
    from pobratim.model.settings import Settings

    items = gather([ROOT / "samples" / "documents"], Settings())
    return [
        item.document.text for item in items if isinstance(item, Gathered) and item.document.language == "ru"
    ]


def folder_texts(folder: Path) -> list[str]:
    """The texts of all .txt files of a folder, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


# ---------------------------------------------------------------- the two sides, each in its own process


def pobratim_side(texts: list[str]) -> dict[str, float]:
    started = time.perf_counter()
    import pobratim

    pobratim.read("Мэр Омска приехал в Минск.")
    ready = time.perf_counter()
    for text in texts:
        pobratim.read(text).to_json()
    return _report(started, ready)


def natasha_side(texts: list[str]) -> dict[str, float]:
    started = time.perf_counter()
    _let_pymorphy2_run()
    from natasha import (
        Doc,
        MorphVocab,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
    morph, syntax, ner = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def chain(text: str) -> None:
        document = Doc(text)
        document.segment(segmenter)
        document.tag_morph(morph)
        document.parse_syntax(syntax)
        document.tag_ner(ner)
        for token in document.tokens:
            token.lemmatize(vocabulary)
        for span in document.spans:
            span.normalize(vocabulary)

    chain("Мэр Омска приехал в Минск.")
    ready = time.perf_counter()
    for text in texts:
        chain(text)
    return _report(started, ready)


def _let_pymorphy2_run() -> None:
    """pymorphy2 asks inspect for a function that Python 3.11 no longer has."""
    import inspect

    if not hasattr(inspect, "getargspec"):
        inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]


def _report(started: float, ready: float) -> dict[str, float]:
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"startup_s": ready - started, "reading_s": done - ready, "peak_mib": peak}


SIDES = {"pobratim": pobratim_side, "natasha": natasha_side}


# ---------------------------------------------------------------- comparing


def run_side(side: str, texts: list[str]) -> dict[str, float]:
    """One run of one side in a process of its own."""
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--side", side],
        input=json.dumps(texts), capture_output=True, text=True, cwd=ROOT, env={**os.environ, **ONE_THREAD},
    )  # fmt: skip
    if answer.returncode:
        sys.exit(f"{side} failed:\n{answer.stderr[-2000:]}")
    result: dict[str, float] = json.loads(answer.stdout)
    return result


def compare(name: str, texts: list[str], runs: int) -> float:
    """Print one table; returns how many times faster we are."""
    characters = sum(map(len, texts))
    print(
        f"\n{name}: {len(texts)} documents, {characters / max(1, len(texts)):.0f} characters each on average"
    )
    found: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
    for _ in range(runs):
        for side in SIDES:
            found[side].append(run_side(side, texts))
    print(f"{'':<10}{'documents/s':>13}{'characters/s':>14}{'start-up s':>12}{'peak MiB':>10}")
    for side, results in found.items():
        middle = {key: statistics.median(result[key] for result in results) for key in results[0]}
        print(
            f"{side:<10}{len(texts) / middle['reading_s']:>13.1f}{characters / middle['reading_s']:>14.0f}"
            f"{middle['startup_s']:>12.2f}{middle['peak_mib']:>10.0f}"
        )
    ratios = [
        theirs["reading_s"] / ours["reading_s"]
        for ours, theirs in zip(found["pobratim"], found["natasha"], strict=True)
    ]
    ratio = statistics.median(ratios)
    print(f"ratio      {ratio:.2f} (each pair: {', '.join(f'{r:.2f}' for r in ratios)})")
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description="A full reading against Natasha's full chain.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--texts", type=Path, help="a folder of .txt files instead of the samples")
    parser.add_argument("--min", type=float, default=1.0, help="exit 1 when the first ratio is below")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(SIDES[options.side](json.load(sys.stdin))))
        return 0
    first = compare(
        "press releases", folder_texts(options.texts) if options.texts else sample_texts(), options.runs
    )
    if FACTRUEVAL.is_dir():
        compare("news of factRuEval", folder_texts(FACTRUEVAL), options.runs)
    else:
        print("\nnews of factRuEval: left out, ../shared/data is not there")
    return int(first < options.min)


if __name__ == "__main__":
    sys.exit(main())
