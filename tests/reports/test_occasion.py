"""A briefing before a visit: who comes, what they said and promised, what falls due by then."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from pobratim.register.attendees import Attendee, with_attendees
from pobratim.register.dossier import Dossier, person_dossier
from pobratim.register.rows import Commitment, Register, Saying
from pobratim.register.visits import Member, VisitPlan
from pobratim.reports import Occasion, briefing
from tests.reports import make
from tests.reports.test_briefing import lines

NBSP = "\N{NO-BREAK SPACE}"
PROMISE = Commitment(
    id="c9",
    actors=("omsk",),
    action="передать пять автобусов",
    due="2025-12-01",
    documents=("d1",),
    said=(Saying(document="d1", published="2025-09-29", speakers=("primerova",)),),
    evidence=(make.said("d1", "Пять автобусов передадут до 1 декабря, сообщила мэр.", 900),),
)


def before(days: str | None = "2026-01-14/2026-01-16", *names: str):
    rich = make.rich()
    register = dataclasses.replace(rich.register, commitments=(*rich.register.commitments, PROMISE))
    rich = dataclasses.replace(rich, register=register, commitments=(*rich.commitments, PROMISE))
    dossier, attendees = with_attendees(rich, [person_dossier(register, name) for name in names])
    return briefing(dossier, make.TODAY, occasion=Occasion(days, attendees))


def test_the_paper_says_for_which_visit_it_is() -> None:
    assert before().basis.replace(NBSP, " ").startswith("Составлена к визиту 14–16 января 2026 года по ")
    assert before(None, "primerova").basis.startswith("Составлена к визиту по")


def test_each_who_comes_has_posts_words_promises_and_meetings() -> None:
    told = lines(before(None, "primerova"), "Кто участвует")

    assert told[0].startswith("Анна Примерова | мэр Омска")
    assert any(line.startswith("высказывания | ") for line in told)
    assert "обещания | Передать пять автобусов, срок — 01.12.2025 — намечено" in told
    assert any(line.startswith("встречи | 29.09.2025") and "встреча, Минск" in line for line in told)


def test_what_falls_due_by_the_visit_stands_apart() -> None:
    told = lines(before(), "К дате визита")

    assert any(line.startswith("Истекает 31 декабря 2025 года: дорожная карта") for line in told)
    assert "Наступает срок (01.12.2025): передать пять автобусов" in told
    assert any(line.startswith("Срок прошёл (декабрь 2024 года)") for line in told)
    assert not any("школьными командами" in line for line in told)  # due in May


def test_without_a_day_nothing_falls_due() -> None:
    assert lines(before(None, "primerova"), "К дате визита") == []


def test_every_line_has_a_source() -> None:
    paper = before("2026-01-14", "primerova", "obraztsov", "uchebny")
    for section in paper.sections:
        if section.heading in ("Кто участвует", "К дате визита"):
            assert all(line.refs for line in section.lines)


def test_who_is_not_known_is_named_at_the_end() -> None:
    paper = briefing(make.rich(), make.TODAY, occasion=Occasion(None, (), ("Иван Неизвестный",)))

    assert lines(paper, "Кто участвует") == ["Иван Неизвестный | сведений нет"]
    assert paper.basis.startswith("Составлена к визиту")


PLAN = VisitPlan(
    guests="omsk", hosts="minsk", first=date(2026, 1, 14), last=date(2026, 1, 16), purpose="обмен опытом.",
    members=(
        Member(name="Анна Петровна Примерова", post="мэр Омска", head=True),
        Member(name="Иван Неизвестный", post="начальник департамента"),
        Member(name="Яков Безымянный"),
    ),
)


def by_plan(plan: VisitPlan | None = PLAN):
    dossier, attendees = with_attendees(make.rich(), [person_dossier(make.rich().register, "primerova")])
    occasion = Occasion(None, attendees, ("Иван Неизвестный", "Яков Безымянный"), plan)
    return briefing(dossier, make.TODAY, occasion=occasion)


def test_posts_that_only_the_plan_of_the_visit_tells_are_said_to_be_of_it() -> None:
    told = lines(by_plan(), "Кто участвует")

    assert told[1] == "по плану визита | глава делегации"  # the documents tell that she is mayor
    assert told[-2:] == [
        "Иван Неизвестный | начальник департамента (по плану визита)", "Яков Безымянный | сведений нет",
    ]
    assert "Иван Неизвестный | сведений нет" in lines(by_plan(None), "Кто участвует")


def test_the_purpose_is_that_of_the_plan() -> None:
    assert lines(by_plan(), "Цель визита") == ["Обмен опытом (по плану визита)"]
    assert lines(by_plan(dataclasses.replace(PLAN, purpose=" ")), "Цель визита") == []


def test_only_a_person_can_come() -> None:
    with pytest.raises(ValueError, match="person"):
        with_attendees(make.rich(), [Dossier(register=Register(), place=make.MINSK)])


def test_one_of_whom_nothing_is_known_but_the_name_is_named_all_the_same() -> None:
    stranger = dataclasses.replace(make.UCHEBNY, posts=())
    paper = briefing(make.rich(), make.TODAY, occasion=Occasion(None, (Attendee(stranger),)))

    assert lines(paper, "Кто участвует") == ["Семён Учебный | должность не названа"]
