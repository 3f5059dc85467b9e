"""What some days and a year brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pobratim.register.during import Days, documents_of, during, in_year, stays, telling_of
from pobratim.register.rows import DocumentRow
from tests.reports import make

VISIT = Days(date(2025, 9, 29), date(2025, 9, 29))


def ids(rows) -> list[str]:
    return [row.id for row in rows]


def test_a_date_lies_within_only_where_it_surely_does() -> None:
    days = Days(date(2025, 6, 24), date(2025, 6, 26))

    assert days.cover("2025-06-25") and days.cover("2025-06-24/2025-06-26")
    assert not days.cover("2025-06") and not days.cover("XXXX-06-25") and not days.cover(None)
    assert days.touch("2025-06") and not days.touch("2025-07") and not days.touch(None)


def test_days_as_edtf() -> None:
    assert VISIT.edtf == "2025-09-29"
    assert Days(date(2025, 6, 24), date(2025, 6, 26)).edtf == "2025-06-24/2025-06-26"


def test_days_near_each_other_are_one_stay_and_what_has_no_day_is_none() -> None:
    found = stays(make.rich().happenings)

    assert found == (VISIT, Days(date(2024, 6, 18), date(2024, 6, 20)))


def test_documents_of_a_visit_come_out_while_it_lasts_and_a_week_after() -> None:
    assert documents_of(make.rich(), VISIT) == {"d1", "d2"}
    assert documents_of(make.rich(), Days(date(2025, 9, 1), date(2025, 9, 2))) == set()


def test_a_document_without_a_date_may_tell_of_what_was_held_on_these_days() -> None:
    dossier = make.rich()
    days = VISIT.edtf
    undated = DocumentRow(id="d9", source="письмо.txt")
    held = tuple(
        replace(row, documents=(*row.documents, "d9")) if row.date == days and row.status == "held" else row
        for row in dossier.happenings
    )
    assert held != dossier.happenings
    dossier = replace(dossier, happenings=held, documents=(*dossier.documents, undated))

    assert telling_of(dossier, VISIT) == {"d1", "d2", "d9"} and "d9" not in documents_of(dossier, VISIT)
    assert "d9" not in telling_of(dossier, Days(date(2025, 9, 1), date(2025, 9, 2)))


def test_a_visit_has_what_was_held_signed_and_promised_on_its_days() -> None:
    told = during(make.rich(), VISIT)

    assert set(ids(told.happenings)) == {"h6", "h1", "h2"}  # what was announced then, too
    assert ids(told.agreements) == ["a1"]
    assert ids(told.commitments) == ["c1"]
    assert {"d1", "d2"} <= {row.id for row in told.documents}
    assert not {"d3", "d4", "d6"} & {row.id for row in told.documents}
    assert {row.on for row in told.conflicts} <= {"a1", "h1", "h2", "f1"}


def test_documents_that_are_named_tell_instead_of_those_of_the_days() -> None:
    told = during(make.rich(), VISIT, ["d6"])

    assert set(ids(told.happenings)) == {"h1", "h2", "h5"}  # the one without a year is told by it
    assert ids(told.offers) == ["o2"]


def test_what_surely_was_at_another_time_is_no_part_of_the_visit() -> None:
    assert "h4" not in ids(during(make.rich(), VISIT, ["d5"]).happenings)


def test_a_year_has_what_was_held_signed_due_or_first_said_in_it() -> None:
    told = in_year(make.rich(), 2024)

    assert set(ids(told.happenings)) == {"h3", "h4"}
    assert ids(told.agreements) == ["a2"]
    assert set(ids(told.commitments)) == {"c2", "c3"}
    assert ids(told.figures)[0] == "f1"
