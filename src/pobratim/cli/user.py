"""`pobratim user …`: who may sign in on the pages, and with what rights."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from typing import Annotated

import typer

from pobratim.cli import russian
from pobratim.cli.console import note, open_register, out
from pobratim.model.errors import PobratimError

app = typer.Typer(cls=russian.Group, no_args_is_help=True, subcommand_metavar="КОМАНДА …",
                  help="Кто может входить на страницы и что ему можно.")

Name = Annotated[str, typer.Argument(metavar="ИМЯ", help="Имя, под которым входят; с пробелом — в кавычках.")]


class RoleName(StrEnum):
    """The roles as they are typed."""

    READER = "reader"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


_ROLES = "reader — читает; editor — добавляет документы и факты; reviewer — решает; administrator — раздаёт права."


def add(
    name: Name,
    role: Annotated[RoleName | None, typer.Option("--role", metavar="РОЛЬ", help=_ROLES)] = None,
) -> None:
    """Завести пользователя; пароль спрашивается дважды. Первый — администратор, прочие без --role — читатели."""
    from pobratim import storage
    from pobratim.model.roles import role_of

    open_register()
    given = role or (RoleName.READER if storage.has_users() else RoleName.ADMINISTRATOR)
    user = storage.add_user(name, role_of(given.value), _password(), by=getpass.getuser())
    note(f"Пользователь «{user.name}» заведён, роль: {user.role.code}. Теперь на страницы нужно входить.")


def list_() -> None:
    """Все пользователи: имя, роль, когда входил."""
    from pobratim import storage
    from pobratim.reports.decided import local
    from pobratim.reports.words import ru

    open_register()
    known = storage.users()
    for user in known:
        seen = f"входил {local(user.seen)}" if user.seen else "ещё не входил"
        parts = [user.name, f"{user.role.code} ({ru(user.role.code, 'role')})", seen]
        out().print(" · ".join([*parts, *([] if user.active else ["вход закрыт"])]), markup=False, soft_wrap=True)
    if not known:
        note("Пользователей нет: за этим компьютером входить не нужно. Завести первого: pobratim user add ИМЯ")


def role(name: Name, role: Annotated[RoleName, typer.Argument(metavar="РОЛЬ", help=_ROLES)]) -> None:
    """Дать другую роль."""
    from pobratim import storage
    from pobratim.model.roles import role_of

    open_register()
    storage.set_role(name, role_of(role.value), by=getpass.getuser())
    note(f"У пользователя «{name}» теперь роль {role.value}.")


def password(name: Name) -> None:
    """Дать новый пароль; открытые входы этого пользователя закроются."""
    from pobratim import storage

    open_register()
    storage.set_password(name, _password(), by=getpass.getuser())
    note(f"У пользователя «{name}» новый пароль.")


def close(name: Name) -> None:
    """Закрыть пользователю вход; его решения остаются."""
    _activate(name, False, "вход закрыт")


def open_(name: Name) -> None:
    """Снова открыть пользователю вход."""
    _activate(name, True, "вход открыт")


def _activate(name: str, active: bool, said: str) -> None:
    from pobratim import storage

    open_register()
    storage.set_active(name, active, by=getpass.getuser())
    note(f"Пользователь «{name}»: {said}.")


def _password() -> str:
    """Asked for twice in a terminal; else the first line of standard input. Raises PobratimError."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first, second = getpass.getpass("Пароль: "), getpass.getpass("Ещё раз: ")
    if first != second:
        raise PobratimError("пароли разные; запустите команду снова и напишите один и тот же дважды")
    return first


for _name, _command in (
    ("add", add), ("list", list_), ("role", role), ("password", password), ("close", close), ("open", open_)
):
    app.command(_name, cls=russian.Command, options_metavar="[ПАРАМЕТРЫ]")(_command)
