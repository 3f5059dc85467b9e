"""The register as a whole: the same in any order, stable under what is added, nothing without evidence."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.model.reading import Reading
from pobratim.register.rows import DocumentRow, Organization, Person, Place, Register
from tests.register.make import (
    Saying,
    agreement,
    days,
    derive,
    figure,
    judged,
    meeting,
    offer,
    partners,
    plan,
    post,
    quote,
    reading,
    roadmap,
    signing,
    topic,
    tour,
    twins,
    visit,
)

CITIES = st.sampled_from(["Минск", "Омск", "Казань", "Беларусь", "Омская область", "Новосёлки"])
PAIR = st.lists(CITIES, min_size=2, max_size=3, unique=True)
PEOPLE = st.lists(
    st.sampled_from(["Павел Громов", "П. Громов", "Громов", "Павел Грамов", "Анна Ким", "Илья Громов"]),
    max_size=2, unique=True,
)
DATES = st.sampled_from([
    None, "2025-06-24", "2025-06-25", "2025-06", "2025", "2024", "XXXX-06-24",
    "2025-06-23/2025-06-25", "2024-06-24",
])
PERIODS = st.sampled_from([None, "2026/2028", "2026/2027", "2023/2025"])
ORGANIZATIONS = st.lists(
    st.sampled_from(["МАЗ", "Минский автомобильный завод", "администрация города", "Амкодор"]),
    max_size=2, unique=True,
)
STATUS = st.sampled_from(["held", "planned", "cancelled"])


@st.composite
def sayings(draw: st.DrawFn) -> Saying:
    parties = draw(PAIR)
    event = {
        "date": draw(DATES), "people": draw(PEOPLE), "organizations": draw(ORGANIZATIONS),
        "status": draw(STATUS),
    }
    subject = draw(st.sampled_from([None, "спорт", "обмен в школах"]))
    action = draw(st.sampled_from(["открыть школу", "открыть новую школу"]))
    namesake = draw(st.sampled_from(["Павел Громов", "П. Громов", "Павел Грамов"]))
    return draw(st.sampled_from([
        meeting(*parties, **event),
        visit(*parties, place=parties[0], **event),
        tour(*parties, **event),
        signing(*parties, **event),
        days(*parties, title="Дни города", **event),
        twins(*parties[:2], since=event["date"]),
        partners(*parties[:2], since=event["date"]),
        roadmap(*parties, signed=event["date"], period=draw(PERIODS), people=event["people"]),
        agreement(*parties, signed=event["date"], subject=subject),
        post(namesake, "мэр", place=parties[0]),
        post("Анна Ким", "глава", organization="администрация города", place=parties[0]),
        plan(*parties, action=action, due=event["date"]),
        offer("автобусы", seller=parties[0], buyer=parties[1]),
        figure("export", parties[0], value=draw(st.sampled_from([1.0, 2.0])), unit="USD", period="2024"),
        quote("Павел Громов", "Мост откроем осенью"),
        topic("sport", *parties),
    ]))


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    published = st.sampled_from([None, "2025-06-24", "2025-06-26", "2025-07-30", "2024-06-25"])
    publisher = st.sampled_from([None, "Администрация города Омска", "Вечерняя газета"])
    return [
        reading(*draw(st.lists(sayings(), max_size=4)), name=f"{number}.txt", published=draw(published),
                publisher=draw(publisher))
        for number in range(draw(st.integers(1, 6)))
    ]


@settings(max_examples=80, deadline=None)
@given(readings(), st.data())
def test_the_order_of_readings_does_not_matter(pages: list[Reading], data: st.DataObject) -> None:
    assert judged(*pages) == judged(*data.draw(st.permutations(pages)))


@settings(max_examples=50, deadline=None)
@given(readings())
def test_reading_twice_adds_nothing(pages: list[Reading]) -> None:
    assert derive(*pages, *pages) == derive(*pages)


@settings(max_examples=50, deadline=None)
@given(readings())
def test_every_row_has_an_id_of_its_own_and_rests_on_documents(pages: list[Reading]) -> None:
    register = derive(*pages)
    rows = list(register.rows())
    assert len({row.id for row in rows}) == len(rows)
    texts = {page.document.id: page.document.text for page in pages}
    records = {f"{page.document.id}#{record.id}" for page in pages for record in page.records}
    for row in rows:
        if isinstance(row, DocumentRow):
            continue
        assert row.documents
        assert set(row.documents) <= set(texts)
        assert set(row.claims) <= records
        assert row.claims or isinstance(row, Place | Organization | Person)
        for said in getattr(row, "evidence", ()):
            start, end = said.span
            assert said.text == texts[said.document][start:end] != ""


@settings(max_examples=50, deadline=None)
@given(readings())
def test_whatever_a_row_names_is_in_the_register(pages: list[Reading]) -> None:
    register = derive(*pages)
    for row in (*register.happenings, *register.agreements, *register.ties):
        assert all(register.get(party) for party in row.parties)
    for happening in register.happenings:
        named = (*happening.participants, *happening.organizations, *filter(None, [happening.place]))
        assert all(register.get(one) for one in named)
    for conflict in register.conflicts:
        assert register.get(conflict.on)
        assert len(conflict.values) > 1
        assert conflict.preferred == conflict.values[0].value


UNRELATED = (
    visit("Тула", "Пермь", date="2021-02-03", people=["Раиса Вольная"]),
    post("Раиса Вольная", "глава", organization="Тульская городская дума", place="Тула"),
    twins("Тула", "Пермь", since="2001"),
    roadmap("Тула", "Пермь", period="2021/2023"),
    plan("Тула", "Пермь", action="провести турнир по шахматам"),
    offer("самовары", seller="Тула", buyer="Пермь"),
    figure("tourists", "Тула", value=7.0, unit="people", period="2020"),
    quote("Раиса Вольная", "Приезжайте весной"),
    topic("sport", "Тула", "Пермь"),
)


@settings(max_examples=50, deadline=None)
@given(readings())
def test_an_unrelated_document_changes_no_row(pages: list[Reading]) -> None:
    before = set(derive(*pages).rows())
    after = set(derive(*pages, reading(*UNRELATED, name="другое.txt")).rows())
    assert before <= after


def test_irrelevant_documents_are_listed_and_give_nothing() -> None:
    register = derive(reading(meeting("Минск", "Омск", people=["Анна Ким"]), name="а", relevance=0.3))
    assert [(row.source, row.relevance) for row in register.documents] == [("а", 0.3)]
    assert list(register.rows()) == list(register.documents)


def test_of_two_readings_of_one_text_one_counts() -> None:
    page = reading(meeting("Минск", "Омск", date="2025-06-24"), name="а")
    copy = dataclasses.replace(page, document=dataclasses.replace(page.document, source="копия"))
    register = derive(page, copy)
    assert len(register.documents) == len(register.happenings) == 1
    assert derive(copy, page) == register


def test_a_date_that_is_no_date_is_nothing_said() -> None:
    register = derive(
        reading(
            meeting("Минск", "Омск", date="24 июня"),
            twins("Минск", "Омск", since="давно"),
            roadmap("Минск", "Омск", period="три года"),
            published="вчера",
        )
    )
    assert register.happenings[0].date is None
    assert register.ties[0].history[0].since is None
    assert register.agreements[0].period is None
    assert register.documents[0].published is None


def test_the_document_keeps_what_it_said_of_itself() -> None:
    page = reading(
        meeting("Минск", "Омск"), published="2025-06-24", publisher="Газета", address="https://example.org/1"
    )
    (row,) = derive(page).documents
    assert (row.id, row.published, row.published_basis, row.publisher, row.address, row.reprint_of) == (
        page.document.id, "2025-06-24", "stated", "Газета", "https://example.org/1", None,
    )


def test_nothing_in_nothing_out() -> None:
    assert derive() == Register()
