"""`pobratim read`: readings as JSON lines or as tables; nothing is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.readings import MINSK_OMSK

POBRATIM = [sys.executable, "-c", "from pobratim.cli import main; main()"]


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(MINSK_OMSK, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "other.txt"
    path.write_text("Сегодня в парке открыли новую дорожку для прогулок.", encoding="utf-8")
    return path


@pytest.mark.usefixtures("hand_made")
class TestJson:
    def test_one_object_a_line(self, pobratim, news, other):
        run = pobratim("read", news, other)

        assert run.code == 0
        first, second = map(json.loads, run.out.splitlines())
        assert first["format"] == second["format"] == "pobratim-reading/1"
        assert first["document"]["text"] == MINSK_OMSK
        assert [record["type"] for record in first["records"]] == ["post", "event", "agreement"]
        assert "rule" not in first["records"][0]
        assert second["records"] == []

    def test_explain_names_the_rules(self, pobratim, news):
        reading = json.loads(pobratim("read", "--explain", news).out)

        assert [record["rule"] for record in reading["records"]] == ["mayor_of", "signed", "signed"]

    def test_a_stated_date_goes_before_what_the_document_says(self, pobratim, news):
        document = json.loads(pobratim("read", news, "--published", "2025-06").out)["document"]

        assert (document["published"], document["published_basis"]) == ("2025-06", "stated")

    def test_the_readable_ones_are_read_and_the_exit_code_tells_of_the_others(self, pobratim, news, tmp_path):
        run = pobratim("read", tmp_path / "missing.pdf", news)

        assert run.code == 1
        assert len(run.out.splitlines()) == 1
        assert run.err.startswith("Ошибка: ")
        assert "missing.pdf" in run.err

    def test_nothing_is_kept(self, pobratim, news):
        from pobratim.storage import models

        pobratim("read", news)

        assert not models.Document.objects.exists()


@pytest.mark.usefixtures("hand_made")
class TestPretty:
    def test_each_fact_stands_beside_the_words_that_state_it(self, pobratim, news):
        out = pobratim("read", "--pretty", news, "--published", "2022-05-20").out

        assert "20 мая 2022" in out
        assert "дорожная карта" in out
        assert "Минск — Омск" in out
        assert "мэр Омска Сергей Шелест" in " ".join(out.split())
        assert "90 %" in out
        assert "mayor_of" not in out

    def test_explain_adds_the_rules(self, pobratim, news):
        assert "mayor_of" in pobratim("read", "--pretty", "--explain", news).out

    def test_a_document_without_facts_says_so(self, pobratim, other):
        out = pobratim("read", "--pretty", other).out

        assert "Фактов о сотрудничестве не найдено." in out
        assert "без даты" in out


def test_no_home_is_made(news, tmp_path):
    environment = {**os.environ, "POBRATIM_HOME": str(tmp_path / "home")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    for options in ([], ["--pretty"]):
        subprocess.run([*POBRATIM, "read", *options, news], env=environment, check=True, capture_output=True)

    assert not (tmp_path / "home").exists()


def test_a_reader_of_the_pipe_may_go_away(news):
    run = subprocess.run(
        [
            "bash",
            "-c",
            f'"$0" -c "from pobratim.cli import main; main()" read {" ".join([str(news)] * 50)} | head -n 1',
            sys.executable,
        ],
        capture_output=True,
        text=True,
    )

    assert len(run.stdout.splitlines()) == 1
    assert run.stderr == ""
