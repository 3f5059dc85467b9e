"""Who may do what: the one table of it. A page that it does not name is for administrators alone."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.model.roles import Role
from pobratim.register.decisions import Decision, State, Tried

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Right:
    """The least role that may look at a page, and the least that may change something by it."""

    see: Role
    change: Role | None = None
    """None where the page changes nothing; who tries all the same needs to be an editor at least."""

    def needs(self, method: str) -> Role:
        if method in SAFE:
            return self.see
        return self.change if self.change is not None else max(self.see, Role.EDITOR)


_ANYBODY = Right(Role.NOBODY, Role.NOBODY)
_OPEN = Right(Role.VISITOR)
_READING = Right(Role.READER)
_OWN = Right(Role.READER, Role.READER)
_WRITING = Right(Role.EDITOR, Role.EDITOR)
_DECIDING = Right(Role.REVIEWER, Role.REVIEWER)
_ADMINISTERING = Right(Role.ADMINISTRATOR, Role.ADMINISTRATOR)

RIGHTS: dict[str, Right] = {
    # Signing in and out
    "sign-in": _ANYBODY,
    "sign-out": _ANYBODY,
    "account": _OWN,
    "language": _ANYBODY,
    # Reading
    "overview": _OPEN,
    "search": _OPEN,
    "suggest": _OPEN,
    "attention": _OPEN,
    "ties": _OPEN,
    "places": _OPEN,
    "people": _OPEN,
    "organizations": _OPEN,
    "happenings": _OPEN,
    "agreements": _OPEN,
    "commitments": _OPEN,
    "documents": _OPEN,
    "tie": _OPEN,
    "brief": _OPEN,
    "place": _OPEN,
    "person": _OPEN,
    "organization": _OPEN,
    "tie-rows": _OPEN,
    "place-rows": _OPEN,
    "person-rows": _OPEN,
    "organization-rows": _OPEN,
    "document": _OPEN,
    "original": _READING,  # a letter's file says more than its text
    "original-page": _READING,
    "matches": _OPEN,
    "tried": _WRITING,
    "search-csv": _OPEN,
    "search-xlsx": _OPEN,
    "search-save": _OWN,
    "search-forget": _OWN,
    # Reports
    "reports": _OPEN,
    "report-brief": _OPEN,
    "report-brief-file": _OPEN,
    "report-visit": _OPEN,
    "report-visit-file": _OPEN,
    "report-year": _OPEN,
    "report-year-file": _OPEN,
    # Deciding
    "journal": _READING,
    "review": _DECIDING,
    "pairs": _DECIDING,
    "accept": _DECIDING,
    "reject": _DECIDING,
    "correct": _DECIDING,
    "same": _DECIDING,
    "split": _DECIDING,
    "answer": _DECIDING,
    "undo": _WRITING,  # and see `may_undo`
    # Facts by hand
    "hand-kinds": _WRITING,
    "hand": _WRITING,
    # Promises, road maps, the calendar
    "calendar": _OPEN,
    "feeds": _OWN,
    "feed-close": _OWN,
    "feed": Right(Role.NOBODY),  # its address is the key to it
    "roadmaps": Right(Role.VISITOR, Role.EDITOR),
    "roadmap": _OPEN,
    "roadmap-file": _OPEN,
    "roadmap-uploaded": _WRITING,
    "roadmap-uploaded-file": _WRITING,
    # Planned visits
    "visits": _READING,
    "visit": _READING,
    "visit-programme": _READING,
    "visit-delegation": _READING,
    "visit-calendar": _READING,
    "visit-report": _READING,
    "visit-report-file": _READING,
    "visit-new": _WRITING,
    "visit-edit": _WRITING,
    "visit-documents": _WRITING,
    "visit-drop": _WRITING,
    # Adding documents
    "add": _WRITING,
    "look": _WRITING,
    "keep": _WRITING,
    "drop": _WRITING,
    # Users, and who did what
    "users": _ADMINISTERING,
    "user-role": _ADMINISTERING,
    "user-password": _ADMINISTERING,
    "user-active": _ADMINISTERING,
    "traces": _ADMINISTERING,
    "sources": Right(Role.READER, Role.ADMINISTRATOR),
}
"""By the name of the address in ``urls.py``."""

_UNKNOWN = _ADMINISTERING


def may_undo(role: Role, name: str, decision: Decision) -> bool:
    """Whoever may decide undoes any decision; who may only write takes back what they entered themselves."""
    return role >= Role.REVIEWER or (
        role >= Role.EDITOR and decision.by == name and isinstance(decision.act, State | Tried)
    )


def right(view: str | None) -> Right:
    """What the page of that name asks for."""
    return RIGHTS.get(view or "", _UNKNOWN)
