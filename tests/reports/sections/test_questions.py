"""Open questions: contradictions keep both values, each with its source."""

import dataclasses

import pytest

from pobratim.register.dossier import OpenQuestion
from pobratim.register.rows import Conflict, ConflictValue
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import Line, plain
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.questions import questions
from tests.reports import make


def told(**slots: object) -> tuple[Line, ...]:
    dossier = dataclasses.replace(make.rich(), **slots)  # type: ignore[arg-type]
    section = questions(Context(dossier, make.TODAY, Ledger(dossier.register)))
    return section.lines if section else ()


def said(line: Line) -> str:
    return plain(line.cells[0]).replace("\N{NO-BREAK SPACE}", " ")


def test_both_values_with_their_own_sources() -> None:
    conflict, question = told()
    assert said(conflict) == (
        "Источники расходятся. Срок действия (дорожная карта): 2026–2028 годы (вероятнее: сообщено в день "
        "подписания) или 2026–2027 годы"
    )
    cited = [piece.refs for piece in conflict.cells[0] if piece.refs]
    assert len(cited) == 2
    assert not set(cited[0]) & set(cited[1])
    assert said(question) == "В каком году 12 марта собиралась рабочая группа?"


def test_a_conflict_is_not_asked_twice() -> None:
    assert not any("До какого года" in said(line) for line in told())


def test_a_conflict_without_its_row_is_still_told() -> None:
    lost = OpenQuestion(kind="conflict", row="a9", text="Кто подписал?")
    assert said(told(conflicts=(), questions=(lost,))[0]) == "Кто подписал?"


def test_a_question_that_several_rows_ask_is_asked_once() -> None:
    alike = tuple(OpenQuestion(kind="undated", row=row, text="Когда это было: визит?") for row in ("a9", "a8", "a9"))
    found = told(conflicts=(), questions=alike)

    assert [said(line) for line in found][:1] == ["Когда это было: визит? Таких записей — 3."]
    assert sum("Когда" in said(line) for line in found) == 1


def conflict(on: str, slot: str, *values: str) -> Conflict:
    return Conflict(
        id="k",
        on=on,
        slot=slot,
        documents=("d1",),
        values=tuple(ConflictValue(value=value, documents=("d1",), reason="") for value in values),
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            conflict("h1", "date", "2025-09-29", "2025-09-30"),
            "Дата (встреча, Минск): 29 сентября 2025 года или 30 сентября 2025 года",
        ),
        (conflict("h1", "place", "minsk", "omsk"), "Место (встреча, Минск): Минск или Омск"),
        (
            conflict("h1", "status", "held", "cancelled"),
            "Состояние (встреча, Минск): состоялось или отменено",
        ),
        (conflict("f1", "value", "2024", "2025"), "Значение (товарооборот): 2024 или 2025"),
        (conflict("tie", "since", "2011", "2012"), "Начало отношений (Минск и Омск): 2011 год или 2012 год"),
        (conflict("obraztsov", "title", "мэр", "глава"), "Название (Пётр Образцов): мэр или глава"),
    ],
)
def test_values_as_a_person_reads_them(found: Conflict, words: str) -> None:
    assert said(told(conflicts=(found,))[0]) == f"Источники расходятся. {words}"


def test_the_kind_of_a_tie_is_cited_by_what_is_said_of_that_kind() -> None:
    """One document tells both: each value is shown by its own sentence."""
    partner, twin = (
        dataclasses.replace(stage, documents=("d3",), evidence=(make.said("d3", words, start),))
        for stage, words, start in zip(
            make.TIE.history, ("Города-партнёры.", "Города-побратимы."), (0, 50), strict=True
        )
    )
    tie = dataclasses.replace(make.TIE, history=(partner, twin))
    register = dataclasses.replace(make.rich().register, ties=(tie,))
    differing = Conflict(
        id="k",
        on=tie.id,
        slot="kind",
        documents=("d3",),
        values=tuple(ConflictValue(value=kind, documents=("d3",), reason="") for kind in ("partner", "twin")),
    )
    cited = [piece.refs for piece in told(register=register, conflicts=(differing,))[0].cells[0] if piece.refs]
    assert [len(refs) for refs in cited] == [1, 1]
    assert cited[0] != cited[1]


def test_nothing_open_no_section() -> None:
    assert told(conflicts=(), questions=()) == ()
