"""The register as of a day and as known on a day, from what is kept."""

from __future__ import annotations

from datetime import date

import pytest

from pobratim import storage
from pobratim.model.errors import NotFound
from pobratim.register import dossier
from pobratim.register.as_of import as_of
from pobratim.register.moment import Moment
from pobratim.storage import models
from tests.register.make import agreement, judged, meeting, place_id, post, reading, roadmap, twins, visit

MINSK, OMSK = place_id("Минск"), place_id("Омск")
READINGS = (
    reading(
        twins("Минск", "Омск", since="2022-07-05"), post("Павел Громов", "мэр", place="Омск"),
        meeting("Минск", "Омск", people=["Павел Громов"], date="2022-07-05"), name="а", published="2022-07-06",
    ),
    reading(
        roadmap("Минск", "Омск", signed="2023-05-10", period="2023/2024"), visit("Минск", "Омск", date="2023-05-10"),
        name="б", published="2023-05-11",
    ),
    reading(
        roadmap("Минск", "Омск", signed="2023-05-10", period="2023/2026"), name="в", published="2024-02-02",
    ),
    reading(agreement("Минск", "Омск", signed="2002"), name="г"),
    reading(
        post("Павел Громов", "мэр", place="Пермь"),
        meeting("Пермь", "Тула", people=["Павел Громов"], date="2024-02-01"), name="д", published="2024-02-02",
    ),
)


@pytest.fixture(autouse=True)
def kept(home, monkeypatch) -> None:
    """The readings, derived over the tests' gazetteer."""
    monkeypatch.setattr("pobratim.register.derive_with_judgements", lambda readings, decisions=(): judged(*readings))
    for one in READINGS:
        storage.keep(one, None, one.document.source)
    models.Document.objects.filter(id=READINGS[3].document.id).update(added=date(2024, 6, 1))
    storage.derive()


def sources(moment: Moment) -> set[str]:
    return {row.source for row in storage.whole_register(moment).documents}


def test_a_document_is_kept_with_the_day_it_came(home) -> None:
    added = dict(models.Document.objects.values_list("id", "added"))
    assert added[READINGS[0].document.id] == date.today()


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2022, 7, 5), set()), (date(2022, 7, 6), {"а"}), (date(2023, 12, 31), {"а", "б"}),
        (date(2024, 5, 31), {"а", "б", "в", "д"}), (date(2024, 6, 1), {"а", "б", "в", "г", "д"}),
    ],
)
def test_what_was_known_on_a_day_comes_from_the_documents_of_that_day(day, known) -> None:
    moment = Moment(known_on=day)
    assert sources(moment) == known
    selected = [one for one in READINGS if one.document.source in known]
    assert storage.whole_register(moment) == judged(*selected).register
    assert storage.judgements(moment=moment) == list(judged(*selected).judgements)


def test_a_contradiction_of_later_was_none_then() -> None:
    assert [row.slot for row in storage.whole_register().conflicts] == ["period"]
    assert storage.whole_register(Moment(known_on=date(2023, 12, 31))).conflicts == ()
    (paper,) = storage.tie(MINSK, OMSK, Moment(known_on=date(2023, 12, 31))).agreements
    assert paper.period == "2023/2024"


def test_a_part_as_of_a_day_says_what_the_whole_says() -> None:
    day = date(2023, 1, 1)
    whole = as_of(storage.whole_register(), day)
    shown = storage.tie(MINSK, OMSK, Moment(as_of=day))
    expected = dossier.tie_dossier(whole, MINSK, OMSK, day=day)
    for table in ("ties", "happenings", "agreements", "people", "questions", "documents", "conflicts"):
        assert getattr(shown, table) == getattr(expected, table)
    assert [row.date for row in shown.happenings] == ["2022-07-05"]


def test_both_days_at_once() -> None:
    moment = Moment(as_of=date(2025, 6, 1), known_on=date(2023, 12, 31))
    statuses = {row.period: row.status for row in storage.place(MINSK, moment).agreements}
    assert statuses == {"2023/2024": "lapsed"}
    now = {row.period: row.status for row in storage.place(MINSK, Moment(as_of=date(2025, 6, 1))).agreements}
    assert now == {None: "signed", "2023/2026": "signed"}


def test_a_person_is_found_under_the_id_of_that_time() -> None:
    """A namesake who came later changed the id: pavel-gromov became pavel-gromov-omsk."""
    (omsk,) = [row for row in storage.whole_register().people if any(one.place == OMSK for one in row.posts)]
    then = storage.person(omsk.id, Moment(known_on=date(2022, 12, 31)))
    assert then.person is not None
    assert (then.person.id, then.person.name) == ("pavel-gromov", "Павел Громов")
    assert omsk.id != then.person.id


def test_what_nobody_had_told_of_is_not_found() -> None:
    perm = place_id("Пермь")
    with pytest.raises(NotFound, match="Пермь: ни один документ, известный на 31 декабря 2022 года, об этом"):
        storage.place(perm, Moment(known_on=date(2022, 12, 31)))
    with pytest.raises(NotFound, match="записи «нет» в реестре нет"):
        storage.place("нет", Moment(known_on=date(2022, 12, 31)))


def test_attention_is_as_of_the_moment() -> None:
    def kinds(moment: Moment) -> set[str]:
        found = storage.attention(date(2040, 1, 1), moment=moment)
        return {one.kind for one in found}

    assert "lapsing" in kinds(Moment(as_of=date(2024, 10, 1), known_on=date(2023, 12, 31)))
    assert "contradiction" in kinds(Moment())
    assert "contradiction" not in kinds(Moment(known_on=date(2023, 12, 31)))
