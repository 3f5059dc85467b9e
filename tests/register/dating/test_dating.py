"""When undated documents were written: what they say of their own year, held against what others state."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from tests.register import make
from tests.register.make import ago, agreement, day, derive, meeting, plan, reading, signing, twins, visit

TWINNING = reading(
    twins("Минск", "Омск", since="2023-09-11"), name="побратимство.txt", published="2023-09-12"
)


def published(register, name):
    """When the document of that name came out, and how that is known."""
    row = next(row for row in register.documents if row.source == name)
    return row.published, row.published_basis


def news(*sayings, clues=(), name="новость.txt", **slots):
    """An undated text."""
    return reading(*sayings, clues=clues, name=name, **slots)


def visit_of_june(*clues, **slots):
    """«24 июня в Минск приехала делегация Омска. Два года назад города стали побратимами»."""
    return news(
        visit("Минск", "Омск", date="XXXX-06-24"), twins("Минск", "Омск"), clues=[day("XXXX-06-24"), *clues], **slots
    )


def test_two_years_ago_of_a_twinning_that_another_document_dates():
    register = derive(visit_of_june(ago(2, 2)), TWINNING)
    assert published(register, "новость.txt") == ("2025", "inferred")
    [happening] = register.happenings
    assert (happening.date, happening.date_basis) == ("2025-06-24", "inferred")
    reasons = [one.reason for one in happening.date_because]
    assert any("2025 год" in reason for reason in reasons)
    assert any("11 сентября 2023 года" in reason for reason in reasons)
    assert {one.document for one in happening.date_because} == {row.id for row in register.documents}


def test_without_the_other_document_the_year_stays_open():
    register = derive(visit_of_june(ago(2, 2)))
    assert published(register, "новость.txt") == (None, None)
    assert register.happenings[0].date == "XXXX-06-24"


def test_what_fits_two_years_stays_open():
    """Without a day of the news «два года назад» of September 2023 may be said all 2025 and early in 2026."""
    register = derive(news(meeting("Минск", "Омск"), twins("Минск", "Омск"), clues=[ago(2, 2)]), TWINNING)
    assert published(register, "новость.txt") == (None, None)


def test_a_disputed_beginning_dates_nothing():
    other = reading(twins("Минск", "Омск", since="2021-05-01"), name="иначе.txt", published="2023-10-01")
    register = derive(visit_of_june(ago(2, 2)), TWINNING, other)
    assert published(register, "новость.txt") == (None, None)


def test_an_anniversary_counts_from_the_year():
    text = news(visit("Минск", "Омск", date="XXXX-03-10"), twins("Минск", "Омск"),
                clues=[day("XXXX-03-10"), ago(2, 5, "anniversary")])
    assert published(derive(text, TWINNING), "новость.txt") == ("2028", "inferred")


def test_clues_that_leave_no_year_leave_it_open():
    past = visit_of_june(ago(2, 2), ago(2, 9, "duration"))
    assert published(derive(past, TWINNING), "новость.txt") == (None, None)


def test_last_year_is_the_year_before():
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), meeting("Минск", "Омск", date="XXXX-02-05"), twins("Минск", "Омск"),
        clues=[day("XXXX-06-24"), day("XXXX-02-05", years=-1), ago(3, 2)],
    )
    dates = {row.kind: row.date for row in derive(text, TWINNING).happenings}
    assert dates == {"visit": "2025-06-24", "meeting": "2024-02-05"}


def test_a_day_that_leans_on_no_year_stays_open():
    """«15 мая того же года» gets no clue, so no year."""
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), meeting("Минск", "Омск", date="XXXX-05-15"), twins("Минск", "Омск"),
        clues=[day("XXXX-06-24"), ago(3, 2)],
    )
    dates = {row.kind: row.date for row in derive(text, TWINNING).happenings}
    assert dates == {"visit": "2025-06-24", "meeting": "XXXX-05-15"}


def test_the_turn_of_the_year_stays_open():
    """A text of 2025 that says «20 декабря» may mean the December before."""
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), meeting("Минск", "Омск", date="XXXX-12-20"), twins("Минск", "Омск"),
        clues=[day("XXXX-06-24"), day("XXXX-12-20"), ago(3, 2)],
    )
    dates = {row.kind: row.date for row in derive(text, TWINNING).happenings}
    assert dates["meeting"] == "XXXX-12-20"


def test_how_long_a_tie_lasts_gives_its_beginning_once_the_text_is_dated():
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), twins("Минск", "Омск"), make.partners("Минск", "Омск"),
        clues=[day("XXXX-06-24"), ago(2, 2), ago(3, 14, "duration")],
    )
    [tie] = derive(text, TWINNING).ties
    stages = {stage.kind: (stage.since, stage.since_basis) for stage in tie.history}
    assert stages == {"partner": ("2011", "inferred"), "twin": ("2023-09-11", "stated")}


def test_what_dated_a_text_is_not_confirmed_by_it():
    [tie] = derive(visit_of_june(ago(2, 2)), TWINNING).ties
    assert [stage.since_basis for stage in tie.history] == ["stated"]


def test_a_signing_that_another_document_dates():
    text = news(
        meeting("Минск", "Омск", date="XXXX-04-18"), agreement("Минск", "Омск", kind="roadmap"),
        clues=[day("XXXX-04-18"), ago(2, 1)],
    )
    signed = reading(agreement("Минск", "Омск", kind="roadmap", signed="2024-05-20"), published="2024-05-21")
    assert published(derive(text, signed), "новость.txt") == ("2025", "inferred")


def test_the_same_visit_told_by_a_dated_outlet():
    told = reading(
        visit("Минск", "Омск", date="2025-05-14", people=["Пётр Громов"]), name="агентство.txt", published="2025-05-15"
    )
    undated = news(
        visit("Минск", "Омск", date="XXXX-05-14", people=["Пётр Громов"]), signing("Минск", "Омск", date="XXXX-05-15"),
        clues=[day("XXXX-05-14"), day("XXXX-05-15")],
    )
    register = derive(told, undated)
    assert published(register, "новость.txt") == ("2025", "inferred")
    assert {row.kind: row.date for row in register.happenings} == {"visit": "2025-05-14", "signing": "2025-05-15"}


@pytest.mark.parametrize(("told", "year"), [("2025-07-05", "2025"), ("2025-08-05", None)])
def test_a_day_of_july_is_not_named_without_its_year_any_more_in_the_next(told: str, year: str | None):
    dated = reading(visit("Минск", "Омск", date=told, people=["Пётр Громов"]), name="агентство.txt", published=told)
    said = f"XXXX{told[4:]}"
    undated = news(visit("Минск", "Омск", date=said, people=["Пётр Громов"]), clues=[day(said)])
    assert published(derive(dated, undated), "новость.txt")[0] == year


def test_an_anniversary_of_a_twinning_that_others_told_as_news():
    """«Сегодня породнились» of a document with its day dates as well as «11 сентября 2023 года»."""
    twinned = reading(
        twins("Минск", "Омск", since="2023-09-11", basis="inferred"), name="агентство.txt", published="2023-09-11"
    )
    text = news(twins("Минск", "Омск"), clues=[ago(1, 1, "anniversary")])
    assert published(derive(twinned, text), "новость.txt") == ("2024", "inferred")


def test_a_beginning_known_from_a_document_whose_year_was_inferred_dates_no_other():
    chain = derive(
        TWINNING,
        news(visit("Минск", "Омск", date="XXXX-06-24"), twins("Минск", "Омск"),
             twins("Минск", "Казань", since="XXXX-06-24"), name="вторая.txt", clues=[day("XXXX-06-24"), ago(2, 2)]),
        news(twins("Минск", "Казань"), name="третья.txt", clues=[ago(1, 1, "anniversary")]),
    )
    assert published(chain, "вторая.txt") == ("2025", "inferred")
    assert published(chain, "третья.txt") == (None, None)


@pytest.mark.parametrize(("second", "year"), [("2025-05", "2025"), ("2024-05", None)])
def test_a_visit_and_a_signing_of_one_month_told_together_are_the_news_of_a_text(second: str, year: str | None):
    people = ["Пётр Громов", "Анна Ким"]
    told = reading(
        visit("Минск", "Омск", date="2025-05", people=people),
        signing("Минск", "Омск", date=second, people=people),
        agreement("Минск", "Омск", kind="roadmap", signed=second), name="агентство.txt", published="2025-05-20",
    )
    undated = news(
        visit("Минск", "Омск", people=people), signing("Минск", "Омск", people=people),
        agreement("Минск", "Омск", kind="roadmap"),
    )
    assert published(derive(told, undated), "новость.txt")[0] == year


@pytest.mark.parametrize(("published_on", "date"), [("2025-07-31", "2025-07-30"), ("2025-09-30", "XXXX-07-30")])
def test_a_day_without_year_is_of_the_year_of_a_document_of_that_week(published_on: str, date: str):
    """«План на 2025–2026 годы подписали 30 июля»: the sentence names two years."""
    text = reading(signing("Минск", "Омск", date="XXXX-07-30"), agreement("Минск", "Омск", kind="plan",
                   signed="XXXX-07-30"), published=published_on)
    register = derive(text)
    assert [row.date for row in register.happenings] == [row.signed for row in register.agreements] == [date]


def test_a_visit_of_autumn_may_be_told_in_the_next_year():
    told = reading(
        visit("Минск", "Омск", date="2025-11-14", people=["Пётр Громов"]), name="агентство.txt", published="2025-11-15"
    )
    undated = news(visit("Минск", "Омск", date="XXXX-11-14", people=["Пётр Громов"]), clues=[day("XXXX-11-14")])
    assert published(derive(told, undated), "новость.txt") == (None, None)


def test_who_names_june_without_its_year_does_not_write_in_the_next():
    dated = reading(
        visit("Минск", "Омск", date="2024-11-14", people=["Пётр Громов"]), name="б.txt", published="2024-11-15"
    )
    undated = news(
        visit("Минск", "Омск", date="XXXX-11-14", people=["Пётр Громов"]), meeting("Минск", "Омск", date="XXXX-06"),
        clues=[day("XXXX-11-14"), day("XXXX-06")],
    )
    assert published(derive(dated, undated), "новость.txt") == ("2024", "inferred")


@pytest.mark.parametrize(
    ("weekday", "year"),
    [(1, "2025"), (0, "2024"), (3, None)],  # 24 June was a Tuesday in 2025, a Monday in 2024, no Thursday in either
)
def test_a_weekday_chooses_among_the_years_left(weekday, year):
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), signing("Минск", "Омск", date="2024-05-01"),
        plan("Минск", "Омск", action="построить парк", due="2025"),
        clues=[day("XXXX-06-24", weekday=weekday)],
    )
    assert published(derive(text), "новость.txt")[0] == year


def test_what_is_past_and_what_is_to_come_in_one_year():
    text = news(
        signing("Минск", "Омск", date="2025-02-01"), visit("Минск", "Омск", date="2025-12", status="planned"),
    )
    register = derive(text)
    assert published(register, "новость.txt") == ("2025", "inferred")
    assert len(next(iter(register.documents)).published_because) == 2


def test_terms_of_office_bound_the_year():
    mayors = [
        reading(make.post(name, "мэр", place="Омск"), published=when, name=f"{when}.txt")
        for name, when in (("Иван Прежний", "2021-03-01"), ("Пётр Нынешний", "2022-02-01"),
                           ("Пётр Нынешний", "2023-05-01"), ("Олег Следующий", "2024-01-10"))
    ]
    text = news(
        make.post("Пётр Нынешний", "мэр", place="Омск"), visit("Минск", "Омск", date="XXXX-06-24"),
        clues=[day("XXXX-06-24", weekday=4)],  # a Friday: 2016, 2022
    )
    assert published(derive(text, *mayors), "новость.txt") == ("2022", "inferred")
    assert published(derive(text, *mayors[1:]), "новость.txt") == (None, None)


def test_a_dated_text_dates_the_next():
    """The visit of June is dated by the twinning; another undated text tells of the same visit and of a fair."""
    second = news(
        visit("Минск", "Омск", date="XXXX-06-24", people=["Пётр Громов"]), signing("Минск", "Омск", date="XXXX-06-25"),
        clues=[day("XXXX-06-24"), day("XXXX-06-25")], name="вторая.txt",
    )
    first = news(
        visit("Минск", "Омск", date="XXXX-06-24", people=["Пётр Громов"]), twins("Минск", "Омск"),
        clues=[day("XXXX-06-24"), ago(2, 2)], name="первая.txt",
    )
    register = derive(second, first, TWINNING)
    assert published(register, "вторая.txt") == ("2025", "inferred")
    assert {row.kind: row.date for row in register.happenings} == {"visit": "2025-06-24", "signing": "2025-06-25"}


def test_the_order_of_documents_does_not_matter():
    readings = [visit_of_june(ago(2, 2)), TWINNING, reading(meeting("Минск", "Омск"), published="2024-01-01")]
    registers = {derive(*order) for order in itertools.permutations(readings)}
    assert len(registers) == 1


def test_a_document_that_says_its_date_keeps_it():
    register = derive(visit_of_june(ago(2, 2), published="2019-06-25"), TWINNING)
    assert published(register, "новость.txt") == ("2019-06-25", "stated")


def test_the_29th_of_february_of_a_common_year_stays_open():
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), meeting("Минск", "Омск", date="XXXX-02-29"), twins("Минск", "Омск"),
        clues=[day("XXXX-06-24"), day("XXXX-02-29"), ago(3, 2)],
    )
    dates = {row.kind: row.date for row in derive(text, TWINNING).happenings}
    assert dates["meeting"] == "XXXX-02-29"


SESSION = {"title": "седьмое заседание рабочей группы"}


def outlet(published=None, date=None, **slots):
    """A session and what was signed there, as one outlet tells it."""
    return reading(
        make.forum("Минск", "Омск", date=date, **SESSION), signing("Минск", "Омск", date=date, people=["Пётр Громов"]),
        agreement("Минск", "Омск", kind="roadmap", period="2026/2028"), published=published, **slots
    )


def test_the_same_session_and_signing_told_without_a_date():
    register = derive(outlet("2025-09-18", "2025-09-18", name="агентство.txt"), outlet(name="новость.txt"))
    assert published(register, "новость.txt") == ("2025", "inferred")
    assert [row.date for row in register.happenings] == ["2025-09-18", "2025-09-18"]


def test_told_of_december_it_may_have_come_out_in_the_next_year():
    register = derive(outlet("2025-12-18", "2025-12-18", name="агентство.txt"), outlet(name="новость.txt"))
    assert published(register, "новость.txt") == (None, None)


def test_what_another_document_dates_is_past_for_a_text_that_tells_it_as_done():
    """Two years would fit the weekday; that the road map of 2024 is signed leaves the later."""
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), agreement("Минск", "Омск", kind="roadmap"),
        plan("Минск", "Омск", action="построить парк", due="2026"),
        clues=[day("XXXX-06-24", weekday=1)],  # a Tuesday: 2014, 2025
    )
    signed = reading(agreement("Минск", "Омск", kind="roadmap", signed="2024-05-20"), published="2024-05-21")
    assert published(derive(text), "новость.txt") == (None, None)
    assert published(derive(text, signed), "новость.txt") == ("2025", "inferred")


def test_what_a_text_only_infers_proves_nothing_of_its_own_year():
    """«в июле будущего года» of a text of 2019, misread as held in July 2020, and a plan for 2020."""
    text = news(
        make.days("Минск", "Омск", date="2020-07", inferred=True, title="Дни Омска"),
        visit("Минск", "Омск", date="2020", status="planned"),
    )
    assert published(derive(text), "новость.txt") == (None, None)


def test_a_term_told_in_the_sentence_of_what_is_done_bounds_nothing():
    """«Карта подписана в 2024 году, по ней строят парк»: 2024 is no term of the park."""
    sentence = "Карта подписана в 2024 году, по ней строят парк."
    text = news(
        visit("Минск", "Омск", date="XXXX-06-24"), signing("Минск", "Омск", date="2024", sentence=sentence),
        plan("Минск", "Омск", action="построить парк", due="2024"), clues=[day("XXXX-06-24")],
    )
    start = text.document.text.index(sentence)
    records = tuple(
        dataclasses.replace(one, evidence=((start, start + len(sentence)),)) if one.type == "plan" else one
        for one in text.records
    )
    assert published(derive(dataclasses.replace(text, records=records)), "новость.txt") == (None, None)


TODAY = "Сегодня, 6 декабря, подписали соглашение."


def of_today(said="XXXX-12-06", text=TODAY, **slots):
    """«Сегодня, 6 декабря, подписали»: the clue stands where the text names the day."""
    at = text.index("6 декабря")
    clue = dataclasses.replace(day(said), span=(at, at + len("6 декабря")))
    return news(signing("Минск", "Омск", date=said, **slots), clues=[clue], text=text)


@pytest.mark.parametrize(("text", "when"), [
    (TODAY, ("2018-12-06", "inferred")),
    ("Соглашение подписали 6 декабря.", (None, None)),  # so a text of January may tell it as well
])
def test_a_text_that_calls_the_day_today_came_out_on_it(text, when):
    told = reading(
        signing("Минск", "Омск", date="2018-12-06", people=["Пётр Громов"]), name="а.txt", published="2018-12-07"
    )
    register = derive(told, of_today(text=text, people=["Пётр Громов"]))
    assert published(register, "новость.txt") == when
    assert [row.date for row in register.happenings] == ["2018-12-06"]


@pytest.mark.parametrize(("weekday", "year"), [(3, "2018"), (None, None), (4, None)])  # it was a Thursday in 2018
def test_a_signing_of_which_nobody_is_named_dates_a_text_whose_weekday_agrees(weekday, year):
    told = reading(signing("Минск", "Омск", date="2018-12-06"), name="агентство.txt", published="2018-12-05")
    text = news(
        signing("Минск", "Омск", date="XXXX-12-06", status="planned"), clues=[day("XXXX-12-06", weekday=weekday)]
    )
    assert published(derive(told, text), "новость.txt")[0] == year


def confirmed(*more, people, **slots):
    """«Мэры подтвердили побратимство»: a document and its signing, told in one sentence."""
    found = reading(
        signing("Минск", "Омск", people=people), agreement("Минск", "Омск", subject="побратимство", people=people),
        *more, **slots,
    )
    event, paper, *others = found.records
    return dataclasses.replace(found, records=(event, dataclasses.replace(paper, evidence=event.evidence), *others))


@pytest.mark.parametrize(("people", "year"), [(["Пётр Громов", "Анна Ким"], "2022"), (["Пётр Громов"], None)])
def test_a_signing_without_a_day_chooses_among_few_years(people, year):
    """«Десять лет назад» of 2012 may be said from 2021 to 2023; a dated outlet told of the signing in 2022."""
    told = confirmed(people=people, name="агентство.txt", published="2022-06-24")
    since = reading(twins("Минск", "Омск", since="2012"), name="справка.txt", published="2020-01-01")
    text = confirmed(twins("Минск", "Омск"), people=people, name="новость.txt", clues=[ago(3, 10)])
    assert published(derive(told, since, text), "новость.txt")[0] == year
    assert published(derive(told, text), "новость.txt") == (None, None)
