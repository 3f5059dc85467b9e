"""What people decide of claims and of identity; `decision` says what, `seen` of what, `applying` carries it out."""

from pobratim.register.decisions.applying import Applied, apply
from pobratim.register.decisions.decision import (
    Accept,
    Act,
    Answer,
    Correct,
    Decision,
    Merge,
    Reject,
    Split,
    State,
    Tried,
    Weigh,
    act_from_dict,
    act_to_dict,
    check,
    documents_of,
)
from pobratim.register.decisions.seen import Seen, Thing, Told, find_thing, seen_claim, seen_thing
from pobratim.register.decisions.splitting import splits

__all__ = [
    "Accept",
    "Act",
    "Answer",
    "Applied",
    "Correct",
    "Decision",
    "Merge",
    "Reject",
    "Seen",
    "Split",
    "State",
    "Thing",
    "Told",
    "Tried",
    "Weigh",
    "act_from_dict",
    "act_to_dict",
    "apply",
    "check",
    "documents_of",
    "find_thing",
    "seen_claim",
    "seen_thing",
    "splits",
]
