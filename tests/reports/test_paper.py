"""A paper cut for a page: the first lines of each section, with the notes they rest on."""

from __future__ import annotations

from pobratim.reports.paper import MOST_REFS, Line, Note, Paper, Piece, Section, Source

MANY = 5


def said(number: int) -> Line:
    return Line(((Piece(f"{number} мая"),), (Piece("Встреча", (number,)),)))


def paper() -> Paper:
    lines = tuple(map(said, range(1, MANY + 1)))
    notes = tuple(Note(number, (Piece(f"Предложение {number}."),), (0, 5)) for number in range(1, MANY + 1))
    concluded = Note(9, (Piece("Тогда же, что и", (4,)),))
    dated = Line(((Piece("июнь"),), (Piece("Форум", (9,)),)))
    return Paper(
        title="Справка", date="22 ноября 2026 года", iso_date="2026-11-22", basis="по 2 документам",
        sections=(
            Section(heading="События", layout="list", lines=lines),
            Section(heading="Впереди", layout="table", columns=("Когда", "Что"), lines=(dated,)),
        ),
        sources=(
            Source(title="Газета", origin="", address="", link=None, notes=notes[:2]),
            Source(title="Мэрия", origin="", address="", link=None, notes=notes[2:]),
        ),
        conclusions=(concluded,),
    )


def test_the_first_lines_stay_with_their_notes_and_numbers() -> None:
    cut = paper().shortened(2)

    first, other = cut.sections
    assert first.lines[:2] == paper().sections[0].lines[:2]
    assert first.lines[2].cells == ((), (Piece("… и ещё 3: целиком — в файле", mark=True),))
    assert other == paper().sections[1]
    assert [note.number for note in cut.notes()] == [1, 2, 4, 9], "4 is what the conclusion 9 rests on"


def test_a_table_says_it_in_its_first_column() -> None:
    cut = Section(heading="", layout="table", columns=("Когда", "Что"), lines=(said(1), said(2))).shortened(1)
    assert cut.lines[1].cells[1] == () and "ещё 1" in cut.lines[1].cells[0][0].text


def test_what_is_short_stays_as_it_is() -> None:
    assert paper().shortened(MANY) == paper()


def test_a_statement_of_a_hundred_sources_names_the_first_and_how_many_more() -> None:
    line = Line(((), (Piece("побратимы", refs=tuple(range(1, 120))), Piece("; ")),))
    cut = Section(heading="", layout="facts", lines=(line,)).shortened(5)
    first, more, after = cut.lines[0].cells[1]
    assert first == Piece("побратимы", refs=tuple(range(1, MOST_REFS + 1)))
    assert more == Piece(f" и ещё {119 - MOST_REFS}", mark=True) and after.text == "; "
