"""Bytes in, documents out: files, folders, archives and pasted text become clean text with its facts.

`docs/gather.md` says which formats are read, where title, publisher and dates come from, and every error.
"""

from pobratim.gather.inputs import (
    Gathered,
    count,
    count_packed,
    files,
    gather,
    gather_bytes,
    gather_member,
    packed,
)

__all__ = ["Gathered", "count", "count_packed", "files", "gather", "gather_bytes", "gather_member", "packed"]
