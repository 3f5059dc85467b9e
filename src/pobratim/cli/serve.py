"""`pobratim serve`"""

from __future__ import annotations

import errno
import ipaddress
import os
from typing import Annotated

import typer

from pobratim.cli.console import err, note, open_current_register, settings
from pobratim.cli.values import port_number
from pobratim.model.errors import PobratimError

_EVERY_ADDRESS = ("0.0.0.0", "::")


def serve(
    host: Annotated[
        str,
        typer.Option("--host", metavar="АДРЕС", help="Адрес, на котором ждать; иной виден и другим машинам."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="ПОРТ", parser=port_number, help="Порт.")] = 8000,
) -> None:
    """Показывать реестр в браузере, пока не нажато Ctrl-C."""
    _allow(host)
    chosen = open_current_register()
    if not _is_loopback(host):
        err().print(
            f"[bold yellow]Внимание:[/] страницы на {host} увидит и сможет дополнить без пароля всякий, "
            "кто дотянется до этой машины по сети. Пускать только своих — дело сетевого экрана."
        )
    server = _bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    err().print(f"Откройте в браузере: [bold]http://{shown}:{port}[/]  (остановить — Ctrl-C)")
    if host in _EVERY_ADDRESS and not chosen.hosts:
        note("С других машин страницы откроются, когда POBRATIM_HOSTS назовёт имя или адрес этой машины.")
    server.run()


def _bound(host: str, port: int):  # type: ignore[no-untyped-def]
    """The server, its port taken."""
    from waitress import create_server

    from pobratim.web.wsgi import application

    try:
        return create_server(application, host=host, port=port, threads=8)
    except (OSError, ValueError) as error:
        raise PobratimError(_why_not(getattr(error, "errno", None), host, port)) from error


def _why_not(reason: int | None, host: str, port: int) -> str:
    """Why there is no serving at this address, and what to do."""
    if reason == errno.EADDRINUSE:
        return f"порт {port} на {host} занят другой программой; попробуйте --port {min(port + 1, 65535)}"
    if reason == errno.EACCES:
        return f"занять порт {port} нет права; возьмите номер больше 1023, например --port 8000"
    return f"адреса {host} у этой машины нет; проверьте --host"


def _allow(host: str) -> None:
    """The pages answer under the address they are served at."""
    if host not in _EVERY_ADDRESS:
        hosts = (*settings().hosts, f"[{host}]" if ":" in host else host)
        os.environ["POBRATIM_HOSTS"] = ",".join(hosts)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
