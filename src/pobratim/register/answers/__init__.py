"""What came of promises: later deeds that answer them, and how each promise stands."""

from pobratim.register.answers.answering import PROPOSED, Answers, ConfirmedAnswer, Outcome
from pobratim.register.answers.deeds import World
from pobratim.register.answers.standing import BY_WORDS, SILENT_DAYS, TAKEN, is_concluded, standing_on

__all__ = [
    "BY_WORDS",
    "PROPOSED",
    "SILENT_DAYS",
    "TAKEN",
    "Answers",
    "ConfirmedAnswer",
    "Outcome",
    "World",
    "is_concluded",
    "standing_on",
]
