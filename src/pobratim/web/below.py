"""What the parts below the pages say (reasons, errors, decisions) in the language of the page.

They speak Russian. A sentence is looked up in the catalogue part by part, as semicolons part it; where names, numbers
or dates stand in it, by one of `TEMPLATES`. What the catalogue does not know stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

TEMPLATES = (
    "независимых источников больше: %(more)s против %(less)s",
    "%(count)s источник",
    "%(count)s источника",
    "%(count)s источников",
    "общие слова: %(words)s",
    "те же слова: %(words)s",
    "раздел %(code)s",
    "тот же вид: %(words)s",
    "один вид входит в другой: %(words)s",
    "близкие виды: %(words)s",
    "уже поставляет: %(buyer)s",
    "срок прошёл: %(when)s",
    "источники расходятся: %(values)s",
    "возможный ответ ждёт проверки: %(deed)s",
    "срок не назван, с тех пор известий нет: %(when)s",
    "здесь сказано: %(words)s",
    "выведено из слов текста и даты публикации: %(when)s",
    "записи «%(row)s» в реестре нет",
    "документа %(id)s в реестре нет",
    "имени «%(name)s» в реестре нет",
    "принять: %(what)s",
    "внести: %(what)s",
    "отвергнуть: %(what)s",
    "исправить: %(what)s",
    "соединить: %(what)s",
    "разделить: %(what)s",
    "исход обещания: %(what)s",
    "источник «%(name)s»: %(kind)s",
    "пробовали: %(what)s",
)
_PLACE = re.compile(r"%\((\w+)\)s")


def told(text: str) -> str:
    """The sentence in the language of the page."""
    if not text or (get_language() or "ru") == "ru":
        return text
    ending = text[-1] if text[-1] in ".!" else ""
    return "; ".join(map(_part, text.removesuffix(ending).split("; "))) + ending


def _part(text: str) -> str:
    small = text[:1].lower() + text[1:]
    for known in (text, small):
        found = _(known)
        if found != known:
            return _as(text, found)
    for template in TEMPLATES:
        match = _pattern(template).fullmatch(small)
        if match:
            return _as(text, _(template) % {name: _part_or_same(value) for name, value in match.groupdict().items()})
    return text


def _part_or_same(value: str) -> str:
    return _(value) if value else value


def _as(text: str, found: str) -> str:
    """With a capital where the sentence has one."""
    return found[:1].upper() + found[1:] if text[:1].isupper() else found


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    return re.compile("".join(f"(?P<{one}>.+)" if at % 2 else re.escape(one) for at, one in enumerate(parts)))
