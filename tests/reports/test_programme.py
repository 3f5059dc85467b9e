"""The programme of a visit and the list of its delegation."""

from __future__ import annotations

import io
from datetime import date, time

import docx
import pytest

from pobratim.register.rows import Register
from pobratim.register.visits import Item, Member, VisitPlan
from pobratim.reports import render
from pobratim.reports.programme import delegation, file_name, programme, visit_name
from tests.reports import make
from tests.reports.test_briefing import lines

NBSP = "\N{NO-BREAK SPACE}"
REGISTER = Register(places=(make.MINSK, make.OMSK))
DAY = date(2026, 12, 14)
PLAN = VisitPlan(
    number=3, guests="omsk", hosts="minsk", first=DAY, last=date(2026, 12, 15), purpose="обмен опытом.",
    members=(Member(name="Семён Учебный"), Member(name="Анна Примерова", post="мэр Омска", head=True)),
    programme=(
        Item(day=date(2026, 12, 15), what="отъезд"),
        Item(day=DAY, starts=time(9, 30), ends=time(11), what="встреча", place="ратуша", host="П. Образцов",
             responsible="отдел связей"),
    ),
)


def test_each_day_is_a_table_hour_by_hour() -> None:
    paper = programme(PLAN, REGISTER)

    assert paper.title == "Программа визита делегации Омска (Минск)"
    assert [section.heading.replace(NBSP, " ") for section in paper.sections] == [
        "14 декабря 2026 года, понедельник", "15 декабря 2026 года, вторник",
    ]
    assert lines(paper, paper.sections[0].heading) == [
        "09:30–11:00 | встреча (ратуша) | П. Образцов; отв. отдел связей",
    ]
    assert lines(paper, paper.sections[1].heading) == ["— | отъезд | —"]
    assert paper.basis == "Цель: обмен опытом"


def test_its_days_stand_once_beneath_the_title_and_in_the_name_of_the_file() -> None:
    paper = programme(PLAN, REGISTER)

    assert "2026" not in paper.title and paper.date.replace(NBSP, " ") == "14–15 декабря 2026 года"
    assert file_name(PLAN, paper) == "Программа визита делегации Омска (Минск), 14–15.12.2026"


def test_an_initial_and_a_short_word_keep_their_stop() -> None:
    line = Item(day=DAY, what="Обед.", place="ул. Новая, д. 5.", host="Образцов П. Я.", responsible="Учебный и др.")
    paper = programme(VisitPlan(guests="omsk", hosts="minsk", first=DAY, last=DAY, programme=(line,)), REGISTER)

    assert lines(paper, paper.sections[0].heading) == [
        "— | Обед (ул. Новая, д. 5) | Образцов П. Я.; отв. Учебный и др.",
    ]


def test_the_numbers_of_a_list_take_little_room() -> None:
    (table,) = delegation(PLAN, REGISTER).sections

    assert table.shares[0] < 0.1 and table.shares[1] > 0.3 and sum(table.shares) == pytest.approx(1)


def test_a_visit_is_called_in_the_nominative() -> None:
    assert visit_name(PLAN, REGISTER) == "визит делегации Омска (Минск, 14–15.12.2026)"


def test_a_column_in_which_nothing_stands_is_left_out_and_the_others_are_alike_in_all_days() -> None:
    paper = programme(PLAN, REGISTER)

    assert {section.columns for section in paper.sections} == {("Время", "Мероприятие, место", "Принимает, отвечает")}
    (shares,) = {section.shares for section in paper.sections}
    assert sum(shares) == pytest.approx(1)


def test_the_head_leads_the_list_of_the_delegation() -> None:
    paper = delegation(PLAN, REGISTER)

    assert paper.title == "Состав делегации Омска (Минск)"
    assert lines(paper, "Состав") == ["1. | Анна Примерова | мэр Омска, глава делегации", "2. | Семён Учебный | —"]


def test_a_programme_has_a_place_for_whoever_approves_it_and_no_list_of_sources() -> None:
    file = docx.Document(io.BytesIO(render(programme(PLAN, REGISTER), "docx")))
    text = "\n".join(one.text for one in file.paragraphs)

    assert text.startswith("УТВЕРЖДАЮ")
    assert "Источники" not in text
    assert "Источники" not in render(programme(PLAN, REGISTER), "html").decode()
    assert "Источники" not in render(programme(PLAN, REGISTER), "md").decode()
    assert render(programme(PLAN, REGISTER), "pdf").startswith(b"%PDF")


def test_an_empty_plan_is_still_a_paper() -> None:
    empty = VisitPlan(guests="omsk", hosts="minsk", first=DAY, last=DAY)

    for paper in (programme(empty, REGISTER), delegation(empty, REGISTER)):
        assert paper.basis == "Цель визита не указана" and paper.sections == ()
        assert render(paper, "pdf") and render(paper, "docx")
