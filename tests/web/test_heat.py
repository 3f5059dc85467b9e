"""Fields of cooperation by year."""

from __future__ import annotations

import dataclasses
from datetime import date

from pobratim.register.dossier import Dossier
from pobratim.register.rows import DocumentRow, Register, TopicRow
from pobratim.storage import Shown, Subject
from pobratim.web.heat import MOST_YEARS, fields
from tests.web import make


def shown(*named: tuple[str, str | None]) -> Shown:
    """A dossier whose documents, each of a day, name one field each."""
    documents = tuple(
        DocumentRow(id=f"d{number}", source="", published=day) for number, (_field, day) in enumerate(named)
    )
    topics = tuple(
        TopicRow(id=f"t{number}", topic=field, documents=(f"d{number}",)) for number, (field, _day) in enumerate(named)
    )
    dossier = Dossier(register=Register(documents=documents, topics=topics), topics=topics)
    return Shown(Subject("place", ("minsk",)), dossier)


def counts(found) -> dict[str, list[int]]:
    return {field: [cell.count for cell in cells] for field, cells in found.rows}


def test_each_document_counts_once_in_its_year_and_the_commonest_field_leads() -> None:
    found = fields(shown(("water", "2023"), ("sport", "2024-05-01"), ("sport", "2024-06"), ("sport", "2025")))

    assert found is not None and found.years == ("2023", "2024", "2025")
    assert counts(found) == {"sport": [0, 2, 1], "water": [1, 0, 0]}
    assert [cell.level for cell in dict(found.rows)["sport"]] == [0, 5, 3]


def test_documents_without_a_year_count_in_none() -> None:
    assert fields(shown(("water", None), ("water", "2023/2025"), ("water", "2024"))) is None


def test_as_of_a_day_what_came_out_later_does_not_count() -> None:
    told = shown(("water", "2023"), ("sport", "2024-05-01"), ("sport", "2024-06"), ("sport", "2025"))

    found = fields(told, date(2024, 5, 2))
    assert found is not None and found.years == ("2023", "2024")
    assert counts(found) == {"sport": [0, 1], "water": [1, 0]}
    assert fields(told, date(2023, 6, 1)) is None


def test_one_year_is_no_strip() -> None:
    assert fields(shown(("water", "2024"), ("sport", "2024"))) is None


def test_what_is_older_than_the_strip_is_one_column() -> None:
    found = fields(shown(("water", "1990"), ("water", "1995"), ("water", "2025")))

    assert found is not None
    assert found.years[0] == f"до {2025 - MOST_YEARS + 1}" and len(found.years) == MOST_YEARS + 1
    assert counts(found)["water"][0] == 2


def test_it_stands_on_the_page_of_a_tie(client, fill):
    older = DocumentRow(id="0" * 64, source="old.txt", published="2019")
    topic = TopicRow(id="topic:old", parties=make.SIDES, topic="sport", documents=(older.id,))
    register = dataclasses.replace(
        make.REGISTER,
        documents=(*make.REGISTER.documents, older),
        topics=(*make.REGISTER.topics, topic),
    )
    fill(register)
    html = client.get(f"/ties/{make.MINSK}/{make.OMSK}/").content.decode()

    assert "Направления по годам" in html and '<th scope="col">2019</th><th scope="col">2020</th>' in html
