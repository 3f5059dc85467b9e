"""Facts by hand: from a paper, from a document, corrected, wrong, undone."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.register.decisions import Correct, State
from pobratim.web.hand.slots import SLOTS
from tests.register.make import meeting, reading, twins
from tests.web.make import SCRIPT
from tests.web.pages import text_of

NEWS = reading(
    meeting("Минск", "Омск", date="2025-06-24", people=["Пётр Громов"]), twins("Минск", "Омск", since="2023"),
    name="новость.txt", published="2025-06-25",
)
PAGE = f"/documents/{NEWS.document.id}/"
PAPER = {
    "kind": "memorandum", "parties": "Минск; Омск", "signed": "12.03.2024", "status": "signed",
    "paper_title": "Меморандум № 5", "paper_date": "12.03.2024", "words": "Города Минск и Омск заключили меморандум.",
}


@pytest.fixture(autouse=True)
def kept(home) -> None:
    storage.keep(NEWS, None, "новость.txt")
    storage.derive()


def test_every_kind_of_fact_has_its_form(client):
    page = client.get("/hand/").content.decode()
    for kind in SLOTS:
        assert f'href="/hand/{kind}/"' in page
        assert client.get(f"/hand/{kind}/").status_code == 200


def test_a_fact_from_a_paper_is_a_claim_like_any_other(client):
    response = client.post("/hand/agreement/", PAPER, follow=True)

    page = text_of(response.content)
    assert "Внесено вручную" in page and "Меморандум № 5" in page
    [agreement] = storage.whole_register().agreements
    assert (agreement.kind, agreement.signed, len(agreement.parties)) == ("memorandum", "2024-03-12", 2)
    assert [one.text for one in agreement.evidence] == [PAPER["words"]]
    assert [trace.what for trace in storage.traces()] == ["entered"]

    [entry] = storage.journal()
    assert isinstance(entry.decision.act, State)
    client.post(f"/decisions/{entry.decision.number}/undo")
    assert not storage.whole_register().agreements


def test_a_fact_from_a_document_points_to_its_words(client):
    words = NEWS.document.text.splitlines()[0]
    response = client.get(f"/hand/plan/?document={NEWS.document.id}&at=0-5")
    assert NEWS.document.text[:5] in response.content.decode()

    form = {"document": NEWS.document.id, "words": words, "action": "построить мост", "actors": "Омск"}
    client.post("/hand/plan/", form)

    [promise] = storage.whole_register().commitments
    assert promise.action == "построить мост" and [one.text for one in promise.evidence] == [words]
    assert storage.count_kept() == 1


@pytest.mark.parametrize(("change", "said"), [
    ({"paper_title": ""}, "Назовите бумагу"),
    ({"words": " "}, "Напишите словами"),
    ({"paper_date": "вчера"}, "не дата"),
    ({"signed": "32.01.2024"}, "не дата"),
    ({"parties": "Нетград"}, "пока неизвестно"),
    ({"kind": "клятва"}, "здесь не выбрать"),
    ({"parties": "", "signed": ""}, "о ком или о чём"),
])
def test_what_will_not_do_is_said_and_nothing_is_kept(client, change, said):
    response = client.post("/hand/agreement/", {**PAPER, **change})
    page = response.content.decode()
    assert response.status_code == 422 and said in text_of(response.content) and 'role="alert"' in page
    assert (storage.count_kept(), storage.journal()) == (1, [])
    for name in ("paper_title", "paper_date", "words", "parties"):
        assert {**PAPER, **change}[name].strip() in page, "what was typed stays in the form"


def test_words_that_the_document_does_not_have(client):
    form = {"document": NEWS.document.id, "words": "такого там нет", "action": "построить мост"}
    response = client.post("/hand/plan/", form)
    assert response.status_code == 422 and "Таких слов в тексте нет" in text_of(response.content)


@pytest.mark.parametrize("address", ["/hand/чудо/", "/hand/plan/?document=нет", "/hand/?document=нет"])
def test_what_is_not_there(client, address):
    assert client.get(address).status_code == 404


def test_correcting_shows_what_was_read_and_keeps_what_differs(client):
    form = client.get(f"{PAGE}facts/r1/").content.decode()
    assert 'value="24.06.2025"' in form and 'value="Минск; Омск"' in form and 'value="Пётр Громов"' in form

    client.post(f"{PAGE}facts/r1/", {"kind": "visit", "parties": "Минск; Омск", "date": "23.06.2025", "status": "held",
                                     "participants": "Пётр Громов", "why": "сверено"})

    changed = [(entry.decision.act.slot, entry.decision.act.value) for entry in reversed(storage.journal())]
    assert changed == [("date", "2025-06-23"), ("kind", "visit")]
    assert {entry.decision.why for entry in storage.journal()} == {"сверено"}
    [happening] = storage.whole_register().happenings
    assert (happening.date, happening.kind) == ("2025-06-23", "visit")
    page = text_of(client.get(PAGE).content)
    assert "Исправлено: дата — 23 июня 2025 года" in page and "Исправлено: вид — визит" in page


def test_a_wrong_name_is_put_right_and_back(client):
    everything = {"kind": "meeting", "parties": "Минск; Омск", "date": "24.06.2025", "status": "held"}
    client.post(f"{PAGE}facts/r1/", {**everything, "participants": "Павел Громов"})
    assert [person.name for person in storage.whole_register().people] == ["Павел Громов"]

    client.post(f"/decisions/{storage.journal()[0].decision.number}/undo")
    assert [person.name for person in storage.whole_register().people] == ["Пётр Громов"]


def test_a_wrong_name_is_put_right_in_all_facts_of_the_document(client):
    form = text_of(client.get(f"{PAGE}facts/r1/").content)
    assert "и в других фактах этого документа" in form
    sides = {"kind": "meeting", "date": "24.06.2025", "status": "held", "participants": "Пётр Громов"}
    client.post(f"{PAGE}facts/r1/", {**sides, "parties": "Минск; Томск", "everywhere": "yes"})

    changed = {(entry.decision.act.claim.type, entry.decision.act.slot) for entry in storage.journal()}
    assert ("event", "parties") in changed and ("partnership", "parties") in changed
    register = storage.whole_register()
    [tie] = [one for one in register.ties if one.history]
    assert {register.name(side) for side in tie.parties} == {"Минск", "Томск"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Пётр Громовский", "Пётр Громовский"),
        ("Пётр Громова", "Пётр Громова"),
        ("Петра Громова", "Пётр Громов"),
        ("Громов", "Пётр Громов"),
        ("П. Громов", "Пётр Громов"),
        ("Громов Пётр Ильич", "Пётр Громов"),
    ],
)
def test_a_name_put_right_is_no_other_case_of_the_old_one(client, typed, name):
    client.post(f"{PAGE}facts/r1/", {"kind": "visit", "parties": "Минск; Омск", "date": "24.06.2025", "status": "held",
                                     "participants": typed})
    assert [person.name for person in storage.whole_register().people] == [name]


def test_asked_for_the_other_facts_it_says_where_it_does_not_know_which_name(client):
    response = client.post(f"{PAGE}facts/r1/", {"kind": "meeting", "parties": "Брест; Томск", "date": "24.06.2025",
                                                "status": "held", "participants": "Пётр Громов", "everywhere": "yes"},
                           follow=True)
    assert "не ясно, какое имя вместо какого" in text_of(response.content)
    there = client.post(f"{PAGE}facts/r1/", {"kind": "meeting", "parties": "Брест; Тверь", "date": "24.06.2025",
                                             "status": "held", "participants": "Пётр Громов", "everywhere": "yes"},
                        headers={"HX-Request": "true"})
    assert there.headers["HX-Refresh"] == "true"


def test_other_facts_keep_the_name_where_nobody_asks(client):
    sides = {"kind": "meeting", "date": "24.06.2025", "status": "held", "participants": "Пётр Громов"}
    page = client.post(f"{PAGE}facts/r1/", {**sides, "parties": "Минск; Томск"}, follow=True)

    assert {entry.decision.act.claim.type for entry in storage.journal()} == {"event"}
    assert "Прежнее имя осталось в других фактах документа" in text_of(page.content)


def test_a_figure_of_nothing_is_none(client):
    paper = {name: PAPER[name] for name in ("paper_title", "paper_date", "words")}
    page = client.post("/hand/figure/", {**paper, "metric": "trade_turnover"})
    assert page.status_code == 422 and "о ком или о чём" in text_of(page.content)
    assert (storage.count_kept(), storage.journal()) == (1, [])


def test_a_slot_can_be_emptied(client):
    client.post(f"{PAGE}facts/r1/", {"kind": "meeting", "parties": "Минск; Омск", "date": "", "status": "held",
                                     "participants": "Пётр Громов"})
    [happening] = storage.whole_register().happenings
    assert happening.date is None


def test_nothing_changed_is_no_decision(client):
    client.post(f"{PAGE}facts/r2/", {"kind": "twin", "parties": "Минск; Омск", "since": "2023", "status": "active"})
    assert storage.journal() == []


def test_a_correction_that_will_not_do(client):
    form = {"kind": "meeting", "parties": "Минск", "date": "вчера", "status": "held"}
    response = client.post(f"{PAGE}facts/r1/", form)
    assert response.status_code == 422 and "не дата" in text_of(response.content) and storage.journal() == []
    assert client.get(f"{PAGE}facts/r99/").status_code == 404


def test_a_fact_by_hand_is_corrected_like_any_other(client):
    client.post("/hand/agreement/", PAPER)
    [agreement] = storage.whole_register().agreements
    document = agreement.documents[0]
    client.post(f"/documents/{document}/facts/d1/", {**PAPER, "signed": "13.03.2024"})
    assert [one.signed for one in storage.whole_register().agreements] == ["2024-03-13"]
    assert isinstance(storage.journal()[0].decision.act, Correct)


def test_hostile_words_are_words(client):
    hostile = {**PAPER, "paper_title": SCRIPT, "words": SCRIPT, "subject": SCRIPT}
    response = client.post("/hand/agreement/", hostile, follow=True)
    assert response.status_code == 200 and b"<script>alert" not in response.content
    response = client.post("/hand/agreement/", {**hostile, "signed": SCRIPT})
    assert response.status_code == 422 and b"<script>alert" not in response.content
