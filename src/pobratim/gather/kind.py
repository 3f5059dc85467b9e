"""What a file is, told by its bytes; the name only helps where bytes leave it open."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection
from typing import Literal

from pobratim.gather.refusal import Unreadable
from pobratim.gather.tables import table

Kind = Literal["text", "html", "docx", "pdf", "mail", "zip"]

_HEAD = 8_192
"""Bytes looked at. A comment or a declaration may stand before the first tag of a page."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x19\x1c-\x1f\x7f]")
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|(?:html|head|body|title|meta|base|link|script|style|"
    r"article|main|section|header|nav|div|p|h[1-6]|table|tr|td|ul|ol|li|span|font|center|a|b|i|br|img)\b)",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml|svg|rss|feed)\b", re.IGNORECASE)
_HEADER = re.compile(r"([!-9;-~]{1,60}):[ \t]?[^\n]*\n(?:[ \t][^\n]*\n)*")
_MAIL_HEADERS = frozenset(
    ("from", "to", "date", "subject", "mime-version", "content-type", "message-id", "received", "return-path",
     "delivered-to", "reply-to", "snapshot-content-location")
)


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of a whole file. Raises Unreadable for an empty one and for kinds that are not read.

    A zip file is "zip" here; `packed_kind` says what it is by its members.
    """
    if not data:
        raise Unreadable("empty")
    head = data[:_HEAD]
    if head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and _is_binary(head)):
        return "pdf"
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_OLE):
        raise _compound(data)
    _refuse_foreign(head)
    text = head.decode("utf-16" if head.startswith(_UTF16) else "latin-1", errors="ignore")
    text = text.lstrip("\ufeff\xef\xbb\xbf")
    if _is_mail(text, name):
        return "mail"
    if _HTML.match(text):
        return "html"
    if _XML.match(text):
        raise Unreadable("unsupported", kind="файл XML", advice="сохраните текст как TXT, HTML или DOCX")
    return "text"


def packed_kind(members: Collection[str]) -> Kind:
    """What a zip file with these members is: a document or an archive. Raises Unreadable for other kinds."""
    if "word/document.xml" in members:
        return "docx"
    for row in table("kinds")["packed"]:
        if row["member"] in members:
            raise Unreadable("unsupported", kind=row["name"], advice=row["advice"])
    return "docx" if "[Content_Types].xml" in members else "zip"


def beside(name: str, *, records: bool = False) -> Unreadable | None:
    """Why a file that only lies in a folder or an archive is no document, by its name; None where it may be one.

    With ``records`` files of many documents are taken, too.
    """
    plain = name.replace("\\", "/").rpartition("/")[2].lower()
    for row in table("kinds")["beside"]:
        named = plain.endswith(tuple(row.get("ends", ()))) or plain.startswith(tuple(row.get("begins", ())))
        if named and not (records and row.get("records")):
            return Unreadable("no_document", kind=row["name"], advice=row["advice"])
    return None


def _refuse_foreign(head: bytes) -> None:
    binary = _is_binary(head)
    for row in table("kinds")["foreign"]:
        at = row.get("at", 0)
        signature = bytes.fromhex(row["hex"])
        if head[at : at + len(signature)] == signature and (binary or not row.get("binary")):
            raise Unreadable("unsupported", kind=row["name"], advice=row["advice"])
    if binary and (b"\0" in head or len(_CONTROL.findall(head)) * 100 > len(head)):
        raise Unreadable(
            "unsupported", kind="двоичный файл неизвестного вида", advice="нужен документ с текстом"
        )


def _is_binary(head: bytes) -> bool:
    return bool(_CONTROL.search(head)) and not head.startswith(_UTF16)


def _compound(data: bytes) -> Unreadable:
    for row in table("kinds")["compound"]:
        if row["stream"].encode("utf-16-le") in data:
            if row.get("encrypted"):
                return Unreadable("encrypted", kind=row["name"])
            return Unreadable("unsupported", kind=row["name"], advice=row["advice"])
    return Unreadable(
        "unsupported", kind="составной файл Microsoft", advice="сохраните документ как DOCX или PDF"
    )


def _is_mail(text: str, name: str) -> bool:
    """Whether the text opens with the header of a mail: known fields, at least two of them."""
    text = text.replace("\r\n", "\n")
    if text.startswith("From "):
        text = text.partition("\n")[2]
    fields, position = set(), 0
    while match := _HEADER.match(text, position):
        fields.add(match[1].lower())
        position = match.end()
    needed = 1 if name.lower().endswith((".eml", ".mht", ".mhtml")) else 2
    return len(fields & _MAIL_HEADERS) >= needed
