"""Every screen is measured."""

from __future__ import annotations

import pytest
from django.urls import get_resolver

from benchmarks.desk.screens import CHANGES, FILES, OTHER_DAYS, SCREENS, UNMEASURED
from tests.web.test_rights import VALUES, address

MEASURED = {one.view for one in (*SCREENS, *OTHER_DAYS, *FILES)}


def test_every_address_is_measured_or_it_is_said_why_not():
    assert MEASURED | UNMEASURED.keys() == {pattern.name for pattern in get_resolver().url_patterns}


def test_what_is_measured_is_not_excused():
    assert not MEASURED & UNMEASURED.keys()


def test_names_are_told_apart():
    names = [one.name for one in (*SCREENS, *OTHER_DAYS, *FILES)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", [name for name, why in UNMEASURED.items() if why == CHANGES])
def test_what_shows_nothing_is_no_page(client, home, name):
    assert client.get(address(name, VALUES)).status_code == 405
