"""Bytes in, documents out: files, folders, archives and pasted text become clean text with its facts.

`docs/gather.md` says which formats are read, where title, publisher and dates come from, and every error.
"""

from pobratim.gather.inputs import Gathered, count, gather, gather_bytes

__all__ = ["Gathered", "count", "gather", "gather_bytes"]
