"""What holds for all four formats: the same words, the same bytes, no text that turns into markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.register.dossier import Dossier
from pobratim.reports import FORMATS, brief
from pobratim.reports.briefing import briefing
from pobratim.reports.paper import Paper, plain
from tests.reports import make
from tests.reports.printed import squeezed, words_of

HOSTILE = (
    "#panic() $x^2$ \\ @ref *b* _c_ <d> `e` «ж» & | [1](j:k)",
    '#import "/etc/passwd": *',
    "</style><script>alert(1)</script>",
    "1. список\n- ещё\n# заголовок",
    "= Заголовок\n+ пункт\n/ термин: слово",
    "{{ x }} {% y %} ${z} %s %(a)s \\n \\u{41}",
    "// комментарий /* ещё */ --- -- ...",
    "]]>&amp;&#35;'\"",
    "~~a~~ ^b^ ==c== :smile: <https://a.b> www.a.b",
)


def texts(paper: Paper) -> list[str]:
    """Every cell and note of a paper."""
    cells = [cell for section in paper.sections for line in section.lines for cell in line.cells]
    return [squeezed(plain(text)) for text in [*cells, *(note.text for note in paper.notes())]]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("make_dossier", [make.rich, make.sparse, make.person, make.place])
def test_all_formats_say_the_same(make_dossier: Callable[[], Dossier], format: str) -> None:
    paper = briefing(make_dossier(), make.TODAY)
    shown = words_of(brief(make_dossier(), today=make.TODAY, format=format), format)  # type: ignore[arg-type]
    pieces = [
        squeezed(piece.text)
        for section in paper.sections
        for line in section.lines
        for cell in line.cells
        for piece in cell
    ]
    assert [piece for piece in pieces if piece not in shown] == []
    assert [source.address for source in paper.sources if squeezed(source.address) not in shown] == []
    for section in paper.sections:
        assert squeezed(section.heading) in shown
    assert squeezed(paper.title) in shown


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("make_dossier", [make.rich, make.long])
def test_the_same_input_gives_the_same_bytes(make_dossier: Callable[[], Dossier], format: str) -> None:
    first, second = (brief(make_dossier(), today=make.TODAY, format=format) for _ in range(2))  # type: ignore[arg-type]
    assert first == second


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_read_as_markup(text: str, format: str) -> None:
    data = brief(make.hostile(text), today=make.TODAY, format=format)  # type: ignore[arg-type]
    shown = words_of(data, format)
    paper = briefing(make.hostile(text), make.TODAY)
    notes = [squeezed(piece.text) for note in paper.notes() for piece in note.text]
    assert [note for note in notes if note not in shown] == []


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_printed(text: str) -> None:
    for format in FORMATS:
        assert brief(make.hostile(text), today=make.TODAY, format=format)  # type: ignore[arg-type]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format is 'odt'; it must be one of md, html, docx, pdf"):
        brief(make.sparse(), today=make.TODAY, format="odt")  # type: ignore[arg-type]
