"""The document page: text, facts, the marked sentence."""

import dataclasses
import re

import pytest

from pobratim import storage
from pobratim.model.document import Document
from pobratim.model.reading import Entity, Offer, Reading
from tests.web import make
from tests.web.pages import assert_only_reads, text_of

ADDRESS = f"/documents/{make.NEWS}/"


def test_it_shows_the_whole_text_and_every_fact(client, filled):
    response = client.get(ADDRESS)
    html, page = response.content.decode(), text_of(response.content)

    assert response.status_code == 200
    for said in (make.TALKED, make.SIGNED, make.TOURED, make.TRADED):
        assert said in page
    assert page.count("93 %") == len(make.READING.records)
    assert "Товарооборот 93 % 412,5 млн долларов США, рост на 12 %" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert 'id="r12"' in html


def test_words_know_their_facts_and_facts_their_words(client, filled):
    html = client.get(ADDRESS).content.decode()

    assert f'data-facts="r5 r6">{make.SAID}</span>' in html
    assert re.search(r'class="dot t-offer" href="#r6" data-fact="r6"', html)


def test_the_place_asked_for_is_marked(client, filled):
    start, end = make.span(make.SIGNED)
    html = client.get(ADDRESS, {"at": f"{start}-{end}"}).content.decode()

    marked = re.search(r'<span id="at"></span><mark>(.*?)</mark>', html)
    assert marked and re.sub("<.*?>", "", marked[1]) == make.SIGNED


@pytest.mark.parametrize("at", ["", "5", "9-3", "-1-5", "99999-100000", "1-2-3", "<b>", "9" * 30 + "-1"])
def test_a_place_that_cannot_be_is_not_marked(client, filled, at):
    response = client.get(ADDRESS, {"at": at})

    assert response.status_code == 200
    assert b"<mark>" not in response.content


def test_a_fact_leads_to_the_row_it_went_into(client, filled):
    html = client.get(ADDRESS).content.decode()
    filed = [line for line in html.split('class="fact ')[1:] if "в реестре" in line]

    assert len(filed) == 1
    assert 'id="r1"' in filed[0] and 'href="/happenings/?only=happening:meeting"' in filed[0]


def test_an_unsupported_language_is_said_plainly(client, filled):
    page = text_of(client.get(f"/documents/{make.BELARUSIAN.id}/").content)

    assert "Язык документа: белорусский. Программа пока читает только по-русски" in page
    assert make.BELARUSIAN.text in page


def test_a_language_that_cannot_be_told_is_said_so_too(client, home):
    document = dataclasses.replace(make.BELARUSIAN, text="Lorem ipsum", language="und")
    storage.keep(Reading(document=document, relevance=0.0, reader="hand 1", notes=("x",)), None, "x.txt")

    assert "Язык документа: не определён." in text_of(client.get(f"/documents/{document.id}/").content)


def test_a_document_beside_the_matter_says_so(client, filled):
    other = Reading(document=dataclasses.replace(make.OTHER, text="Прошёл футбольный матч."), relevance=0.02)
    storage.keep(other, None, "матч.txt")

    assert "не о сотрудничестве" in text_of(client.get(f"/documents/{other.document.id}/").content)


def test_the_original_is_offered_where_there_is_one(client, filled):
    assert "исходный файл" in text_of(client.get(ADDRESS).content)
    assert "исходный файл" not in text_of(client.get(f"/documents/{make.OTHER.id}/").content)


def test_only_web_addresses_become_links(client, filled):
    for number, (address, linked) in enumerate(
        [("https://example.org/1", True), ("javascript:alert(1)", False), ("data:text/html,x", False)]
    ):
        document = dataclasses.replace(make.OTHER, text=f"Текст {number}.", address=address)
        storage.keep(Reading(document=document, relevance=0.9, reader="hand 1"), None, "a.txt")

        html = client.get(f"/documents/{document.id}/").content.decode()
        assert (f'href="{address}"' in html) == linked


def test_a_document_that_is_not_there(client, filled):
    assert client.get(f"/documents/{'0' * 64}/").status_code == 404
    assert client.get("/documents/слон/").status_code == 404


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_a_hostile_text_is_words(client, home):
    text = f"Минск хочет трамваи {make.SCRIPT}."
    reading = Reading(
        document=dataclasses.replace(
            make.OTHER,
            text=text,
            title=make.SCRIPT,
            source=make.SCRIPT,
            author=make.SCRIPT,
            publisher=make.SCRIPT,
            published=None,
        ),
        relevance=0.9,
        entities=(Entity(id="e1", type="city", name=make.SCRIPT),),
        records=(
            Offer(
                id="r1",
                evidence=((0, len(text)),),
                confidence=0.5,
                rule="x",
                direction="need",
                to="e1",
                kind="goods",
                item=make.SCRIPT,
            ),
        ),
        notes=(make.SCRIPT,),
    )
    storage.keep(reading, None, make.SCRIPT)

    page = client.get(f"/documents/{reading.document.id}/").content.decode()
    assert make.SCRIPT not in page and "<script>" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 7


def test_a_document_without_a_title_is_named_by_its_file_not_by_its_folder(client, home):
    text = "Мэр Тихореченска встретился с мэром Лугозерска."
    document = Document(text=text, source="/home/anna/письма/новость.txt", language="ru")
    storage.keep(Reading(document=document, relevance=1.0), None, document.source)
    storage.derive()
    for address in (f"/documents/{document.id}/", "/documents/"):
        page = text_of(client.get(address).content)
        assert "новость.txt" in page and "/home/anna" not in page
