"""Acceptance: which of the events and agreements that the rules propose are believed.

A rule sees a sentence; whether what it proposes is there is told as well by what stands around it: how often the sides
are named, who of the people named holds an office there, what else the document tells of the same sides. `of_events`
and `of_agreements` list what is asked, `forest` holds the trees that weigh the answers (`training/fit_acceptance.py`
grows them into `data/acceptance/`). What comes out is the probability that a person who reads the document finds the
record in it: its confidence. One that is rather not there is not told.
"""

from pobratim.reading.acceptance.accepting import THRESHOLDS, accepted

__all__ = ["THRESHOLDS", "accepted"]
