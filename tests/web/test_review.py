"""The queue: the least sure first, passed over, decided, undone; pairs side by side."""

from __future__ import annotations

import dataclasses

import pytest

from pobratim import storage
from pobratim.web.cards import around
from tests.register.make import meeting, post, reading, twins
from tests.web.make import SCRIPT
from tests.web.pages import assert_only_reads, text_of


def unsure(page, *confidences: float):
    records = tuple(
        dataclasses.replace(record, confidence=confidence)
        for record, confidence in zip(page.records, confidences, strict=True)
    )
    return dataclasses.replace(page, records=records)


NEWS = unsure(
    reading(
        meeting("Минск", "Омск", date="2025-06-24", people=["Пётр Громов"]), twins("Минск", "Омск", since="2023"),
        name="новость.txt", published="2025-06-25",
    ),
    0.4, 0.6,
)
MORE = unsure(reading(post("П. Громов", "мэр", place="Омск"), name="ещё.txt", published="2025-06-26"), 0.5)


@pytest.fixture
def kept(home) -> None:
    for page in (NEWS, MORE):
        storage.keep(page, None, page.document.source)
    storage.derive()


def asked(client, address: str = "/review/") -> str:
    return text_of(client.get(address).content)


def test_an_empty_register_has_nothing_to_decide(client, home):
    assert "Проверять нечего" in asked(client)
    assert "Нет пар" in asked(client, "/review/pairs/")


def test_the_least_sure_comes_first_with_its_sentence(client, kept):
    page = asked(client)
    assert "Уверенность программы: 40 %" in page and "Встреча" in page and "24 июня 2025 года" in page
    html = client.get("/review/").content.decode()
    start, end = NEWS.records[0].evidence[0]
    assert f"<mark>{NEWS.document.text[start:end]}</mark>" in html


def test_j_and_k_go_through_the_queue(client, kept):
    assert "50 %" in asked(client, "/review/?skip=1") and "60 %" in asked(client, "/review/?skip=2")
    html = client.get("/review/?skip=1").content.decode()
    assert 'data-key="j" href="?skip=2"' in html and 'data-key="k" href="?skip=0"' in html
    assert 'data-key="j"' not in client.get("/review/?skip=2").content.decode()
    assert "Дальше ничего нет" in asked(client, "/review/?skip=9")


@pytest.mark.parametrize("skip", ["", "-1", "слон", "1.5", "9999999999"])
def test_a_place_in_the_queue_that_cannot_be(client, kept, skip):
    assert client.get("/review/", {"skip": skip}).status_code == 200
    assert client.get("/review/pairs/", {"skip": skip}).status_code == 200


def test_what_is_decided_leaves_the_queue_and_is_counted(client, kept):
    accept = f"/documents/{NEWS.document.id}/facts/r1/accept"
    response = client.post(accept, {"next": "/review/"}, follow=True)
    page = text_of(response.content)
    assert "50 %" in page and "Сегодня вами решено: 1" in page and "всего решений: 1" in page
    assert "Ваше последнее, № 1: принять" in page

    response = client.post("/decisions/1/undo", {"next": "/review/"}, follow=True)
    assert "40 %" in text_of(response.content) and "Ваше последнее" not in text_of(response.content)
    assert "Сегодня вами решено: 0" in text_of(response.content), "what was undone was not decided"


def test_a_pair_stands_side_by_side_with_the_reasons(client, home, monkeypatch):
    for page in (NEWS, MORE):
        storage.keep(page, None, page.document.source)
    _unsure_about_people(monkeypatch)
    storage.derive()

    page = asked(client, "/review/pairs/")

    assert "Одно ли это 1" in page
    assert "Пётр Громов" in page and "П. Громов" in page and "одна фамилия" in page
    assert "мэр, Омск" in page, "what else is known of one of them"
    html = client.get("/review/pairs/").content.decode()
    assert 'data-key="m" name="same" value="yes"' in html and 'data-key="r" name="same" value="no"' in html


def test_a_pair_that_was_decided_waits_no_more(client, home, monkeypatch):
    for page in (NEWS, MORE):
        storage.keep(page, None, page.document.source)
    left, right = _unsure_about_people(monkeypatch)
    storage.derive()

    client.post("/decisions/same", {"left": left, "right": right, "same": "no"})

    assert "Нет пар" in asked(client, "/review/pairs/"), "though the derivation of this test is still unsure"


def _unsure_about_people(monkeypatch) -> tuple[str, str]:
    """Whatever is derived, nobody knows whether the two Gromovs are one."""
    from pobratim import register
    from pobratim.register.identity import Judgement

    left, right = sorted(
        f"{page.document.id}#{next(entity.id for entity in page.entities if entity.type == 'person')}"
        for page in (NEWS, MORE)
    )
    derive = register.derive_with_judgements

    def derived(*arguments, **options):
        judgement = Judgement(left=left, right=right, judgement="unsure", score=0.5, reasons=("одна фамилия",), by="x")
        return dataclasses.replace(derive(*arguments, **options), judgements=(judgement,))

    monkeypatch.setattr(register, "derive_with_judgements", derived)
    return left, right


def test_they_only_read(client, kept):
    assert_only_reads(client, "/review/")
    assert_only_reads(client, "/review/pairs/")


def test_a_hostile_document_is_words(client, home):
    page = unsure(reading(meeting("Минск", "Омск", title=SCRIPT), name=SCRIPT, published="2025-06-25"), 0.4)
    storage.keep(page, None, SCRIPT)
    storage.derive()
    html = client.get("/review/").content.decode()
    assert "<script>alert" not in html and "&lt;script&gt;" in html


def test_a_sentence_in_its_surroundings():
    text = "начало " * 100 + "\n\nСама суть.\n\n" + "конец " * 100
    start = text.index("Сама")
    words = around(text, (start, start + 10))
    assert words.sentence == "Сама суть."
    assert words.before.startswith("… начало") and words.before.endswith("начало \n")
    assert words.after.startswith("\nконец") and words.after.endswith("конец …")
    assert around("Суть.", (0, 5)) == type(words)("", "Суть.", "")
