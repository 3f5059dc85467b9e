"""Who has what another needs: needs beside offers, supplies and visited makers, with reasons and what was tried."""

from pobratim.register.matching.finding import WORTH, matches
from pobratim.register.matching.rows import Ground, Match, Tried
from pobratim.register.matching.rules import Likeness

__all__ = ["WORTH", "Ground", "Likeness", "Match", "Tried", "matches"]
