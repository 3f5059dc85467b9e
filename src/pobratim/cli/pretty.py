"""A reading as a table for people: each fact beside the sentence that states it."""

from __future__ import annotations

from django.conf import settings
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pobratim.model import edtf
from pobratim.model.reading import Reading
from pobratim.web.facts import Fact, facts_of

if not settings.configured:  # Only words are needed here: no register, and so no home.
    settings.configure(USE_I18N=False)

_COLOURS = {
    "city": "green",
    "region": "green",
    "country": "green",
    "person": "cyan",
    "organization": "magenta",
}


def show_reading(reading: Reading, console: Console, *, rules: bool) -> None:
    """Print the document's head and a table of its records, with ``rules`` also what made each."""
    document = reading.document
    about = (
        document.source if document.title else "",
        document.publisher or "",
        edtf.in_russian(document.published) if document.published else "без даты",
        f"о сотрудничестве с вероятностью {reading.relevance * 100:.0f} %",
        *reading.notes,
    )
    console.print(Text(document.title or document.source, "bold"))
    console.print(Text(" · ".join(filter(None, about)), "dim"))
    facts = facts_of(reading)
    if not facts:
        console.print("Фактов о сотрудничестве не найдено.", "")
        return
    table = Table(expand=True, show_lines=True, border_style="dim", header_style="dim")
    table.add_column("Факт", ratio=5)
    table.add_column("Где сказано", ratio=6)
    table.add_column("Увер.", justify="right", no_wrap=True)
    for fact in facts:
        table.add_row(_said(fact, rules), _evidence(fact, reading), f"{fact.percent} %")
    console.print(table, "")


def _said(fact: Fact, rules: bool) -> Text:
    said = Text(fact.kind, "bold yellow")
    said.append(f"\n{fact.line}", "bold")
    details = (*fact.details, ("Правило", fact.rule)) if rules else fact.details
    for label, value in details:
        said.append(f"\n{label}: ", "dim")
        said.append(value)
    return said


def _evidence(fact: Fact, reading: Reading) -> Text:
    """The words on which the fact rests, the things they name in their colours."""
    whole = Text(reading.document.text)
    for entity in reading.entities:
        for start, end in entity.mentions:
            whole.stylize(_COLOURS[entity.type], start, end)
    return Text(" … ").join(whole[start:end] for start, end in fact.spans)
