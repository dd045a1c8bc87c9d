"""Messages go to public addresses, and to networks that a setting names."""

import socket
from typing import Any

import pytest

from reports.publishing.webhooks.networks import (
    ForbiddenAddress,
    UnknownName,
    is_allowed,
    resolve_allowed,
)

FORBIDDEN = (
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "224.0.0.1", "239.255.255.250", "255.255.255.255", "192.0.2.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::"),
    # translators of an operator's own, IPv4-compatible, of sites, IPv4-translated, relays of 6to4
    *("64:ff9b:1::", "64:ff9b:1::7f00:1", "64:ff9b:1:ffff::808:808", "64:ff9b::808:808"),
    *("::7f00:1", "::808:808", "fec0::1", "feff::1", "::ffff:0:7f00:1", "::ffff:0:808:808"),
    *("192.88.99.0", "192.88.99.1", "192.88.99.255", "::ffff:192.88.99.1", "2002:c058:6301::"),
    # Teredo, examples, segments of routing, and what nobody has been given
    *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001::7f00:1", "3fff::1", "5f00::1", "4000::1"),
    *("2002:a00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:101::"),
)


@pytest.mark.parametrize("address", FORBIDDEN)
def test_an_address_that_is_not_public_is_forbidden(address: str) -> None:
    assert not is_allowed(address)


PUBLIC = (
    *("93.184.215.14", "2606:2800:220:1::1", "::ffff:93.184.215.14", "2002:808:808::1"),
    *("192.88.98.255", "192.88.100.0", "2a01::1"),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_one_is_allowed(address: str) -> None:
    assert is_allowed(address)


def test_a_setting_names_networks(settings: Any) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.1/32", "fd12::/16"]
    assert is_allowed("127.0.0.1")
    assert is_allowed("::ffff:127.0.0.1")
    assert is_allowed("fd12::7")
    assert not is_allowed("127.0.0.2")


def test_behind_a_translator_that_a_setting_names_private_networks_stay_forbidden(
    settings: Any,
) -> None:
    settings.WEBHOOK_ALLOWED_NETWORKS = ["64:ff9b::/96"]
    assert is_allowed("64:ff9b::808:808")
    assert not is_allowed("64:ff9b::7f00:1")
    assert not is_allowed("64:ff9b::a9fe:a9fe")


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
