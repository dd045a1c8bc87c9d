"""The path of the backend that open sessions have stored leads to the backend of today."""

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, get_user, load_backend
from django.http import HttpRequest
from django.test import Client

from reports.content.authentication import AccountBackend
from reports.content.models import User

STORED = "reports.editorial.authentication.AccountBackend"


def test_the_stored_path_names_the_backend() -> None:
    assert type(load_backend(STORED)) is AccountBackend


@pytest.mark.django_db
def test_a_session_of_an_earlier_release_still_opens(client: Client) -> None:
    account = User.objects.create_user("anne", "anne@example.org", "sept-lampes-bleues")
    client.force_login(account, STORED)
    request = HttpRequest()
    request.session = client.session
    assert request.session[BACKEND_SESSION_KEY] == STORED
    assert get_user(request) == account
