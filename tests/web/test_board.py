"""The board of promises: parts by term, filters, what a person says came of one, the calendar."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from pobratim import storage
from pobratim.register.rows import Commitment, FollowUp, Happening
from tests.web import make
from tests.web.pages import text_of

TODAY = date.today()
DEED = Happening(
    id="happening:delivery", claims=(f"{make.NEWS}#r11",), kind="tour", date="2025-09-29", parties=make.SIDES,
    documents=(make.NEWS,), evidence=make.evidence(make.TOURED),
)


def promise(name: str, **slots: object) -> Commitment:
    base = {"id": f"commitment:{name}", "action": name, "actors": (make.OMSK,), "documents": (make.NEWS,),
            "claims": (f"{make.NEWS}#r8",), "evidence": make.evidence(make.WANTED)}
    return Commitment(**{**base, **slots})  # type: ignore[arg-type]


PROMISES = (
    promise("отремонтировать мост", due="2020-05-01", topics=("transport",)),
    promise("провести ярмарку", due=(TODAY + timedelta(10)).isoformat(), actors=(make.MINSK,)),
    promise("построить депо", due=(TODAY + timedelta(400)).isoformat()),
    promise("обменяться опытом"),
    promise("закупить трамваи", status="met", follow_ups=(FollowUp(row=DEED.id, score=1, by="А. Учебный"),)),
    promise(
        "показать завод",
        follow_ups=(FollowUp(row=DEED.id, score=0.6, by="words", reasons=("общие слова: завод",)),),
    ),
)


@pytest.fixture
def board(fill):
    fill(dataclasses.replace(
        make.REGISTER, commitments=PROMISES, happenings=(*make.REGISTER.happenings, DEED)
    ))


@pytest.mark.parametrize(
    ("part", "there"),
    [
        ("late", "Отремонтировать мост"),
        ("soon", "Провести ярмарку"),
        ("later", "Построить депо"),
        ("open", "Обменяться опытом"),
        ("over", "Закупить трамваи"),
    ],
)
def test_each_promise_stands_in_the_part_of_its_term(client, board, part, there):
    page = text_of(client.get("/commitments/", {"part": part}).content)

    assert there in page
    assert sum(row.action.capitalize() in page for row in PROMISES) == (2 if part == "open" else 1)


def test_all_parts_stand_on_one_page_with_what_is_left_of_their_terms(client, board):
    page = text_of(client.get("/commitments/").content)

    assert all(row.action.capitalize() in page for row in PROMISES)
    assert "осталось 10 дней" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "прошёл " in page


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"place": make.MINSK}, {"провести ярмарку"}),
        ({"field": "transport"}, {"отремонтировать мост"}),
        ({"status": "met"}, {"закупить трамваи"}),
        ({"name": "ярмарки"}, {"провести ярмарку"}),
        ({"proposed": "1"}, {"показать завод"}),
        ({"name": "ярмарки", "status": "met"}, set()),
        ({"status": "нет такого", "part": "нет такой"}, {row.action for row in PROMISES}),
    ],
)
@pytest.mark.parametrize("moment", [{}, {"as_of": TODAY.isoformat()}])
def test_filters_narrow_it_today_and_as_of_a_day(client, board, asked, there, moment):
    page = text_of(client.get("/commitments/", asked | moment).content)

    assert {row.action for row in PROMISES if row.action.capitalize() in page} == there


@pytest.mark.parametrize(("by", "said"), [("words", True), ("А. Учебный", False)])
def test_a_status_that_nobody_confirmed_is_marked(client, fill, by, said):
    row = promise("закупить трамваи", status="met", follow_ups=(FollowUp(row=DEED.id, score=0.9, by=by),))
    fill(dataclasses.replace(make.REGISTER, commitments=(row,), happenings=(*make.REGISTER.happenings, DEED)))
    page = client.get("/commitments/").content.decode()

    assert ("выполнено (вывод)" in page) == ("s-met concluded" in page) == said


@pytest.mark.parametrize(("asked", "said"), [
    ({"proposed": "1", "status": "met"}, "Предложенных ответов, которые ждут подтверждения, здесь нет."),
    ({"status": "not met"}, "По этому отбору ничего нет."),
    ({"name": "ярмарки", "status": "met"}, "По этим словам ничего не найдено."),
])
def test_an_empty_board_says_why(client, board, asked, said):
    page = text_of(client.get("/commitments/", asked).content)

    assert said in page and page.count("По эт") == said.count("По эт")


def test_what_a_person_says_is_a_decision_with_their_name(client, board):
    page = client.get("/commitments/", {"proposed": "1"}).content.decode()
    assert "общие слова: завод" in page and 'value="no answer"' in page

    response = client.post(
        "/commitments/commitment:показать завод/answer",
        {"deed": DEED.id, "outcome": "partly met", "next": "/commitments/?proposed=1"},
    )

    assert response.status_code == 302 and response.headers["Location"] == "/commitments/?proposed=1"
    (entry,) = storage.journal()
    assert entry.decision.act.outcome == "partly met" and entry.decision.by
    assert not storage.is_stale()


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(client, board, address):
    sent = {"deed": DEED.id, "outcome": "met", "next": address}
    response = client.post("/commitments/commitment:показать завод/answer", sent)

    assert response.headers["Location"] == "/commitments/"


@pytest.mark.parametrize(
    ("row", "sent", "status", "complaint"),
    [
        ("commitment:нет", {"deed": DEED.id, "outcome": "met"}, 404, "уже нет"),
        ("commitment:показать завод", {"deed": "нет", "outcome": "met"}, 404, "уже нет"),
        ("commitment:показать завод", {"deed": DEED.id, "outcome": "хорошо"}, 400, "Исход «хорошо» не годится"),
        ("commitment:показать завод", {"deed": PROMISES[2].id, "outcome": "met"}, 400, "Ответом может быть"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(client, board, row, sent, status, complaint):
    response = client.post(f"/commitments/{row}/answer", sent)

    assert response.status_code == status
    assert complaint in text_of(response.content)
    assert storage.journal() == []


def test_looking_at_an_answer_is_not_giving_it(client, board):
    assert client.get("/commitments/commitment:показать завод/answer").status_code == 405


def test_a_long_part_comes_page_by_page(client, fill):
    many = tuple(promise(f"дело номер {number:03d}", id=f"commitment:{number:03d}") for number in range(120))
    fill(dataclasses.replace(make.REGISTER, commitments=many))

    whole = text_of(client.get("/commitments/").content)
    assert "Дело номер 009" in whole and "Дело номер 010" not in whole and "Все 120" in whole
    last = text_of(client.get("/commitments/", {"part": "open", "page": 3}).content)
    assert "Дело номер 119" in last and "Страница 3 из 3" in last and "Дело номер 000" not in last


def test_the_board_asks_the_database_as_often_for_many_as_for_few(client, fill, django_assert_max_num_queries):
    many = tuple(promise(f"дело номер {number:03d}", id=f"commitment:{number:03d}") for number in range(120))
    fill(dataclasses.replace(make.REGISTER, commitments=many))

    with django_assert_max_num_queries(40):
        client.get("/commitments/", {"part": "open"})


def test_the_calendar_has_open_terms_and_planned_days(client, board):
    response = client.get("/calendar.ics")
    titles = {str(event["summary"]) for event in Calendar.from_ical(response.content).walk("VEVENT")}

    assert response.headers["Content-Type"].startswith("text/calendar")
    assert {"Срок: провести ярмарку", "Срок: построить депо"} <= titles
    assert "Срок: закупить трамваи" not in titles and "Срок: отремонтировать мост" not in titles


def test_the_calendar_of_one_place(client, board):
    response = client.get("/calendar.ics", {"place": make.MINSK})
    titles = {str(event["summary"]) for event in Calendar.from_ical(response.content).walk("VEVENT")}

    assert "Срок: провести ярмарку" in titles and "Срок: построить депо" not in titles
    assert client.get("/calendar.ics", {"place": "city:none"}).status_code == 404
