"""Error pages: what is wrong and where to go, in Russian. None of them needs the database."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pobratim import storage
from pobratim.web.below import told


def error_page(
    request: HttpRequest, status: int, sentence: str, advice: str = "", *, gone: bool = False
) -> HttpResponse:
    """One sentence with its status, and what may be done; ``gone`` of a row that may have been merged or removed."""
    context = {"status": status, "sentence": told(sentence), "advice": told(advice), "gone": gone}
    return render(request, "web/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 400, _("Запрос не понят. Вернитесь назад и попробуйте ещё раз."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 403, _("Это действие здесь не разрешено."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(
        request,
        403,
        _("Форма устарела или пришла с другого сайта, поэтому ничего не изменено. Откройте страницу заново."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404, _("Такой страницы в реестре нет."))


def failed(request: HttpRequest) -> HttpResponse:
    error = sys.exc_info()[1]
    known = storage.trouble(error) if isinstance(error, Exception) else None
    if known:  # met before any view was asked: a database that does not answer to who is there
        return error_page(request, 503, str(known))
    return error_page(
        request,
        500,
        _("Внутренняя ошибка: запрос не выполнен, данные не потеряны. Подробности — в журнале программы."),
    )
