"""The samples: all there, in every format, honest about who says what, and described without mistakes."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import importlib.util
import io
import re
import sys
import tomllib
import typing
import zipfile
from pathlib import Path
from types import ModuleType

import docx
import pypdfium2
import pytest

from pobratim.model import reading

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = SAMPLES / "documents"
ENCODINGS = {"minsk-omsk-24-iyunya.txt": "cp1251", "minsk-rostov-plan-2025.html": "cp1251",
             "rostov-minsk-poezdka-2025.txt": "koi8-r"}
EXPECTED = tomllib.loads((SAMPLES / "expected.toml").read_text(encoding="utf-8"))
ENTRIES = {sample["file"]: sample for sample in EXPECTED["sample"]}
ABOUT_THE_DOCUMENT = {"file", "published", "undated", "title", "publisher", "author", "language", "example",
                      "irrelevant", "without", "never"}


def load_make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples_make", SAMPLES / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def text_of(name: str, content: bytes) -> str:
    """The words of one document; tags and scripts of a page are dropped, its menu is kept."""
    suffix = Path(name).suffix
    if suffix == ".docx":
        return "\n\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    if suffix == ".pdf":
        pages = pypdfium2.PdfDocument(content)
        text = "\n".join(page.get_textpage().get_text_range() for page in pages)
        return text.replace("\r\n", "\n").replace("\N{SOFT HYPHEN}", "").replace("\ufffe", "")
    if suffix == ".eml":
        message = email.message_from_bytes(content, policy=email.policy.default)
        return f"{message['Subject']}\n\n{message.get_content()}"
    text = content.decode(ENCODINGS.get(name, "utf-8"))
    if suffix == ".html":
        body = text[text.index("<body") :]
        return re.sub(r"<[^>]+>", " ", re.sub(r"</(p|h1|li|blockquote)>", "\n\n", body))
    return text


def documents() -> dict[str, str]:
    """Every document by its name, inside an archive ``archive.zip/name``."""
    found = {}
    for path in sorted(DOCUMENTS.iterdir()):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for member in archive.namelist():
                    found[f"{path.name}/{member}"] = text_of(member, archive.read(member))
        else:
            found[path.name] = text_of(path.name, path.read_bytes())
    return found


TEXTS = documents()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_document_is_described_and_every_description_has_its_document() -> None:
    assert sorted(TEXTS) == sorted(ENTRIES)


def test_the_readme_names_every_document() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in ENTRIES if f"`{name.rpartition('/')[2]}`" not in readme] == []


def test_every_format_is_there() -> None:
    assert {path.suffix for path in DOCUMENTS.iterdir()} == {".txt", ".html", ".docx", ".pdf", ".eml", ".zip"}
    with zipfile.ZipFile(DOCUMENTS / "rostov-gomel-2025.zip") as archive:
        assert len(archive.namelist()) == 2


@pytest.mark.parametrize("name", ["minsk-omsk-24-iyunya.txt", "rostov-minsk-poezdka-2025.txt"])
def test_the_old_encodings_are_not_utf_8(name: str) -> None:
    with pytest.raises(UnicodeDecodeError):
        (DOCUMENTS / name).read_bytes().decode("utf-8")
    assert "Кухарев" in TEXTS[name]


def test_a_page_has_what_a_page_of_the_web_has_around_its_text() -> None:
    page = (DOCUMENTS / "omsk-minsk-zavody-2025.html").read_text(encoding="utf-8")
    for part in ("<nav", "og:title", "og:site_name", "article:published_time", 'class="share"'):
        assert part in page


def test_make_builds_the_same_words_that_are_kept() -> None:
    for name, content in load_make().build().items():
        kept = (DOCUMENTS / name).read_bytes()
        if name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(content)) as new, zipfile.ZipFile(DOCUMENTS / name) as old:
                assert {n: new.read(n) for n in new.namelist()} == {n: old.read(n) for n in old.namelist()}
        else:
            assert text_of(name, content) == text_of(name, kept), f"{name}: run python samples/make.py"


def test_the_pdf_says_what_its_source_says() -> None:
    release = load_make().Release.load("dni-minska-kazan-2025")
    letters = re.compile(r"\w")
    written = letters.findall(release.fields["Title"] + release.body)
    assert letters.findall(TEXTS["dni-minska-kazan-2025.pdf"]) == written


@pytest.mark.parametrize("name", TEXTS)
def test_a_press_release_is_short(name: str) -> None:
    assert 80 <= len(TEXTS[name].split()) <= 250


@pytest.mark.parametrize("name", [name for name, entry in ENTRIES.items() if entry.get("example")])
def test_what_is_invented_says_so_in_its_first_or_last_lines(name: str) -> None:
    lines = [line for line in TEXTS[name].splitlines() if line.strip()]
    assert any("учебный пример" in line.lower() for line in [*lines[:6], *lines[-4:]])


@pytest.mark.parametrize("name", [name for name, entry in ENTRIES.items() if not entry.get("example")])
def test_no_words_are_put_in_the_mouth_of_a_real_person(name: str) -> None:
    text = TEXTS[name]
    assert not re.search(r"^\s*[—–-]\s", text, re.M), "a line that opens with a dash is a quotation"
    assert not re.search(r"[»,]\s[—–-]\s", text), "a dash after a comma or a quotation mark gives the speaker"
    said = r"отметил|заявил|подчеркнул|\bсказал|добавил|пояснил|уверен[аы]?\b|по словам"
    said += r"|адзначы|заявіў|падкрэслі|па словах"
    assert not re.search(said, text, re.I)
    assert "quote" not in ENTRIES[name]


@pytest.mark.parametrize("name", ENTRIES)
def test_the_description_uses_the_slots_of_a_reading(name: str) -> None:
    for type_, records in ENTRIES[name].items():
        if type_ in ABOUT_THE_DOCUMENT:
            continue
        cls = reading.RECORD_TYPES[type_]
        hints = typing.get_type_hints(cls)
        slots = {field.name.rstrip("_") for field in dataclasses.fields(cls)} - {"evidence", "confidence"}
        if type_ == "quote":
            slots = slots - {"span"} | {"text"}
        for record in records:
            assert set(record) <= slots, record
            for slot in {"kind", "status", "direction", "metric", "trend"} & set(record):
                assert record[slot] in [word for word in _literals(hints[slot]) if word], record
            assert record.get("topic", "trade") in reading.TOPICS


def _literals(hint: object) -> list[object]:
    arguments = typing.get_args(hint)
    return [value for part in arguments for value in (_literals(part) or [part])]


DATE = r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?"


@pytest.mark.parametrize("name", ENTRIES)
def test_dates_are_edtf_and_not_later_than_can_be_known(name: str) -> None:
    entry = ENTRIES[name]
    assert ("published" in entry) != entry.get("undated", False)
    for records in (value for key, value in entry.items() if key not in ABOUT_THE_DOCUMENT):
        for record in records:
            for slot in {"date", "since", "signed", "period", "due"} & set(record):
                assert re.fullmatch(f"{DATE}(?:/{DATE})?", record[slot]), record
            if "published" in entry and record.get("status") == "held" and "date" in record:
                assert record["date"][:7] <= entry["published"], record


@pytest.mark.parametrize("name", ENTRIES)
def test_the_description_names_only_what_the_text_names(name: str) -> None:
    """By word stems, for names stand in the nominative there and in any case here."""
    text = squeezed(TEXTS[name]).lower().replace("ё", "е")
    entry = ENTRIES[name]
    for type_ in set(entry) & set(reading.RECORD_TYPES):
        for record in entry[type_]:
            people = [record.get("person"), record.get("speaker"), *record.get("participants", []),
                      *record.get("signatories", [])]
            for person in filter(None, people):
                assert person.split()[-1].lower()[:-2] in text, person
            if "text" in record:
                assert record["text"].lower().replace("ё", "е") in text
            if "action" in record:
                assert record["action"].lower().replace("ё", "е") in text
    for words in entry.get("without", []):
        assert words.lower() in text, f"{words} would not show that the page's furniture is left out"


@pytest.mark.parametrize("row", [row for rows in EXPECTED["register"].values() for row in rows])
def test_the_register_is_expected_to_know_only_documents_that_are_there(row: dict[str, typing.Any]) -> None:
    files = [*row.get("files", []), *(file for files in row.get("values", {}).values() for file in files)]
    files += [row[slot] for slot in ("file", "planned", "followed") if slot in row]
    assert set(files) <= set(ENTRIES)
