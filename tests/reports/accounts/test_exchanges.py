"""A provider that is silent, or strangers who begin and never end, hold nobody else up."""

from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from reports.accounts.provider_requests import THREADS_PER_WAITING_REQUEST, hold_exchange
from reports.accounts.refusals import Reason, SignInRefused
from reports.content.models import AuditEntry, User
from tests.addresses import draw_address
from tests.identity_provider import IdentityProvider

from .conftest import begin, is_signed_in, sign_in

pytestmark = pytest.mark.django_db
PLACES = configured.WEB_THREADS // THREADS_PER_WAITING_REQUEST


def test_a_part_of_the_threads_waits_for_the_provider(bound: User, client: Client) -> None:
    address = begin(client)
    held = [hold_exchange() for _ in range(PLACES)]
    for place in held:
        place.__enter__()
    try:
        with pytest.raises(SignInRefused), hold_exchange():
            pass
        answer = client.get(address)
        local = client.get("/admin/login/")
    finally:
        for place in held:
            place.__exit__(None, None, None)

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert Reason.BUSY.value in answer.content.decode()
    assert local.status_code == 200
    assert not AuditEntry.objects.filter(action="sign_in_failed").exists()  # nothing was refused
    assert client.get(address).status_code == 302  # the same address works in a moment
    assert is_signed_in(client)


def test_a_place_is_given_back_after_a_refusal(
    bound: User, provider: IdentityProvider, client: Client
) -> None:
    provider.level = "eidas1"
    reasons = [sign_in(client).context["reason"] for _ in range(PLACES + 1)]
    assert reasons == [Reason.WEAK] * (PLACES + 1)


def test_a_session_that_nobody_signed_in_to_ends_soon(bound: User, client: Client) -> None:
    address = begin(client)
    minutes = (Session.objects.get().expire_date - timezone.now()).total_seconds() / 60
    assert 14 < minutes <= 15

    client.get(address)

    days = (Session.objects.get().expire_date - timezone.now()).days
    assert days == configured.SESSION_COOKIE_AGE // 86_400 - 1


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", "/admin/connexion/"),
        ("get", "/admin/connexion/retour/"),
        ("post", "/admin/invitation/"),
    ],
)
def test_one_client_begins_a_few_times_a_minute(
    provider: IdentityProvider, client: Client, settings: Any, method: str, path: str, db: None
) -> None:
    settings.SIGN_IN_RATE = "2/minute"
    ask, address = getattr(client, method), draw_address()

    answers = [ask(path, REMOTE_ADDR=address).status_code for _ in range(4)]

    assert answers[2:] == [429, 429]
    assert 429 not in answers[:2]
    rows = Session.objects.count(), AuditEntry.objects.count()
    ask(path, REMOTE_ADDR=address)
    assert (Session.objects.count(), AuditEntry.objects.count()) == rows
    assert ask(path, REMOTE_ADDR=draw_address()).status_code != 429


@pytest.mark.parametrize("destination", ["image", "iframe", "empty", "script"])
@pytest.mark.parametrize(
    ("path", "status"), [("/admin/connexion/", 302), ("/admin/connexion/retour/?error=x", 403)]
)
def test_a_part_of_another_page_begins_nothing(
    provider: IdentityProvider,
    client: Client,
    settings: Any,
    path: str,
    status: int,
    destination: str,
    db: None,
) -> None:
    settings.SIGN_IN_RATE = "1/minute"
    address = draw_address()

    for _ in range(2):
        answer = client.get(path, headers={"Sec-Fetch-Dest": destination}, REMOTE_ADDR=address)
        assert (answer.status_code, answer["Content-Type"][:10]) == (403, "text/plain")
    assert not Session.objects.exists()
    assert not AuditEntry.objects.exists()
    opened = client.get(path, headers={"Sec-Fetch-Dest": "document"}, REMOTE_ADDR=address)
    assert opened.status_code == status
