"""Which documents repeat the text of another: a reprint tells nothing that its original does not.

A document is a reprint of another when four fifths of its runs of five words stand there too. Candidates
come from an index of sampled runs, so each text is compared only with those that share some.
"""

from __future__ import annotations

import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from pobratim.model import edtf
from pobratim.model.document import Document
from pobratim.register.claims import dated
from pobratim.register.rows import DocumentRow
from pobratim.register.text import normal, words_of_text

RUN = 5
"""Words in a run."""
CONTAINED = 0.8
"""The part of a reprint's runs that stand in its original."""
_FEWEST_RUNS = 16
"""Texts with fewer runs (a heading, a caption) repeat each other by chance."""
SAMPLED = 4
"""One run in so many is indexed; the same ones in every text."""
MOST_HOLDERS = 50
"""A run leads to no more documents than this, those of the highest standing."""
_MIXER = np.uint64(0x9E3779B97F4A7C15)

Runs = npt.NDArray[np.uint64]
Standing = tuple[int, bool, int, str]
"""The lesser, the rather an original; ends with the document's id."""


def originals(documents: Sequence[Document]) -> dict[str, str]:
    """The id of the original of each document that is a reprint, by the reprint's id."""
    ordered = sorted(documents, key=standing)
    runs = {document.id: runs_of(document.text) for document in ordered}
    by_id = {document.id: document for document in ordered}
    original: dict[str, str] = {}
    for one, candidates in _candidates(runs).items():
        for other in candidates:
            root = root_of(other, original)
            if root != one and is_reprint(by_id[one], by_id[other], runs):
                original[one] = root
                break
    # A document found to be a reprint later than those that name it hands them on.
    return {one: root_of(one, original) for one in sorted(original)}


def is_reprint(document: Document, other: Document, runs: dict[str, Runs]) -> bool:
    """Whether ``document`` repeats ``other`` and not the other way round.

    Of two texts that repeat each other the one of lower standing is the reprint; a part of a longer text is
    one unless the longer text surely came later.
    """
    if not _repeats(runs[document.id], runs[other.id]):
        return False
    if _repeats(runs[other.id], runs[document.id]):
        return standing(other) < standing(document)
    _, until = edtf.bounds(dated(document.published))
    since, _ = edtf.bounds(dated(other.published))
    return not (until and since and since > until)


def standing(document: Document) -> Standing:
    """Originals before reprints: the earlier, the official, the longer."""
    day, _ = edtf.bounds(dated(document.published))
    return day.toordinal() if day else 10**7, not is_official(document), -len(document.text), document.id


def runs_of(text: str) -> Runs:
    """The runs of five words in a text, each as a number; sorted, each once."""
    hashes = np.array([zlib.crc32(word.encode()) for word in words_of_text(text)], dtype=np.uint64)
    if len(hashes) < RUN:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(len(hashes) - RUN + 1, dtype=np.uint64)
    for place in range(RUN):
        mixed = mixed * _MIXER + hashes[place: place + len(mixed)]
    return np.unique(mixed ^ (mixed >> np.uint64(29)))


def _repeats(part: Runs, whole: Runs) -> bool:
    shared = len(np.intersect1d(part, whole, assume_unique=True))
    return len(part) >= _FEWEST_RUNS and shared >= CONTAINED * len(part)


def _candidates(runs: dict[str, Runs]) -> dict[str, list[str]]:
    """For each document those that share half of its sampled runs, in the order of ``runs``."""
    sampled = {one: sample(found) for one, found in runs.items()}
    holders: dict[int, list[str]] = defaultdict(list)
    for one, found in sampled.items():
        for run in found:
            if len(holders[run]) < MOST_HOLDERS:
                holders[run].append(one)
    position = {one: number for number, one in enumerate(runs)}
    result = {}
    for one, found in sampled.items():
        shared = Counter(other for run in found for other in holders[run] if other != one)
        enough = [other for other, count in shared.items() if count >= len(found) / 2]
        result[one] = sorted(enough, key=position.__getitem__)
    return result


def sample(runs: Runs) -> list[int]:
    """Those of the runs by which texts are found."""
    found: list[int] = runs[runs % SAMPLED == 0].tolist()
    return found


def root_of(document: str, original: dict[str, str]) -> str:
    while document in original:
        document = original[document]
    return document


def is_official(document: Document | DocumentRow) -> bool:
    """Whether an authority publishes it, by the words of the publisher and the host of the address."""
    publisher = f" {normal(document.publisher or '')} "
    host = urlsplit(document.address or "").hostname or ""

    def says(what: str) -> bool:
        return any(f" {word} " in publisher for word in _official()[what])

    of_authority = says("publisher") or (says("press") and not says("others"))
    return of_authority or any(host == end or host.endswith(f".{end}") for end in _official()["host"])


@cache
def _official() -> dict[str, tuple[str, ...]]:
    text = files("pobratim.register").joinpath("data/official.toml").read_text(encoding="utf-8")
    return {what: tuple(words if what == "host" else map(normal, words)) for what, words in tomllib.loads(text).items()}
