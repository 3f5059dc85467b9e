"""Who has what another needs: needs beside offers, supplies and visited makers, with reasons and what was tried."""

from pobratim.register.matching.finding import WORTH, matches
from pobratim.register.matching.rows import Ground, Match, Tried

__all__ = ["WORTH", "Ground", "Match", "Tried", "matches"]
