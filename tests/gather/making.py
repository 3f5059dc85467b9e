"""Files as people send them, made in memory by the libraries that make them elsewhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from email.message import EmailMessage

from pobratim.gather import Gathered, gather_bytes
from pobratim.model.document import Document
from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

SETTINGS = Settings()
SMALL = Settings(
    max_file_bytes=20_000,
    max_text_chars=2_000,
    max_archive_files=5,
    max_archive_bytes=50_000,
    max_archive_ratio=20,
)
NEWS = (
    "Делегация Энска побывала в Бресте",
    "Гости из Энска осмотрели школу искусств и молочный комбинат, рассказали в городской администрации.",
    "Стороны условились обменяться детскими коллективами летом будущего года.",
)
"""A title and two paragraphs; the town of Энск is invented."""
TEXT = "\n\n".join(NEWS)
HTML_PAGE = "<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def documents(data: bytes, name: str = "файл", settings: Settings = SETTINGS) -> list[Document]:
    """The documents in some bytes, where there are no errors."""
    found = list(gather_bytes(data, name, settings))
    assert all(isinstance(one, Gathered) for one in found), found
    return [one.document for one in found if isinstance(one, Gathered)]


def document(data: bytes, name: str = "файл", settings: Settings = SETTINGS) -> Document:
    """The only document in some bytes."""
    (only,) = documents(data, name, settings)
    return only


def error(data: bytes, name: str = "файл", settings: Settings = SETTINGS) -> InputError:
    """The only error that some bytes give."""
    (only,) = gather_bytes(data, name, settings)
    assert isinstance(only, InputError), only
    return only


def page(body: str = "", head: str = "", encoding: str = "utf-8") -> bytes:
    """An HTML page."""
    return HTML_PAGE.format(head=head, body=body).encode(encoding)


def article(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> bytes:
    """An HTML page with an article: the first paragraph is its heading."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs[1:])
    return page(f"{before}<article><h1>{paragraphs[0]}</h1>{body}</article>{after}", head)


def word_file(paragraphs: Iterable[str] = (), table: Iterable[Iterable[str]] = ()) -> bytes:
    """A DOCX file: paragraphs («# …» in the style of a heading), then a table."""
    import docx

    made = docx.Document()
    for text in paragraphs:
        if text.startswith("# "):
            made.add_heading(text[2:], level=1)
        else:
            made.add_paragraph(text)
    rows = [list(row) for row in table]
    if rows:
        grid = made.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(grid.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def pdf_file(text: str, page: str = 'paper: "a5"') -> bytes:
    """A PDF file that typst sets from its markup."""
    import typst

    style = '#set text(lang: "ru", size: 11pt, hyphenate: true)\n#set par(justify: true)'
    return typst.compile(f"#set page({page})\n{style}\n{text}".encode())


def zip_file(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of the members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def repacked(package: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """A zip package (a DOCX) with members replaced, or left out where the change is None."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        members: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    members.update(changes)
    return zip_file({name: content for name, content in members.items() if content is not None})


def letter(
    text: str = TEXT, subject: str = "", date: str = "", sender: str = "", **files: bytes
) -> EmailMessage:
    """A mail; ``files`` are attached under their names, «дорожная_карта__docx» for «дорожная_карта.docx»."""
    mail = EmailMessage()
    mail["To"] = "archive@ensk.example"
    mail["From"] = sender or "press@ensk.example"
    if subject:
        mail["Subject"] = subject
    if date:
        mail["Date"] = date
    mail.set_content(text)
    for name, content in files.items():
        mail.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name.replace("__", ".")
        )
    return mail


