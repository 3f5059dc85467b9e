"""What people type into a fact's form, as the slots of a claim; and the slots of a claim as they would be typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model import edtf
from pobratim.model.errors import NotFound, PobratimError
from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.names.people.fullnames import patronymic_gender
from pobratim.reading.names.places.gazetteer import lookup
from pobratim.register.rows import Organization, Person, Place
from pobratim.register.text import normal
from pobratim.web.hand.slots import SLOTS, Slot, options
from pobratim.web.words import ru

_LONGEST = 2000
_HINT = re.compile(r"(.+?)\s*\(([а-яё]+)\)")
_TYPE_OF_HINT = {"город": "city", "регион": "region", "страна": "country", "человек": "person",
                 "организация": "organization"}
_HINT_OF_TYPE = {code: word for word, code in _TYPE_OF_HINT.items()}

_DATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), "{2}-{1:02}-{0:02}"),
    (re.compile(r"(\d{1,2})\.(\d{4})"), "{1}-{0:02}"),
    (re.compile(r"(\d{1,2})\.(\d{1,2})"), "XXXX-{1:02}-{0:02}"),
)
_STRETCH = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d{4})|/")


def slots_of(record_type: str, typed: Mapping[str, Sequence[str]], text: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The slots of a claim from what was typed, and what is wrong with it, by slot.

    ``typed`` has the values of each field, ``text`` is the text in which words said are looked for.
    """
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for slot in SLOTS[record_type]:
        values = [" ".join(value.split()) for value in typed.get(slot.name, ()) if value.strip()]
        try:
            value = _value(record_type, slot, values, text)
        except PobratimError as error:
            wrong[slot.name] = str(error)
            continue
        if value not in (None, []):
            found[slot.name] = value
        elif slot.needed:
            wrong[slot.name] = _("Это нужно указать.")
    if not wrong and not any(slot.name in found for slot in SLOTS[record_type] if slot.kind != "choice" or
                             slot.name in ("topic", "trend")):
        wrong["form"] = _("Укажите хотя бы, о ком или о чём этот факт.")
    return found, wrong


def typed_of(slots: Mapping[str, Any], text: str) -> dict[str, list[str]]:
    """The slots of a claim as they would be typed."""
    return {name: _shown(name, value, text) for name, value in slots.items() if value not in (None, [], ())}


def date_typed(typed: str) -> str:
    """A date as EDTF. Raises PobratimError."""
    parts = _STRETCH.split(typed) if not edtf.is_valid(typed) else [typed]
    told = [_day(part.strip()) for part in parts if part.strip()]
    date = "/".join(told)
    if len(told) > 2 or not told or not edtf.is_valid(date):
        said = _("«%(typed)s» — не дата; пишите 24.06.2025, 06.2025, 2025 или 2026–2028")
        raise PobratimError(said % {"typed": typed})
    return date


def _day(typed: str) -> str:
    for pattern, told in _DATES:
        if match := pattern.fullmatch(typed):
            return told.format(*map(int, match.groups()))
    return typed


def _value(record_type: str, slot: Slot, values: list[str], text: str) -> Any:
    """The slot's value. Raises PobratimError."""
    if any(len(value) > _LONGEST for value in values):
        raise PobratimError(_("Слишком длинно: не больше %(most)s знаков.") % {"most": _LONGEST})
    if not values:
        return None
    match slot.kind:
        case "choice" | "choices":
            allowed = options(record_type, slot)
            if bad := [value for value in values if value not in allowed]:
                raise PobratimError(_("«%(bad)s» здесь не выбрать.") % {"bad": bad[0]})
            return values[0] if slot.kind == "choice" else values
        case "date":
            return date_typed(values[0])
        case "number":
            return _number(values[0])
        case "thing":
            return _thing(values[0], slot.types)
        case "things":
            return [_thing(name, slot.types) for name in _names(values[0])]
        case "said":
            return list(span_of(values[0], text))
    return values[0]


def _number(typed: str) -> float:
    plain = re.sub(r"[\s\u00a0\u202f]", "", typed).replace(",", ".").replace("−", "-").rstrip("%")
    if not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,6})?", plain):
        raise PobratimError(_("«%(typed)s» — не число") % {"typed": typed})
    return float(plain)


def _names(typed: str) -> list[str]:
    """«Минск; Омск», or with commas where there is no semicolon."""
    return [name.strip() for name in re.split(r";" if ";" in typed else r",|\s[—–]\s", typed) if name.strip()]


def span_of(words: str, text: str) -> tuple[int, int]:
    """Where the words stand in the text, whatever its line breaks and blanks. Raises PobratimError."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        raise PobratimError(_("Нужно предложение документа, в котором это сказано."))
    found = re.search(pattern, text)
    if found is None:
        raise PobratimError(_("Таких слов в тексте нет; скопируйте их оттуда, как они там стоят."))
    return found.start(), found.end()


def _thing(typed: str, types: tuple[str, ...]) -> dict[str, Any]:
    """Whom a name means: of the register, of the gazetteer, or somebody new. Raises PobratimError."""
    name, told = typed, None
    if (hint := _HINT.fullmatch(typed)) and hint[2] in _TYPE_OF_HINT:
        name, told = hint[1], _TYPE_OF_HINT[hint[2]]
        if told not in types:
            raise PobratimError(_("«%(name)s»: здесь нужен не %(told)s") % {"name": name, "told": hint[2]})
        types = (told,)
    row = _row(name, types)
    if row is not None:
        return row
    for place in lookup(name):
        if place.type in types:
            return {"type": place.type, "name": place.name, "geonames": place.geonames, "country": place.country}
    if told is None and len(types) > 1:
        kinds = ", ".join(_HINT_OF_TYPE[one] for one in types)
        raise PobratimError(
            _("«%(name)s» пока неизвестно. Проверьте написание или скажите, что это (%(kinds)s), так: "
              "«%(name)s (%(example)s)»")
            % {"name": name, "example": _HINT_OF_TYPE[types[-1]], "kinds": kinds}
        )
    return {"type": types[0], "name": name}


def _row(name: str, types: tuple[str, ...]) -> dict[str, Any] | None:
    """The one of the register whom the whole name means; None where there is none. Raises PobratimError."""
    classes = tuple(
        cls for cls, kinds in ((Place, PLACE_TYPES), (Person, {"person"}), (Organization, {"organization"}))
        if kinds & set(types)
    )
    try:
        row = cast(Place | Person | Organization, storage.find_one(name, *classes))  # type: ignore[type-var]
    except NotFound:
        return None
    except storage.Ambiguous as error:
        fitting = "; ".join(f"{getattr(one, 'name', '')} [{one.id}]" for one in error.candidates[:5])
        raise PobratimError(
            _("«%(name)s» — это может быть: %(which)s. Напишите полнее или возьмите номер из скобок.")
            % {"name": name, "which": fitting}
        ) from None
    if isinstance(row, Person) and _is_another(name, row):
        return None
    if isinstance(row, Place):
        if row.type not in types:
            return None
        link = {"geonames": row.geonames, "country": row.country}
        return {"type": row.type, "name": row.name, **{key: value for key, value in link.items() if value}}
    return {"type": "person" if isinstance(row, Person) else "organization", "name": row.name}


def _is_another(typed: str, row: Person) -> bool:
    """«Сергей Шелестов» where the register has «Сергей Шелест»: no case of that name but one put right.

    A word of the name as it stands tells that none is in another case; a patronymic and initials tell of nobody else.
    """
    known = set(normal(row.name).split())
    words = [word for word in normal(typed).split() if not patronymic_gender(word)]
    left = [word for word in words if word not in known and len(word.rstrip(".")) > 1]
    return bool(left) and any(word in known for word in words)


def _shown(slot: str, value: Any, text: str) -> list[str]:
    if slot == "span":
        first = value[0] if value else 0
        spans = [value] if isinstance(first, int) else value
        return [" ".join(text[start:end] for start, end in spans)]
    if slot == "topics":
        return list(value)
    if isinstance(value, list | tuple):
        return ["; ".join(one["name"] if isinstance(one, Mapping) else str(one) for one in value)]
    if isinstance(value, Mapping):
        return [str(value["name"])]
    if isinstance(value, float):
        return [f"{value:g}".replace(".", ",")]
    return [_as_written(value) if edtf.is_valid(str(value)) else str(value)]


def _as_written(date: str) -> str:
    """«24.06.2025» for a whole day, other dates as EDTF has them."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date)
    return f"{day[3]}.{day[2]}.{day[1]}" if day else date


def choices(record_type: str, slot: Slot) -> list[tuple[str, str]]:
    """The codes of a choice with their words."""
    return [(code, ru(code, slot.group)) for code in options(record_type, slot)]
