"""Zip archives that are what they seem, and those that are not."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather import Gathered, gather_bytes
from pobratim.gather.refusal import Unreadable
from pobratim.gather.unpacking import Member, is_junk, members, open_zip
from pobratim.model.errors import InputError

from .making import NEWS, SETTINGS, SMALL, TEXT, documents, error, zip_file

CENTRAL = b"PK\x01\x02"


def found_in(data: bytes, used=SETTINGS) -> tuple[list[str], list[str]]:
    """The names of the documents in an archive, and the errors as sentences."""
    found = list(gather_bytes(data, "а.zip", used))
    return (
        [one.name for one in found if isinstance(one, Gathered)],
        [str(one) for one in found if isinstance(one, InputError)],
    )


def patched(data: bytes, field: str, value: int, size: int) -> bytes:
    """The archive with one number of its first directory entry changed."""
    offsets = {"flags": 8, "method": 10, "crc": 16, "unpacked": 24}
    at = data.index(CENTRAL) + offsets[field]
    return data[:at] + value.to_bytes(size, "little") + data[at + size :]


def test_files_and_folders_by_name():
    data = zip_file({"б.txt": NEWS[1], "а/2.txt": NEWS[2], "а/1.txt": TEXT, "а/": ""})
    assert found_in(data) == (["а.zip/а/1.txt", "а.zip/а/2.txt", "а.zip/б.txt"], [])


def test_each_document_has_its_own_bytes():
    (found,) = gather_bytes(zip_file({"а.txt": TEXT}), "а.zip", SETTINGS)
    assert isinstance(found, Gathered)
    assert found.original == TEXT.encode()
    assert found.document.source == "а.zip/а.txt"


def test_what_systems_leave_is_passed_over():
    left = ["__MACOSX/._а.txt", ".DS_Store", "а/Thumbs.db", "~$план.docx", "а/.git/config"]
    assert found_in(zip_file({"а.txt": TEXT, **dict.fromkeys(left, "x")})) == (["а.zip/а.txt"], [])


@pytest.mark.parametrize("name", ["../а.txt", "./а.txt", "..\\а.txt", "а..txt", "план.txt"])
def test_paths_are_no_junk(name):
    assert not is_junk(name)


@pytest.mark.parametrize(
    "name", ["../б.txt", "а/../../б.txt", "/etc/passwd", "C:/б.txt", "c:\\б.txt", "..\\б.txt"]
)
def test_a_path_that_leaves_the_archive(name):
    names, errors = found_in(zip_file({name: NEWS[1], "я.txt": TEXT}))
    assert names == ["а.zip/я.txt"]
    assert len(errors) == 1 and "за пределы архива" in errors[0]


def test_a_link_is_refused():
    link = zipfile.ZipInfo("ссылка.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("а.txt", TEXT)
    names, errors = found_in(file.getvalue())
    assert names == ["а.zip/а.txt"]
    assert errors == ["а.zip/ссылка.txt: это ссылка, а не файл; положите в архив сам файл"]


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_names_of_old_archivers(encoding):
    raw = "Новости.txt".encode(encoding)
    placeholder = "x" * len(raw)
    data = zip_file({placeholder: TEXT}).replace(placeholder.encode(), raw)
    assert found_in(data) == (["а.zip/Новости.txt"], [])


def test_a_locked_file():
    data = zip_file({"а.txt": TEXT})
    assert "закрыт паролем" in found_in(patched(data, "flags", 1, 2))[1][0]


@pytest.mark.parametrize(
    ("field", "value", "size"), [("method", 99, 2), ("crc", 0, 4), ("unpacked", 12, 4)]
)
def test_a_directory_that_lies(field, value, size):
    names, errors = found_in(patched(zip_file({"а.txt": TEXT}), field, value, size))
    assert (len(names), len(errors)) == (0, 1)
    assert "повреждён" in errors[0]


def test_a_bomb_is_known_by_its_ratio():
    names, errors = found_in(zip_file({"а.txt": TEXT, "бомба.txt": bytes(5_000_000)}))
    assert names == ["а.zip/а.txt"]
    assert "больше чем в 200 раз" in errors[0] and "POBRATIM_MAX_ARCHIVE_RATIO" in errors[0]


def test_too_many_files():
    data = zip_file({f"{number}.txt": TEXT for number in range(6)})
    assert error(data, settings=SMALL).reason == "в архиве больше 5 файлов"


def test_too_much_together():
    data = zip_file({f"{number}.txt": TEXT * 2 for number in range(4)})
    assert "в распакованном виде" in error(data, settings=replace(SMALL, max_archive_bytes=1_000)).reason


def test_one_file_too_large():
    names, errors = found_in(zip_file({"а.txt": TEXT, "б.txt": TEXT * 60}, zipfile.ZIP_STORED), SMALL)
    assert names == ["а.zip/а.txt"]
    assert "POBRATIM_MAX_FILE_BYTES" in errors[0]


def test_an_archive_in_an_archive_and_no_deeper():
    deepest = zip_file({"в.txt": TEXT})
    data = zip_file({"1.zip": zip_file({"2.zip": deepest, "б.txt": TEXT}), "а.txt": TEXT})
    names, errors = found_in(data)
    assert names == ["а.zip/1.zip/б.txt", "а.zip/а.txt"]
    assert len(errors) == 1 and errors[0].startswith("а.zip/1.zip/2.zip: архивы или письма вложены")


def test_archives_inside_count_towards_the_limits():
    inner = {f"{n}.txt": TEXT for n in range(3)}
    names, errors = found_in(zip_file({"1.zip": zip_file(inner), "2.zip": zip_file(inner)}), SMALL)
    assert len(names) == 3
    assert errors[0].startswith("а.zip/2.zip: в архиве больше 5 файлов")


@pytest.mark.parametrize("members_", [{}, {"папка/": ""}, {".DS_Store": "x"}])
def test_an_archive_without_files(members_):
    assert error(zip_file(members_)).reason == "в архиве нет файлов"


@pytest.mark.parametrize("cut", [10, 60, -5])
def test_a_truncated_archive(cut):
    assert error(zip_file({"а.txt": TEXT})[:cut]).reason == "архив ZIP повреждён или записан с ошибками"


def test_a_directory_of_millions_is_not_even_read():
    data = zip_file({"а.txt": TEXT})
    end = data.rindex(b"PK\x05\x06")
    size = SMALL.max_archive_files * 1025
    huge = data[:end] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size, 0, 0)
    with pytest.raises(Unreadable) as refusal:
        open_zip(io.BytesIO(huge), "а.zip", SMALL)
    assert refusal.value.code == "archive_too_many"


def test_text_files_of_an_archive_are_read_like_others():
    (only,) = documents(zip_file({"а.txt": TEXT.encode("koi8-r")}))
    assert only.text == TEXT


ODD_NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)
ODD_PATHS = st.text("./\\а:~$", min_size=1, max_size=8)
CONTENTS = st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", TEXT.encode(), b" "])


@given(st.dictionaries(ODD_NAMES | ODD_PATHS, CONTENTS, max_size=6))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_names_end_in_one_document_or_error_each(contents):
    data = zip_file(contents)
    with open_zip(io.BytesIO(data), "а.zip", SETTINGS) as archive:
        tried = members(archive)
    found = list(gather_bytes(data, "а.zip", SETTINGS))
    assert len(found) == max(1, len(tried))


@given(st.binary(max_size=200))
def test_a_name_is_always_text(raw):
    info = zipfile.ZipInfo("x")
    info.filename = raw.decode("cp437")
    assert isinstance(Member(info).name, str)


ARCHIVE = zip_file({"а.txt": TEXT, "план.txt": NEWS[1]})


@given(st.integers(0, len(ARCHIVE)), st.binary(min_size=1, max_size=30))
def test_damage_anywhere_ends_in_documents_and_errors(position, damage):
    data = bytearray(ARCHIVE)
    data[position : position + len(damage)] = damage
    assert list(gather_bytes(bytes(data), "а.zip", SMALL))
