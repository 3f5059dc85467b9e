"""What is computed at the first look and then kept: `functools.cached_property` without its lock.

The lock, which Python 3.12 has given up, costs more than most of what it guards; a document is read by one thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cached_property as kept
else:

    class kept:
        """A property that is computed once and then an attribute."""

        def __init__(self, compute):
            self._compute = compute
            self._name = compute.__name__
            self.__doc__ = compute.__doc__

        def __get__(self, owner, kind=None):
            if owner is None:
                return self
            value = owner.__dict__[self._name] = self._compute(owner)
            return value


__all__ = ["kept"]
