"""A page or file from an address: of public hosts only, wherever redirects lead, and no larger than a file may be.

A server that fetches what others ask for must not be a door into its own network. So a host's addresses are looked up
once, every one of them must be public, and the connection goes to the address that was looked at: a name that means
another machine a moment later gains nothing. Each redirect is looked at anew.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from pobratim.model.errors import InputError
from pobratim.model.settings import Settings

REDIRECTS = 5
SECONDS = 20.0
"""For each step of a connection; all of them together may take three times as long."""
_PORTS = {"http": 80, "https": 443}
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024
_TRANSLATING = ipaddress.ip_network("64:ff9b::/96")  # stands for any IPv4 address, private ones too
_HEADERS = {"User-Agent": "Pobratim/0.1", "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came from an address: the bytes, a name for them, and the address where they were in the end."""

    data: bytes
    name: str
    address: str


def fetch(address: str, settings: Settings) -> Fetched:
    """What is at ``address``. Raises InputError where it is not public, not there, too large or too slow."""
    until = time.monotonic() + 3 * SECONDS
    wanted = address.strip()
    for _ in range(REDIRECTS + 1):
        scheme, host, path = _parts(wanted, address)
        connection = _connection(scheme, host, _public_address(host, _PORTS[scheme], address))
        try:
            connection.request("GET", path, headers=_HEADERS)
            response = connection.getresponse()
            if response.status in _REDIRECTING and (there := response.getheader("Location")):
                wanted = urljoin(wanted, there)
                continue
            if response.status != 200:
                raise InputError(address, f"сайт ответил «{response.status}»", "проверьте адрес в браузере")
            data = _read(response, address, settings, until)
        except (OSError, http.client.HTTPException) as error:
            advice = "проверьте адрес и сеть или сохраните страницу в файл"
            raise InputError(address, _why(error), advice, retry=True) from error
        finally:
            connection.close()
        return Fetched(data=data, name=_name(wanted), address=wanted)
    raise InputError(address, f"адрес переадресует больше {REDIRECTS} раз", "откройте его в браузере и дайте последний")


def _parts(wanted: str, address: str) -> tuple[str, str, str]:
    """Scheme, host and the rest of an address. Raises InputError for what is no plain web address."""
    try:
        parts = urlsplit(wanted)
        host, port = parts.hostname, parts.port
        ascii_host = (host or "").encode("idna").decode("ascii") if not _is_number(host or "") else host or ""
    except (ValueError, UnicodeError):
        parts, port, ascii_host = urlsplit(""), None, ""
    if parts.scheme not in _PORTS or not ascii_host or parts.username is not None:
        raise InputError(address, "это не адрес страницы", "он начинается с http:// или https://")
    if port not in (None, _PORTS[parts.scheme]):
        raise InputError(address, f"порт {port} не открывается", "страницы берутся только с обычных портов, 80 и 443")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return parts.scheme, ascii_host, f"{path}?{query}" if query else path


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _public_address(host: str, port: int, address: str) -> str:
    """The host's first address, when all it has are public. Raises InputError."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise InputError(address, f"имя {host} не найдено", "проверьте адрес и сеть", retry=True) from error
    if not found or not all(is_public(one) for one in found):
        advice = "внутренние страницы сохраните в файл и добавьте его"
        raise InputError(address, f"{host} — не открытый адрес интернета", advice)
    return found[0]


def is_public(address: str) -> bool:
    """Is the IP address one of the open internet: not private, local, reserved, or a cloak for such a one?"""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in _TRANSLATING:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class _Plain(http.client.HTTPConnection):
    """A connection to the address that was looked at, in the name of its host."""

    def __init__(self, host: str, ip: str) -> None:
        super().__init__(host, timeout=SECONDS)
        self._ip = ip

    def connect(self) -> None:
        self.sock = socket.create_connection((self._ip, _PORTS["http"]), SECONDS)


class _Encrypted(_Plain):
    """The same by https; the certificate must be the host's."""

    default_port = _PORTS["https"]

    def connect(self) -> None:
        plain = socket.create_connection((self._ip, _PORTS["https"]), SECONDS)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def _connection(scheme: str, host: str, ip: str) -> _Plain:
    return _Encrypted(host, ip) if scheme == "https" else _Plain(host, ip)


def _read(response: http.client.HTTPResponse, address: str, settings: Settings, until: float) -> bytes:
    """The body, piece by piece. Raises InputError where it grows too large or takes too long."""
    if (response.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise InputError(address, "сайт прислал сжатый ответ, о котором не просили", "сохраните страницу в файл")
    pieces, size = [], 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > settings.max_file_bytes:
            raise InputError(address, "страница больше, чем может быть файл", "настройка POBRATIM_MAX_FILE_BYTES")
        if time.monotonic() > until:
            raise InputError(address, "сайт отвечает слишком медленно", "попробуйте позже", retry=True)
        pieces.append(piece)
    return b"".join(pieces)


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "защищённое соединение не удалось: сертификат сайта не подходит"
    if isinstance(error, TimeoutError):
        return "сайт не ответил вовремя"
    return "соединиться с сайтом не удалось"


def _name(address: str) -> str:
    """The last part of the path, else the host: the kind is told by the bytes anyway."""
    parts = urlsplit(address)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
