"""Relations of NEREL that a reading answers."""

from __future__ import annotations

from benchmarks.quality.nerel import Annotated, Mention, Relation
from benchmarks.quality.relations import measure
from pobratim.model.document import Document
from pobratim.reading.reader import read_document

TEXT = "Мэр Омска Пётр Образцов прибыл с визитом в Минск 5 мая 2021 года. Рассказал физик Иван Тетрадкин."


def mention(kind: str, words: str) -> Mention:
    start = TEXT.index(words)
    return Mention(kind, start, start + len(words))


def figures(*relations: Relation) -> tuple[dict[str, dict[str, float]], list[tuple[str, ...]]]:
    reading = read_document(Document(text=TEXT, source="1", language="ru"), whatever=True)
    errors: list[tuple[str, ...]] = []
    counts = measure([(Annotated("1", TEXT, {}, relations), reading)], lambda *error: errors.append(error))
    return {kind: count.figures() for kind, count in counts.items() if count.gold}, errors


MAYOR, PHYSICIST = mention("PERSON", "Пётр Образцов"), mention("PERSON", "Иван Тетрадкин")
VISIT = mention("EVENT", "визитом")


def test_a_post_answers_profession_and_workplace() -> None:
    found, errors = figures(
        Relation("WORKS_AS", MAYOR, mention("PROFESSION", "Мэр")),
        Relation("WORKPLACE", MAYOR, mention("CITY", "Омска")),
    )
    assert [found[kind]["f1"] for kind in ("WORKS_AS", "WORKPLACE")] == [1, 1]
    assert errors == []


def test_what_is_no_office_is_missed() -> None:
    found, errors = figures(Relation("WORKS_AS", PHYSICIST, mention("PROFESSION", "физик")))
    assert found["WORKS_AS"]["recall"] == 0
    assert errors[0][:3] == ("WORKS_AS", "missed", "")


def test_an_event_answers_place_date_and_participant() -> None:
    found, _ = figures(
        Relation("PARTICIPANT_IN", MAYOR, VISIT),
        Relation("TAKES_PLACE_IN", VISIT, mention("CITY", "Минск")),
        Relation("POINT_IN_TIME", VISIT, mention("DATE", "5 мая 2021 года")),
    )
    assert {kind: values["recall"] for kind, values in found.items()} == {
        "PARTICIPANT_IN": 1,
        "TAKES_PLACE_IN": 1,
        "POINT_IN_TIME": 1,
    }


def test_what_is_said_of_several_mentions_counts_once() -> None:
    relation = Relation("WORKS_AS", MAYOR, mention("PROFESSION", "Мэр"))
    found, _ = figures(relation, relation)
    assert found["WORKS_AS"]["gold"] == 1
