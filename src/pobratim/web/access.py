"""Who is there, and whether they may: asked once, before any view."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model.roles import Role, role_of
from pobratim.web.rights import SAFE, right
from pobratim.web.views.errors import error_page
from pobratim.web.words import ru

Answer = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: the name that decisions are kept under, and what they may do."""

    name: str
    role: Role
    signed_in: bool = False

    @property
    def known(self) -> bool:
        """Is it somebody in particular?"""
        return bool(self.name)

    def may(self, view: str, method: str = "GET") -> bool:
        """Whether the page of that name is open to them."""
        return self.role >= right(view).needs(method)


NOBODY = Actor("", Role.NOBODY)


def actor_of(request: HttpRequest) -> Actor:
    """Who asks: a user; at a desk without users whoever sits there; else a visitor or nobody."""
    user: Any = request.user
    if user.is_authenticated:
        return Actor(user.name, role_of(user.role), signed_in=True)
    if settings.POBRATIM_ACCESS == "public":
        return Actor("", Role.VISITOR)
    if settings.POBRATIM_ACCESS == "desk" and not storage.has_users():
        return Actor(_at_the_desk(), Role.ADMINISTRATOR)
    return NOBODY


def _at_the_desk() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a system that does not know its user by name
        return _("за этим компьютером")


def actor(request: HttpRequest) -> dict[str, Actor]:
    """For templates: ``actor``; an error before anybody was asked shows the page of nobody."""
    return {"actor": getattr(request, "actor", NOBODY)}


class Access:
    """Lets a request through to its view where the actor's role is enough."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        who: Actor = request.actor
        assert request.resolver_match and request.method
        needed = right(request.resolver_match.view_name).needs(request.method)
        if who.role >= needed:
            return None
        if who.signed_in:
            return error_page(request, 403, _too_little(who.role, needed))
        return _to_sign_in(request)


def _too_little(role: Role, needed: Role) -> str:
    return _("Для этого нужна роль «%(needed)s», а у вас — «%(role)s». Права раздаёт администратор реестра.") % {
        "needed": ru(needed.code, "role"),
        "role": ru(role.code, "role"),
    }


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the page for signing in and back; what was to be changed is not, and says so."""
    address = f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request") == "true":
        response = HttpResponse(status=401)
        here = urlsplit(request.headers.get("HX-Current-URL", ""))
        then = f"?{urlencode({'next': here._replace(scheme='', netloc='').geturl()})}" if here.path else ""
        response.headers["HX-Redirect"] = reverse("sign-in") + then
        return response
    if request.method in SAFE:
        return redirect(address)
    return error_page(request, 403, _("Вы не вошли, и ничего не изменено. Войдите и повторите."))
