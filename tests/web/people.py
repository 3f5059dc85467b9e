"""Users for the tests of pages."""

from __future__ import annotations

from django.test import Client

from pobratim import storage
from pobratim.model.roles import GIVEN, Role

PASSWORD = "сорок два трамвая"


def let_in() -> None:
    """One user a role, named like it; the first is the administrator."""
    for role in reversed(GIVEN):
        storage.add_user(role.code, role, PASSWORD, by="tests")


def as_(role: Role) -> Client:
    """A browser in which the user of that role is signed in; nobody for a role that nobody is given."""
    from pobratim.storage import models

    client = Client()
    if role in GIVEN:
        client.force_login(models.User.objects.get(name=role.code))
    return client
