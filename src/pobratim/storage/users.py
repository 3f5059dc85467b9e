"""Who may sign in, and what each may do. Users are never erased; a closed one cannot sign in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pobratim.model.errors import NotFound, PobratimError
from pobratim.model.roles import Role, role_of
from pobratim.storage.traces import trace

if TYPE_CHECKING:
    from pobratim.storage import models

_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A user as others see them; ``seen`` is when they last signed in, ISO 8601."""

    number: int
    name: str
    role: Role
    active: bool
    seen: str | None


def users() -> list[User]:
    """All, by name."""
    from pobratim.storage import models

    return [_user(row) for row in models.User.objects.order_by("name")]


def has_users() -> bool:
    """Is there any, closed ones counted: from then on the pages ask who is there."""
    from pobratim.storage import models

    return models.User.objects.exists()


def user_name(number: int) -> str:
    """The name of the user of that number. Raises NotFound."""
    from pobratim.storage import models

    name = models.User.objects.filter(pk=number).values_list("name", flat=True).first()
    if name is None:
        raise NotFound(f"пользователя № {number} нет")
    return str(name)


def add_user(name: str, role: Role, password: str, *, by: str) -> User:
    """Let somebody in. Raises PobratimError on a name or password that will not do; the first is an administrator."""
    from django.db import IntegrityError

    from pobratim.storage import models

    name = _proper(name)
    if role is not Role.ADMINISTRATOR and not has_users():
        raise PobratimError("первым заводят администратора: иначе некому будет раздавать права")
    same = next((one.name for one in users() if one.name.casefold() == name.casefold()), None)
    if same is not None:
        raise PobratimError(f"пользователь «{same}» уже есть; выберите другое имя")
    row = models.User(name=name, role=role.code)
    _set_password(row, password)
    try:
        row.save(force_insert=True)
    except IntegrityError:
        raise PobratimError(f"пользователь «{name}» уже есть; выберите другое имя") from None
    trace("user", by=by, about=f"{name}: {role.code}")
    return _user(row)


def set_role(name: str, role: Role, *, by: str) -> None:
    """Give a user another role. Raises NotFound, or PobratimError where no administrator would be left."""
    row = _row(name)
    if role is not Role.ADMINISTRATOR:
        _check_not_last(row)
    row.role = role.code
    row.save(update_fields=["role"])
    trace("role", by=by, about=f"{row.name}: {role.code}")


def set_password(name: str, password: str, *, by: str) -> None:
    """Give a user another password, which ends sessions and opens a locked door. Raises NotFound, PobratimError."""
    from axes.utils import reset

    row = _row(name)
    _set_password(row, password)
    row.save(update_fields=["password"])
    reset(username=row.name)
    trace("password", by=by, about=row.name)


def set_active(name: str, active: bool, *, by: str) -> None:
    """Close or open a user. Raises NotFound, or PobratimError where no administrator would be left."""
    row = _row(name)
    if not active:
        _check_not_last(row)
    row.is_active = active
    row.save(update_fields=["is_active"])
    trace("opened" if active else "closed", by=by, about=row.name)


def _row(name: str) -> models.User:
    from pobratim.storage import models

    row = models.User.objects.filter(name=_plain(name)).first()
    if row is None:
        known = ", ".join(models.User.objects.order_by("name").values_list("name", flat=True)[:20]) or "нет ни одного"
        raise NotFound(f"пользователя «{name}» нет; есть: {known}")
    return row


def _user(row: models.User) -> User:
    seen = row.last_login.astimezone().isoformat() if row.last_login else None
    return User(number=row.pk, name=row.name, role=role_of(row.role), active=row.is_active, seen=seen)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())


def _proper(name: str) -> str:
    plain = _plain(name)
    if not plain or len(plain) > _LONGEST_NAME or not plain.isprintable():
        raise PobratimError(f"имя пользователя — от 1 до {_LONGEST_NAME} печатных знаков, например «Анна Иванова»")
    return plain


def _set_password(row: models.User, password: str) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password, row)
    except ValidationError as error:
        raise PobratimError(" ".join(error.messages)) from None
    row.set_password(password)


def _check_not_last(row: models.User) -> None:
    from pobratim.storage import models

    others = models.User.objects.filter(role=Role.ADMINISTRATOR.code, is_active=True).exclude(pk=row.pk)
    if row.role == Role.ADMINISTRATOR.code and row.is_active and not others.exists():
        raise PobratimError(f"«{row.name}» — единственный администратор; сначала сделайте администратором кого-то ещё")
