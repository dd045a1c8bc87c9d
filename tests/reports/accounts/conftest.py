from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client

from reports.accounts.models import Identity
from reports.content.models import User
from tests.identity_provider import SUBJECT, IdentityProvider, build_settings


@pytest.fixture(scope="session")
def running_provider() -> Iterator[IdentityProvider]:
    provider = IdentityProvider()
    yield provider
    provider.close()


@pytest.fixture
def provider(running_provider: IdentityProvider, settings: Any) -> Iterator[IdentityProvider]:
    """A provider that Bilan signs in through, and that says the truth unless told otherwise."""
    before = dict(vars(running_provider))
    for name, value in build_settings(running_provider.url).items():
        setattr(settings, name, value)
    running_provider.asked, running_provider.signed_out, running_provider.status = [], [], {}
    running_provider.elsewhere = {}
    yield running_provider
    vars(running_provider).update(before)


@pytest.fixture
def account(db: None) -> User:
    """An account of Rédaction that no identity is bound to; its groups may enter, no more."""
    enter = Permission.objects.get(codename="access_admin")
    for name in ("Rédaction", "Validation", "Administration"):
        Group.objects.create(name=name).permissions.add(enter)
    user = User.objects.create_user("lectrice")
    user.groups.add(Group.objects.get(name="Rédaction"))
    return user


@pytest.fixture
def bound(account: User, provider: IdentityProvider) -> User:
    """The account, to which the identity is bound that the provider signs in."""
    Identity.objects.create(user=account, issuer=provider.url, subject=SUBJECT)
    return account


def follow(address: str) -> str:
    """Return where the provider sends a browser back to."""
    answer = requests.get(address, allow_redirects=False, timeout=5)
    return str(answer.headers["Location"])


def begin(client: Client, **parameters: str) -> str:
    """Go to the provider; return the address to which it sends the browser back."""
    back = urlsplit(follow(client.get("/admin/connexion/", parameters)["Location"]))
    return f"{back.path}?{back.query}"


def sign_in(client: Client, next_page: str = "", **parameters: str) -> HttpResponse:
    """Go to the provider and come back, as a browser does; return the answer to the return."""
    return client.get(begin(client, **({"next": next_page} if next_page else {}), **parameters))


def is_signed_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200
