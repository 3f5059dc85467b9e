"""The files of factRuEval, on a small document of our own."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.factrueval import documents
from benchmarks.quality.facts import wanted

TEXT = "Мэра Примерска Петра Образцова ждут в Учебске."


def write(folder: Path) -> None:
    files = {
        "txt": TEXT,
        "spans": "1 job 0 4 1 1  # 1 Мэра\n2 loc_name 5 9 2 1  # 2 Примерска\n"
        "3 name 15 5 3 1  # 3 Петра\n4 surname 21 9 4 1  # 4 Образцова\n",
        "objects": "7 Person 3 4 # Петра Образцова\n8 LocOrg 2 # Примерска\n",
        "coref": "70 7\nfirstname Пётр\nlastname Образцов\n\n80 8\nname Примерск\n",
        "facts": "1-0 Occupation\nWho obj70 Образцов Пётр\nPosition span1 Мэра\nWhere obj80 Примерск\n"
        "Фаза начало\n\n1-1 Deal\nParticipant obj70 Образцов Пётр\n",
    }
    for suffix, content in files.items():
        (folder / f"book_1.{suffix}").write_text(content, encoding="utf-8")


def test_mentions_are_read_with_their_parts(tmp_path: Path) -> None:
    write(tmp_path)
    (document,) = documents(tmp_path)
    person, place = document.mentions
    assert [(part.kind, TEXT[part.start : part.end]) for part in person.parts] == [
        ("name", "Петра"),
        ("surname", "Образцова"),
    ]
    assert (place.kind, [fact.kind for fact in document.facts]) == ("LocOrg", ["Occupation", "Deal"])


def test_an_argument_answers_by_every_wording_of_its_thing(tmp_path: Path) -> None:
    write(tmp_path)
    (fact,) = wanted(next(documents(tmp_path)))
    wordings = {slot: words for slot, words, _ in fact.arguments}
    assert {"петр образцов", "образцов петр", "образцов", "петра образцова"} <= wordings["who"]
    assert wordings["position"] == {"мэра", "мэр"}
    assert wordings["where"] == {"примерск", "примерска"}


def test_an_empty_folder_has_no_documents(tmp_path: Path) -> None:
    assert list(documents(tmp_path)) == []
