"""Decides which networks webhooks may reach: public ones, and those that a setting allows."""

import ipaddress
import socket
from functools import lru_cache

from django.conf import settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# All public IPv6 addresses are in this network. Outside of it are those that Python's `is_global`
# lets pass: of translators (64:ff9b::/96, 64:ff9b:1::/48, ::ffff:0:0:0/96), of IPv4 in the last
# bits (::/96), and of sites (fec0::/10).
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
# Networks in public space that lead somewhere else: relays of 6to4, tunnels of Teredo, examples.
NOT_PUBLIC: tuple[Network, ...] = tuple(
    map(ipaddress.ip_network, ("192.88.99.0/24", "2001::/32", "3fff::/20"))
)
WELL_KNOWN_TRANSLATOR = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052


class ForbiddenAddress(Exception):
    """Raised when a name resolves to an address that is neither public nor allowed by a setting."""


class UnknownName(Exception):
    """Raised when a name cannot be resolved at present."""


def resolve_allowed(host: str, port: int) -> str:
    """Return an IP address of `host` to which a connection is allowed.

    The name is resolved before each connection, and the connection is made to the returned address,
    so that the name cannot change in between. If any of its addresses is forbidden, all are. Raises
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
    """Return whether an IP address is public, or in a network that the operator allows.

    If it embeds an IPv4 address, that has to be allowed as well.
    """
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    within = find_embedded(address)
    if within is not None and not is_allowed(str(within)):
        return False
    networks = read_networks(tuple(settings.WEBHOOK_ALLOWED_NETWORKS))
    return any(address in network for network in networks) or is_public(address)


def find_embedded(address: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to: mapped, translated or tunnelled."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in WELL_KNOWN_TRANSLATOR:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def is_public(address: Address) -> bool:
    """Return whether an address belongs to the public Internet, by IANA's registries."""
    if isinstance(address, ipaddress.IPv6Address) and address not in GLOBAL_UNICAST:
        return address.ipv4_mapped is not None  # and public itself
    is_refused = any(address in network for network in NOT_PUBLIC)
    return address.is_global and not address.is_multicast and not is_refused


@lru_cache(8)
def read_networks(names: tuple[str, ...]) -> list[Network]:
    return [ipaddress.ip_network(name) for name in names]
