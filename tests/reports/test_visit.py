"""The report on a visit."""

from __future__ import annotations

from datetime import date, time

import pytest

from pobratim.register.during import Days
from pobratim.register.moment import Moment
from pobratim.register.visits import Item, Member, VisitPlan
from pobratim.reports import render, visit_report
from pobratim.reports.paper import Paper
from tests.reports import make
from tests.reports.test_briefing import lines

DAY = date(2025, 9, 29)
DAYS = Days(DAY, DAY)
PLAN = VisitPlan(
    number=7,
    guests="omsk",
    hosts="minsk",
    first=DAY,
    last=DAY,
    purpose="обмен опытом очистки воды",
    members=(Member(name="Семён Учебный", post="директор"), Member(name="Анна Примерова", post="мэр Омска", head=True)),
    programme=(
        Item(day=DAY, starts=time(15, 0), what="осмотр технопарка", place="Технопарк «Пример»"),
        Item(day=DAY, starts=time(9, 30), what="встреча в горисполкоме", place="Мингорисполком"),
    ),
)


def headings(paper: Paper) -> list[str]:
    return [section.heading for section in paper.sections]


def test_it_tells_what_the_documents_of_the_days_tell() -> None:
    paper = visit_report(make.rich(), DAYS, make.TODAY)

    assert paper.title == "Отчёт о визите: Минск — Омск, 29.09.2025"
    assert lines(paper, "Общие сведения") == [
        "Сроки | 29.09.2025",
        "Где | Минск",
        "Итоги | Встреча, посещение предприятия; 1 подписанный документ; 1 договорённость",
    ]
    assert [line.split(" | ")[1].split(".")[0] for line in lines(paper, "Ход визита")] == [
        "Встреча, Минск",
        "Посещение предприятия, Минск: Технопарк «Пример»",
    ]
    assert len(lines(paper, "Подписанные документы")) == 1
    assert lines(paper, "Достигнутые договорённости")[0].startswith("Провести обмен школьными командами")
    assert lines(paper, "Намечено на будущее") == ["август 2026 года | Дни Минска в Омске (планируется)"]


def test_it_names_the_moment_it_is_of() -> None:
    moment = Moment(known_on=date(2025, 10, 1))
    basis = visit_report(make.rich(), DAYS, make.TODAY, moment=moment).basis
    assert basis.replace("\N{NO-BREAK SPACE}", " ").endswith(", по документам, известным на 1 октября 2025 года")


def test_every_line_has_a_source() -> None:
    for paper in (visit_report(make.rich(), DAYS, make.TODAY), visit_report(make.rich(), DAYS, make.TODAY, plan=PLAN)):
        bare = [line for section in paper.sections for line in section.lines if not line.refs]
        assert all("Сведений нет" in line.cells[-1][0].text for line in bare)


def test_a_plan_adds_who_came_what_for_and_what_was_to_be_done_hour_by_hour() -> None:
    paper = visit_report(make.rich(), DAYS, make.TODAY, plan=PLAN)

    assert paper.title == "Отчёт о визите делегации Омска (Минск, 29.09.2025)"
    assert "Во главе | Анна Примерова, мэр Омска" in lines(paper, "Общие сведения")
    assert "Цель | Обмен опытом очистки воды" in lines(paper, "Общие сведения")
    assert lines(paper, "Состав делегации по плану") == ["Анна Примерова | мэр Омска", "Семён Учебный | директор"]
    assert lines(paper, "Программа по плану") == [
        "29.09.2025 09:30 | Встреча в горисполкоме, Мингорисполком",
        "29.09.2025 15:00 | Осмотр технопарка, Технопарк «Пример»",
    ]
    assert "План визита: «обмен опытом очистки воды»" in [source.title for source in paper.sources]


def test_days_of_which_no_document_tells_say_so() -> None:
    empty = Days(date(2025, 1, 1), date(2025, 1, 2))
    paper = visit_report(make.rich(), empty, make.TODAY, plan=PLAN)

    assert "Итоги | Ни один документ об этих днях не рассказывает" in lines(paper, "Общие сведения")
    assert "Ход визита" not in headings(paper)


@pytest.mark.parametrize("format", ["md", "html", "docx", "pdf"])
def test_the_same_visit_gives_the_same_file(format: str) -> None:
    assert render(visit_report(make.rich(), DAYS, make.TODAY, plan=PLAN), format) == render(
        visit_report(make.rich(), DAYS, make.TODAY, plan=PLAN), format
    )


def test_a_visit_is_between_two_places() -> None:
    with pytest.raises(ValueError, match="two places"):
        visit_report(make.place(), DAYS, make.TODAY)
