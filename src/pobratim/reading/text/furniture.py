"""Sentences of the page, not of the article: «Читайте также», «Подписывайтесь на наш канал», «Фото: пресс-служба»."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"\W*(?:читайте|подписывайтесь|подпишитесь|присоединяйтесь|следите\s+за|смотрите\s+также|поделитесь|поделиться"
    r"|использован[аоы]?\s+(?:материал|фото)|при\s+использовании\s+материалов|фото(?:граф\w+)?\s*:|источник\s*:"
    r"|присылайте|свежие\s+комментарии|ваш\s+адрес\s+email|нашли\s+ошибку|больше\s+новостей)",
    re.IGNORECASE,
)


def is_furniture(text: str, start: int) -> bool:
    """Does the sentence that begins at ``start`` speak to the page's reader?"""
    return _FURNITURE.match(text, start) is not None
