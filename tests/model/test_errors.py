"""Errors: one sentence for the user, whole after a journey between processes."""

from __future__ import annotations

import copy
import errno
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.model.errors import InputError, NotFound, PobratimError, SettingsError, trouble_of_disk

PARTS = st.tuples(st.text(), st.text(), st.text(), st.booleans())


def test_the_sentence_names_input_reason_and_advice():
    error = InputError("архив.zip/план.docx", "файл пуст", "скачайте его заново")
    assert str(error) == "архив.zip/план.docx: файл пуст; скачайте его заново"
    assert str(InputError("план.docx", "файл пуст")) == "план.docx: файл пуст"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "нет такого файла или папки"),
        (PermissionError(errno.EACCES, "Permission denied"), "нет прав"),
        (OSError(errno.ENOSPC, "No space left on device"), "на диске нет места"),
        (OSError(errno.ELOOP, "Too many symbolic links"), "Too many symbolic links"),
        (OSError(), "ошибка диска"),
    ],
)
def test_trouble_of_the_disk_is_told_in_russian_as_far_as_we_have_the_words(error, told):
    assert trouble_of_disk(error) == told


def test_a_second_try_is_worth_it_only_if_said():
    assert not InputError("а", "б").retry
    assert InputError("а", "б", retry=True).retry


@given(PARTS)
def test_an_input_error_survives_pickling_and_copying(parts):
    source, reason, advice, retry = parts
    error = InputError(source, reason, advice, retry=retry)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is InputError
        assert (twin.source, twin.reason, twin.advice, twin.retry) == parts
        assert str(twin) == str(error)


@pytest.mark.parametrize("kind", [InputError, NotFound, SettingsError])
def test_all_are_one_family(kind):
    assert issubclass(kind, PobratimError)
