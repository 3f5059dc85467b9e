"""Planned visits: the form, the papers, the calendar, and what documents tell of it afterwards."""

from __future__ import annotations

import dataclasses
import io
import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import unquote

import docx
import pytest
from icalendar import Calendar

from pobratim import storage
from pobratim.model.roles import Role
from pobratim.register.rows import Place
from pobratim.reports.cases import genitive
from pobratim.storage.choosing import Choice
from tests.web import make
from tests.web.pages import assert_only_reads, text_of
from tests.web.people import as_, let_in

SOON = date.today() + timedelta(20)
PLAN = {
    "guests": "Омск",
    "hosts": "Минска",
    "first": SOON.isoformat(),
    "last": (SOON + timedelta(1)).isoformat(),
    "purpose": "обмен опытом",
    "members-TOTAL_FORMS": "3",
    "members-INITIAL_FORMS": "0",
    "members-0-name": "Анна Образцова",
    "members-0-head": "on",
    "members-1-name": "Иван Учебный",
    "members-1-post": "директор депо",
    "programme-TOTAL_FORMS": "2",
    "programme-INITIAL_FORMS": "0",
    "programme-0-day": SOON.isoformat(),
    "programme-0-starts": "09:30",
    "programme-0-ends": "11:00",
    "programme-0-what": "Встреча в горисполкоме",
    "programme-0-place": "зал 201",
}
PAST = {**PLAN, "first": "2025-09-29", "last": "2025-09-29", "programme-0-day": "2025-09-29"}


@pytest.fixture
def number(client, filled) -> int:
    """A visit that is ahead."""
    response = client.post("/visits/new/", PLAN)
    assert response.status_code == 302
    return int(response.headers["Location"].split("/")[2])


@pytest.fixture
def past(client, filled) -> int:
    return int(client.post("/visits/new/", PAST).headers["Location"].split("/")[2])


def test_a_visit_that_was_typed_stands_on_its_page_and_in_the_list(client, number):
    page = text_of(client.get(f"/visits/{number}/").content)

    assert "Омск → Минск" in page and "обмен опытом" in page
    assert "09:30–11:00" in page and "Встреча в горисполкоме" in page and "зал 201" in page
    assert "Омск → Минск" in text_of(client.get("/visits/").content)


def test_a_post_that_was_not_typed_comes_from_the_register(client, number):
    members = storage.visit(number).plan.members

    assert [(one.name, one.post, one.head) for one in members] == [
        ("Анна Образцова", "мэр Омска", True), ("Иван Учебный", "директор депо", False),
    ]


def test_that_post_names_the_body_as_papers_do(client, filled):
    typed = {**PLAN, "guests": "Минск", "hosts": "Омск", "members-0-name": "Примеров"}
    address = client.post("/visits/new/", typed).headers["Location"]

    assert "председатель Минского горисполкома" in text_of(client.get(address).content)
    file = docx.Document(io.BytesIO(client.get(f"{address}delegation.docx").content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert "председатель Минского горисполкома, глава делегации" in cells


@pytest.mark.parametrize(("typed", "named"), [
    ("Анну Образцову", "Анна Образцова"),
    ("Образцовой", "Анна Образцова"),
    ("Анны Петровны Образцовой", "Анна Петровна Образцова"),
    ("Ивана Учебного", "Ивана Учебного"),  # nobody knows him: what was typed stays
])
def test_whom_the_register_knows_is_named_in_the_nominative(client, filled, typed, named):
    alone = {**PLAN, "members-0-name": typed, "members-1-name": "", "members-1-post": ""}
    address = client.post("/visits/new/", alone).headers["Location"]
    file = docx.Document(io.BytesIO(client.get(f"{address}delegation.docx").content))

    assert file.tables[0].cell(1, 1).text == named


def test_a_first_name_alone_brings_nobody_s_post(client, filled):
    address = client.post("/visits/new/", {**PLAN, "members-0-name": "Анна"}).headers["Location"]

    (anna, _ivan) = storage.visit(int(address.split("/")[2])).plan.members
    assert (anna.name, anna.post) == ("Анна", "")


@pytest.mark.parametrize(("typed", "guests"), [
    ("Саратов", "Саратов"), ("Саратова", "Саратов"), ("Нижнего Новгорода", "Нижний Новгород"),
    ("geo-490068", "Советск"),
])
def test_a_first_visit_is_planned_with_a_place_that_no_document_names(client, filled, typed, guests):
    places = storage.count_chosen(Choice(("places",)))
    address = client.post("/visits/new/", {**PLAN, "guests": typed}).headers["Location"]
    page = client.get(address)

    for shown in (page, client.get("/visits/")):
        assert f"{guests} → Минск" in text_of(shown.content)
    assert f"В реестре пока нет документов о месте: {guests}." in text_of(page.content)
    assert b"/places/geo-4" not in page.content and "Справка к визиту</a>" not in page.content.decode()
    assert client.get(f"{address}edit/").status_code == client.get(f"{address}report/").status_code == 200
    for file in ("programme.docx", "delegation.pdf", "report.docx"):
        assert genitive(guests) in unquote(client.get(address + file).headers["Content-Disposition"])
    assert f"{guests} — Минск" in unquote(client.get(f"{address}visit.ics").headers["Content-Disposition"])
    assert f"Визит: {guests} → Минск" in client.get("/calendar.ics").content.decode().replace("\r\n ", "")
    assert storage.count_chosen(Choice(("places",))) == places


def test_what_was_planned_with_such_a_place_can_be_changed(client, filled):
    address = client.post("/visits/new/", {**PLAN, "guests": "geo-490068"}).headers["Location"]
    assert 'value="geo-490068"' in client.get(f"{address}edit/").content.decode()  # others go by its name

    assert client.post(f"{address}edit/", {**PLAN, "guests": "Саратов"}).status_code == 302
    assert 'value="Саратов"' in client.get(f"{address}edit/").content.decode()


def test_a_city_is_not_taken_for_the_region_that_begins_like_it(client, fill):
    region = Place(id="region-omskaja-oblast", type="region", name="Саратовская область", documents=(make.NEWS,))
    fill(dataclasses.replace(make.REGISTER, places=(*make.REGISTER.places, region)))
    address = client.post("/visits/new/", {**PLAN, "guests": "Саратов"}).headers["Location"]

    assert "Саратов → Минск" in text_of(client.get(address).content)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"first": "9999-01-01", "last": ""}, "Проверьте год."),
        ({"guests": "Нигдеево"}, "Места «Нигдеево» нет ни в реестре, ни в справочнике мест"),
        ({"guests": "Омскк"}, "Может быть, это «Омск» или «Омская область»?"),
        ({"guests": "Omsk"}, "Может быть, это «Омск» или «Омская область»?"),
        ({"guests": "Советск"}, "несколько мест: Советск (город, Калининградская область, geo-490068)"),
        ({"members-1-head": "on"}, "Глава делегации уже назван — Анна Образцова"),
        ({"members-1-name": "Образцову", "members-1-post": ""}, "Анна Образцова уже есть в списке"),
        ({"members-2-name": "Иван Учебный"}, "Иван Учебный уже есть в списке"),
        ({"hosts": "Омск"}, "Это одно и то же место"),
        ({"first": ""}, "Назовите день."),
        ({"last": "2020-01-01"}, "не раньше первого"),
        ({"members-1-name": ""}, "Как зовут?"),
        ({"programme-0-what": ""}, "Что будет?"),
        ({"programme-0-day": ""}, "В какой день?"),
        ({"programme-0-day": "2020-01-01"}, "не из дней визита"),
        ({"programme-0-starts": "25:99"}, "Время пишется так"),
        ({"programme-0-starts": ""}, "Назовите и начало."),
        ({"programme-0-ends": "08:00"}, "Конец — позже начала."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(client, filled, typed, complaint):
    response = client.post("/visits/new/", {**PLAN, **typed})

    assert response.status_code == 422
    assert complaint in text_of(response.content)
    assert "обмен опытом" in response.content.decode()  # what was typed is still there
    assert storage.visits_ahead(date.today()) == []


def test_more_lines_keep_what_was_typed_and_complain_of_nothing(client, filled):
    response = client.post("/visits/new/", {**PLAN, "first": "", "more": "members"})
    page = response.content.decode()

    assert response.status_code == 200
    assert 'name="members-5-name"' in page and 'value="Иван Учебный"' in page
    assert "Назовите день." not in page
    assert storage.visits_ahead(date.today()) == []


@pytest.mark.parametrize("count", ["", "много", "100000"])
def test_a_count_of_lines_that_is_none_breaks_nothing(client, filled, count):
    response = client.post("/visits/new/", {**PLAN, "members-TOTAL_FORMS": count})

    assert response.status_code in (302, 422)


def test_changing_shows_what_is_kept_and_keeps_what_is_typed(client, number):
    page = client.get(f"/visits/{number}/edit/").content.decode()
    assert 'value="Омск"' in page and 'value="Встреча в горисполкоме"' in page and 'value="09:30"' in page

    client.post(f"/visits/{number}/edit/", {**PLAN, "purpose": "ярмарка", "members-1-name": "", "members-1-post": ""})
    plan = storage.visit(number).plan
    assert plan.purpose == "ярмарка" and [one.name for one in plan.members] == ["Анна Образцова"]
    assert len(storage.versions(number)) == 2


def test_an_address_can_begin_a_plan(client, filled):
    page = client.get("/visits/new/", {"guests": make.OMSK, "hosts": "nowhere"}).content.decode()

    assert 'value="Омск"' in page and 'value="nowhere"' in page  # as people type it, as far as there is such a place


def test_ticking_what_was_ticked_makes_no_version(client, past):
    page = client.post(f"/visits/{past}/documents", follow=True)
    assert "отчёт составится по документам этих дней" in text_of(page.content)
    for _ in range(2):
        client.post(f"/visits/{past}/documents", {"document": [make.NEWS]})
    assert len(storage.versions(past)) == 2


@pytest.mark.parametrize("what", ["programme", "delegation", "report"])
@pytest.mark.parametrize(("form", "beginning"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_its_papers_are_files(client, number, what, form, beginning):
    response = client.get(f"/visits/{number}/{what}.{form}")

    assert response.content.startswith(beginning)
    assert "Омска" in unquote(response.headers["Content-Disposition"])


def test_the_programme_in_word_has_hours_and_places(client, number):
    file = docx.Document(io.BytesIO(client.get(f"/visits/{number}/programme.docx").content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]

    assert "09:30–11:00" in cells and "Встреча в горисполкоме (зал 201)" in cells


def test_it_is_in_its_own_calendar_and_in_that_of_all(client, number):
    for address in (f"/visits/{number}/visit.ics", "/calendar.ics", f"/calendar.ics?place={make.OMSK}"):
        titles = {str(event["summary"]) for event in Calendar.from_ical(client.get(address).content).walk("VEVENT")}
        assert "Встреча в горисполкоме" in titles
    elsewhere = Calendar.from_ical(client.get(f"/calendar.ics?place={make.VITEBSK}").content).walk("VEVENT")
    assert "Встреча в горисполкоме" not in {str(event["summary"]) for event in elsewhere}


@pytest.mark.parametrize(("language", "title"), [
    ("ru", "Визит: Омск → Минск"), ("be", "Візіт: Омск → Минск"), ("en", "Visit: Омск → Минск"),
])
def test_pages_and_calendars_name_it_in_the_language_of_the_reader(client, number, language, title):
    client.cookies["django_language"] = language
    for address in (f"/visits/{number}/visit.ics", "/calendar.ics"):
        events = Calendar.from_ical(client.get(address).content).walk("VEVENT")
        assert [str(one["summary"]) for one in events].count(title) == 1
        assert any(str(one.get("description")).startswith(title) for one in events)  # of what is on the programme
    own = Calendar.from_ical(client.get(f"/visits/{number}/visit.ics").content)
    assert own["x-wr-calname"] == title
    assert f"<title>{title}" in client.get(f"/visits/{number}/").content.decode()


def test_one_that_was_given_up_strikes_itself_out_of_a_calendar(client, number):
    def standing() -> set[tuple[str, int]]:
        events = Calendar.from_ical(client.get(f"/visits/{number}/visit.ics").content).walk("VEVENT")
        return {(str(one.get("status")), int(one.get("sequence", 0))) for one in events}

    assert standing() == {("None", 0)}
    client.post(f"/visits/{number}/drop", {"dropped": "yes"})
    assert standing() == {("CANCELLED", 1)}  # newer than what the calendar has
    assert "Убрать из календаря" in text_of(client.get(f"/visits/{number}/").content)
    assert "Визит" not in client.get("/calendar.ics").content.decode()


def test_a_calendar_says_who_does_what(client, filled):
    typed = {"programme-0-host": "Иван Учебный", "programme-0-papers": "проект соглашения"}
    address = client.post("/visits/new/", {**PLAN, **typed}).headers["Location"]
    events = Calendar.from_ical(client.get(f"{address}visit.ics").content).walk("VEVENT")
    (told,) = (str(one["description"]) for one in events if one["summary"] == "Встреча в горисполкоме")
    assert told.splitlines()[1:] == ["принимает: Иван Учебный", "подготовить: проект соглашения"]


@pytest.mark.parametrize(("language", "told"), [("ru", "понедельник"), ("be", "панядзелак"), ("en", "Monday")])
def test_days_of_the_week_are_told_in_the_language_of_the_page(client, filled, language, told):
    monday = date.today() + timedelta(28 - date.today().weekday())
    days = {"first": monday.isoformat(), "last": "", "programme-0-day": monday.isoformat()}
    address = client.post("/visits/new/", {**PLAN, **days}).headers["Location"]
    client.cookies["django_language"] = language

    assert f", {told}" in text_of(client.get(address).content)


ABOUT_IT = ("/", f"/places/{make.OMSK}/", f"/places/{make.MINSK}/", f"/ties/{make.MINSK}/{make.OMSK}/")


@pytest.mark.parametrize("address", ABOUT_IT)
def test_pages_about_its_places_tell_of_it_while_it_is_ahead(client, number, past, address):
    page = client.get(address).content.decode()
    assert "Запланированные визиты 1" in text_of(page.encode())
    assert f'href="/visits/{number}/"' in page and f'href="/visits/{past}/"' not in page

    assert f'href="/visits/{number}/"' not in client.get(address, {"as_of": "2025-01-01"}).content.decode()
    client.post(f"/visits/{number}/drop", {"dropped": "yes"})
    assert "Запланированные визиты" not in text_of(client.get(address).content)


def test_pages_about_other_places_tell_nothing_of_it(client, number):
    for address in (f"/places/{make.VITEBSK}/", f"/ties/{make.VITEBSK}/city:smolensk/"):
        assert "Запланированные визиты" not in text_of(client.get(address).content)


@pytest.mark.parametrize("address", ABOUT_IT)
def test_who_may_not_see_plans_is_told_of_none(client, number, settings, address):
    let_in()
    settings.POBRATIM_ACCESS = "public"
    response = as_(Role.NOBODY).get(address)
    assert response.status_code == 200 and "Запланированные визиты" not in text_of(response.content)


def test_before_it_the_briefing_is_one_click_with_who_is_known(client, number):
    page = client.get(f"/visits/{number}/").content.decode()

    assert f"/reports/brief/?left={make.OMSK}".replace(":", "%3A") in page
    assert "with=person%3Aobraztsova" in page
    (link,) = re.findall(r'href="(/reports/brief/[^"]+)"', page)  # and who is not known comes along by name
    paper = text_of(client.get(unescape(link)).content)
    assert re.search(r"Иван Учебный *директор депо *\(по плану визита\)", paper)
    assert re.search("Цель визита *Обмен опытом", paper)


def test_the_briefing_tells_of_the_plan_as_it_is_now(client, number):
    (link,) = re.findall(r'href="(/reports/brief/[^"]+)"', client.get(f"/visits/{number}/").content.decode())
    client.get(unescape(link))
    client.post(f"/visits/{number}/edit/", {**PLAN, "members-1-post": "водитель трамвая"})

    paper = text_of(client.get(unescape(link)).content)
    assert "водитель трамвая" in paper and "директор депо" not in paper


@pytest.mark.parametrize("asked", [
    {"left": make.OMSK, "right": make.VITEBSK}, {"visit": "999"}, {"visit": "-1"}, {"visit": "семь"},
    {"visit": "9" * 40},
])
def test_a_briefing_for_other_sides_or_a_visit_that_is_none_tells_nothing_of_plans(client, number, asked):
    page = client.get("/reports/brief/", {"left": make.OMSK, "right": make.MINSK, "visit": str(number), **asked})

    assert page.status_code in (200, 422) and "Обмен опытом" not in text_of(page.content)


def test_who_may_not_see_plans_has_no_purpose_in_the_briefing(client, number, settings):
    let_in()
    settings.POBRATIM_ACCESS = "public"
    asked = {"left": make.OMSK, "right": make.MINSK, "visit": str(number), "people": "Иван Учебный"}
    paper = text_of(as_(Role.NOBODY).get("/reports/brief/", asked).content)

    assert "Иван Учебный" in paper and "Обмен опытом" not in paper and "директор депо" not in paper


def test_afterwards_its_documents_make_the_report(client, past):
    page = text_of(client.get(f"/visits/{past}/").content)
    assert make.TITLE in page

    assert client.post(f"/visits/{past}/documents", {"document": [make.NEWS, "нет такого"]}).status_code == 302
    assert storage.visit(past).plan.documents == (make.NEWS,)
    report = text_of(client.get(f"/visits/{past}/report/").content)
    assert "Отчёт о визите делегации Омска" in report and "Встреча, Минск" in report
    assert "План визита: «обмен опытом»" in report


def test_each_change_of_a_plan_leaves_one_trace(client, number):
    client.post(f"/visits/{number}/edit/", {**PLAN, "purpose": "ярмарка"})
    client.post(f"/visits/{number}/documents", {"document": [make.NEWS]})
    client.post(f"/visits/{number}/drop", {"dropped": "yes"})
    client.post(f"/visits/{number}/drop", {"dropped": "no"})
    client.post(f"/visits/{number}/edit/", {**PLAN, "first": ""})  # nothing was kept

    assert [one.what for one in storage.traces()] == [
        "visit resumed", "visit dropped", "visit changed", "visit changed", "visit planned",
    ]
    assert storage.traces()[0].about.startswith(f"№ {number}: визит делегации Омска (Минск, ")
    assert "визит снят с плана" in text_of(client.get("/traces/").content)


def test_a_visit_given_up_leaves_the_lists_and_comes_back(client, number):
    client.post(f"/visits/{number}/drop", {"dropped": "yes"})
    listed, folded = client.get("/visits/").content.decode().rsplit("<details", 1)
    assert "Омск → Минск" not in text_of(listed.encode())
    assert "Снятые с плана 1" in text_of(folded.encode()) and f'href="/visits/{number}/"' in folded
    client.post(f"/visits/{number}/documents", {"document": [make.NEWS]})  # a change takes nothing up again
    assert "снят с плана" in text_of(client.get(f"/visits/{number}/").content)
    client.post(f"/visits/{number}/drop", {"dropped": "no"})
    page = text_of(client.get("/visits/").content)
    assert "Омск → Минск" in page and "Снятые с плана" not in page


@pytest.mark.parametrize("end", ["", "edit/", "report/", "programme.pdf", "visit.ics"])
def test_there_is_no_other(client, filled, end):
    assert client.get(f"/visits/77/{end}").status_code == 404
    assert client.post("/visits/77/documents").status_code == 404


def test_what_shows_only_reads(client, number):
    for address in ("/visits/", f"/visits/{number}/", f"/visits/{number}/report/", f"/visits/{number}/visit.ics"):
        assert_only_reads(client, address)
    assert client.get(f"/visits/{number}/drop").status_code == 405


def test_scripts_in_a_plan_are_words(client, filled):
    typed = {**PLAN, "purpose": "<script>alert(1)</script>", "members-1-name": "<b>Иван</b>"}
    address = client.post("/visits/new/", typed).headers["Location"]

    for page in (address, f"{address}edit/", "/visits/", f"{address}report/"):
        assert b"<script>alert" not in client.get(page).content
