"""`pobratim decide …`: what a person decides of facts and of who is who; each can be undone."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pobratim.cli import russian
from pobratim.cli.console import note, open_current_register, out

if TYPE_CHECKING:
    from pobratim.register.decisions import Act, Told
    from pobratim.register.rows import Row

app = typer.Typer(cls=russian.Group, no_args_is_help=True, subcommand_metavar="КОМАНДА …",
                  help="Принять, исправить, отвергнуть факт; соединить и разделить записи; отменить решение.")

Claim = Annotated[str, typer.Argument(metavar="ФАКТ", help="Номер факта: документ (можно начало), #, факт: 3f9a2c#r4.")]
Name = Annotated[str, typer.Argument(metavar="ЗАПИСЬ", help="Имя или номер записи реестра.")]
Why = Annotated[str, typer.Option("--why", metavar="ТЕКСТ", help="Почему так решено.")]
By = Annotated[str | None, typer.Option("--by", metavar="ИМЯ", help="Кто решил; иначе имя пользователя системы.")]


def accept(claim: Claim, why: Why = "", by: By = None) -> None:
    """Факт верен: при разногласии источников он весит больше непроверенных."""
    from pobratim import storage
    from pobratim.register.decisions import Accept

    open_current_register()
    _keep(Accept(claim=storage.claim_seen(claim)), why, by)


def correct(
    claim: Claim,
    slot: Annotated[str, typer.Argument(metavar="ПОЛЕ", help="Поле факта: date, parties, title …")],
    value: Annotated[list[str] | None, typer.Argument(metavar="ЗНАЧЕНИЕ …", help="Верное значение; ничего — пусто. "
                                                      "Места, люди и организации пишутся именем.")] = None,
    why: Why = "",
    by: By = None,
) -> None:
    """Исправить одно поле факта."""
    from pobratim import storage
    from pobratim.cli.slots import slot_value
    from pobratim.register.decisions import Correct

    open_current_register()
    told = storage.claim_seen(claim)
    _keep(Correct(claim=told, slot=slot, value=slot_value(told, slot, value or [])), why, by)


def reject(claim: Claim, why: Why = "", by: By = None) -> None:
    """В предложении этого не сказано: факт в реестре не участвует."""
    from pobratim import storage
    from pobratim.register.decisions import Reject

    open_current_register()
    _keep(Reject(claim=storage.claim_seen(claim)), why, by)


def merge(left: Name, right: Name, why: Why = "", by: By = None) -> None:
    """Две записи — об одном и том же человеке, месте, учреждении, событии."""
    from pobratim import storage

    open_current_register()
    _keep(storage.merged(_row(left), _row(right)), why, by)


def split(
    row: Name,
    document: Annotated[str, typer.Argument(metavar="ДОКУМЕНТ", help="Который говорит о другом; можно начало номера.")],
    name: Annotated[str | None, typer.Option("--name", metavar="ИМЯ", help="Какое из имён этого документа — о другом, "
                                             "если их несколько.")] = None,
    why: Why = "",
    by: By = None,
) -> None:
    """Один из документов записи говорит о другом: отделить его."""
    from pobratim import storage
    from pobratim.model.errors import PobratimError
    from pobratim.register.decisions import splits

    open_current_register()
    found = storage.row_seen(_row(row))
    telling = [one for one in found if one.startswith(document)]
    if len(telling) != 1:
        raise PobratimError(f"«{document}» — не один документ этой записи; её документы: {', '.join(sorted(found))}")
    for act in splits(found, telling[0], name):
        _keep(act, why, by)


class Outcome(StrEnum):
    """What came of a promise, as it is typed."""

    MET = "выполнено"
    PARTLY = "частично"
    NOT_MET = "не-выполнено"
    OTHER = "не-о-том"


def answer(
    promise: Annotated[str, typer.Argument(metavar="ОБЕЩАНИЕ", help="Номер обещания или его факта: 3f9a2c#r4.")],
    deed: Annotated[str, typer.Argument(metavar="ДЕЛО", help="Номер события, соглашения, поставки или факта.")],
    outcome: Annotated[Outcome, typer.Argument(metavar="ИСХОД", help="выполнено, частично, не-выполнено, не-о-том.")],
    why: Why = "",
    by: By = None,
) -> None:
    """Что вышло из обещания: каким делом оно выполнено, или что это дело не о том."""
    from pobratim.register.decisions import Answer

    open_current_register()
    _keep(Answer(commitment=_claim(promise), answer=_claim(deed), outcome=_OUTCOMES[outcome]), why, by)


_OUTCOMES: dict[Outcome, Literal["met", "partly met", "not met", "no answer"]] = {
    Outcome.MET: "met",
    Outcome.PARTLY: "partly met",
    Outcome.NOT_MET: "not met",
    Outcome.OTHER: "no answer",
}


def undo(
    number: Annotated[int, typer.Argument(metavar="НОМЕР", help="Номер решения.")], why: Why = "", by: By = None
) -> None:
    """Отменить решение: реестр станет таким, будто его не было."""
    from pobratim import storage

    open_current_register()
    storage.undo(number, by=_person(by), at=datetime.now(UTC), why=why)
    note(f"Решение № {number} отменено; реестр выводится заново при следующем обращении.")


def journal() -> None:
    """Все решения, и отменённые тоже: кто, когда, что и почему."""
    from pobratim import storage
    from pobratim.cli.decided import described

    open_current_register()
    entries = storage.journal()
    for entry in entries:
        out().print(described(entry), markup=False)
    if not entries:
        note("Решений ещё нет.")


for _command in (accept, correct, reject, merge, split, answer, undo, journal):
    app.command(cls=russian.Command, options_metavar="[ПАРАМЕТРЫ]")(_command)


def _row(name: str) -> Row:
    from pobratim import storage
    from pobratim.cli.names import subject_named

    return storage.row(name.strip()) or subject_named(name)


def _claim(reference: str) -> Told:
    """A claim, named itself or by the row that rests on it."""
    from pobratim import storage
    from pobratim.register.decisions import Told

    row = storage.row(reference.strip())
    seen = storage.first_seen(row) if row else None
    return seen if isinstance(seen, Told) else storage.claim_seen(reference)


def _keep(act: Act, why: str, by: str | None) -> None:
    from pobratim import storage
    from pobratim.model.errors import PobratimError

    try:
        number = storage.decide(act, by=_person(by), at=datetime.now(UTC), why=why)
    except ValueError as error:
        raise PobratimError(str(error)) from None
    note(f"Решение № {number} записано; отменить: pobratim decide undo {number}")


def _person(by: str | None) -> str:
    return by or getpass.getuser()
