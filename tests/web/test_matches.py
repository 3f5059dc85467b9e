"""Needs beside what others have: reasons with sentences, what was tried, filters, pages."""

from __future__ import annotations

import dataclasses

import pytest

from pobratim import storage
from pobratim.model.roles import Role
from pobratim.register.rows import Evidence, OfferRow
from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of
from tests.web.people import as_, let_in

ADDRESS = "/matches/"


def offer(name: str, direction: str, item: str, **slots: str) -> OfferRow:
    return OfferRow(id=f"offer:{name}", direction=direction, kind="goods", item=item, documents=(make.NEWS,),  # type: ignore[arg-type]
                    evidence=make.evidence(make.SAID), **slots)  # type: ignore[arg-type]


OFFERS = (
    offer("need", "need", "низкопольные троллейбусы", to=make.OMSK),
    offer("has", "offer", "электробусы", from_=make.MINSK, to=make.OMSK),
    offer("sold", "supply", "троллейбусы", from_=make.MINSK, to=make.OMSK),
    offer("other", "need", "сыр", to=make.SMOLENSK),
    offer("cheese", "offer", "сыр", from_=make.VITEBSK),
)


@pytest.fixture
def offered(fill):
    fill(dataclasses.replace(make.REGISTER, offers=OFFERS))


def test_each_match_says_who_needs_what_who_has_it_why_and_what_was_tried(client, offered):
    response = client.get(ADDRESS)
    page = text_of(response.content).replace("\N{NO-BREAK SPACE}", " ")

    assert "Нужно Низкопольные троллейбусы Омск" in page
    assert "Есть у Минск" in page
    assert "Предложение: электробусы (Минск → Омск)" in page and "Поставка: троллейбусы (Минск → Омск)" in page
    assert "автобусы и троллейбусы (ОКПД 2: 29.10.30)" in page and "%" in page
    assert "Уже поставлялось" in page and "Документы об этом молчат." in page
    assert f'href="/documents/{make.NEWS}/?at=' in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ({"place": make.OMSK}, "Низкопольные троллейбусы", "Сыр"),
        ({"place": make.VITEBSK}, "Сыр", "Низкопольные"),
        ({"name": "сыра"}, "Сыр", "Низкопольные"),
        ({"untried": "1"}, "Сыр", "Низкопольные"),
    ],
)
@pytest.mark.parametrize("moment", [{}, {"as_of": "2026-01-01"}])
def test_it_is_narrowed_by_place_words_and_what_was_not_tried(client, offered, asked, there, gone, moment):
    page = text_of(client.get(ADDRESS, asked | moment).content)

    assert there in page and gone not in page


def test_what_nothing_fits_is_said(client, offered):
    assert "пар нет" in text_of(client.get(ADDRESS, {"name": "самолёты"}).content)
    assert "пар нет" in text_of(client.get(ADDRESS, {"place": "city:none"}).content)


def test_without_needs_it_says_what_is_lacking(client, home):
    assert "Пар пока нет" in text_of(client.get(ADDRESS).content)


def test_many_come_page_by_page(client, fill):
    needs = tuple(offer(f"need{number}", "need", "сыр", to=make.OMSK) for number in range(30))
    fill(dataclasses.replace(make.REGISTER, offers=(*needs, OFFERS[-1])))

    assert "Страница 1 из 2" in text_of(client.get(ADDRESS).content)


def test_it_only_reads_and_names_stay_words(client, fill):
    fill(make.hostile(dataclasses.replace(make.REGISTER, offers=OFFERS)))
    assert_only_reads(client, ADDRESS)
    assert_escapes(client, ADDRESS)


def test_reasons_are_told_in_the_language_of_the_page(client, offered):
    client.post("/language/", {"language": "en", "next": "/"})
    page = text_of(client.get(ADDRESS).content)

    assert "the same kind: " in page and "Was supplied already" in page and "Offer: электробусы" in page
    assert "тот же вид" not in page and "предложено именно" not in page


class TestWhatPeopleTried:
    """A note on a pair is a decision like any other: signed, in the journal, undone."""

    @pytest.fixture
    def pair(self, fill):
        reading = make.READING
        record = next(one for one in reading.records if one.type == "offer")
        text = reading.document.text
        told = tuple(
            Evidence(document=make.NEWS, span=span, text=text[slice(*span)]) for span in record.evidence
        )
        need = dataclasses.replace(OFFERS[0], claims=(f"{make.NEWS}#{record.id}",), evidence=told)
        fill(dataclasses.replace(make.REGISTER, offers=(need, *OFFERS[1:])))
        return {"need": need.id, "provider": make.MINSK}

    def test_it_stands_beside_the_pair(self, client, pair):
        page = text_of(client.post("/matches/tried", pair | {"why": "Писали в марте; ответят после бюджета"},
                                   follow=True).content)
        assert "Писали в марте; ответят после бюджета" in page and "Записано решением № 1" in page
        assert "Низкопольные" not in text_of(client.get(ADDRESS, {"untried": "1"}).content)
        journal = text_of(client.get("/decisions/").content)
        assert "Пробовали:" in journal and "— Минск" in journal

    def test_undone_it_is_gone_and_stays_in_the_journal(self, client, pair):
        client.post("/matches/tried", pair | {"why": "Звонили"})
        client.post("/decisions/1/undo")
        assert "Звонили" not in text_of(client.get(ADDRESS).content)
        assert "Звонили" in text_of(client.get("/decisions/").content)

    def test_an_editor_takes_back_their_own(self, pair, settings):
        settings.AXES_ENABLED = False
        let_in()
        as_(Role.EDITOR).post("/matches/tried", pair | {"why": "Звонили"})
        assert "Отменить" in text_of(as_(Role.EDITOR).get(ADDRESS).content)
        page = text_of(as_(Role.READER).get(ADDRESS).content)
        assert "Звонили" in page and "Отменить" not in page and "Записать, что пробовали" not in page
        assert as_(Role.READER).post("/matches/tried", pair | {"why": "Нет"}).status_code == 403
        assert as_(Role.EDITOR).post("/decisions/1/undo").status_code == 302

    @pytest.mark.parametrize("wrong", [
        {"why": "  "}, {"need": "offer:none"}, {"need": make.MINSK},
        {"provider": "place:none"}, {"provider": "offer:has"},
    ])
    def test_what_cannot_be_meant_is_said(self, client, pair, wrong):
        response = client.post("/matches/tried", pair | {"why": "Писали"} | wrong)
        assert response.status_code in (400, 404) and storage.standing_decisions() == []

    def test_another_day_shows_none(self, client, pair):
        client.post("/matches/tried", pair | {"why": "Звонили"})
        assert "Звонили" not in text_of(client.get(ADDRESS, {"as_of": "2026-01-01"}).content)
