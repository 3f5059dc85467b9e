"""What a person may do with the register; each role may do all that the ones before it may."""

from __future__ import annotations

from enum import IntEnum


class Role(IntEnum):
    """The higher, the more. `NOBODY` and `VISITOR` are never given to anybody: they are those not signed in."""

    NOBODY = 0
    """Where the register asks who is there: nothing but signing in."""
    VISITOR = 1
    """Where the register is open to the public: its rows and texts."""
    READER = 2
    """Everything there is to read, files and decisions too."""
    EDITOR = 3
    """Adds documents and facts."""
    REVIEWER = 4
    """Decides what is right, and who is who."""
    ADMINISTRATOR = 5
    """Users and their rights, and who did what."""

    @property
    def code(self) -> str:
        """As it is kept and typed: ``reviewer``."""
        return self.name.lower()


GIVEN = (Role.READER, Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR)
"""The roles that a user may have."""


def role_of(code: str) -> Role:
    """The role of that code. Raises ValueError where no user may have it."""
    for role in GIVEN:
        if role.code == code:
            return role
    raise ValueError(f"роли «{code}» нет; есть: {', '.join(role.code for role in GIVEN)}")
