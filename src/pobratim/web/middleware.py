"""What every request and answer goes through: size, security headers, errors as one sentence."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.model.errors import NotFound, PobratimError
from pobratim.web.below import told_of
from pobratim.web.views.errors import error_page

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing inline, nothing from elsewhere: were a tag to get through, it could still do nothing."""


def security_headers(get_response: Answer) -> Answer:
    """The content security policy on every answer, and no storing of pages in shared caches.

    A browser that goes back must not show the part of a page that htmx had from the same address.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cache-Control", "private, no-cache")
        patch_vary_headers(response, ["HX-Request"])
        return response

    return middleware


def size_limit(get_response: Answer) -> Answer:
    """Refuses a request that says it is larger than an upload may be, before anything of it is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return error_page(request, 400, _("Запрос не понят: его длина указана неверно."))
        if length > settings.POBRATIM_MAX_REQUEST_BYTES:
            limit = settings.POBRATIM_MAX_REQUEST_BYTES // (1024 * 1024)
            return error_page(
                request,
                413,
                _("Слишком большая загрузка: за один раз принимается не больше %(limit)s МБ.")
                % {"limit": limit},
            )
        return get_response(request)

    return middleware


class Errors:
    """Turns the errors of the house into pages: not found is 404, anything else one sentence with 400."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotFound):
            return error_page(request, 404, str(error), getattr(error, "advice", ""), gone=True)
        if isinstance(error, PobratimError):
            return error_page(request, 400, told_of(error))
        if known := storage.trouble(error):  # a full disk, a database that does not answer
            return error_page(request, 503, str(known))
        return None
