"""Nobody signs in through a provider unless all holds that it says."""

import logging
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from reports.accounts.models import Identity
from reports.accounts.refusals import Reason
from reports.content.models import AuditEntry, User
from tests.identity_provider import LEVEL, SUBJECT, IdentityProvider

from .cases import CASES, Case
from .conftest import follow, is_signed_in, sign_in

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r"eyJ[\w-]+\.[\w-]+\.")  # a random state may have its first letters


@pytest.mark.parametrize("is_signed", [False, True], ids=["userinfo as JSON", "userinfo signed"])
def test_who_is_bound_signs_in(
    bound: User, provider: IdentityProvider, client: Client, is_signed: bool
) -> None:
    provider.is_signed = is_signed

    answer = sign_in(client, "/admin/pages/")

    assert answer["Location"] == "/admin/pages/"
    assert client.get("/admin/").context["user"] == bound
    assert AuditEntry.objects.get(action="sign_in").actor == "lectrice"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_who_lies_does_not(
    bound: User,
    provider: IdentityProvider,
    client: Client,
    case: Case,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    case.lie(provider)

    answer = sign_in(client)

    assert answer.status_code == 403
    assert answer.context["reason"] == case.reason
    assert not is_signed_in(client)
    entry = AuditEntry.objects.get(action="sign_in_failed")
    assert entry.detail == {"reason": case.reason.name}
    assert not TOKEN.search(caplog.text + answer.content.decode() + str(entry.detail))


def test_a_signed_userinfo_for_another_client(
    bound: User, provider: IdentityProvider, client: Client
) -> None:
    provider.is_signed = True
    provider.change_user = lambda values: values.update(aud="autre")

    assert sign_in(client).context["reason"] == Reason.AUDIENCE
    assert not is_signed_in(client)


def test_the_first_request(provider: IdentityProvider, client: Client) -> None:
    begun = client.get("/admin/connexion/")["Location"]

    asked = parse_qs(urlsplit(begun).query)
    assert LEVEL in asked["acr_values"][0].split()
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["state"][0]) >= 32
    assert len(asked["nonce"][0]) >= 32


class TestState:
    def test_of_nobody(self, bound: User, client: Client) -> None:
        answer = client.get("/admin/connexion/retour/?code=c&state=inconnu")
        assert answer.status_code == 403
        assert answer.context["reason"] == Reason.STATE

    def test_of_another_browser(self, bound: User, client: Client) -> None:
        back = urlsplit(follow(client.get("/admin/connexion/")["Location"]))
        other = Client()
        other.get("/admin/connexion/")

        answer = other.get(f"{back.path}?{back.query}")

        assert answer.context["reason"] == Reason.STATE
        assert not is_signed_in(other)

    def test_once(self, bound: User, client: Client) -> None:
        back = urlsplit(follow(client.get("/admin/connexion/")["Location"]))
        assert client.get(f"{back.path}?{back.query}").status_code == 302
        client.post("/admin/logout/")

        assert client.get(f"{back.path}?{back.query}").context["reason"] == Reason.STATE
        assert not is_signed_in(client)

    @pytest.mark.parametrize("query", ["", "?code=c", "?state=s"])
    def test_missing(self, bound: User, client: Client, query: str) -> None:
        assert client.get(f"/admin/connexion/retour/{query}").status_code == 403

    def test_a_failure_at_the_provider(self, bound: User, client: Client) -> None:
        begun = client.get("/admin/connexion/")["Location"]
        state = parse_qs(urlsplit(begun).query)["state"][0]

        answer = client.get(f"/admin/connexion/retour/?error=access_denied&state={state}")

        assert answer.context["reason"] == Reason.CANCELLED
        assert not client.session["oidc_states"]

    def test_a_link_to_a_failure_signs_nobody_out(self, bound: User, client: Client) -> None:
        sign_in(client)
        client.get("/admin/connexion/retour/?error=access_denied&state=s")
        assert is_signed_in(client)


def test_a_provider_that_is_away(bound: User, settings: Any, client: Client) -> None:
    begun = client.get("/admin/connexion/")["Location"]
    back = urlsplit(follow(begun))
    settings.OIDC_OP_TOKEN_ENDPOINT = "http://127.0.0.1:9/token"

    assert client.get(f"{back.path}?{back.query}").context["reason"] == Reason.UNREACHABLE


def test_an_account_that_was_disabled(bound: User, client: Client) -> None:
    User.objects.update(is_active=False)
    assert sign_in(client).context["reason"] == Reason.DISABLED
    assert not is_signed_in(client)


def test_the_same_subject_of_another_issuer(bound: User, client: Client) -> None:
    Identity.objects.update(issuer="https://autre.example")
    assert sign_in(client).context["reason"] == Reason.UNKNOWN


def test_an_address_of_mail_binds_nobody(
    account: User, provider: IdentityProvider, client: Client
) -> None:
    User.objects.update(email="lectrice@example.org")
    provider.user = {"email": "lectrice@example.org"}

    assert sign_in(client).context["reason"] == Reason.UNKNOWN
    assert not Identity.objects.exists()


class TestGroups:
    """Where the provider says who may do what."""

    @pytest.fixture(autouse=True)
    def _claim(self, settings: Any) -> None:
        settings.OIDC_GROUPS_CLAIM = "roles"
        settings.OIDC_GROUPS = {"bilan-validation": "Validation"}

    @pytest.mark.parametrize("named", ["bilan-validation", ["bilan-validation", "autre"]])
    def test_are_given_at_each_sign_in(
        self, bound: User, provider: IdentityProvider, client: Client, named: object
    ) -> None:
        provider.user = {"roles": named}
        assert sign_in(client).status_code == 302
        assert list(bound.groups.all()) == [Group.objects.get(name="Validation")]

    @pytest.mark.parametrize("named", [None, [], "autre", {"bilan-validation": 1}, 3])
    def test_none_of_ours(
        self, bound: User, provider: IdentityProvider, client: Client, named: object
    ) -> None:
        provider.user = {"roles": named}
        assert sign_in(client).context["reason"] == Reason.NO_GROUP
        assert not is_signed_in(client)
        assert bound.groups.get().name == "Rédaction"  # as before


def test_without_a_provider_there_is_none(client: Client) -> None:
    for path in (
        "/admin/connexion/",
        "/admin/connexion/retour/?code=c&state=s",
        "/admin/invitation/",
    ):
        assert client.get(path).status_code == 404
    assert b"ProConnect" not in client.get("/admin/login/").content


def test_signing_out_leads_to_the_provider(
    bound: User, provider: IdentityProvider, client: Client
) -> None:
    sign_in(client)

    answer = client.post("/admin/logout/")

    address = urlsplit(answer["Location"])
    given = parse_qs(address.query)
    assert answer["Location"].startswith(f"{provider.url}/session/end?")
    assert given["post_logout_redirect_uri"] == ["http://testserver/admin/login/"]
    assert given["id_token_hint"][0].startswith("eyJ")
    assert not is_signed_in(client)
    assert provider.url in client.get("/admin/login/").headers["Content-Security-Policy"]


class TestBreakGlass:
    """The one account that has a password where there is a provider."""

    @pytest.fixture(autouse=True)
    def _passwords(self, bound: User, settings: Any) -> None:
        settings.BREAK_GLASS_ACCOUNT = "secours"
        bound.set_password("un mot de passe assez long")
        bound.save()
        administrators = Group.objects.get(name="Administration")
        User.objects.create_user("secours", password="un autre mot de passe").groups.add(
            administrators
        )

    @pytest.mark.parametrize(
        ("name", "password", "opens"),
        [
            ("secours", "un autre mot de passe", True),
            ("secours", "faux", False),
            ("lectrice", "un mot de passe assez long", False),
        ],
    )
    def test_signs_in(self, client: Client, name: str, password: str, opens: bool) -> None:
        client.post("/admin/login/", {"username": name, "password": password})
        assert is_signed_in(client) is opens

    def test_no_password_is_sent_by_mail(self, client: Client) -> None:
        assert client.get("/admin/password_reset/").status_code == 404


def test_the_identity_is_not_in_the_session_of_others(bound: User, client: Client) -> None:
    sign_in(client)
    assert SUBJECT not in client.get("/admin/account/").content.decode()
