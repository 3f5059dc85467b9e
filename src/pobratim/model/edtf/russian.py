"""An EDTF date as a Russian reader expects it in running text, a table or a heading."""

from __future__ import annotations

from pobratim.model.edtf.forms import Interval, Point, parse

_MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь",
           "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь")
_MONTHS_OF = ("января", "февраля", "марта", "апреля", "мая", "июня",
              "июля", "августа", "сентября", "октября", "ноября", "декабря")
_NO_YEAR = "год не указан"


def in_russian(edtf: str | None) -> str:
    """The date in words: «24 июня 2025 года», «2026–2028 годы»; empty when nothing is said.

    Raises ValueError on a string that is no EDTF date.
    """
    if edtf is None:
        return ""
    value = parse(edtf)
    return _point(value) if isinstance(value, Point) else _interval(value)


def _point(point: Point) -> str:
    if point.qualifier == "?":
        return f"предположительно {_nominative(point)}"
    if point.qualifier:
        doubt = "предположительно около" if point.qualifier == "%" else "около"
        return f"{doubt} {_genitive(point)}"
    return _nominative(point)


def _nominative(point: Point) -> str:
    if point.month and not point.day:
        return f"{_MONTHS[point.month - 1]}{_year_of(point)}"
    return _genitive(point) if point.day else _year(point, "год", "годы")


def _genitive(point: Point) -> str:
    """As it stands after «с», «до», «около»; a day reads the same in both cases."""
    if not point.month:
        return _year(point, "года", "годов")
    day = f"{point.day} " if point.day else ""
    return f"{day}{_MONTHS_OF[point.month - 1]}{_year_of(point)}"


def _year_of(point: Point) -> str:
    return f", {_NO_YEAR}" if point.year == "XXXX" else f" {_year(point, 'года', 'годов')}"


def _year(point: Point, one: str, many: str) -> str:
    if point.knows_year:
        return f"{int(point.year)} {one}"
    if point.year == "XXXX":
        return _NO_YEAR
    if point.year.endswith("XX"):
        return f"{point.year[:2]}00–{point.year[:2]}99 {many}"
    return f"{point.year[:3]}0-{'е' if one == 'год' else 'х'} {many}"


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if end is None:
        assert start
        return f"{_about(start)}с {_genitive(start)}"
    if start is None:
        return f"{_about(end)}до {_genitive(end)}" if end.day else f"{_about(end)}до конца {_genitive(end)}"
    about = _about(start) or _about(end)
    if not start.month and not end.month and start.knows_year and end.knows_year:
        return f"{about}{int(start.year)}–{int(end.year)} годы"
    same_year = start.year == end.year
    if same_year and start.day and end.day and start.month == end.month:
        return f"{about}{start.day}–{_genitive(end)}"
    if same_year and start.month and end.month and bool(start.day) == bool(end.day):
        if start.day:
            return f"{about}{start.day} {_MONTHS_OF[start.month - 1]} – {_genitive(end)}"
        return f"{about}{_MONTHS[start.month - 1]}–{_nominative(end)}"
    return f"{about}{_nominative(start)} – {_nominative(end)}"


def _about(point: Point) -> str:
    """What a qualifier of an interval's end says of the whole."""
    return {"?": "предположительно ", "~": "примерно ", "%": "примерно "}.get(point.qualifier, "")
