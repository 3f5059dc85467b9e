"""How the facts of one document stand: the reader's, those that people decided, and who decided what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model import edtf
from pobratim.model.reading import Reading, Record
from pobratim.register.decisions import Accept, Correct, Decision, Reject, State
from pobratim.reports.decided import value_words
from pobratim.web.facts import Fact, facts_of, when_said
from pobratim.web.words import ru


@dataclass(frozen=True, slots=True)
class Said:
    """One decision on a fact, ready to be shown."""

    decision: Decision
    what: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a fact stands: what people decided, the newest last."""

    said: tuple[Said, ...] = ()
    rejected: bool = False
    accepted: bool = False
    by_hand: bool = False

    @property
    def open(self) -> bool:
        """Nobody has said yet whether it is right."""
        return not (self.rejected or self.accepted)


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a document in the order of the text, the rejected ones too."""

    reading: Reading
    """As people decided it."""
    all: tuple[Fact, ...]
    standing: dict[str, Standing]
    """By the id of the fact; untouched ones are not in it."""

    @property
    def true(self) -> list[Fact]:
        """Those that count."""
        return [fact for fact in self.all if not self.of(fact.id).rejected]

    def of(self, fact: str) -> Standing:
        return self.standing.get(fact, _UNTOUCHED)


_UNTOUCHED = Standing()


def decided_facts(document: str) -> Facts:
    """The facts of a document as people decided them. Raises NotFound."""
    told = storage.history_of(document)
    rejected = {record.id for record in told.rejected}
    everything = replace(told.reading, records=(*told.reading.records, *told.rejected))
    standing = {
        record: _standing(decisions, rejected=record in rejected) for record, decisions in told.decisions.items()
    }
    return Facts(told.reading, tuple(facts_of(everything)), standing)


def record_of(facts: Facts, record: str) -> Record | None:
    """The record of that id that counts; None where there is none."""
    return next((one for one in facts.reading.records if one.id == record), None)


def _standing(decisions: Sequence[Decision], *, rejected: bool) -> Standing:
    acts = [decision.act for decision in decisions]
    return Standing(
        said=tuple(Said(one, _what(one)) for one in decisions),
        rejected=rejected,
        accepted=not rejected and any(isinstance(act, Accept | State | Correct) for act in acts),
        by_hand=any(isinstance(act, State) for act in acts),
    )


def _what(decision: Decision) -> str:
    match decision.act:
        case Accept():
            return _("принято")
        case State():
            return _("внесено вручную")
        case Reject():
            return _("отклонено")
        case Correct(slot=slot, value=value):
            return _("исправлено: %(slot)s — %(value)s") % {"slot": ru(slot, "slot"), "value": _value(value)}
    return ""


def _value(value: object) -> str:
    if isinstance(value, str) and edtf.is_valid(value):
        return when_said(value)
    return ru(value) if isinstance(value, str) else value_words(value)
