"""When two profiles are of one person: small rules in one list, the first verdict decides."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pobratim.register.declension import declined
from pobratim.register.identity import Verdict
from pobratim.register.latin import is_latin, skeleton
from pobratim.register.profiles import FULL, INITIAL, Name, Profile
from pobratim.register.resolving import Rule
from pobratim.register.text import one_letter_apart

_SEVERAL, _ONE_IN = 3, 10
"""So many documents that put a person in a city, and one in so many of another's, are more than a slip."""


def namesakes_of_one_time(a: Profile, b: Profile) -> Verdict | None:
    """One name in two cities that deal with each other or with a third, each told again and again.

    A single document, or one in many, may have put somebody in the other city; who serves a country is of both.
    """
    if a.names.isdisjoint(b.names) or not (a.towns and b.towns) or not a.serves_elsewhere(b):
        return None
    fewer, more = sorted((len(a.documents), len(b.documents)))
    if fewer < _SEVERAL or fewer * _ONE_IN < more:
        return None
    if a.days and b.days and min(a.days[1], b.days[1]) > max(a.days[0], b.days[0]):
        return Verdict(0.1, "тёзки: в одно время служат в разных местах, о каждом рассказано не раз")
    if _on_both_sides(a, b):
        return Verdict(0.5, "то же имя на службе в двух городах, связанных между собой")
    return None


def slip_of_one_letter(a: Profile, b: Profile) -> Verdict | None:
    """«Владимир Кухорев», председатель Мингорисполкома, is «Владимир Кухарев» misspelt."""
    if not _likeness(a.names, b.names).misspelt:
        return None
    if a.offices & b.offices:
        return Verdict(0.93, "имена различаются одной буквой, должность и место те же")
    once = min(len(a.documents), len(b.documents)) == 1
    if once and a.of_one_time(b) and (a.shares_office_place(b) or a.shares_company(b)):
        return Verdict(0.75, "имена различаются одной буквой, так пишет один документ; место или связь городов те же")
    return None


def left_in_a_case(a: Profile, b: Profile) -> Verdict | None:
    """«Игорю Вербицкому», as a sentence has it and the reader left it, is «Игорь Вербицкий» of the same place."""
    if not _likeness(a.names, b.names).declined:
        return None
    if a.shares_office_place(b):
        return Verdict(0.92, "то же имя в косвенном падеже, место службы то же")
    if a.shares_company(b):
        return Verdict(0.8, "то же имя в косвенном падеже, общие документы или связь городов")
    return None


def latin_spelling(a: Profile, b: Profile) -> Verdict | None:
    """«Uladzimir Kukharau» of an English page and «Владимир Кухарев» of the same office."""
    if _likeness(a.names, b.names).one_sound:
        full = a.known == b.known == FULL
        if not full and a.serves_elsewhere(b):
            return None
        if full and a.shares_office_place(b):
            return Verdict(0.91, "то же имя латиницей, место службы то же")
        if a.shares_office_place(b) or a.shares_company(b):
            return Verdict(0.75, "то же имя латиницей, общие место службы, документы или связь городов")
    return None


def other_surname(a: Profile, b: Profile) -> Verdict | None:
    """People of one office and different surnames followed each other."""
    return Verdict(0.0, "разные фамилии") if a.surnames.isdisjoint(b.surnames) else None


def other_given_name(a: Profile, b: Profile) -> Verdict | None:
    apart = a.given and b.given and a.given.isdisjoint(b.given)
    return Verdict(0.0, "разные имена") if apart else None


def other_initial(a: Profile, b: Profile) -> Verdict | None:
    apart = a.initials and b.initials and a.initials.isdisjoint(b.initials)
    return Verdict(0.0, "разные инициалы") if apart else None


def rose_higher(a: Profile, b: Profile) -> Verdict | None:
    """The mayor of a city who became governor of its region, or a minister."""
    if a.known == b.known == FULL and (a.homes & b.around or b.homes & a.around):
        return Verdict(0.8, "то же имя, служба в городе и в его области или стране")
    return None


def served_there_before(a: Profile, b: Profile) -> Verdict | None:
    """The new chairman of one city whose former office in another the document names.

    What a document about a tie of that city names is there for the tie's sake.
    """
    if a.known == b.known == FULL and (_named_as_former(a, b) or _named_as_former(b, a)):
        return Verdict(0.75, "то же имя, документ об одном называет прежнее место службы другого")
    return None


def namesakes(a: Profile, b: Profile) -> Verdict | None:
    """One name in two cities that never share a document, an organization or a tie."""
    apart = a.homes and b.homes and not a.shares_office_place(b) and not a.shares_company(b)
    return Verdict(0.1, "тёзки: служат в разных местах и ничем не связаны") if apart else None


def same_full_name(a: Profile, b: Profile) -> Verdict | None:
    if a.known == b.known == FULL:
        if a.shares_office_place(b) or a.shares_company(b):
            return Verdict(0.86, "то же имя и фамилия, общие документы, место службы или связь городов")
        return Verdict(0.8, "то же имя и фамилия, ничто не противоречит")
    return None


def initial_fits(a: Profile, b: Profile) -> Verdict | None:
    """«В. Кухарев» beside «Владимир Кухарев» in the same company; of another city's office he is another."""
    if min(a.known, b.known) < INITIAL or a.serves_elsewhere(b):
        return None
    if a.documents & b.documents:
        return Verdict(0.85, "инициал и фамилия подходят, тот же документ")
    if a.shares_office_place(b) or a.shares_company(b):
        return Verdict(0.78, "инициал и фамилия подходят, общее место, организация или связь городов")
    return None


def surname_fits(a: Profile, b: Profile) -> Verdict | None:
    """The surname alone, where only one person of that surname is around, and none other is told to serve there."""
    if a.serves_elsewhere(b):
        return None
    if a.documents & b.documents:
        return Verdict(0.8, "единственный с этой фамилией в документе")
    if not a.shares_office_place(b) and not a.shares_company(b):
        return None
    if a.days and b.days and not a.of_one_time(b):
        return Verdict(0.5, "та же фамилия в том же месте, организации или связи городов, но в другие годы")
    if a.offices & b.offices:
        return Verdict(0.77, "единственный с этой фамилией в той же должности в те же годы")
    return Verdict(0.7, "единственный с этой фамилией в том же месте, организации или связи городов")


RULES: tuple[Rule[Profile], ...] = (
    namesakes_of_one_time,
    slip_of_one_letter,
    left_in_a_case,
    latin_spelling,
    other_surname,
    other_given_name,
    other_initial,
    rose_higher,
    served_there_before,
    namesakes,
    same_full_name,
    initial_fits,
    surname_fits,
)


def hopeless(a: Profile, b: Profile) -> bool:
    """Strangers of other names, or of whom one is named by less than the full name.

    Every rule but those on full names asks for something in common; the namesakes of a whole register are looked
    through for each new mention.
    """
    if a.known == b.known == FULL and not (a.surnames.isdisjoint(b.surnames) or a.given.isdisjoint(b.given)):
        return False
    return a.offices.isdisjoint(b.offices) and not a.shares_office_place(b) and not a.shares_company(b)


class _Likeness(NamedTuple):
    """How the names of two people are alike that are not the same: two of them by a slip, by a case, by their sound."""

    misspelt: bool
    declined: bool
    one_sound: bool


@lru_cache(maxsize=65536)
def _likeness(a: frozenset[Name], b: frozenset[Name]) -> _Likeness:
    """Shorter names say nothing beside those that both have. Kept, for the same names meet again and again."""
    known = min(max(name.known for name in names) for names in (a, b))
    unlike = [(x, y) for x in a for y in b if x != y and min(x.known, y.known) == known]
    return _Likeness(
        misspelt=any(_misspelt(x, y) for x, y in unlike),
        declined=any(_declined(x, y) or _declined(y, x) for x, y in unlike),
        one_sound=any(_one_sound(x, y) for x, y in unlike),
    )


def _named_as_former(a: Profile, b: Profile) -> bool:
    """Whether the documents about ``b`` name where ``a`` serves, and not for the sake of a tie of that city."""
    return bool(a.organizations & b.named) and not any(home in tie for home in a.homes for tie in b.ties)


def _on_both_sides(a: Profile, b: Profile) -> bool:
    """Whether there is a tie of which one serves one side, one the other."""
    return any(
        (left in a.homes and right in b.homes) or (left in b.homes and right in a.homes)
        for left, right in a.ties & b.ties
    )


def _misspelt(a: Name, b: Name) -> bool:
    """One letter differs in the surname or the given name: not the first, and not for the sake of gender."""
    if a.given == b.given:
        return len(min(a.surname, b.surname, key=len)) >= 5 and _slip(a.surname, b.surname)
    both_full = a.known == b.known == FULL
    return a.surname == b.surname and both_full and len(a.given) >= 4 and _slip(a.given, b.given)


def _declined(a: Name, b: Name) -> bool:
    """Whether ``a`` is the other name in the dative or the instrumental."""
    return a.known == b.known == FULL and (a.given, a.surname) in declined(b.given, b.surname)


def _one_sound(a: Name, b: Name) -> bool:
    """Whether one is written in Latin letters, the other in Cyrillic, and they sound alike."""
    if is_latin(a.surname) == is_latin(b.surname) or not skeleton(a.surname) == skeleton(b.surname) is not None:
        return False
    if min(a.known, b.known) < FULL:
        return a.given[:1] == b.given[:1]
    return a.given == b.given or skeleton(a.given) == skeleton(b.given) is not None


def _slip(a: str, b: str) -> bool:
    gender = a + "а" == b or b + "а" == a or {a[-1], b[-1]} == {"й", "я"}
    return a[0] == b[0] and one_letter_apart(a, b) and not gender
