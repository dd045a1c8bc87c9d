"""Finds the network address of a client, by which rate limits count requests."""

import ipaddress
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings

CLIENT_BITS = 64  # of an IPv6 address: one client has the rest to itself
MAX_ADDRESS_CHARACTERS = 64  # characters of an address with its brackets, zone and port
BRACKETED = re.compile(r"\[([^\[\]]*)\](?::\d{1,5})?")
IPV4_WITH_PORT = re.compile(r"([0-9.]+):\d{1,5}")
# Networks whose addresses carry an IPv4 address in their last 32 bits (RFC 4291, RFC 6052).
IPV4_WITHIN = [ipaddress.IPv6Network(each) for each in ("::ffff:0:0/96", "64:ff9b::/96")]


def read_client_network(meta: Mapping[str, Any]) -> str:
    """Return the IPv4 address or the IPv6 network of 64 bits from which a request comes.

    `meta` is the `META` of the request. If a setting names the header that the operator's proxy
    sets, its address is used. If it is absent or has anything but one address, that of the
    connection is used.
    """
    connection = str(meta.get("REMOTE_ADDR", ""))
    name = settings.CLIENT_ADDRESS_HEADER
    given = parse_network(meta.get(f"HTTP_{name.upper()}", "")) if name else None
    return given or parse_network(connection) or connection


@lru_cache(1_000)
def parse_network(text: str) -> str | None:
    """Return the client network of an address, without its port, brackets or zone.

    IPv4 embedded in IPv6 is returned as IPv4. Return None for an invalid address.
    """
    text = text.strip() if len(text) <= MAX_ADDRESS_CHARACTERS else ""
    if match := BRACKETED.fullmatch(text) or IPV4_WITH_PORT.fullmatch(text):
        text = match[1]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if address.version == 4:
        return str(address)
    if any(address in network for network in IPV4_WITHIN):
        return str(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return str(ipaddress.ip_network((address, CLIENT_BITS), strict=False))
