"""`pobratim matches [--place PLACE]`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pobratim.cli.console import note, open_current_register, out
from pobratim.cli.moments import AsOf, KnownOn
from pobratim.cli.values import whole_number

if TYPE_CHECKING:
    from rich.text import Text

    from pobratim.register.matching import Match
    from pobratim.register.rows import Register


def matches(
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="МЕСТО", help="Только то, что нужно этому месту или что оно может дать."),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="ЧИСЛО", help="Не больше стольких пар.", parser=whole_number)
    ] = 20,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Сопоставить потребности одних с тем, что предлагают, поставляют и выпускают другие; с причинами."""
    from rich.table import Table

    from pobratim import storage
    from pobratim.cli.names import place_named
    from pobratim.register.matching import matches as find
    from pobratim.register.moment import Moment

    open_current_register()
    places = [place_named(place).id] if place else None
    register = storage.whole_register(Moment(as_of, known_on))
    found = find(register, places)
    if not found:
        note("Пар нет: в реестре нет потребности, для которой у других есть подходящее.")
        return
    table = Table(expand=True, show_lines=True, border_style="dim", header_style="dim")
    for heading, ratio in (("Что нужно и кому", 3), ("У кого есть", 3), ("Почему", 4), ("Уже пробовали", 3)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for match in found[:limit]:
        table.add_row(*_cells(match, register))
    out().print(table)
    note(f"Показано пар: {min(limit, len(found))} из {len(found)}.")


def _cells(match: Match, register: Register) -> tuple[Text, ...]:
    from rich.text import Text

    from pobratim.reports.deeds import deed, told
    from pobratim.reports.wording import percent, sentence

    need = register.get(match.need)
    best = match.grounds[0]
    what = Text(f"{sentence(match.item)} — {register.name(match.needer)}", "bold")
    if need:
        what.append(f"\n{told(need, register)}", "not bold dim")
    who = Text(register.name(match.provider), "bold")
    why = Text(f"{percent(round(match.score * 100))}: {'; '.join(best.reasons)}")
    for ground in match.grounds:
        row = register.get(ground.row)
        if row:
            who.append(f"\n{deed(row, register)}", "not bold")
            why.append(f"\n{told(row, register)}", "dim")
    tried = [
        f"{one.reason}: {_title(one.row, register)}" if _title(one.row, register) else one.reason for one in match.tried
    ]
    return what, who, why, Text("\n".join(tried) or "—")


def _title(row_id: str, register: Register) -> str:
    from pobratim.register.rows import Commitment
    from pobratim.reports.deeds import deed
    from pobratim.reports.words import ru

    row = register.get(row_id)
    if isinstance(row, Commitment):
        return f"{row.action} ({ru(row.status, 'status')})"
    return deed(row, register)
