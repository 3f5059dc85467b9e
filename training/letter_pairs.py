"""Counts which letter follows which in Cyrillic text, for telling 8-bit encodings apart.

    python training/letter_pairs.py FOLDER... > src/pobratim/gather/data/letter_pairs.tsv

FOLDER holds Russian news in `*.txt` (we used the development set of factRuEval-2016). Belarusian and
Ukrainian come from the message catalogues of the installed Django (BSD licence). Only the counts are kept:
the table holds, for each letter and each letter after it ("_" is the edge of a word), minus ten times the
binary logarithm of the probability.
"""

import math
import re
import sys
from collections import Counter
from pathlib import Path

import django

LETTERS = "_абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя"
"""The Russian, Belarusian and Ukrainian alphabets; "_" is the edge of a word."""
EQUALLY = 0.5
"""Belarusian and Ukrainian together weigh this much beside Russian."""


def pairs(texts: list[str]) -> Counter[tuple[str, str]]:
    words = (word for text in texts for word in re.findall(f"[{LETTERS[1:]}]+", text.lower()))
    return Counter(pair for word in words for pair in zip("_" + word, word + "_", strict=True))


def catalogues(language: str) -> list[str]:
    """The translations of Django's own messages."""
    root = Path(django.__file__).parent
    places = (f"conf/locale/{language}/**/*.po", f"contrib/*/locale/{language}/**/*.po")
    found = [path for place in places for path in root.glob(place)]
    texts = [path.read_text(encoding="utf-8") for path in sorted(found)]
    return [line for text in texts for line in text.splitlines() if not line.startswith(("#", "msgid"))]


def main(folders: list[str]) -> None:
    russian = pairs([path.read_text(encoding="utf-8")
                     for folder in folders for path in sorted(Path(folder).glob("*.txt"))])
    neighbours = pairs(catalogues("be") + catalogues("uk"))
    weight = EQUALLY * russian.total() / neighbours.total()
    print(f"# made by training/letter_pairs.py from {russian.total()} Russian pairs and "
          f"{neighbours.total()} Belarusian and Ukrainian ones")
    print("", *LETTERS, sep="\t")
    for first in LETTERS:
        row = [russian[first, second] + weight * neighbours[first, second] + 0.5 for second in LETTERS]
        print(first, *(round(-10 * math.log2(share / sum(row))) for share in row), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
