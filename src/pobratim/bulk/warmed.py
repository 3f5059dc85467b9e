"""Imported by the process from which reading processes are forked: the reader's data is loaded once, and shared."""

from pobratim import prepare
from pobratim.bulk import child as child

prepare()
