"""Addresses: a page or a file from the web, fetched so that no address, redirect or feed can make this machine ask its own network."""

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from sayso.intake.found import Found
from sayso.intake.terms import RefusalError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PORTS = {"http": (80, 8080), "https": (443, 8443)}
REDIRECTS = 5
_AGENT = "sayso (reads one page for its user)"


def _resolve(host: str, port: int) -> list[str]:
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


@dataclass
class Fetcher:
    """Gets addresses. The host is looked up once, every address it has must be public, and the connection goes to that very address.

    `max_bytes` bounds the answer, `seconds` the whole of it, redirects included. The rest is for tests.
    """

    max_bytes: int = 50_000_000
    seconds: float = 60.0
    resolve: Callable[[str, int], list[str]] = _resolve
    connect: Callable[[str, int, float], socket.socket] = _connect
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    def __call__(self, url: str) -> tuple[bytes, Found]:
        """The bytes at `url`, the address they came from and when. Raises RefusalError with the reason where there are none."""
        ends = time.monotonic() + self.seconds
        asked = url
        for _ in range(REDIRECTS + 1):
            status, headers, body = self._get(asked, ends)
            if status in (301, 302, 303, 307, 308) and headers.get("Location"):
                asked = urljoin(asked, headers["Location"])
                continue
            if status != 200:
                raise RefusalError(f"was not given: the server answered {status}. Look at it in a browser, or save the page and read the file.")
            if headers.get("Content-Encoding", "identity").lower() not in ("", "identity"):
                raise RefusalError("came compressed though that was not asked for; not read. Save the page and read the file.")
            return body, Found(url=asked, retrieved=self.clock().isoformat(timespec="seconds")).by("the address it was fetched from")
        raise RefusalError(f"leads on more than {REDIRECTS} times (redirects without end). Look at it in a browser.")

    def _get(self, url: str, ends: float) -> tuple[int, Any, bytes]:
        scheme, host, port, target = _taken_apart(url)
        try:
            addresses = self.resolve(host, port)
        except (OSError, UnicodeError):
            raise RefusalError(f"cannot be fetched: the host {host!a} is not known. Check the address and the network.") from None
        if not addresses or not all(map(_is_public, addresses)):
            raise RefusalError(f"leads to {host!a}, this machine or a private network, which is never asked. Save the page and read the file.")
        try:
            plain = self.connect(addresses[0], port, min(15.0, self._left(ends)))
            sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if scheme == "https" else plain
            with sock:
                return self._ask(sock, host, port, target, ends)
        except ssl.SSLError as error:
            raise RefusalError(f"cannot be fetched: the server's certificate or encryption is wrong ({error.reason or error}).") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, RefusalError):
                raise
            raise RefusalError(f"cannot be fetched ({' '.join((str(error) or type(error).__name__).split())[:120]}).") from None

    def _ask(self, sock: socket.socket, host: str, port: int, target: str, ends: float) -> tuple[int, Any, bytes]:
        connection = http.client.HTTPConnection(host, port)
        connection.sock = _Patient(sock, ends, self.max_bytes + 1_000_000)
        connection.request("GET", target, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity", "Accept": "*/*", "Connection": "close"})
        answer = connection.getresponse()
        body = answer.read(self.max_bytes + 1)
        if len(body) > self.max_bytes:
            raise RefusalError(f"is larger than the limit of {self.max_bytes} bytes. Save the page and read the file, with --max-bytes.")
        return answer.status, answer.headers, body

    def _left(self, ends: float) -> float:
        left = ends - time.monotonic()
        if left <= 0:
            raise RefusalError(f"took longer than {self.seconds:.0f} seconds to answer. Save the page and read the file.")
        return left


def _taken_apart(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and what is asked for. Raises RefusalError for what is no plain web address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise RefusalError("is no address that can be read. Check it.") from None
    if parts.scheme not in PORTS:
        raise RefusalError(f"leads to an address of the kind {parts.scheme[:20]!a}, and only http and https are asked.")
    if not host or any(c <= " " or c == "\x7f" for c in url):
        raise RefusalError("is no address that can be read: it has no host, or blanks or line breaks in it. Check it.")
    if parts.username is not None:
        raise RefusalError("has a user's name in it, which would be kept with the report. Save the page and read the file.")
    port = port or PORTS[parts.scheme][0]
    if port not in PORTS[parts.scheme]:
        raise RefusalError(f"leads to port {port}; only {' and '.join(map(str, PORTS[parts.scheme]))} are asked with {parts.scheme}.")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port, "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode()) for c in target)


def _is_public(address: str) -> bool:
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if inner is not None and not inner.is_global:
            return False
        if one in ipaddress.ip_network("64:ff9b::/96"):  # IPv4 through a translator
            return _is_public(str(ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)))
    return one.is_global and not one.is_multicast


class _Patient(io.RawIOBase):
    """A socket that waits until a fixed moment and no longer, however the answer drips, and takes in so many bytes and no more."""

    def __init__(self, sock: socket.socket, ends: float, most: int) -> None:
        self._sock, self._ends, self._left = sock, ends, most

    def sendall(self, content: bytes) -> None:
        """Send all of it."""
        self._sock.sendall(content)

    def makefile(self, mode: str = "rb") -> io.BufferedReader:  # noqa: ARG002
        """What comes back."""
        return io.BufferedReader(self)

    def close(self) -> None:
        """Nothing: the connection lets go of it before the answer is read; who made the socket closes it."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer` with what has come; the count of bytes, 0 at the end."""
        left = self._ends - time.monotonic()
        if left <= 0 or self._left <= 0:
            raise RefusalError("answers without end, or too slowly. Save the page and read the file.")
        self._sock.settimeout(min(left, 20.0))
        count = self._sock.recv_into(buffer)
        self._left -= count
        return count
