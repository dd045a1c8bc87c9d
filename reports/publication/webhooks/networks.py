"""Which addresses of the network may be told: public ones, and those that a setting names."""

import ipaddress
import socket
from functools import lru_cache

from django.conf import settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class ForbiddenAddress(Exception):
    """A name leads to an address that is not public and that no setting allows."""


class UnknownName(Exception):
    """A name leads nowhere at present."""


def resolve_allowed(host: str, port: int) -> str:
    """Return an IP address of `host` that may be connected to.

    It is asked for before each connection, and the connection is made to what is returned here: a
    name cannot lead elsewhere in between. If any of its addresses is forbidden, all are. Raises
    ForbiddenAddress and UnknownName.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownName from error
    addresses = list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
    if not addresses or not all(is_allowed(address) for address in addresses):
        raise ForbiddenAddress
    return addresses[0]


def is_allowed(text: str) -> bool:
    """Return whether an IP address is public, or in a network that the operator allows."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    within = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    address = within or address
    if any(
        address in network for network in read_networks(tuple(settings.WEBHOOK_ALLOWED_NETWORKS))
    ):
        return True
    return address.is_global and not address.is_multicast and not is_translated(address)


def is_translated(address: Address) -> bool:
    """Return whether an IPv6 address stands for an IPv4 one behind a translator (RFC 6052)."""
    return address.version == 6 and address in ipaddress.ip_network("64:ff9b::/96")


@lru_cache(8)
def read_networks(names: tuple[str, ...]) -> list[Network]:
    return [ipaddress.ip_network(name) for name in names]
