"""`pobratim rebuild`"""

from __future__ import annotations

from pobratim.cli.console import derive, note, open_register


def rebuild() -> None:
    """Вывести реестр заново из прочитанных документов; результат тот же."""
    from pobratim import storage

    open_register()
    derive(anew=True)
    storage.reindex()
    note(f"Готово: документов в реестре {len(storage.documents())}.")
