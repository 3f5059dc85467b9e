"""What people decide of claims and of identity, and what the register makes of it."""

from __future__ import annotations

import dataclasses

import pytest

from pobratim.model.reading import Reading
from pobratim.register.decisions import (
    Accept,
    Act,
    Answer,
    Correct,
    Decision,
    Merge,
    Reject,
    Split,
    State,
    Told,
    act_from_dict,
    act_to_dict,
    apply,
    check,
    seen_claim,
    seen_thing,
)
from pobratim.register.derivation import derive_with_judgements
from tests.register.make import (
    agreement,
    gazetteer,
    meeting,
    plan,
    post,
    reading,
    twins,
    visit,
)

NEWS = reading(
    meeting("Минск", "Омск", date="2025-06-24", people=["Пётр Громов"]),
    post("Пётр Громов", "мэр", place="Омск"),
    twins("Минск", "Омск", since="2023"),
    name="новость.txt", published="2025-06-25",
)


def decided(readings: list[Reading], *acts: Act):
    """The derivation of readings with these decisions."""
    decisions = [
        Decision(number=number, act=act, by="Иванова", at="2025-07-01T10:00:00+03:00")
        for number, act in enumerate(acts, start=1)
    ]
    return derive_with_judgements(readings, decisions, gazetteer=gazetteer)


def several(*sayings, count: int = 2) -> list[Reading]:
    """Documents of one month after another that say the same."""
    return [reading(*sayings, name=f"{n}.txt", published=f"2025-0{n}-01") for n in range(1, count + 1)]


def claim(page: Reading, record: str):
    """A record of a reading as a person sees it."""
    return seen_claim(page, next(one for one in page.records if one.id == record))


def thing(page: Reading, name: str):
    """An entity of a reading as a person sees it."""
    return seen_thing(page, next(one for one in page.entities if one.name == name))


# ---------------------------------------------------------------- claims


def test_a_rejected_claim_gives_nothing():
    register = decided([NEWS], Reject(claim=claim(NEWS, "r1"))).register
    assert register.happenings == ()
    assert len(register.people) == 1


def test_a_corrected_date_is_stated():
    register = decided([NEWS], Correct(claim=claim(NEWS, "r1"), slot="date", value="2025-06-23")).register
    [met] = register.happenings
    assert (met.date, met.date_basis) == ("2025-06-23", "stated")


def test_who_was_misnamed_is_there_no_more_unless_others_name_them():
    page = reading(meeting("Минск", "Омск", people=["Пётр Громов"]), name="новость.txt", published="2025-06-25")
    right = Correct(claim=claim(page, "r1"), slot="participants", value=[{"type": "person", "name": "Павел Громов"}])
    assert [person.name for person in decided([page], right).register.people] == ["Павел Громов"]

    right = Correct(claim=claim(NEWS, "r1"), slot="participants", value=[{"type": "person", "name": "Павел Громов"}])
    assert {person.name for person in decided([NEWS], right).register.people} == {"Пётр Громов", "Павел Громов"}


def test_who_was_no_participant_is_a_person_still():
    page = reading(meeting("Минск", "Омск", people=["Пётр Громов"]), name="новость.txt", published="2025-06-25")
    nobody = Correct(claim=claim(page, "r1"), slot="participants", value=[])
    assert [person.name for person in decided([page], nobody).register.people] == ["Пётр Громов"]


def test_what_a_person_states_stands_beside_what_was_read():
    park = Told(document=NEWS.document.id, type="plan", evidence=((0, 5),), slots={"action": "заложить парк"})
    register = decided([NEWS], State(claim=park)).register
    [promise] = register.commitments
    assert promise.action == "заложить парк" and promise.claims == (f"{NEWS.document.id}#d1",)
    assert len(register.happenings) == 1


def test_a_persons_word_makes_a_document_count():
    aside = dataclasses.replace(NEWS, relevance=0.1)
    assert not decided([aside]).register.happenings
    assert len(decided([aside], Accept(claim=claim(NEWS, "r1"))).register.happenings) == 1
    assert not decided([aside], Reject(claim=claim(NEWS, "r1"))).register.happenings


def test_a_corrected_party_may_be_new_to_the_document():
    brest = {"type": "city", "name": "Брест", "geonames": 629634, "country": "BY"}
    minsk = {"type": "city", "name": "Минск"}
    register = decided([NEWS], Correct(claim=claim(NEWS, "r1"), slot="parties", value=[brest, minsk])).register
    assert [row.parties for row in register.happenings] == [("geo-625144", "geo-629634")]


def test_what_a_person_accepted_outweighs_more_sources():
    others = several(twins("Минск", "Омск", since="2021"), count=3)
    [tie] = decided([NEWS, *others]).register.ties
    assert tie.history[0].since == "2021"
    derived = decided([NEWS, *others], Accept(claim=claim(NEWS, "r3"))).register
    assert derived.ties[0].history[0].since == "2023"
    assert derived.conflicts[0].values[0].reason == "подтверждено человеком"
    assert len(derived.conflicts[0].values) == 2


def test_a_later_decision_sees_what_an_earlier_one_made():
    once = Correct(claim=claim(NEWS, "r1"), slot="date", value="2025-06-23")
    again = dataclasses.replace(once, value="2025-06-22")
    assert decided([NEWS], once, again).register.happenings[0].date == "2025-06-22"


# ---------------------------------------------------------------- a newer reader


def newer(*sayings, **slots):
    """The same text as a newer reader reads it: other ids, other records."""
    page = reading(*sayings, name="новость.txt", published="2025-06-25", **slots)
    return dataclasses.replace(page, document=NEWS.document, reader="newer")


def test_a_decision_finds_its_claim_under_another_id():
    page = dataclasses.replace(NEWS, records=tuple(
        dataclasses.replace(record, id=f"x{record.id}") for record in reversed(NEWS.records)
    ))
    assert decided([page], Reject(claim=claim(NEWS, "r1"))).register.happenings == ()


def test_what_a_newer_reader_lost_stays_as_the_person_accepted_it():
    page = dataclasses.replace(NEWS, records=NEWS.records[1:])
    derivation = decided([page], Accept(claim=claim(NEWS, "r1")))
    [met] = derivation.register.happenings
    assert (met.kind, met.date, met.participants) == ("meeting", "2025-06-24", ("petr-gromov",))


def test_what_a_newer_reader_finds_anew_stays_rejected():
    rejected = Reject(claim=claim(NEWS, "r1"))
    assert decided([dataclasses.replace(NEWS, records=NEWS.records[1:])], rejected).register.happenings == ()
    assert decided([NEWS], rejected).register.happenings == ()


def test_another_fact_of_the_same_sentence_is_not_touched():
    """The decision on the meeting says nothing of a visit told in the same sentence."""
    told = claim(NEWS, "r1")
    page = dataclasses.replace(NEWS, records=(
        *NEWS.records[1:], dataclasses.replace(NEWS.records[0], id="r9", kind="visit"),
    ))
    assert [row.kind for row in decided([page], Reject(claim=told)).register.happenings] == ["visit"]


# ---------------------------------------------------------------- identity

KUKHAREV = reading(post("Владимир Кухарев", "председатель", place="Минск"), name="а.txt", published="2025-01-01")
KUHORCHUK = reading(post("Владимир Кухорчук", "председатель", place="Минск"), name="б.txt", published="2025-02-01")


def test_two_people_that_are_one():
    before = decided([KUKHAREV, KUHORCHUK])
    assert len(before.register.people) == 2
    merge = Merge(left=thing(KUKHAREV, "Владимир Кухарев"), right=thing(KUHORCHUK, "Владимир Кухорчук"))
    derivation = decided([KUKHAREV, KUHORCHUK], merge)
    [person] = derivation.register.people
    assert {person.name, *person.variants} == {"Владимир Кухарев", "Владимир Кухорчук"}
    assert any(one.by == "Иванова" and one.judgement == "same" for one in derivation.judgements)


def test_one_person_that_is_two():
    other = reading(post("Владимир Кухарев", "председатель", place="Минск"), name="в.txt", published="2025-03-01")
    assert len(decided([KUKHAREV, other]).register.people) == 1
    split = Split(left=thing(other, "Владимир Кухарев"), others=(thing(KUKHAREV, "Владимир Кухарев"),))
    assert len(decided([KUKHAREV, other], split).register.people) == 2


def test_what_is_split_stays_apart_though_a_third_joins_each():
    pages = several(post("Владимир Кухарев", "председатель", place="Минск"), count=3)
    left, middle, right = (thing(page, "Владимир Кухарев") for page in pages)
    people = decided(pages, Split(left=left, others=(right,))).register.people
    assert len(people) == 2
    holders = {document: person.id for person in people for document in person.documents}
    assert holders[left.document] != holders[right.document]
    assert middle.document in holders


def test_organizations_merged_and_split():
    pages = [
        reading(visit("Минск", "Омск", organizations=[name]), name=f"{name}.txt", published="2025-01-01")
        for name in ("Заря", "Завод Заря")
    ]
    rows = decided(pages).register.organizations
    assert len(rows) == 2
    merge = Merge(left=thing(pages[0], "Заря"), right=thing(pages[1], "Завод Заря"))
    assert len(decided(pages, merge).register.organizations) == 1
    same = several(visit("Минск", "Омск", organizations=["Заря"]))
    assert len(decided(same).register.organizations) == 1
    split = Split(left=thing(same[0], "Заря"), others=(thing(same[1], "Заря"),))
    assert len(decided(same, split).register.organizations) == 2


def test_happenings_merged_and_split():
    days = ("2025-06-01", "2025-06-20")
    pages = [reading(meeting("Минск", "Омск", date=day), name=f"{day}.txt", published=day) for day in days]
    assert len(decided(pages).register.happenings) == 2
    merge = Merge(left=claim(pages[0], "r1"), right=claim(pages[1], "r1"))
    derivation = decided(pages, merge)
    [met] = derivation.register.happenings
    assert len(met.documents) == 2
    assert [conflict.slot for conflict in derivation.register.conflicts] == ["date"]
    same = several(meeting("Минск", "Омск", date="2024-06-01"))
    assert len(decided(same).register.happenings) == 1
    split = Split(left=claim(same[0], "r1"), others=(claim(same[1], "r1"),))
    assert len(decided(same, split).register.happenings) == 2


def test_a_happening_is_merged_with_all_its_reports():
    days = ("2025-06-01", "2025-06-20")
    pages = [
        reading(meeting("Минск", "Омск", date=day), name=f"{day}-{n}.txt", published=day) for day in days for n in "ab"
    ]
    left, *others, right = (claim(page, "r1") for page in pages)
    assert len(decided(pages, Merge(left=left, right=right)).register.happenings) > 1  # the others say another day
    [met] = decided(pages, Merge(left=left, right=right, others=tuple(others))).register.happenings
    assert len(met.documents) == 4


def test_agreements_merged():
    days = ("2020-06-01", "2021-06-01")
    pages = [reading(agreement("Минск", "Омск", signed=day), name=f"{day}.txt", published=day) for day in days]
    assert len(decided(pages).register.agreements) == 2
    assert len(decided(pages, Merge(left=claim(pages[0], "r1"), right=claim(pages[1], "r1"))).register.agreements) == 1


def test_two_places_of_one_name_that_no_gazetteer_knows():
    pages = [
        reading(visit("Минск", name), name=f"{name}.txt", published="2025-01-01")
        for name in ("Лугозерск", "Лугозёрское")
    ]
    merge = Merge(left=thing(pages[0], "Лугозерск"), right=thing(pages[1], "Лугозёрское"))
    assert len(decided(pages).register.ties) == 2
    assert len(decided(pages, merge).register.ties) == 1


def omsks(count=3):
    """Documents of one Omsk, and one of another place that the reader took for it."""
    return several(visit("Минск", "Омск", date="2025-06-01"), count=count)


def places(pages, *acts):
    """The rows called Омск, with how many documents name each."""
    rows = decided(pages, *acts).register.places
    return sorted((row.id, len(row.documents)) for row in rows if row.name == "Омск")


def omsk_of(page):
    return thing(page, "Омск")


def test_what_one_document_calls_by_the_name_of_a_place_is_another():
    pages = omsks()
    assert places(pages) == [("geo-1496153", 3)]
    split = Split(left=omsk_of(pages[0]), others=(omsk_of(pages[1]),))
    assert places(pages, split) == [("geo-1496153", 2), ("place-omsk-ru", 1)]
    register = decided(pages, split).register
    assert {tie.parties for tie in register.ties} == {
        ("geo-1496153", "geo-625144"), ("geo-625144", "place-omsk-ru"),
    }
    assert sorted(len(row.documents) for row in register.happenings) == [1, 2]
    assert [one.judgement for one in decided(pages, split).judgements if one.by == "Иванова"] == ["different"]


def test_places_that_are_not_the_same_one_are_one():
    pages = omsks()
    splits = [Split(left=omsk_of(page), others=(omsk_of(pages[2]),)) for page in pages[:2]]
    assert places(pages, *splits) == [("geo-1496153", 1), ("place-omsk-ru", 2)]


def test_what_is_not_a_place_may_be_another_of_that_name():
    pages = omsks(2)
    other = edited(omsks(1)[0], "Омск", geonames=7_000_001)
    split = Split(left=omsk_of(pages[0]), others=(omsk_of(pages[1]),))
    assert places([*pages, other], split) == [("geo-1496153", 1), ("geo-7000001", 2)]


def test_who_joins_places_later_takes_back_that_they_are_two():
    pages = omsks()
    split = Split(left=omsk_of(pages[0]), others=(omsk_of(pages[1]),))
    merge = Merge(left=omsk_of(pages[1]), right=omsk_of(pages[0]))
    assert places(pages, split, merge) == places(pages)
    assert places(pages, merge, split) == places(pages, split)


def test_a_document_without_a_link_stays_with_the_place_when_another_is_split_off():
    pages = omsks()
    bare = edited(omsks(1)[0], "Омск", geonames=None, country=None)
    split = Split(left=omsk_of(pages[0]), others=(omsk_of(pages[1]),))
    assert places([*pages, bare], split) == [("geo-1496153", 3), ("place-omsk-ru", 1)]


def edited(page, name, **slots):
    """The page with an entity otherwise, as another document."""
    change = dataclasses.replace
    entities = tuple(change(one, **slots) if one.name == name else one for one in page.entities)
    document = change(page.document, text=f"{page.document.text} Иначе: {sorted(slots.items())}.", source="иначе.txt")
    return change(page, entities=entities, document=document)


def test_of_two_decisions_on_one_pair_the_later_holds():
    left, right = thing(KUKHAREV, "Владимир Кухарев"), thing(KUHORCHUK, "Владимир Кухорчук")
    merge, split = Merge(left=left, right=right), Split(left=left, others=(right,))
    assert len(decided([KUKHAREV, KUHORCHUK], merge, split).register.people) == 2
    assert len(decided([KUKHAREV, KUHORCHUK], split, merge).register.people) == 1


# ---------------------------------------------------------------- what cannot be done


def test_a_decision_on_a_document_that_is_gone_is_idle():
    accept = Accept(claim=claim(KUKHAREV, "r1"))
    merge = Merge(left=thing(KUKHAREV, "Владимир Кухарев"), right=thing(KUHORCHUK, "Владимир Кухорчук"))
    derivation = decided([NEWS], accept, merge)
    assert [one.act for one in derivation.idle] == [accept, merge]
    assert derivation.register == decided([NEWS]).register


@pytest.mark.parametrize(
    ("act", "complaint"),
    [
        (Correct(claim=claim(NEWS, "r1"), slot="day", value="2025"), "нет поля «day»"),
        (Correct(claim=claim(NEWS, "r1"), slot="evidence", value=None), "нет поля «evidence»"),
        (Correct(claim=claim(NEWS, "r1"), slot="date", value="24 июня"), "не дата"),
        (Correct(claim=claim(NEWS, "r1"), slot="status", value="was"), "можно: held, planned, cancelled"),
        (Correct(claim=claim(NEWS, "r1"), slot="kind", value=None), "не годится"),
        (Merge(left=claim(NEWS, "r1"), right=claim(NEWS, "r2")), "одного вида"),
        (Merge(left=thing(NEWS, "Минск"), right=thing(NEWS, "Минск")), "одна и та же"),
        (Merge(left=thing(NEWS, "Минск"), right=claim(NEWS, "r1")), "одного вида"),
        (Split(left=thing(NEWS, "Пётр Громов"), others=()), "не сказано"),
        (Split(left=thing(NEWS, "Минск"), others=(thing(NEWS, "Минск"),)), "одна и та же"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(act, complaint):
    with pytest.raises(ValueError, match=complaint):
        check(act)


def test_a_region_never_becomes_a_city():
    with pytest.raises(ValueError, match="одного вида"):
        page = reading(meeting("Омск", "Омская область"))
        check(Merge(left=thing(page, "Омск"), right=thing(page, "Омская область")))


@pytest.mark.parametrize(
    "act",
    [
        Accept(claim=claim(NEWS, "r1")),
        State(claim=claim(NEWS, "r2")),
        Reject(claim=claim(NEWS, "r2")),
        Correct(claim=claim(NEWS, "r3"), slot="since", value=None),
        Correct(claim=claim(NEWS, "r1"), slot="parties", value=[{"type": "city", "name": "Брест"}]),
        Merge(left=thing(NEWS, "Минск"), right=thing(NEWS, "Омск")),
        Split(left=claim(NEWS, "r1"), others=(claim(NEWS, "r1"), claim(NEWS, "r2"))),
        Answer(commitment=claim(NEWS, "r3"), answer=claim(NEWS, "r1"), outcome="partly met"),
    ],
)
def test_acts_survive_the_round_trip(act):
    assert act_from_dict(act_to_dict(act)) == act


def test_applying_nothing_changes_nothing():
    assert apply([NEWS, KUKHAREV], ()).readings == (NEWS, KUKHAREV)


def test_what_came_of_a_commitment():
    page = reading(plan("Минск", "Омск", action="открыть сквер"), meeting("Минск", "Омск", date="2025-06-24"),
                   published="2025-06-25")
    [commitment] = decided([page]).register.commitments
    assert commitment.follow_ups == ()
    act = Answer(commitment=claim(page, "r1"), answer=claim(page, "r2"), outcome="met")
    [commitment] = decided([page], act).register.commitments
    assert [(one.score, one.by, one.outcome) for one in commitment.follow_ups] == [(1.0, "Иванова", "met")]
    assert commitment.status == "met"
    [commitment] = decided([page], act, dataclasses.replace(act, outcome="no answer")).register.commitments
    assert commitment.follow_ups == ()


def test_only_a_deed_answers_a_promise():
    page = reading(plan("Минск", "Омск", action="открыть сквер"), twins("Минск", "Омск"))
    with pytest.raises(ValueError, match="вида plan"):
        check(Answer(commitment=claim(page, "r2"), answer=claim(page, "r1"), outcome="met"))
    with pytest.raises(ValueError, match="ответом"):
        check(Answer(commitment=claim(page, "r1"), answer=claim(page, "r2"), outcome="met"))
    with pytest.raises(ValueError, match="исход"):
        check(Answer(commitment=claim(page, "r1"), answer=claim(NEWS, "r1"), outcome="maybe"))
