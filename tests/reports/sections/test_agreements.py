"""The state of an agreement on the day of the paper."""

import dataclasses
from datetime import date

import pytest

from pobratim.register.rows import AgreementRow, Register
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import plain
from pobratim.reports.sections.agreements import agreements, in_force, state
from pobratim.reports.sections.context import Context
from tests.reports import make


def context(*rows: AgreementRow, today: date = make.TODAY) -> Context:
    register = Register(places=(make.MINSK, make.OMSK), agreements=rows)
    dossier = dataclasses.replace(make.rich(), register=register, agreements=rows, conflicts=())
    return Context(dossier, today, Ledger(register))


def paper(**slots: object) -> AgreementRow:
    return AgreementRow(**{"id": "a", "kind": "roadmap", "parties": ("minsk", "omsk"), **slots})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "words", "holds"),
    [
        (paper(period="2024/2025"), "действует", True),
        (paper(period="2026/2028"), "срок не начался", False),
        (paper(period="2019/2024"), "срок истёк", False),
        (paper(period="2024/.."), "действует", True),
        (paper(), "срок не указан", True),
        (paper(status="planned"), "планируется подписать", False),
        (paper(status="ended"), "действие прекращено", False),
        (paper(period="2025-11-21/2026"), "действует", True),
    ],
)
def test_state_on_the_day_of_the_paper(row: AgreementRow, words: str, holds: bool) -> None:
    assert state(context(row), row) == words
    assert in_force(context(row), row) == holds


def test_a_replaced_agreement_no_longer_holds() -> None:
    old, new = paper(period="2024/2026"), paper(id="b", replaces="a")
    assert state(context(old, new), old) == "заменён новым"
    assert not in_force(context(old, new), old)


def test_a_planned_agreement_replaces_nothing_yet() -> None:
    old, new = paper(period="2024/2026"), paper(id="b", replaces="a", status="planned")
    assert in_force(context(old, new), old)


@pytest.mark.parametrize(
    ("kind", "subject", "title"),
    [
        ("memorandum", "о сотрудничестве", "Меморандум о сотрудничестве"),
        ("roadmap", "сотрудничества городов", "Дорожная карта сотрудничества городов"),
        ("agreement", "поставка троллейбусов", "Соглашение: поставка троллейбусов"),
        ("plan", "совместной работы", "План совместной работы"),
        ("plan", "по развитию сотрудничества", "План мероприятий по развитию сотрудничества"),
        ("protocol", None, "Протокол"),
    ],
)
def test_the_subject_goes_on_from_the_kind(kind: str, subject: str | None, title: str) -> None:
    section = agreements(context(paper(kind=kind, subject=subject)))
    assert section is not None
    assert plain(section.lines[0].cells[0]) == title


def test_other_parties_and_signatories_are_named() -> None:
    row = paper(parties=("minsk", "omsk", "tyumen"), signatories=("primerova",))
    register = Register(places=(make.MINSK, make.OMSK, make.TYUMEN), people=make.PEOPLE, agreements=(row,))
    dossier = dataclasses.replace(make.rich(), register=register, agreements=(row,))
    section = agreements(Context(dossier, make.TODAY, Ledger(register)))
    assert section is not None
    assert plain(section.lines[0].cells[0]) == (
        "Дорожная карта. Стороны: Минск, Омск и Тюмень. Подписали: Анна Примерова"
    )


@pytest.mark.parametrize(("parties", "words"), [
    (("minsk", "omsk"), "Дорожная карта. Партнёр: Омск"),
    (("minsk", "omsk", "tyumen"), "Дорожная карта. Партнёры: Омск и Тюмень"),
])
def test_on_the_paper_of_one_place_the_others_are_its_partners(parties: tuple[str, ...], words: str) -> None:
    row = paper(parties=parties)
    register = Register(places=(make.MINSK, make.OMSK, make.TYUMEN), agreements=(row,))
    dossier = dataclasses.replace(make.rich(), register=register, agreements=(row,), other_place=None)
    section = agreements(Context(dossier, make.TODAY, Ledger(register)))
    assert section is not None and plain(section.lines[0].cells[0]) == words


def test_no_agreements_no_section() -> None:
    assert agreements(context()) is None
