"""Inputs as people have them, made in memory by the libraries that make them elsewhere; all texts are invented."""

from __future__ import annotations

import gzip
import json
import uuid
import zipfile
from pathlib import Path
from typing import Any

from pobratim import bulk
from pobratim.bulk import Job, Options, Totals
from pobratim.model.errors import InputError

PLACES = ("Омск", "Томск", "Тверь", "Рязань", "Брянск", "Гомель", "Витебск", "Пенза", "Казань", "Тула")
OTHER = "В лесу прошёл дождь. Грибники вернулись с полными корзинами номер {number}."


def text(number: int) -> str:
    """An article about cooperation, another one for each number."""
    left, right = PLACES[number % 10], PLACES[(number // 10 + number + 1) % 10]
    return (
        f"Делегация города {left} посетила город {right} {number % 28 + 1} мая 2024 года.\n\n"
        f"{left} и {right} подписали соглашение о сотрудничестве в сфере культуры. "
        f"На встрече номер {number} стороны обсудили обмен делегациями городов-побратимов."
    )


def folder(path: Path, count: int, first: int = 0) -> Path:
    path.mkdir(parents=True)
    for number in range(first, first + count):
        (path / f"{number:04}.txt").write_text(text(number), encoding="utf-8")
    return path


def archive(path: Path, count: int) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for number in range(count):
            file.writestr(f"{number:04}.txt", text(number))
    return path


def records(count: int) -> list[dict[str, Any]]:
    return [
        {"text": text(number), "url": f"https://primer.example/{number}", "date": f"2024-06-{number % 28 + 1:02}"}
        for number in range(count)
    ]


def lines(path: Path, count: int) -> Path:
    told = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(count)).encode()
    path.write_bytes(gzip.compress(told) if path.suffix == ".gz" else told)
    return path


def table(path: Path, count: int, rows_of_group: int = 10) -> Path:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist(records(count)), path, row_group_size=rows_of_group)
    return path


def page(number: int) -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text(number).split("\n\n"))
    return f"<!DOCTYPE html><html><head><title>Новость {number}</title></head><body>{paragraphs}</body></html>".encode()


def warc(path: Path, count: int, *, packed: str = "") -> Path:
    """Answers with pages, and beside each its request; ``packed``: a record at a time, or the whole file at once."""
    told = [_record("warcinfo", "", "application/warc-fields", b"software: none\r\n")]
    for number in range(count):
        address = f"https://primer.example/{number}"
        told.append(_record("request", address, "application/http", b"GET / HTTP/1.1\r\n\r\n"))
        for status, kind, body in (
            ("200 OK", "text/html; charset=utf-8", page(number)),
            ("404 Not Found", "text/html", page(number)),
            ("200 OK", "image/png", b"\x89PNG"),
        ):
            told.append(_record("response", address, "application/http; msgtype=response", _answer(status, kind, body)))
    return _packed(path, told, packed)


def wet(path: Path, count: int, *, packed: str = "") -> Path:
    """The texts of pages alone."""
    told = [_record("warcinfo", "", "application/warc-fields", b"software: none\r\n")]
    for number in range(count):
        told.append(_record("conversion", f"https://primer.example/{number}", "text/plain", text(number).encode()))
    return _packed(path, told, packed)


def _packed(path: Path, records: list[bytes], packed: str) -> Path:
    if packed == "records":
        records = [gzip.compress(record) for record in records]
    content = b"".join(records)
    path.write_bytes(gzip.compress(content) if packed == "whole" else content)
    return path


def _record(kind: str, address: str, content_type: str, content: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n"
        f"WARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def _answer(status: str, kind: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def run(output: Path, *inputs: Path, workers: int = 1, **options: Any) -> tuple[Totals, list[InputError]]:
    """A run with the engine of one machine, and the inputs that could not be opened."""
    complaints: list[InputError] = []
    job = Job(inputs=tuple(map(str, inputs)), folder=output, options=Options(**options), workers=workers)
    return bulk.run(job, complaints.append, lambda totals: None), complaints


def texts(output: Path) -> list[str]:
    """The texts of a folder of results, in the order of the inputs."""
    return [reading.document.text for reading, _, _ in bulk.readings(output)]
