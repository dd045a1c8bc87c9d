"""Who finds a vulnerability finds whom to tell."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PATH = "/.well-known/security.txt"


def test_without_contacts_there_is_none(client: Client) -> None:
    assert client.get(PATH).status_code == 404


def test_it_names_contacts_and_when_it_expires(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACTS = ["mailto:security@example.org", "https://example.org/report"]
    settings.SECURITY_EXPIRES = datetime(2030, 1, 31, tzinfo=UTC)

    answer = client.get(PATH)

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:security@example.org",
        "Contact: https://example.org/report",
        "Expires: 2030-01-31T00:00:00Z",
        f"Canonical: http://testserver{PATH}",
        "Preferred-Languages: fr, en",
    ]


def test_the_expiry_is_computed_and_less_than_a_year_away(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACTS = ["mailto:security@example.org"]
    expires = client.get(PATH).content.decode().split("Expires: ")[1].split("\n")[0]
    left = datetime.fromisoformat(expires) - datetime.now(UTC)
    assert 178 < left.days < 181


def test_it_is_only_read(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACTS = ["mailto:security@example.org"]
    assert client.post(PATH).status_code == 405
