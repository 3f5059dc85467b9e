"""What every part of the benchmark hands in: rows of figures and errors; the table, the floors and the groups."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True)
class Row:
    """One line of the table, such as `facts/Occupation`."""

    key: str
    values: dict[str, float]
    """Figures by name: gold, got (counts); precision, recall, f1 and others (0 to 1)."""


@dataclass(frozen=True)
class Error:
    """One thing the reader got wrong."""

    part: str
    type: str
    """Record or entity type."""
    kind: str
    """missed, false or slot."""
    about: str
    """Which slot differs."""
    document: str
    words: str


@dataclass
class Report:
    """Rows and errors as they come in, and what could not be measured."""

    rows: list[Row] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    """Part → why it was not measured."""
    drawings: list[str] = field(default_factory=list)
    """Plots as lines of text, shown below the table."""

    def add(self, key: str, **values: float) -> None:
        self.rows.append(Row(key, values))


# ---------------------------------------------------------------- the table

_COLUMNS = ("gold", "got", "precision", "recall", "f1")


def table(report: Report) -> Iterator[str]:
    """The lines of the table, one a row; figures without a column of their own stand at its end."""
    width = max((len(row.key) for row in report.rows), default=0) + 2
    yield f"{'':<{width}}{'gold':>7}{'got':>7}{'P':>8}{'R':>8}{'F1':>8}"
    for row in report.rows:
        cells = "".join(_cell(name, row.values.get(name)) for name in _COLUMNS)
        others = (f"{name} {_short(value)}" for name, value in row.values.items() if name not in _COLUMNS)
        yield f"{row.key:<{width}}{cells}  {'  '.join(others)}".rstrip()
    for part, why in report.left_out.items():
        yield f"{part:<{width}}left out: {why}"


def _cell(name: str, value: float | None) -> str:
    width = 7 if name in {"gold", "got"} else 8
    return f"{'' if value is None else _short(value):>{width}}"


def _short(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


# ---------------------------------------------------------------- floors


def fallen(report: Report, floors: Path = FLOORS) -> list[str]:
    """What is below its floor or above its ceiling, in words; rows that were not measured are passed over."""
    limits = tomllib.loads(floors.read_text(encoding="utf-8"))
    measured = {row.key: row.values for row in report.rows}
    found = []
    for name, sign in (("floor", 1), ("ceiling", -1)):
        for key, figures in limits[name].items():
            for figure, limit in figures.items():
                value = measured.get(key, {}).get(figure)
                if value is not None and sign * value < sign * limit - 1e-9:
                    found.append(f"{key}: {figure} {_short(value)}, {name} {limit}")
    return found


# ---------------------------------------------------------------- errors


def grouped(errors: Sequence[Error], examples: int) -> Iterator[str]:
    """Errors of one part, type, kind and slot together, the largest group first, each with some examples."""
    groups: dict[tuple[str, str, str, str], list[Error]] = defaultdict(list)
    for error in errors:
        groups[error.part, error.type, error.kind, error.about].append(error)
    for (part, kind, sort, about), members in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield f"{len(members):>5}  {part}/{kind} {sort} {about}".rstrip()
        for error in members[:examples]:
            yield f"         {error.document}: {error.words}"
