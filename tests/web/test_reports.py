"""The pages of reports: forms that say what is wrong, papers whose notes lead to sentences, files."""

from __future__ import annotations

import dataclasses
import io
import re
import threading
import zipfile
from urllib.parse import unquote

import pytest

from pobratim.web import beside
from pobratim.web.views import reports
from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

SIDES = {"left": "Минска", "right": make.OMSK}
ADDRESSES = {
    "/reports/brief/": SIDES,
    "/reports/visit/": {**SIDES, "first": "2025-09-29"},
    "/reports/year/": {"place": "Минск", "year": "2025"},
}


def test_all_three_can_be_asked_for_from_one_page(client, filled):
    page = client.get("/reports/").content.decode()

    for address in ADDRESSES:
        assert f'action="{address}"' in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_questions_it_asks(client, filled, address):
    response = client.get(address)

    assert response.status_code == 200
    assert "Составить" in text_of(response.content)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_paper_stands_on_the_page_and_its_notes_lead_to_the_sentences(client, filled, address):
    page = client.get(address, ADDRESSES[address]).content.decode()

    assert '<article class="sheet"' in page
    assert f'href="/documents/{make.NEWS}/?at=' in page
    assert 'href="#n1"' in page and 'id="n1"' in page


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("form", "beginning"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")])
def test_each_is_a_file_with_a_name(client, filled, address, form, beginning):
    response = client.get(f"{address}file.{form}", ADDRESSES[address])

    assert response.status_code == 200
    assert response.content.startswith(beginning)
    disposition = unquote(response.headers["Content-Disposition"])
    assert disposition.startswith("attachment") and "Минск" in disposition and disposition.rstrip('"').endswith(form)


def test_the_briefing_names_who_was_ticked_and_who_was_typed(client, filled):
    asked = {**SIDES, "with": "person:obraztsova", "people": "П. Примеров", "first": "2026-01-14", "last": "2026-01-16"}
    page = text_of(client.get("/reports/brief/", asked).content)

    assert "Составлена к визиту 14–16 января 2026 года" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert page.index("Кто участвует", page.index("Главное")) < page.index("Анна Образцова", page.index("Главное"))
    packed = zipfile.ZipFile(io.BytesIO(client.get("/reports/brief/file.docx", asked).content))
    assert "Пётр Примеров" in packed.read("word/document.xml").decode()


def test_who_is_not_known_is_named_in_the_paper_and_the_choice_stays(client, filled):
    asked = {**SIDES, "with": "person:obraztsova", "people": "Иван Неизвестный; П. Примеров"}
    response = client.get("/reports/brief/", asked)

    assert response.status_code == 200
    assert 'value="person:obraztsova" checked' in response.content.decode()
    assert re.search("Иван Неизвестный *сведений нет", text_of(response.content))
    packed = zipfile.ZipFile(io.BytesIO(client.get("/reports/brief/file.docx", asked).content))
    assert "Иван Неизвестный" in packed.read("word/document.xml").decode()


def test_what_is_wrong_with_days_or_people_takes_no_choice_away(client, fill):
    namesake = dataclasses.replace(make.REGISTER.people[1], id="person:other", name="Ольга Образцова")
    fill(dataclasses.replace(make.REGISTER, people=(*make.REGISTER.people, namesake)))

    for wrong in ({"first": "завтра"}, {"people": "Образцова"}):
        response = client.get("/reports/brief/", {**SIDES, "with": "person:primerov", **wrong})
        assert response.status_code == 422
        assert 'value="person:primerov" checked' in response.content.decode()
        assert 'value="person:obraztsova">' in response.content.decode()


def test_the_days_that_documents_tell_of_are_offered(client, filled):
    response = client.get("/reports/visit/", SIDES)
    page = response.content.decode()

    assert '<article class="sheet"' not in page
    assert "first=2025-09-29" in page


@pytest.mark.parametrize(
    ("address", "asked", "complaint"),
    [
        ("/reports/brief/", {"left": "Минск", "right": ""}, "Назовите место."),
        ("/reports/brief/", {"left": "Минск", "right": "Нигдеево"}, "Места «Нигдеево» в реестре нет"),
        ("/reports/brief/", {"left": "Минск", "right": "минска"}, "Это одно и то же место"),
        ("/reports/brief/", {"left": "Смоленск", "right": "Гавана"}, "в реестре не сказано"),
        ("/reports/brief/", {**SIDES, "last": "2026-01-01"}, "Назовите и первый день."),
        ("/reports/visit/", {**SIDES, "first": "2025-09-29", "last": "2025-09-01"}, "не раньше первого"),
        ("/reports/visit/", {**SIDES, "first": "завтра"}, "День пишется так"),
        ("/reports/year/", {"place": "Минск", "year": "2999"}, "Этот год ещё не начался."),
        ("/reports/year/", {"place": "Минск", "year": "прошлый"}, "Год пишется четырьмя цифрами"),
        ("/reports/year/", {"place": "Минск"}, "Обязательное поле"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client, filled, address, asked, complaint):
    for where in (address, f"{address}file.docx"):
        response = client.get(where, asked)
        assert response.status_code == 422
        assert complaint in text_of(response.content)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_of_nothing_is_the_form(client, filled, address):
    assert client.get(f"{address}file.docx").status_code == 422
    assert client.get(f"{address}file.exe").status_code == 404


def test_the_pages_of_ties_and_places_lead_there(client, filled):
    tie = client.get(f"/ties/{make.MINSK}/{make.OMSK}/").content.decode()
    assert f"/reports/brief/?left={make.MINSK}&amp;right={make.OMSK}" in tie
    assert f"/reports/visit/?left={make.MINSK}&amp;right={make.OMSK}" in tie
    assert f"/reports/year/?place={make.MINSK}" in client.get(f"/places/{make.MINSK}/").content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_only_reads(client, filled, address):
    assert_only_reads(client, address)


def test_a_hostile_name_stays_words(client, hostile):
    assert_escapes(client, f"/reports/visit/?left={make.MINSK}&right={make.OMSK}&first=2025-09-29")
    assert_escapes(client, f"/reports/year/?place={make.MINSK}&year=2025")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_paper_on_very_much_is_put_together_beside_the_answer(client, filled, address, monkeypatch, settings):
    settings.POBRATIM_DERIVE_APART = True
    monkeypatch.setattr("pobratim.web.views.reports.PATIENCE", 0)
    ready = threading.Event()
    made = reports._made
    monkeypatch.setattr(reports, "_made", lambda *asked: ready.wait(20) and made(*asked))

    waiting = client.get(address, ADDRESSES[address]).content.decode()
    ready.set()
    beside.wait()

    assert "Отчёт составляется" in waiting and '<article class="sheet"' not in waiting
    assert '<article class="sheet"' in client.get(address, ADDRESSES[address]).content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_is_waited_for(client, filled, address, monkeypatch, settings):
    settings.POBRATIM_DERIVE_APART = True
    monkeypatch.setattr("pobratim.web.views.reports.PATIENCE", 0)

    response = client.get(f"{address}file.html", ADDRESSES[address])

    assert response.content.startswith(b"<!DOCTYPE html>")
