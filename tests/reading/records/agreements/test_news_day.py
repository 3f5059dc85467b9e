"""The day of the signing that a document is about. All people are invented."""

from __future__ import annotations

from tests.reading.records.facts import facts

LEAD = "Пять документов подписали накануне представители Псковской и Витебской областей. "


def test_the_day_that_the_lead_tells() -> None:
    text = LEAD + "В частности, Лидский район заключил соглашение о побратимстве с городом Остров."
    assert facts(text, "agreement", "parties", "signed", published="2023-04-12") == [
        (["Лидский район", "Остров"], "2023-04-11"),
    ]


def test_what_was_signed_earlier_has_its_own_day() -> None:
    text = LEAD + "Ранее Лидский район заключил соглашение о побратимстве с городом Остров."
    assert facts(text, "agreement", "signed", published="2023-04-12") == [(None,)]


def test_after_the_signing_is_the_same_document() -> None:
    text = (
        "Подписан меморандум об установлении дружеских связей между Псковом и Лидой. После подписания соглашения мэр "
        "Пскова Пётр Лаптев поблагодарил Лиду за приём."
    )
    assert facts(text, "agreement", "kind", "parties") == [("memorandum", ["Лида", "Псков"])]


def test_what_is_approved_has_been_made() -> None:
    text = "Областным собранием одобрено соглашение о сотрудничестве между Псковской и Гродненской областями."
    assert facts(text, "agreement", "parties", "status") == [(["Гродненская область", "Псковская область"], "signed")]


def test_a_text_cut_short_breaks_nothing() -> None:
    for end in (",", "документ", "между", "–", "подписи под", "в присутствии"):
        text = f"Мэр Пскова и председатель Лидского горисполкома подписали соглашение о сотрудничестве {end}"
        assert len(facts(text, "agreement", "parties")) <= 1


def test_what_is_brought_to_mind_dates_no_other_document() -> None:
    news = "Города-побратимы Омск и Брест подписали план мероприятий на 2026–2027 годы. План утвердили 18 февраля.\n\n"
    reminder = "Напомним, соглашение о побратимстве города заключили 26 июля 2025 года в Бресте."
    assert facts(news + reminder, "agreement", "kind", "signed") == [
        ("plan", "XXXX-02-18"),
        ("agreement", "2025-07-26"),
    ]
    undated = news.replace(" План утвердили 18 февраля.", "")
    assert facts(undated + reminder, "agreement", "kind", "signed")[0] == ("plan", None)
    assert facts(undated + reminder.removeprefix("Напомним, "), "agreement", "kind", "signed")[0] == ("plan", None)


def test_what_a_plan_carries_out_was_signed_at_another_time() -> None:
    plan = "21 октября подписан план мероприятий по реализации соглашения, заключённого Псковом и Лидой."
    assert facts(plan, "agreement", "kind", "signed", published="2023-10-22") == [
        ("plan", "2023-10-21"),
        ("agreement", None),
    ]
    whole = plan + " «План выполнения соглашения о торговле между Псковом и Лидой» подписали мэры Пётр Лаптев (Псков) "
    told = facts(whole + "и Иван Савицкий (Лида).", "agreement", "kind", "signed", published="2023-10-22")
    assert sorted(told, key=str) == [("agreement", None), ("plan", "2023-10-21")]


def test_a_participle_alone_gives_a_treaty_no_day_of_another() -> None:
    protocol = "Мэры Пскова и Лиды 21 октября подписали протокол. "
    text = protocol + "Договор, заключённый городами, предусматривает обмены."
    assert facts(text, "agreement", "kind", "signed", published="2023-10-22") == [
        ("protocol", "2023-10-21"),
        ("agreement", None),
    ]
    same = protocol.replace("протокол", "договор") + "Договор, подписанный мэрами, предусматривает обмены."
    assert facts(same, "agreement", "signed", published="2023-10-22") == [("2023-10-21",)]


def test_the_plan_of_a_project_is_no_document_of_two() -> None:
    text = "Администрация Пскова утвердила план реализации проекта «Чистый двор». Делегация Лиды приехала в Псков."
    assert facts(text, "agreement", "kind") == []


def test_what_is_only_discussed_is_not_signed() -> None:
    talks = [
        "Подписание соглашения обсудили главы Пскова и Лиды.",
        "На прошлой неделе мэр Пскова обсудил подписание соглашения с мэром Лиды.",
        "На встрече мэры Пскова и Лиды говорили о подписании соглашения.",
    ]
    for text in talks:
        assert facts(text, "agreement", "signed", "status", published="2024-02-07") == [(None, "planned")]
        assert ("signing", "held") not in facts(text, "event", "kind", "status", published="2024-02-07")
    done = [
        "На подписании соглашения мэры Пскова и Лиды обсудили торговлю.",
        "Мэры Пскова и Лиды обсудили торговлю, после чего состоялось подписание соглашения.",
        "Мэр Пскова рассказал о подписании соглашения с Лидой.",
    ]
    for text in done:
        assert facts(text, "agreement", "status") == [("signed",)]
