"""What the parts below the pages say (reasons, errors, decisions) in the language of the page.

They speak Russian. A sentence is looked up in the catalogue part by part, as semicolons part it; where names, numbers
or dates stand in it, by one of `TEMPLATES`. What the catalogue does not know stays as it is, and so does the name of
an input that could not be read.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pobratim.gather.refusal import templates as refusals
from pobratim.model.errors import InputError
from pobratim.web.dates import from_russian
from pobratim.web.words import when

TEMPLATES = (
    # What is wrong with a file or an address; the refusals of files have their own.
    *refusals(),
    "%(megabytes)s МБ",
    "адрес переадресует больше %(times)s раз",
    "порт %(port)s не открывается",
    "%(host)s — не открытый адрес интернета",
    "имя %(host)s не найдено",
    "сайт ответил «%(status)s»",
    "назовите её столбцы в первой строке: %(columns)s",
    "%(place)s: в ней столбцов %(cells)s, а в заголовке %(width)s",
    "%(place)s: у мероприятия нет номера",
    "%(place)s: под номером %(number)s нет мероприятия",
    "%(place)s: номер %(number)s уже стоит выше (%(above)s)",
    "таблица %(table)s, строка %(row)s",
    "строка %(row)s",
    # Reasons, decisions and the rest
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
    "%(value)s — %(count)s документ",
    "%(value)s — %(count)s документа",
    "%(value)s — %(count)s документов",
    "%(years)s: начало — %(when)s",
    "последний известный контакт — %(when)s, с тех пор прошло %(time)s",
    "обычный промежуток — %(time)s (%(contacts)s)",
    "срок действия истёк: %(when)s",
    "срок действия истекает: %(when)s",
    "неизвестно, какого года документ (известен день: %(day)s): ничто в реестре этого не решает",
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
_COUNTED = re.compile(r"(\d+)\s([а-яё ]+)")
_OF_MANY = {
    "год": "лет", "месяц": "месяцев", "день": "дней", "документ": "документов",
    "известный контакт": "известных контактов",
}
"""English has one form beside 21."""
_PLACE = re.compile(r"%\((\w+)\)s")


def told(text: str) -> str:
    """The sentence in the language of the page."""
    if not text or (get_language() or "ru") == "ru":
        return text
    ending = text[-1] if text[-1] in ".!" else ""
    return "; ".join(map(_part, text.removesuffix(ending).split("; "))) + ending


def told_of(error: Exception) -> str:
    """The sentence of an error in the language of the page."""
    if not isinstance(error, InputError):
        return told(str(error))
    sentence = f"{error.source}: {told(error.reason)}"
    return f"{sentence}; {told(error.advice)}" if error.advice else sentence


def _part(text: str) -> str:
    small = text[:1].lower() + text[1:]
    for known in (text, small):
        found = _(known)
        if found != known:
            return _as(text, found)
    for template in TEMPLATES:
        match = _pattern(template).fullmatch(small)
        if match:
            return _as(text, _(template) % {name: _part(value) for name, value in match.groupdict().items()})
    if date := from_russian(small):
        return when(date)
    if counted := _COUNTED.fullmatch(small):
        number, noun = int(counted[1]), counted[2]
        return f"{number} {_(_OF_MANY.get(noun, noun)) if get_language() == 'en' and number != 1 else _(noun)}"
    return text


def _as(text: str, found: str) -> str:
    """With a capital where the sentence has one."""
    return found[:1].upper() + found[1:] if text[:1].isupper() else found


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    return re.compile("".join(f"(?P<{one}>.+)" if at % 2 else re.escape(one) for at, one in enumerate(parts)))
