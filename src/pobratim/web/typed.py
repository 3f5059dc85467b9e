"""Names and days typed into forms, made rows of the register and days; errors say what to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.reading.names.places.gazetteer import fold
from pobratim.register.rows import Person, Place, Row
from pobratim.web import beyond
from pobratim.web.suggesting import suggesting
from pobratim.web.words import ru

FIRST_YEAR = 1900
"""Nothing older is asked for or told."""
_MOST_CANDIDATES = 6
LONGEST_NAME = 200


class DayField(forms.DateField):
    """A day as browsers send it or as people write it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ("%Y-%m-%d", "%d.%m.%Y")
    default_error_messages = {"invalid": _("День пишется так: 24.06.2025.")}  # noqa: RUF012


class PlaceField(forms.CharField):
    """The place that is meant by a name in any case form, or by its id."""

    default_error_messages = {"required": _("Назовите место.")}  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs=suggesting("places"))
        super().__init__(**{"max_length": LONGEST_NAME, "widget": widget, **options})

    def clean(self, value: Any) -> Place | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return storage.find_one(typed, Place)
        except NotFound:
            raise _unknown(
                typed, _("Места «%(typed)s» в реестре нет: проверьте написание или добавьте документы о нём.")
            ) from None
        except storage.Ambiguous as error:
            raise forms.ValidationError(_several(typed, error.candidates)) from None


class PlannedPlaceField(PlaceField):
    """The same for a plan: also a place that the register has no document about, if the gazetteer knows it."""

    def clean(self, value: Any) -> Place | None:
        typed = forms.CharField.clean(self, value)
        exact = beyond.exactly(typed)
        try:
            row = storage.find_one(typed, Place) if typed else None
        except storage.Ambiguous as error:
            if not exact or any(_is_called(one, typed) for one in error.candidates):
                return super().clean(value)
            row = None
        except NotFound:
            row = None
        if not typed or (row and (_is_called(row, typed) or not exact)):  # «Саратов» is no «Саратовская область»
            return row
        found = exact or beyond.in_any_case(typed)
        if len(found) > 1:
            raise forms.ValidationError(_several(typed, found))
        if not found:
            raise _unknown(
                typed, _("Места «%(typed)s» нет ни в реестре, ни в справочнике мест: проверьте написание.")
            )
        return next(iter(beyond.places([found[0].id])))


def typed_for(place: Place) -> str:
    """What to type for the place in a plan: its name, or its id where others go by that name."""
    try:
        return place.name if PlannedPlaceField().clean(place.name) == place else place.id
    except forms.ValidationError:
        return place.id


def _is_called(row: Row, typed: str) -> bool:
    return isinstance(row, Place) and (row.id == typed or fold(typed) in map(fold, (row.name, *row.aliases)))


def people_named(typed: str) -> list[Person | str]:
    """The people of a list, one a line or parted by semicolons; whom the register does not know by name alone.

    Raises ValidationError where several are of a name.
    """
    names = [" ".join(name.split()) for line in typed.splitlines() for name in line.split(";")]
    return [_person(name) for name in dict.fromkeys(names) if name]


def _person(name: str) -> Person | str:
    try:
        return storage.find_one(name, Person)
    except NotFound:
        return name
    except storage.Ambiguous as error:
        raise forms.ValidationError(
            _("Под именем «%(name)s» несколько человек: %(them)s. Напишите имя полностью или номер записи."),
            params={"name": name, "them": _them(error.candidates)},
        ) from None


def _unknown(typed: str, sentence: str) -> forms.ValidationError:
    """The sentence, and places of the register that are written nearly so, or so in other letters."""
    near = [row.name for row in storage.meant(typed) if isinstance(row, Place)]
    maybe = _(" Может быть, это %(names)s?") % {"names": _(" или ").join(f"«{name}»" for name in near)} if near else ""
    return forms.ValidationError(sentence % {"typed": typed} + maybe)


def _several(typed: str, candidates: Sequence[Row]) -> str:
    return _("Под именем «%(typed)s» несколько мест: %(them)s. Напишите точнее или номер записи.") % {
        "typed": typed, "them": _them(candidates)
    }


def _them(candidates: Sequence[Row]) -> str:
    """«Советск (город, Кировская область, geo-490067), Минский район (регион, …)»."""
    shown = [
        f"{row.name} ({', '.join(filter(None, (ru(row.type, 'entity'), beyond.region_of(row), row.id)))})"
        if isinstance(row, Place)
        else f"{getattr(row, 'name', '')} ({_post(row)}{row.id})"
        for row in candidates[:_MOST_CANDIDATES]
    ]
    more = len(candidates) - len(shown)
    return ", ".join(shown) + (_(" и ещё %(more)s") % {"more": more} if more > 0 else "")


def _post(row: object) -> str:
    posts = getattr(row, "posts", ())
    return f"{posts[0].title}, " if posts else ""
