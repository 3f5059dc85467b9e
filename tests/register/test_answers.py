"""What comes of promises: deeds that answer them, and those that only look like it."""

from __future__ import annotations

import dataclasses
from itertools import permutations

import pytest

from pobratim.model.reading import Quote, Reading, Record
from pobratim.register.answers import ConfirmedAnswer, is_concluded
from pobratim.register.rows import Commitment, FollowUp
from tests.register.make import (
    Page,
    Saying,
    days,
    derive,
    forum,
    meeting,
    mention,
    offer,
    place_id,
    plan,
    reading,
    roadmap,
    signing,
    visit,
)

PROMISED = "2024-03-18"
TROLLEYBUSES = "поставить восемь низкопольных троллейбусов"


def promise(action: str, *actors: str, due: str | None = None) -> Reading:
    return reading(plan(*(actors or ("Минск", "Омск")), action=action, due=due), published=PROMISED, name="обещание")


def later(*sayings: Saying, published: str | None = "2025-03-17") -> Reading:
    return reading(*sayings, published=published, name="потом")


def the_only(*readings: Reading, answers: list[ConfirmedAnswer] | None = None) -> Commitment:
    (row,) = derive(*readings, answers=answers or []).commitments
    return row


def supply(item: str, seller: str = "Минск", buyer: str = "Омск") -> Saying:
    return offer(item, direction="supply", seller=seller, buyer=buyer)


def test_a_supply_that_answers_a_promise() -> None:
    row = the_only(
        promise(TROLLEYBUSES, due="2025-09-01"), later(supply("восемь низкопольных троллейбусов"))
    )
    (found,) = row.follow_ups
    assert (row.status, found.outcome, found.by) == ("met", "met", "words")
    assert found.score >= 0.85
    assert "те же стороны" in found.reasons
    assert "общие слова: низкопольный, поставить, троллейбус" in found.reasons
    assert row.silent_since == "2025-03-17"


def test_fewer_than_promised_is_met_in_part() -> None:
    row = the_only(promise(TROLLEYBUSES), later(supply("шесть низкопольных троллейбусов")))
    assert (row.status, row.follow_ups[0].outcome) == ("partly met", "partly met")
    assert row.follow_ups[0].reasons[-1] == "6 из 8 (троллейбус)"


def test_six_came_instead_of_ten() -> None:
    row = the_only(
        promise("принять на стажировку десять инженеров"),
        later(visit("Минск", "Омск", date="2024-10", sentence="На стажировку съездили шесть инженеров вместо десяти.")),
    )
    assert row.status == "partly met"


def test_what_was_called_off_is_not_met() -> None:
    row = the_only(
        promise("провести фестиваль циркового искусства", due="2024-07"),
        later(days("Минск", "Омск", date="2024-07-05", status="cancelled", title="Фестиваль циркового искусства")),
    )
    assert (row.status, row.follow_ups[0].outcome) == ("not met", "not met")
    assert row.follow_ups[0].reasons[-1] == "отменено"


def test_the_days_of_a_city_in_their_year() -> None:
    row = the_only(
        promise("провести дни Омска", due="2024"),
        later(days("Минск", "Омск", date="2024-09-14", title="Дни Омска")),
    )
    assert row.status == "met"


def test_later_than_promised_is_met_and_says_so() -> None:
    row = the_only(
        promise("открыть фирменный магазин мебели", due="2024-05"),
        later(signing("Минск", "Омск", date="2024-12-12", title="открытие фирменного магазина мебели")),
    )
    assert row.status == "met"
    assert "позже срока" in row.follow_ups[0].reasons


NEAR_MISSES = {
    "another pair": later(supply("восемь низкопольных троллейбусов", buyer="Казань")),
    "the other way round of nobody": later(supply("восемь низкопольных троллейбусов", "Казань", "Уфа")),
    "other goods": later(supply("мебель и обувь")),
    "before it was promised": later(
        days("Минск", "Омск", date="2023-05-01", title="Поставка низкопольных троллейбусов")
    ),
    "still planned": later(days("Минск", "Омск", date="2024-05-01", status="planned", title="Поставка троллейбусов")),
    "on the day it was promised": later(
        visit("Минск", "Омск", date=PROMISED, title="Поставить низкопольные троллейбусы")
    ),
    "told before it was promised": later(supply("низкопольных троллейбусов"), published="2024-01-09"),
    "nobody knows when": later(supply("восемь низкопольных троллейбусов"), published=None),
    "only a visit": later(visit("Минск", "Омск", date="2024-06-01")),
}


@pytest.mark.parametrize("miss", NEAR_MISSES)
def test_what_only_looks_like_an_answer(miss: str) -> None:
    row = the_only(promise(TROLLEYBUSES, due="2030"), NEAR_MISSES[miss])
    assert (row.status, row.follow_ups) == ("scheduled", ())


GUESTS = ("посетить предприятия Минска делегацией Омска", "организовать визит омской делегации на заводы",
          "принять делегацию города Омска")


@pytest.mark.parametrize("action", GUESTS)
@pytest.mark.parametrize(("place", "answers"), [("Минск", 1), ("Омск", 0), (None, 1)])
def test_those_who_are_to_come_are_no_hosts(action: str, place: str | None, answers: int) -> None:
    told = {"place": place} if place else {}
    row = the_only(promise(action, due="2024"), later(visit("Минск", "Омск", date="2024-06-01", **told)))
    assert len(row.follow_ups) == answers


def test_of_an_exchange_of_delegations_either_visit_is_an_answer() -> None:
    for place in ("Минск", "Омск"):
        came = later(visit("Минск", "Омск", date="2024-06-01", place=place))
        assert the_only(promise("обменяться делегациями", due="2024"), came).follow_ups


HEADS = "Мэр Омска встретился в Минске с председателем Мингорисполкома."


@pytest.mark.parametrize(("action", "status"), [
    ("провести встречу руководителей городов в Минске", "scheduled"),
    ("провести встречу мэров", "met"),
])
def test_heads_of_places_may_be_called_otherwise_and_a_person_says_so(action: str, status: str) -> None:
    row = the_only(
        promise(action, due="2024-06"), later(meeting("Минск", "Омск", date="2024-06-01", sentence=HEADS))
    )
    assert (row.status, len(row.follow_ups)) == (status, 1)


def test_who_meets_tells_nothing_where_nobody_at_the_head_does() -> None:
    came = later(meeting("Минск", "Омск", date="2024-06-01", sentence="Встретились ветераны."))
    assert the_only(promise("провести встречу руководителей городов", due="2024-06"), came).follow_ups == ()


def test_a_deed_told_with_the_promise_is_its_occasion() -> None:
    row = the_only(reading(
        plan("Минск", "Омск", action=TROLLEYBUSES), supply("восемь низкопольных троллейбусов"), published=PROMISED
    ))
    assert row.follow_ups == ()


def test_what_was_announced_with_the_promise_and_held_later_answers_it() -> None:
    announced = reading(
        plan("Минск", "Омск", action="провести форум ремёсел", due="2024-06"),
        forum("Минск", "Омск", date="2024-06-01", title="Форум ремёсел", status="planned"),
        published=PROMISED, name="обещание",
    )
    held = later(forum("Минск", "Омск", date="2024-06-01", title="Форум ремёсел"), published="2024-06-02")
    assert the_only(announced).follow_ups == ()
    row = the_only(announced, held)
    assert (row.status, [found.outcome for found in row.follow_ups]) == ("met", ["met"])


def test_a_plan_that_only_resembles_is_proposed_but_not_taken() -> None:
    row = the_only(promise("провести бизнес-форум", due="2030"), later(forum("Минск", "Омск", date="2024-06-01")))
    assert row.status == "scheduled"
    assert [0.55 <= found.score < 0.85 for found in row.follow_ups] == [True]


def test_to_develop_cooperation_is_answered_by_nothing() -> None:
    row = the_only(
        promise("развивать сотрудничество в различных сферах"),
        later(roadmap("Минск", "Омск", signed="2024-12", subject="развитие сотрудничества в сфере культуры")),
    )
    assert row.follow_ups == ()


@pytest.mark.parametrize(("buyer", "answers"), [("Казань", 1), ("Омск", 0)])
def test_whom_the_promise_names_must_have_a_part_in_the_deed(buyer: str, answers: int) -> None:
    told = "Минск передаст городу Казань восемь низкопольных троллейбусов"
    promised = with_mentions(
        reading(plan("Минск", action=told), mention("Казань", "city"), published=PROMISED), "Казань"
    )
    row = the_only(promised, later(supply("восемь низкопольных троллейбусов", buyer=buyer)))
    assert (row.named, len(row.follow_ups)) == ((place_id("Казань"),), answers)


def with_mentions(made: Reading, name: str) -> Reading:
    """The entity of that name with the place in the text where it first stands."""
    start = made.document.text.index(name)
    entities = tuple(
        dataclasses.replace(one, mentions=((start, start + len(name)),) if one.name == name else ())
        for one in made.entities
    )
    return dataclasses.replace(made, entities=entities)


@pytest.mark.parametrize(("seller", "answers"), [("Тихомаш", 1), ("Лугомаш", 0)])
def test_a_plant_of_which_nobody_says_where_it_is(seller: str, answers: int) -> None:
    row = the_only(
        promise(TROLLEYBUSES, "Тихомаш"), later(supply("восемь низкопольных троллейбусов", seller=seller))
    )
    assert len(row.follow_ups) == answers


def test_no_news_when_the_term_is_over() -> None:
    row = the_only(promise(TROLLEYBUSES, due="2024-09"), later(visit("Казань", "Уфа", date="2025-01-20")))
    assert (row.status, row.silent_since) == ("no news", PROMISED)


def test_no_news_of_what_has_no_term_after_a_year() -> None:
    other = visit("Казань", "Уфа", date="2025-01-20")
    assert the_only(promise(TROLLEYBUSES), later(other, published="2025-03-01")).status == "scheduled"
    assert the_only(promise(TROLLEYBUSES), later(other, published="2025-04-01")).status == "no news"


PROPOSAL = promise("провести бизнес-форум"), later(forum("Минск", "Омск", date="2024-06-01"))


def confirmed(outcome: str, *, claims: bool) -> list[ConfirmedAnswer]:
    register = derive(*PROPOSAL)
    commitment, happening = register.commitments[0], register.happenings[0]
    return [ConfirmedAnswer(
        commitment=commitment.claims[0] if claims else commitment.id,
        answer=happening.claims[0] if claims else happening.id,
        outcome=outcome,  # type: ignore[arg-type]
        by="А. Проверяющий",
        reason="протокол форума",
    )]


@pytest.mark.parametrize("claims", [True, False])
@pytest.mark.parametrize("outcome", ["met", "partly met", "not met"])
def test_a_person_confirms_what_was_proposed(outcome: str, claims: bool) -> None:
    row = the_only(*PROPOSAL, answers=confirmed(outcome, claims=claims))
    assert row.status == outcome
    (found,) = row.follow_ups
    assert (found.score, found.by, found.outcome, found.reasons) == (
        1.0, "А. Проверяющий", outcome, ("протокол форума",)
    )


def test_what_a_person_rejects_is_not_proposed_again() -> None:
    assert the_only(*PROPOSAL, answers=confirmed("no answer", claims=True)).follow_ups == ()


def test_a_confirmation_of_what_the_register_lacks_counts_for_nothing() -> None:
    unknown = ConfirmedAnswer(commitment="commitment-0", answer="forum-0", outcome="met", by="А. Проверяющий")
    assert derive(*PROPOSAL, answers=[unknown]) == derive(*PROPOSAL)


def quoted(speaker: str, words: str) -> Saying:
    """A quotation of words that stand in the text already."""

    def say(page: Page) -> Record:
        span = (page.text.index(words), page.text.index(words) + len(words))
        return Quote(
            speaker=page.name(speaker, "person") or "",
            kind="indirect", span=span, evidence=(span,), confidence=0.9, rule="test",
        )

    return say


def test_who_said_it_first_and_who_said_it_again() -> None:
    row = the_only(
        reading(plan("Минск", "Омск", action=TROLLEYBUSES), published="2024-05-01", text="Совсем другое начало."),
        reading(
            plan("Минск", "Омск", action=TROLLEYBUSES), quoted("Пётр Лаптев", TROLLEYBUSES), published=PROMISED
        ),
    )
    assert [(one.published, one.speakers) for one in row.said] == [(PROMISED, ("petr-laptev",)), ("2024-05-01", ())]
    assert (row.status, row.first_said, row.silent_since) == ("restated", PROMISED, "2024-05-01")


def test_the_order_of_documents_does_not_matter() -> None:
    readings = (
        promise(TROLLEYBUSES, due="2024-09"),
        later(supply("шесть низкопольных троллейбусов")),
        reading(forum("Минск", "Омск", date="2024-06-01", title="Форум низкопольных троллейбусов"), name="форум"),
        reading(visit("Минск", "Омск", date="2024-07-01"), name="визит", published="2024-07-02"),
    )
    registers = [derive(*order) for order in permutations(readings)]
    assert all(register == registers[0] for register in registers)


@pytest.mark.parametrize(("status", "by", "concluded"), [
    ("met", "words", True), ("not met", "words", True), ("partly met", "А. Проверяющий", False),
    ("scheduled", "words", False), ("no news", "words", False),
])
def test_a_status_that_nobody_confirmed_is_a_conclusion(status: str, by: str, concluded: bool) -> None:
    row = Commitment(id="c", action="a", status=status, follow_ups=(FollowUp(row="h", score=0.9, by=by),))
    assert is_concluded(row) == concluded
