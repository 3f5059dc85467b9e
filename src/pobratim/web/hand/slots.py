"""What a form asks of a fact of each kind: one visible table, in the order in which the form shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from django.utils.translation import gettext_lazy as _

from pobratim.model.reading import RECORD_TYPES, TOPICS

Kind = Literal["words", "text", "choice", "choices", "date", "number", "thing", "things", "said"]

PLACE = ("city", "region", "country")
SIDE = (*PLACE, "organization")


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a form. ``types`` are the entities that a name in it may mean, the first where it is a new one."""

    name: str
    label: Any
    kind: Kind
    needed: bool = False
    types: tuple[str, ...] = ()
    group: str = ""
    """The group of words of its choices."""
    help: Any = ""

    @property
    def tables(self) -> tuple[str, ...]:
        """Where the register keeps what a name in it may mean."""
        return tuple(dict.fromkeys(_TABLES.get(one, "places") for one in self.types))


_TABLES = {"person": "people", "organization": "organizations"}
_MANY = _("Несколько — через точку с запятой.")
_DATE = _("24.06.2025, 06.2025, 2025, 2026–2028; дня без года — 24.06.")

SLOTS: dict[str, tuple[Slot, ...]] = {
    "event": (
        Slot("kind", _("Что было"), "choice", needed=True, group="event"),
        Slot("parties", _("Стороны"), "things", types=SIDE, help=_MANY),
        Slot("date", _("Дата"), "date", help=_DATE),
        Slot("place", _("Где"), "thing", types=PLACE),
        Slot("participants", _("Кто участвовал"), "things", types=("person",), help=_MANY),
        Slot("organizations", _("Какие организации"), "things", types=("organization",), help=_MANY),
        Slot("title", _("Название, если есть"), "words"),
        Slot("status", _("Состояние"), "choice", needed=True, group="status"),
    ),
    "agreement": (
        Slot("kind", _("Какой документ"), "choice", needed=True, group="agreement"),
        Slot("parties", _("Стороны"), "things", types=SIDE, help=_MANY),
        Slot("signed", _("Когда подписан"), "date", help=_DATE),
        Slot("period", _("Срок действия"), "date", help=_DATE),
        Slot("signatories", _("Кто подписал"), "things", types=("person",), help=_MANY),
        Slot("subject", _("О чём"), "words"),
        Slot("status", _("Состояние"), "choice", needed=True, group="status"),
    ),
    "partnership": (
        Slot("kind", _("Какая связь"), "choice", needed=True, group="tie"),
        Slot("parties", _("Кто с кем"), "things", needed=True, types=PLACE, help=_MANY),
        Slot("since", _("С какого времени"), "date", help=_DATE),
        Slot("status", _("Состояние"), "choice", needed=True, group="status"),
    ),
    "plan": (
        Slot("action", _("Что намерены сделать"), "words", needed=True),
        Slot("actors", _("Кто"), "things", types=(*SIDE, "person"), help=_MANY),
        Slot("due", _("К какому сроку"), "date", help=_DATE),
        Slot("topics", _("Направления"), "choices", group="topic"),
    ),
    "offer": (
        Slot("direction", _("Предлагают, ищут или поставляют"), "choice", needed=True, group="direction"),
        Slot("item", _("Что"), "words", needed=True),
        Slot("kind", _("Вид"), "choice", needed=True, group="offer"),
        Slot("from", _("От кого"), "thing", types=SIDE),
        Slot("to", _("Кому"), "thing", types=SIDE),
    ),
    "post": (
        Slot("person", _("Кто"), "thing", needed=True, types=("person",)),
        Slot("title", _("Должность"), "words", needed=True),
        Slot("organization", _("В какой организации"), "thing", types=("organization",)),
        Slot("place", _("Где"), "thing", types=PLACE),
    ),
    "quote": (
        Slot("speaker", _("Кто сказал"), "thing", needed=True, types=("person", "organization")),
        Slot("span", _("Его слова, как в тексте"), "said", needed=True),
        Slot("kind", _("Прямая речь или пересказ"), "choice", needed=True, group="quote"),
    ),
    "figure": (
        Slot("metric", _("Показатель"), "choice", needed=True, group="metric"),
        Slot("parties", _("Между кем"), "things", types=SIDE, help=_MANY),
        Slot("value", _("Значение"), "number"),
        Slot("unit", _("Единица"), "words", help=_("USD, RUB, BYN, people, tonnes …")),
        Slot("change", _("Изменение, %"), "number"),
        Slot("trend", _("Динамика"), "choice", group="trend"),
        Slot("period", _("За какое время"), "date", help=_DATE),
    ),
    "topic": (
        Slot("topic", _("Направление"), "choice", needed=True, group="topic"),
        Slot("parties", _("Между кем"), "things", types=SIDE, help=_MANY),
    ),
}
"""By type of record."""


def options(record_type: str, slot: Slot) -> tuple[str, ...]:
    """The codes that a choice may have, as the format of readings names them."""
    if slot.name in ("topic", "topics"):
        return TOPICS
    hints = get_type_hints(RECORD_TYPES[record_type])
    hint = hints.get(slot.name, hints.get(f"{slot.name}_"))
    literals = [hint] if get_origin(hint) is Literal else get_args(hint)
    return tuple(code for literal in literals if get_origin(literal) is Literal for code in get_args(literal))
