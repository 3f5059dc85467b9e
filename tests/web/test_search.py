"""Search: names in any case, documents by their words."""

import csv
import dataclasses
import io
from urllib.parse import quote

import pytest
from openpyxl import load_workbook

from pobratim.register.rows import Place
from tests.web import make
from tests.web.make import SCRIPT, TITLE
from tests.web.pages import assert_escapes, assert_only_reads, text_of

ADDRESS = "/search/"


def test_a_name_in_any_case_finds_the_place_and_the_documents(client, filled):
    page = text_of(client.get(ADDRESS, {"q": "Минска"}).content)

    assert "Места 1 Минск город" in page
    assert TITLE in page


def test_a_surname_finds_the_person_with_the_post(client, filled):
    page = text_of(client.get(ADDRESS, {"q": "Образцовой"}).content)

    assert "Анна Образцова" in page and "Мэр, Омск" in page


def test_words_found_are_marked(client, filled):
    html = client.get(ADDRESS, {"q": "трамвай"}).content.decode()

    assert "<mark>трамваи</mark>" in html


def test_nothing_found_says_what_to_try(client, filled):
    assert "Ничего не найдено" in text_of(client.get(ADDRESS, {"q": "Атлантида"}).content)


@pytest.mark.parametrize(("query", "meant"), [("тромвай", "трамвай"), ("новые тромваи", "новые трамвай")])
def test_words_of_the_documents_are_proposed_for_a_slip_of_the_pen(client, filled, query, meant):
    html = client.get(ADDRESS, {"q": query}).content.decode()

    assert "Ничего не найдено" in html and f'href="?q={quote(meant)}"' in html
    assert "<mark>трамваи</mark>" in client.get(ADDRESS, {"q": meant}).content.decode()


@pytest.mark.parametrize("query", ["", "   ", '"', "'; DROP TABLE", "*", "a" * 5000, "\N{ELEPHANT}", "NEAR("])
def test_any_words_may_be_asked(client, filled, query):
    assert client.get(ADDRESS, {"q": query}).status_code == 200


def test_a_hostile_query_is_words(client, filled):
    page = client.get(ADDRESS, {"q": SCRIPT}).content.decode()

    assert SCRIPT not in page and "<script>" not in page


def test_it_only_reads(client, filled):
    assert_only_reads(client, ADDRESS)


def test_hostile_names_are_words(client, hostile):
    assert_escapes(client, f"{ADDRESS}?q=Минск")


# ---------------------------------------------------------------- facets


def shown(client, **asked: str) -> str:
    return text_of(client.get(ADDRESS, asked).content)


def test_facts_are_found_by_their_sentences(client, filled):
    page = shown(client, q="образцова водоснабжение")
    assert "Встреча: Минск — Омск" not in page  # two sentences
    assert "Встреча: Минск — Омск" in shown(client, q="Примеров принял")


def test_without_words_facets_alone_choose(client, filled):
    page = shown(client, kind="happenings", place=make.VITEBSK)

    assert "Учебный форум" in page and "Посещение предприятия" not in page


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ({"kind": "agreements"}, "Дорожная карта", "Учебный форум"),
        ({"kind": "happenings", "sort": "tour"}, "Посещение предприятия", "Встреча:"),
        ({"kind": "happenings", "year": "2020"}, "Учебный форум", "Встреча:"),
        ({"kind": "happenings", "status": "planned"}, "Учебный форум", "Встреча:"),
        ({"kind": "topics", "field": "water"}, "Водоснабжение", "Учебный форум"),
        ({"kind": "happenings", "source": "Учебный вестник"}, "Встреча:", "Учебный форум"),
    ],
)
def test_each_facet_narrows(client, filled, asked, there, gone):
    page = shown(client, **asked)

    assert there in page and gone not in page


def test_what_is_chosen_can_be_given_up(client, filled):
    html = client.get(ADDRESS, {"q": "Минск", "year": "2025"}).content.decode()

    assert "Год: 2025" in text_of(html.encode())
    assert 'href="?q=%D0%9C%D0%B8%D0%BD%D1%81%D0%BA"' in html


@pytest.mark.parametrize(
    "asked", [{"kind": "нет"}, {"place": "city:none"}, {"year": "'"}, {"kind": "people", "page": "х"}]
)
def test_what_it_does_not_know_breaks_nothing(client, filled, asked):
    assert client.get(ADDRESS, {"q": "Минск", **asked}).status_code == 200


# ---------------------------------------------------------------- tables


def test_what_is_found_can_be_taken_along(client, filled):
    text = client.get(f"{ADDRESS}found.csv", {"kind": "happenings", "place": make.VITEBSK}).content.decode("utf-8-sig")
    head, line = text.strip().splitlines()

    assert head.startswith("Вид;Что;Дата;Места")
    assert line.startswith("События;Форум: Учебный форум") and "Витебск; Смоленск" in line.replace('"', "")
    book = client.get(f"{ADDRESS}found.xlsx", {"q": "Минск"})
    sheet = load_workbook(io.BytesIO(book.content)).active
    assert sheet.cell(1, 2).value == "Что" and sheet.max_row > 3


def test_a_table_has_dates_as_the_page_has_them(client, fill):
    """A month is no last day of it, and of what has no date there is none."""
    month = dataclasses.replace(make.REGISTER.happenings[0], date="2025-06")
    year = dataclasses.replace(make.REGISTER.documents[0], published="2025")
    rest = (make.REGISTER.happenings[1:], make.REGISTER.documents[1:])
    fill(dataclasses.replace(make.REGISTER, happenings=(month, *rest[0]), documents=(year, *rest[1])))

    text = client.get(f"{ADDRESS}found.csv").content.decode("utf-8-sig")
    dates = {line[-1]: line[2] for line in csv.reader(io.StringIO(text), delimiter=";")}
    sheet = load_workbook(io.BytesIO(client.get(f"{ADDRESS}found.xlsx").content)).active
    cells = {row[-1].value: row[2].value or "" for row in sheet}

    assert dates[month.id] == "2025-06" and dates[year.id] == "2025" and dates["topic:water"] == ""
    assert cells == dates


def test_hostile_names_are_no_formulas(client, hostile):
    sheet = load_workbook(io.BytesIO(client.get(f"{ADDRESS}found.xlsx").content)).active

    assert "f" not in {cell.data_type for row in sheet for cell in row}


# ---------------------------------------------------------------- saved


def test_a_search_is_kept_and_given_up(client, filled):
    kept = client.post(f"{ADDRESS}save", {"name": "Форумы", "search": "kind=happenings&sort=forum"})
    assert kept.headers["Location"] == "/search/?kind=happenings&sort=forum"

    html = client.get(ADDRESS).content.decode()
    assert "Форумы" in html and 'href="?kind=happenings&amp;sort=forum"' in html
    number = html.split("/search/saved/")[1].split("/")[0]
    client.post(f"{ADDRESS}saved/{number}/forget")
    assert "Форумы" not in text_of(client.get(ADDRESS).content).replace("Сохранённый поиск убран.", "")
    assert client.post(f"{ADDRESS}saved/{number}/forget").status_code == 404


def test_an_empty_search_is_not_kept(client, filled):
    client.post(f"{ADDRESS}save", {"name": "Пустой", "search": "nonsense=1"})

    assert "Пустой поиск не сохранён" in text_of(client.get(ADDRESS).content)


def test_keeping_takes_a_post(client, filled):
    assert client.get(f"{ADDRESS}save").status_code == 405
    assert client.get(f"{ADDRESS}saved/1/forget").status_code == 405


def test_a_page_of_results_asks_the_database_as_often_for_many_as_for_few(client, fill, django_assert_max_num_queries):
    places = tuple(Place(id=f"city:{number}", type="city", name=f"Новый Город {number:03d}") for number in range(300))
    fill(dataclasses.replace(make.REGISTER, places=(*make.REGISTER.places, *places)))

    with django_assert_max_num_queries(60):
        page = shown(client, kind="places")
    assert "Страница 1 из 7" in page
