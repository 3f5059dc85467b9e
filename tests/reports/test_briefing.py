"""What a briefing says: promises that hold for every dossier, then the rich one line by line."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from pobratim.register.dossier import Dossier
from pobratim.register.rows import Place, Register
from pobratim.reports.briefing import briefing
from pobratim.reports.ledger import evidence_of
from pobratim.reports.paper import Line, Paper, plain
from tests.reports import make

DOSSIERS = (make.rich, make.sparse, make.long, make.person, make.place)
UNPROVEN = ("Сведений нет", "Побратимские или партнёрские отношения в документах не названы")
"""What a line may say without a reference: that nothing is known."""


def said(line: Line) -> str:
    return " | ".join(plain(cell) for cell in line.cells).replace("\N{NO-BREAK SPACE}", " ")


def lines(paper: Paper, heading: str) -> list[str]:
    found = [section for section in paper.sections if section.heading == heading]
    return [said(line) for section in found for line in section.lines]


@pytest.mark.parametrize("make_dossier", DOSSIERS)
def test_every_line_has_a_reference(make_dossier: Callable[[], Dossier]) -> None:
    paper = briefing(make_dossier(), make.TODAY)
    unproven = [
        said(line)
        for section in paper.sections
        for line in section.lines
        if not line.refs and not any(words in said(line) for words in UNPROVEN)
    ]
    assert unproven == []


@pytest.mark.parametrize("make_dossier", DOSSIERS)
def test_every_reference_leads_to_a_sentence_of_the_register(make_dossier: Callable[[], Dossier]) -> None:
    dossier = make_dossier()
    paper = briefing(dossier, make.TODAY)
    sentences = {item.text for row in dossier.register.rows() for item in evidence_of(row)}
    conclusions = {note.number for note in paper.conclusions}
    shown = {note.number: plain(note.text) for note in paper.notes()}
    quotations = {text.replace("«", "„").replace("»", "“") for text in sentences}
    for section in paper.sections:
        for line in section.lines:
            quoted = [shown[ref] for ref in line.refs if ref not in conclusions]
            assert all(text[1:-1] in quotations for text in quoted)
            assert quoted or not line.refs


@pytest.mark.parametrize("make_dossier", DOSSIERS)
def test_notes_are_numbered_without_gaps_and_all_of_them_are_used(
    make_dossier: Callable[[], Dossier],
) -> None:
    paper = briefing(make_dossier(), make.TODAY)
    numbers = [note.number for note in paper.notes()]
    assert numbers == list(range(1, len(numbers) + 1))
    texts = [cell for section in paper.sections for line in section.lines for cell in line.cells]
    texts += [note.text for note in paper.conclusions]
    assert {ref for text in texts for piece in text for ref in piece.refs} == set(numbers)


@pytest.mark.parametrize("make_dossier", DOSSIERS)
def test_every_document_is_among_the_sources_once(make_dossier: Callable[[], Dossier]) -> None:
    dossier = make_dossier()
    titles = [source.title for source in briefing(dossier, make.TODAY).sources]
    assert len(titles) == len(set(titles))
    assert {document.title for document in dossier.documents} <= set(titles)


def test_the_title_declines_both_places() -> None:
    paper = briefing(make.rich(), make.TODAY)
    assert paper.title == "Справка о сотрудничестве Минска и Омска"
    assert paper.date.replace("\N{NO-BREAK SPACE}", " ") == "21 ноября 2025 года"


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        ("Ростов-на-Дону", "Сочи", "Справка о сотрудничестве Ростова-на-Дону и Сочи"),
        (
            "Нижний Новгород",
            "Набережные Челны",
            "Справка о сотрудничестве Нижнего Новгорода и Набережных Челнов",
        ),
    ],
)
def test_difficult_names_in_the_title(left: str, right: str, title: str) -> None:
    places = Place(id="l", type="city", name=left), Place(id="r", type="city", name=right)
    dossier = Dossier(register=Register(places=places), place=places[0], other_place=places[1])
    assert briefing(dossier, make.TODAY).title == title


def test_titles_of_other_papers() -> None:
    assert briefing(make.place(), make.TODAY).title == "Справка о внешних связях Минска"
    assert briefing(make.person(), make.TODAY).title == "Справка: Анна Примерова"
    organization = Dossier(register=make.REGISTER, organization=make.ZAVOD)
    assert briefing(organization, make.TODAY).title == "Справка: Минский учебный завод"


def test_a_dossier_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="names a place"):
        briefing(Dossier(register=Register()), make.TODAY)


def test_main_facts() -> None:
    assert lines(briefing(make.rich(), make.TODAY), "Главное") == [
        "Статус | Города-побратимы с 24 июня 2022 года",
        "Последний контакт | 29.09.2025 — встреча, Минск; без точной даты ещё 1 событие",
        "Предстоит | Август 2026 года — Дни Минска в Омске",
        "Действуют | Дорожная карта (2024–2025 годы); соглашение от 24.06.2022",
        "Вступят в действие | Дорожная карта от 29.09.2025 (расхождение)",
        "Не завершено | 3 намерения; срок прошёл — 1; ближайший срок — май 2026 года",
    ]


def test_main_facts_are_those_of_the_day_on_the_paper() -> None:
    facts = lines(briefing(make.rich(), date(2027, 1, 1)), "Главное")
    assert "Действуют | Дорожная карта от 29.09.2025 (расхождение); соглашение от 24.06.2022" in facts
    assert not any("Предстоит" in fact for fact in facts)
    assert "Не завершено | 3 намерения; срок прошёл — 2" in facts


def test_history_marks_what_is_inferred() -> None:
    assert lines(briefing(make.rich(), make.TODAY), "История отношений") == [
        "2011 год* | Партнёрские отношения",
        "24.06.2022 | Побратимские отношения",
        "18–20.06.2024 | Первое событие в реестре: Форум городов Евразии, Омск",
    ]


def test_the_reasoning_of_a_conclusion_is_in_the_notes() -> None:
    paper = briefing(make.rich(), make.TODAY)
    assert [plain(note.text) for note in paper.conclusions] == [
        "«14 лет сотрудничества» сказано в публикации 2025 года.",
        "Визит состоялся в год подписания дорожной карты, то есть в 2024 году.",
    ]
    grounds = [[ref for piece in note.text for ref in piece.refs] for note in paper.conclusions]
    notes = {note.number: plain(note.text) for note in paper.notes()}
    assert [notes[ref] for refs in grounds for ref in refs] == [
        "«За 14 лет сотрудничества города провели десятки встреч.»",
        "«Поездка прошла по дорожной карте на 2024–2025 годы.»",
    ]


def test_empty_sections_are_left_out_and_named_as_gaps() -> None:
    paper = briefing(make.sparse(), make.TODAY)
    assert [section.heading for section in paper.sections] == [
        "Главное",
        "Встречи и визиты",
        "Открытые вопросы",
    ]
    assert lines(paper, "Открытые вопросы") == [
        "В каком году 12 марта собиралась рабочая группа?",
        "Сведений нет о соглашениях и дорожных картах; о представителях сторон; "
        "о намерениях и обязательствах; о показателях.",
    ]


def test_the_paper_says_on_how_many_documents_it_rests() -> None:
    bases = [briefing(dossier, make.TODAY).basis for dossier in (make.sparse(), make.rich())]
    assert [basis.replace("\N{NO-BREAK SPACE}", " ") for basis in bases] == [
        "Составлена по 1 документу реестра",
        "Составлена по 6 документам реестра; звёздочкой отмечены выводы",
    ]


def test_a_document_that_no_line_cites_is_still_named() -> None:
    dossier = dataclasses.replace(make.sparse(), documents=make.DOCUMENTS[-2:])
    sources = briefing(dossier, make.TODAY).sources
    assert [(source.title, len(source.notes)) for source in sources] == [
        ("Рабочая группа обсудила планы", 1),
        ("Итоги форума городов", 0),
    ]


def test_the_same_dossier_gives_the_same_paper() -> None:
    assert briefing(make.rich(), make.TODAY) == briefing(make.rich(), make.TODAY)
