"""Files that pages hand out: what each form is called in an answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

TYPES: dict[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


def download(content: bytes, name: str, form: str) -> HttpResponse:
    """A file to be kept under this name; HTML too, so that it never runs in this site's name."""
    response = HttpResponse(content, content_type=TYPES[form])
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.{form}")
    return response
