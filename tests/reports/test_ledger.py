"""Citations: numbered once, by source, a sentence inside a longer one shares its number."""

from pobratim.register.rows import Because, DocumentRow, Evidence, Happening, Register
from pobratim.reports.ledger import Ledger, source
from pobratim.reports.paper import Line, Note, Piece, Section, Source, plain

FIRST = DocumentRow(id="d1", source="a.txt", title="Первый", published="2025-01-02", published_basis="stated")
SECOND = DocumentRow(id="d2", source="b.txt", address="https://example.by/b")
REGISTER = Register(documents=(FIRST, SECOND))


def evidence(document: str, start: int, end: int, text: str = "Слова.") -> Evidence:
    return Evidence(document=document, span=(start, end), text=text)


def settled(
    ledger: Ledger, *refs: tuple[int, ...]
) -> tuple[list[tuple[int, ...]], tuple[Source, ...], tuple[Note, ...]]:
    lines = tuple(Line(((Piece("что-то", each),),)) for each in refs)
    sections, sources, conclusions = ledger.settle([Section(heading="Раздел", layout="list", lines=lines)])
    return [line.refs for line in sections[0].lines], sources, conclusions


def test_sentences_of_one_source_stand_together_in_the_order_of_its_text() -> None:
    ledger = Ledger(REGISTER)
    late, other, early = (
        ledger.cite([evidence("d1", 50, 60, "Поздно.")]),
        ledger.cite([evidence("d2", 0, 10, "Иначе.")]),
        ledger.cite([evidence("d1", 0, 10, "Рано.")]),
    )
    refs, sources, _ = settled(ledger, late, other, early)
    assert refs == [(2,), (3,), (1,)]
    assert [plain(note.text) for found in sources for note in found.notes] == [
        "«Рано.»",
        "«Поздно.»",
        "«Иначе.»",
    ]


def test_the_same_sentence_has_one_number() -> None:
    ledger = Ledger(REGISTER)
    refs, _, _ = settled(ledger, ledger.cite([evidence("d1", 0, 9)]), ledger.cite([evidence("d1", 0, 9)]))
    assert refs == [(1,), (1,)]


def test_words_inside_a_cited_sentence_share_its_number() -> None:
    ledger = Ledger(REGISTER)
    inside, around = ledger.cite([evidence("d1", 5, 9)]), ledger.cite([evidence("d1", 0, 20, "Целиком.")])
    refs, sources, _ = settled(ledger, inside, around)
    assert refs == [(1,), (1,)]
    assert [plain(note.text) for note in sources[0].notes] == ["«Целиком.»"]


def test_sentences_that_only_overlap_stay_apart() -> None:
    ledger = Ledger(REGISTER)
    refs, _, _ = settled(ledger, ledger.cite([evidence("d1", 0, 12)]), ledger.cite([evidence("d1", 8, 20)]))
    assert refs == [(1,), (2,)]


def test_a_row_without_sentences_cites_its_documents_as_a_whole() -> None:
    ledger = Ledger(REGISTER)
    refs, sources, _ = settled(ledger, ledger.row(Happening(id="h", kind="meeting", documents=("d1",))))
    assert refs == [(1,)]
    assert plain(sources[0].notes[0].text) == "Документ в целом."


def test_a_value_cites_what_its_own_documents_say() -> None:
    row = Happening(
        id="h", kind="meeting", documents=("d1", "d2"), evidence=(evidence("d1", 0, 5), evidence("d2", 0, 5))
    )
    ledger = Ledger(REGISTER)
    refs, sources, _ = settled(ledger, ledger.row(row, ["d2"]))
    assert refs == [(1,)]
    assert [found.title for found in sources] == ["b.txt"]


def test_reasoning_leads_to_the_sentence_it_rests_on() -> None:
    row = Happening(
        id="h", kind="meeting", documents=("d1",), evidence=(evidence("d1", 0, 40, "Два года назад."),)
    )
    ledger = Ledger(Register(documents=(FIRST,), happenings=(row,)))
    because = (
        Because(reason="сказано «два года назад»", document="d1", span=(3, 9)),
        Because(reason="вышло в 2025 году."),
    )
    refs, sources, conclusions = settled(ledger, ledger.conclude(because))
    assert refs == [(2,)]
    assert plain(sources[0].notes[0].text) == "«Два года назад.»"
    assert plain(conclusions[0].text) == "Сказано «два года назад»; вышло в 2025 году."
    assert conclusions[0].text[0].refs == (1,)


def test_a_reason_that_several_documents_give_is_told_once() -> None:
    ledger = Ledger(REGISTER)
    ledger.cite([evidence("d1", 0, 20), evidence("d2", 0, 20)])
    because = tuple(Because(reason="здесь назван день без года", document=one, span=(3, 9)) for one in ("d1", "d2"))
    _refs, _sources, conclusions = settled(ledger, ledger.conclude(because))

    assert plain(conclusions[0].text) == "Здесь назван день без года."
    assert len(conclusions[0].text[0].refs) == 2


def test_no_reasoning_no_reference() -> None:
    assert Ledger(REGISTER).conclude(()) == ()


def test_a_document_the_register_lacks_is_named_as_such() -> None:
    ledger = Ledger(Register())
    _, sources, _ = settled(ledger, ledger.cite([evidence("0123456789abcdef", 0, 5)]))
    assert (sources[0].title, sources[0].origin, sources[0].link) == (
        "Документ 0123456789ab",
        "Нет в реестре",
        None,
    )


def test_a_source_is_named_by_title_publisher_date_and_address() -> None:
    document = DocumentRow(
        id="d",
        source="a.html",
        address="https://example.by/a",
        publisher="учебный вестник",
        title="Встреча",
        published="2025-09-29",
        published_basis="stated",
        reprint_of="d1",
    )
    found = source(document)
    assert found.title == "Встреча"
    assert found.origin == "Учебный вестник, 29.09.2025, перепечатка"
    assert found.address == found.link == "https://example.by/a"


def test_an_inferred_date_of_publication_shows_its_reasons() -> None:
    document = DocumentRow(
        id="d",
        source="a",
        published="2025",
        published_basis="inferred",
        published_because=(Because(reason="названо событие 2025 года"),),
    )
    assert (
        source(document).origin.replace("\N{NO-BREAK SPACE}", " ")
        == "2025 год (вывод: названо событие 2025 года)"
    )


def test_only_web_addresses_may_be_followed() -> None:
    for address in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b",
        'https://a"onclick="x',
        "ftp://a",
    ):
        assert source(DocumentRow(id="d", source="a", address=address)).link is None
