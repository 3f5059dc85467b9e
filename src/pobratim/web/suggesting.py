"""Fields that suggest names of the register while one types; without scripts they are plain fields."""

from __future__ import annotations

from django.urls import reverse_lazy

LIST = "known"
"""The one list of a page that all its fields share: it is filled for the field that has the focus."""

_NOT_OF_THE_FORM = ("hx-select", "hx-select-oob", "hx-swap")
"""What a form that is answered in place asks of its own answer is not asked of the names."""


def suggesting(*tables: str) -> dict[str, object]:
    """The attributes of a field that means rows of these tables."""
    return {
        "list": LIST,
        "autocomplete": "off",
        "hx-get": reverse_lazy("suggest", args=["+".join(tables)]),
        "hx-trigger": "focus, input changed delay:150ms",
        "hx-target": f"#{LIST}",
        "hx-sync": "this:replace",
        **dict.fromkeys(_NOT_OF_THE_FORM, "unset"),
    }
