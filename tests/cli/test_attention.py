"""`pobratim attention`, and the options that ask for another day."""

from __future__ import annotations

import json
from datetime import date

import pytest

from pobratim import storage
from pobratim.register.attention import KINDS
from tests.register.make import judged, meeting, plan, reading, roadmap, twins


@pytest.fixture(autouse=True)
def kept(home, monkeypatch) -> None:
    """Minsk and Omsk: twins since 2003, a road map till the end of 2026, a promise, a page without a date."""
    monkeypatch.setattr("pobratim.register.derive_with_judgements", lambda readings, decisions=(): judged(*readings))
    pages = (
        reading(
            twins("Минск", "Омск", since="2003-09-11"), meeting("Минск", "Омск", date="2024-06-24"),
            plan("Омск", action="обновить депо", due="2025"), published="2024-06-26", name="omsk.txt",
        ),
        reading(
            roadmap("Минск", "Омск", signed="2024-10-01", period="2025/2026"), published="2024-10-02", name="karta.txt"
        ),
        reading(meeting("Минск", "Омск"), name="bez-daty.txt"),
    )
    for page in pages:
        storage.keep(page, None, "paste")


def kinds(run) -> list[str]:
    return [one["kind"] for one in json.loads(run.out)]


def test_the_table_says_what_when_and_why_with_a_sentence(pobratim):
    run = pobratim("attention", "--as-of", "2026-08-01")
    out = " ".join(run.out.split())

    assert run.code == 0
    assert "документ истекает 2026 год Дорожная карта (Омск, Минск), 1 октября 2024 года" in out
    assert "срок действия истекает: 2025–2026 годы; нового документа в реестре нет" in out
    assert "«обновить депо» (Омск)" in out and "срок прошёл: 2025 год; известий нет" in out
    assert "нет года bez-daty.txt" in out and "— omsk.txt" in out


def test_json_holds_everything(pobratim):
    run = pobratim("attention", "--as-of", "01.08.2026", "--json")
    (lapsing,) = [one for one in json.loads(run.out) if one["kind"] == "lapsing"]

    assert (lapsing["due"], lapsing["since"]) == ("2026", None)
    assert lapsing["evidence"][0]["text"].startswith("roadmap: Минск, Омск")
    assert lapsing["documents"] and lapsing["row"].startswith("roadmap-")


def test_kinds_and_months_are_chosen(pobratim):
    assert kinds(pobratim("attention", "--json", "--as-of", "2026-05-01", "--kind", "lapsing")) == []
    assert kinds(pobratim("attention", "--json", "--as-of", "2026-05-01", "--kind", "lapsing", "--within", 8)) == [
        "lapsing"
    ]
    several = pobratim("attention", "--json", "--as-of", "2026-08-01", "--kind", "undated", "--kind", "overdue")
    assert kinds(several) == ["overdue", "undated"]


def test_nothing_waits_in_what_was_not_known_yet(pobratim):
    run = pobratim("attention", "--known-on", "2020-01-01")

    assert (run.code, run.out) == (0, "")
    assert "Ничего не ждёт." in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as-of", "2026-13-01"], "день пишется как 2025-06-24 или 24.06.2025, а это «2026-13-01»"),
        (["--known-on", "вчера"], "день пишется как 2025-06-24 или 24.06.2025, а это «вчера»"),
        (["--within", "полгода"], "нужно число месяцев от 0 до 1200, а это «полгода»"),
        (["--kind", "прочее"], f"вида «прочее» нет; есть: {', '.join(KINDS)}"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(pobratim, arguments, said):
    run = pobratim("attention", *arguments)

    assert (run.code, run.out) == (2, "")
    assert f"Ошибка: {said}\n" in run.err
    assert "Traceback" not in run.err


def test_the_export_is_as_of_a_day_and_as_known_on_a_day(pobratim):
    def exported(*options: str) -> dict:
        return json.loads(pobratim("export", "-", *options).out)

    assert len(exported()["documents"]) == 3
    assert [row["status"] for row in exported("--as-of", "2027-01-01")["agreements"]] == ["lapsed"]
    assert exported("--as-of", "2024-09-30")["agreements"] == []
    known = exported("--known-on", "2024-09-30")
    assert [row["source"] for row in known["documents"]] == ["omsk.txt"]
    assert exported("--as-of", "2003-09-10", "--known-on", "2024-09-30")["ties"] == []
    today = date.today().isoformat()
    assert len(exported("--known-on", today)["documents"]) == 3


def test_show_and_brief_name_the_day(pobratim, tmp_path):
    shown = " ".join(pobratim("show", "Минск", "Омск", "--as-of", "2024-09-30").out.split())
    assert "по состоянию на 30 сентября 2024 года" in shown
    assert "Дорожная карта" not in shown

    paper = tmp_path / "paper.md"
    assert pobratim("brief", "Минск", "Омск", "-o", paper, "--known-on", "2024-09-30").code == 0
    told = paper.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "по документам, известным на 30 сентября 2024 года" in told
    assert "орожная карта" not in told


def test_reports_name_the_day(pobratim, tmp_path):
    paper = tmp_path / "paper.md"

    def told(*options: str) -> str:
        run = pobratim("report", *options, "-o", paper)
        assert run.code == 0, run.err
        return paper.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")

    assert "Дорожная карта" in told("year", "Минск", "2024")
    known = told("year", "Минск", "2024", "--known-on", "2024-09-30")
    assert "по документам, известным на 30 сентября 2024 года" in known
    assert "орожная карта" not in known
    then = told("year", "Минск", "2024", "--as-of", "2024-09-30")
    assert "год не закончен, по состоянию на 30 сентября 2024 года" in then
    assert "орожная карта" not in then
    visit = told("visit", "Минск", "Омск", "--day", "2024-06-24", "--as-of", "2024-09-30", "--known-on", "2024-09-30")
    assert "по состоянию на 30 сентября 2024 года, по документам, известным на 30 сентября 2024 года" in visit


@pytest.mark.parametrize(("options", "said"), [
    (["year", "Минск", "2024", "--as-of", "2023-12-31"], "год — от 1900 до 2023, а это «2024»"),
    (["year", "Минск", "2024", "--known-on", "вчера"], "день пишется как 2025-06-24 или 24.06.2025, а это «вчера»"),
    (["visit", "Минск", "Омск", "--as-of", "завтра"], "день пишется как 2025-06-24 или 24.06.2025, а это «завтра»"),
])
def test_a_report_of_no_such_day_is_refused(pobratim, tmp_path, options, said):
    run = pobratim("report", *options, "-o", tmp_path / "paper.md")
    assert (run.code, run.out) == (2, "")
    assert said in " ".join(run.err.split())
    assert not (tmp_path / "paper.md").exists()


def test_what_was_not_known_is_said_in_one_sentence(pobratim):
    run = pobratim("show", "Минск", "Омск", "--known-on", "2020-01-01")

    assert run.code == 1
    assert "ни один документ, известный на 1 января 2020 года, об этом не говорит" in run.err
