"""Names and phrases made comparable: normal forms, stems, slugs, digests."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 60

# The Cyrillic of Eastern Europe and Central Asia, as passports and addresses mostly write it.
_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "e", "ґ": "g", "ў": "u", "ә": "a", "ғ": "g",
    "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
})


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """Small letters, «е» for «ё», words parted by one blank, no punctuation: what names are compared by."""
    return " ".join(words(text))


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, «е» for «ё»; a hyphen stays inside its word."""
    return tuple(words_of_text(name))


def words_of_text(text: str) -> list[str]:
    """As `words`, of a text too long to be remembered."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower().replace("ё", "е"))


def stem(word: str) -> str:
    """A word without what declension may change: «администрации» and «администрация» agree."""
    return word if len(word) <= 4 else word[: max(4, len(word) - 2)]


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, those longer than two letters."""
    return frozenset(stem(word) for word in words(text) if len(word) > 2)


def likeness(a: str, b: str) -> float:
    """How much of two phrases is the same, by stems: 0 to 1."""
    left, right = stems(a), stems(b)
    return len(left & right) / len(left | right) if left or right else float(normal(a) == normal(b))


def latin(name: str) -> str:
    """A Cyrillic name in Latin letters, small."""
    return unicodedata.normalize("NFC", name).lower().translate(_LATIN)


def slug(name: str) -> str:
    """A name as it may stand in an address: «Владимир Кухарев» → ``vladimir-kuharev``."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin(name)) if not unicodedata.combining(c))
    result = _NOT_SLUG.sub("-", plain).strip("-")
    if not result:
        return f"x-{digest(name)}"
    if len(result) > _SLUG_LENGTH:
        return f"{result[:_SLUG_LENGTH].rstrip('-')}-{digest(name)}"
    return result


def digest(*parts: object) -> str:
    """Ten hex digits of the parts' JSON: the same content gives the same digits, in any run."""
    encoded = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(encoded.encode()).hexdigest()[:10]


def distinct_ids(wanted: Iterable[tuple[K, str, object]]) -> dict[K, str]:
    """An id for each key, from (key, id it would have, its content).

    Where several want one id, each gets a digest of its content added, so that none takes another's.
    """
    wishes = list(wanted)
    claimed = Counter(wish for _, wish, _ in wishes)
    return {key: wish if claimed[wish] == 1 else f"{wish}-{digest(content)}" for key, wish, content in wishes}


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter was changed, left out, added, or two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[start + 1: start + 2] + a[start] + a[start + 2:]
        return a[start + 1:] == b[start + 1:] or swapped == b[start:]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1:] == shorter[start:]
