"""`pobratim add`: everything that can be read is kept, once; what cannot is named."""

from __future__ import annotations

import re

import pytest

from pobratim import register, storage
from tests.readings import MINSK_OMSK
from tests.registers import REGISTER

pytestmark = pytest.mark.usefixtures("hand_made")


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text(MINSK_OMSK, encoding="utf-8")
    (folder / "two.txt").write_text(
        "Прошёл футбольный матч между командами двух соседних дворов.", encoding="utf-8"
    )
    return folder


def count(summary: str, label: str) -> int:
    line = next(line for line in summary.splitlines() if line.strip().startswith(label))
    return int(line.split()[-1])


def kept() -> int:
    from pobratim.storage import models

    return models.Document.objects.count()


def test_a_folder_is_read_kept_and_derived(pobratim, news):
    run = pobratim("add", news)

    assert run.code == 0
    assert (count(run.out, "Новых"), count(run.out, "Были"), count(run.out, "Не прочитано")) == (2, 0, 0)
    assert count(run.out, "из них не о сотрудничестве") == 1
    assert (count(run.out, "мест"), count(run.out, "людей")) == (len(REGISTER.places), len(REGISTER.people))
    assert kept() == 2
    assert storage.whole_register() == REGISTER


def test_who_added_what_is_kept_once_a_run(pobratim, news):
    pobratim("add", news, "--by", "Анна Иванова")
    pobratim("add", news)  # nothing is new

    [told] = storage.traces()
    assert (told.what, told.by, told.about, told.address) == ("added", "Анна Иванова", f"{news} (2)", "")


def test_of_many_paths_the_first_are_named(pobratim, tmp_path):
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(f"Прошёл матч между командами соседних дворов, со счётом {number}:0.", encoding="utf-8")

    pobratim("add", *paths)

    [told] = storage.traces()
    assert told.about == f"{paths[0]}, {paths[1]}, {paths[2]} … +2 (5)"
    assert told.by


def test_it_says_where_the_register_is(pobratim, news, home):
    said = pobratim("add", news).err

    assert re.search(rf"^Реестр: (PostgreSQL, база test_\d+ на .+; исходные файлы — )?{home}$", said, re.M)


def test_adding_twice_adds_nothing(pobratim, news):
    pobratim("add", news)

    run = pobratim("add", news, news / "one.txt")

    assert run.code == 0
    assert (count(run.out, "Новых"), count(run.out, "Были")) == (0, 3)
    assert kept() == 2


def test_what_cannot_be_read_is_named_and_the_rest_is_done(pobratim, news):
    (news / "empty.txt").write_bytes(b"")

    run = pobratim("add", news, news / "missing.txt")

    assert run.code == 1
    assert (count(run.out, "Новых"), count(run.out, "Не прочитано")) == (2, 2)
    errors = [line for line in run.err.splitlines() if line.startswith("Ошибка:")]
    assert sorted("empty.txt" in line for line in errors) == [False, True]
    assert sorted("missing.txt" in line for line in errors) == [False, True]


def test_what_lies_beside_the_documents_is_named_and_is_no_failure(pobratim, news):
    (news / "README.md").write_text(MINSK_OMSK, encoding="utf-8")

    run = pobratim("add", news)

    assert run.code == 0
    assert (count(run.out, "Новых"), count(run.out, "Пропущено"), count(run.out, "Не прочитано")) == (2, 1, 0)
    assert "README.md: это пояснение к папке" in run.err.replace("\n", " ")


def test_a_text_on_which_the_reader_fails_is_one_failed_input(pobratim, news):
    (news / "odd.txt").write_text("Здесь всё непонятно и ничего нельзя разобрать.", encoding="utf-8")

    run = pobratim("add", news)

    assert (run.code, kept()) == (1, 2)
    assert "odd.txt: сбой программы при чтении (ZeroDivisionError: what is this?)" in run.err
    assert "Traceback" not in run.err
    assert "Traceback" in pobratim("add", "--debug", news).err


def test_a_stated_date_goes_before_what_the_document_says(pobratim, news):
    pobratim("add", news / "one.txt", "--published", "24.06.2025")

    document = storage.reading_of(documents()[0]).document
    assert (document.published, document.published_basis) == ("2025-06-24", "stated")


def documents() -> list[str]:
    from pobratim.storage import models

    return list(models.Document.objects.values_list("id", flat=True))


def test_standard_input_is_a_dash(pobratim, monkeypatch, tmp_path):
    source = tmp_path / "stdin.txt"
    source.write_text(MINSK_OMSK, encoding="utf-8")
    with source.open(encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        run = pobratim("add", "-")

    assert (run.code, kept()) == (0, 1)


def test_ctrl_c_says_what_is_kept_and_the_next_run_ends_the_work(pobratim, news, monkeypatch):
    from pobratim import reading

    read_document = reading.read_document

    def interrupted(document):
        if "матч" in document.text:
            raise KeyboardInterrupt
        return read_document(document)

    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_document", interrupted)
        run = pobratim("add", news)

    assert run.code == 130
    assert "Сохранено новых документов: 1" in run.err
    assert storage.is_stale()

    run = pobratim("add", news)
    assert (run.code, count(run.out, "Новых"), count(run.out, "Были")) == (0, 1, 1)
    assert not storage.is_stale()


def test_a_run_killed_before_the_derivation_is_finished_by_any_command(pobratim, news, monkeypatch):
    def killed(readings, decisions):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(register, "derive_with_judgements", killed)
        assert pobratim("add", news).code == 130

    run = pobratim("export", "-")

    assert run.code == 0
    assert "прежняя работа прервалась" in run.err
    assert storage.whole_register() == REGISTER
