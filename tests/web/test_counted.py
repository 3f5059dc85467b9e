"""A paginator asks how many there are, and for one page."""

from __future__ import annotations

from django.core.paginator import Paginator

from pobratim.web.counted import Counted


def test_only_the_page_that_is_shown_is_read():
    asked = []

    def read(start, count):
        asked.append((start, count))
        return list(range(start, start + count))

    page = Paginator(Counted(lambda: 23, read), 10).get_page(3)

    assert list(page) == [20, 21, 22]
    assert asked == [(20, 3)]


def test_nothing():
    assert list(Paginator(Counted(lambda: 0, lambda start, count: []), 10).get_page(1)) == []
