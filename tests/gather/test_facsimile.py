"""An original as it looks, with nothing in it that could do anything."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pobratim.gather.facsimile import MOST_BYTES, clean, facsimile
from pobratim.gather.formats.pdf_pages import page_picture, page_sizes
from pobratim.gather.refusal import Unreadable
from pobratim.model.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples" / "documents"
PDF = SAMPLES / "dni-minska-kazan-2025.pdf"


def shown(data: bytes, name: str) -> str:
    return facsimile(data, name, Settings()).html


def test_a_text_keeps_its_lines_and_is_escaped():
    assert shown("Мэр приехал.\n<b>Завтра</b> уедет.".encode("cp1251"), "а.txt") == (
        "<pre>Мэр приехал.\n&lt;b&gt;Завтра&lt;/b&gt; уедет.</pre>"
    )


def test_a_page_keeps_its_words_and_loses_what_could_act():
    page = """<!doctype html><html><head><title>Т</title><style>p{}</style></head><body onload="x()">
      <script>alert(1)</script><h1 id="at">Мэр <a href="javascript:x()">приехал</a></h1>
      <p style="position:fixed" class="top">в <b>Омск</b><img src="http://evil.example/x.png"></p>
      <form action="/x"><input name="q"></form><iframe src="//evil.example"></iframe>
      <table><tr><td>1</td></tr></table><svg><script>x</script></svg></body></html>"""
    html = shown(page.encode(), "а.html")
    assert "приехал" in html and "<b>Омск</b>" in html and "<td>1</td>" in html
    for word in ("script", "alert", "onload", "style", "href", "evil", "<form", "<input", "<iframe", "<img", "id="):
        assert word not in html.lower(), word


@pytest.mark.parametrize(
    "page",
    ["", "<", "<p>не закрыт", "<script>", "<!--", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<a" * 2000,
     "<math><mtext><script>x</script></mtext></math>", "&lt;script&gt;", "<h1><h2>вложен</h1>", "]]><![CDATA[x"],
)
def test_broken_pages_are_no_danger(page):
    assert "<script" not in clean(page).lower()


def test_a_letter_shows_its_head_and_its_words():
    letter = (
        "From: =?utf-8?b?0JDQvdC90LA=?= <a@gorod.example>\nSubject: =?utf-8?b?0J/Qu9Cw0L0=?=\n"
        "Content-Type: text/html; charset=utf-8\nMIME-Version: 1.0\n\n<p onclick=x>Едем</p><script>x</script>"
    )
    html = shown(letter.encode(), "п.eml")
    assert "Анна" in html and "План" in html and "<p>Едем</p>" in html and "script" not in html


def test_a_word_file_keeps_its_table():
    import docx

    document, file = docx.Document(), io.BytesIO()
    document.add_heading("План <1>")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "№ 1", "Ярмарка"
    document.add_paragraph("Конец")
    document.save(file)
    html = shown(file.getvalue(), "п.docx")
    assert html == (
        "<p><b>План &lt;1&gt;</b></p><table><tr><td><p>№ 1</p></td><td><p>Ярмарка</p></td></tr></table><p>Конец</p>"
    )


def test_a_pdf_is_pictures_of_its_pages():
    data = PDF.read_bytes()
    sizes = facsimile(data, PDF.name, Settings()).pages
    assert sizes and sizes == page_sizes(data, 99) and sizes[0][0] == 1000
    from PIL import Image

    with Image.open(io.BytesIO(page_picture(data, 0))) as picture:
        assert abs(picture.width - sizes[0][0]) <= 1 and abs(picture.height - sizes[0][1]) <= 1
    with pytest.raises(IndexError):
        page_picture(data, len(sizes))


def packed(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(name, b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "а.txt"), (b"%PDF-1.4 rubbish", "а.pdf"), (b"PK\x03\x04rubbish", "а.docx"),
     (packed("word/document.xml"), "а.docx"),
     (packed("а.txt"), "а.zip"), (b"\x89PNG\r\n\x1a\n0000", "а.png"), (b"x" * (MOST_BYTES + 1), "а.txt")],
)
def test_what_cannot_be_shown_says_so(data, name):
    with pytest.raises(Unreadable):
        facsimile(data, name, Settings())


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_every_sample_can_be_shown(path):
    if path.suffix == ".zip":
        pytest.skip("its members are kept, not the archive")
    found = facsimile(path.read_bytes(), path.name, Settings())
    assert found.pages or len(found.html) > 200
