"""The main facts: what the places are to each other."""

import dataclasses

import pytest

from pobratim.register.rows import Conflict, Place, Register, Stage, Tie
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import plain
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.summary import history, main_facts
from tests.reports import make

PARTNERS = Stage(kind="partner", since="2002", documents=("d2",))
TWINS = Stage(kind="twin", since="2022", documents=("d3",))


def context(*stages: Stage, type: str = "city") -> Context:
    places = tuple(Place(id=name, type=type, name=name) for name in ("minsk", "omsk"))  # type: ignore[arg-type]
    tie = Tie(id="t", parties=("minsk", "omsk"), history=stages)
    register = Register(places=places, ties=(tie,), documents=make.DOCUMENTS)
    dossier = dataclasses.replace(make.sparse(), register=register, ties=(tie,), happenings=())
    return Context(dossier, make.TODAY, Ledger(register))


def status(context: Context) -> str:
    return plain(main_facts(context).lines[0].cells[1]).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        ((PARTNERS, TWINS), "Города-побратимы с 2022 года"),
        ((PARTNERS,), "Города-партнёры с 2002 года"),
        ((PARTNERS, dataclasses.replace(TWINS, status="planned")), "Города-партнёры с 2002 года"),
        ((dataclasses.replace(TWINS, status="planned"),), "Города-побратимы с 2022 года — планируется"),
        (
            (dataclasses.replace(TWINS, status="ended", until="2023"),),
            "Города-побратимы с 2022 года, до: 2023 год — прекращено",
        ),
        ((dataclasses.replace(TWINS, since=None),), "Города-побратимы, начало отношений неизвестно"),
        ((), "Побратимские или партнёрские отношения в документах не названы"),
    ],
)
def test_status(stages: tuple[Stage, ...], words: str) -> None:
    assert status(context(*stages)) == words


def test_regions_are_no_cities() -> None:
    assert status(context(PARTNERS, type="region")) == "Партнёры с 2002 года"


def test_an_inferred_beginning_is_marked() -> None:
    inferred = dataclasses.replace(make.TIE.history[0])
    assert status(context(inferred)) == "Города-партнёры с 2011 года*"


def test_a_kind_on_which_sources_differ_is_marked() -> None:
    found = context(PARTNERS, TWINS)
    differing = Conflict(id="k", on="t", slot="kind", values=(), documents=("d2", "d3"))
    marked = dataclasses.replace(found, dossier=dataclasses.replace(found.dossier, conflicts=(differing,)))
    assert status(marked) == "Города-побратимы с 2022 года (расхождение)"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2024-06-24", "2023"], "24.06.2024 — встреча, Минск"),
        (["XXXX-06-25", "2024-06-24"], "24.06.2024 — встреча, Минск; без точной даты ещё 1 событие"),
        (["2024-06-24", None, None], "24.06.2024 — встреча, Минск; без точной даты ещё 2 события"),
        ([None], "Дата неизвестна — встреча, Минск"),
    ],
)
def test_the_last_contact_tells_that_others_may_be_later(dates: list[str | None], words: str) -> None:
    rows = tuple(dataclasses.replace(make.HAPPENINGS[1], date=date) for date in dates)
    found = context(TWINS)
    register = dataclasses.replace(found.dossier.register, places=(make.MINSK, make.OMSK))
    dossier = dataclasses.replace(found.dossier, register=register, happenings=rows)
    line = main_facts(Context(dossier, make.TODAY, Ledger(register))).lines[1]
    assert [plain(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in line.cells] == ["Последний контакт", words]


def test_one_stage_needs_no_history() -> None:
    assert history(context(TWINS)) is None


def test_history_is_told_from_the_beginning() -> None:
    section = history(context(TWINS, PARTNERS, Stage(kind="partner", status="ended")))
    assert section is not None
    told = [
        " ".join(plain(cell) for cell in line.cells).replace("\N{NO-BREAK SPACE}", " ")
        for line in section.lines
    ]
    assert told == [
        "2002 год Партнёрские отношения",
        "2022 год Побратимские отношения",
        "дата неизвестна Партнёрские отношения — прекращено",
    ]
