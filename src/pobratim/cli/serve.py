"""`pobratim serve`"""

from __future__ import annotations

import errno
import ipaddress
import os
import threading
from typing import Annotated, Any

import typer

from pobratim.cli.console import err, note, open_current_register, settings
from pobratim.cli.values import port_number
from pobratim.model.errors import PobratimError

_EVERY_ADDRESS = ("0.0.0.0", "::")
_PROXY: dict[str, Any] = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    "clear_untrusted_proxy_headers": True,
}


def serve(
    host: Annotated[
        str,
        typer.Option("--host", metavar="АДРЕС", help="Адрес, на котором ждать; иной виден и другим машинам."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="ПОРТ", parser=port_number, help="Порт.")] = 8000,
    address: Annotated[
        str,
        typer.Option("--address", metavar="https://…", help="Адрес, под которым страницы показывает прокси."),
    ] = "",
    public: Annotated[
        bool, typer.Option("--public", help="Читать может всякий, без входа; менять — только пользователи.")
    ] = False,
) -> None:
    """Показывать реестр в браузере, пока не нажато Ctrl-C."""
    access = _open(host, address, public)
    chosen = open_current_register()
    server = _bound(host, port, behind_proxy=bool(chosen.address))
    if access == "sign-in":
        _check_users()
    shown = f"[{host}]" if ":" in host else host
    err().print(f"Откройте в браузере: [bold]{chosen.address or f'http://{shown}:{port}'}[/]  (остановить — Ctrl-C)")
    if host in _EVERY_ADDRESS and not chosen.hosts:
        note("С других машин страницы откроются, когда POBRATIM_HOSTS назовёт имя или адрес этой машины.")
    if not _is_loopback(host):
        err().print(
            "[bold yellow]Внимание:[/] пароли и страницы идут по сети без шифрования. Для https поставьте на этой "
            "машине прокси и запустите: pobratim serve --address https://…"
        )
    threading.Thread(target=_make_ready, daemon=True).start()
    server.run()


def _make_ready() -> None:
    from pobratim.web.ready import make_ready

    make_ready()


def _open(host: str, address: str, public: bool) -> str:
    """Who may open the pages, set for the pages to know: at this machine's own desk whoever sits there."""
    if address:
        os.environ["POBRATIM_ADDRESS"] = address
    chosen = settings()
    if chosen.address and not _is_loopback(host):
        raise PobratimError("с --address реестр ждёт только на 127.0.0.1: наружу его показывает прокси этой же машины")
    if public or chosen.access == "public":
        access = "public"
    else:
        access = "desk" if _is_loopback(host) and not chosen.hosts and not chosen.address else "sign-in"
    os.environ["POBRATIM_ACCESS"] = access
    if host not in _EVERY_ADDRESS:
        os.environ["POBRATIM_HOSTS"] = ",".join((*chosen.hosts, f"[{host}]" if ":" in host else host))
    return access


def _check_users() -> None:
    """Raises PobratimError where others would stand before a door that opens to nobody."""
    from pobratim import storage

    if not storage.has_users():
        raise PobratimError(
            "страницы увидят и с других машин, поэтому нужен вход, а пользователей ещё нет. Заведите первого: "
            "pobratim user add ИМЯ — или откройте реестр всем для чтения: pobratim serve --public"
        )


def _bound(host: str, port: int, *, behind_proxy: bool):  # type: ignore[no-untyped-def]
    """The server, its port taken; a proxy of this machine is believed who asks and whether by https."""
    from waitress import create_server

    from pobratim.web.wsgi import application

    try:
        return create_server(application, host=host, port=port, threads=8, **(_PROXY if behind_proxy else {}))
    except (OSError, ValueError) as error:
        raise PobratimError(_why_not(getattr(error, "errno", None), host, port)) from error


def _why_not(reason: int | None, host: str, port: int) -> str:
    """Why there is no serving at this address, and what to do."""
    if reason == errno.EADDRINUSE:
        return f"порт {port} на {host} занят другой программой; попробуйте --port {min(port + 1, 65535)}"
    if reason == errno.EACCES:
        return f"занять порт {port} нет права; возьмите номер больше 1023, например --port 8000"
    return f"адреса {host} у этой машины нет; проверьте --host"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
