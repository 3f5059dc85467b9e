"""Rules for months, quarters, years and runs of them: «в мае», «за девять месяцев 2025 года»."""

from __future__ import annotations

import re

from pobratim.model import edtf
from pobratim.model.document import Basis
from pobratim.reading.dates import words as w
from pobratim.reading.dates.scene import OPEN, Scene, Value, has_tail, inferred

_PART = r"(?:(?:в\s+)?(?:само[мй]\s+)?(?:начал[еоау]|конц[еау]|конец|середин[еыу])\s+)"
_BEFORE_MONTH = rf"(?:\b(?:в|во|к|с|до|на|за|по|от|весь)\s+{_PART}?|\b{_PART})"
_HALVES = {"полугод": 6, "квартал": 3}
_OLDEST_WITHOUT_WORD = "1900"

MONTHS = re.compile(
    rf"\b(?:с\s+)?(?P<first>{w.MONTH_ANY})(?:\s+(?P<first_year>{w.YEAR})(?:\s*{w.YEAR_WORD})?)?"
    rf"(?:\s*{w.DASH}\s*|\s+(?:по|и)\s+)(?P<month>{w.MONTH_ANY})\b{w.YEAR_TAIL}?"
)
MONTH = re.compile(rf"{_BEFORE_MONTH}(?:(?P<before>{w.STEP})\s+)?(?P<month>{w.MONTH_ANY})\b{w.YEAR_TAIL}?")
MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{w.MONTH_ANY}){w.YEAR_TAIL}")
FIRST_MONTHS = re.compile(
    rf"(?:\b(?P<over>за|по\s+итогам|в)\s+)?\b(?P<count>{w.CARDINAL})\s+месяц(?:а|ев|ам|ах)?\b{w.YEAR_TAIL}?"
)
HALF = re.compile(
    rf"\b(?P<number>i{{1,3}}|iv|{w.ORDINAL})\s+(?P<unit>полугоди|квартал)[а-я]*{w.YEAR_TAIL}?"
)
SEASON = re.compile(rf"\b(?:(?P<before>{w.STEP})\s+)?(?P<season>{w.any_of(w.SEASONS)})\b{w.YEAR_TAIL}?")
YEARS = re.compile(
    rf"(?:\bс\s+)?(?<![\d-])(?P<first>{w.YEAR})(?:\s*{w.YEAR_WORD})?(?:\s*[-‐‑–—−/]\s*|\s+по\s+)(?P<last>{w.YEAR}|\d\d(?!\d))"
    rf"(?P<word>(?:-?[а-я]{{1,2}})?(?:\s+учебн[а-я]+)?\s*{w.YEAR_WORD})?"
)
BOTH_YEARS = re.compile(rf"\bна\s+(?P<first>{w.YEAR})\s+и\s+(?P<last>{w.YEAR})\s*{w.YEAR_WORD}")
YEAR_OF_SEVERAL = re.compile(
    rf"(?<![\d-])(?P<year>{w.YEAR})(?=(?:,\s*{w.YEAR})*\s*(?:и|,|или)\s+(?:в\s+)?{w.YEAR}\s*{w.YEAR_WORD})"
)
YEAR = re.compile(rf"(?<![\d.,-])(?P<year>{w.YEAR})(?:-?(?:м|го|й|му|ом|ый))?\s*{w.YEAR_WORD}(?!\s*рожд)")
ORDINAL_YEAR = re.compile(r"(?<![\d.,-])(?P<year>(?:19|20)\d\d)-(?:м|й|го|му)\b")
BARE_YEAR = re.compile(
    r"(?:\b(?:в|с|до|после|на)\s+|\()(?P<year>(?:19|20)\d\d)"
    rf"(?!\s*{w.DASH}\s*(?:19|20)\d\d)"
    r"(?=\s*(?:[,.;:)»—–]\s|[.)]|$)|\s+-\s|\s+[а-яё]+(?:л|ла|ли|ло|лся|лась|лись|лось)\b)"
)
DECADE = re.compile(
    r"(?<![\d-])(?P<year>(?:1[89]|20)?\d0)-(?:е|х|ые|ых)\b(?:\s+(?:год[а-я]*|гг\.?))?"
)
_PART_BEFORE = re.compile(rf"{_PART}$")
_WAR = re.compile(rf"войн[а-яё]*\s+(?:{w.YEAR}\s*{w.DASH}\s*)?$")
NAMED = re.compile(r"(?<=[а-яёa-z])-(?P<year>(?:19|20)\d\d)(?![\d-])")
NAMED_APART = re.compile(r"(?<=[а-яёa-z])\s?[–—-]\s?(?P<year>20\d\d)(?=\s?[»\"”])")


def months_in_a_row(match: re.Match[str], scene: Scene) -> Value | None:
    """«в январе–сентябре 2025 года», «с апреля 2024 по март 2025 года»."""
    first, last = w.month_number(match["first"]), w.month_number(match["month"])
    year, basis = scene.year(match, last)
    if not match["first_year"] and first >= last:
        return None
    return _run(f"{match['first_year'] or year}-{first:02d}", f"{year}-{last:02d}", basis)


def month(match: re.Match[str], scene: Scene) -> Value | None:
    """«в мае прошлого года», «в минувшем ноябре», «к сентябрю»."""
    number = w.month_number(match["month"])
    year, basis = scene.year(match, number)
    start = match.start("before") if match["before"] else match.start("month")
    return Value(f"{year}-{number:02d}", basis, start=start)


def month_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """«май 2024 года»."""
    number = w.month_number(match["month"])
    year, basis = scene.year(match, number)
    return Value(f"{year}-{number:02d}", basis)


def first_months(match: re.Match[str], scene: Scene) -> Value | None:
    """«за девять месяцев 2025 года», «за девять месяцев»."""
    count = w.cardinal(match["count"])
    if not 1 < count <= 12 or not (match["over"] or has_tail(match)):
        return None
    year, basis = scene.year(match, count)
    if year == "XXXX":
        return inferred(None, "period")
    return _run(f"{year}-01", f"{year}-{count:02d}", basis, start=match.start("count"))


def half_or_quarter(match: re.Match[str], scene: Scene) -> Value | None:
    """«в первом полугодии», «за III квартал 2024 года»."""
    number, length = w.ordinal(match["number"]), _HALVES[match["unit"].removesuffix("и")]
    if not 1 <= number <= 12 // length:
        return None
    last = number * length
    year, basis = scene.year(match, last)
    if year == "XXXX":
        return inferred(None, "period")
    return _run(f"{year}-{last - length + 1:02d}", f"{year}-{last:02d}", basis)


def season(match: re.Match[str], scene: Scene) -> Value | None:
    """«летом 2024 года», «прошлой осенью»: the year, for the months stay open."""
    first, last = w.SEASONS[match["season"]]
    if match["before"]:
        year = scene.anchor.year(w.step(match["before"])) if scene.anchor and first < last else None
        return inferred(f"{year:04d}" if year else None)
    if match.group().isalpha() and first > last:
        return OPEN
    digits, basis = scene.year(match, first + 1 if first < last else 1)
    return Value(digits, basis) if digits != "XXXX" else OPEN


def years_in_a_row(match: re.Match[str], scene: Scene) -> Value | None:
    """«на 2026–2028 годы», «с 2026 по 2028 год», «2025/2026 учебный год»."""
    first, last = match["first"], match["last"]
    if len(last) == 2:
        last = first[:2] + last
    if first >= last or not (match["word"] or first >= _OLDEST_WITHOUT_WORD) or _of_a_war(match, scene):
        return None
    return _run(first, last, "stated")


def both_years(match: re.Match[str], scene: Scene) -> Value | None:
    """«на 2025 и 2026 годы»."""
    if int(match["last"]) != int(match["first"]) + 1:
        return None
    return _run(match["first"], match["last"], "stated")


def single_year(match: re.Match[str], scene: Scene) -> Value | None:
    """«в 2024 году», «2019 г.», «в 2023-м», «(2019)»."""
    if _of_a_war(match, scene) or _is_subject(match, scene):
        return None
    return Value(match["year"], "stated", start=match.start("year"))


def _is_subject(match: re.Match[str], scene: Scene) -> bool:
    """«2003 год был объявлен Годом книги», «2025 год стал для города юбилейным»: the year itself is spoken of."""
    return match.group().endswith("год") and _SPOKEN_OF.match(scene.text, match.end()) is not None


_SPOKEN_OF = re.compile(r"\s+(?:был|будет|стал|станет|объявлен|провозглаш[её]н|назван)\b")


def decade(match: re.Match[str], scene: Scene) -> Value | None:
    """«в 1990-х годах», «70-е годы»."""
    year = match["year"]
    if "г" not in match.group() and not _PART_BEFORE.search(scene.text[: match.start()][-20:]):
        return None
    if len(year) == 4:
        return Value(f"{year[:3]}X", "stated")
    return inferred(f"19{year[0]}X" if year > "20" else None)


def year_in_a_name(match: re.Match[str], scene: Scene) -> Value | None:
    """«Белагро-2018»; not a year still far off, nor one of a strategy («стратегия «Минск-2030»»)."""
    now = scene.anchor.year() if scene.anchor else None
    here = scene.token_index(match.start())
    before = scene.layout.tokens[max(0, here - 6) : here]
    if (now and int(match["year"]) > now + 1) or any(token.lemma in w.AIMS for token in before):
        return None
    return Value(match["year"], "inferred", start=match.start("year"))


def _of_a_war(match: re.Match[str], scene: Scene) -> bool:
    """«войны 1941–1945 годов» names the war."""
    return bool(_WAR.search(scene.text[max(0, match.start() - 20) : match.start()]))


def _run(first: str, last: str, basis: Basis, start: int | None = None) -> Value | None:
    run = f"{first}/{last}"
    return Value(run, basis, "period", start) if edtf.is_valid(run) else None
