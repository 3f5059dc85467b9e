"""What the register says in Russian, in the language of the page."""

from __future__ import annotations

import pytest
from django.utils import translation

from pobratim.web.below import TEMPLATES, told


@pytest.mark.parametrize(("russian", "english"), [
    ("официальный источник", "an official source"),
    ("независимых источников больше: 2 против 1", "more independent sources: 2 against 1"),
    ("было после обещания; те же стороны", "it was after the promise; the same sides"),
    ("Записи «x» в реестре нет", "The register has no row “x”"),
    ("чего в каталоге нет", "чего в каталоге нет"),
    ("", ""),
])
def test_it_is_said_part_by_part(russian, english):
    with translation.override("en"):
        assert told(russian) == english
    with translation.override("ru"):
        assert told(russian) == russian


@pytest.mark.parametrize("language", ["be", "en"])
def test_every_template_has_its_translation(language):
    with translation.override(language):
        for template in TEMPLATES:
            assert translation.gettext(template) != template
