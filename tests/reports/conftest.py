"""People with the roles of the demonstration; the editor among them, signed in."""

import pytest
from django.test import Client

from reports.content.models import User
from tests.reports.people import make_people


@pytest.fixture
def people(db: None) -> dict[str, User]:
    return make_people()


@pytest.fixture
def editor(people: dict[str, User], client: Client) -> Client:
    client.force_login(people["redaction"])
    return client
