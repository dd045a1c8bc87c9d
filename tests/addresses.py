"""Addresses of clients whose requests are counted."""

import secrets


def draw_address() -> str:
    """Return an address that no other test uses: counts outlive tests in a shared Redis."""
    return "10." + ".".join(str(byte) for byte in secrets.token_bytes(3))
