from __future__ import annotations

import pytest

from pobratim.register.declension import declined


@pytest.mark.parametrize(("name", "forms"), [
    ("игорь вербицкий", {"игорю вербицкому", "игорем вербицким"}),
    ("ольга волкова", {"ольге волковой", "ольгой волковой"}),
    ("мария дубровская", {"марии дубровской", "марией дубровской"}),
    ("никита сорока", {"никите сороке", "никитой сорокой"}),
    ("елена шевченко", {"елене шевченко", "еленой шевченко"}),
    ("павел кравец", {"павлу кравцу", "павлом кравцом"}),
    ("сергей адамович", {"сергею адамовичу", "сергеем адамовичем"}),
    ("любовь седых", {"любови седых", "любовью седых"}),
])
def test_names_in_the_dative_and_the_instrumental(name: str, forms: set[str]) -> None:
    found = {" ".join(form) for form in declined(*name.split())}
    assert forms <= found
    assert name not in found


def test_what_has_no_known_ending_stays_unknown() -> None:
    assert declined("ли", "вэй") == frozenset()
