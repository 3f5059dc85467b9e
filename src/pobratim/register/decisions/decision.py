"""Decisions of people: who, when, why, and what. None is ever changed or erased; undoing one closes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from pobratim.model import edtf
from pobratim.model.reading import PLACE_TYPES, RECORD_TYPES
from pobratim.register.answers import Outcome
from pobratim.register.claims import Kind
from pobratim.register.decisions.seen import Seen, Thing, Told
from pobratim.register.text import normal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """The claim is right as it stands; it counts more than what no person has looked at."""

    claim: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """One slot of the claim is otherwise. Entities in ``value`` are ``{"type": …, "name": …}``."""

    claim: Told
    slot: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a person reads in the document and the reader did not, or knows from a paper: a claim like any other."""

    claim: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """The sentence does not say so: the claim gives nothing."""

    claim: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two entities, or two claims of one type, are of one and the same; so are ``others`` on which their rows rest."""

    left: Seen
    right: Seen
    others: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """``left`` is none of ``others``, with which it was taken for one."""

    left: Seen
    others: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a commitment: the claim of a deed that answers it, or has nothing to do with it (`no answer`)."""

    commitment: Told
    answer: Told
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigh:
    """What kind of source an outlet is (a publisher, or the host of an address): how much it weighs among others."""

    outlet: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Somebody tried to have the need met by a provider; what came of it is why they say so. It changes no row."""

    need: Told
    provider: str
    """By name: a place, or an organization."""


Act: TypeAlias = Accept | State | Correct | Reject | Merge | Split | Answer | Weigh | Tried
_DATES = frozenset({"date", "since", "signed", "period", "due"})
_DEEDS = ("event", "agreement", "offer")
_NOT_CORRECTED = frozenset({"type", "id", "evidence", "confidence", "rule"})
ACTS: dict[str, type[Act]] = {
    act.__name__.lower(): act for act in (Accept, State, Correct, Reject, Merge, Split, Answer, Weigh, Tried)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. ``number`` orders them: a later one sees what an earlier one made of a claim."""

    number: int
    act: Act
    by: str
    at: str
    """When, ISO 8601."""
    why: str = ""


def documents_of(decisions: Iterable[Decision]) -> frozenset[str]:
    """The documents that they are about."""
    return frozenset(seen.document for one in decisions for seen in _seen(one.act))


def _seen(act: Act) -> Iterator[Seen]:
    match act:
        case Accept(claim=claim) | State(claim=claim) | Correct(claim=claim) | Reject(claim=claim):
            yield claim
        case Merge(left=left, right=right, others=others):
            yield from (left, right, *others)
        case Split(left=left, others=others):
            yield from (left, *others)
        case Answer(commitment=commitment, answer=answer):
            yield from (commitment, answer)
        case Tried(need=need):
            yield need


def check(act: Act) -> None:
    """Raises ValueError, in Russian, where the act cannot be meant."""
    match act:
        case Correct(claim=claim, slot=slot, value=value):
            _check_value(claim.type, slot, value)
        case State(claim=claim):
            for slot, value in claim.slots.items():
                _check_value(claim.type, slot, value)
        case Merge(left=left, right=right, others=others):
            for other in (right, *others):
                _check_alike(left, other)
        case Split(left=left, others=others):
            if not others:
                raise ValueError("не сказано, от чего отделить")
            for other in others:
                if left == other or not {left.type, other.type} <= PLACE_TYPES:  # a city may be taken for a region
                    _check_alike(left, other)
        case Answer(commitment=commitment, answer=answer, outcome=outcome):
            if commitment.type != "plan":
                raise ValueError(f"обещание — это факт вида plan, а здесь {commitment.type}")
            if answer.type not in _DEEDS:
                raise ValueError(f"ответом может быть факт вида {', '.join(_DEEDS)}, а здесь {answer.type}")
            if outcome not in get_args(Outcome):
                raise ValueError(f"исход «{outcome}» не годится; можно: {', '.join(get_args(Outcome))}")
        case Weigh(outlet=outlet, kind=kind):
            _check_outlet(outlet, kind)
        case Tried(need=need, provider=provider):
            if need.type != "offer":
                raise ValueError(f"потребность — это факт вида offer, а здесь {need.type}")
            if not normal(provider):
                raise ValueError("не сказано, у кого пробовали")


def _check_outlet(outlet: str, kind: str) -> None:
    if not normal(outlet):
        raise ValueError("не сказано, о каком источнике речь")
    if kind not in get_args(Kind):
        raise ValueError(f"источника вида «{kind}» не бывает; можно: {', '.join(get_args(Kind))}")


def _check_value(record_type: str, slot: str, value: Any) -> None:
    cls = RECORD_TYPES[record_type]
    hints = {name.rstrip("_"): hint for name, hint in get_type_hints(cls).items() if name not in _NOT_CORRECTED}
    if slot not in hints:
        raise ValueError(f"у факта вида {record_type} нет поля «{slot}»; есть: {', '.join(sorted(hints))}")
    if slot in _DATES and value is not None and not (isinstance(value, str) and edtf.is_valid(value)):
        raise ValueError(f"«{value}» — не дата; пишите 2025-06-24, 2025-06, 2025, XXXX-06-24 или 2026/2028")
    allowed = [option for option in _options(hints[slot]) if option is not None]
    if allowed and value not in allowed and not (value is None and None in _options(hints[slot])):
        raise ValueError(f"«{value}» не годится для поля «{slot}»; можно: {', '.join(map(str, allowed))}")


def _options(hint: Any) -> list[Any]:
    """The values of ``Literal[…]`` and ``Literal[…] | None``; none where any value will do."""
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    literals = [option for arg in get_args(hint) if get_origin(arg) is Literal for option in get_args(arg)]
    return [*literals, None] if literals and type(None) in get_args(hint) else []


def _check_alike(left: Seen, right: Seen) -> None:
    if type(left) is not type(right) or left.type != right.type:
        raise ValueError(f"одним могут быть только вещи одного вида, а здесь {left.type} и {right.type}")
    if left == right:
        raise ValueError("это одна и та же запись")


def act_to_dict(act: Act) -> dict[str, Any]:
    """The act as JSON-ready values: ``{"act": "merge", "left": …, "right": …}``."""
    values: dict[str, Any] = {"act": type(act).__name__.lower()}
    for name in act.__dataclass_fields__:
        value = getattr(act, name)
        values[name] = [_seen_to_dict(one) for one in value] if name == "others" else (
            _seen_to_dict(value) if isinstance(value, Thing | Told) else value
        )
    return values


def act_from_dict(values: Mapping[str, Any]) -> Act:
    """The inverse of `act_to_dict`. Raises KeyError on an act that there is not."""
    cls = ACTS[values["act"]]
    slots: dict[str, Any] = {}
    for name, value in values.items():
        if name == "others":
            slots[name] = tuple(_seen_from_dict(one) for one in value)
        elif name in ("claim", "left", "right", "commitment", "answer", "need"):
            slots[name] = _seen_from_dict(value)
        elif name != "act":
            slots[name] = value
    return cls(**slots)


def _seen_to_dict(seen: Seen) -> dict[str, Any]:
    if isinstance(seen, Thing):
        return {"document": seen.document, "type": seen.type, "name": seen.name}
    return {
        "document": seen.document,
        "type": seen.type,
        "evidence": [list(span) for span in seen.evidence],
        "slots": dict(seen.slots),
    }


def _seen_from_dict(values: Mapping[str, Any]) -> Seen:
    if "slots" not in values:
        return Thing(document=values["document"], type=values["type"], name=values["name"])
    evidence = tuple((start, end) for start, end in values["evidence"])
    return Told(document=values["document"], type=values["type"], evidence=evidence, slots=values["slots"])
