"""Names and days typed into forms, made rows of the register and days; errors say what to write instead."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register.rows import Person, Place
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
            raise forms.ValidationError(
                _("Места «%(typed)s» в реестре нет: проверьте написание или добавьте документы о нём."),
                params={"typed": typed},
            ) from None
        except storage.Ambiguous as error:
            raise forms.ValidationError(
                _("Под именем «%(typed)s» несколько мест: %(them)s. Напишите точнее или номер записи."),
                params={"typed": typed, "them": _them(error)},
            ) from None


def people_named(typed: str) -> list[Person]:
    """The people of a list, one a line or parted by semicolons. Raises ValidationError."""
    names = [name.strip() for line in typed.splitlines() for name in line.split(";") if name.strip()]
    return [_person(name) for name in names]


def _person(name: str) -> Person:
    try:
        return storage.find_one(name, Person)
    except NotFound:
        raise forms.ValidationError(
            _("Человека «%(name)s» в реестре нет: проверьте написание."), params={"name": name}
        ) from None
    except storage.Ambiguous as error:
        raise forms.ValidationError(
            _("Под именем «%(name)s» несколько человек: %(them)s. Напишите имя полностью или номер записи."),
            params={"name": name, "them": _them(error)},
        ) from None


def _them(error: storage.Ambiguous) -> str:
    """«Минск (город, geo-625144), Минский район (регион, …)»."""
    shown = [
        f"{row.name} ({ru(row.type, 'entity')}, {row.id})" if isinstance(row, Place)
        else f"{getattr(row, 'name', '')} ({_post(row)}{row.id})"
        for row in error.candidates[:_MOST_CANDIDATES]
    ]
    more = len(error.candidates) - len(shown)
    return ", ".join(shown) + (_(" и ещё %(more)s") % {"more": more} if more > 0 else "")


def _post(row: object) -> str:
    posts = getattr(row, "posts", ())
    return f"{posts[0].title}, " if posts else ""
