"""Make ``reading/data/names/tagger.npz`` out of the files that the natasha package carries.

    python training/pack_tagger.py [--words N]

Taken over: the network of Slovnet NER (``slovnet_ner_news_v1``) and, of the Navec embeddings
(``navec_news_v1_1B_250K_300d_100q``), the codebooks and the rows of the N most frequent words. Both are
MIT, © Alexander Kukushkin and the Natasha project. Nothing of natasha is needed at run time.
"""

from __future__ import annotations

import argparse
import gzip
import io
import tarfile
from importlib.resources import files
from pathlib import Path

import numpy as np

MODEL = "model/slovnet_ner_news_v1.tar"
EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
TARGET = Path(__file__).parents[1] / "src/pobratim/reading/data/names/tagger.npz"
WORDS = 100_000

LAYERS = ((1, (256, 330, 3)), (7, (128, 256, 3)), (13, (64, 128, 3)))
"""Of each convolution: the number of its first array, the shape of its kernel. Bias, then scale, shift,
mean and deviation of the batch norm follow in the next five arrays."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=WORDS, help="how many words to keep")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    data = Path(str(files("natasha").joinpath("data")))
    arrays = network(data / MODEL) | embeddings(data / EMBEDDINGS, args.words)
    np.savez(args.target, **arrays)
    print(f"{args.target}: {args.target.stat().st_size / 1e6:.1f} MB, {args.words} words")


def network(path: Path) -> dict[str, np.ndarray]:
    """The weights: convolutions, batch norms as scale and shift, projection, transitions."""
    with tarfile.open(path) as tar:

        def read(name: str) -> bytes:
            member = tar.extractfile(name)
            assert member is not None, name
            return member.read()

        def array(number: int, *shape: int) -> np.ndarray:
            return np.frombuffer(read(f"arrays/{number}.bin"), np.float32).reshape(shape)

        shapes = gzip.decompress(read("vocabs/shape.gz")).decode().splitlines()
        tags = gzip.decompress(read("vocabs/tag.gz")).decode().splitlines()
        result = {
            "shapes": np.array(shapes),
            "tags": np.array(tags),
            "shape": array(0, len(shapes), 30),
            "projection": array(19, 64, len(tags)),
            "projection_bias": array(20, len(tags)),
            "transitions": array(21, len(tags), len(tags)),
        }
        for layer, (first, kernel) in enumerate(LAYERS):
            size = kernel[0]
            scale, shift, mean, deviation = (array(first + i, size) for i in (2, 3, 4, 5))
            # filters × in × kernel → in × (kernel × filters): one matrix product gives all three taps
            weights = array(first, *kernel).transpose(1, 2, 0).reshape(kernel[1], 3 * size)
            result[f"kernel{layer}"] = np.ascontiguousarray(weights)
            result[f"bias{layer}"] = array(first + 1, size)
            result[f"scale{layer}"] = scale / deviation
            result[f"shift{layer}"] = shift - mean * scale / deviation
        return result


def embeddings(path: Path, count: int) -> dict[str, np.ndarray]:
    """The most frequent words, in order of the alphabet, the codes of each, and the codebooks.

    The row behind the last word stands for every word unknown.
    """
    with tarfile.open(path) as tar:
        vocab, pq = tar.extractfile("vocab.bin"), tar.extractfile("pq.bin")
        assert vocab is not None and pq is not None
        raw = io.BytesIO(gzip.decompress(vocab.read()))
        codes = pq.read()
    size = int(np.frombuffer(raw.read(4), np.uint32)[0])
    counts = np.frombuffer(raw.read(4 * size), np.uint32)
    words = raw.read().decode().splitlines()
    vectors, _, parts, centroids = (int(n) for n in np.frombuffer(codes[:16], np.uint32))
    indexes = np.frombuffer(codes, np.uint8, vectors * parts, 16).reshape(vectors, parts)
    codebooks = np.frombuffer(codes, np.float32, offset=16 + vectors * parts)
    unknown = words.index("<unk>")
    frequent = sorted(range(size), key=lambda i: (-int(counts[i]), i))
    kept = sorted(i for i in frequent[:count] if words[i] not in ("<unk>", "<pad>"))
    return {
        "words": np.frombuffer("\n".join(words[i] for i in kept).encode(), np.uint8),
        "indexes": indexes[[*kept, unknown]],
        "codebooks": codebooks.reshape(parts, centroids, -1),
    }


if __name__ == "__main__":
    main()
