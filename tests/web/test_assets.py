"""Styles and scripts: kept by browsers for ever, under an address that changes with any of them."""

from __future__ import annotations

import re

from django.templatetags.static import static

from pobratim.web.assets import fingerprint


def test_another_content_name_or_file_is_another_number(tmp_path):
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "a.css").write_text("a { color: red }")
    first = fingerprint(folder)
    assert fingerprint(folder) == first and re.fullmatch("[0-9a-f]{12}", first)

    (folder / "a.css").write_text("a { color: tan }")
    second = fingerprint(folder)
    (folder / "b.js").write_text("")
    third = fingerprint(folder)
    (folder / "b.js").rename(folder / "c.js")
    assert len({first, second, third, fingerprint(folder)}) == 4


def test_files_may_be_kept_for_ever(client, home):
    response = client.get(static("pobratim/js/map.js"))
    assert response.status_code == 200 and "immutable" in response.headers["Cache-Control"]
    assert client.get("/static/pobratim/js/map.js").status_code == 404


def test_what_files_say_of_one_another_stays_true(client, home):
    script = b"".join(client.get(static("pobratim/js/map.js")).streaming_content).decode()
    assert '"./roam.js"' in script and client.get(static("pobratim/js/roam.js")).status_code == 200
