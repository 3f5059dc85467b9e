"""Users and their rights: let in, give a role, give a password, close and open."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pobratim import storage
from pobratim.model.errors import PobratimError
from pobratim.model.roles import GIVEN, Role, role_of


@require_http_methods(["GET", "HEAD", "POST"])
def users(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in; a form lets in one more."""
    if request.method == "POST":
        try:
            return _added(request)
        except PobratimError as wrong:
            return _page(request, str(wrong))
    return _page(request)


def _page(request: HttpRequest, error: str = "", number: int | None = None) -> HttpResponse:
    """Everybody, with what is wrong in the form of a user, or in that of a new one."""
    known = storage.users()
    context = {
        "users": known,
        "roles": GIVEN if known else (Role.ADMINISTRATOR,),
        "open": settings.POBRATIM_ACCESS == "public",
        "error": error,
        "wrong": number,
        "typed": {} if number else request.POST,
    }
    return render(request, "web/users.html", context, status=422 if error else 200)


def _added(request: HttpRequest) -> HttpResponse:
    first = not storage.has_users()
    user = storage.add_user(
        request.POST.get("name", ""), _role(request), _password(request), by=request.actor.name
    )
    if first:
        messages.success(request, _("Пользователь «%(name)s» заведён. Теперь нужно войти.") % {"name": user.name})
        return redirect("sign-in")
    messages.success(request, _("Пользователь «%(name)s» заведён.") % {"name": user.name})
    return redirect("users")


@require_POST
def role(request: HttpRequest, number: int) -> HttpResponse:
    name = storage.user_name(number)
    try:
        storage.set_role(name, _role(request), by=request.actor.name)
    except PobratimError as wrong:
        return _page(request, str(wrong), number)
    messages.success(request, _("Роль пользователя «%(name)s» изменена.") % {"name": name})
    return redirect("users")


@require_POST
def password(request: HttpRequest, number: int) -> HttpResponse:
    name = storage.user_name(number)
    try:
        storage.set_password(name, _password(request), by=request.actor.name)
    except PobratimError as wrong:
        return _page(request, str(wrong), number)
    messages.success(request, _("У пользователя «%(name)s» новый пароль; прежние входы закрыты.") % {"name": name})
    return redirect("users")


@require_POST
def active(request: HttpRequest, number: int) -> HttpResponse:
    """Close or open, as the button says."""
    name = storage.user_name(number)
    opened = request.POST.get("active") == "yes"
    try:
        storage.set_active(name, opened, by=request.actor.name)
    except PobratimError as wrong:
        return _page(request, str(wrong), number)
    said = _("Пользователь «%(name)s» снова может входить.") if opened else _("Пользователю «%(name)s» вход закрыт.")
    messages.success(request, said % {"name": name})
    return redirect("users")


def _role(request: HttpRequest) -> Role:
    try:
        return role_of(request.POST.get("role", ""))
    except ValueError as error:
        raise PobratimError(str(error)) from None


def _password(request: HttpRequest) -> str:
    first, second = request.POST.get("password", ""), request.POST.get("again", "")
    if first != second:
        raise PobratimError(_("Пароли в двух полях разные; напишите один и тот же дважды."))
    return first
