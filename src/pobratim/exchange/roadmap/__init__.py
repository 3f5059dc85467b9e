"""Road maps and plans of measures as DOCX: their table is read, and comes back with a column of evidence."""

from pobratim.exchange.roadmap.parties import parties_of
from pobratim.exchange.roadmap.reading import read
from pobratim.exchange.roadmap.writing import write

__all__ = ["parties_of", "read", "write"]
