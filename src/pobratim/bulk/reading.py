"""From an item to what is read of it: the rows of the output, one error for each thing that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pobratim import gather
from pobratim.bulk.pieces import Item
from pobratim.bulk.rows import claim_rows, document_row
from pobratim.gather import Gathered
from pobratim.gather.encoding import decode
from pobratim.gather.kind import kind_of
from pobratim.gather.records import fields_of, gather_fields
from pobratim.gather.refusal import Unreadable
from pobratim.model.errors import InputError
from pobratim.model.reading import Reading
from pobratim.model.settings import Settings

Row = dict[str, Any]
RELEVANT = 0.5
"""From here on a document is about cooperation (`reading.relevance.THRESHOLD`, whose module takes long to load)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is done with each document."""

    sieve: bool = False
    """Only keep what is about cooperation between places, and do not even parse what surely is not."""
    originals: bool = False
    """Keep the original bytes beside what was read."""
    timeout: int = 300
    """Seconds for one item; a worker that takes longer is ended and the item set aside."""
    settings: Settings = field(default_factory=Settings)


@dataclass(slots=True)
class Found:
    """What came of items."""

    documents: dict[str, tuple[Row, list[Row]]] = field(default_factory=dict)
    """By its id a document's row and those of its claims."""
    errors: list[InputError] = field(default_factory=list)
    repeated: int = 0
    """Documents with the text of an earlier one here; the earlier one counts."""
    sifted: int = 0
    """Documents that are not about cooperation and were left out for it."""

    def __bool__(self) -> bool:
        return bool(self.documents or self.errors)

    def add(self, other: Found) -> None:
        """Take in what came of later items."""
        for document, claims in other.documents.values():
            self.keep(document, claims)
        self.errors += other.errors
        self.repeated += other.repeated
        self.sifted += other.sifted

    def keep(self, document: Row, claims: list[Row]) -> None:
        if document["id"] in self.documents:
            self.repeated += 1
        else:
            self.documents[document["id"]] = document, claims


def read_item(item: Item, options: Options) -> Found:
    """What is read of one item."""
    found = Found()
    for gathered in _gathered(item, options):
        if gathered is None:
            found.sifted += 1
            continue
        reading = gathered if isinstance(gathered, InputError) else read_or_explain(gathered, options.settings)
        if isinstance(reading, InputError) or isinstance(gathered, InputError):
            found.errors.append(reading)  # type: ignore[arg-type]
        elif options.sieve and reading.relevance < RELEVANT:
            found.sifted += 1
        else:
            found.keep(document_row(reading, gathered, original=options.originals), claim_rows(reading))
    return found


def read_or_explain(item: Gathered, settings: Settings) -> Reading | InputError:
    """The reading, with the measures of a road map; a text on which the reader itself fails is one failed input."""
    from pobratim.reading import read_document

    try:
        reading = read_document(item.document)
        if item.original.startswith(b"PK"):  # a DOCX may be a road map
            from pobratim.exchange.roadmap.claims import with_measures

            reading = with_measures(reading, item.original, settings)
        return reading
    except Exception as error:
        return failed(item.document.source, error)


def _gathered(item: Item, options: Options) -> Iterator[Gathered | InputError | None]:
    """The documents of an item; None for one that the sieve stops."""
    try:
        if not options.sieve:
            yield from _documents(item, options.settings)
            return
        data = _bytes_to_sift(item, options.settings)
        if data is not None:
            yield from _documents(item, options.settings) if _passes(data) else [None]
            return
        for found in _documents(item, options.settings):
            yield found if isinstance(found, InputError) or _passes(found.document.text.encode()) else None
    except InputError as error:
        yield error


def _documents(item: Item, settings: Settings) -> Iterator[Gathered | InputError]:
    if item.data is None:
        yield from gather.gather([item.name], settings)
    elif item.form == "record":
        yield gather_fields(fields_of(item.data, item.name, settings), item.data, item.name, settings)
    elif item.form == "member":
        yield from gather.gather_member(item.data, item.name, settings)
    else:
        yield from map(partial(_at, item.address), gather.gather_bytes(item.data, item.name, settings))


def _at(address: str | None, found: Gathered | InputError) -> Gathered | InputError:
    """A page is at the address it came from, unless it names another for itself."""
    if isinstance(found, InputError) or found.document.address:
        return found
    return replace(found, document=replace(found.document, address=address))


def _bytes_to_sift(item: Item, settings: Settings) -> bytes | None:
    """The bytes whose words the sieve can see; None for what has to be parsed first (PDF, DOCX, letters)."""
    if item.form == "record":
        fields = fields_of(item.data or b"", item.name, settings)
        return "\n".join((fields.get("title", ""), fields.get("text", ""), fields.get("html", ""))).encode()
    data = item.data
    if data is None:
        try:
            with Path(item.name).open("rb") as file:
                data = file.read(settings.max_file_bytes + 1)
        except OSError:
            return None  # whoever reads it says why
    try:
        return data if len(data) <= settings.max_file_bytes and kind_of(data, item.name) in ("text", "html") else None
    except Unreadable:
        return None


def _passes(data: bytes) -> bool:
    """Does the sieve let it through? What is neither UTF-8 nor Windows-1251 is shown to it once more as UTF-8."""
    from pobratim.reading.sieve import passes

    if passes(data):
        return True
    try:
        data.decode()
        return False
    except UnicodeDecodeError:
        pass
    try:
        return passes(decode(data).encode())
    except Unreadable:
        return True  # whoever reads it says why


def failed(name: str, error: Exception) -> InputError:
    """What is said of an input on which the program itself fails."""
    said = InputError(
        name,
        f"сбой программы при чтении ({type(error).__name__}: {error})",
        "сообщите о нём разработчикам, приложив файл",
    )
    said.__cause__ = error
    return said
