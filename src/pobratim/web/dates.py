"""Dates that the parts below wrote in Russian, for pages in another language."""

from __future__ import annotations

import re

_MONTHS = {
    name: f"{number:02d}"
    for number, names in enumerate((
        ("январь", "января"), ("февраль", "февраля"), ("март", "марта"), ("апрель", "апреля"), ("май", "мая"),
        ("июнь", "июня"), ("июль", "июля"), ("август", "августа"), ("сентябрь", "сентября"),
        ("октябрь", "октября"), ("ноябрь", "ноября"), ("декабрь", "декабря"),
    ), 1)
    for name in names
}
_DAY = re.compile(
    r"(?:(?P<day>\d{1,2})(?:–(?P<last>\d{1,2}))? )?(?P<month>[а-я]+)(?: (?P<year>\d{4}) года|, год не указан)"
)
_YEARS = re.compile(r"(?P<first>\d{4})(?:–(?P<last>\d{4}))? (?:год|года|годы)")


def from_russian(text: str) -> str | None:
    """The EDTF date of «24 июня 2025 года», «до 24 июня 2025 года», «2026–2028 годы»; None of other words."""
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    for lead, form in (("до конца ", "../{}"), ("до ", "../{}"), ("с ", "{}/..")):
        if text.startswith(lead):
            inner = from_russian(text.removeprefix(lead))
            return form.format(inner) if inner and "/" not in inner else None
    if years := _YEARS.fullmatch(text):
        return "/".join(filter(None, (years["first"], years["last"])))
    found = _DAY.fullmatch(text)
    if not found or found["month"] not in _MONTHS:
        return None
    month = f"{found['year'] or 'XXXX'}-{_MONTHS[found['month']]}"
    return "/".join(f"{month}-{int(day):02d}" for day in (found["day"], found["last"]) if day) or month
