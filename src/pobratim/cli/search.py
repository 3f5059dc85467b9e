"""`pobratim search WORDS`"""

from __future__ import annotations

from typing import Annotated

import typer

from pobratim.cli.console import note, open_register, out
from pobratim.cli.values import whole_number


def search(
    words: Annotated[list[str], typer.Argument(metavar="СЛОВО", help="Слова в любой форме; нужны все.")],
    limit: Annotated[
        int,
        typer.Option("--limit", metavar="ЧИСЛО", parser=whole_number, help="Сколько документов показать."),
    ] = 20,
) -> None:
    """Найти документы, где есть все эти слова."""
    from rich.text import Text

    from pobratim import storage
    from pobratim.model.edtf import in_russian

    open_register()
    hits = storage.search(" ".join(words), limit)
    console = out()
    for hit in hits:
        date = f"  {in_russian(hit.published)}" if hit.published else ""
        console.print(Text.assemble((hit.title, "bold"), (date, "dim")))
        snippet = Text(hit.snippet)
        for start, end in hit.marks:
            snippet.stylize("bold yellow", start, end)
        console.print(snippet)
        console.print(Text(hit.document, "dim"), "")
    if not hits:
        note("Ничего не найдено; попробуйте меньше слов.")
