"""`pobratim attention`"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import note, open_current_register, out
from pobratim.cli.moments import AsOf, KnownOn
from pobratim.cli.values import months

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from pobratim.register.attention import Item


def _kind(typed: str) -> str:
    """One of the kinds, by its code."""
    from pobratim.register.attention import KINDS

    if typed not in KINDS:
        raise typer.BadParameter(f"вида «{typed}» нет; есть: {', '.join(KINDS)}")
    return typed


def attention(
    within: Annotated[
        int, typer.Option("--within", metavar="МЕСЯЦЕВ", parser=months, help="На сколько месяцев смотреть вперёд.")
    ] = 6,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="ВИД", parser=_kind, help="Только такое; можно назвать несколько раз."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Записать как JSON на стандартный вывод.")] = False,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Что требует внимания: противоречия, обещания, сроки, уснувшие связи, годовщины, сомнения; ближайшее впереди."""
    from datetime import date

    from pobratim import storage
    from pobratim.register.moment import Moment

    open_current_register()
    moment = Moment(as_of, known_on)
    items = storage.attention(date.today(), within=within, moment=moment)
    shown = [one for one in items if not kind or one.kind in kind]
    if as_json:
        sys.stdout.buffer.write(_json(shown))
        sys.stdout.flush()
    elif shown:
        out().print(_table(shown, {row.id: row.title or row.source for row in storage.documents()}))
    else:
        note("Ничего не ждёт.")


def _json(items: Sequence[Item]) -> bytes:
    from pobratim.register import serial

    values = [serial.to_dict(one) for one in items]
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _table(items: Sequence[Item], titles: Mapping[str, str]) -> Table:
    """What, when and why, with the first sentence that says so; ``titles`` are those of documents."""
    from rich.table import Table
    from rich.text import Text

    from pobratim.reports.wording import short
    from pobratim.reports.words import ru

    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="dim")
    table.add_column("Вид", style="bold yellow")
    table.add_column("Когда")
    table.add_column("Что и почему", overflow="fold", ratio=1)
    for one in items:
        when = one.due or one.since
        told = Text.assemble((one.what, "bold"), "\n", one.why)
        for said in one.evidence[:1]:
            told.append(f"\n«{said.text}» — {titles.get(said.document, said.document)}", "dim")
        table.add_row(ru(one.kind, "attention"), short(when) if when else "", told)
    return table
