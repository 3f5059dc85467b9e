"""Widths of the columns of a table."""

import pytest

from pobratim.reports.columns import shares
from pobratim.reports.paper import Line, Piece, Section


def table(*rows: tuple[str, ...]) -> Section:
    columns = ("Что", "Кто", "Когда")
    lines = tuple(Line(tuple((Piece(text),) for text in row)) for row in rows)
    return Section(heading="", layout="table", columns=columns, lines=lines)


def test_shares_fill_the_width() -> None:
    assert sum(shares(table(("а", "б", "в")))) == pytest.approx(1)


def test_what_is_left_over_goes_to_the_first_column() -> None:
    first, second, third = shares(table(("коротко", "Минск", "29.09.2025")))
    assert first > 0.7
    assert second < third


def test_a_long_text_does_not_starve_its_neighbours() -> None:
    first, second, third = shares(table(("слово " * 60, "слово " * 60, "29.09.2025")))
    assert first == pytest.approx(second, rel=0.5)
    assert third > 0.1


def test_short_cells_break_rather_than_starve_a_long_one() -> None:
    columns = ("Документ", "Подписан", "Срок", "Состояние", "Прим.")
    cells = (
        "Дорожная карта: " + "сотрудничество " * 5,
        "июнь 2024 года*",
        "2026–2027 (расхождение)",
        "подписан, срок не указан",
        "1, 2, 19, 20, 27",
    )
    line = Line(tuple((Piece(text),) for text in cells))
    found = shares(Section(heading="", layout="table", columns=columns, lines=(line,)))
    assert found[0] > 0.35
    assert min(found) > 0.12


def test_references_count_as_they_are_printed() -> None:
    few = Section(
        heading="",
        layout="table",
        columns=("Что", "Прим."),
        lines=(Line(((Piece("а"),), (Piece("", (1,)),))),),
    )
    many = Section(
        heading="",
        layout="table",
        columns=("Что", "Прим."),
        lines=(Line(((Piece("а"),), (Piece("", (1, 2, 3, 14, 15)),))),),
    )
    assert shares(many)[1] > shares(few)[1]


def test_many_references_leave_room_for_words() -> None:
    def of(*refs: int) -> tuple[float, ...]:
        line = Line(((Piece("побратимы с 18 сентября 2023 года"),), (Piece("", refs),)))
        return shares(Section(heading="", layout="table", columns=("Отношения", "Прим."), lines=(line,)))

    assert of(*range(10, 30)) == of(*range(10, 20))
