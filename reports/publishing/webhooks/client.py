"""Sends a POST to an address that an administrator typed, safely.

It uses HTTPS, connects only to allowed networks, and limits the time.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

import certifi
import urllib3
from django.conf import settings

from reports.publishing.webhooks.deadline import Deadline, WatchedPool
from reports.publishing.webhooks.networks import resolve_allowed

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0  # without a byte
TOTAL_SECONDS = 20.0  # from the connection to the last byte of the answer
MAX_ANSWER_BYTES = 64 * 1024  # bytes that are read; the rest is not waited for
HTTPS_PORT = 443


class InvalidAddress(ValueError):
    """Raised for an address that is not https, has no host, or contains a password."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The HTTP status of an answer. Its body is not kept, because it is foreign content."""

    status: int

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


def post(address: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Send a message and return the answer. Redirects are not followed.

    Raises InvalidAddress, ForbiddenAddress, UnknownName, urllib3's HTTPError and TimeoutError.
    """
    host, port = read_host(address)
    parts = urlsplit(address)
    ip_address = resolve_allowed(host, port)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with Deadline(TOTAL_SECONDS) as deadline:
        pool = WatchedPool(
            ip_address,
            port,
            server_hostname=host,
            assert_hostname=host,
            ca_certs=settings.WEBHOOK_CA_FILE or certifi.where(),
            cert_reqs="CERT_REQUIRED",
            timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
            retries=False,
            maxsize=1,
            deadline=deadline,
        )
        try:
            response = pool.urlopen(
                "POST",
                target,
                body=body,
                headers={"Host": parts.netloc, **headers},
                redirect=False,
                preload_content=False,
                assert_same_host=False,
            )
            read_some(response)
            return Answer(response.status)
        finally:
            pool.close()


def read_host(address: str) -> tuple[str, int]:
    """Return the host and the port of an address. Raises InvalidAddress."""
    try:
        parts = urlsplit(address)  # refuses 192.0.2.1 in brackets, which are for IPv6
        host, port = parts.hostname, parts.port or HTTPS_PORT
    except ValueError as error:
        raise InvalidAddress from error
    if parts.scheme != "https" or not host or parts.username or parts.password:
        raise InvalidAddress
    return host, port


def read_some(response: urllib3.BaseHTTPResponse) -> None:
    """Read an answer up to its limit of size."""
    length = 0
    while length < MAX_ANSWER_BYTES:
        chunk = response.read1(8192)
        if not chunk:
            return
        length += len(chunk)
