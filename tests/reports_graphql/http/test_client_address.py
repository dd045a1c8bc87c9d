"""One client is one address, however it is written and whatever its request says of itself."""

from typing import Any

import pytest
from django.test import Client, RequestFactory

from reports_graphql.http.client_address import parse_network, read_client_network

SAME = {
    "192.0.2.7": [
        "192.0.2.7",
        " 192.0.2.7 ",
        "192.0.2.7:443",
        "192.0.2.7:50123",
        "::ffff:192.0.2.7",
        "::FFFF:c000:207",
        "[::ffff:192.0.2.7]:443",
        "[192.0.2.7]:443",
        "64:ff9b::192.0.2.7",
    ],
    "2001:db8:5:6::/64": [
        "2001:db8:5:6::1",
        "2001:DB8:5:6:ffff::2",
        "[2001:db8:5:6::3]",
        "[2001:db8:5:6::4]:443",
        "2001:db8:5:6::5%eth0",
        "[2001:db8:5:6::6%25eth0]:443",
    ],
    "2001:db8:5:7::/64": ["2001:db8:5:7::1"],
}
GARBAGE = [
    "",
    "unknown",
    "unix:",
    "192.0.2.7, 192.0.2.8",
    "192.0.2.7 192.0.2.8",
    "192.0.2.7:",
    "192.0.2.7:port",
    "192.0.2.7:1234567",
    "192.0.2.300",
    "0300.0.2.7",
    "3221225991",
    "١٩٢.0.2.7",
    "[192.0.2.7",
    "2001:db8::1:443:x",
    "::ffff:192.0.2.7:443",
    "for=192.0.2.7",
    "192.0.2.7" + " " * 60 + "x",
    "\x00192.0.2.7",
    "[" * 40,
]


@pytest.mark.parametrize(("text", "network"), [(t, n) for n, ts in SAME.items() for t in ts])
def test_an_address_is_read_however_it_is_written(text: str, network: str) -> None:
    assert parse_network(text) == network


@pytest.mark.parametrize("text", GARBAGE)
def test_what_is_no_address_is_none(text: str) -> None:
    assert parse_network(text) is None


def test_all_of_mapped_ipv4_is_not_one_client() -> None:
    written = [f"::ffff:192.0.{n}.7" for n in range(256)]
    assert len({parse_network(text) for text in written}) == 256


def read(connection: str, **headers: str) -> str:
    request = RequestFactory().get("/", REMOTE_ADDR=connection, headers=headers)
    return read_client_network(request.META)


def test_no_header_is_believed_without_a_setting() -> None:
    for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "ClientAddress"):
        assert read("192.0.2.1", **{name: "198.51.100.1"}) == "192.0.2.1"


def test_the_header_that_a_setting_names_is_believed_and_no_other(settings: Any) -> None:
    settings.CLIENT_ADDRESS_HEADER = "ClientAddress"
    ours = {"ClientAddress": "198.51.100.1:443"}

    assert read("192.0.2.1", **ours) == "198.51.100.1"
    assert read("192.0.2.1", **ours, **{"X-Forwarded-For": "6.6.6.6"}) == "198.51.100.1"
    assert read("192.0.2.1", **{"X-Forwarded-For": "6.6.6.6"}) == "192.0.2.1"


@pytest.mark.parametrize("text", GARBAGE)
def test_a_header_that_holds_no_address_does_not_make_a_client(settings: Any, text: str) -> None:
    settings.CLIENT_ADDRESS_HEADER = "ClientAddress"
    assert read("192.0.2.1", ClientAddress=text) == "192.0.2.1"


def test_each_client_has_a_rate_of_its_own(client: Client, settings: Any) -> None:
    """Over the endpoint, with the addresses of no other test: counts outlive a test."""
    settings.GRAPHQL_RATE_REQUESTS = "1/minute"

    def ask(address: str) -> int:
        answer = client.get("/graphql/", {"query": "{ __typename }"}, REMOTE_ADDR=address)
        return int(answer.status_code)

    assert [ask("::ffff:10.91.0.1"), ask("10.91.0.1:443"), ask("10.91.0.1:444")] == [200, 429, 429]
    assert ask("::ffff:10.91.0.2") == 200
    assert [ask("2001:db8:91:6::1"), ask("2001:db8:91:6:ffff::2")] == [200, 429]
    assert ask("2001:db8:91:7::1") == 200
