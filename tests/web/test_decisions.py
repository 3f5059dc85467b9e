"""Deciding in place: accept, correct, reject, undo, the same or not, what came of a promise; and the journal."""

from __future__ import annotations

import pytest

from pobratim import storage
from pobratim.model.roles import Role
from pobratim.register.decisions import Accept, Merge, Reject, Split
from tests.register.make import meeting, offer, plan, post, reading, twins
from tests.web.pages import text_of
from tests.web.people import as_, let_in

NEWS = reading(
    meeting("Минск", "Омск", date="2025-06-24", people=["Пётр Громов"]), twins("Минск", "Омск", since="2023"),
    name="новость.txt", published="2025-06-25",
)
PAGE = f"/documents/{NEWS.document.id}/"
FACT = f"{PAGE}facts/r1/"


@pytest.fixture(autouse=True)
def kept(home) -> None:
    storage.keep(NEWS, None, "новость.txt")
    storage.derive()


def meetings() -> list[str | None]:
    return [row.date for row in storage.whole_register().happenings]


def test_accepting_says_who_and_can_be_undone(client):
    response = client.post(f"{FACT}accept", {"why": "сверено с протоколом"}, follow=True)

    page = text_of(response.content)
    [entry] = storage.journal()
    assert isinstance(entry.decision.act, Accept) and entry.decision.why == "сверено с протоколом"
    assert f"Принято · {entry.decision.by}" in page and "сверено с протоколом" in page
    assert response.request["PATH_INFO"] == PAGE

    client.post(f"/decisions/{entry.decision.number}/undo")
    assert storage.standing_decisions() == []
    assert "Принято" not in text_of(client.get(PAGE).content)


def test_rejecting_takes_the_fact_out_of_the_register_and_leaves_it_in_sight(client):
    assert meetings() == ["2025-06-24"]
    client.post(f"{FACT}reject")

    assert meetings() == []
    html = client.get(PAGE).content.decode()
    assert "rejected" in html and "Отклонено" in html
    assert 'data-facts="r1"' not in html, "its words are not marked any more"

    number = storage.journal()[0].decision.number
    client.post(f"/decisions/{number}/undo", {"next": PAGE})
    assert meetings() == ["2025-06-24"]


def test_back_to_where_one_came_from_and_nowhere_else(client):
    assert client.post(f"{FACT}accept", {"next": "/review/?skip=2"}).headers["Location"] == "/review/?skip=2"
    for elsewhere in ("https://evil.example/", "//evil.example", "javascript:alert(1)"):
        assert client.post(f"{FACT}accept", {"next": elsewhere}).headers["Location"] == f"{PAGE}#r1"


@pytest.mark.parametrize("address", [
    f"{PAGE}facts/r99/accept", f"/documents/{'0' * 64}/facts/r1/accept", f"{PAGE}facts/r99/reject",
    "/decisions/77/undo", "/commitments/nothing/answer",
])
def test_what_is_not_there_cannot_be_decided(client, address):
    assert client.post(address, {"outcome": "met"}).status_code == 404
    assert storage.journal() == []


@pytest.mark.parametrize("address", [f"{FACT}accept", f"{FACT}reject", "/decisions/1/undo", "/decisions/same"])
def test_looking_decides_nothing(client, address):
    assert client.get(address).status_code == 405


def test_undone_twice_is_said(client):
    client.post(f"{FACT}accept")
    number = storage.journal()[0].decision.number
    client.post(f"/decisions/{number}/undo")
    response = client.post(f"/decisions/{number}/undo")
    assert response.status_code == 404 and "уже отменено" in text_of(response.content)


def test_a_visitor_does_not_learn_who_decided(client, settings):
    client.post(f"{FACT}accept")
    by = storage.journal()[0].decision.by
    settings.POBRATIM_ACCESS = "public"
    page = text_of(client.get(PAGE).content)
    assert "Принято" in page and f"Принято · {by}" not in page
    assert b"/accept" not in client.get(PAGE).content


class TestTheSameOrNot:
    @pytest.fixture(autouse=True)
    def two(self):
        other = reading(post("Павел Громов", "мэр", place="Омск"), name="ещё.txt", published="2025-06-26")
        storage.keep(other, None, "ещё.txt")
        storage.derive()
        self.left, self.right = (
            f"{one.document.id}#{next(entity.id for entity in one.entities if entity.type == 'person')}"
            for one in (NEWS, other)
        )

    @pytest.mark.parametrize(("said", "act", "people"), [("yes", Merge, 1), ("no", Split, 2)])
    def test_two_mentions(self, client, said, act, people):
        client.post("/decisions/same", {"left": self.left, "right": self.right, "same": said})
        assert isinstance(storage.journal()[0].decision.act, act)
        assert len(storage.whole_register().people) == people

    @pytest.mark.parametrize("pair", [{}, {"left": "x", "right": "y"}, {"left": "LEFT", "right": "LEFT"}])
    def test_what_is_no_pair(self, client, pair):
        form = {side: self.left if reference == "LEFT" else reference for side, reference in pair.items()}
        assert client.post("/decisions/same", {**form, "same": "yes"}).status_code in (400, 404)
        assert storage.journal() == []


class TestAPromise:
    @pytest.fixture(autouse=True)
    def promised(self):
        said = reading(plan("Минск", "Омск", action="передать школьный автобус", due="2025"), name="обещание.txt",
                       published="2025-06-25")
        done = reading(offer("школьный автобус", direction="supply", seller="Минск", buyer="Омск"), name="дело.txt",
                       published="2025-09-01")
        for one in (said, done):
            storage.keep(one, None, one.document.source)
        storage.derive()

    def test_what_came_of_it_is_confirmed_in_place(self, client):
        [promise] = storage.whole_register().commitments
        [deed] = storage.whole_register().offers
        response = client.post(
            f"/commitments/{promise.id}/answer", {"deed": deed.id, "outcome": "met", "why": "видел сам"}, follow=True
        )
        [promise] = storage.whole_register().commitments
        assert promise.status == "met"
        assert "Исполнено" in text_of(response.content)

    @pytest.mark.parametrize(("outcome", "deed"), [("", None), ("чудо", None), ("met", "nothing")])
    def test_what_cannot_be_meant(self, client, outcome, deed):
        [promise], [offer] = storage.whole_register().commitments, storage.whole_register().offers
        response = client.post(f"/commitments/{promise.id}/answer", {"deed": deed or offer.id, "outcome": outcome})
        assert response.status_code in (400, 404) and storage.journal() == []


class TestTheJournal:
    def test_every_decision_with_who_when_and_why(self, client):
        client.post(f"{FACT}reject", {"why": "<b>не было</b>"})
        page = text_of(client.get("/decisions/").content)
        assert "Отвергнуть: событие" in page and "Почему: <b>не было</b>" in page
        client.post(f"/decisions/{storage.journal()[0].decision.number}/undo", {"next": "/decisions/"})
        assert "Отменено:" in text_of(client.get("/decisions/").content)

    def test_it_turns_its_pages(self, client):
        from datetime import UTC, datetime

        claim = storage.claim_seen(f"{NEWS.document.id}#r1")
        for number in range(60):
            storage.decide(Reject(claim=claim), by=f"проверка {number}", at=datetime.now(UTC))
        first, second = (text_of(client.get(f"/decisions/?page={page}").content) for page in (1, 2))
        assert "проверка 59" in first and "проверка 9О" not in first and "проверка 0" in second

    def test_empty_it_says_what_will_be_there(self, client):
        assert "Решений ещё нет" in text_of(client.get("/decisions/").content)

    def test_an_editor_takes_back_only_what_they_entered(self, settings):
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        settings.AXES_ENABLED = False
        let_in()
        as_(Role.REVIEWER).post(f"{FACT}accept")
        editor = as_(Role.EDITOR)
        assert editor.post("/decisions/1/undo").status_code == 403
        form = {"document": NEWS.document.id, "words": NEWS.document.text.split(".")[0], "action": "построить мост"}
        assert editor.post("/hand/plan/", form).status_code == 302
        assert editor.post("/decisions/2/undo").status_code == 302
        assert [one.number for one in storage.standing_decisions()] == [1]


def test_the_journal_speaks_of_names_and_days_not_of_codes(client):
    form = {"kind": "meeting", "parties": "Минск; Омск", "participants": "Пётр Громов", "date": "25.06.2025",
            "status": "held"}
    client.post(FACT, form)

    page = text_of(client.get("/decisions/").content)
    assert "дата — 25 июня 2025 года" in page
    assert NEWS.document.id[:8] not in page and "2025-06-25" not in page
