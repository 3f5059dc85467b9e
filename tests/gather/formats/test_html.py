"""Pages of the kinds that outlets and city sites have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.gather.formats.html import read_page
from pobratim.gather.refusal import Unreadable

from ..making import NEWS, TEXT, article, document, error, page

MENU = """<header><nav><ul><li><a href="/">Главная</a></li><li><a href="/n">Новости</a></li></ul></nav>
</header>"""
AROUND = """<div class="share">Поделиться: <a>ВКонтакте</a> <a>Telegram</a></div>
<aside><h3>Читайте также</h3><ul><li><a href="/1">В Энске открыли мост</a></li>
<li><a href="/2">Каток готов</a></li></ul></aside>
<footer>© 2024 Городской вестник. Все права защищены. Мы используем файлы cookie.</footer>"""
SITE = """<meta property="og:site_name" content="Городской вестник">
<meta name="author" content="Анна Примерова">
<link rel="canonical" href="https://vestnik.example/news/5">
<title>Делегация Энска побывала в Бресте - Городской вестник</title>"""
OLD_SITE = """<table><tr><td><a href="/">Главная</a> / <a href="/news/">Новости</a></td></tr></table>
<div class="today">Сегодня 5 мая 2026, вторник</div>
<div class="detail"><span class="news-date">24.06.2023</span>
<h3>Делегация Энска побывала в Бресте</h3><br>Гости осмотрели школу искусств и молочный комбинат.<br><br>
Стороны условились обменяться детскими коллективами летом будущего года.<br></div>
<a href="/news/">Назад к списку</a><div>Просмотров: 217</div>"""


def test_an_article_without_what_is_around_it():
    made = document(article(*NEWS, head=SITE, before=MENU, after=AROUND))
    assert made.text == TEXT
    assert made.title == NEWS[0]
    assert (made.publisher, made.author) == ("Городской вестник", "Анна Примерова")
    assert made.address == "https://vestnik.example/news/5"


def test_an_old_page_of_tables_and_breaks():
    made = document(page(OLD_SITE, "<title>Мэрия Бреста: Новости: Делегация Энска побывала в Бресте</title>"))
    assert made.title == NEWS[0]
    assert made.published == "2023-06-24"
    assert made.text.split("\n\n")[1:] == [
        NEWS[0], "Гости осмотрели школу искусств и молочный комбинат.", NEWS[2],
    ]


def test_numbered_captions_go():
    picture = f"<figure><img src=a.jpg><figcaption>{NEWS[0]}-4</figcaption></figure>"
    assert document(article(NEWS[0], NEWS[1] + "</p>" + picture + "<p>", NEWS[2])).text == TEXT


def test_tables_are_lines_of_cells():
    table = "<table><tr><th>Дело</th><th>Срок</th></tr><tr><td>Ярмарка</td><td>май</td></tr></table>"
    made = document(article(NEWS[0], NEWS[1] + f"</p>{table}<p>", NEWS[2]))
    assert "Дело | Срок\nЯрмарка | май" in made.text.split("\n\n")


def test_tables_in_tables_lay_out_the_page():
    data = page("<table><tr><td>" * 60 + NEWS[1] + "</td><td>" + NEWS[2] + "</td></tr></table>" * 60)
    assert sorted(" | ".join(document(data).text.split("\n\n")).split(" | ")) == sorted(NEWS[1:])


def test_a_page_of_very_many_elements_is_read_too():
    data = article(NEWS[0], NEWS[1] + "<b></b>" * 60_000, NEWS[2], before=MENU)
    assert document(data).text == TEXT


def test_a_fragment_is_read_whole():
    assert document("<p>Мэр Энска приехал в Брест.</p><p>Речь шла о школах.</p>".encode()).text == (
        "Мэр Энска приехал в Брест.\n\nРечь шла о школах."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16"])
@pytest.mark.parametrize("declared", ["", '<meta charset="windows-1251">', '<meta charset="utf-8">'])
def test_the_encoding_is_found_whatever_the_page_says(encoding, declared):
    body = "".join(f"<p>{text}</p>" for text in NEWS)
    assert document(page(body, declared, encoding)).text == TEXT


def test_the_address_of_a_page_saved_from_a_browser():
    data = b"<!-- saved from url=(0029)https://vestnik.example/n/5 -->\n" + article(*NEWS)
    assert document(data).address == "https://vestnik.example/n/5"


@pytest.mark.parametrize(
    "body", ["", "<p> </p>", "<p>* * *</p>", "<script>var a = 1;</script>", "<img src=a.jpg>"]
)
def test_a_page_without_an_article(body):
    assert error(page(body)).reason == "в нём не нашлось текста статьи"


def test_a_page_that_has_only_a_title():
    assert error(page("", f"<title>{NEWS[0]}</title>")).reason == "в нём не нашлось текста статьи"


def test_a_bomb_of_entities_stays_small():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "а" * 10}">' for n in range(10))
    data = f"<!DOCTYPE html [{entities}]><html><body><p>{NEWS[1]} &a9;</p></body></html>"
    assert len(document(data.encode()).text) < 1_000


def test_a_very_deep_page_is_refused_or_read_but_does_no_harm():
    data = "<html><body>" + "<div>" * 50_000 + NEWS[1]
    assert error(data.encode()).reason == "в нём не нашлось текста статьи"


def test_a_declaration_of_xml_is_no_obstacle():
    assert document(b'<?xml version="1.0" encoding="utf-8"?>\n' + article(*NEWS)).text == TEXT


TAGS = st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr><td>", "</table>", "<br>", "<div class=date>", "</div>", "<!--", "-->",
     "<h1>", "</h1>", "<time datetime='2020-01-01'>", "<script type='application/ld+json'>{", "}</script>",
     "&#0;", "&amp;", "<meta name=author content=x>", "<title>", "</title>", "<ul><li>", "\x00", "\ud800",
     "Энск", " Мэр приехал. "]
)


@given(st.lists(TAGS | st.text(max_size=10), max_size=25).map("".join))
def test_any_markup_is_a_draft_or_refused(markup):
    try:
        assert read_page(markup).text.strip()
    except Unreadable as refusal:
        assert refusal.code == "no_text"
