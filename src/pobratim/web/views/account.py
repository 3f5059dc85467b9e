"""Signing in and out, and one's own password."""

from __future__ import annotations

from typing import Any

from axes.signals import user_locked_out
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash, views
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pobratim import storage
from pobratim.web.views.errors import error_page


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; where nobody needs to sign in there is nothing to do here."""
    if request.actor.known:
        return redirect("overview")
    view = views.LoginView.as_view(template_name="web/sign_in.html", extra_context={"users": storage.has_users()})
    response: HttpResponse = view(request)
    return response.render() if hasattr(response, "render") else response


def locked(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any]) -> HttpResponse:
    """Said instead of looking at one more password."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return error_page(
        request,
        429,
        _(
            "Слишком много неверных паролей подряд: вход под этим именем закрыт на %(minutes)s минут. "
            "Новый пароль может дать администратор реестра."
        )
        % {"minutes": minutes},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's role, and a new password in exchange for the old one."""
    if not request.actor.signed_in:
        return redirect("users")
    user = request.user
    form = PasswordChangeForm(user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        storage.set_password(user.name, form.cleaned_data["new_password1"], by=user.name)
        user.refresh_from_db()
        update_session_auth_hash(request, user)
        messages.success(request, _("Пароль изменён. На других устройствах нужно войти заново."))
        return redirect("account")
    return render(request, "web/account.html", {"form": form}, status=422 if form.is_bound else 200)


def _address(request: HttpRequest | None) -> str:
    return (request.META.get("REMOTE_ADDR") or "") if request else ""


@receiver(user_logged_in)
def _signed_in(sender: object, request: HttpRequest, user: Any, **_more: object) -> None:
    storage.trace("signed in", by=user.name, address=_address(request))
    request.session.clear_expired()


@receiver(user_logged_out)
def _signed_out(sender: object, request: HttpRequest, user: Any, **_more: object) -> None:
    if user is not None:
        storage.trace("signed out", by=user.name, address=_address(request))


@receiver(user_login_failed)
def _failed(sender: object, credentials: dict[str, Any], request: HttpRequest | None = None, **_more: object) -> None:
    storage.trace("failed", by=str(credentials.get("username", "")), address=_address(request))


@receiver(user_locked_out)
def _locked(sender: object, request: HttpRequest, username: str, **_more: object) -> None:
    storage.trace("locked", by=username, address=_address(request))
