"""Make ``reading/data/text/forms.npz``: what pymorphy3 says of the most frequent words, so that reading looks it up.

    python training/pack_forms.py [--words N]

The words: those of ``names/tagger.npz`` (made by `pack_tagger.py`, to be run first), the next of the N most frequent
words of Navec (``navec_news_v1_1B_250K_300d_100q``, MIT, © Alexander Kukushkin and the Natasha project), and the first
words of names of several words in the gazetteer. Their parses are those of the dictionary of OpenCorpora that
pymorphy3-dicts-ru carries (CC BY-SA 3.0).
"""

from __future__ import annotations

import argparse
import gzip
import tarfile
from importlib.metadata import version
from importlib.resources import files
from itertools import takewhile
from pathlib import Path

import numpy as np

from pobratim.reading.names.places.gazetteer import gazetteer
from pobratim.reading.packed import lines, load, pack_lines
from pobratim.reading.text.dictionary import is_listed
from pobratim.reading.text.morph import Parse, analysed, is_russian

EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
TARGET = Path(__file__).parents[1] / "src/pobratim/reading/data/text/forms.npz"
WORDS = 180_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=WORDS, help="how many words of Navec to keep")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    first = lines(load("names/tagger.npz", "words")["words"])
    further = {*frequent(args.words), *gazetteer().beginnings()} - set(first)
    more = sorted(word for word in further if is_russian(word))
    np.savez_compressed(args.target, words=pack_lines(more), **packed([*first, *more]))
    print(f"{args.target}: {args.target.stat().st_size / 1e6:.1f} MB, {len(first)} words and {len(more)}")


def frequent(count: int) -> list[str]:
    """The most frequent words of Navec."""
    tar = Path(str(files("natasha").joinpath("data"))) / EMBEDDINGS
    with tarfile.open(tar) as archive:
        vocab = archive.extractfile("vocab.bin")
        assert vocab is not None
        raw = gzip.decompress(vocab.read())
    size = int(np.frombuffer(raw[:4], np.uint32)[0])
    counts = np.frombuffer(raw[4 : 4 + 4 * size], np.uint32)
    words = raw[4 + 4 * size :].decode().splitlines()
    return [words[i] for i in np.argsort(-counts.astype(np.int64), kind="stable")[:count]]


def packed(words: list[str]) -> dict[str, np.ndarray]:
    """The arrays that `pobratim.reading.text.vocabulary` reads, but for the words themselves."""
    endings, tags, scores = Numbered(), Numbered(), Numbered()
    first, rows = [0], []
    for word in words:
        for parse in analysed(word) if is_russian(word) else ():
            shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(word, parse.lemma, strict=False)))
            ending = endings.number(parse.lemma[shared:])
            rows.append((len(word) - shared, ending, tags.number(described(parse)), scores.number(parse.score)))
        first.append(len(rows))
    return {
        "first": np.array(first, np.uint32),
        "rows": np.array(rows, np.uint16),
        "endings": pack_lines(endings),
        "tags": pack_lines(tags),
        "scores": np.array(list(scores), np.float64),
        "known": np.array([is_listed(word) for word in words], np.uint8),
        "dictionary": np.array(version("pymorphy3-dicts-ru")),
    }


def described(parse: Parse) -> str:
    """Part of speech, case, number, gender and grammemes of a parse in one line."""
    one = (parse.pos, parse.case or "", parse.number or "", parse.gender or "")
    return "|".join([*one, " ".join(sorted(parse.tags))])


class Numbered(dict[object, int]):
    """Values in the order in which they came, each once."""

    def number(self, value: object) -> int:
        """The number of a value, below 65536."""
        number = self.setdefault(value, len(self))
        assert number < 2**16
        return number


if __name__ == "__main__":
    main()
