"""The form of a planned visit: its days and sides, its delegation, its programme line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pobratim.register.rows import Person
from pobratim.register.visits import Item, Member, VisitPlan
from pobratim.web import beyond, delegation
from pobratim.web.papers import LONGEST_STAY, Asking
from pobratim.web.suggesting import suggesting
from pobratim.web.typed import FIRST_YEAR, DayField, PlannedPlaceField, typed_for

MOST_MEMBERS, MOST_ITEMS = 60, 200
AHEAD = 10
"""Years for which somebody may plan; a later one is a slip of the pen."""
ROOM = 3
"""Empty lines that a form offers."""
LONGEST = 300


class Line(Asking):
    """A line of a table; one with nothing in it is none."""

    needed: str
    """The field without which a line says nothing."""
    missing: Any

    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get(self.needed) and any(value for name, value in values.items() if name != self.needed):
            self.add_error(self.needed, self.missing)
        return values

    @property
    def says_something(self) -> bool:
        return bool(self.cleaned_data.get(self.needed))


def _words(label: Any, *tables: str) -> forms.CharField:
    """Words of one's own; where ``tables`` are told, the names of their rows are suggested."""
    widget = forms.TextInput(attrs=suggesting(*tables) if tables else {})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=widget)


class MemberForm(Line):
    needed, missing = "name", _("Как зовут?")
    name = _words(_("Имя и фамилия"), "people")
    post = _words(_("Должность"))
    head = forms.BooleanField(label=_("глава делегации"), required=False)


class HourField(forms.TimeField):
    """An hour and its minutes."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": _("Время пишется так: 09:30.")}  # noqa: RUF012


class ItemForm(Line):
    needed, missing = "what", _("Что будет?")
    day = DayField(label=_("День"), required=False)
    starts = HourField(label=_("С"), required=False)
    ends = HourField(label=_("До"), required=False)
    what = _words(_("Мероприятие"))
    place = _words(_("Место"), "organizations", "places")
    host = _words(_("Кто принимает"), "people", "organizations")
    responsible = _words(_("Ответственный"), "people")
    papers = _words(_("Подготовить"))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        starts, ends = values.get("starts"), values.get("ends")
        if values.get("what") and not values.get("day") and "day" not in self.errors:
            self.add_error("day", _("В какой день?"))
        if ends and not starts and "starts" not in self.errors:
            self.add_error("starts", _("Назовите и начало."))
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Конец — позже начала."))
        return values

    def item(self) -> Item:
        return Item(**self.cleaned_data)


class SidesAndDays(Asking):
    guests = PlannedPlaceField(label=_("Кто приезжает"), help_text=_("Город, регион или страна."))
    hosts = PlannedPlaceField(label=_("К кому"))
    first = DayField(label=_("Первый день"), error_messages={"required": _("Назовите день.")})
    last = DayField(label=_("Последний день"), required=False, help_text=_("Пусто — визит на один день."))
    purpose = forms.CharField(
        label=_("Цель"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        guests, hosts = values.get("guests"), values.get("hosts")
        if guests and hosts and guests.id == hosts.id:
            self.add_error("hosts", _("Это одно и то же место; назовите два разных."))
        first, last = values.get("first"), values.get("last") or values.get("first")
        if first and not FIRST_YEAR <= first.year <= date.today().year + AHEAD:
            self.add_error("first", _("Проверьте год."))
        if first and last and not 0 <= (last - first).days <= LONGEST_STAY:
            self.add_error("last", _("Последний день — не раньше первого и не позже чем через 60 дней."))
        values["last"] = last
        return values


_Members = forms.formset_factory(MemberForm, extra=ROOM, max_num=MOST_MEMBERS, absolute_max=MOST_MEMBERS)
_Items = forms.formset_factory(ItemForm, extra=ROOM, max_num=MOST_ITEMS, absolute_max=MOST_ITEMS)


class VisitForm:
    """The three together."""

    def __init__(self, data: QueryDict | None = None, plan: VisitPlan | None = None, asked: Mapping[str, str] = {}):
        """``plan`` is what is changed, ``asked`` what an address asks to begin with."""
        self.plan = plan
        start = _initial(plan) if plan else {"sides": _in_words(asked), "members": [], "programme": []}
        self.sides = SidesAndDays(data, initial=start["sides"], prefix=None)
        self.members = _Members(data, initial=start["members"], prefix="members")
        self.programme = _Items(data, initial=start["programme"], prefix="programme")

    def is_valid(self) -> bool:
        whole = all([self.sides.is_valid(), self.members.is_valid(), self.programme.is_valid()])
        return whole and all([self._within(), self._each_once()])

    def made(self) -> VisitPlan:
        """The plan that was typed; what the form does not ask stays as it was."""
        sides = self.sides.cleaned_data
        return replace(
            self.plan or VisitPlan(guests="", hosts="", first=sides["first"], last=sides["last"]),
            guests=sides["guests"].id,
            hosts=sides["hosts"].id,
            first=sides["first"],
            last=sides["last"],
            purpose=sides["purpose"],
            members=tuple(self._delegation[0]),
            programme=tuple(form.item() for form in self.programme if form.says_something),
        )

    @cached_property
    def _delegation(self) -> tuple[list[Member], list[Person | None]]:
        """The members, and who of the register each is."""
        typed = [form.cleaned_data for form in self.members if form.says_something]
        people = [delegation.person_of(one["name"]) for one in typed]
        whole = zip(typed, people, strict=True)
        return [delegation.member(one["name"], one["post"], one["head"], who) for one, who in whole], people

    def _each_once(self) -> bool:
        """Whether nobody is in the delegation twice, and at most one leads it."""
        wrong = delegation.wrong_in(*self._delegation)
        for number, form in enumerate(one for one in self.members if one.says_something):
            if number in wrong:
                form.add_error("name", wrong[number])
        return not wrong

    def _within(self) -> bool:
        """Whether every line of the programme lies in the days of the visit."""
        first, last = self.sides.cleaned_data["first"], self.sides.cleaned_data["last"]
        for form in self.programme:
            if form.says_something and not first <= form.cleaned_data["day"] <= last:
                form.add_error("day", _("Этот день — не из дней визита."))
        return all(form.is_valid() for form in self.programme)


def with_room(data: QueryDict, which: str) -> QueryDict:
    """What was typed with some more empty lines in one of the tables."""
    most = {"members": MOST_MEMBERS, "programme": MOST_ITEMS}.get(which)
    if most is None:
        return data
    name, more = f"{which}-TOTAL_FORMS", data.copy()
    typed = data.get(name, "")
    more[name] = str(min(most, (int(typed) if typed.isdecimal() else 0) + ROOM))
    return more


def _in_words(sides: Mapping[str, Any]) -> dict[str, Any]:
    """What a form begins with, its places as people type them."""
    named = {name: sides[name] for name in ("guests", "hosts") if name in sides}
    names = {place.id: typed_for(place) for place in beyond.places(named.values())}
    return {**sides, **{name: names.get(one, one) for name, one in named.items()}}


def _initial(plan: VisitPlan) -> dict[str, Any]:
    sides = ("guests", "hosts", "first", "last", "purpose")
    return {
        "sides": _in_words({name: getattr(plan, name) for name in sides}),
        "members": [{"name": one.name, "post": one.post, "head": one.head} for one in plan.members],
        "programme": [
            {name: getattr(item, name) for name in ItemForm.base_fields}
            for _day, items in plan.by_day() for item in items
        ],
    }

