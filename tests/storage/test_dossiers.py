"""Dossiers: what is read in part says what the whole register says."""

import dataclasses

import pytest

from pobratim import register, storage
from pobratim.model.errors import NotFound
from pobratim.register import dossier
from tests.registers import REGISTER
from tests.web import make


@pytest.mark.parametrize(
    ("rows", "subject", "ids"),
    [
        (REGISTER, "tie", ("city:minsk", "city:omsk")),
        (REGISTER, "place", ("city:orel",)),
        (REGISTER, "person", ("person:shelest",)),
        (REGISTER, "organization", ("org:bkm",)),
        (make.REGISTER, "tie", (make.MINSK, make.OMSK)),
        (make.REGISTER, "place", (make.OMSK,)),
        (make.REGISTER, "person", ("person:primerov",)),
        (make.REGISTER, "organization", ("org:uchebtrans",)),
    ],
)
def test_a_dossier_lacks_nothing_that_the_whole_register_has(home, monkeypatch, rows, subject, ids):
    monkeypatch.setattr(register, "derive", lambda readings: rows)
    storage.derive()

    found = getattr(storage, subject)(*ids)
    whole = getattr(dossier, f"{subject}_dossier")(rows, *ids)

    for field in dataclasses.fields(dossier.Dossier):
        assert getattr(found, field.name) == getattr(whole, field.name), field.name


def test_nobody_has_a_dossier(home):
    with pytest.raises(NotFound):
        storage.person("person:nobody")
