"""Text cut into pieces that know their facts; overlaps, gaps, paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from pobratim.web.facts import Fact, facts_of
from pobratim.web.marks import Piece, paragraphs
from tests.web import make


def fact(name: str, *spans: tuple[int, int], type: str = "event") -> Fact:
    return Fact(
        id=name, type=type, kind="", line="", details=(), spans=spans, sentence="", confidence=1, rule=""
    )


def shown(pieces: list[list[Piece]]) -> list[str]:
    """Each paragraph as «text[facts]text»."""
    return ["".join(f"{p.text}[{p.ids}]" if p.facts else p.text for p in paragraph) for paragraph in pieces]


def test_overlapping_evidence_is_cut_where_it_changes():
    text = "Мэр встретил гостей. Город рад."

    pieces = paragraphs(text, [fact("r1", (0, 20)), fact("r2", (4, 12)), fact("r3", (13, 31))])

    assert shown(pieces) == ["Мэр [r1]встретил[r1 r2] [r1]гостей.[r1 r3] Город рад.[r3]"]


def test_evidence_over_two_paragraphs_is_whole_in_both():
    pieces = paragraphs("Первый.\n\nВторой. Третий.", [fact("r1", (0, 16))])

    assert shown(pieces) == ["Первый.[r1]", "Второй.[r1] Третий."]


def test_two_places_of_one_fact_have_one_marker_at_the_end():
    pieces = paragraphs("Раз. Два. Три.", [fact("r1", (0, 4), (10, 14))])

    assert shown(pieces) == ["Раз.[r1] Два. Три.[r1]"]
    assert [[f.id for f in piece.ending] for piece in pieces[0]] == [[], [], ["r1"]]


def test_a_fact_stated_twice_in_one_place_counts_once():
    pieces = paragraphs("Раз два.", [fact("r1", (0, 8), (0, 8))])

    assert [piece.ids for piece in pieces[0]] == ["r1"]


def test_the_most_particular_type_is_underlined_first_and_three_at_most():
    facts = [
        fact("r1", (0, 8)),
        fact("r2", (0, 3), type="quote"),
        fact("r3", (0, 7), type="post"),
        fact("r4", (0, 6), type="plan"),
    ]

    first = paragraphs("Раз два.", facts)[0][0]

    assert first.classes == "u1-quote u2-plan u3-post"


def test_the_asked_place_is_marked_across_pieces_and_paragraphs():
    pieces = paragraphs("Раз два.\nТри четыре.", [fact("r1", (4, 8))], at=(2, 12))

    assert [(p.text, p.marked, p.anchor) for paragraph in pieces for p in paragraph] == [
        ("Ра", False, False),
        ("з ", True, True),
        ("два.", True, False),
        ("Три", True, False),
        (" четыре.", False, False),
    ]


def test_every_fact_of_a_reading_covers_exactly_its_evidence():
    facts = facts_of(make.READING)
    pieces = [piece for paragraph in paragraphs(make.TEXT, facts) for piece in paragraph]

    for one in facts:
        said = "".join(piece.text for piece in pieces if one in piece.facts)
        assert said == "".join(make.TEXT[start:end] for start, end in one.spans)


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(
    text=st.text(alphabet="аб \n", max_size=40),
    spans=st.lists(SPANS, max_size=6),
    at=st.none() | SPANS,
)
def test_no_letter_is_lost_doubled_or_wrongly_marked(text, spans, at):
    facts = [fact(f"r{number}", span) for number, span in enumerate(spans)]

    found = paragraphs(text, facts, at)

    assert ["".join(p.text for p in paragraph) for paragraph in found] == [
        line for line in text.split("\n") if line.strip()
    ]
    position = 0
    for line, paragraph in zip([line for line in text.split("\n") if line.strip()], found, strict=True):
        position = text.index(line, position)
        start = position
        for piece in paragraph:
            covering = [
                f.id for f in facts if f.spans[0][0] <= start and start + len(piece.text) <= f.spans[0][1]
            ]
            assert sorted(f.id for f in piece.facts) == sorted(covering)
            assert piece.marked == (at is not None and at[0] <= start < at[1])
            start += len(piece.text)
        position = start
