"""A session ends when it is idle, and when its owner says so."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from reports.accounts.models import AccountSession, Invitation
from reports.accounts.sessions import SEEN, describe_browser, end_all_sessions
from reports.content.models import AuditEntry, User

from .conftest import is_signed_in

pytestmark = pytest.mark.django_db
BACKEND = "reports.editorial.authentication.AccountBackend"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def open_session(user: User) -> Client:
    client = Client(headers={"User-Agent": FIREFOX})
    if not user.has_usable_password():
        user.set_password("un mot de passe assez long")
        user.save()
    client.post(
        "/admin/login/", {"username": user.username, "password": "un mot de passe assez long"}
    )
    return client


def be_idle(client: Client, seconds: int) -> None:
    session = client.session
    session[SEEN] -= seconds
    session.save()


@pytest.mark.parametrize(("seconds", "lasts"), [(59 * 60, True), (61 * 60, False)])
def test_idle(account: User, settings: Any, seconds: int, lasts: bool) -> None:
    settings.SESSION_IDLE_MINUTES = 60
    client = open_session(account)
    be_idle(client, seconds)

    assert is_signed_in(client) is lasts
    assert (
        AuditEntry.objects.filter(action="session_expired", actor="lectrice").exists() is not lasts
    )
    assert AccountSession.objects.exists() is lasts


def test_what_is_used_stays(account: User, settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 60
    client = open_session(account)
    for _ in range(3):
        be_idle(client, 59 * 60)
        assert is_signed_in(client)


def test_a_session_of_the_release_before(account: User) -> None:
    client = open_session(account)
    session = client.session
    del session[SEEN]
    session.save()
    assert is_signed_in(client)
    assert SEEN in client.session


def test_public_pages_look_at_no_session(account: User) -> None:
    answer = open_session(account).get("/plan-du-site/")
    assert "Cookie" not in answer.get("Vary", "")


class TestOwnSessions:
    def test_are_listed(self, account: User) -> None:
        client = open_session(account)
        open_session(account)
        page = client.get("/admin/account/sessions/").content.decode()
        assert page.count("Firefox sur Linux") == 2
        assert page.count("(celle-ci)") == 1

    def test_another_is_ended(self, account: User) -> None:
        client, other = open_session(account), open_session(account)
        stranger = open_session(User.objects.create_superuser("autre"))
        key = AccountSession.objects.get(session_key=other.session.session_key).pk
        theirs = AccountSession.objects.get(session_key=stranger.session.session_key).pk

        client.post("/admin/account/sessions/", {"session": theirs})
        client.post("/admin/account/sessions/", {"session": key})

        assert [is_signed_in(each) for each in (client, other, stranger)] == [True, False, True]

    def test_all_others_are_ended(self, account: User) -> None:
        clients = [open_session(account) for _ in range(3)]
        clients[0].post("/admin/account/sessions/", {"everywhere": "1"})
        assert [is_signed_in(each) for each in clients] == [True, False, False]
        assert AuditEntry.objects.get(action="sessions_ended").detail == {"count": 2}


def test_signing_out_forgets_the_session(account: User) -> None:
    client = open_session(account)
    client.post("/admin/logout/")
    assert not AccountSession.objects.exists()


def test_all_of_an_account(account: User) -> None:
    clients = [open_session(account) for _ in range(2)]
    assert end_all_sessions(account) == 2
    assert not any(map(is_signed_in, clients))


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox sur Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
            "Edge sur Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) Version/17.1 Safari/605.1",
            "Safari sur Mac OS X",
        ),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_browsers(agent: str, words: str) -> None:
    assert describe_browser(agent) == words


def test_it_has_the_address_that_the_proxy_gives(account: User, settings: Any) -> None:
    settings.CLIENT_ADDRESS_HEADER = "ClientAddress"
    account.set_password("un mot de passe assez long")
    account.save()
    fields = {"username": account.username, "password": "un mot de passe assez long"}
    Client(HTTP_CLIENTADDRESS="192.0.2.7").post("/admin/login/", fields)
    assert AccountSession.objects.get().address == "192.0.2.7"


def test_old_ones_go_with_old_invitations(account: User) -> None:
    now = timezone.now()
    Invitation.make(account, None, now - timedelta(days=60))
    AccountSession.objects.create(user=account, session_key="a", seen_at=now - timedelta(days=20))
    AccountSession.objects.create(user=account, session_key="b")

    call_command("publish_scheduled")

    assert not Invitation.objects.exists()
    assert [each.session_key for each in AccountSession.objects.all()] == ["b"]
