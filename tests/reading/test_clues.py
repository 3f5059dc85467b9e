"""What undated texts say of their own year."""

from __future__ import annotations

import pytest

from pobratim.model.reading import Partnership, Reading
from pobratim.reading import read

VISIT = "24 июня в Омск прибыла делегация Минска во главе с заместителем председателя горисполкома."


def clues(text: str, published: str | None = None) -> list[tuple[str, int, str | None]]:
    """The words of each clue, its years and its date."""
    found = read(text, published)
    return [(text[slice(*clue.span)], clue.years, clue.date) for clue in found.clues]


def test_a_day_without_a_year_lies_in_the_year_of_the_text():
    assert clues(VISIT) == [("24 июня", 0, "XXXX-06-24")]


def test_a_day_of_last_year():
    assert ("14 мая прошлого года", -1, "XXXX-05-14") in clues(
        f"{VISIT} Делегация Омска посетила Минск 14 мая прошлого года."
    )


@pytest.mark.parametrize(
    "told",
    ["В 2019 году Минск и Омск подписали соглашение. 15 мая его отметили в Минске.",
     "Минск и Омск подписали соглашение 15 мая того же года."],
)
def test_a_day_that_may_lean_on_another_year_is_no_clue(told):
    assert not [one for one in clues(f"{VISIT} {told}") if one[0].startswith("15 мая")]


def test_a_weekday_beside_the_day():
    found = read("Во вторник, 24 июня, в Омск прибыла делегация Минска.")
    assert [clue.weekday for clue in found.clues] == [1]


def test_two_clues_of_one_sentence_each_date_their_record():
    text = f"{VISIT} Уже 14 лет города связаны партнёрскими отношениями, два года назад Минск и Омск стали побратимами."
    found = read(text)
    kinds = {record.id: record.kind for record in found.records if isinstance(record, Partnership)}
    told = {kinds[clue.record]: (clue.kind, clue.years) for clue in found.clues if clue.record}
    assert told == {"partner": ("duration", -14), "twin": ("ago", -2)}


@pytest.mark.parametrize("about", ["около двадцати лет", "более двадцати лет", "много лет"])
def test_about_so_many_years_is_no_clue(about):
    assert clues(f"Минск и Омск — побратимы {about}. Делегация Омска посетила Минск.") == []


def test_the_years_that_were_full_last_year_are_one_more_by_now():
    text = "В минувшем году побратимским связям Минска и Омска исполнилось 15 лет. Города продолжают сотрудничество."
    assert clues(text) == [("исполнилось 15 лет", -16, None)]


def test_a_dated_text_has_no_clues():
    assert clues(f"{VISIT} Два года назад Минск и Омск стали побратимами.", published="2025-06-25") == []


def test_an_irrelevant_text_has_no_clues():
    assert clues("24 июня в Минске прошёл дождь.") == []


def test_clues_survive_the_round_trip():
    found = read(f"{VISIT} Два года назад Минск и Омск стали побратимами.")
    assert len(found.clues) == 2
    assert Reading.from_dict(found.to_dict(rules=True)) == found
