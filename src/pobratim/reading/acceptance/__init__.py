"""Acceptance: which of the events that the rules propose are believed.

A rule sees a sentence; whether what it proposes is an event between these sides is told as well by what stands
around it: how often the sides are named, who of the people named holds an office there, what else the document tells
of the same sides. `features` is the list of what is asked, `forest` the trees that weigh the answers
(`training/fit_acceptance.py` grows them into `data/acceptance.npz`). What comes out is the probability that a
person who reads the document finds this event in it: the event's confidence. One that is rather not there is not told.
"""

from pobratim.reading.acceptance.accepting import accepted

__all__ = ["accepted"]
