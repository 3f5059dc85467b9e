"""Build the samples that no editor saves as they must be: other encodings, DOCX, PDF, mail, an archive.

    python samples/make.py [FOLDER]

reads samples/source and writes into FOLDER (samples/documents by default). The other documents are
written by hand. The same sources give the same files, byte for byte with the same libraries.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import docx
import typst

HERE = Path(__file__).parent
SOURCE = HERE / "source"

RECODED = {
    "minsk-omsk-24-iyunya.txt": "cp1251",
    "minsk-rostov-plan-2025.html": "cp1251",
    "rostov-minsk-poezdka-2025.txt": "koi8-r",
}
DOCX = ("brest-forum-2023", "minsk-ekaterinburg-2022", "ucheb-peregovory-2024")
PDF = ("dni-minska-kazan-2025",)
MAIL = ("minsk-ekaterinburg-karta-2025", "ucheb-obeshchaniya-2024")
ARCHIVES = {
    "rostov-gomel-2025.zip": ("rostov-belarus-rabochaya-gruppa.txt", "rostov-gomel-pobratimy-2025.html"),
}

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time given to every member of an archive, so that building twice gives the same bytes."""


@dataclass(frozen=True)
class Release:
    """A source text: ``Name: value`` lines, an empty line, paragraphs set apart by empty lines."""

    fields: dict[str, str]
    body: str

    @classmethod
    def load(cls, name: str) -> Release:
        head, body = (SOURCE / f"{name}.txt").read_text(encoding="utf-8").split("\n\n", 1)
        fields = dict(line.split(": ", 1) for line in head.splitlines())
        return cls(fields, body.strip() + "\n")

    @property
    def paragraphs(self) -> list[str]:
        return self.body.strip().split("\n\n")


def as_docx(release: Release) -> bytes:
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = release.fields["Title"], release.fields["Author"]
    properties.created = properties.modified = datetime.fromisoformat(release.fields["Date"])
    document.add_heading(release.fields["Title"], level=1)
    for paragraph in release.paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as package:
        return zipped({name: package.read(name) for name in package.namelist()})


def as_pdf(release: Release) -> bytes:
    content: dict[str, object] = {name.lower(): value for name, value in release.fields.items()}
    content["paragraphs"] = release.paragraphs
    return typst.compile(SOURCE / "release.typ", sys_inputs={"release": json.dumps(content)})


def as_mail(release: Release) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = release.fields["Title"]
    for name in ("From", "To", "Date", "Message-ID"):
        message[name] = release.fields[name]
    message.set_content(release.body, charset=release.fields.get("Charset", "utf-8"), cte="base64")
    return message.as_bytes()


def zipped(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def build() -> dict[str, bytes]:
    """Every built document: its file name and its bytes."""
    return {
        **{name: (SOURCE / name).read_text(encoding="utf-8").encode(code) for name, code in RECODED.items()},
        **{f"{name}.docx": as_docx(Release.load(name)) for name in DOCX},
        **{f"{name}.pdf": as_pdf(Release.load(name)) for name in PDF},
        **{f"{name}.eml": as_mail(Release.load(name)) for name in MAIL},
        **{
            archive: zipped({name: (SOURCE / name).read_bytes() for name in names})
            for archive, names in ARCHIVES.items()
        },
    }


def main(folder: Path) -> None:
    for name, content in build().items():
        (folder / name).write_bytes(content)
        print(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "documents")
