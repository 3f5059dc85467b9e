"""What is of the page, not of the article: «Читайте также», «Подписывайтесь на наш канал», «Фото: пресс-служба», menus,
labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.reading.text.segments import Layout, Token

_FURNITURE = re.compile(
    r"\W*(?:читайте|подписывайтесь|подпишитесь|присоединяйтесь|следите\s+за|смотрите\s+также|поделитесь|поделиться"
    r"|использован[аоы]?\s+(?:материал|фото)|при\s+использовании\s+материалов|фото(?:граф\w+)?\s*:|источник\s*:"
    r"|присылайте|свежие\s+комментарии|ваш\s+адрес\s+email|нашли\s+ошибку|больше\s+новостей)",
    re.IGNORECASE,
)


def is_furniture(text: str, start: int) -> bool:
    """Does the sentence that begins at ``start`` speak to the page's reader?"""
    return _FURNITURE.match(text, start) is not None


# ---------------------------------------------------------------- lines that are no sentences

_FEW = 3
"""Words of a label: «EN», «ИЮЛ», «Русская версия», «16 Августа’24»."""
_SITE = frozenset({"сайт", "портал", "интернет-портал", "интернет-сайт"})
_OF_SITES = frozenset({"официальный", "информационный"})


def labels(layout: Layout) -> Iterator[range]:
    """The tokens of each line that is a label or stands in a menu."""
    for tokens in _lines(layout):
        words = _words(layout, tokens)
        if words and _is_label(layout.tokens[tokens[-1]], words):
            yield tokens


def sites(layout: Layout) -> Iterator[range]:
    """The tokens of each line that names the site («Официальный сайт газеты …») and tells nothing."""
    for tokens in _lines(layout):
        words = _words(layout, tokens)
        head = next((token for token in words if token.lemma not in _OF_SITES), None)
        if head is not None and head.lemma in _SITE and not any(t.word and t.word.pos == "VERB" for t in words):
            yield tokens


def _lines(layout: Layout) -> Iterator[range]:
    for paragraph in layout.paragraphs:
        yield range(layout.sentences[paragraph.first].first, layout.sentences[paragraph.last - 1].last)


def _words(layout: Layout, tokens: range) -> list[Token]:
    return [layout.tokens[i] for i in tokens if layout.tokens[i].word is not None]


def _is_label(end: Token, words: list[Token]) -> bool:
    """A few words without a stop, or a line that is Latin for the most part («Select a language»)."""
    if len(words) <= _FEW:
        return end.text not in ".!?…"
    return 2 * sum(token.text.isascii() for token in words) > len(words)
