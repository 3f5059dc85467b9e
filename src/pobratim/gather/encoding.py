"""Bytes into text: Unicode where the bytes are Unicode, else the likeliest 8-bit encoding.

Files of Russian offices come without any word on their encoding, in cp1251, koi8-r or cp866. Each such
reading of the bytes is scored by how likely its letters follow one another (`data/letter_pairs.tsv`);
the readings differ so much that a few words are enough.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib.resources import files

from pobratim.gather.refusal import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "koi8_u", "cp866", "iso8859_5")
"""koi8_u reads koi8-r too: it has Ukrainian letters in place of some frames. The Macintosh's encoding shares
its small letters with cp1251 and is left out, for it would only win by mistake."""
_LATIN = "cp1252"

_SAMPLE = 8_000
"""Bytes scored, from the first that is not ASCII."""
_STRANGE = 150
"""Cost of what stands in no text of this kind: frames, letters of other alphabets, words of two alphabets."""
_ODD_CASE = 80
"""Cost of a capital after a small letter: «оПХБЕР» is «Привет» read in the wrong encoding."""
_UNLIKELY = 75.0
"""Mean cost per letter above which no reading is Russian, Belarusian or Ukrainian."""
_DECLARED = 8.0
"""How much worse a declared encoding may score and still be believed."""
_RIGHT_TO_WRONG = 50
"""Characters of UTF-8 for each wrong byte that make a damaged text of it and not another encoding."""
_COMMON_SIGNS = frozenset("«»—–…“”„‘’№§°•©®™±·×€\u00a0\u00ad")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``; ``declared`` is the encoding a page or a mail names for itself, if any.

    Raises Unreadable when no encoding makes text of it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    try:
        return _without_torn_end(data).decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_unicode(data) or data.decode(_likeliest(data, declared))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("undecodable") from None


def _without_torn_end(data: bytes) -> bytes:
    """Without a last UTF-8 character that a broken download cut in two."""
    for length in range(1, min(4, len(data) + 1)):
        lead = data[-length]
        if lead >= 0xC0:
            needed = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
            return data[:-length] if needed > length else data
        if lead < 0x80:
            break
    return data


def _damaged_unicode(data: bytes) -> str | None:
    """UTF-8 with a wrong byte here and there, each shown as «\ufffd»; None if it is no UTF-8 at all."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(letter > "\x7f" for letter in text) - wrong
    return text if right >= _RIGHT_TO_WRONG * wrong else None


def _likeliest(data: bytes, declared: str | None) -> str:
    """The 8-bit encoding that makes the best Cyrillic text, or a Latin one. Raises Unreadable."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - 100) if first else 0
    sample = data[start : start + _SAMPLE]
    costs = {encoding: cost(sample, encoding) for encoding in _CYRILLIC if _can_decode(data, encoding)}
    named = _codec(declared)
    if named in costs:
        costs[named] -= _DECLARED
    best = min(costs, key=costs.__getitem__)
    if costs[best] < _UNLIKELY:
        return best
    western = named is not None and named not in _CYRILLIC and _can_decode(data, named)
    if western and named:
        return named
    if _mostly_latin(sample) and _can_decode(data, _LATIN):
        return _LATIN
    raise Unreadable("undecodable")


def _codec(declared: str | None) -> str | None:
    """Python's name of an 8-bit encoding; None for an unknown one and for those that were tried already."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    if name.startswith("utf"):
        return None
    return "koi8_u" if name == "koi8_r" else name


def _can_decode(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (ValueError, LookupError):  # LookupError: a codec of Python's that is none of text, as base64
        return False
    return True


def _mostly_latin(sample: bytes) -> bool:
    """Whether accented letters are sprinkled over Latin words, as in German or French."""
    latin = len(re.findall(rb"[A-Za-z]", sample))
    high = len(re.findall(rb"[\x80-\xff]", sample))
    return latin > 4 * high


def cost(sample: bytes, encoding: str) -> float:
    """Mean cost a letter of reading ``sample`` in ``encoding``: near 40 for Russian, far above otherwise."""
    pairs = _letter_pairs()
    total = count = 0
    before, small_before, latin_before = "_", False, False
    for letter in sample.decode(encoding, errors="replace"):
        small = letter.lower()
        latin = letter.isascii() and letter.isalpha()
        known = small in pairs
        if known or before != "_":
            total += pairs[before][small if known else "_"]
            count += known
        if known and letter != small and small_before:
            total += _ODD_CASE
        if (known and latin_before) or (latin and before != "_"):
            total += _STRANGE
        if not known and letter >= "\x80" and letter not in _COMMON_SIGNS:
            total += _STRANGE
            count += 1
        before, small_before, latin_before = (small if known else "_"), known and letter == small, latin
    return total / count if count else float("inf")


@cache
def _letter_pairs() -> dict[str, dict[str, int]]:
    """For each letter and each letter after it ("_" is the edge of a word) how surprising that is."""
    text = files(__package__).joinpath("data/letter_pairs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    letters = rows[0][1:]
    return {row[0]: dict(zip(letters, map(int, row[1:]), strict=True)) for row in rows[1:]}
