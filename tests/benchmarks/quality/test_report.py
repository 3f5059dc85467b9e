"""The table, the floors and the groups of errors."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.report import Error, Report, fallen, grouped, table


def report() -> Report:
    made = Report(left_out={"names": "no data"})
    made.add("facts/Occupation", gold=10, got=8, precision=0.75, recall=0.6, f1=0.667)
    made.add("noise/news", documents=0.02)
    return made


def test_the_table_has_a_line_for_each_row_and_one_for_what_is_left_out() -> None:
    lines = list(table(report()))
    assert lines[1].split() == ["facts/Occupation", "10", "8", "0.750", "0.600", "0.667"]
    assert lines[2].split() == ["noise/news", "documents", "0.020"]
    assert lines[3].split() == ["names", "left", "out:", "no", "data"]


def test_what_is_below_its_floor_or_above_its_ceiling_is_said(tmp_path: Path) -> None:
    limits = tmp_path / "floors.toml"
    limits.write_text(
        '[floor."facts/Occupation"]\nprecision = 0.75\nf1 = 0.7\n[floor."posts"]\nf1 = 0.9\n'
        '[ceiling."noise/news"]\ndocuments = 0.01\n',
        encoding="utf-8",
    )
    assert fallen(report(), limits) == [
        "facts/Occupation: f1 0.667, floor 0.7",
        "noise/news: documents 0.020, ceiling 0.01",
    ]


def test_the_largest_group_of_errors_comes_first_with_as_many_examples_as_asked_for() -> None:
    errors = [
        Error("facts", "Meeting", "false", "", "a", "one"),
        *(Error("facts", "Occupation", "slot", "where", name, "two") for name in "bc"),
    ]
    assert list(grouped(errors, 1)) == [
        "    2  facts/Occupation slot where",
        "         b: two",
        "    1  facts/Meeting false",
        "         a: one",
    ]
