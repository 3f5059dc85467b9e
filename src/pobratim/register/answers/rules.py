"""Does this deed answer that promise? Small rules in one visible list, each with its reason in Russian."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from pobratim.model import edtf
from pobratim.register.answers.deeds import Deed, Promise, World
from pobratim.register.answers.words import lexicon

MANY = 6
"""Of a long promise so many words are enough: what answers it is told in fewer."""

_YEAR = timedelta(366)
_VISITS = frozenset({"visit", "tour"})


@dataclass(frozen=True, slots=True)
class Weight:
    """By how much a rule makes it likelier (above 1) or less likely (below 1; 0: not at all)."""

    factor: float
    reason: str


Outcome = Literal["met", "partly met", "not met"]
Rule = Callable[[Promise, Deed, World], Weight | None]


def told_with_the_promise(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """A document that tells of both tells of an occasion, or of what went before."""
    if not deed.documents.isdisjoint(promise.row.documents):
        return Weight(0, "о нём сказано там же, где об обещании")
    return None


def not_after(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """What was before the promise does not answer it; where nobody knows, its own term tells when it was to be."""
    if promise.said is None:
        return _in_its_term(promise, deed)
    first_said, last_said = promise.said
    if deed.when:
        first, last = deed.when
        if last <= first_said:
            return Weight(0, "было до обещания")
        return Weight(1, "было после обещания") if first > last_said else Weight(0.8, "возможно, было до обещания")
    if deed.told is None or deed.told <= last_said:
        return Weight(0, "не известно, что было после обещания")
    return Weight(0.9, "сообщено после обещания")


def _in_its_term(promise: Promise, deed: Deed) -> Weight:
    """A promise of which nobody knows when it was made is answered only within its term, and never for sure."""
    first_due, last_due = edtf.bounds(promise.row.due)
    first, last = deed.when or (deed.told, deed.told)
    if first_due and last_due and first and last and first_due <= first and last <= last_due:
        return Weight(0.76, "когда обещано, не сказано; пришлось на срок")
    return Weight(0, "не известно, когда обещано")


def other_sides(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """All who promised must have a part in it, and, where the promise names another side, that one too."""
    if not promise.places and not promise.organizations & deed.organizations:
        return Weight(0, "не известно, кто обещал")
    near = False
    for place in promise.places:
        if place in deed.places:
            continue
        if not any(world.contains(place, other) for other in deed.places):
            return Weight(0, "другие стороны")
        near = True
    if promise.organizations and deed.organizations and not promise.organizations & deed.organizations:
        return Weight(0.4, "другие организации")
    if len(promise.places) > 1:
        return Weight(0.9, "часть той же стороны") if near else Weight(1, "те же стороны")
    others = world.sides(promise.named)[0] - promise.places
    if others:
        return Weight(1, "те же стороны") if others & deed.places else Weight(0, "другая сторона")
    return Weight(0.85, "та же сторона" if promise.places else "та же организация")


def another_deed(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """«Подписать» asks for a document, «поставить» for a supply; «развивать» asks for nothing one could see."""
    asked = promise.words.asked()
    if not asked:
        return Weight(0.8, "обещание не называет дела")
    if any(deed.kind in lexicon().counts[kind] for kind in asked):
        return Weight(1.1, "дело того же рода")
    return Weight(0.5, "дело другого рода")


def at_home(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """The delegation of Omsk is to come: a visit to Omsk was another's."""
    if deed.kind not in _VISITS or deed.where is None or len(promise.guests) != 1:
        return None
    (guest,) = promise.guests
    if deed.where == guest or world.contains(guest, deed.where):
        return Weight(0, "в гостях была другая сторона")
    return None


def other_office(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """«Руководители» may be mayors, and may be others: a person has to say."""
    asked = promise.words.lemmas & lexicon().heads
    if asked and not asked & deed.words.lemmas and deed.words.lemmas & lexicon().heads:
        return Weight(0.66, "должности названы иначе")
    return None


def in_time(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """In the year before the term ran out, or later; long before it the term tells nothing."""
    if promise.said is None:
        return None  # its term has been asked already
    _, last = edtf.bounds(promise.row.due)
    first, done = deed.when or (deed.told, deed.told)
    if last is None or first is None or done is None:
        return None
    if first > last:
        return Weight(1, "позже срока") if deed.when else None
    if done > last or last - done > _YEAR:
        return None
    return Weight(1.15, "в срок") if deed.when else Weight(1.1, "сообщено в срок")


def one_word_in_common(promise: Promise, deed: Deed, world: World) -> Weight | None:
    """One word is little to tell a deed from others like it."""
    if len(_shared(promise, deed)) == 1:
        return Weight(0.7, "общее лишь одно слово")
    return None


RULES: tuple[Rule, ...] = (
    told_with_the_promise, not_after, other_sides, at_home, another_deed, other_office, in_time, one_word_in_common,
)


def judge(promise: Promise, deed: Deed, world: World) -> tuple[float, tuple[str, ...]]:
    """How likely the deed answers the promise, 0 to 1, and why."""
    shared = _shared(promise, deed)
    if not shared:
        return 0.0, ()
    score = min(1.0, len(shared) / min(len(promise.words.content), MANY))
    reasons = [f"общие слова: {', '.join(sorted(shared))}"]
    for rule in RULES:
        weight = rule(promise, deed, world)
        if weight is not None:
            score *= weight.factor
            reasons.append(weight.reason)
            if not score:
                break
    return round(min(score, 1.0), 2), tuple(reasons)


def _shared(promise: Promise, deed: Deed) -> frozenset[str]:
    heads = lexicon().heads
    shared = promise.words.content & deed.says
    return shared | (promise.words.content & heads) if deed.words.lemmas & heads else shared


def outcome(promise: Promise, deed: Deed) -> tuple[Outcome, str | None]:
    """What became of the promise if the deed answers it, and why where it is not wholly done."""
    if deed.failed:
        return "not met", "отменено"
    for thing, number in promise.words.amounts.items():
        done = deed.words.amounts.get(thing, number)
        if done < number:
            return "partly met", f"{done} из {number} ({thing})"
    if deed.words.instead_of is not None and deed.words.instead_of in promise.words.amounts.values():
        return "partly met", f"вместо {deed.words.instead_of}"
    if deed.words.lemmas & lexicon().partly:
        return "partly met", "сделано не всё"
    return "met", None
