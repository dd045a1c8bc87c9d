"""An invitation binds one identity to one account, once, within some days."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from reports.accounts.accepted_invitation import KEY
from reports.accounts.models import Identity, Invitation
from reports.accounts.refusals import Reason
from reports.content.models import AuditEntry, User
from tests.identity_provider import SUBJECT, IdentityProvider

from .conftest import is_signed_in, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(account: User, provider: IdentityProvider) -> str:
    return Invitation.make(account, None, timezone.now())


def accept(client: Client, secret: str) -> Any:
    """Take an invitation as the page does: what stands behind `#` is posted."""
    return client.post("/admin/invitation/", {"secret": secret})


def sign_in_invited(client: Client) -> Any:
    """Go on from the page that names the account."""
    return sign_in(client, invitation="1")


def test_binds_the_identity_that_signs_in(
    account: User, provider: IdentityProvider, client: Client, secret: str
) -> None:
    shown = accept(client, secret).content.decode()
    assert "au compte «\u00a0lectrice\u00a0»" in shown
    assert 'href="/admin/connexion/?invitation=1"' in shown
    assert sign_in_invited(client).status_code == 302

    assert is_signed_in(client)
    identity = Identity.objects.get()
    assert (identity.user, identity.issuer, identity.subject) == (account, provider.url, SUBJECT)
    assert AuditEntry.objects.filter(action="identity_bound", actor="lectrice").exists()
    assert not Invitation.objects.filter(used_at=None).exists()


def test_the_next_time_needs_none(client: Client, secret: str) -> None:
    accept(client, secret)
    sign_in_invited(client)
    other = Client()
    assert sign_in(other).status_code == 302
    assert is_signed_in(other)


def test_is_of_one_use(provider: IdentityProvider, client: Client, secret: str) -> None:
    accept(client, secret)
    sign_in_invited(client)
    provider.subject = "autre"

    answer = accept(Client(), secret)

    assert answer.status_code == 403
    assert answer.context["reason"] == Reason.INVITATION_USED


def test_two_who_opened_it(provider: IdentityProvider, client: Client, secret: str) -> None:
    late = Client()
    accept(client, secret)
    accept(late, secret)
    sign_in_invited(client)
    provider.subject = "autre"

    assert sign_in_invited(late).context["reason"] == Reason.INVITATION_USED
    assert not is_signed_in(late)


def test_expires(client: Client, secret: str) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert accept(client, secret).context["reason"] == Reason.INVITATION_EXPIRED


def test_expires_on_the_way(client: Client, secret: str) -> None:
    accept(client, secret)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert sign_in_invited(client).context["reason"] == Reason.INVITATION_EXPIRED
    assert not Identity.objects.exists()


def test_lasts_seven_days(secret: str) -> None:
    invitation = Invitation.objects.get()
    assert invitation.expires_at - invitation.made_at == timedelta(days=7)
    assert secret not in str(vars(invitation))


@pytest.mark.parametrize("given", ["", "autre", "é\0" * 9])
def test_of_nobody(provider: IdentityProvider, client: Client, given: str, db: None) -> None:
    assert accept(client, given).context["reason"] == Reason.INVITATION_UNKNOWN


def test_of_an_account_that_was_disabled(account: User, client: Client, secret: str) -> None:
    User.objects.update(is_active=False)
    assert accept(client, secret).context["reason"] == Reason.DISABLED


def test_of_an_identity_that_has_an_account(
    provider: IdentityProvider, client: Client, secret: str
) -> None:
    other = User.objects.create_user("autre")
    Identity.objects.create(user=other, issuer=provider.url, subject=SUBJECT)
    accept(client, secret)

    assert sign_in_invited(client).context["reason"] == Reason.IDENTITY_TAKEN
    assert Invitation.objects.filter(used_at=None).exists()  # as before


def test_to_an_account_that_has_an_identity(
    account: User, provider: IdentityProvider, client: Client, secret: str
) -> None:
    Identity.objects.create(user=account, issuer=provider.url, subject="autre")
    accept(client, secret)

    assert sign_in_invited(client).context["reason"] == Reason.ACCOUNT_TAKEN


def test_is_forgotten_after_a_refusal(
    provider: IdentityProvider, client: Client, secret: str
) -> None:
    accept(client, secret)
    provider.level = "eidas1"
    sign_in_invited(client)
    provider.level = "eidas2"

    assert sign_in_invited(client).context["reason"] == Reason.UNKNOWN


def test_whoever_signs_in_next_is_not_bound(
    provider: IdentityProvider, client: Client, secret: str
) -> None:
    """Somebody accepts and leaves; another person signs in in the same browser."""
    accept(client, secret)

    assert sign_in(client).context["reason"] == Reason.UNKNOWN
    assert not Identity.objects.exists()
    assert sign_in_invited(client).context["reason"] == Reason.UNKNOWN  # it was forgotten


def test_an_accepted_invitation_waits_for_minutes(
    provider: IdentityProvider, client: Client, secret: str
) -> None:
    accept(client, secret)
    session = client.session
    digest, until = session[KEY]
    assert 9 * 60 < until - timezone.now().timestamp() <= 10 * 60
    session[KEY] = [digest, timezone.now().timestamp() - 1]
    session.save()

    assert sign_in_invited(client).context["reason"] == Reason.INVITATION_LEFT
    assert not Identity.objects.exists()


class TestTheAdmin:
    @pytest.fixture
    def administrator(self, account: User) -> User:
        return User.objects.create_superuser("administratrice", password="un long mot de passe")

    def test_shows_the_link_once(
        self, account: User, administrator: User, provider: IdentityProvider, client: Client
    ) -> None:
        client.force_login(administrator, "reports.editorial.authentication.AccountBackend")
        page = f"/admin/comptes/{account.pk}/invitation/"

        made = client.post(page).context["link"]

        address, _, secret = made.partition("#")
        assert address == "http://testserver/admin/invitation/"
        assert secret not in client.get(page).content.decode()
        assert AuditEntry.objects.get(action="invitation_made").subject == "lectrice"
        assert secret not in str(AuditEntry.objects.values_list())
        assert page in client.get("/admin/users/").content.decode()
        guest = Client()
        accept(guest, secret)
        assert sign_in_invited(guest).status_code == 302

    def test_a_second_one_ends_the_first(self, account: User, secret: str, client: Client) -> None:
        Invitation.make(account, None, timezone.now())
        assert accept(client, secret).context["reason"] == Reason.INVITATION_UNKNOWN

    def test_is_for_administrators(
        self, account: User, administrator: User, provider: IdentityProvider, client: Client
    ) -> None:
        client.force_login(account, "reports.editorial.authentication.AccountBackend")
        answer = client.post(f"/admin/comptes/{administrator.pk}/invitation/")
        assert answer.status_code in (302, 403)
        assert not Invitation.objects.exists()
