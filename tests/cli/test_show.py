"""`pobratim show` and `pobratim brief`: what is known, with its sources."""

from __future__ import annotations

import os

import pytest

from pobratim import storage
from tests.register.make import meeting, offer, post, quote, reading, roadmap, tour, twins


@pytest.fixture(autouse=True)
def kept(home) -> None:
    """Minsk and Omsk, twins since 2002; two people called Petrova."""
    pages = (
        reading(
            twins("Минск", "Омск", since="2002"),
            meeting("Минск", "Омск", date="2024-06-24", people=["Павел Громов"]),
            post("Павел Громов", "мэр", place="Омск"),
            quote("Павел Громов", "Мост откроем осенью"),
            roadmap("Минск", "Омск", period="2024/2026"),
            offer("трамваи", seller="Минск", buyer="Омск"),
            tour("Омск", "Минск", organizations=["Белкоммунмаш"], date="2024-06-25"),
            published="2024-06-26",
            name="omsk.txt",
        ),
        reading(post("Анна Петрова", "министр культуры", place="Тула"), name="tula.txt"),
        reading(post("Алла Петрова", "директор школы", place="Пермь"), name="perm.txt"),
    )
    for page in pages:
        storage.keep(page, None, "paste")


def words(text: str) -> str:
    """The text on one line, its spaces plain."""
    return " ".join(text.split())


def test_a_tie_is_shown_with_its_history_and_sources(pobratim):
    run = pobratim("show", "Минск", "Омск")

    assert run.code == 0
    out = words(run.out)
    for fact in ("2002", "24.06.2024", "Павел Громов", "дорожная карта", "трамваи", "Белкоммунмаш"):
        assert fact.lower() in out.lower(), fact
    assert "omsk.txt" in out
    assert "[1" in out


def test_names_may_stand_in_any_form(pobratim):
    assert words(pobratim("show", "минска", "Омском").out) == words(pobratim("show", "Минск", "Омск").out)


@pytest.mark.parametrize(
    ("name", "fact"),
    [("Омск", "Минск"), ("Громова", "мэр"), ("П. Громов", "Омск"), ("Белкоммунмаш", "Минск")],
)
def test_one_name_shows_a_place_a_person_or_an_organization(pobratim, name, fact):
    run = pobratim("show", name)

    assert run.code == 0
    assert fact in run.out
    assert "omsk.txt" in run.out


def test_an_ambiguous_name_lists_the_candidates_with_their_ids(pobratim):
    run = pobratim("show", "Петрова")

    assert (run.code, run.out) == (1, "")
    assert "под именем «Петрова» в реестре несколько записей" in run.err
    assert "Анна Петрова — министр культуры" in run.err
    assert "Алла Петрова — директор школы" in run.err
    anna = next(row for row in storage.whole_register().people if row.name == "Анна Петрова")
    assert anna.id in run.err

    assert "Анна Петрова" in pobratim("show", anna.id).out


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_new_home_is_not_said_to_be_out_of_date(pobratim, tmp_path, monkeypatch):
    monkeypatch.setenv("POBRATIM_HOME", str(tmp_path / "new"))

    assert "прервалась" not in pobratim("show", "Минск").err


def test_an_unknown_name_is_an_error_with_advice(pobratim):
    run = pobratim("show", "Атлантида")

    assert (run.code, run.out) == (1, "")
    assert "имени «Атлантида» в реестре нет; проверьте написание" in run.err


@pytest.mark.parametrize("command", [["show"], ["brief", "-o", "x.md"]])
def test_a_place_has_no_ties_with_itself(pobratim, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    run = pobratim(*command, "Минск", "Минску")

    assert (run.code, run.out) == (1, "")
    assert "«Минск» и «Минску» — одно место (Минск); назовите два разных" in run.err
    assert list(tmp_path.glob("*.md")) == []


def test_places_that_nothing_joins(pobratim, tmp_path):
    for command in (["show"], ["brief", "-o", str(tmp_path / "x.md")]):
        run = pobratim(*command, "Тула", "Минск")

        assert (run.code, run.out) == (1, "")
        assert "что связывает Тула и Минск, в реестре не сказано" in run.err
    assert list(tmp_path.glob("*.md")) == []


def test_a_name_in_another_encoding_is_just_unknown(pobratim):
    run = pobratim("show", os.fsdecode("Минск".encode("cp1251")))

    assert run.code == 1
    assert "в реестре нет" in run.err


def test_a_person_has_no_ties_of_two_places(pobratim):
    run = pobratim("show", "Минск", "Громов")

    assert run.code == 1
    assert "«Громов»" in run.err


@pytest.mark.parametrize(
    ("ending", "start"), [(".md", b"# "), (".html", b"<!"), (".docx", b"PK"), (".pdf", b"%PDF")]
)
def test_a_brief_is_written_in_the_format_of_its_ending(pobratim, tmp_path, ending, start):
    path = tmp_path / f"brief{ending}"

    run = pobratim("brief", "Минск", "Омск", "-o", path)

    assert (run.code, run.out) == (0, "")
    assert f"Записано: {path}" in run.err
    assert path.read_bytes().lower().startswith(start.lower())


def test_a_brief_names_facts_and_source(pobratim, tmp_path):
    pobratim("brief", "Минску", "Омску", "--output", tmp_path / "brief.md")

    brief = (tmp_path / "brief.md").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    for fact in ("2002", "24.06.2024", "Павел Громов", "omsk"):
        assert fact in brief


def test_a_brief_that_cannot_be_written_leaves_nothing_behind(pobratim, tmp_path):
    run = pobratim("brief", "Минск", "Омск", "-o", tmp_path / "nowhere" / "brief.md")

    assert run.code == 1
    assert "не записать" in run.err
    assert list(tmp_path.rglob("*brief*")) == []
