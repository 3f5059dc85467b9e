"""The members of a delegation as they are typed: whom the register knows of them, and by which name and post."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.reading.text.inflection import inflect
from pobratim.register.rows import Person
from pobratim.register.visits import Member
from pobratim.reports.posts import post_title, posts_newest_first
from pobratim.storage.words import is_patronymic, lemmas_of_one, plain


def person_of(name: str) -> Person | None:
    """Who is meant; None where the register has nobody of that name, or several."""
    try:
        return storage.find_one(name, Person)
    except PobratimError:
        return None


def member(name: str, post: str, head: bool, person: Person | None) -> Member:
    """One of the delegation, called in the nominative, with the post that the register knows where none was typed."""
    if person is None:
        return Member(name=name, post=post, head=head)
    return Member(name=_in_full(name, person), post=post or _post_of(person), head=head)


def wrong_in(members: Sequence[Member], people: Sequence[Person | None]) -> dict[int, str]:
    """What is wrong with a member beside those before: a second head, somebody named twice."""
    found: dict[int, str] = {}
    head: Member | None = None
    seen: set[str] = set()
    for number, (one, person) in enumerate(zip(members, people, strict=True)):
        who = person.id if person else plain(one.name)
        if who in seen:
            found[number] = _("%(name)s уже есть в списке: оставьте одну строку.") % {"name": one.name}
        elif one.head and head:
            found[number] = _("Глава делегации уже назван — %(name)s; глава бывает один.") % {"name": head.name}
        seen.add(who)
        head = head or (one if one.head else None)
    return found


def unknown_and_known(members: Sequence[Member]) -> tuple[list[str], list[str]]:
    """The names of whom the register does not know by just one row, and the ids of the others."""
    people = [(one.name, person_of(one.name)) for one in members]
    return [name for name, person in people if not person], [person.id for _name, person in people if person]


def _in_full(typed: str, person: Person) -> str:
    """The name as the register has it; a patronymic that was typed stays where it stood."""
    names = {form: word for word in person.name.split() for form in lemmas_of_one(word)}
    words = typed.split()
    if not any(map(is_patronymic, words)):
        return person.name
    told = (next((names[form] for form in lemmas_of_one(word) if form in names), None) for word in words)
    return " ".join(known or _nominative(word) for word, known in zip(words, told, strict=True))


def _nominative(word: str) -> str:
    return inflect(word, "nomn", "sing") if is_patronymic(word) else word


def _post_of(person: Person) -> str:
    posts = posts_newest_first(person)
    return post_title(storage.with_names([person]), posts[0]) if posts else ""
