"""The page of a tie: everything that joins two places, each line with its sentence."""

import re
from urllib.parse import quote

import pytest

from tests.web import make
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = f"/ties/{make.MINSK}/{make.OMSK}/"


def test_it_tells_everything(client, filled):
    response = client.get(ADDRESS)
    page = text_of(response.content)

    assert response.status_code == 200
    assert "Минск — Омск побратимы с 24 июня 2022 года" in page.replace("\N{NO-BREAK SPACE}", " ")
    for heading in (
        "История отношений",
        "Соглашения",
        "Встречи и события",
        "Намерения и обязательства",
        "Предложения и потребности",
        "Показатели",
        "Высказывания",
        "Направления",
        "Люди",
        "Предприятия и организации",
        "Источники",
    ):
        assert heading in page


@pytest.mark.parametrize(("language", "question"), [
    ("en", "Sources differ: Term: Road map: Минск — Омск"),
    ("be", "Крыніцы разыходзяцца: Тэрмін"),
])
def test_a_contradiction_is_asked_in_the_language_of_the_page(client, filled, language, question):
    client.cookies["django_language"] = language
    page = text_of(client.get(ADDRESS).content)

    assert question in page and "conflict:" not in page


def test_a_line_leads_to_its_sentence_in_the_document(client, filled):
    html = client.get(ADDRESS).content.decode()
    start, end = make.span(make.SIGNED)

    assert f'href="/documents/{make.NEWS}/?at={start}-{end}#at" title="{make.SIGNED} — {make.TITLE}"' in html


def test_two_sentences_of_one_source_have_a_letter_each(client, filled):
    html = client.get(ADDRESS).content.decode()

    assert "</span>1а</a>" in html and "</span>1б</a>" in html


def test_contradicting_values_stand_side_by_side(client, filled):
    page = text_of(client.get(ADDRESS).content)

    assert "2026–2028 годы Вероятнее: сказано стороной, которая подписала" in page.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "2025–2027 годы пересказ" in page.replace("\N{NO-BREAK SPACE}", " ")


def test_an_inferred_date_is_marked_and_explained(client, filled):
    html = client.get(ADDRESS).content.decode()

    said = "Вывод, в тексте прямо не сказано. Документ рассказывает о дне встречи"
    assert f'title="{said}"' in html
    pressed = rf'popovertarget="(why-[0-9a-f]+)">вывод</button><span class="said-why" id="\1" popover>{said}<'
    assert re.search(pressed, html), "who has no mouse presses the mark"


def test_an_open_year_stays_open(client, filled):
    assert "5 августа, год не указан" in text_of(client.get(ADDRESS).content).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_order_of_the_places_does_not_matter(client, filled):
    assert client.get(f"/ties/{make.OMSK}/{make.MINSK}/").status_code == 200


def test_a_place_that_is_not_there(client, filled):
    response = client.get(f"/ties/{make.MINSK}/{quote('city:нет')}/")

    assert response.status_code == 404
    assert "в реестре нет" in text_of(response.content)


def test_a_place_has_no_tie_with_itself(client, filled):
    for address in (f"/ties/{make.MINSK}/{make.MINSK}/", f"/ties/{make.MINSK}/{make.MINSK}/brief.pdf"):
        response = client.get(address)

        assert response.status_code == 404
        assert "два разных места" in text_of(response.content)


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, ADDRESS)


def test_a_long_page_says_what_it_holds_and_leads_there(client, filled):
    html = client.get(f"/ties/{make.MINSK}/{make.OMSK}/").content.decode()
    contents = html.split('class="contents', 1)[1].split("</nav>", 1)[0]
    asked = re.findall(r'href="#(\w+)"', contents)
    assert len(asked) > 2 and all(f'id="{one}"' in html for one in asked)
