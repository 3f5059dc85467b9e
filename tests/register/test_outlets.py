"""What kind of source publishes a document, and that a person's word goes before its name."""

from __future__ import annotations

import pytest

from pobratim.register import derive
from pobratim.register.decisions import Decision, Weigh, act_from_dict, act_to_dict, check
from pobratim.register.growing import Growing
from pobratim.register.outlets import KINDS, kind_of, outlet_of, weight
from pobratim.register.rows import DocumentRow
from tests.register.make import event, gazetteer, reading


def document(publisher: str | None = None, address: str | None = None) -> DocumentRow:
    return DocumentRow(id="d", source="x.html", publisher=publisher, address=address)


@pytest.mark.parametrize(("publisher", "address", "kind"), [
    ("Администрация города Омска", None, "official"),
    (None, "https://minsk.gov.by/ru/news/1", "official"),
    ("Пресс-служба Тихореченска", None, "official"),
    ("Пресс-служба главы Республики Татарстан", None, "official"),
    ("Пресс-служба Минского тракторного завода", None, "paper"),
    ("пресс-служба футбольного клуба «Лугозерск»", None, "paper"),
    ("Агентство «Минск-Новости»", None, "agency"),
    (None, "https://www.belta.by/regions/1", "agency"),
    ("Городская газета", "https://gazeta.example/1", "paper"),
    (None, None, "paper"),
])
def test_names_and_addresses_tell(publisher: str | None, address: str | None, kind: str) -> None:
    assert kind_of(document(publisher, address), {}) == kind


def test_without_a_publisher_the_host_is_the_name() -> None:
    assert outlet_of(document("  Городская   газета ", "https://gazeta.example")) == "Городская газета"
    assert outlet_of(document(None, "https://www.gazeta.example/1")) == "gazeta.example"
    assert outlet_of(document()) is None


def test_a_person_goes_before_words() -> None:
    given = {"администрация города омска": KINDS[-1]}
    assert kind_of(document("Администрация города Омска"), given) == "reprint"


def test_weights_fall() -> None:
    assert [weight(kind) for kind in KINDS] == [3, 2, 1, 0]


def weighed(number: int, outlet: str, kind: str) -> Decision:
    return Decision(number=number, act=Weigh(outlet=outlet, kind=kind), by="Анна", at="2026-11-22T10:00:00")  # type: ignore[arg-type]


def test_an_act_comes_back_and_nonsense_is_refused() -> None:
    act = Weigh(outlet="Газета", kind="agency")
    assert act_from_dict(act_to_dict(act)) == act
    with pytest.raises(ValueError, match="источника вида «trust»"):
        check(Weigh(outlet="Газета", kind="trust"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="не сказано"):
        check(Weigh(outlet=" — ", kind="agency"))


def test_the_order_of_values_changes_with_the_kind_of_a_source() -> None:
    """Two papers differ by a day; the one that a person calls official is believed."""
    told = [
        reading(
            event("visit", "Минск", "Омск", date=date, title="Дни Минска в Омске"),
            name=name, published="2025-07-01", publisher=name,
        )
        for name, date in (("Утро", "2025-06-24"), ("Вечер", "2025-06-25"))
    ]

    def preferred(*decisions: Decision) -> str | None:
        (conflict,) = (row for row in derive(told, decisions).conflicts if row.slot == "date")
        return conflict.preferred

    assert preferred(weighed(1, "Утро", "official")) == "2025-06-24"
    assert preferred(weighed(1, "Вечер", "official")) == "2025-06-25"
    assert preferred(weighed(1, "вечер", "official"), weighed(2, "Вечер", "reprint")) == "2025-06-24"


def test_a_register_that_grows_is_weighed_anew() -> None:
    told = [
        reading(event("visit", "Минск", "Омск", date=date, title="Дни Минска в Омске"),
                name=name, published="2025-07-01", publisher=name)
        for name, date in (("Утро", "2025-06-24"), ("Вечер", "2025-06-25"))
    ]
    growing = Growing(gazetteer)
    growing.update({page.document.id: page for page in told})
    for decisions in ((weighed(1, "Утро", "official"),), (weighed(2, "Вечер", "agency"),), ()):
        growing.update({}, decisions)
        assert growing.register() == derive(told, decisions, gazetteer=gazetteer)
