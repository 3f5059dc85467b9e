"""The original file: always a download that the browser does not open as a page."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from pobratim import storage
from pobratim.gather import gather_bytes
from pobratim.model.reading import Reading
from pobratim.model.settings import Settings
from tests.web import make
from tests.web.pages import assert_only_reads, text_of
from tests.web.people import let_in

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


def test_the_original_stands_beside_when_asked_for(client, filled):
    page = f"/documents/{make.NEWS}/"
    assert "original-file" not in client.get(page).content.decode()
    html = client.get(page, {"beside": "1", "at": "0-5"}).content.decode()
    assert "original-file" in html and "<pre>" in html and f"{page}?at=0-5" in html


def test_an_original_that_cannot_be_shown_can_still_be_taken(client, filled):
    path, _name = storage.original_of(make.NEWS)
    path.chmod(0o644)
    path.write_bytes(b"%PDF-1.4 rubbish")
    page = text_of(client.get(f"/documents/{make.NEWS}/?beside=1").content)
    assert "Этот файл здесь не показать" in page


def test_a_lost_original_stands_beside_nothing(client, filled):
    path, _name = storage.original_of(make.NEWS)
    path.unlink()
    assert client.get(f"/documents/{make.NEWS}/?beside=1").status_code == 200
    assert client.get(f"/documents/{make.NEWS}/original/1.png").status_code == 404


@pytest.mark.parametrize("number", [0, 1, 2, 10**9])
def test_pages_are_pictures_of_pdf_only(client, filled, number):
    assert client.get(f"/documents/{make.NEWS}/original/{number}.png").status_code == 404


def test_pages_of_a_pdf(client, home):
    data = (Path(__file__).parents[2] / "samples" / "documents" / "dni-minska-kazan-2025.pdf").read_bytes()
    [found] = gather_bytes(data, "дни.pdf", Settings())
    storage.keep(Reading(document=found.document, relevance=1.0), data, "дни.pdf")
    storage.derive()
    page = f"/documents/{found.document.id}/"

    assert f'src="{page}original/1.png"' in client.get(f"{page}?beside=1").content.decode()
    answer = client.get(f"{page}original/1.png")
    assert answer.headers["Content-Type"] == "image/png" and answer.content.startswith(b"\x89PNG")
    assert client.get(f"{page}original/99.png").status_code == 404


def test_visitors_do_not_see_it(client, filled, settings):
    let_in()
    settings.POBRATIM_ACCESS = "public"
    html = client.get(f"/documents/{make.NEWS}/?beside=1").content.decode()
    assert "original-file" not in html and "beside=1" not in html
