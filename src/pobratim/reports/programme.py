"""The papers of a planned visit: its programme («программа визита») and the list of its delegation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pobratim.register.rows import Register
from pobratim.register.visits import Item, VisitPlan
from pobratim.reports.cases import genitive
from pobratim.reports.paper import Line, Paper, Piece, Section
from pobratim.reports.posts import stated_posts
from pobratim.reports.wording import clean, sentence, short, unstopped, when

NOTHING = "—"
_STAMP = ("УТВЕРЖДАЮ", "__________________________", "_____________ ____________", "«___» ____________ 20___ г.")
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: float
    """Beside that of the others."""
    value: Callable[[Item], str]


def _what(item: Item) -> str:
    return " ".join(filter(None, (_told(item.what), item.place and f"({_told(item.place)})")))


def _who(item: Item) -> str:
    return _joined(item.host, f"отв. {item.responsible}" if item.responsible else "", by="; ")


_COLUMNS = (
    _Column("Время", 0.15, lambda one: hours(one)),
    _Column("Мероприятие, место", 0.42, _what),
    _Column("Принимает, отвечает", 0.25, _who),
    _Column("Подготовить", 0.18, lambda one: one.papers),
)
"""One in which nothing stands is left out, but for the first two."""


_LIST = (0.06, 0.38, 0.56)
"""How wide the columns of a list of people are: the number, the name, the post."""


def programme(plan: VisitPlan, register: Register) -> Paper:
    """A table a day, hour by hour, the same columns in each. ``register`` has the names of the sides."""
    columns = [*_COLUMNS[:2], *(one for one in _COLUMNS[2:] if any(map(one.value, plan.programme)))]
    width = sum(one.width for one in columns)
    sections = tuple(
        Section(
            heading=f"{sentence(when(day.isoformat()))}, {WEEKDAYS[day.weekday()]}",
            layout="table",
            columns=tuple(one.title for one in columns),
            shares=tuple(one.width / width for one in columns),
            lines=tuple(
                Line(tuple((Piece(clean(one.value(item)) or NOTHING),) for one in columns)) for item in items
            ),
        )
        for day, items in plan.by_day()
    )
    return _paper(plan, f"Программа визита {_guests_and_hosts(plan, register)}", sections, stamp=_STAMP)


def delegation(plan: VisitPlan, register: Register) -> Paper:
    """A numbered table, the head of the delegation first."""
    members = sorted(plan.members, key=lambda one: not one.head)
    lines = tuple(
        Line((
            (Piece(f"{number}."),),
            (Piece(clean(one.name)),),
            (Piece(", ".join(stated_posts(one)) or NOTHING),),
        ))
        for number, one in enumerate(members, 1)
    )
    table = Section(heading="Состав", layout="table", columns=("№", "Имя", "Должность"), shares=_LIST, lines=lines)
    return _paper(plan, f"Состав {_guests_and_hosts(plan, register)}", (table,) if lines else ())


def visit_name(plan: VisitPlan, register: Register) -> str:
    """«визит делегации Омска (Минск, 14–16.01.2026)»."""
    return f"визит {_of_whom(plan, register)} ({_name(plan.hosts, register)}, {short(plan.days)})"


def file_name(plan: VisitPlan, paper: Paper) -> str:
    """The title of a paper of the visit and its days, which the paper tells beneath."""
    return f"{paper.title}, {short(plan.days)}"


def _guests_and_hosts(plan: VisitPlan, register: Register) -> str:
    return f"{_of_whom(plan, register)} ({_name(plan.hosts, register)})"


def _of_whom(plan: VisitPlan, register: Register) -> str:
    return f"делегации {genitive(_name(plan.guests, register))}"


def _name(place: str, register: Register) -> str:
    return clean(register.name(place))


def _joined(*parts: str, by: str) -> str:
    return by.join(_told(part) for part in parts if part)


def _told(text: str) -> str:
    return unstopped(clean(text))


def hours(item: Item) -> str:
    """«09:30–11:00», «09:30», or a dash."""
    shown = [f"{one:%H:%M}" for one in (item.starts, item.ends) if one]
    return "–".join(shown) or NOTHING


def _paper(plan: VisitPlan, title: str, sections: tuple[Section, ...], stamp: tuple[str, ...] = ()) -> Paper:
    day: date = plan.first
    return Paper(
        title=title,
        date=sentence(when(plan.days)),
        iso_date=day.isoformat(),
        basis=f"Цель: {clean(plan.purpose).removesuffix('.')}" if plan.purpose else "Цель визита не указана",
        sections=sections,
        sources=(),
        conclusions=(),
        stamp=stamp,
    )
