"""One agreement of what several sentences say, and two where they are two."""

from __future__ import annotations

from tests.reading.records.facts import facts


def test_the_last_agreement_is_not_the_one_to_be_signed() -> None:
    told = (
        "Тюменская и Курганская области подпишут соглашение о сотрудничестве. "
        "Прошлое соглашение о сотрудничестве регионы подписали в июле 2006 года."
    )
    found = facts(told, "agreement", "status", "signed")
    assert sorted(found, key=str) == [("planned", None), ("signed", "2006-07")]


def test_an_important_agreement_is_the_memorandum_told_of_before() -> None:
    text = (
        "Меморандум между Баку и Тбилиси о побратимстве подписан вчера. "
        "«Было подписано важное соглашение», – заявил мэр Баку Иван Лаптев."
    )
    assert [kind for (kind,) in facts(text, "agreement", "kind")] == ["memorandum"]


def test_an_agreement_on_friendship_is_that_on_friendly_relations() -> None:
    text = (
        "Тарский район подписал соглашение о дружбе с Лидским районом\n\nТарский район Омской области и Лидский район "
        "Гродненской области подписали соглашение об установлении дружественных отношений."
    )
    assert len(facts(text, "agreement", "subject")) == 1
