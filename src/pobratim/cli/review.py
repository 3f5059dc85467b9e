"""`pobratim review`: what waits for a person's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import note, open_current_register, out

if TYPE_CHECKING:
    from pobratim.storage import Doubt, Side, Unsure


def review(
    count: Annotated[int, typer.Option("--count", metavar="N", min=0, help="Сколько сомнительных фактов.")] = 10,
) -> None:
    """Что ждёт решения человека: одно ли это и то же, и верны ли наименее надёжные факты."""
    from pobratim import storage

    open_current_register()
    pairs, doubts = storage.unsure_pairs(), storage.doubtful_claims(count)
    for pair in pairs:
        _print(*_pair(pair))
    for doubt in doubts:
        _print(*_doubt(doubt))
    if not pairs and not doubts:
        note("Решать нечего.")
    else:
        note("Решить: pobratim decide accept|reject|correct|merge|split …; справка: pobratim decide --help")


def _pair(pair: Unsure) -> list[str]:
    reasons = "; ".join(pair.judgement.reasons)
    return [f"Одно ли это? {reasons} ({pair.judgement.score:.2f})", _side(pair.left), _side(pair.right)]


def _side(side: Side) -> str:
    from pobratim.reports.decided import short

    return f"  {short(side.id)}  {side.words} — {side.source}"


def _doubt(doubt: Doubt) -> list[str]:
    from pobratim.reports.decided import short
    from pobratim.reports.words import ru

    kind = getattr(doubt.record, "kind", None)
    what = ru(kind, doubt.record.type) if kind else ru(doubt.record.type, "record")
    question = f"Верно ли? {what} ({doubt.record.confidence:.2f})"
    return [question, f"  {short(doubt.id)}  {doubt.sentence} — {doubt.source}"]


def _print(*lines: str) -> None:
    for line in lines:
        out().print(line, markup=False, soft_wrap=True)
