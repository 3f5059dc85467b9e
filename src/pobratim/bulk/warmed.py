"""Imported by the process from which reading processes are forked: the reader's data is loaded once, and shared."""

from pobratim import read
from pobratim.bulk import child

read(child.FIRST_TEXT)
