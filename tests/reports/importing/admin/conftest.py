"""People with the roles of the demonstration, and one of them signed in."""

import pytest
from django.test import Client

from reports.demo import accounts
from reports.editorial.set_up import set_up
from reports.importing.tree import report_index
from reports.models import User


@pytest.fixture
def people(db: None) -> dict[str, User]:
    report_index()
    set_up()
    accounts.ensure_accounts()
    return {user.username: user for user in User.objects.all()}


@pytest.fixture
def editor(people: dict[str, User], client: Client) -> Client:
    client.force_login(people["redaction"])
    return client
