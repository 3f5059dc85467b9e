from __future__ import annotations

import dataclasses

import pytest

from pobratim.model.reading import Reading, Record
from pobratim.register.rows import AgreementRow
from tests.register.make import Page, agreement, derive, judged, place_id, reading, roadmap, signing, topic

MAYORS = ["Павел Громов", "Анна Ким"]


def agreements(*readings: Reading) -> list[AgreementRow]:
    return list(derive(*readings).agreements)


def test_one_road_map_of_two_documents_with_day_and_term() -> None:
    (row,) = agreements(
        reading(roadmap("Минск", "Омск", signed="2025-11-18", people=["Анна Ким"]), name="а"),
        reading(roadmap("Омск", "Минск", signed="2025-11", period="2026/2028", people=["Павел Громов"])),
    )
    assert (row.kind, row.signed, row.signed_basis, row.period) == (
        "roadmap", "2025-11-18", "stated", "2026/2028",
    )
    assert row.parties == (place_id("Омск"), place_id("Минск"))
    assert row.signatories == ("anna-kim", "pavel-gromov")
    assert len(row.documents) == len(row.evidence) == len(row.claims) == 2


def test_sources_that_differ_on_the_term_leave_one_road_map_and_both_values() -> None:
    register = derive(
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="а"),
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="б"),
        reading(roadmap("Минск", "Омск", period="2026/2027"), name="в"),
    )
    (row,) = register.agreements
    (conflict,) = register.conflicts
    assert row.period == conflict.preferred == "2026/2028"
    assert (conflict.on, conflict.slot) == (row.id, "period")
    values = [(value.value, len(value.documents)) for value in conflict.values]
    assert values == [("2026/2028", 2), ("2026/2027", 1)]


def test_the_road_map_that_follows_is_another() -> None:
    assert len(agreements(
        reading(roadmap("Минск", "Омск", period="2023/2025"), name="а"),
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="б"),
    )) == 2


def test_signed_in_one_source_and_with_a_term_in_another() -> None:
    (row,) = agreements(
        reading(roadmap("Минск", "Омск", signed="2025-11-18"), name="а"),
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="б"),
    )
    assert (row.signed, row.period) == ("2025-11-18", "2026/2028")
    assert len(agreements(
        reading(roadmap("Минск", "Омск", signed="2018"), name="а"),
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="б"),
    )) == 2


def test_days_of_signing_that_differ_a_little_contradict_and_much_are_two() -> None:
    register = derive(
        reading(roadmap("Минск", "Омск", signed="2025-11-18", period="2026/2028"), name="а"),
        reading(roadmap("Минск", "Омск", signed="2025-11-19", period="2026/2028"), name="б",
                publisher="Администрация города Омска"),
    )
    assert len(register.agreements) == 1
    (conflict,) = register.conflicts
    assert (conflict.slot, conflict.preferred) == ("signed", "2025-11-19")
    assert conflict.values[0].reason == "официальный источник"
    assert len(agreements(
        reading(agreement("Минск", "Омск", signed="2002-05-01"), name="а"),
        reading(agreement("Минск", "Омск", signed="2015-07-01"), name="б"),
    )) == 2


def test_kinds_and_parties_part() -> None:
    assert len(agreements(
        reading(roadmap("Минск", "Омск", period="2026/2028"), name="а"),
        reading(agreement("Минск", "Омск", kind="plan", period="2026/2028"), name="б"),
        reading(roadmap("Минск", "Казань", period="2026/2028"), name="в"),
    )) == 3


def test_the_authority_beside_its_city_does_not_part() -> None:
    (row,) = agreements(
        reading(roadmap("Минск", "Омск", signed="2025-11-18"), name="а"),
        reading(roadmap("Минск", "Омск", "Мингорисполком", signed="2025-11-18"), name="б"),
    )
    assert len(row.parties) == 3


def test_a_single_party_finds_the_agreement_with_another_of_its_document() -> None:
    whole = reading(roadmap("Минск", "Омск", signed="2025-11-18"), name="а")
    (row,) = agreements(whole, reading(roadmap("Омск", signed="2025-11"), topic("sport", "Минск"), name="б"))
    assert len(row.parties) == 2
    assert len(agreements(whole, reading(roadmap("Омск", signed="2025-11"), name="б"))) == 2


def test_other_subjects_are_other_agreements() -> None:
    assert len(agreements(
        reading(agreement("Минск", "Омск", subject="обмен опытом в образовании"), name="а"),
        reading(agreement("Минск", "Омск", subject="поставки пассажирского транспорта"), name="б"),
    )) == 2
    (row,) = agreements(
        reading(agreement("Минск", "Омск", subject="сотрудничество в образовании и спорте"), name="а"),
        reading(agreement("Минск", "Омск", subject="сотрудничество в образовании"), name="б"),
    )
    assert row.subject == "сотрудничество в образовании и спорте"


def test_a_bare_mention_is_the_only_agreement_there_is() -> None:
    (row,) = agreements(
        reading(agreement("Минск", "Омск"), name="а"),
        reading(agreement("Минск", "Омск", signed="2002-05-01"), name="б"),
    )
    assert row.signed == "2002-05-01"


def test_a_bare_mention_of_one_of_two_stays_open() -> None:
    readings = (
        reading(agreement("Минск", "Омск"), name="а"),
        reading(agreement("Минск", "Омск", signed="2002-05-01"), name="б"),
        reading(agreement("Минск", "Омск", signed="2015-07-01"), name="в"),
    )
    assert len(agreements(*readings)) == 3
    found = {one.judgement for one in judged(*readings).judgements if one.by == "nothing_against"}
    assert found == {"unsure"}


def test_a_bare_mention_is_never_an_agreement_signed_after_it() -> None:
    assert len(agreements(
        reading(agreement("Минск", "Омск"), name="а", published="2010-01-01"),
        reading(agreement("Минск", "Омск", signed="2015-07-01"), name="б"),
    )) == 2


def test_the_planned_agreement_that_was_signed_is_one_signed() -> None:
    (row,) = agreements(
        reading(roadmap("Минск", "Омск", status="planned"), name="а", published="2025-10-01"),
        reading(roadmap("Минск", "Омск", signed="2025-11-18"), name="б", published="2025-11-18"),
    )
    assert (row.status, row.signed) == ("signed", "2025-11-18")


def test_the_planned_agreement_is_not_one_signed_before() -> None:
    rows = agreements(
        reading(roadmap("Минск", "Омск", status="planned"), name="а", published="2025-10-01"),
        reading(roadmap("Минск", "Омск", signed="2022-11-18"), name="б"),
    )
    assert {row.status for row in rows} == {"planned", "signed"}


def test_the_latest_document_says_whether_it_ended() -> None:
    (row,) = agreements(
        reading(agreement("Минск", "Омск", signed="2002-05-01"), name="а", published="2003-01-01"),
        reading(agreement("Минск", "Омск", signed="2002-05-01", status="ended"), published="2023-01-01"),
    )
    assert row.status == "ended"


def test_companies_are_parties_themselves() -> None:
    (row,) = agreements(reading(agreement("МАЗ", "Омскпассажиртранс", kind="contract", signed="2024")))
    assert row.parties == ("org-minskiy-avtomobilnyy-zavod", "org-omskpassazhirtrans")


def test_two_people_sign_one_document_a_day_whatever_its_subject_is_called() -> None:
    register = derive(
        reading(agreement("Минск", "Омск", signed="2024-02-08", people=MAYORS, subject="сотрудничество"), name="а"),
        reading(agreement("Минск", "Омск", signed="2024-02-08", people=MAYORS, subject="побратимство"), name="б"),
    )
    assert len(register.agreements) == 1


def test_subjects_of_one_root_are_one() -> None:
    register = derive(
        reading(agreement("Минск", "Омск", signed="2024-02-08", subject="побратимство"), name="а"),
        reading(agreement("Минск", "Омск", subject="установление побратимских связей"), name="б"),
    )
    assert len(register.agreements) == 1


def test_the_headline_and_the_text_of_one_document_tell_of_one_road_map() -> None:
    """«Дорожная карта на 2023–2025 годы завершена»: the text tells when it was signed."""
    (row,) = derive(reading(
        agreement("Минск", "Омск", kind="roadmap", period="2023/2025", status="ended"),
        agreement("Минск", "Омск", kind="roadmap", period="2023/2025", signed="2023-03-03"),
        published="2026-01-10",
    )).agreements
    assert (row.signed, row.period, row.status) == ("2023-03-03", "2023/2025", "ended")


def test_two_road_maps_of_one_document_are_two_where_terms_or_days_differ() -> None:
    for other in ({"period": "2026/2028"}, {"period": "2023/2025", "signed": "2022-12-20"}, {}):
        rows = derive(reading(
            agreement("Минск", "Омск", kind="roadmap", period="2023/2025", signed="2023-03-03"),
            agreement("Минск", "Омск", kind="roadmap", **other),
        )).agreements
        assert len(rows) == 2


def test_an_agreement_of_one_day_is_one_where_a_source_says_nothing_particular_of_it() -> None:
    (row,) = agreements(
        reading(agreement("Минск", "Омск", signed="2025-09-11", subject="сотрудничество"), name="а"),
        reading(agreement("Минск", "Омск", signed="2025-09-11", subject="установление побратимских связей"), name="б"),
    )
    assert row.subject == "установление побратимских связей"


def test_a_particular_subject_is_another_even_on_one_day() -> None:
    assert len(agreements(
        reading(agreement("Минск", "Омск", signed="2025-09-11", subject="сфера туризма"), name="а"),
        reading(agreement("Минск", "Омск", signed="2025-09-11", subject="побратимские связи"), name="б"),
    )) == 2


def test_one_without_a_subject_of_its_own_fits_neither_of_two_of_one_day() -> None:
    rows = agreements(
        reading(
            agreement("Минск", "Омск", signed="2025-09-11", subject="сфера туризма"),
            agreement("Минск", "Омск", signed="2025-09-11", subject="побратимские связи"), name="а",
        ),
        reading(agreement("Минск", "Омск", signed="2025-09-11", subject="сотрудничество"), name="б"),
    )
    assert len(rows) == 3


def test_the_year_alone_fits_a_day_of_it() -> None:
    brief = reading(agreement("Минск", "Омск", signed="1998", subject="сотрудничество"), name="а")
    full = reading(agreement("Минск", "Омск", signed="1998-11-26", subject="побратимские связи"), name="б")
    later = reading(agreement("Минск", "Омск", signed="2001-11-26", subject="побратимские связи"), name="б")
    assert [row.signed for row in agreements(brief, full)] == ["1998-11-26"]
    assert {row.signed for row in agreements(brief, later)} == {"1998", "2001-11-26"}


def test_friendship_and_cooperation_are_no_two_subjects() -> None:
    (row,) = agreements(
        reading(agreement("Минск", "Омск", signed="2018-12-06", subject="сотрудничество"), name="а"),
        reading(agreement("Минск", "Омск", subject="дружба"), name="б", published="2018-12-07"),
    )
    assert row.signed == "2018-12-06"


@pytest.mark.parametrize(("told", "rows"), [("2025-04-07", 2), ("2022-08-20", 1)])
def test_what_a_document_begins_with_was_signed_just_then(told: str, rows: int) -> None:
    """No day is given: an outlet of 2025 does not tell of the signing of 2022 as its news."""
    def say_together(page: Page) -> Record:
        record = agreement("Минск", "Омск", subject="сотрудничество")(page)
        return dataclasses.replace(record, evidence=said[-1].evidence)

    def say_signing(page: Page) -> Record:
        said.append(signing("Минск", "Омск")(page))
        return said[-1]

    said: list[Record] = []
    assert len(agreements(
        reading(agreement("Минск", "Омск", signed="2022-06-22", subject="сотрудничество"), published="2022-06-23"),
        reading(say_signing, say_together, name="новость.txt", published=told),
    )) == rows


@pytest.mark.parametrize(("called", "kinds"), [
    ({"signed": "2023-02"}, ["memorandum"]),                                        # on nothing else
    ({"signed": "2023-02-14", "subject": "побратимские связи"}, ["memorandum"]),    # of that day
    ({"signed": "2023-02", "subject": "побратимские связи"}, ["agreement", "memorandum"]),
    ({"signed": "2024-02"}, ["agreement", "memorandum"]),
    ({}, ["agreement", "memorandum"]),
])
def test_a_memorandum_may_be_called_an_agreement(called: dict[str, str], kinds: list[str]) -> None:
    rows = agreements(
        reading(agreement("Минск", "Омск", kind="memorandum", signed="2023-02-14", subject="побратимство"), name="а"),
        reading(agreement("Минск", "Омск", **called), name="б"),
    )
    assert sorted(row.kind for row in rows) == kinds


def test_of_two_that_fit_the_one_on_the_same_subject_is_meant() -> None:
    rows = agreements(
        reading(agreement("Минск", "Омск", subject="подтверждение побратимских связей"), name="а"),
        reading(
            agreement("Минск", "Омск", subject="подтверждение побратимских связей"),
            agreement("Минск", "Омск", subject="побратимские связи"), name="б",
        ),
    )
    assert {row.subject: len(row.documents) for row in rows} == {
        "подтверждение побратимских связей": 2, "побратимские связи": 1,
    }
