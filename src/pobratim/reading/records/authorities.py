"""Bodies that govern, so that they stand for their place: «горисполком», «администрация», «хокимият»."""

from __future__ import annotations

from collections.abc import Set

from pobratim.model.reading import Entity

_AUTHORITY = (
    "исполком", "исполнительный комитет", "исполнительный орган", "орган государственной власти",
    "администрация", "мэрия", "правительство", "дума", "совет",
    "министерство", "минист", "акимат", "хокимият",
    "маслихат", "кенеш", "хурал", "курултай", "скупщина", "собрание", "ратуша", "муниципалитет", "департамент",
    "управление", "минэконом", "минпром", "минсельхоз", "миност", "мид", "кабмин", "кабинет министр", "совмин",
)  # fmt: skip


def governs(lemmas: Set[str]) -> bool:
    """Is one of the words a common noun for an authority («облисполком», «администрация»)?"""
    return any(part in lemma for lemma in lemmas for part in _AUTHORITY if " " not in part)


def is_authority(entity: Entity) -> bool:
    """Does the organization govern, so that it stands for its place?"""
    name = entity.name.lower()
    return any(word in name for word in _AUTHORITY) and not any(word in name for word in _OF_OTHERS)


def is_executive(entity: Entity) -> bool:
    """An administration or a government; not a council, a ministry."""
    return is_authority(entity) and any(word in entity.name.lower() for word in _EXECUTIVE)


_EXECUTIVE = (
    "администрац", "правительств", "кабмин", "кабинет министр", "мэри", "исполком", "исполнительн", "акимат",
    "хокимият", "муниципалитет",
)  # fmt: skip
_OF_OTHERS = (
    "совет ветеран", "совет женщин", "совет молод", "совет директор", "совет отц", "совет матер", "союз",
    "ассоциация", "совет муниципальных образований", "совет предпринимател", "совет землячеств",
    "общественный совет",
    "попечительский", "наблюдательный совет", "учёный совет", "ученый совет",
)  # fmt: skip
"""Names that have a word for an authority and govern nothing."""
