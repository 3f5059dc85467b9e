"""What a database refuses is told in a sentence, not as an inner error."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_sign_that_postgresql_does_not_keep(home, client):
    for address in ("/places/%00/", "/documents/%00/", "/search/?q=%00"):
        page = client.get(address)
        assert page.status_code < 500 or "знак с номером ноль" in page.content.decode(), address
