"""Names of persons, places and organizations: the network of Slovnet NER in plain numpy.

Three convolutions over Navec embeddings and word shapes, then a CRF. The whole document is one matrix:
its sentences stand one after another, a row of zeros between them, so no padding is computed. What the
first layer makes of a word is cached by word form. `training/pack_tagger.py` makes the weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from pobratim.reading.data import path
from pobratim.reading.text.morph import lemma
from pobratim.reading.text.segments import Layout
from pobratim.reading.text.vocabulary import vocabulary

Array: TypeAlias = npt.NDArray[np.float32]

_CACHED_WORDS = 8192
_NOTHING = 0
"""The row of what stands between sentences."""
_TAPS = 3
"""Of a convolution: the token before, the token itself, the token behind."""
_BATCH = 4096
"""Tokens that go through the network at once, so that long documents need little memory."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: tokens ``first`` to ``last`` (excluded) of the layout; ``kind`` is PER, LOC or ORG."""

    first: int
    last: int
    kind: str


def tag(layout: Layout) -> list[Tagged]:
    """The names of the text in their order, none across the end of a paragraph.

    Paragraphs, not sentences, are what the network sees at once: it was learned so, and a sentence cut
    wrongly costs nothing.
    """
    words = [token.text if len(token.text) < 2 else token.text.rstrip(".") for token in layout.tokens]
    found: list[Tagged] = []
    batch: list[tuple[int, int]] = []
    for paragraph in layout.paragraphs:
        last = layout.sentences[paragraph.last - 1].last
        batch.append((layout.sentences[paragraph.first].first, last))
        if last - batch[0][0] >= _BATCH:
            found.extend(_names(words, batch))
            batch = []
    if batch:
        found.extend(_names(words, batch))
    return found


def _names(words: list[str], paragraphs: list[tuple[int, int]]) -> Iterator[Tagged]:
    tags = network().tags([words[first:last] for first, last in paragraphs])
    for (first, _), labels in zip(paragraphs, tags, strict=True):
        start, kind = 0, ""
        for i, label in enumerate([*labels, "O"]):
            inside = label[0] == "I" and label[2:] == kind
            if kind and not inside:
                yield Tagged(first + start, first + i, kind)
                kind = ""
            if not inside and label[1:2] == "-":
                start, kind = i, label[2:]


# ---------------------------------------------------------------- the network


class Network:
    """The weights, ready to compute.

    A layer rectifies and normalises (scale, shift); the latter is multiplied into what comes after it.
    """

    def __init__(self, arrays: dict[str, Any]) -> None:
        self._indexes: npt.NDArray[np.uint8] = arrays["indexes"]
        self._unknown = len(self._indexes) - 1
        books, vectors, width = arrays["codebooks"].shape
        self._codes: Array = arrays["codebooks"].reshape(-1, width)
        self._first_codes = np.arange(books) * vectors
        kernel: Array = arrays["kernel0"]
        self._word_kernel: Array = np.ascontiguousarray(kernel[: books * width])
        self._shapes: Array = arrays["shape"] @ kernel[books * width :]
        """What the first layer makes of each shape, its bias among it."""
        self._shapes.reshape(len(self._shapes), _TAPS, -1)[:, 1] += arrays["bias0"]
        self._shape_rows = {str(name): row for row, name in enumerate(arrays["shapes"])}
        self.kernels: list[Array] = []
        """Of the second and third layer, channels × three taps of channels; what each token is multiplied with."""
        self._bias: list[Array] = []
        for layer in (1, 2):
            weights, bias = _after(arrays, layer - 1, arrays[f"kernel{layer}"])
            self.kernels.append(weights)
            self._bias.append(arrays[f"bias{layer}"] + bias.reshape(_TAPS, -1).sum(0))
        self._projection, bias = _after(arrays, 2, arrays["projection"])
        self._projection_bias: Array = arrays["projection_bias"] + bias
        self._empty: list[Array] = [-arrays[f"shift{layer}"] / arrays[f"scale{layer}"] for layer in range(3)]
        """What normalises to nothing."""
        self._transitions: Array = arrays["transitions"]
        self._labels = [str(label) for label in arrays["tags"]]
        self._cached: dict[str, int] = {}
        self._products: Array = np.empty((_NOTHING + 1 + _CACHED_WORDS, kernel.shape[1]), np.float32)
        self._products[_NOTHING] = 0

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """For every token of every sentence its tag: O, B-PER, I-PER, B-LOC, …"""
        if not any(sentences):
            return [[] for _ in sentences]
        lengths = np.array([len(sentence) for sentence in sentences])
        scores, starts = self._scores(sentences, lengths)
        paths = _viterbi(scores, starts, lengths, self._transitions)
        labels = self._labels
        return [[labels[tag] for tag in path] for path in paths]

    def _scores(
        self, sentences: Sequence[Sequence[str]], lengths: npt.NDArray[np.intp]
    ) -> tuple[Array, npt.NDArray[np.intp]]:
        """Scores of the tags, rows × tags, and the row in which each sentence starts."""
        starts = 1 + np.concatenate(([0], np.cumsum(lengths[:-1] + 1)))
        empty = np.concatenate(([0], starts + lengths))
        rows, table = self._word_products([word for sentence in sentences for word in sentence])
        between = [_NOTHING]
        for sentence in sentences:
            between += rows[: len(sentence)]
            between.append(_NOTHING)
            rows = rows[len(sentence) :]
        taps = _tapped(table.take(between, axis=0))
        hidden = _joined(taps, taps[:, 1])
        hidden[empty] = self._empty[0]
        for kernel, bias, nothing in zip(self.kernels, self._bias, self._empty[1:], strict=True):
            taps = _tapped(hidden @ kernel)
            hidden = _joined(taps, taps[:, 1] + bias)
            hidden[empty] = nothing
        return hidden @ self._projection + self._projection_bias, starts

    def _word_products(self, words: list[str]) -> tuple[list[int], Array]:
        """What the first layer makes of the words and their shapes: a row for each of them, and the table of rows."""
        cached = self._cached
        missing = [word for word in dict.fromkeys(words) if word not in cached]
        if len(cached) + len(missing) > _CACHED_WORDS:
            cached = self._cached = {}
            missing = list(dict.fromkeys(words))[:_CACHED_WORDS]
        if missing:
            first = _NOTHING + 1 + len(cached)
            indexes = self._indexes[[self._row(word.lower()) for word in missing]]
            vectors = self._codes.take(indexes + self._first_codes, axis=0).reshape(len(missing), -1)
            shapes = self._shapes[[self._shape_rows[word_shape(word)] for word in missing]]
            np.add(vectors @ self._word_kernel, shapes, out=self._products[first : first + len(missing)])
            cached.update(zip(missing, range(first, first + len(missing)), strict=True))
        return [cached[word] for word in words], self._products

    def _row(self, word: str) -> int:
        """The row of a word, else that of its dictionary form, else that of the unknown."""
        numbers = vocabulary().numbers
        row = numbers.get(word, self._unknown)
        if row >= self._unknown:
            row = numbers.get(lemma(word), self._unknown)
        return min(row, self._unknown)


def _after(arrays: dict[str, Any], layer: int, weights: Array) -> tuple[Array, Array]:
    """Weights and bias that make of the rectified what ``weights`` made of the normalised."""
    return np.ascontiguousarray(arrays[f"scale{layer}"][:, None] * weights), arrays[f"shift{layer}"] @ weights


def _tapped(product: Array) -> Array:
    """The three taps of a convolution apart: rows × taps × channels."""
    return product.reshape(len(product), _TAPS, -1)


def _joined(taps: Array, hidden: Array) -> Array:
    """The middle tap with those of the rows beside it, rectified, in its place."""
    hidden[1:] += taps[:-1, 0]
    hidden[:-1] += taps[1:, 2]
    return np.maximum(hidden, 0, out=hidden)


def _viterbi(
    scores: Array, starts: npt.NDArray[np.intp], lengths: npt.NDArray[np.intp], transitions: Array
) -> list[list[int]]:
    """The best path of every sentence, all sentences going forward together."""
    steps = np.arange(int(lengths.max()))[:, None]
    best = np.ascontiguousarray(scores[np.minimum(starts + steps, len(scores) - 1)].swapaxes(1, 2))
    """Steps × tags × sentences: what is added and compared lies together."""
    ways, chosen = np.empty((*transitions.shape, len(lengths)), scores.dtype), np.empty(best.shape[1:], scores.dtype)
    leaving = transitions[:, :, None]
    for before, here in zip(best[:-1, :, None], best[1:], strict=True):
        np.add(before, leaving, ways)
        np.maximum.reduce(ways, axis=0, out=chosen)
        here += chosen
    tokens = best.transpose(2, 0, 1)[(steps < lengths).T]
    """Tokens × tags, the sentences one after another."""
    following = (tokens[:, :, None] + transitions).argmax(1).tolist()
    ends = np.cumsum(lengths)
    paths = []
    for length, end, tag in zip(lengths.tolist(), ends.tolist(), tokens[ends - 1].argmax(1).tolist(), strict=True):
        path = [tag]
        for before in following[end - length : end - 1][::-1]:
            path.append(before[path[-1]])
        paths.append(path[::-1] if length else [])
    return paths


@cache
def network() -> Network:
    """The network, loaded once (some 60 ms)."""
    with path("names/tagger.npz").open("rb") as file, np.load(file) as arrays:
        return Network({name: arrays[name] for name in arrays if name != "words"})


# ---------------------------------------------------------------- shapes of words

_SIGNS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_KIND = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(_SIGNS)}]+)", re.IGNORECASE
)


@lru_cache(maxsize=20_000)
def word_shape(word: str) -> str:
    """The shape by which Slovnet knows a word: RU_Xx, EN_XX, NUM, PUNCT_«, …"""
    match = _KIND.match(word)
    kind = match.lastgroup if match else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_outline(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word}" if len(word) == 1 else "PUNCT_OTHER"
    return kind or "OTHER"


def _outline(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
