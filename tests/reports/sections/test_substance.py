"""Fields, offers, commitments, figures, quotes."""

import dataclasses

import pytest

from pobratim.register.dossier import Dossier
from pobratim.register.rows import Commitment, FigureRow, FollowUp, QuoteRow
from pobratim.reports.ledger import Ledger
from pobratim.reports.paper import Section, plain
from pobratim.reports.sections.context import Context
from pobratim.reports.sections.substance import commitments, figures, offers, quotes, topics
from tests.reports import make


def context(**slots: object) -> Context:
    dossier: Dossier = dataclasses.replace(make.rich(), **slots)  # type: ignore[arg-type]
    return Context(dossier, make.TODAY, Ledger(dossier.register))


def lines(section: Section | None) -> list[str]:
    assert section is not None
    return [
        " | ".join(plain(cell) for cell in line.cells).replace("\N{NO-BREAK SPACE}", " ")
        for line in section.lines
    ]


def test_the_field_named_most_often_comes_first() -> None:
    assert lines(topics(context())) == ["Транспорт; водоснабжение и водоотведение; молодёжь; образование"]


def test_offers_before_needs() -> None:
    assert lines(offers(context(offers=make.OFFERS[::-1]))) == [
        "Низкопольные троллейбусы | предложение | Минск | Омск | ",
        "Технологии очистки воды | потребность | — | Омск | ",
    ]


def test_commitments_say_what_is_late_and_what_may_have_been_done() -> None:
    assert lines(commitments(context())) == [
        "Закупить десять троллейбусов | Омск | декабрь 2024 года | "
        "намечено; срок прошёл, сведений о выполнении нет | ",
        "Провести обмен школьными командами | обе стороны | май 2026 года | намечено | ",
        "Показать омичам опыт очистки воды | Минск | — | "
        "намечено; возможно, исполнено: посещение предприятия, Минск 29.09.2025 (вывод) | ",
    ]


def test_what_is_met_comes_last_and_is_never_late() -> None:
    done = Commitment(id="c0", action="открыть класс", due="2020", status="met")
    rows = lines(commitments(context(commitments=(done, *make.COMMITMENTS))))
    assert rows[-1] == "Открыть класс | — | 2020 год | выполнено | "


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("a3", "соглашение от 24.06.2022"),
        ("o1", "предложение: низкопольные троллейбусы"),
        ("h3", "посещение предприятия, Минск 2024 год"),
    ],
)
def test_follow_ups_are_conclusions(row: str, words: str) -> None:
    promise = Commitment(id="c", action="сделать", follow_ups=(FollowUp(row=row, score=0.6, by="words"),))
    assert (
        f"намечено; возможно, исполнено: {words} (вывод)"
        in lines(commitments(context(commitments=(promise,))))[0]
    )


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"value": 1.2e9, "unit": "USD", "change": 12.0}, "Экспорт: 1,2 млрд долларов США, рост на 12 %"),
        ({"change": -3.5}, "Экспорт: снижение на 3,5 %"),
        ({"change": 0.0}, "Экспорт: без изменений"),
        ({"trend": "up"}, "Экспорт: рост"),
        ({"trend": "flat"}, "Экспорт: без изменений"),
        ({"parties": ("minsk",), "trend": "down"}, "Экспорт (Минск): снижение"),
        ({"parties": ("minsk", "tyumen"), "trend": "down"}, "Экспорт (Минск и Тюмень): снижение"),
        ({}, "Экспорт"),
    ],
)
def test_figures(slots: dict[str, object], words: str) -> None:
    row = FigureRow(**{"id": "f", "metric": "export", "parties": ("minsk", "omsk"), **slots})  # type: ignore[arg-type]
    assert lines(figures(context(figures=(row,), conflicts=()))) == [f"период не указан | {words}"]


def quote(number: int, **slots: object) -> QuoteRow:
    values = {
        "id": f"q{number}",
        "speaker": "primerova",
        "kind": "direct",
        "text": f"Слово {number}",
        **slots,
    }
    return QuoteRow(**values)  # type: ignore[arg-type]


def test_direct_speech_before_reported() -> None:
    assert lines(quotes(context(quotes=make.QUOTES[::-1]))) == [
        "«Нам есть чему поучиться у минских коммунальщиков» — Анна Примерова, мэр Омска",
        "Города готовы к новым совместным проектам — Пётр Образцов, председатель Мингорисполкома "
        "(в пересказе)",
    ]


def test_at_most_four_quotes_the_newest_first() -> None:
    rows = [quote(1, documents=("d3",)), *(quote(number, documents=("d1",)) for number in range(2, 6))]
    found = lines(quotes(context(quotes=tuple(rows))))
    assert [line[:9] for line in found] == ["«Слово 2»", "«Слово 3»", "«Слово 4»", "«Слово 5»"]


def test_a_speech_is_too_long_for_a_sheet() -> None:
    assert quotes(context(quotes=(quote(1, text="слово " * 80),))) is None


def test_a_body_that_speaks_has_no_post() -> None:
    assert lines(quotes(context(quotes=(quote(1, speaker="ispolkom"),)))) == ["«Слово 1» — Мингорисполком"]


@pytest.mark.parametrize("write", [topics, offers, commitments, figures, quotes])
def test_nothing_to_say_no_section(write) -> None:
    assert write(context(topics=(), offers=(), commitments=(), figures=(), quotes=())) is None
