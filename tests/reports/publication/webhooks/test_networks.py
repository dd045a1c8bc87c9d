"""Messages go to public addresses, and to networks that a setting names."""

import socket
from typing import Any

import pytest

from reports.publication.webhooks.networks import (
    ForbiddenAddress,
    UnknownName,
    is_allowed,
    resolve_allowed,
)

pytestmark = pytest.mark.pure

FORBIDDEN = (
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "224.0.0.1", "239.255.255.250", "255.255.255.255", "192.0.2.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::"),
)


@pytest.mark.parametrize("address", FORBIDDEN)
def test_an_address_that_is_not_public_is_forbidden(address: str) -> None:
    assert not is_allowed(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:220:1::1", "::ffff:93.184.215.14"])
def test_a_public_one_is_allowed(address: str) -> None:
    assert is_allowed(address)


def test_a_setting_names_networks(settings: Any) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.1/32", "fd12::/16"]
    assert is_allowed("127.0.0.1")
    assert is_allowed("::ffff:127.0.0.1")
    assert is_allowed("fd12::7")
    assert not is_allowed("127.0.0.2")


def answer_with(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    def getaddrinfo(*args: Any, **options: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_a_name_that_leads_to_both_is_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, "93.184.215.14", "127.0.0.1")
    with pytest.raises(ForbiddenAddress):
        resolve_allowed("both.example", 443)


def test_what_is_checked_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, "93.184.215.14")
    assert resolve_allowed("public.example", 443) == "93.184.215.14"


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1", "localhost"])
def test_other_spellings_of_this_machine_are_forbidden(host: str) -> None:
    with pytest.raises((ForbiddenAddress, UnknownName)):
        resolve_allowed(host, 443)


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*args: Any, **options: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(UnknownName):
        resolve_allowed("nowhere.example", 443)
