"""What the documents tell of their signings: the day that the news has of all of them, and who put their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pobratim.model import edtf
from pobratim.model.reading import Agreement, Event


def with_documents(events: Sequence[Event], agreements: Sequence[Agreement]) -> list[Event]:
    """The events, signings with the day and the people of the documents signed there, where they have none; those
    that one document tells of are one."""
    told: list[Event] = []
    for event in events:
        whole = _with_documents(event, agreements)
        same = next((number for number, other in enumerate(told) if _is_same(other, whole, agreements)), None)
        if same is None:
            told.append(whole)
        else:
            told[same] = _joined(told[same], whole)
    return told


def _is_same(left: Event, right: Event, agreements: Sequence[Agreement]) -> bool:
    """Two signings between the same sides, both told in the sentences of one document."""
    if left.kind != right.kind or left.status != right.status or not _agree(left.date, right.date):
        return False
    return any(is_signed_there(one, left) and is_signed_there(one, right) for one in agreements)


def _agree(left: str | None, right: str | None) -> bool:
    return left is None or right is None or edtf.compatible(left, right)


def _joined(left: Event, right: Event) -> Event:
    dated = left if left.date else right
    return replace(
        left,
        date=dated.date,
        date_basis=dated.date_basis,
        place=left.place or right.place,
        participants=tuple(dict.fromkeys((*left.participants, *right.participants))),
        organizations=tuple(dict.fromkeys((*left.organizations, *right.organizations))),
        evidence=tuple(dict.fromkeys((*left.evidence, *right.evidence))),
        confidence=max(left.confidence, right.confidence),
    )


def _with_documents(event: Event, agreements: Sequence[Agreement]) -> Event:
    if event.kind != "signing" or event.status != "held":
        return event
    there = [one for one in agreements if is_signed_there(one, event)]
    signed = [one for one in there if one.rule.startswith("agreement.signed")] or there  # not what they refer to
    days = {(one.signed, one.signed_basis) for one in signed if edtf.is_day(one.signed)}
    if event.date is None and len(days) == 1:
        day, basis = days.pop()
        event = replace(event, date=day, date_basis=basis)
    if not event.participants:
        event = replace(event, participants=tuple(dict.fromkeys(p for one in signed for p in one.signatories)))
    return event


def is_signed_there(agreement: Agreement, signing: Event) -> bool:
    """Is the document of the same sides, told in the same sentence, of which the same is told?"""
    status = "signed" if signing.status == "held" else signing.status
    same = agreement.status == status and set(agreement.parties) == set(signing.parties) | set(
        () if signing.parties else signing.organizations
    )
    return same and not set(agreement.evidence).isdisjoint(signing.evidence)
