"""When a text says it was published: the stamps and datelines at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pobratim.gather.dateline import beside_weather
from pobratim.reading.dates import words as w
from pobratim.reading.text.segments import Layout

_HEAD = 6
"""A dateline stands in one of the first paragraphs."""
_LABEL = (
    r"(?i:(?:дата(?:\s+(?:публикации|размещения|создания|новости))?|опубликован[оа]?|размещен[оа]?|размещён|добавлен[оа]"
    r"|обновлен[оа]|создан[оа]|date|published|posted)\s*(?:на\s+сайте)?\s*:?\s+)"
)
_WEEKDAY = r"(?i:(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?\s+)"
_TIME = r"(?:\s*[,|/–—-]?\s*(?:в\s+)?\d\d?[:.]\d\d(?::\d\d)?)"
_FIGURES = r"(?:\d{4}-\d\d-\d\d|\d\d?(?:\.\d\d\.|-\d\d-|\/\d\d\/)(?:\d{4}|\d\d)(?:\b|(?=г)))"
_WORDS = rf"(?i:{w.DAY}\s+(?:{w.MONTH_OF}|{w.MONTH_SHORT})(?:\s+{w.YEAR}(?:\s*{w.YEAR_WORD})?)?)"
_FULL = rf"(?i:{w.DAY}\s+(?:{w.MONTH_OF}|{w.MONTH_SHORT})\s+{w.YEAR}(?:\s*{w.YEAR_WORD})?)"
_NAMED = rf"(?i:{w.DAY}\s+{w.MONTH_NAME},?\s+{w.YEAR}|{w.MONTH_NAME}\s+{w.DAY},?\s+{w.YEAR})"
_DATE = rf"(?P<date>{_FIGURES}|{_NAMED}|{_WORDS})"
_MORE = (
    r"(?:(?i:автор|просмотр|фото|категори|рубрик|тег|источник|количество|прочит|текст)"
    r"|[|№#]|\[\d+\]|\d+\s*$|[А-ЯЁ]{3,})"
)
_CITY = r"[А-ЯЁ][а-яёА-ЯЁ]+(?:[- ](?:[А-ЯЁ][а-яёА-ЯЁ]+|на(?=-))){0,2}"
_SITE = r"[\w-]+(?:\.[\w-]+)*\.[a-zа-я]{2,6}"
_AGENCY = r"[А-ЯЁA-Z«\"]"

PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # «24 июня 2025», «24.06.2025», alone on their line; a day without a year may head a programme
        rf"{_LABEL}?(?P<date>{_FIGURES}|{_FULL}|{_NAMED})\s*(?:г\.?|года)?\s*(?:\([а-я]+\))?\s*$",
        # «Вторник, 24 июня», «24 июня, 10:15», «Опубликовано: 24 июня»
        rf"{_LABEL}?{_WEEKDAY}{_DATE}{_TIME}?\s*$",
        rf"{_LABEL}?{_DATE}{_TIME}\s*$",
        # «18 сентября 2023, 16:33 — Служба новостей», «24.06.2025 | Общество»
        rf"{_LABEL}?{_WEEKDAY}?{_DATE}(?:{_TIME}\s*[—–|-]|\s*\|)",
        # «Опубликовано 24 июня 2025 в рубрике …»
        rf"{_LABEL}{_DATE}",
        # «2025-12-19 МОСКВА, …»
        r"(?P<date>\d{4}-\d\d-\d\d)\b",
        # «15:53, 26 октября», «10:15 24.06.2025», «12:45 / 21.11.2025»
        # «22:05 03.10.2025 16+»
        rf"\d\d?:\d\d(?::\d\d)?\s*[,/|–—-]?\s*{_DATE}\s*(?:г\.?)?\s*(?:\d\d?\+)?\s*$",
        # «4 декабря 2024, 17:03. Губерния»
        rf"{_WEEKDAY}?(?P<date>{_FIGURES}|{_FULL}){_TIME}\.\s+[А-ЯЁ][^.\n]{{0,40}}$",
        # «Поволжье / Главное 5 декабря 2024 г. 15:06», «Главная / Новости / 24.06.2025»
        rf"\D{{3,30}}[/|]\D{{3,30}}\s{_DATE}{_TIME}\s*$",
        rf"(?=\D{{3}})(?:[^\d/|•·>»]{{0,30}}[/|•·>»])+\s*(?P<date>{_FIGURES}|{_FULL}){_TIME}?\s*$",
        # «Общество 24 июня 2025 10:15», «Пресс-служба администрации, 24 июня 2025 года»
        rf"[А-ЯЁ][а-яё -]{{2,30}},?\s+(?P<date>{_FIGURES}|{_FULL}){_TIME}\s*$",
        rf"(?i:пресс-служба|источник|автор|корр\.|текст)[^\d.]{{0,50}},?\s+(?P<date>{_FIGURES}|{_FULL}){_TIME}?\s*$",
        # «Общество 24.06.2025», «Спорт 11 декабря 2021»: a rubric of one to four words without a stop
        rf"[А-ЯЁ][а-яё-]+(?:\s(?!(?i:{w.MONTH_ANY}))[А-ЯЁа-яё-]+){{0,3}}\s+(?P<date>{_FIGURES}|{_FULL}){_TIME}?\s*$",
        # «24.06.2025, 10:15 Новости / Общество»
        rf"(?P<date>{_FIGURES}|{_FULL}){_TIME}\s+[А-ЯЁ][а-яё -]{{2,30}}[/|•·]\s*[А-ЯЁ][а-яё -]{{2,30}}$",
        # «24 июня 2025 года 10:15 Автор: …», «24.06.2025, 10:15 Просмотров: 120»
        rf"{_WEEKDAY}?(?P<date>{_FIGURES}|{_FULL}){_TIME}?\s*[,|]?\s*{_MORE}",
    )
)
DATED_PLACES = tuple(
    re.compile(rf"(?:{_LABEL}?(?:{_FIGURES})\s+)?{pattern}")
    for pattern in (
        # «30 июля, Минск /Корр. …/», «30 июля. Минск. …»
        rf"(?P<date>{_WORDS})\s*[,.]\s*(?P<place>{_CITY})\s*(?:[/(]|\.?\s*[–—-]\s)",
        # «МОСКВА, 19 дек - …», «Иркутск. 15 ноября. ИНТЕРФАКС …», «Омск, 24 июня 2025 г. /…»
        # «МИНСК, 5 декабря. /ТАСС/.», «ЕРЕВАН, 18 января. Новости-Армения. …»
        rf"(?P<place>{_CITY})\s*[,.]\s*(?P<date>{_WORDS})\s*"
        rf"(?:[.,]?\s*/|[.,]?\s*[–—-]\s*{_AGENCY}|\.?\s+[А-ЯЁA-Z][А-ЯЁA-Z-]{{2,}}|[.]\s+\w+-[А-ЯЁ]\w+\.)",
    )
)


FOOT_STAMP = re.compile(
    rf"(?:{_SITE},?\s+)?{_WEEKDAY}?(?P<date>{_FIGURES}|{_FULL}|{_NAMED})(?:г\.?|\s*года)?{_TIME}?\s*$"
    rf"|(?:[^.\n]{{0,60}}\s)?№\s?\d+[^.\n]{{0,20}}\sот\s+(?P<issue>{_FIGURES}|{_FULL})\s*(?:г\.?|года)?\s*$"
)
"""«24.06.2025 17:35», «vesti.ru, 24.06.25» alone on a line at the foot, «Газета «Заря» № 12 от 24 июня 2025 г.»."""
LABELLED = re.compile(rf"{_LABEL}{_WEEKDAY}?{_DATE}")
"""«Опубликовано: 24 июня 2025», which may stand at the foot of the text too."""
_FOOT = 4
_DIGIT = re.compile(r"\d")


def find_datelines(layout: Layout) -> Iterator[tuple[int, int]]:
    """Spans of the dates at the head (and, with a label, at the foot) that say when the text was published."""
    for paragraph in layout.paragraphs[max(1, len(layout.paragraphs) - _FOOT) :]:
        match = LABELLED.match(layout.text, paragraph.start, paragraph.end)
        if match:
            yield match.span("date")
        elif stamp := FOOT_STAMP.match(layout.text, paragraph.start, paragraph.end):
            yield stamp.span("date" if stamp["date"] else "issue")
    lines = [layout.text[paragraph.start : paragraph.end] for paragraph in layout.paragraphs[: 2 * _HEAD]]
    for number, paragraph in enumerate(layout.paragraphs[:_HEAD]):
        if not _DIGIT.search(layout.text, paragraph.start, paragraph.end) or beside_weather(lines, number):
            continue  # no date is without a figure
        for patterns in (PATTERNS, DATED_PLACES):
            for pattern in patterns:
                match = pattern.match(layout.text, paragraph.start, paragraph.end)
                if match:
                    yield match.span("date")
                    break


def dateline_places(layout: Layout) -> list[tuple[int, int]]:
    """Spans of the towns from which a text is sent («30 июля, Минск /Корр. …/»)."""
    found = []
    for paragraph in layout.paragraphs[:_HEAD]:
        matches = (pattern.match(layout.text, paragraph.start, paragraph.end) for pattern in DATED_PLACES)
        found += [match.span("place") for match in matches if match]
    return found
