"""Needs beside what others have: reasons with sentences, what was tried, filters, pages."""

from __future__ import annotations

import dataclasses

import pytest

from pobratim.register.rows import OfferRow
from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

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
    assert "автобусы и троллейбусы (29.10.30)" in page and "%" in page
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
