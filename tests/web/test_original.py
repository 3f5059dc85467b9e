"""The original file: always a download that the browser does not open as a page."""

from urllib.parse import unquote

import pytest

from pobratim import storage
from tests.web import make
from tests.web.pages import assert_only_reads

ADDRESS = f"/documents/{make.NEWS}/original"


def test_it_gives_the_bytes_as_they_came(client, filled):
    response = client.get(ADDRESS)

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == make.ORIGINAL
    assert unquote(response.headers["Content-Disposition"]) == "attachment; filename*=utf-8''встреча.txt"


def test_a_browser_cannot_take_it_for_a_page(client, filled):
    headers = client.get(ADDRESS).headers

    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "c:\\temp\\новость.html", 'а"\r\nX-Evil: 1.txt'])
def test_a_hostile_name_stays_a_name(client, home, name):
    storage.keep(make.READING, b"x", name)
    disposition = client.get(ADDRESS).headers["Content-Disposition"]

    assert disposition.startswith("attachment")
    assert "/" not in unquote(disposition) and "\\" not in unquote(disposition).split("filename")[1][3:-3]
    assert "\r" not in disposition and "\n" not in disposition


def test_without_an_original(client, filled):
    assert client.get(f"/documents/{make.OTHER.id}/original").status_code == 404
    assert client.get("/documents/none/original").status_code == 404


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)
