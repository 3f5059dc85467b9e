"""The paper as one HTML file."""

import re

from pobratim.reports import brief
from tests.reports import make


def page(dossier=None) -> str:
    return brief(dossier or make.rich(), today=make.TODAY, format="html").decode("utf-8")


def test_every_reference_leads_to_its_note() -> None:
    targets = set(re.findall(r'<li id="(n\d+)"', page()))
    links = set(re.findall(r'href="#(n\d+)"', page()))
    assert links
    assert links == targets


def test_it_is_self_contained() -> None:
    text = page()
    assert "<script" not in text
    assert "src=" not in text
    assert "@import" not in text
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_addresses_of_the_web_are_links() -> None:
    assert '<a href="https://example.ru/forum?id=5&amp;lang=ru" rel="noreferrer">' in page()


def test_no_link_runs_a_script() -> None:
    assert 'href="javascript' not in page(make.hostile("javascript:alert(1)"))


def test_hostile_words_stay_words() -> None:
    text = page(make.hostile("<img onerror=x> & 'y' \"z\""))
    assert "<img" not in text
    assert "&lt;img onerror=x&gt; &amp; &#x27;y&#x27; &quot;z&quot;" in text
