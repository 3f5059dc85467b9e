"""Reports as they are asked for on a page: the form, what it means, and the paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pobratim import reports, storage
from pobratim.model import edtf
from pobratim.model.errors import NotFound
from pobratim.register.attendees import with_attendees
from pobratim.register.dossier import Dossier
from pobratim.register.during import Days, stays
from pobratim.register.rows import DocumentRow, Person, Place, Register
from pobratim.register.visits import VisitPlan
from pobratim.reports.paper import Paper
from pobratim.web.suggesting import suggesting
from pobratim.web.typed import FIRST_YEAR, LONGEST_NAME, DayField, PlaceField, people_named

MOST_PEOPLE = 40
LONGEST_STAY = 60
"""Days; longer is no visit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form gave: a paper with the name of its file, and what else the page offers to choose from."""

    paper: Paper | None = None
    name: str = ""
    register: Register = field(default_factory=Register)
    people: tuple[Person, ...] = ()
    chosen: frozenset[str] = frozenset()
    stays: tuple[Days, ...] = ()


class Asking(forms.Form):
    """A form of a page; its labels are no beginnings of sentences."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, label_suffix="", **options)

    @property
    def has_answer(self) -> bool:
        """Whether what was typed can be answered with more than what is wrong in it."""
        return self.is_valid()

    def show_names(self) -> None:
        """Show the places by the names that mean them, also where their ids came."""
        names = {slot: row.name for slot, row in self.cleaned_data.items() if isinstance(row, Place) and _means(row)}
        self.data: dict[str, Any] = {**dict(self.data.items()), **names}


def _means(place: Place) -> bool:
    """Whether nothing else goes by the place's name."""
    try:
        return storage.find_one(place.name, Place) == place
    except storage.Ambiguous:
        return False


class _Tie(Asking):
    """Two places, with what joins them."""

    left = PlaceField(label=_("Место"))
    right = PlaceField(label=_("С кем"))
    first = DayField(label=_("Первый день"), required=False)
    last = DayField(label=_("Последний день"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        left, right = values.get("left"), values.get("right")
        first, last = values.get("first"), values.get("last")
        if left and right and left.id == right.id:
            self.add_error("right", _("Это одно и то же место; назовите два разных."))
        if last and not first:
            self.add_error("first", _("Назовите и первый день."))
        if first and last and not 0 <= (last - first).days <= LONGEST_STAY:
            self.add_error("last", _("Последний день — не раньше первого и не позже чем через 60 дней."))
        return values

    def days(self) -> Days | None:
        first, last = self.cleaned_data["first"], self.cleaned_data["last"]
        return Days(first, last or first) if first else None

    def dossier(self) -> Dossier:
        """Raises NotFound where nothing is known to join the two."""
        left, right = self.cleaned_data["left"], self.cleaned_data["right"]
        found = storage.tie(left.id, right.id)
        if not found.documents:
            raise NotFound(
                _("Что связывает %(left)s и %(right)s, в реестре не сказано; добавьте документы об этом.")
                % {"left": left.name, "right": right.name}
            )
        return found


class BriefForm(_Tie):
    """A briefing before a visit."""

    people = forms.CharField(
        label=_("Кто ещё участвует"),
        required=False,
        max_length=20 * LONGEST_NAME,
        widget=forms.TextInput(attrs=suggesting("people")),
        help_text=_("Имена через точку с запятой, в любом падеже."),
    )

    def clean_people(self) -> list[Person | str]:
        return people_named(self.cleaned_data["people"])

    @property
    def has_answer(self) -> bool:
        """Where only days or people are wrong, there is still whom to choose of."""
        return super().has_answer or {"left", "right"} <= self.cleaned_data.keys()

    def answer(self, ticked: list[str], today: date, plan: VisitPlan | None = None) -> Answer:
        """``plan`` is of the visit that it is asked for; of other sides it tells nothing."""
        dossier = self.dossier()
        if plan and {plan.guests, plan.hosts} != {self.cleaned_data["left"].id, self.cleaned_data["right"].id}:
            plan = None
        offered = dossier.people[:MOST_PEOPLE]
        known = [row.id for row in dossier.people if row.id in ticked]
        if not self.is_valid():
            return Answer(register=dossier.register, people=offered, chosen=frozenset(known))
        days, typed = self.days(), self.cleaned_data["people"]
        ids = list(dict.fromkeys((*known, *(one.id for one in typed if isinstance(one, Person)))))
        unknown = tuple(one for one in typed if isinstance(one, str))
        occasion = None
        if days or ids or unknown or plan:
            dossier, attendees = with_attendees(dossier, map(storage.person, ids))
            occasion = reports.Occasion(days.edtf if days else None, attendees, unknown, plan)
        return Answer(
            reports.briefing(dossier, today, occasion=occasion),
            _("Справка %(sides)s") % {"sides": _sides(dossier)},
            dossier.register,
            offered,
            frozenset(known),
        )


class VisitForm(_Tie):
    """A report on a visit."""

    def answer(self, today: date) -> Answer:
        dossier, days = self.dossier(), self.days()
        known = stays(dossier.happenings)
        if days is None:
            return Answer(stays=known)
        name = _("Отчёт о визите %(sides)s %(day)s") % {"sides": _sides(dossier), "day": days.first.isoformat()}
        return Answer(reports.visit_report(dossier, days, today), name, dossier.register, stays=known)


class YearForm(Asking):
    """A report on a year of one place."""

    place = PlaceField(label=_("Место"))
    year = forms.IntegerField(
        label=_("Год"),
        min_value=FIRST_YEAR,
        error_messages={
            "invalid": _("Год пишется четырьмя цифрами: 2025."),
            "min_value": _("Отчёты бывают с 1900 года."),
        },
    )

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if year > date.today().year:
            raise forms.ValidationError(_("Этот год ещё не начался."))
        return year

    def answer(self, today: date) -> Answer:
        place: Place = self.cleaned_data["place"]
        year = self.cleaned_data["year"]
        dossier = storage.place_in_year(place.id, year)
        name = _("%(place)s, отчёт за %(year)s год") % {"place": place.name, "year": year}
        return Answer(reports.yearly_report(dossier, year, today), name, dossier.register)


def year_to_report(documents: Iterable[DocumentRow], today: date) -> int:
    """The last year that these documents are of, and none after the one that is due: until April the one before."""
    due = today.year - 1 if today.month < 4 else today.year
    years = [year for one in documents if (year := edtf.year_of(one.published)) and year <= due]
    return max(years, default=due)


def _sides(dossier: Dossier) -> str:
    assert dossier.place and dossier.other_place
    return f"{dossier.place.name} — {dossier.other_place.name}"

