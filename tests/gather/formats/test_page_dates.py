"""Days that pages state."""

from __future__ import annotations

import json

import pytest

from ..making import NEWS, article, document

DAY = "2024-03-12"


def meta(name: str, content: str, attribute: str = "property") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


def linked_data(*things: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(things, ensure_ascii=False)}</script>'


def published(head: str = "", before: str = "", after: str = "") -> str | None:
    return document(article(*NEWS, head=head, before=before, after=after)).published


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2024-03-12T09:15:00+03:00"),
        meta("article:published_time", "2024-03-12"),
        meta("datePublished", "2024-03-12", "itemprop"),
        meta("pubdate", "12.03.2024", "name"),
        meta("DCTERMS.issued", "2024-03-12", "name"),
        meta("mediator_published_time", "2024-03-12T09:15:00+0300", "name"),
        linked_data({"@type": "NewsArticle", "datePublished": "2024-03-12T09:15:00+03:00"}),
        linked_data({"@graph": [{"@type": ["Article", "x"], "datePublished": "2024-03-12"}]}),
    ],
)
def test_markup(head):
    assert published(head) == DAY


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2024-03-12T09:15:00+03:00">вчера</time>',
        '<span itemprop="datePublished" content="2024-03-12"></span>',
        '<span class="news-date-time">12.03.2024 09:15</span>',
        '<div class="post-meta"><span>12 марта 2024, 09:15</span></div>',
        '<p class="info">Опубликовано: 12.03.2024</p>',
    ],
)
def test_what_the_reader_sees_beside_the_title(line):
    body = NEWS[1] + "</p>" + line + "<p>"
    assert document(article(NEWS[0], body, NEWS[2])).published == DAY


@pytest.mark.parametrize(
    "head",
    [
        meta("og:updated_time", "2024-03-12"),
        meta("article:modified_time", "2024-03-12"),
        meta("date", "2024-03-12", "name"),  # often the time of the visit
        meta("last-modified", "2024-03-12", "http-equiv"),
        meta("og:image", "https://vestnik.example/2024/03/12/a.jpg"),
        meta("article:published_time", "2024-99-12"),
        meta("article:published_time", "вчера"),
        linked_data({"@type": "WebSite", "datePublished": "2024-03-12"}),
        linked_data({"@type": "NewsArticle", "dateModified": "2024-03-12T10:00:00"}),
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>',
        '<link rel="canonical" href="https://vestnik.example/2024/03/12/delegation">',
    ],
)
def test_what_is_no_day_of_publication(head):
    assert published(head) is None


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<div class="today">12.03.2024</div>',
        '<nav><span class="date">12.03.2024</span></nav>',
        '<div class="related"><span class="date">12.03.2024</span><a href="/1">Каток готов</a></div>',
        '<footer><span class="date">12 марта 2024</span></footer>',
        '<div class="date">12.03.2024</div><div class="date">13.03.2024</div>',
    ],
)
def test_days_of_other_things(elsewhere):
    assert published(after=elsewhere) is None


def test_an_evening_in_universal_time_may_be_the_next_day_at_home():
    assert published(meta("article:published_time", "2024-03-11T22:30:00Z")) is None
    assert published(meta("article:published_time", "2024-03-12T11:30:00Z")) == DAY
    assert published(meta("article:published_time", "2024-03-12T22:30:00+03:00")) == DAY


def test_two_articles_on_a_page_leave_it_open():
    days = [{"@type": "NewsArticle", "datePublished": day} for day in ("2024-03-12", "2024-03-13")]
    assert published(linked_data(*days)) is None


def test_the_day_of_change_is_another_field():
    came_out = meta("article:published_time", "2024-03-12")
    changed = meta("article:modified_time", "2024-03-14T10:00:00+03:00")
    made = document(article(*NEWS, head=came_out + changed))
    assert (made.published, made.published_basis) == (DAY, "stated")
    assert (made.modified, made.modified_basis) == ("2024-03-14", "stated")


def test_nothing_stated_nothing_claimed():
    made = document(article(*NEWS))
    assert (made.published, made.published_basis, made.modified, made.modified_basis) == (None,) * 4
