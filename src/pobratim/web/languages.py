"""The language of the pages: Russian, or the one that was chosen on its page and stands in a cookie.

What a browser says it prefers is not asked: the register's own words are Russian, and so is the page until somebody
wants it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods
from django.views.i18n import set_language


def language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Every answer in the language that was chosen."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "ru")
            return response

    return middleware


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """The languages to choose from; the choice is kept for a year."""
    if request.method == "POST":
        return set_language(request)
    return render(request, "web/language.html", {"languages": dict(settings.LANGUAGES)})
