"""What somebody hostile tries around signing in and out, beside guessing."""

from importlib import import_module
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from cms.operations import password_resets
from reports.accounts.sessions import end_all_sessions
from reports.content.models import AuditEntry, User
from reports.publishing.models import OutboxEntry
from reports.publishing.outbox import Delivery
from tests.identity_provider import IdentityProvider

from .conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db
PASSWORD = "un mot de passe assez long"
ELSEWHERE = (
    "https://autre.example/",
    "//autre.example/",
    "/\\autre.example/",
    "\\\\autre.example",
    "///autre.example",
    "https:autre.example",
    "http:///autre.example",
    "javascript:alert(1)",
    "https://testserver@autre.example/",
    "\t//autre.example",
)


@pytest.fixture
def user(account: User) -> User:
    account.email = "lectrice@bilan.example"
    account.set_password(PASSWORD)
    account.save()
    return account


def log_in(client: Client, next_page: str = "") -> Any:
    fields = {"username": "lectrice", "password": PASSWORD, "next": next_page}
    return client.post("/admin/login/", fields)


def test_a_session_that_was_planted(user: User) -> None:
    """Who knows the key of a session before somebody signs in to it has nothing afterwards."""
    victim, thief = Client(), Client()
    session = victim.session
    session["planted"] = True
    session.save()
    key = session.session_key
    log_in(victim)
    thief.cookies["sessionid"] = key

    assert is_signed_in(victim)
    assert victim.session.session_key != key
    assert not is_signed_in(thief)


def test_a_session_that_was_planted_before_the_provider(bound: User) -> None:
    victim, thief = Client(), Client()
    victim.get("/admin/connexion/")
    key = victim.session.session_key
    sign_in(victim)
    thief.cookies["sessionid"] = key
    assert is_signed_in(victim)
    assert not is_signed_in(thief)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_the_form_leads_nowhere_else(user: User, client: Client, address: str) -> None:
    assert log_in(client, address)["Location"] == "/admin/"
    assert client.get("/admin/login/", {"next": address})["Location"] == "/admin/"
    assert client.post("/admin/logout/", {"next": address})["Location"] == "/admin/login/"


@pytest.mark.parametrize("address", ELSEWHERE)
def test_the_provider_leads_nowhere_else(bound: User, client: Client, address: str) -> None:
    assert sign_in(client, address)["Location"] == "/admin/"


def test_the_form_leads_to_where_somebody_was(user: User, client: Client) -> None:
    assert log_in(client, "/admin/reports/")["Location"] == "/admin/reports/"


@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_a_page_elsewhere_signs_nobody_out(user: User, method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user, "reports.editorial.authentication.AccountBackend")
    answer = getattr(client, method)("/admin/logout/")
    assert answer.status_code == (403 if method == "post" else 405)
    assert is_signed_in(client)


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/invitation/"])
def test_a_page_elsewhere_signs_nobody_in(
    user: User, provider: IdentityProvider, settings: Any, path: str
) -> None:
    settings.BREAK_GLASS_ACCOUNT = "lectrice"
    client = Client(enforce_csrf_checks=True)
    fields = {"username": "lectrice", "password": PASSWORD, "secret": "x"}
    assert client.post(path, fields).status_code == 403
    assert not is_signed_in(client)


@pytest.mark.parametrize("engine", ["db", "cached_db", "cache"])
def test_sessions_end_wherever_they_are(user: User, settings: Any, engine: str) -> None:
    settings.SESSION_ENGINE = f"django.contrib.sessions.backends.{engine}"
    clients = [Client() for _ in range(2)]
    for client in clients:
        log_in(client)
        assert is_signed_in(client)
    keys = [client.cookies["sessionid"].value for client in clients]

    assert end_all_sessions(user) == 2

    assert not any(map(is_signed_in, clients))
    store = import_module(settings.SESSION_ENGINE).SessionStore
    assert not any(store().exists(key) for key in keys)


class TestPasswordByMail:
    def test_none_where_there_is_a_provider(self, bound: User, client: Client) -> None:
        bound.email = "lectrice@bilan.example"
        bound.set_password(PASSWORD)
        bound.save()
        path = build_reset_path(bound)

        assert client.get("/admin/password_reset/").status_code == 404
        answer = client.post("/admin/password_reset/", {"email": "lectrice@bilan.example"})
        assert answer.status_code == 404
        assert client.get(path, follow=True).status_code == 404
        fields = {"new_password1": "une autre phrase longue", "old_password": PASSWORD}
        client.post(path, fields | {"new_password2": fields["new_password1"]})

        bound.refresh_from_db()
        assert bound.check_password(PASSWORD)
        assert not mail.outbox

    def test_an_account_without_a_password_gets_none(self, account: User, client: Client) -> None:
        account.email = "lectrice@bilan.example"
        account.set_unusable_password()
        account.save()
        known = client.post("/admin/password_reset/", {"email": "lectrice@bilan.example"})
        unknown = client.post("/admin/password_reset/", {"email": "inconnue@bilan.example"})
        assert known["Location"] == unknown["Location"]
        for entry in OutboxEntry.objects.all():
            password_resets.deliver(Delivery("", entry.payload, 1))
        assert not mail.outbox


def build_reset_path(user: User) -> str:
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return f"/admin/password_reset/confirm/{uid}/{default_token_generator.make_token(user)}/"


class TestDisabled:
    """An account that is disabled while somebody is signed in to it."""

    def test_is_out_at_once(self, user: User, client: Client) -> None:
        log_in(client)
        user.is_active = False
        user.save()
        assert not is_signed_in(client)
        user.is_active = True
        user.save()
        assert not is_signed_in(client)

    def test_of_a_provider(self, bound: User, client: Client) -> None:
        sign_in(client)
        User.objects.update(is_active=False)
        assert not client.get("/admin/").wsgi_request.user.is_authenticated

    def test_in_bulk(self, user: User, client: Client) -> None:
        log_in(client)
        administrator = Client()
        administrator.force_login(User.objects.create_superuser("administratrice"))
        administrator.post(
            f"/admin/bulk/reports/user/set_active_state/?id={user.pk}", {"mark_as_active": "False"}
        )
        assert not is_signed_in(client)
        User.objects.update(is_active=True)
        assert not is_signed_in(client)
        entry = AuditEntry.objects.get(action="rights_changed", subject="lectrice", actor__gt="")
        assert (entry.actor, entry.detail) == (
            "administratrice",
            {"kind": "user", "is_active": False},
        )


def test_who_is_taken_out_of_a_group_is_out(user: User, client: Client) -> None:
    log_in(client)
    user.groups.remove(Group.objects.get(name="Rédaction"))
    assert not is_signed_in(client)
