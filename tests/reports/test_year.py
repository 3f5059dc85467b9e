"""The report on a year of one place."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from pobratim.register.dossier import Dossier
from pobratim.register.moment import Moment
from pobratim.register.rows import AgreementRow
from pobratim.reports import yearly_report
from tests.reports import make
from tests.reports.test_briefing import lines


def minsk(*more: AgreementRow) -> Dossier:
    """All of the rich dossier, seen from Minsk."""
    rich = make.rich()
    register = dataclasses.replace(rich.register, agreements=(*rich.register.agreements, *more))
    return dataclasses.replace(rich, register=register, other_place=None, agreements=(*rich.agreements, *more))


def paper(**slots: object) -> AgreementRow:
    said = make.said("d5", "Минск и Тюмень подписали план на два года.", 600)
    row = {"id": "x", "kind": "plan", "parties": ("minsk", "tyumen"), "documents": ("d5",), "evidence": (said,)}
    return AgreementRow(**{**row, **slots})  # type: ignore[arg-type]


def test_it_counts_what_was_held_signed_and_due() -> None:
    report = yearly_report(minsk(), 2024, date(2025, 1, 15))

    assert report.title == "Внешние связи Минска: отчёт за 2024 год"
    assert lines(report, "Главное") == [
        "Состоялось | 2 события: посещение предприятия, форум",
        "Подписано | 1 документ",
        "Срок наступал | 1 намерение, выполнено — 0",
    ]


def test_partners_with_what_they_are_and_how_often_they_met() -> None:
    (omsk,) = lines(yearly_report(minsk(), 2024, date(2025, 1, 15)), "Партнёры")

    assert omsk.startswith("Омск | побратимы с 24 июня 2022 года | 2 | 18–20.06.2024")


def test_what_lapsed_within_the_year_and_what_holds_at_its_end() -> None:
    old = paper(period="2023/2024")
    report = yearly_report(minsk(old), 2024, date(2025, 3, 1))

    assert [line.split(".")[0] for line in lines(report, "Подписано в 2024 году")] == ["Дорожная карта"]
    # On the last day of its term it still holds: it lapses with the new year.
    assert lines(report, "Прекратили действие в 2024 году") == []
    assert any(line.startswith("План мероприятий") for line in lines(report, "Действуют на конец года"))
    after = yearly_report(minsk(old), 2025, date(2025, 3, 1))
    assert any(line.startswith("План мероприятий") for line in lines(after, "Прекратили действие в 2025 году"))
    assert not any(line.startswith("План мероприятий") for line in lines(after, "Действуют на 01.03.2025"))


def test_what_was_signed_after_the_year_does_not_hold_at_its_end() -> None:
    report = yearly_report(minsk(paper(signed="2025-02-01")), 2024, date(2025, 3, 1))

    assert not any("Тюмень" in line for line in lines(report, "Действуют на конец года"))


def test_it_names_the_moment_it_is_of() -> None:
    report = yearly_report(minsk(), 2025, date(2026, 2, 1), Moment(date(2025, 5, 1), date(2025, 6, 1)))
    assert report.basis.replace("\N{NO-BREAK SPACE}", " ").endswith(
        "; год не закончен, по состоянию на 1 мая 2025 года, по документам, известным на 1 июня 2025 года"
    )
    over = yearly_report(minsk(), 2024, date(2026, 2, 1), Moment(date(2025, 5, 1)))
    assert "год не закончен" not in over.basis
    with pytest.raises(ValueError, match="not begun"):
        yearly_report(minsk(), 2025, date(2026, 2, 1), Moment(date(2024, 5, 1)))


def test_a_year_that_is_not_over_says_so_and_one_that_has_not_begun_is_refused() -> None:
    assert "год не закончен" in yearly_report(minsk(), 2025, make.TODAY).basis
    with pytest.raises(ValueError, match="not begun"):
        yearly_report(minsk(), 2026, make.TODAY)


def test_a_year_without_events_says_that_nothing_is_known() -> None:
    assert lines(yearly_report(minsk(), 2010, make.TODAY), "Главное")[0] == (
        "Состоялось | Сведений нет о событиях этого года."
    )


def test_every_line_has_a_source() -> None:
    report = yearly_report(minsk(paper(period="2023/2024")), 2025, make.TODAY)
    bare = [line for section in report.sections for line in section.lines if not line.refs]
    assert all("Сведений нет" in line.cells[-1][0].text for line in bare)


def test_it_is_of_one_place() -> None:
    with pytest.raises(ValueError, match="one place"):
        yearly_report(make.rich(), 2024, make.TODAY)
