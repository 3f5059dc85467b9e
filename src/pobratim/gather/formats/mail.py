"""Mail: its text, what its header states, and the files that came with it.

A page that a browser saved as MHTML is a mail in form only: its header tells of the saving, so that nothing
but its page is taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from pobratim.gather.draft import Draft
from pobratim.gather.encoding import decode
from pobratim.gather.formats.html import read_html
from pobratim.gather.refusal import Unreadable
from pobratim.gather.stated import is_no_title, is_office
from pobratim.gather.tables import pattern
from pobratim.model.settings import Settings

_SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_DECORATION = re.compile(
    r"image/|audio/|video/|text/(?:calendar|x-?vcard|vcard|directory|css)"
    r"|application/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys|ms-tnef)"
)
"""What comes with letters without being asked for: logos, signatures, invitations, visiting cards."""
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_LONGEST_FIELD = 5_000
"""Characters of a field of the header that are looked at."""
_LATE = 21
"""Hours: a letter sent in UTC as late as this bears the next day's date at home."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: its own text, if it has one, and the names and bytes of its files."""

    draft: Draft | None
    attachments: tuple[tuple[str, bytes], ...]


def read_mail(data: bytes, settings: Settings) -> Letter:
    """The parts of a mail. Raises Unreadable where it is locked or a box of several mails."""
    if data.startswith(b"From ") and re.search(rb"\r?\n\r?\nFrom \S+ .*\d{4}\r?\n", data):
        advice = "сохраните письма по одному как .eml"
        raise Unreadable("unsupported", kind="почтовый ящик mbox", advice=advice)
    message = message_from_bytes(data)
    if message.get_content_type() in _ENCRYPTED:
        raise Unreadable("encrypted", kind="письмо")
    parts = [part for part in _parts(message) if not part.is_multipart()]
    page_address = _header(message, "Snapshot-Content-Location")
    if page_address or "saved by" in _header(message, "From").lower():
        return Letter(_saved_page(parts, page_address, settings), ())
    body = _body(parts, settings)
    attachments = tuple(
        (name, _payload(part))
        for part in parts
        if (name := _file_name(part)) and not _DECORATION.match(part.get_content_type())
    )
    return Letter(_with_header(body, message) if body else None, attachments + tuple(_letters(message)))


def _parts(message: Message) -> Iterator[Message]:
    """All parts but those of letters that are attached whole."""
    yield message
    if message.is_multipart() and message.get_content_type() != "message/rfc822":
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part)


def _letters(message: Message) -> Iterator[tuple[str, bytes]]:
    """The letters attached whole."""
    attached = [part for part in _parts(message) if part.get_content_type() == "message/rfc822"]
    for number, part in enumerate(attached, 1):
        for letter in part.get_payload() if part.is_multipart() else ():
            if isinstance(letter, Message):
                yield f"письмо {number}.eml", letter.as_bytes()


def _body(parts: list[Message], settings: Settings) -> Draft | None:
    """The plain text of the letter, or its HTML where the plain text is missing or empty."""
    own = [part for part in parts if not _file_name(part)]
    for part in own:
        if part.get_content_type() == "text/plain":
            text = decode(_payload(part), part.get_content_charset())
            text = _QUOTED.sub("", _SIGNATURE.sub("", text.replace("\r\n", "\n")))
            if any(map(str.isalpha, text)):
                return Draft(text=text)
    for part in own:
        if part.get_content_type() == "text/html":
            return read_html(_payload(part), settings, part.get_content_charset())
    return None


def _saved_page(parts: list[Message], address: str, settings: Settings) -> Draft:
    for part in parts:
        if part.get_content_type() == "text/html":
            draft = read_html(_payload(part), settings, part.get_content_charset())
            return replace(draft, address=draft.address or address or None)
    raise Unreadable("no_text")


def _with_header(draft: Draft, message: Message) -> Draft:
    """The draft with subject, sender and day of the letter, which tell nothing of a text passed on."""
    subject = _header(message, "Subject")
    prefixes = _prefixes().match(subject)
    said = subject[prefixes.end() :] if prefixes else subject
    title = draft.title if is_no_title(said) else said or draft.title
    if (prefixes and prefixes["forward"]) or _forwarded().search(draft.text):
        return replace(draft, title=title)
    name = parseaddr(_header(message, "From"))[0].strip()
    office = is_office(name)
    return replace(
        draft,
        title=title,
        publisher=_header(message, "Organization") or (name if office else None) or draft.publisher,
        author=(name if not office else None) or draft.author or None,
        published=_day(_header(message, "Date")) or draft.published,
    )


def _day(date: str) -> str | None:
    """The day by the sender's calendar, as EDTF."""
    try:
        moment = parsedate_to_datetime(date)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if not moment.utcoffset() and moment.hour >= _LATE:
        return None
    return moment.date().isoformat()


def _header(message: Message, name: str) -> str:
    """A field of the header as text, whatever encodings it is written in; empty if it is missing."""
    return " ".join(_unencoded(message.get(name, "")).split())


def _unencoded(value: str | Header) -> str:
    """«=?koi8-r?B?…?=» as words."""
    try:
        chunks = decode_header(value[:_LONGEST_FIELD] if isinstance(value, str) else value)
    except (HeaderParseError, ValueError):  # a broken encoded word
        return str(value)
    return "".join(chunk if isinstance(chunk, str) else _words(chunk, charset) for chunk, charset in chunks)


def _words(chunk: bytes, charset: str | None) -> str:
    try:
        return decode(chunk, charset)
    except Unreadable:
        return chunk.decode("ascii", errors="replace")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: Message) -> str:
    """The name of an attached file without any folders; empty for a part of the letter itself."""
    name = part.get_filename() or ""
    if "=?" in name:
        name = _unencoded(name)
    name = re.split(r"[/\\]", name)[-1].strip()
    if not name and part.get_content_disposition() == "attachment":
        return "вложение"
    return name


@cache
def _prefixes() -> re.Pattern[str]:
    """«Re: Fwd: » at the beginning of a subject."""
    count = r"(?:\[\d+\])?\s*:\s*"
    return re.compile(
        rf"(?:(?:(?:{pattern('reply')})|(?P<forward>{pattern('forward')})){count})+", re.IGNORECASE
    )


@cache
def _forwarded() -> re.Pattern[str]:
    """The line that mail programs write over a letter passed on."""
    return re.compile(rf"^[-—_ ]*(?:{pattern('forwarded')})\b", re.IGNORECASE | re.MULTILINE)
